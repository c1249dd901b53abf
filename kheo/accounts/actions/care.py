"""Who may look after whom, and the acts that are refused to everybody; asked by every verb of this room."""

from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.utils import timezone

from kheo.accounts.access import can, may_give
from kheo.accounts.models import Membership, User, covers_whole_tree
from kheo.accounts.permissions import Permission
from kheo.accounts.roles import Role


class Refused(Exception):
    """An act on people cannot be done. Its text is the sentence the user reads."""


def require_other(by, person: User) -> None:
    """Nobody raises, disables or shuts out himself."""
    if by is not None and by.pk == person.pk:
        raise Refused(
            "Đồng chí không tự làm việc này cho chính mình; đề nghị người phụ trách khác hoặc đơn vị cấp trên."
        )


def require_oneself(by, person: User) -> None:
    """What somebody says of himself alone."""
    if by is None or by.pk != person.pk:
        raise PermissionDenied("Mỗi người tự ghi điều này cho tài khoản của mình.")


def looks_after(by, person: User) -> bool:
    """May `by` act on the account of `person` (lock, let back in, rename)?

    Only over each unit the person belongs to today or later, and only where `by` could give the person's role:
    else a leader of one small unit would hold the key to the account of somebody greater elsewhere.
    """
    theirs = _that_count(person)
    if not theirs:
        return covers_whole_tree(by, Permission.MEMBERSHIP_GRANT)
    return all(gives(by, one.role, one.unit) for one in theirs)


def _that_count(person: User) -> list[Membership]:
    every = list(person.memberships.select_related("unit"))
    today = timezone.localdate()
    return [one for one in every if one.ends is None or one.ends >= today] or every


def require_care(by, person: User) -> None:
    """Raise `PermissionDenied` with a sentence unless `by` may act on this person's account."""
    require_other(by, person)
    if not looks_after(by, person):
        raise PermissionDenied(
            f"Đồng chí không phụ trách tài khoản của {person}: người này còn giữ vai trò ở đơn vị khác hoặc cấp trên."
        )


def gives(by, role: str, unit) -> bool:
    """May `by` give or take this role in `unit`?"""
    return can(by, Permission.PEOPLE_CARE, unit) and may_give(by, role, unit)


def require_giving(by, role: str, unit) -> None:
    """Raise `PermissionDenied` unless `by` looks after people in `unit` and may give this role there."""
    if not gives(by, role, unit):
        raise PermissionDenied(f"Đồng chí không được giao vai trò “{Role(role).label}” tại {unit}.")


def administrators() -> QuerySet[Membership]:
    """Memberships of administrators who can sign in today and are not about to leave."""
    return Membership.objects.filter(
        role=Role.ADMINISTRATOR, user__is_active=True, ends=None, starts__lte=timezone.localdate()
    )


def keep_an_administrator(*, taken: bool) -> None:
    """Inside an act that has `taken` one away: raise `Refused` (and so undo it) where none would be left."""
    if taken and not list(administrators().select_for_update(of=("self",)).values_list("pk", flat=True)[:1]):
        raise Refused("Đây là quản trị cuối cùng. Hãy giao vai trò Quản trị cho người khác trước.")


def lock_administrators() -> None:
    """Called at the start of an act that may take an administrator away: two at once must not leave none."""
    list(administrators().select_for_update(of=("self",)).order_by("pk").values_list("pk", flat=True))
