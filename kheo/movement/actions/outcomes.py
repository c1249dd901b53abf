"""What will be counted: outcomes of an exemplar, one of them the main one, settled from progress notes."""

from datetime import date
from decimal import Decimal

from django.db import transaction
from django.utils import timezone

from kheo.audit.models import record
from kheo.movement.actions import ledger
from kheo.movement.actions.holding import hold, touched
from kheo.movement.lifecycle.move import NotYet
from kheo.movement.models import Contribution, Exemplar, Figure, Outcome

_NAMED = {"name": "outcome_name"}  # on the trail of the exemplar, whose own name is another
WRITABLE = ("name", "measure", "baseline", "target", "resource", "is_level", "missed_reason", "of_target")


@transaction.atomic
def add(exemplar: Exemplar, *, by, name: str, measure: str, is_main: bool = False, **facts) -> Outcome:
    """Add an outcome; the first one is the main one. Raises `NotYet` for what cannot be counted or booked."""
    exemplar = hold(exemplar, by=by)
    outcome = Outcome(exemplar=exemplar, name=name.strip(), measure=measure.strip(), **_known(facts))
    _check(outcome)
    former = exemplar.outcomes.filter(is_main=True)
    if is_main:
        former.update(is_main=False)
    outcome.is_main = is_main or not former.exists()
    outcome.save()
    touched(exemplar, at=timezone.now())
    said = {"outcome": outcome.pk, "outcome_name": outcome.name, "is_main": outcome.is_main, **_plain(facts)}
    record("outcome.add", exemplar, by=by, **said)
    return outcome


@transaction.atomic
def write(outcome: Outcome, *, by, **facts) -> Outcome:
    """Change facts of an outcome; with another ledger its figures are booked again. Nothing changed leaves no event."""
    exemplar = hold(outcome.exemplar, by=by)
    outcome = Outcome.objects.select_for_update(of=("self",)).get(pk=outcome.pk)
    changes = {}
    for key, value in _known(facts).items():
        value = value.strip() if isinstance(value, str) else value
        before = getattr(outcome, key)
        if before != value:
            changes[_NAMED.get(key, key)] = [_text(before), _text(value)]
            setattr(outcome, key, value)
    if not changes:
        return outcome
    if "measure" in changes and outcome.figures.exists():
        raise NotYet(f"“{outcome}” đã có số liệu ghi theo “{changes['measure'][0]}”; không đổi đơn vị tính được nữa.")
    _check(outcome)
    outcome.save()
    settle(outcome)
    touched(exemplar, at=timezone.now())
    record("outcome.write", exemplar, by=by, outcome=outcome.pk, **changes)
    return outcome


@transaction.atomic
def make_main(outcome: Outcome, *, by) -> Outcome:
    """Let this outcome be the one that counts first, in place of the former."""
    exemplar = hold(outcome.exemplar, by=by)
    outcome = Outcome.objects.select_for_update(of=("self",)).get(pk=outcome.pk)
    if outcome.is_main:
        return outcome
    former = exemplar.outcomes.filter(is_main=True).first()
    exemplar.outcomes.filter(is_main=True).update(is_main=False)
    outcome.is_main = True
    outcome.save(update_fields=["is_main"])
    touched(exemplar, at=timezone.now())
    record("outcome.make_main", exemplar, by=by, main=[former.pk if former else None, outcome.pk])
    return outcome


@transaction.atomic
def remove(outcome: Outcome, *, by) -> None:
    """Take an outcome off the file. Raises `NotYet` while it carries figures, or is the main one beside others."""
    exemplar = hold(outcome.exemplar, by=by)
    outcome = Outcome.objects.select_for_update(of=("self",)).get(pk=outcome.pk)
    if outcome.figures.exists() or outcome.actual is not None:
        raise NotYet(f"“{outcome}” đã có số thực hiện, không bỏ được; hãy sửa phiếu tiến độ trước.")
    if outcome.is_main and exemplar.outcomes.exclude(pk=outcome.pk).exists():
        raise NotYet(f"“{outcome}” đang là kết quả chính; hãy chọn kết quả chính khác trước khi bỏ.")
    pk, name = outcome.pk, outcome.name
    outcome.delete()
    touched(exemplar, at=timezone.now())
    record("outcome.remove", exemplar, by=by, outcome=pk, outcome_name=name)


def settle(outcome: Outcome) -> None:
    """Work out the actual again: what it stood at before notes were kept, plus every figure typed since.

    The baseline is not added: it says where things stood before the exemplar, the actual what came of it. Of a level
    (a rate, a length of time) the newest figure is the actual. Null stays null while nothing was said; a typed zero is
    zero. Called by actions with the exemplar already held.
    """
    figures = list(outcome.figures.select_related("progress").order_by("progress__on", "progress_id"))
    said = [(figure.amount, figure.progress.on) for figure in figures]
    if outcome.opening is not None:
        said.insert(0, (outcome.opening, outcome.opening_on))
    outcome.actual = outcome.actual_on = None
    if said:
        outcome.actual = said[-1][0] if outcome.is_level else sum((amount for amount, _ in said), Decimal(0))
        outcome.actual_on = max(day for _, day in said)
    outcome.save(update_fields=["actual", "actual_on"])
    for figure in figures:
        _book(outcome, figure)


def open_with_what_stood(outcome: Outcome) -> None:
    """Before the first figure: an actual that came from a list is kept as the opening amount, so nothing is lost."""
    if outcome.actual is not None and outcome.opening is None and not outcome.figures.exists():
        outcome.opening, outcome.opening_on = outcome.actual, outcome.actual_on
        outcome.save(update_fields=["opening", "opening_on"])


def _book(outcome: Outcome, figure: Figure) -> None:
    """The figure's row in the ledger: the same number, in the ledger's measure, or none."""
    if not outcome.resource:
        Contribution.objects.filter(figure=figure).delete()
        return
    Contribution.objects.update_or_create(
        figure=figure,
        defaults={
            "exemplar_id": outcome.exemplar_id,
            "progress": figure.progress,
            "kind": outcome.resource,
            "amount": figure.amount * ledger.factor(outcome.resource, outcome.measure),
            "measure": ledger.measure_of(outcome.resource, outcome.measure),
            "description": outcome.name if outcome.resource == "in_kind" else "",
            "on": figure.progress.on,
        },
    )


def _check(outcome: Outcome) -> None:
    if not outcome.name or not outcome.measure:
        raise NotYet("Kết quả cần có điều sẽ đếm và đơn vị tính.")
    if any(amount is not None and amount < 0 for amount in (outcome.target, outcome.baseline)):
        raise NotYet(f"Chỉ tiêu và số ban đầu của “{outcome}” không thể âm.")
    if outcome.resource and outcome.is_level:
        raise NotYet(f"“{outcome}” lấy số mới nhất nên không ghi vào sổ nguồn lực được; hãy chọn một trong hai.")
    if outcome.resource:
        ledger.factor(outcome.resource, outcome.measure)


def _known(facts: dict) -> dict:
    if unknown := set(facts) - set(WRITABLE):
        raise TypeError(f"Not writable here: {sorted(unknown)}")
    return facts


def _plain(facts: dict) -> dict:
    return {key: _text(value) for key, value in facts.items() if value not in (None, "")}


def _text(value):
    return str(value) if hasattr(value, "_meta") or isinstance(value, Decimal | date) else value
