"""Progress notes. A number is typed once: the note's figure settles the outcome and is booked in the ledger."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal

from django.db import transaction
from django.utils import timezone

from kheo.audit.models import record
from kheo.movement.actions import contributions, outcomes
from kheo.movement.actions.holding import hold, touched
from kheo.movement.lifecycle.move import NotYet
from kheo.movement.models import Contribution, Exemplar, Figure, Outcome, Progress

# Standing figures of an exemplar. Unlike an outcome's figures they are no increments: a new one replaces the former.
STANDARD = ("households", "beneficiaries", "members")
Figures = dict[Outcome, Decimal | None]


@transaction.atomic
def write(
    exemplar: Exemplar, *, by, on: date | None = None, note: str = "", figures: Figures | None = None,
    gifts: Iterable[dict] = (), standard: dict[str, int] | None = None,
) -> Progress:  # fmt: skip
    """Write down what was done by a day.

    `figures` holds what came about since the last note, for each outcome (None: nothing said; 0: none); `gifts` rows of
    the ledger apart from the outcomes; `standard` today's households, beneficiaries, members. One event.
    """
    exemplar = hold(exemplar, by=by)
    progress = Progress(exemplar=exemplar, on=on or timezone.localdate(), note=note.strip(), by=by)
    figures, gifts = _said(figures), list(gifts)
    _check(exemplar, progress, figures, gifts or standard)
    progress.save()
    for outcome in _held(exemplar, figures):
        outcomes.open_with_what_stood(outcome)
        Figure.objects.create(progress=progress, outcome=outcome, amount=figures[outcome])
        outcomes.settle(outcome)
    Contribution.objects.bulk_create(contributions.build(exemplar, progress=progress, **gift) for gift in gifts)
    changes = _stand(exemplar, standard or {})
    touched(exemplar, at=timezone.now())
    record("progress.write", exemplar, by=by, progress=progress.pk, on=progress.on, figures=_plain(figures),
           gifts=len(gifts), **changes)  # fmt: skip
    return progress


@transaction.atomic
def correct(progress: Progress, *, by, on: date | None = None, note: str | None = None,
            figures: Figures | None = None) -> Progress:  # fmt: skip
    """Put a note right: its day, its words, its figures (all of them; None leaves them). Outcomes are settled again."""
    exemplar = hold(progress.exemplar, by=by)
    progress = Progress.objects.select_for_update(of=("self",)).get(pk=progress.pk)
    before = {figure.outcome: figure.amount for figure in progress.figures.select_related("outcome")}
    after = before if figures is None else _said(figures)
    was = {"on": progress.on, "text": progress.note}
    progress.on, progress.note = on or progress.on, progress.note if note is None else note.strip()
    _check(exemplar, progress, after, progress.contributions.filter(figure=None).exists())
    now = {"on": progress.on, "text": progress.note}
    changes = {key: [was[key], now[key]] for key in was if was[key] != now[key]}
    if before != after:
        changes["figures"] = [_plain(before), _plain(after)]
    if not changes:
        return progress
    # What people write may name somebody: the trail keeps it where it can be erased.
    personal = {"text": changes.pop("text")[1]} if "text" in changes else {}
    progress.save()
    progress.contributions.filter(figure=None).update(on=progress.on)
    for outcome in _held(exemplar, before | after):
        outcomes.open_with_what_stood(outcome)
        _set_figure(progress, outcome, after.get(outcome))
        outcomes.settle(outcome)
    touched(exemplar, at=timezone.now())
    record("progress.correct", exemplar, by=by, personal=personal, progress=progress.pk, **changes)
    return progress


@transaction.atomic
def remove(progress: Progress, *, by, reason: str) -> None:
    """Take a note away with its figures and ledger rows; outcomes are settled as if it had not been written."""
    exemplar = hold(progress.exemplar, by=by)
    progress = Progress.objects.select_for_update(of=("self",)).get(pk=progress.pk)
    if not reason.strip():
        raise NotYet("Cần ghi lý do bỏ phiếu tiến độ.")
    figures = {figure.outcome: figure.amount for figure in progress.figures.select_related("outcome")}
    pk, on, note = progress.pk, progress.on, progress.note
    progress.delete()
    for outcome in _held(exemplar, figures):
        outcomes.settle(outcome)
    touched(exemplar, at=timezone.now())
    record(
        "progress.remove",
        exemplar,
        by=by,
        note=reason.strip(),
        personal={"text": note},
        progress=pk,
        on=on,
        figures=_plain(figures),
    )


def _said(figures: Figures | None) -> dict[Outcome, Decimal]:
    return {outcome: amount for outcome, amount in (figures or {}).items() if amount is not None}


def _check(exemplar: Exemplar, progress: Progress, figures: dict[Outcome, Decimal], anything_else) -> None:
    if progress.on > timezone.localdate():
        raise NotYet("Ngày ghi tiến độ không thể sau hôm nay.")
    if not (progress.note or figures or anything_else):
        raise NotYet("Hãy ghi một câu đã làm được gì, hoặc ít nhất một con số.")
    for outcome, amount in figures.items():
        if outcome.exemplar_id != exemplar.pk:
            raise NotYet(f"“{outcome}” không phải là kết quả của mô hình này.")
        if amount < 0:
            raise NotYet(f"Số ghi cho “{outcome}” không thể âm; nếu ghi nhầm, hãy sửa phiếu trước đó.")


def _held(exemplar: Exemplar, figures: Figures) -> list[Outcome]:
    wanted = [outcome.pk for outcome in figures]
    return list(exemplar.outcomes.select_for_update(of=("self",)).filter(pk__in=wanted))


def _set_figure(progress: Progress, outcome: Outcome, amount: Decimal | None) -> None:
    if amount is None:
        progress.figures.filter(outcome=outcome).delete()
    else:
        Figure.objects.update_or_create(progress=progress, outcome=outcome, defaults={"amount": amount})


def _stand(exemplar: Exemplar, standard: dict[str, int]) -> dict:
    changes = {}
    for name, value in standard.items():
        if name not in STANDARD:
            raise TypeError(f"Not a standard figure: {name}")
        if value is not None and getattr(exemplar, name) != value:
            changes[name] = [getattr(exemplar, name), value]
            setattr(exemplar, name, value)
    if changes:
        exemplar.save(update_fields=list(changes))
    return changes


def _plain(figures: dict[Outcome, Decimal]) -> dict:
    return {str(outcome.pk): str(amount) for outcome, amount in figures.items()}
