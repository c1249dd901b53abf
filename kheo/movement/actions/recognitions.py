"""Recognitions as facts: entered from a decision, ended only by a decision."""

from datetime import date

from django.db import IntegrityError, transaction
from django.utils import timezone

from kheo.accounts.access import require
from kheo.accounts.permissions import Permission
from kheo.audit.models import record
from kheo.movement.actions.holding import hold
from kheo.movement.lifecycle.move import NotYet
from kheo.movement.models import Exemplar, Recognition
from kheo.units.models import Unit


@transaction.atomic
def enter(
    exemplar: Exemplar, *, by, level: str, issuer: str, decided_on: date, decision_no: str = "",
    year: int | None = None, unit: Unit | None = None,
) -> Recognition:  # fmt: skip
    """Enter a recognition that a decision gave. `NotYet` for a day to come, or a second one of its level and year."""
    exemplar = hold(exemplar, by=by, needs=Permission.RECOGNITION_ENTER)
    return write(
        exemplar,
        by=by,
        level=level,
        issuer=issuer,
        decided_on=decided_on,
        decision_no=decision_no,
        year=year,
        unit=unit,
    )


@transaction.atomic
def write(
    exemplar: Exemplar, *, by, level: str, issuer: str, decided_on: date, decision_no: str = "",
    year: int | None = None, unit: Unit | None = None,
) -> Recognition:  # fmt: skip
    """As `enter`, for a caller that holds the exemplar's row and has asked who may (a confirmed decision)."""
    if not issuer.strip():
        raise NotYet("Hãy ghi cơ quan ra quyết định công nhận.")
    if decided_on > timezone.localdate():
        raise NotYet("Ngày quyết định không thể sau hôm nay.")
    recognition = Recognition(
        exemplar=exemplar, level=level, issuer=issuer.strip(), decided_on=decided_on, unit=unit,
        decision_no=decision_no.strip(), year=year or decided_on.year, entered_by=by,
    )  # fmt: skip
    try:
        with transaction.atomic():
            recognition.save()
    except IntegrityError:
        raise NotYet(
            f"“{exemplar}” đã có công nhận {recognition.get_level_display().lower()} năm {recognition.year}."
        ) from None
    record(
        "recognition.enter", exemplar, by=by, recognition=recognition.pk, level=level, issuer=recognition.issuer,
        decision_no=recognition.decision_no, decided_on=decided_on, year=recognition.year,
    )  # fmt: skip
    return recognition


@transaction.atomic
def put_number(recognition: Recognition, decision_no: str, *, by) -> Recognition:
    """The number of a decision that had none yet; one that is there is never changed."""
    recognition = Recognition.objects.select_for_update(of=("self",)).get(pk=recognition.pk)
    if recognition.decision_no:
        raise NotYet(f"Công nhận này đã có số quyết định {recognition.decision_no}.")
    recognition.decision_no = decision_no.strip()
    recognition.save(update_fields=["decision_no"])
    record("recognition.put_number", recognition.exemplar, by=by, recognition=recognition.pk, decision_no=decision_no)
    return recognition


@transaction.atomic
def annul(recognition: Recognition, *, by, decision: str, on: date | None = None) -> Recognition:
    """End a recognition by the decision that annuls it (*Hủy bỏ quyết định công nhận*); it stays readable."""
    require(by, Permission.RECOGNITION_ENTER, recognition.exemplar.unit)
    return strike(recognition, by=by, decision=decision, on=on)


@transaction.atomic
def strike(recognition: Recognition, *, by, decision: str, on: date | None = None) -> Recognition:
    """As `annul`, for a caller that has asked who may (the withdrawal of a whole decision)."""
    recognition = Recognition.objects.select_for_update(of=("self",)).get(pk=recognition.pk)
    on = on or timezone.localdate()
    if recognition.annulled_on is not None:
        raise NotYet(f"Công nhận này đã bị hủy bỏ theo {recognition.annulled_by_decision}.")
    if not decision.strip():
        raise NotYet("Hãy ghi số quyết định hủy bỏ: công nhận chỉ hết hiệu lực bằng một quyết định.")
    if on < recognition.decided_on:
        raise NotYet("Ngày hủy bỏ không thể trước ngày quyết định công nhận.")
    recognition.annulled_on, recognition.annulled_by_decision = on, decision.strip()
    recognition.save(update_fields=["annulled_on", "annulled_by_decision"])
    record(
        "recognition.annul", recognition.exemplar, by=by, recognition=recognition.pk, decision=decision.strip(), on=on
    )
    return recognition
