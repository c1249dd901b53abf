"""Accounts from a spreadsheet: each row checked as an invitation would be, then all invited at once."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from uuid import uuid4

from django.db import transaction
from django.utils import timezone

from kheo.accounts.actions.care import Refused, gives
from kheo.accounts.actions.invitations import invite
from kheo.accounts.importing import Row
from kheo.accounts.models import Invitation, User
from kheo.accounts.roles import Role
from kheo.core.vietnamese import fold
from kheo.units.models import Unit


@dataclass(frozen=True)
class Checked:
    """A row with the unit that was understood (None where it was not)."""

    row: Row
    unit: Unit | None

    @property
    def role_label(self) -> str:
        return str(Role(self.row.role).label) if self.row.role in Role.values else self.row.role


def check(rows: Iterable[Row], *, by) -> list[Checked]:
    """Match units among those living today, and say for each row what would stand in the way of inviting."""
    rows = list(rows)
    units = _Units()
    taken = set(User.objects.filter(phone__in=[row.phone for row in rows if row.phone]).values_list("phone", flat=True))
    return [_checked(row, units, taken, by) for row in rows]


def _checked(row: Row, units: "_Units", taken: set[str], by) -> Checked:
    if row.phone in taken:
        row = row.wrong("phone", "Số này đã có tài khoản. Hãy mời riêng để người ấy nhận thêm vai trò.")
    if "unit" in row.problems:
        return Checked(row, None)
    unit, sentence = units.find(row.unit)
    if unit is None:
        return Checked(row.wrong("unit", sentence), None)
    if "role" not in row.problems and not gives(by, row.role, unit):
        label = Role(row.role).label
        row = row.wrong("role", f"Đồng chí không được giao vai trò “{label}” tại {unit}.")
    return Checked(row, unit)


class _Units:
    """Living units by code and by name; an ended one is answered with its successor. Each text is asked once."""

    def __init__(self):
        self.today = timezone.localdate()
        self.answers: dict[str, tuple[Unit | None, str]] = {}

    def find(self, text: str) -> tuple[Unit | None, str]:
        if text not in self.answers:
            self.answers[text] = self._ask(text)
        return self.answers[text]

    def _ask(self, text: str) -> tuple[Unit | None, str]:
        living = Unit.objects.living(on=self.today)
        found = list(living.filter(code=text)[:1] or living.filter(folded=fold(text))[:5])
        if len(found) == 1:
            return found[0], ""
        if found:
            codes = ", ".join(unit.code or "(chưa có mã)" for unit in found)
            return None, f"Có {len(found)} đơn vị tên “{text}”; hãy ghi mã đơn vị: {codes}."
        return None, self._why_none(text)

    def _why_none(self, text: str) -> str:
        ended = Unit.objects.filter(folded=fold(text)).exclude(ends=None).first()
        if ended is None:
            return f"Không có đơn vị nào tên hoặc mã “{text}”."
        after = ended.successions.exclude(successor=ended).select_related("successor").order_by("-on").first()
        told = f"; đơn vị kế tục là {after.successor}" if after else ""
        return f"{ended.title} đã kết thúc hoạt động ngày {ended.ends:%d/%m/%Y}{told}."


@transaction.atomic
def invite_all(rows: Iterable[Row], *, by) -> list[Invitation]:
    """Invite everybody of the list, or nobody: raises `Refused` where a row is wrong by now."""
    checked = check(rows, by=by)
    if wrong := [str(one.row.number) for one in checked if one.row.problems]:
        raise Refused(f"Chưa tạo tài khoản nào: còn lỗi ở dòng {', '.join(wrong[:20])}.")
    batch = uuid4().hex
    return [
        invite(
            by=by, unit=one.unit, full_name=one.row.full_name, phone=one.row.phone, role=one.row.role,
            title=one.row.title, batch=batch,
        )
        for one in checked
    ]  # fmt: skip


def without_problems(rows: Iterable[Row]) -> list[Row]:
    """Rows as they were read, for a second check."""
    return [replace(row, problems={}) for row in rows]
