"""Rule sets as their pages show them: the list, one with its sheet, and whom an application touches."""

from dataclasses import dataclass
from decimal import Decimal

from django.db.models import Count, Q, QuerySet

from kheo.appraisal.lifecycle.rules import RuleSetStage
from kheo.appraisal.models import CriterionGroup, Nomination, Panel, PanelVote, RuleSet, ScoreSheet, revision
from kheo.appraisal.models.revision import Change

SHOWN = 50  # files that a page names; beyond them it counts

STAGE_ORDER = (RuleSetStage.APPLIED, RuleSetStage.DRAFT, RuleSetStage.SUPERSEDED)


def rule_set_list(user, stage: str = "") -> QuerySet[RuleSet]:
    """Those that `user` may read, by unit and level, the newest first."""
    rows = RuleSet.objects.visible_to(user).select_related("unit")
    if stage:
        rows = rows.filter(stage=stage)
    return rows.annotate(lines=Count("groups__criteria")).order_by("-starts", "-version", "-pk")


@dataclass(frozen=True)
class Sheet:
    """The criteria of one rule set, with the points they give together."""

    groups: list[CriterionGroup]
    points: Decimal | None
    bonus: Decimal


def sheet_of(rules: RuleSet) -> Sheet:
    """In two queries. Points are weighted; bonus lines stand apart."""
    groups = list(rules.groups.prefetch_related("criteria"))
    lines = [(group.weight, line) for group in groups for line in group.criteria.all()]
    plain = [weight * (line.maximum or 0) for weight, line in lines if not line.is_bonus]
    bonus = sum((weight * (line.maximum or 0) for weight, line in lines if line.is_bonus), Decimal(0))
    return Sheet(groups, sum(plain, Decimal(0)) if rules.has_scores else None, bonus)


@dataclass(frozen=True)
class Figure:
    """A number of files or sheets, with the first of them by name."""

    total: int
    shown: list

    @property
    def more(self) -> int:
        return self.total - len(self.shown)


@dataclass(frozen=True)
class Preview:
    """What applying a version would do, said before the press."""

    change: Change
    moving: Figure
    staying: Figure
    to_confirm: int
    panels: list[Panel]
    votes: list[PanelVote]


def preview_of(new: RuleSet) -> Preview | None:
    """None for one that replaces no other."""
    if new.replaces_id is None:
        return None
    old, change = new.replaces, revision.change_of(new)
    return Preview(
        change=change,
        moving=_figure(revision.moving(old)),
        staying=_figure(revision.staying(old)),
        to_confirm=revision.to_confirm(old).count() if change.touches_sheets else 0,
        panels=list(revision.panels_of(old)),
        votes=list(revision.votes_being_prepared(old)),
    )


@dataclass(frozen=True)
class Use:
    """What is judged by one rule set now."""

    open: Figure
    sent_again: int
    waiting: int


def use_of(rules: RuleSet) -> Use:
    """Open files under it, and sheets that a change of version has asked for again: those back and those still out."""
    again = ScoreSheet.objects.filter(nomination__rule_set=rules).exclude(again_reason="")
    counted = again.aggregate(back=Count("pk", filter=~Q(sent_at=None)), out=Count("pk", filter=Q(sent_at=None)))
    return Use(_figure(Nomination.objects.open().filter(rule_set=rules)), counted["back"], counted["out"])


def versions_of(rules: RuleSet, user) -> list[RuleSet]:
    """The chain of versions this one stands in, as far as `user` may read it, the newest first."""
    mine = RuleSet.objects.visible_to(user).filter(unit=rules.unit, level=rules.level)
    links = {row.pk: row for row in mine}
    up = {row.replaces_id: row for row in links.values() if row.replaces_id}
    chain = [rules]
    while (former := links.get(chain[-1].replaces_id)) and former not in chain:
        chain.append(former)
    while (later := up.get(chain[0].pk)) and later not in chain:
        chain.insert(0, later)
    return chain


def _figure(rows: QuerySet[Nomination]) -> Figure:
    shown = rows.select_related("exemplar__unit", "round").order_by("exemplar__sort", "pk")[:SHOWN]
    return Figure(rows.count(), list(shown))
