"""Việc của tôi: what waits for a person, what is late, what came back, what was done this week."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, timedelta

from django.db.models import Q, QuerySet
from django.urls import reverse
from django.utils.timezone import localtime

from kheo.accounts.access import can_anywhere, units_where
from kheo.accounts.permissions import Permission as P
from kheo.audit.models import Event
from kheo.core.parts import StagePath
from kheo.movement.lifecycle.exemplar import ExemplarStage
from kheo.movement.lifecycle.registration import OPEN, WITH_UNIT, RegistrationStage
from kheo.movement.models import Exemplar, GuestNote, Registration
from kheo.movement.panels import heap_makers
from kheo.movement.queries.paths import exemplar_path, registration_path

REVIEW_DAYS = 5  # for what was filed before its round set a day by which it is answered
SILENT_DAYS = 90  # a running model without a word for this long is asked about
SHOWN = 12
MOST_COUNTED = 99
R = RegistrationStage


@dataclass(frozen=True)
class Item:
    """One line of a heap (components/item.html)."""

    title: str
    url: str
    note: str = ""
    path: StagePath | None = None
    due: date | None = None
    due_text: str = ""
    late: bool = False


@dataclass(frozen=True)
class Heap:
    title: str
    items: list[Item] = field(default_factory=list)
    count: int = 0
    late: bool = False
    more_url: str = ""


def my_work(user, *, on: date) -> list[Heap]:
    """The heaps that are not empty, the late one first. The number of queries depends on the roles, not on the rows."""
    makers = (*HEAPS, *heap_makers(), _done_this_week)
    waiting = [heap for make in makers if (heap := make(user, on)) and heap.count]
    return sorted(waiting, key=lambda heap: not heap.late)


def waiting_count(user) -> int | str:
    """How many registrations wait for this person's own act, for the rail of every page: it counts no further than 99."""
    waiting = Registration.objects.filter(_mine(user), stage__in=OPEN).values("pk")[: MOST_COUNTED + 1].count()
    return waiting if waiting <= MOST_COUNTED else f"{MOST_COUNTED}+"


def _mine(user) -> Q:
    reviewed = Q(stage=R.FILED) & units_where(user, P.REGISTRATION_REVIEW, "exemplar__unit")
    to_file = _ready_to_file(user)
    returned = _to_mend(user)
    return reviewed | to_file | returned


def _ready_to_file(user) -> Q:
    """Written, or mended after it came back, and marked ready by the officer."""
    return Q(stage__in=WITH_UNIT, is_ready=True) & units_where(user, P.REGISTRATION_FILE, "exemplar__unit")


def _to_mend(user) -> Q:
    came_back = Q(stage=R.RETURNED, is_ready=False)
    return came_back & units_where(user, P.EXEMPLAR_WRITE, "exemplar__unit") & _own_side(user)


def _own_side(user) -> Q:
    """Not what a reviewer himself sent back: that waits for the unit."""
    return ~units_where(user, P.REGISTRATION_REVIEW, "exemplar__unit")


def _still_seen(user) -> Q:
    """What one wrote oneself is shown no longer than the role that it was written in."""
    return units_where(user, P.EXEMPLAR_VIEW, "exemplar__unit")


def _registrations(condition: Q) -> QuerySet:
    return (
        Registration.objects.filter(condition).select_related("exemplar__unit", "round").order_by("stage_since", "pk")
    )


def _item(registration: Registration, on: date, *, due: date | None = None, note: str = "") -> Item:
    exemplar = registration.exemplar
    return Item(
        title=exemplar.name,
        url=reverse("movement:registration_detail", args=[registration.pk]),
        note=note or f"{exemplar.unit.title} · {registration.get_origin_display().lower()}",
        path=registration_path(registration, late=bool(due and due < on)),
        due=due,
        late=bool(due and due < on),
    )


def heap_of(title: str, rows: QuerySet, make: Callable, *, late: bool = False, more_url: str = "") -> Heap:
    """A heap of the first rows, with how many there are."""
    shown = list(rows[: SHOWN + 1])
    count = len(shown) if len(shown) <= SHOWN else rows.count()
    return Heap(title, [make(row) for row in shown[:SHOWN]], count, late, more_url if count > SHOWN else "")


