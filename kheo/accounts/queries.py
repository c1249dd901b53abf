"""Reads of this room, shaped for its pages: people of a unit, what somebody may do and why, the trail."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.db.models import Prefetch, Q, QuerySet
from django.utils import timezone

from kheo.accounts.access import can, places_held, units_where
from kheo.accounts.models import Membership, User, covers_whole_tree
from kheo.accounts.permissions import WORDS, Permission
from kheo.accounts.phones import phone_digits
from kheo.accounts.roles import BY_PLACE, GRANTS
from kheo.audit.models import Event
from kheo.core.vietnamese import fold
from kheo.units.models import Unit

STATES = {"": "Đang hoạt động", "khoa": "Đang khóa", "da-roi": "Đã rời đơn vị", "tat-ca": "Tất cả"}


def people_list(user, *, unit: Unit | None = None, text: str = "", state: str = "") -> QuerySet[User]:
    """People whom `user` looks after, by name; `text` finds names without accents and phone numbers."""
    today = timezone.localdate()
    held = Membership.objects.filter(units_where(user, Permission.PEOPLE_CARE)).select_related("unit")
    found = User.objects.visible_to(user).by_name()
    theirs = Membership.objects.filter(Q(ends=None) | Q(ends__gte=today))
    if unit is not None:
        theirs = theirs.filter(unit__path__startswith=unit.path)
        found = found.filter(memberships__unit__path__startswith=unit.path).distinct()
    if state == "khoa":
        found = found.filter(is_active=False)
    elif state == "da-roi":
        found = found.exclude(pk__in=theirs.values("user"))
    elif state == "":
        found = found.filter(is_active=True, pk__in=theirs.values("user"))
    if text.strip():
        wanted = Q(folded__contains=fold(text.strip()))
        if digits := phone_digits(text):
            wanted |= Q(phone__startswith=digits)
        found = found.filter(wanted)
    return found.prefetch_related(Prefetch("memberships", queryset=held, to_attr="shown"))


def units_in_care(user) -> QuerySet[Unit]:
    """Living units whose people `user` looks after, by name."""
    living = Unit.objects.living(on=timezone.localdate())
    return living.filter(units_where(user, Permission.PEOPLE_CARE, "")).by_name()


@dataclass(frozen=True)
class Reason:
    """Why somebody may do a thing: a membership, its role, and how it reaches the unit asked about."""

    membership: Membership
    how: str


@dataclass(frozen=True)
class Right:
    """One permission of a person; `reasons` is empty where they do not hold it in the unit asked about."""

    permission: Permission
    label: str
    reasons: list[Reason]


def rights_in(person: User, unit: Unit) -> list[Right]:
    """Each permission, and why `person` holds it in `unit`; the same rule as `access.can`, told with its reasons."""
    return [Right(word, WORDS[word], _reasons(person, word, unit)) for word in Permission]


def _reasons(person: User, permission: Permission, unit: Unit) -> list[Reason]:
    found = []
    for held in person.held:
        if permission not in GRANTS[held.role]:
            continue
        if unit.path == held.unit.path:
            found.append(Reason(held, "chính đơn vị này"))
        elif unit.path.startswith(held.unit.path):
            found.append(Reason(held, "đơn vị này trực thuộc"))
        elif permission in BY_PLACE and unit.place_id and unit.place.path.startswith(held.unit.path):
            found.append(Reason(held, "đơn vị này đứng chân trên địa bàn"))
    return found


@dataclass(frozen=True)
class Reach:
    """What one membership gives, told in words."""

    membership: Membership
    is_now: bool
    when: str
    rights: list[str]
    by_place: list[str]


def reach_of(person: User, *, on: date) -> list[Reach]:
    """Every membership of a person, today's first: its role, its permissions, how far they go."""
    told = []
    for held in person.memberships.select_related("unit").order_by("-starts", "-pk"):
        is_now = held.starts <= on and (held.ends is None or held.ends >= on)
        given = [word for word in Permission if word in GRANTS[held.role]]
        by_place = [WORDS[word] for word in given if word in BY_PLACE]
        told.append(Reach(held, is_now, _when(held, on), [WORDS[word] for word in given], by_place))
    return sorted(told, key=lambda reach: not reach.is_now)


def _when(held: Membership, on: date) -> str:
    if held.starts > on:
        return f"sẽ có từ {held.starts:%d/%m/%Y}"
    if held.ends is None:
        return f"từ {held.starts:%d/%m/%Y}"
    ended = "đã kết thúc" if held.ends < on else "đến hết"
    return f"từ {held.starts:%d/%m/%Y}, {ended} {held.ends:%d/%m/%Y}"


def seen_or_held(user, person: User) -> Q:
    """A condition over units: those `user` may see, and those where `person` holds something today."""
    return units_where(user, Permission.UNIT_VIEW, "") | Q(pk__in=[held.unit_id for held in person.held])


def may_read_rights(user, person: User) -> bool:
    """One's own rights; those of people in care for whoever explains access in a unit of theirs."""
    if user.pk == person.pk:
        return True
    units = [held.unit for held in person.memberships.select_related("unit")]
    whole = covers_whole_tree(user, Permission.ACCESS_EXPLAIN)
    return whole or any(can(user, Permission.ACCESS_EXPLAIN, unit) for unit in units)


def history_of(person: User) -> QuerySet[Event]:
    """What was done to a person's account and memberships, newest first."""
    memberships = [str(pk) for pk in person.memberships.values_list("pk", flat=True)]
    about = Q(subject_type="accounts.user", subject_id=str(person.pk)) | Q(
        subject_type="accounts.membership", subject_id__in=memberships
    )
    return Event.objects.filter(about).select_related("by").prefetch_related("personal").order_by("-number")


def events_visible_to(user) -> QuerySet[Event]:
    """Events of units where `user` may read the trail; whoever may in the whole tree reads those without a unit too."""
    events = Event.objects.select_related("by").prefetch_related("personal").order_by("-number")
    if covers_whole_tree(user, Permission.AUDIT_VIEW):
        return events
    if not places_held(user, Permission.AUDIT_VIEW):
        return events.none()
    there = Unit.objects.filter(units_where(user, Permission.AUDIT_VIEW, "")).order_by().values("pk")
    return events.filter(unit_id__in=there)


def units_of_trail(user) -> QuerySet[Unit]:
    """Units, living and ended, whose trail `user` may read."""
    return Unit.objects.filter(units_where(user, Permission.AUDIT_VIEW, "")).by_name()


def trail_of(
    user, *, ai: str = "", viec: str = "", don_vi: Unit | None = None, tu_ngay=None, den_ngay=None, chu_the: str = ""
) -> QuerySet[Event]:
    """The trail that `user` may read, narrowed by what the page asks (its parameters are named as in the address)."""
    found = events_visible_to(user)
    if ai.strip():
        found = found.filter(by__folded__contains=fold(ai.strip()))
    if viec:
        found = found.filter(verb=viec)
    if don_vi is not None:
        under = Unit.objects.filter(path__startswith=don_vi.path).order_by().values("pk")
        found = found.filter(unit_id__in=under)
    if tu_ngay:
        found = found.filter(at__gte=_midnight(tu_ngay))
    if den_ngay:
        found = found.filter(at__lt=_midnight(den_ngay + timedelta(days=1)))
    if chu_the:
        kind, _, key = chu_the.partition(":")
        found = found.filter(subject_type=kind, subject_id=key)
    return found


def _midnight(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time.min))
