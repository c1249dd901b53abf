"""The two questions of access: may this person do this there (`can`), and where may they (`units_where`)."""

from django.core.exceptions import PermissionDenied
from django.db.models import Q

from kheo.accounts.permissions import WORDS, Permission
from kheo.accounts.roles import BY_PLACE, GIVES, GRANTS, Role

NOWHERE = Q(pk__in=[])


def places_held(user, permission: Permission) -> list[str]:
    """Tree paths of the units in which `user` holds `permission`, without those below another one."""
    paths = sorted({held.unit.path for held in user.held if permission in GRANTS[held.role]})
    kept: list[str] = []
    for path in paths:
        if not kept or not path.startswith(kept[-1]):
            kept.append(path)
    return kept


def can(user, permission: Permission, unit) -> bool:
    """May `user` do this in `unit`? A membership holds in its unit and all below (and, to read, in its place)."""
    if not user.is_authenticated or unit is None:
        return False
    paths = [unit.path]
    if permission in BY_PLACE and unit.place_id:
        paths.append(unit.place.path)
    return any(path.startswith(held) for held in places_held(user, permission) for path in paths)


def units_where(user, permission: Permission, to_unit: str = "unit") -> Q:
    """A condition over rows whose unit lies at `to_unit` ("" for units themselves): where `user` holds `permission`."""
    if not user.is_authenticated:
        return NOWHERE
    start = f"{to_unit}__" if to_unit else ""
    found = NOWHERE
    for path in places_held(user, permission):
        found |= Q(**{f"{start}path__startswith": path})
        if permission in BY_PLACE:
            found |= Q(**{f"{start}place__path__startswith": path})
    return found


def can_anywhere(user, permission: Permission) -> bool:
    """Does `user` hold `permission` in any unit at all? For a page that then shows only what is theirs."""
    return user.is_authenticated and bool(places_held(user, permission))


def may_give(user, role: Role | str, unit) -> bool:
    """May `user` give (or take) `role` in `unit`? By the table `GIVES`, for a membership there or above."""
    return any(role in GIVES.get(held.role, ()) and unit.path.startswith(held.unit.path) for held in user.held)


def roles_to_give(user, unit) -> list[Role]:
    """Roles that `user` may give in `unit`, in the order of the table of roles."""
    return [role for role in Role if may_give(user, role, unit)]


def require(user, permission: Permission, unit) -> None:
    """Raise `PermissionDenied` with a sentence for the user unless `user` may do this in `unit`."""
    if not can(user, permission, unit):
        raise PermissionDenied(f"Đồng chí chưa được giao quyền “{WORDS[permission]}” tại {unit}.")
