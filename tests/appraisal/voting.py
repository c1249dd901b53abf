"""A panel round its table: seats, files and the secretary who runs its vote."""

from kheo.accounts.roles import Role
from kheo.appraisal.actions import ballots, votes
from kheo.appraisal.models import PanelVote
from kheo.appraisal.models.counting import Count
from kheo.audit.models import Event
from tests import make
from tests.appraisal import making

YES, NO, BLANK = "agree", "oppose", "blank"


class Table:
    """A panel of seven, three files, and the secretary who runs the vote."""

    def __init__(self, seats=7, files=3, **facts):
        self.rules = making.rule_set(**{"vote_threshold": 80, **facts})
        self.secretary = make.member(Role.SPECIALIST, self.rules.unit)
        self.jurors = making.jurors(self.rules.unit, seats)
        self.panel = making.panel(self.rules, seats=self.jurors, made_by=self.secretary)
        self.files = [making.nomination(rules=self.rules, round=self.panel.round) for _ in range(files)]

    def prepared(self, manner="electronic") -> PanelVote:
        return votes.prepare(self.panel, self.files, by=self.secretary, name="Bỏ phiếu đợt 1", manner=manner)

    def roll(self, vote, present=None) -> None:
        here = self.jurors if present is None else self.jurors[:present]
        votes.call_roll(vote, [each.pk for each in here], by=self.secretary)

    def opened(self, manner="electronic", present=None) -> PanelVote:
        vote = self.prepared(manner)
        self.roll(vote, present)
        return votes.advance(vote, "open", by=self.secretary)

    def cast(self, vote, juror, *answers):
        """One answer a file, in the order of the list; those the juror sits out are left out."""
        lines = vote.lines.order_by("position")
        ballots.cast(vote, dict(zip([line.pk for line in lines], answers, strict=True)), by=juror)

    def close(self, vote, name="close", **rest):
        return votes.advance(vote, name, by=self.secretary, **rest)


def figures(vote):
    return list(vote.lines.order_by("position").values_list("entitled", "agreed", "opposed", "blank"))


def verbs():
    return list(Event.objects.filter(verb__startswith="panelvote").order_by("number").values_list("verb", flat=True))


def same(vote, *figures):
    """The same figures for every file of the list."""
    return {line.pk: Count(*figures) for line in vote.lines.all()}
