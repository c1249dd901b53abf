"""Who is told: people who can sign in and hold a role today. The page that names them and the sending ask here alike."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.db.models import Exists, OuterRef, QuerySet
from django.utils import timezone

from kheo.accounts.models import Membership, User
from kheo.accounts.roles import Role
from kheo.notices.about import About, is_withheld
from kheo.notices.models import Dispatch, Recipient
from kheo.units.models import Unit

# A letter to a unit is read by whoever leads it or writes for it.
OF_UNIT = (Role.UNIT_LEADER, Role.OFFICER)

LEFT = "không còn giữ vai trò nào hoặc tài khoản đang khóa"
BARRED = "không nhận thư về hồ sơ này"
NOBODY = "chưa có lãnh đạo hay cán bộ dùng Khéo"


def present(users: Iterable[User]) -> QuerySet[User]:
    """Of these, the people who can sign in and hold a role today: whoever has left is told nothing."""
    roles = Membership.objects.current(on=timezone.localdate()).filter(user=OuterRef("pk"))
    return User.objects.filter(Exists(roles), pk__in={user.pk for user in users}, is_active=True)


def of_unit(unit: Unit, roles: Sequence[Role] = OF_UNIT) -> list[User]:
    """Who holds one of `roles` in this unit today, by name; see `of_units`."""
    return of_units([unit], roles)[unit.pk]


def of_units(units: Iterable[Unit], roles: Sequence[Role] = OF_UNIT) -> dict[int, list[User]]:
    """The same for many units in one query, by the unit's key.

    A hamlet cell or a school without an account is served by the nearest unit above that has people, since a role
    there holds below too; the top of the tree answers for itself alone.
    """
    lines = {unit.pk: _upwards(unit) for unit in units}
    paths = {path for line in lines.values() for path in line}
    there = Membership.objects.current(on=timezone.localdate()).select_related("user", "unit")
    there = there.filter(unit__path__in=paths, role__in=roles, user__is_active=True)
    found: dict[str, dict[int, User]] = defaultdict(dict)
    for held in there.order_by("user__sort", "user_id"):
        found[held.unit.path][held.user_id] = held.user
    return {
        key: list(next((found[path] for path in line if path in found), {}).values()) for key, line in lines.items()
    }


def _upwards(unit: Unit) -> list[str]:
    """Paths of the unit and of those above it but the top, the nearest first."""
    step = Unit.steplen
    return [unit.path, *(unit.path[:end] for end in range(len(unit.path) - step, step, -step))]


def may_hear(thing: About, users: Iterable[User]) -> list[User]:
    """Of these people the present ones whom no rule bars from hearing of this thing, in order of their keys."""
    return [user for user in present(users).order_by("pk") if not is_withheld(thing, user)]


@dataclass(frozen=True)
class Receiver:
    """One person or unit at the head of a letter. `why_not` says why nothing goes there."""

    name: str
    user: User | None = None
    of: str = ""
    why_not: str = ""


def receivers(dispatches: Sequence[Dispatch]) -> dict[int, list[Receiver]]:
    """Whom each letter would reach today, by the letter's key: each person once, however often named."""
    rows = Recipient.objects.filter(dispatch__in=dispatches).select_related("user", "unit").order_by("pk")
    rows_of: dict[int, list[Recipient]] = defaultdict(list)
    for row in rows:
        rows_of[row.dispatch_id].append(row)
    every = [row for found in rows_of.values() for row in found]
    in_units = of_units([row.unit for row in every if row.unit])
    here = set(present([row.user for row in every if row.user]).values_list("pk", flat=True))
    return {letter.pk: _of_letter(letter, rows_of[letter.pk], in_units, here) for letter in dispatches}


def _of_letter(
    letter: Dispatch, rows: list[Recipient], in_units: dict[int, list[User]], here: set[int]
) -> list[Receiver]:
    found: dict[object, Receiver] = {}
    for row in rows:
        if row.user_id:
            why_not = "" if row.user_id in here else LEFT
            found.setdefault(row.user_id, _person(letter, row.user, why_not=why_not))
        elif people := in_units.get(row.unit_id):
            for user in people:
                found.setdefault(user.pk, _person(letter, user, of=str(row.unit)))
        else:
            found[row.unit] = Receiver(row.unit.title, why_not=NOBODY)
    return list(found.values())


def _person(letter: Dispatch, user: User, *, of: str = "", why_not: str = "") -> Receiver:
    why_not = why_not or (BARRED if is_withheld(letter.about, user) else "")
    return Receiver(str(user), user, of, why_not)
