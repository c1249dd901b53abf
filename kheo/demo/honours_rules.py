"""Rule sets and commendations of the demo: the three samples applied, one commune's own in two versions, a few awards."""

from dataclasses import replace
from datetime import date

from kheo.accounts.models import User
from kheo.appraisal.actions import commendations, rule_sets
from kheo.appraisal.award_samples import SINCE, load_award_samples
from kheo.appraisal.models import AwardForm, AwardKind, Commendation, RuleSet
from kheo.appraisal.models.ladder import judge_of
from kheo.appraisal.samples import COMMUNE, load_samples
from kheo.demo.ground import Ground
from kheo.demo.people import TRIEU_BINH
from kheo.movement.models import Recognition
from kheo.units.models import Level, Unit

STARTS = date(2026, 1, 1)
AWARDS = 8
LEVELS = (Level.COMMUNE, Level.PROVINCE)


def lay(base: Ground, persons: dict[str, User]) -> list[RuleSet]:
    """By the head of the province's focal body. Exemplars and their recognitions must be there."""
    head = persons["truongban"]
    applied = [rule_sets.apply(draft, by=head)[0] for draft in load_samples(base.province, by=head, starts=STARTS)]
    applied.append(_own_of(base.communes[TRIEU_BINH], head))
    load_award_samples(by=head)
    _commend(base, head)
    return applied


def _own_of(commune: Unit, head: User) -> RuleSet:
    """A commune that wrote its own, and changed one line in the middle of the season."""
    facts = COMMUNE.facts(STARTS) | {"name": f"Bộ tiêu chí Dân vận khéo {commune.name}"}
    draft = rule_sets.draft(commune, by=head, groups=COMMUNE.groups, **facts)
    first, _ = rule_sets.apply(draft, by=head)
    second = rule_sets.revise(first, by=head)
    group, *rest = rule_sets.written(second)
    line = replace(group.lines[0], description="Đăng ký trong hạn, có người phụ trách, có phân công, có kế hoạch.")
    rule_sets.write(second, by=head, groups=[replace(group, lines=(line, *group.lines[1:])), *rest])
    return rule_sets.apply(second, by=head)[0]


def _commend(base: Ground, head: User) -> list[Commendation]:
    """What went with some of the recognitions that are there."""
    since = Recognition.objects.filter(decided_on__gte=SINCE, level__in=LEVELS).select_related("exemplar__unit")
    forms = {(form.level, form.bearer): form for form in AwardForm.objects.exclude(kind=AwardKind.MERIT)}
    made = []
    for number, recognition in enumerate(since.order_by("-decided_on", "pk")[:AWARDS], start=21):
        exemplar, level = recognition.exemplar, recognition.level
        giver = judge_of(exemplar.unit, level) or base.province
        made.append(
            commendations.enter(
                exemplar, by=head, unit=giver, form=forms[level, exemplar.bearer or "group"],
                decided_on=recognition.decided_on, decision_no=f"{number}/QĐ-UBND", year=recognition.year,
                issuer=f"Chủ tịch Ủy ban nhân dân {giver.name}",
            )
        )  # fmt: skip
    return made
