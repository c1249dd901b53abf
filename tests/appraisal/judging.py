"""What tests of judging start from: a panel with jurors to whom a file is given, and ways to fill a sheet."""

from dataclasses import dataclass
from decimal import Decimal

from kheo.accounts.roles import Role
from kheo.appraisal.actions import sheets
from kheo.appraisal.actions.sheets import Answer
from kheo.appraisal.models import Column, Criterion, Panel, Profile, RuleSet
from tests import make
from tests.appraisal import making


@dataclass(frozen=True)
class Bench:
    """A rule set with its panel; the first juror is the chair."""

    rules: RuleSet
    panel: Panel
    jurors: list
    round: object

    def file(self, *, to=None, exemplar=None, **facts):
        """A proposal given to `to` (everybody unless said)."""
        made = making.nomination(exemplar, rules=self.rules, round=self.round, **facts)
        for person in self.jurors if to is None else to:
            making.assignment(made, self.panel.seats.get(user=person))
        return made

    def specialist(self, **facts):
        return make.member(Role.SPECIALIST, self.rules.unit, **facts)

    def head(self):
        return make.member(Role.HEAD, self.rules.unit)


def bench(number=3, *, profile=Profile.PROVINCE, panel_facts=None, **facts) -> Bench:
    rules = making.rule_set(profile=profile, **facts)
    people, round_ = making.jurors(rules.unit, number), make.round()
    panel = making.panel(rules, seats=people, round=round_, **(panel_facts or {}))
    return Bench(rules, panel, people, round_)


def answers(rules, *points) -> dict[int, Answer]:
    """One answer a criterion in their order; a single value is given to all, the rest stay blank."""
    keys = list(Criterion.objects.filter(group__rule_set=rules).values_list("pk", flat=True))
    given = points * len(keys) if len(points) == 1 else points
    if not rules.has_scores:
        return {key: Answer(is_met=value) for key, value in zip(keys, given, strict=False)}
    return {
        key: Answer(points=None if value is None else Decimal(str(value)))
        for key, value in zip(keys, given, strict=False)
    }


def sent(nomination, juror, *points):
    """A juror's sheet, written and sent."""
    sheets.write(nomination, Column.COUNCIL, answers(nomination.rule_set, *points), by=juror)
    return sheets.send_all([nomination.pk], by=juror)[0]
