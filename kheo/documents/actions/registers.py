"""Number registers set up and changed: no day of a unit and a form belongs to two of them."""

from datetime import date

from django.db import transaction
from django.db.models import Q

from kheo.accounts.access import require
from kheo.accounts.move import NotYet
from kheo.accounts.permissions import Permission
from kheo.audit.models import record, take_turn
from kheo.core.vietnamese import format_date
from kheo.documents.models import NumberRegister
from kheo.documents.paper import Form
from kheo.units.models import Unit

NEEDS_TERM = "Sổ văn bản của Đảng theo nhiệm kỳ: cần ghi cả ngày đầu và ngày cuối."
OVERLAPS = "Từ {starts}{ends} đơn vị đã có sổ “{name}” cùng thể thức; hai sổ không được trùng ngày."


@transaction.atomic
def set_up(*, unit: Unit, form: str, name: str, starts: date, ends: date | None, by_type: bool, by) -> NumberRegister:
    """A new register of a unit. A Party register counts each type by itself through its term. Raises `NotYet`."""
    take_turn()
    require(by, Permission.PAPER_WRITE, unit)
    register = NumberRegister(
        unit=unit, form=form, name=name.strip(), starts=starts, ends=ends, by_type=by_type or form == Form.PARTY,
        made_by=by,
    )  # fmt: skip
    _check(register)
    register.save()
    record("numberregister.set_up", register, by=by, name=register.name, starts=starts, ends=ends)
    return register


@transaction.atomic
def change(register: NumberRegister, *, name: str, ends: date | None, by) -> NumberRegister:
    """Another name or last day; never a day before a number that was taken. Raises `NotYet`."""
    take_turn()
    require(by, Permission.PAPER_WRITE, register.unit)
    register = NumberRegister.objects.select_for_update(of=("self",)).select_related("unit").get(pk=register.pk)
    values = {"name": name.strip(), "ends": ends}
    changes = {field: [getattr(register, field), value] for field, value in values.items()}
    changes = {field: pair for field, pair in changes.items() if pair[0] != pair[1]}
    for field, value in values.items():
        setattr(register, field, value)
    _check(register)
    last = register.entries.order_by("-on").first()
    if ends and last and ends < last.on:
        raise NotYet(f"Số {last.said} đã lấy cho ngày {format_date(last.on)} nên sổ không kết thúc trước ngày ấy được.")
    if changes:
        register.save()
        record("numberregister.change", register, by=by, **changes)
    return register


def _check(register: NumberRegister) -> None:
    if register.ends is None and register.form == Form.PARTY:
        raise NotYet(NEEDS_TERM)
    if register.ends and register.ends < register.starts:
        raise NotYet("Ngày cuối phải sau ngày đầu.")
    beside = NumberRegister.objects.filter(unit=register.unit, form=register.form).exclude(pk=register.pk)
    beside = beside.filter(Q(ends=None) | Q(ends__gte=register.starts))
    if register.ends:
        beside = beside.filter(starts__lte=register.ends)
    if other := beside.first():
        ends = f" đến {format_date(other.ends)}" if other.ends else ""
        raise NotYet(OVERLAPS.format(starts=format_date(other.starts), ends=ends, name=other.name))
