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
    """Who holds one of `roles` in this very unit today, by name."""
    return of_units([unit.pk], roles).get(unit.pk, [])


def of_units(units: Iterable[int], roles: Sequence[Role] = OF_UNIT) -> dict[int, list[User]]:
    """The same for many units in one query, by the unit's key."""
    there = Membership.objects.current(on=timezone.localdate())
    there = there.filter(unit__in=set(units), role__in=roles, user__is_active=True).select_related("user")
    found: dict[int, dict[int, User]] = defaultdict(dict)
    for held in there.order_by("user__sort", "user_id"):
        found[held.unit_id][held.user_id] = held.user
    return {unit: list(people.values()) for unit, people in found.items()}


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
    in_units = of_units([row.unit_id for row in every if row.unit_id])
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
