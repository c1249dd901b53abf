"""Roles held somewhere from a day to a day: given, changed, ended. A past is never rewritten."""

from datetime import date, timedelta

from django.db import IntegrityError, transaction
from django.utils import timezone

from kheo.accounts.actions.care import (
    Refused,
    keep_an_administrator,
    lock_administrators,
    require_giving,
    require_other,
)
from kheo.accounts.models import Membership, User
from kheo.accounts.roles import Role
from kheo.audit.models import record


@transaction.atomic
def grant(person: User, *, by, unit, role: str, title: str = "", starts: date | None = None) -> Membership:
    """Give `person` a role in `unit` from a day (today when not said), without an end."""
    require_other(by, person)
    require_giving(by, role, unit)
    return _open(person, by=by, unit=unit, role=role, title=title, starts=starts or timezone.localdate())


def _open(person, *, by, unit, role, title, starts, verb="membership.grant") -> Membership:
    if unit.ends and unit.ends < starts:
        raise Refused(f"{unit.title} đã kết thúc hoạt động ngày {unit.ends:%d/%m/%Y}.")
    new = Membership(user=person, unit=unit, role=role, title=title.strip(), starts=starts)
    try:
        with transaction.atomic():
            new.save()
    except IntegrityError:
        raise Refused(f"{person} đang giữ vai trò “{Role(role).label}” tại {unit}.") from None
    record(verb, new, by=by, user=person.pk, role=role, title=new.title, starts=starts)
    return new


@transaction.atomic
def change(membership: Membership, *, by, role: str, title: str, on: date) -> Membership:
    """Another role or title in the same unit from day `on`; the old membership ends the day before."""
    membership = _locked(membership)
    require_other(by, membership.user)
    require_giving(by, membership.role, membership.unit)
    require_giving(by, role, membership.unit)
    if (role, title.strip()) == (membership.role, membership.title):
        raise Refused("Vai trò và chức vụ vẫn như cũ, không có gì để đổi.")
    if on <= membership.starts:
        raise Refused(f"Ngày đổi phải sau ngày bắt đầu vai trò cũ ({membership.starts:%d/%m/%Y}).")
    _close(membership, by=by, on=on - timedelta(days=1))
    new = _open(membership.user, by=by, unit=membership.unit, role=role, title=title, starts=on)
    keep_an_administrator(taken=membership.role == Role.ADMINISTRATOR)
    return new


@transaction.atomic
def end(membership: Membership, *, by, on: date | None = None, note: str = "") -> Membership:
    """The membership's last day is `on` (today when not said). One that has not begun is over before it starts."""
    membership = _locked(membership)
    require_other(by, membership.user)
    require_giving(by, membership.role, membership.unit)
    _close(membership, by=by, on=on or timezone.localdate(), note=note)
    keep_an_administrator(taken=membership.role == Role.ADMINISTRATOR)
    return membership


def _locked(membership: Membership) -> Membership:
    lock_administrators()
    return Membership.objects.select_for_update(of=("self",)).select_related("unit", "user").get(pk=membership.pk)


def _close(membership: Membership, *, by, on: date, note: str = "") -> None:
    today = timezone.localdate()
    if membership.ends and membership.ends < today:
        raise Refused(f"Vai trò này đã kết thúc ngày {membership.ends:%d/%m/%Y}.")
    if on < membership.starts:
        raise Refused(f"Ngày kết thúc không thể trước ngày bắt đầu ({membership.starts:%d/%m/%Y}).")
    before, membership.ends = membership.ends, on
    membership.save(update_fields=["ends"])
    record("membership.end", membership, by=by, note=note.strip(), user=membership.user_id, ends=[before, on])