def _review(user, on: date, *, late: bool) -> Heap | None:
    if not can_anywhere(user, P.REGISTRATION_REVIEW):
        return None
    limit = on - timedelta(days=REVIEW_DAYS)
    past = Q(due_on__lt=on) | Q(due_on=None, stage_since__date__lt=limit)
    when = past if late else ~past
    rows = _registrations(Q(stage=R.FILED) & units_where(user, P.REGISTRATION_REVIEW, "exemplar__unit") & when)
    return heap_of(
        "Quá hạn rà soát" if late else "Chờ tôi rà soát",
        rows,
        lambda row: _item(row, on, due=row.due_on or localtime(row.stage_since).date() + timedelta(days=REVIEW_DAYS)),
        late=late,
        more_url=reverse("movement:registration_list") + "?buoc=filed",
    )


def _returned(user, on: date) -> Heap | None:
    if not can_anywhere(user, P.EXEMPLAR_WRITE):
        return None
    return heap_of(
        "Cần bổ sung",
        _registrations(_to_mend(user)),
        lambda row: _item(
            row, on, due=row.due_on or row.round.closes_on, note=f"{row.exemplar.unit.title} · {row.reason}"[:160]
        ),
        more_url=reverse("movement:registration_list") + "?buoc=returned",
    )


def _to_file(user, on: date) -> Heap | None:
    if not can_anywhere(user, P.REGISTRATION_FILE):
        return None
    return heap_of(
        "Chờ tôi gửi",
        _registrations(_ready_to_file(user)),
        lambda row: _item(row, on, due=row.round.closes_on),
        more_url=reverse("movement:registration_list") + "?buoc=drafting",
    )


def _drafting(user, on: date) -> Heap | None:
    rows = _registrations(Q(stage=R.DRAFTING, is_ready=False, entered_by=user) & _still_seen(user))
    return heap_of("Đang soạn", rows, lambda row: _item(row, on, due=row.round.closes_on))


def _guest_notes(user, on: date) -> Heap | None:
    if not can_anywhere(user, P.EXEMPLAR_WRITE):
        return None
    rows = (
        GuestNote.objects.filter(answered_at=None)
        .filter(units_where(user, P.EXEMPLAR_WRITE, "link__exemplar__unit"))
        .select_related("link__exemplar__unit")
        .order_by("at")
    )
    return heap_of(
        "Cơ sở gửi về, chờ tiếp nhận",
        rows,
        lambda row: Item(
            row.link.exemplar.name, row.link.exemplar.get_absolute_url(), f"{row.link.for_whom}: {row.sentence}"[:160]
        ),
    )


def _silent(user, on: date) -> Heap | None:
    if not can_anywhere(user, P.EXEMPLAR_LEAD):
        return None
    rows = (
        Exemplar.objects.filter(
            units_where(user, P.EXEMPLAR_LEAD),
            stage=ExemplarStage.RUNNING,
            changed_at__date__lt=on - timedelta(days=SILENT_DAYS),
        )
        .select_related("unit")
        .order_by("changed_at", "pk")
    )
    return heap_of(
        "Lâu chưa cập nhật",
        rows,
        lambda row: Item(
            row.name,
            row.get_absolute_url(),
            f"{row.unit.title} · lần cuối {localtime(row.changed_at):%d/%m/%Y}",
            exemplar_path(row),
        ),
        more_url=reverse("movement:exemplar_list") + "?buoc=running",
    )


def _done_this_week(user, on: date) -> Heap | None:
    events = Event.objects.filter(
        by=user, subject_type="movement.registration", at__date__gt=on - timedelta(days=7), verb__in=DONE_VERBS
    )
    keys = {int(key) for key in events.order_by("-number").values_list("subject_id", flat=True)[:200]}
    rows = (
        Registration.objects.filter(_still_seen(user), pk__in=keys)
        .exclude(stage__in=OPEN)
        .select_related("exemplar__unit", "round")
        .order_by("-stage_since")
    )
    return heap_of(DONE_TITLE, rows, lambda row: _item(row, on))


DONE_TITLE = "Đã xong tuần này"
DONE_VERBS = ("registration.file", "registration.list", "registration.refuse", "registration.send_back")

HEAPS: tuple[Callable[[object, date], Heap | None], ...] = (
    lambda user, on: _review(user, on, late=True),
    _returned,
    _to_file,
    lambda user, on: _review(user, on, late=False),
    _guest_notes,
    _drafting,
    _silent,
)
