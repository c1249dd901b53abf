"""Two votes of the province's council: one counted, one open and waiting for the demo's juror."""

from datetime import timedelta

from django.utils import timezone

from kheo.accounts.models import User
from kheo.appraisal.actions import ballots, votes
from kheo.appraisal.models import Answer, Panel, PanelVote
from kheo.appraisal.queries.votes import files_to_list

COUNTED = 6  # files on the first list


def lay(panel: Panel, persons: dict[str, User]) -> None:
    """Runs after the council has its seats and files."""
    secretary = persons["chuyenvien"]
    files = list(files_to_list(panel))
    first, second = files[:COUNTED], files[COUNTED:]
    if first:
        vote = _open(panel, first, secretary, "Bỏ phiếu đợt 1")
        for number, juror in enumerate(_jurors(vote)):
            _cast(vote, juror, number)
        votes.advance(vote, "close", by=secretary)
    if second:
        vote = _open(panel, second, secretary, "Bỏ phiếu đợt 2")
        for number, juror in enumerate(_jurors(vote)):
            if juror != persons["hoidong"]:
                _cast(vote, juror, number)


def _open(panel: Panel, files, secretary: User, name: str) -> PanelVote:
    on = timezone.localdate() - timedelta(days=2 if name.endswith("1") else 0)
    vote = votes.prepare(panel, files, by=secretary, name=name, manner="electronic", on=on)
    votes.call_roll(vote, list(vote.roll.values_list("user_id", flat=True)), by=secretary)
    return votes.advance(vote, "open", by=secretary)


def _jurors(vote: PanelVote) -> list[User]:
    return [entry.user for entry in vote.roll.select_related("user").order_by("user__username")]


def _cast(vote: PanelVote, juror: User, number: int) -> None:
    """All agree to nearly all; the fifth file of the first list finds two against it."""
    lines = ballots.lines_for(vote, juror)
    against = {line.pk for line in lines if line.position == COUNTED - 1 and number % 2}
    answers = {line.pk: Answer.OPPOSE if line.pk in against else Answer.AGREE for line in lines}
    ballots.cast(vote, answers, by=juror)
