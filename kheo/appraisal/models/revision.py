"""What a new version of a rule set changes, and which files it touches.

A file that was already concluded or voted on stays with the version it was judged by; every other open one moves to the
new version, and where the sheet itself changed, its sheets are confirmed again (decision 0029).
"""

from collections import Counter
from dataclasses import dataclass
from decimal import Decimal

from django.db.models import Exists, OuterRef, QuerySet

from kheo.appraisal.lifecycle.nomination import OPEN, NominationStage
from kheo.appraisal.lifecycle.vote import VoteStage
from kheo.appraisal.models.nomination import Nomination
from kheo.appraisal.models.panel import Panel
from kheo.appraisal.models.rules import Criterion, CriterionGroup, RuleSet
from kheo.appraisal.models.sheet import ScoreSheet
from kheo.appraisal.models.vote import PanelVote, VoteLine

UNCONCLUDED = (NominationStage.PROPOSED, NominationStage.RETURNED)


def moving(old: RuleSet) -> QuerySet[Nomination]:
    """Files that go on under the version that replaces `old`."""
    voted = VoteLine.objects.filter(
        nomination=OuterRef("pk"), vote__stage=VoteStage.CLOSED, agreed__isnull=False, set_aside_reason=""
    )
    return Nomination.objects.filter(~Exists(voted), rule_set=old, stage__in=UNCONCLUDED)


def staying(old: RuleSet) -> QuerySet[Nomination]:
    """Open files that are judged to their end by `old`."""
    return Nomination.objects.filter(rule_set=old, stage__in=OPEN).exclude(pk__in=moving(old).values("pk"))


def to_confirm(old: RuleSet) -> QuerySet[ScoreSheet]:
    """Sheets of the moving files that were sent with scores: confirmed again where the sheet changed."""
    sent = ScoreSheet.objects.finished().filter(is_abstained=False, left_out_reason="")
    return sent.filter(nomination__in=moving(old).values("pk"))


def panels_of(old: RuleSet) -> QuerySet[Panel]:
    return Panel.objects.filter(rule_set=old, closed_on=None)


def votes_being_prepared(old: RuleSet) -> QuerySet[PanelVote]:
    return PanelVote.objects.filter(rule_set=old, stage=VoteStage.PREPARING)


@dataclass(frozen=True)
class Change:
    """The sheet of a version beside the one it replaces. Each pair is (former, new) criterion."""

    same: tuple[tuple[Criterion, Criterion], ...]
    altered: tuple[tuple[Criterion, Criterion], ...]
    added: tuple[Criterion, ...]
    dropped: tuple[Criterion, ...]
    bonus_limit: tuple[Decimal, Decimal]

    @property
    def touches_sheets(self) -> bool:
        """Does a total follow from other things than before?"""
        return bool(self.altered or self.added or self.dropped or self.bonus_limit[0] != self.bonus_limit[1])

    def words(self) -> str:
        """ "2 tiêu chí sửa, 1 tiêu chí thêm"; "" when no sheet is touched."""
        counts = (
            (len(self.altered), "tiêu chí sửa"),
            (len(self.added), "tiêu chí thêm"),
            (len(self.dropped), "tiêu chí bỏ"),
            (self.bonus_limit[0] != self.bonus_limit[1], "điểm thưởng tối đa đổi"),
        )
        return ", ".join(f"{number} {word}" if number is not True else word for number, word in counts if number)


def change_of(new: RuleSet) -> Change:
    """What `new` changes of the sheet of the one it replaces (two queries)."""
    former = {each.pk: each for each in _lines(new.replaces)}
    now = list(_lines(new))
    # A line copied twice stands for the former one once; the other is a new line.
    times = Counter(each.replaces_id for each in now)
    pairs = [(former[each.replaces_id], each) for each in now if times[each.replaces_id] == 1 and each.replaces_id]
    same = tuple(pair for pair in pairs if _asks(pair[0]) == _asks(pair[1]))
    altered = tuple(pair for pair in pairs if _asks(pair[0]) != _asks(pair[1]))
    carried = {old.pk for old, _ in pairs}
    kept = {each.pk for _, each in pairs}
    return Change(
        same=same, altered=altered,
        added=tuple(each for each in now if each.pk not in kept),
        dropped=tuple(each for each in former.values() if each.pk not in carried),
        bonus_limit=(new.replaces.bonus_limit, new.bonus_limit),
    )  # fmt: skip


def _lines(rules: RuleSet) -> QuerySet[Criterion]:
    return Criterion.objects.filter(group__rule_set=rules).select_related("group")


def _asks(line: Criterion) -> tuple:
    """What a score answers to, and what it weighs."""
    group: CriterionGroup = line.group
    return line.name, line.description, line.maximum, line.is_bonus, group.weight
