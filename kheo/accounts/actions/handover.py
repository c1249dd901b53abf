"""Bàn giao: open work passes to a successor of the same unit, and the role ends on a day."""

from collections.abc import Collection
from datetime import date

from django.db import transaction
from django.utils import timezone

from kheo.accounts.access import can
from kheo.accounts.actions import memberships
from kheo.accounts.actions.care import Refused, require_giving, require_other
from kheo.accounts.handover import carriers
from kheo.accounts.models import Membership, User
from kheo.accounts.permissions import Permission
from kheo.audit.models import record


def successors(membership: Membership):
    """Who may take over: other people who hold a role in the very unit today and can sign in."""
    there = Membership.objects.current(on=timezone.localdate()).filter(unit=membership.unit)
    return User.objects.filter(is_active=True, pk__in=there.values("user")).exclude(pk=membership.user_id).by_name()


@transaction.atomic
def hand_over(
    membership: Membership, *, by, to: User, keys: Collection[str], ends: date | None = None, note: str = ""
) -> dict[str, int]:
    """Move the kinds of work named in `keys` to `to`; end the membership on `ends` when a day is given.

    Returns how many pieces of each kind moved. All or nothing: one event tells the whole, each room tells its own.
    """
    require_other(by, membership.user)
    require_giving(by, membership.role, membership.unit)
    if not successors(membership).filter(pk=to.pk).exists():
        raise Refused(f"{to} hiện không giữ vai trò nào tại {membership.unit}.")
    chosen = [carrier for carrier in carriers() if carrier.key in keys]
    if chosen and not can(to, Permission.EXEMPLAR_WRITE, membership.unit):
        raise Refused(f"{to} chưa được giao quyền soạn đăng ký, ghi tiến độ tại {membership.unit}.")
    if not chosen and ends is None:
        raise Refused("Hãy chọn ít nhất một việc để bàn giao, hoặc ghi ngày kết thúc vai trò.")
    moved = {carrier.key: carrier.carry(membership.user, to=to, unit=membership.unit, by=by) for carrier in chosen}
    record("membership.hand_over", membership, by=by, note=note.strip(), user=membership.user_id, to=to.pk, moved=moved)
    if ends is not None:
        memberships.end(membership, by=by, on=ends, note="Bàn giao công việc")
    return moved
