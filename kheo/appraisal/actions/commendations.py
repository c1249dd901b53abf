"""Commendations: entered from the decision that gave them, with their money fixed; ended only by another decision."""

from datetime import date

from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.utils import timezone

from kheo.accounts.access import require
from kheo.accounts.permissions import Permission
from kheo.appraisal.models import AwardForm, AwardKind, BaseSalary, Commendation
from kheo.audit.models import record
from kheo.core.vietnamese import exact_key
from kheo.movement.lifecycle.exemplar import ExemplarStage
from kheo.movement.lifecycle.move import NotYet
from kheo.movement.models import Bearer, Exemplar, ExemplarKind
from kheo.units.models import Unit


def recipient_of(exemplar: Exemplar) -> str:
    """Who is commended for it when nobody else is named: the honoured one, or the unit that made the model."""
    return exemplar.name if exemplar.kind == ExemplarKind.EXAMPLE else exemplar.unit.title


@transaction.atomic
def enter(exemplar: Exemplar, *, by, unit: Unit, form: AwardForm, decided_on: date, **facts) -> Commendation:
    """Enter one that a decision gave, at `unit`. Facts as of `write`. Raises `NotYet` with the user's sentence."""
    require(by, Permission.COMMENDATION_ENTER, unit)
    held = Exemplar.objects.select_for_update(of=("self",)).select_related("unit__place", "place").get(pk=exemplar.pk)
    places = [place for place in (held.unit, held.unit.place, held.place) if place]
    if not any(place.path.startswith(unit.path) for place in places):
        raise PermissionDenied(f"“{held}” không thuộc phạm vi của {unit}.")
    return write(held, by=by, unit=unit, form=form, decided_on=decided_on, **facts)


@transaction.atomic
def write(
    exemplar: Exemplar, *, by, unit: Unit, form: AwardForm, decided_on: date, decision_no: str, issuer: str,
    recipient: str = "", address: str = "", achievement: str = "", basis: str = AwardKind.MOVEMENT,
    year: int | None = None,
) -> Commendation:  # fmt: skip
    """As `enter`, for a caller that holds the exemplar's row and has asked who may (a confirmed decision).

    The multiple and the base salary of the decision's day are kept with it: a later change of either moves no old sum.
    """
    salary = BaseSalary.on(decided_on)
    row = Commendation(
        exemplar=exemplar, unit=unit, form=form, level=form.level, bearer=form.bearer,
        recipient=" ".join((recipient or recipient_of(exemplar)).split())[:300],
        address=address.strip() or (exemplar.unit.title if form.bearer == Bearer.PERSON else ""),
        achievement=achievement.strip() or _plain_achievement(exemplar), basis=basis, year=year or decided_on.year,
        issuer=issuer.strip(), decision_no=decision_no.strip(), decided_on=decided_on, multiple=form.multiple,
        base_salary=salary.amount if salary else 0, entered_by=by,
    )  # fmt: skip
    if sentence := why_not(row):
        raise NotYet(sentence)
    try:
        with transaction.atomic():
            row.save()
    except IntegrityError:
        raise NotYet(_twice(row, _same(row))) from None
    record(
        "commendation.enter", row, by=by, exemplar=exemplar.pk, form=str(form), level=row.level, year=row.year,
        decision_no=row.decision_no, decided_on=row.decided_on, issuer=row.issuer, money=row.amount,
        basis=row.get_basis_display(), personal=_personal(row),
    )  # fmt: skip
    return row


def why_not(row: Commendation) -> str | None:
    """Why this commendation cannot be entered: facts missing, the wrong basis, a hold, or given before. Or None."""
    exemplar, form, day = row.exemplar, row.form, row.decided_on
    if exemplar.stage == ExemplarStage.MERGED:
        return f"Hồ sơ này đã gộp vào “{exemplar.merged_into}”; hãy ghi ở hồ sơ đó."
    if not row.issuer or not row.decision_no:
        return "Hãy ghi số quyết định và cơ quan ra quyết định khen thưởng."
    if day > timezone.localdate():
        return "Ngày quyết định không thể sau hôm nay."
    if exemplar.holds.open().filter(since__lte=day).exists():
        return "Hồ sơ đang tạm chưa xét."
    if sentence := form.why_not_for(row.basis) or form.why_not_on(day):
        return sentence
    return _twice(row, other) if (other := _same(row)) else None


def annul(commendation: Commendation, *, by, decision: str, on: date | None = None) -> Commendation:
    """End it by the decision that takes it back; it stays readable."""
    require(by, Permission.COMMENDATION_ENTER, commendation.unit)
    return strike(commendation, by=by, decision=decision, on=on)


@transaction.atomic
def strike(commendation: Commendation, *, by, decision: str, on: date | None = None) -> Commendation:
    """As `annul`, for a caller that has asked who may (the withdrawal of a whole decision)."""
    row = Commendation.objects.select_for_update(of=("self",)).select_related("form").get(pk=commendation.pk)
    on = on or timezone.localdate()
    if row.annulled_on is not None:
        raise NotYet(f"Khen thưởng này đã bị thu hồi theo {row.annulled_by_decision}.")
    if not decision.strip():
        raise NotYet("Hãy ghi số quyết định thu hồi: khen thưởng chỉ hết hiệu lực bằng một quyết định.")
    if on < row.decided_on:
        raise NotYet("Ngày thu hồi không thể trước ngày quyết định khen thưởng.")
    row.annulled_on, row.annulled_by_decision = on, decision.strip()
    row.save(update_fields=["annulled_on", "annulled_by_decision"])
    record(
        "commendation.annul", row, by=by, annulled_on=on, annulled_by_decision=row.annulled_by_decision,
        personal=_personal(row),
    )  # fmt: skip
    return row


def _plain_achievement(exemplar: Exemplar) -> str:
    return f"Có thành tích trong phong trào thi đua “Dân vận khéo”: {exemplar.name}"[:500]


def _same(row: Commendation) -> Commendation | None:
    """A standing award for this achievement at this level: of this exemplar and year, or in the same words elsewhere."""
    key = exact_key(row.recipient)[:300]
    given = Commendation.objects.standing().filter(recipient_key=key, level=row.level).select_related("form")
    if other := given.filter(exemplar=row.exemplar, year=row.year).first():
        return other
    told = exact_key(row.achievement)
    beside = given.filter(exemplar__unit=row.exemplar.unit, year=row.year).exclude(exemplar=row.exemplar)
    return next((each for each in beside if exact_key(each.achievement) == told), None)


def _twice(row: Commendation, other: Commendation | None) -> str:
    given = (
        f": {other.form.name} theo Quyết định số {other.decision_no} ngày {other.decided_on:%d/%m/%Y} của {other.issuer}"
        if other
        else ""
    )
    return (
        f"{row.recipient} đã được khen thưởng cho thành tích này{given}. Một thành tích không khen hai lần ở một cấp."
    )


def _personal(row: Commendation) -> dict[str, str]:
    return {"recipient": row.recipient, "address": row.address} if row.bearer == Bearer.PERSON else {}
