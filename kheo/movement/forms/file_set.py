"""The forms that together are one file, judged and read as one."""

from kheo.core.forms import unjudged
from kheo.movement.actions.files import File
from kheo.movement.forms.file import (
    OUTCOME_FACTS,
    STANDARD,
    ExampleForm,
    ForceFormSet,
    OutcomeForm,
    OutcomeFormSet,
    PracticeForm,
)
from kheo.movement.models import TEN_ITEMS, Exemplar, ExemplarKind, Outcome
from kheo.movement.patterns import Pattern

_SIMPLE = (
    "name", "unit", "place", "place_detail", "bearer", "field", "nature", "summary", "vouched_by",
    *TEN_ITEMS, *STANDARD,
)  # fmt: skip


class FileForms:
    """Facts, main outcome, other outcomes, forces. A điển hình has only facts."""

    def __init__(self, data=None, *, writer, kind=ExemplarKind.PRACTICE, exemplar=None, initial=None):
        self.exemplar, self.is_practice = exemplar, kind == ExemplarKind.PRACTICE
        start = initial or {}
        facts = PracticeForm if self.is_practice else ExampleForm
        self.facts = facts(data, writer=writer, exemplar=exemplar, initial=start.get("facts"))
        self.main = OutcomeForm(data, prefix="main", initial=start.get("main")) if self.is_practice else None
        self.others = OutcomeFormSet(data, prefix="others", initial=start.get("others")) if self.is_practice else None
        self.forces = ForceFormSet(data, prefix="forces", initial=start.get("forces")) if self.is_practice else None

    @property
    def parts(self):
        """The single forms, for the list of errors at the top."""
        sets = [form for formset in (self.others, self.forces) if formset is not None for form in formset]
        return [self.facts, *([self.main] if self.main else []), *sets]

    def is_valid(self) -> bool:
        judged = [part.is_valid() for part in (self.facts, self.main, self.others, self.forces) if part is not None]
        return all(judged)  # each is asked, so that all that is wrong is said at once

    def file(self) -> File:
        """What the action is given, once valid."""
        if not self.is_practice:
            return self.facts.file(outcomes=None, forces=None)
        kept = {outcome.pk: outcome for outcome in self.exemplar.outcomes.all()} if self.exemplar else {}
        said = [form for form in (self.main, *self.others) if form.is_said()]
        outcomes = [{"outcome": kept.get(form.cleaned_data["pk"]), **form.facts()} for form in said]
        forces = [
            {key: form.cleaned_data[key] for key in ("name", "role", "part")} for form in self.forces if form.is_said()
        ]
        return self.facts.file(outcomes=outcomes, forces=forces)

    def unjudged(self) -> "FileForms":
        """A draft given back: what was typed is shown, and nothing is held against it yet."""
        unjudged(*(part for part in (self.facts, self.main, self.others, self.forces) if part is not None))
        return self


def of_exemplar(exemplar: Exemplar) -> dict:
    """What the forms show of a file that is there."""
    facts = {name: getattr(exemplar, name) for name in _SIMPLE} | {
        "starts": exemplar.start, "themes": exemplar.themes.all(), "directives": exemplar.directives.all(),
    }  # fmt: skip
    charge = exemplar.charges.filter(until=None).first()
    if charge:
        facts |= {"charge_name": charge.name, "charge_title": charge.title, "charge_since": charge.since}
    rows = [
        {"pk": each.pk, **{name: getattr(each, name) for name in OUTCOME_FACTS}} for each in exemplar.outcomes.all()
    ]
    forces = list(exemplar.participants.values("name", "role", "part"))
    return {"facts": facts, "main": rows[0] if rows else None, "others": rows[1:], "forces": forces}


def _row(outcome: Outcome) -> dict:
    return {"pk": outcome.pk, **{name: getattr(outcome, name) for name in OUTCOME_FACTS}}


def of_pattern(pattern: Pattern) -> dict:
    """What a usual kind fills in: *Đăng ký theo mẫu*."""
    facts = {
        "name": pattern.name, "field": pattern.field, "bearer": pattern.bearer, "nature": pattern.nature,
        "summary": pattern.summary, "pattern": pattern.key,
    }  # fmt: skip
    rows = [{"name": each.name, "measure": each.measure, "resource": each.resource or ""} for each in pattern.outcomes]
    return {"facts": facts, "main": rows[0] if rows else None, "others": rows[1:]}


def of_original(exemplar: Exemplar) -> dict:
    """What a copy takes over from the exemplar it learns from: the way of working, not its unit or figures."""
    kept = ("name", "field", "bearer", "nature", "summary", "method", "sustain")
    facts = {name: getattr(exemplar, name) for name in kept} | {"copied_from": exemplar.pk}
    rows = [
        {"name": each.name, "measure": each.measure, "resource": each.resource, "is_level": each.is_level}
        for each in exemplar.outcomes.all()
    ]
    return {"facts": facts, "main": rows[0] if rows else None, "others": rows[1:]}
