"""Secret ballots: cast once by each who is present, sealed and counted at the closing (decisions 0024 and 0032).

A ballot leaves its mark on the roll, not an event on the trail: the trail's numbers would say in which order people
voted. The trail tells of the opening and the closing.
"""

import secrets
from collections import Counter

from django.db import transaction

from kheo.accounts.move import NotYet
from kheo.appraisal.lifecycle.vote import VoteStage
from kheo.appraisal.models import Answer, Ballot, PanelVote, SitsOut, VoteLine, VoteManner
from kheo.appraisal.models.conflict import ties_among

AT_ONCE = 500  # rows in one statement
NOT_ELECTRONIC = "Cuộc này không bỏ phiếu trên hệ thống."
NOT_PRESENT = "Đồng chí chưa được ghi là có mặt; hãy báo thư ký hội đồng."
VOTED = "Đồng chí đã bỏ phiếu; lá phiếu đó vẫn giữ nguyên."
STAGE_SAID = {
    VoteStage.PREPARING: "Cuộc bỏ phiếu này chưa bắt đầu.",
    VoteStage.CLOSED: "Cuộc bỏ phiếu này đã kiểm phiếu; phiếu gửi sau không được tính.",
    VoteStage.SET_ASIDE: "Cuộc bỏ phiếu này đã hủy; hãy bỏ phiếu ở vòng sau.",
}
INCOMPLETE = "Hãy cho ý kiến về từng hồ sơ (có thể chọn “Không cho ý kiến”)."


def why_no_ballot(vote: PanelVote, user) -> str | None:
    """Why `user` has no ballot in this vote now, or None (two queries)."""
    if vote.manner != VoteManner.ELECTRONIC:
        return NOT_ELECTRONIC
    if vote.stage != VoteStage.OPEN:
        return STAGE_SAID[vote.stage]
    entry = vote.roll.filter(user=user).first()
    if entry is None or not entry.is_present or not vote.judges().filter(user=user).exists():
        return NOT_PRESENT
    return VOTED if entry.has_voted else None


def lines_for(vote: PanelVote, user) -> list[VoteLine]:
    """The files on this person's ballot, in the order of the list: those that nothing binds them to."""
    lines = vote.lines.exclude(sitting_out__user=user).select_related("nomination__exemplar__unit")
    tied = ties_among([user], [line.nomination for line in lines])
    return [line for line in lines if (user.pk, line.nomination_id) not in tied]


@transaction.atomic
def cast(vote: PanelVote, answers: dict[int, str], *, by) -> None:
    """Take one person's answers to a whole list, by the lines' keys. Raises `NotYet` and then wrote nothing.

    The vote's row is locked: ballots come one after another, none after the closing and none twice.
    """
    vote = PanelVote.objects.select_for_update(of=("self",)).select_related("panel").get(pk=vote.pk)
    if sentence := why_no_ballot(vote, by):
        raise NotYet(sentence)
    lines = lines_for(vote, by)
    given = {line.pk: answers.get(line.pk) for line in lines}
    if not set(given.values()) <= set(Answer.values):
        raise NotYet(INCOMPLETE)
    _sit_out(vote, {line.pk for line in lines}, by)
    vote.roll.filter(user=by).update(has_voted=True)
    Ballot.objects.bulk_create(Ballot(line_id=line, answer=answer) for line, answer in given.items())


def _sit_out(vote: PanelVote, kept: set[int], user) -> None:
    """A tie that was declared after the opening keeps its file off the ballot, and is counted so."""
    barred = vote.lines.exclude(pk__in=kept).exclude(sitting_out__user=user)
    SitsOut.objects.bulk_create(SitsOut(line=line, user=user) for line in barred)


def seal(vote: PanelVote) -> None:
    """Count the ballots and write them anew in no order, in the caller's transaction: all came at the same moment."""
    pairs = list(Ballot.objects.filter(line__vote=vote).values_list("line_id", "answer"))
    burn(vote)
    secrets.SystemRandom().shuffle(pairs)
    Ballot.objects.bulk_create((Ballot(line_id=line, answer=answer) for line, answer in pairs), AT_ONCE)
    counted, lines = Counter(pairs), list(vote.lines.all())
    for line in lines:
        line.agreed, line.opposed, line.blank = (
            counted[line.pk, each] for each in (Answer.AGREE, Answer.OPPOSE, Answer.BLANK)
        )
    VoteLine.objects.bulk_update(lines, ["agreed", "opposed", "blank"])
    vote.handed_out = vote.roll.filter(is_present=True).count()
    vote.returned, vote.spoilt = vote.roll.filter(has_voted=True).count(), 0


def burn(vote: PanelVote) -> None:
    """Ballots that are never to be counted, or are to be written anew, go."""
    Ballot.objects.filter(line__vote=vote).delete()
