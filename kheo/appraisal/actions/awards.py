"""Forms of award and the base salary: written by whoever cares for awards at that level; a form in use keeps its words."""

from typing import TypeVar

from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, models, transaction

from kheo.accounts.access import can_anywhere, places_held
from kheo.accounts.permissions import WORDS, Permission
from kheo.appraisal.models import AwardForm, BaseSalary, BatchItem, Commendation
from kheo.audit.models import record
from kheo.movement.lifecycle.move import NotYet
from kheo.units.models import Level, Unit

Row = TypeVar("Row", AwardForm, BaseSalary)
WRITABLE: dict[type[models.Model], tuple[str, ...]] = {
    AwardForm: ("name", "level", "bearer", "kind", "multiple", "starts", "ends", "source", "is_sample"),
    BaseSalary: ("starts", "amount", "source"),
}
# What an award that was given rests on.
KEPT_IN_USE = ("name", "level", "bearer", "kind", "multiple", "starts")
TWICE = {
    AwardForm: "Hình thức này đã có ở cấp, đối tượng và ngày bắt đầu đó, hoặc ngày kết thúc trước ngày bắt đầu.",
    BaseSalary: "Đã có mức lương cơ sở bắt đầu từ ngày này.",
}
_LEVELS = list(Level)


def levels_of(user) -> list[Level]:
    """Levels whose forms `user` may change: that of the unit where they may, and those below."""
    held = Unit.objects.filter(path__in=places_held(user, Permission.AWARD_CHANGE)).values_list("level", flat=True)
    highest = max((_LEVELS.index(Level(level)) for level in held), default=-1)
    return _LEVELS[: highest + 1]


@transaction.atomic
def put(row: Row, *, by, **facts) -> Row:
    """Save a new row or change one. Nothing changed leaves no event. Raises `NotYet` for what cannot be."""
    kind = type(row)
    if unknown := set(facts) - set(WRITABLE[kind]):
        raise TypeError(f"Not writable here: {sorted(unknown)}")
    if row.pk:
        row = kind.objects.select_for_update(of=("self",)).get(pk=row.pk)
        _allow(row, by)
    changes = {}
    for name, value in facts.items():
        before = getattr(row, name)
        if row.pk is None or before != value:
            changes[name] = [_plain(before), _plain(value)]
            setattr(row, name, value)
    _allow(row, by)
    if isinstance(row, AwardForm) and row.pk and set(changes) & set(KEPT_IN_USE) and is_used(row):
        raise NotYet(
            "Hình thức này đã dùng trong quyết định khen thưởng; muốn đổi tên hoặc mức thì ghi ngày kết thúc ở đây "
            "rồi thêm một dòng mới."
        )
    if not changes:
        return row
    verb = f"{kind._meta.model_name}.{'change' if row.pk else 'add'}"
    try:
        with transaction.atomic():
            row.save()
    except IntegrityError:
        raise NotYet(TWICE[kind]) from None
    record(verb, row, by=by, **changes)
    return row


def is_used(form: AwardForm) -> bool:
    """Was it given, or is it to be given by a list?"""
    rows = (model.objects.filter(**{name: form}) for model, name in ((Commendation, "form"), (BatchItem, "award_form")))
    return any(each.exists() for each in rows)


def _allow(row: AwardForm | BaseSalary, by) -> None:
    if not can_anywhere(by, Permission.AWARD_CHANGE):
        raise PermissionDenied(f"Đồng chí chưa được giao quyền “{WORDS[Permission.AWARD_CHANGE]}”.")
    if isinstance(row, AwardForm) and row.level not in levels_of(by):
        raise PermissionDenied(
            "Đồng chí chỉ sửa hình thức khen thưởng từ cấp của mình trở xuống, "
            f"không sửa của cấp {row.get_level_display().lower()}."
        )


def _plain(value):
    return value if value is None or isinstance(value, bool | int | str) else str(value)
