"""Turns rows of a list into rows of the register's tables: everything but their keys, which writing gives them."""

import hashlib
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from functools import lru_cache
from typing import Any, NamedTuple

from kheo.core.vietnamese import exact_key, fold, sort_key
from kheo.movement.actions.exemplars import place_of
from kheo.movement.actions.imports.inserting import Frame
from kheo.movement.actions.imports.known import NAME_LENGTH, Register, place_of_row
from kheo.movement.importing import Row
from kheo.movement.lifecycle.exemplar import ExemplarStage
from kheo.movement.lifecycle.registration import Origin, RegistrationStage
from kheo.movement.models import (
    LEDGER_MEASURE,
    Charge,
    Contribution,
    Exemplar,
    ExemplarKind,
    KnownAs,
    LandsAs,
    Nature,
    Outcome,
    Participant,
    Precision,
    Registration,
    Resource,
    Round,
)
from kheo.units.models import Unit

BORN = {LandsAs.LISTED: ExemplarStage.NEW, LandsAs.RUNNING: ExemplarStage.RUNNING}
# What a row tells of a resource, in the order in which the first told is taken for the main outcome.
RESOURCES = (
    ("land_m2", Resource.LAND, "Đất hiến"),
    ("labour_days", Resource.LABOUR, "Ngày công đóng góp"),
    ("money_vnd", Resource.MONEY, "Kinh phí huy động"),
)
NOTE = "Ghi chú"
FORCES = re.compile(r"\s*[;\n,]\s*")
CENT = Decimal("0.01")
TOLD = 500  # rows between two words on how far the work is

EXEMPLAR_FIELDS = (
    "name", "folded", "sort", "kind", "bearer", "nature", "field", "unit", "place", "place_detail", "starts",
    "starts_precision", "products", "households", "beneficiaries", "members", "extra",
)  # fmt: skip


class Landing(NamedTuple):
    """How a list lands: in which round, as what, by whom, when, and what becomes of models known already."""

    round: Round
    lands_as: str
    known_as: str
    by: Any
    at: datetime
    today: date
    batch_pk: int


@dataclass
class Plan:
    """What writing will do. An owner is the number of a new exemplar, or minus the key of one in the register."""

    landing: Landing
    register: Register
    frames: dict[str, Frame]
    words: list[tuple[str, str]] = field(default_factory=list)  # of new exemplars: exact, folded
    new: dict[tuple[int, str], int] = field(default_factory=dict)  # who stands where: unit, folded name
    continued: list[int] = field(default_factory=list)
    skipped: int = 0
    digest: str = ""

    @property
    def counts(self) -> dict[str, int]:
        return {"new": len(self.words), "continued": len(self.continued), "skipped": self.skipped}


def prepare(
    rows: Iterable[Row], landing: Landing, register: Register, told: Callable[[int], None] | None = None
) -> Plan:
    """The plan for `rows`; reads the database only for the places of their units."""
    rows = list(rows)
    plan = Plan(landing, register, _frames(landing))
    places = _places({row.unit.id for row in rows})
    digest = hashlib.sha256()
    taken = set(register.registered)
    for number, row in enumerate(rows, start=1):
        digest.update(_line(row))
        key = register.keys.get(place_of_row(row)) if landing.known_as == KnownAs.CONTINUED else None
        if key is None:
            _begin(plan, row, places[row.unit.id])
        elif key in taken:
            plan.skipped += 1
        else:
            taken.add(key)
            plan.continued.append(key)
            _register(plan, -key, row, Origin.CONTINUED)
        if told and number % TOLD == 0:
            told(number)
    plan.digest = digest.hexdigest()
    return plan


def _frames(landing: Landing) -> dict[str, Frame]:
    by, at, batch = landing.by, landing.at, landing.batch_pk
    who = by.pk if by else None
    return {
        "exemplars": Frame(
            Exemplar, EXEMPLAR_FIELDS, owner="id", late=("code",), stage=BORN[landing.lands_as], stage_since=at,
            created_at=at, changed_at=at, entered_by=who, import_batch=batch,
        ),
        "registrations": Frame(
            Registration, ("origin",), owner="exemplar", round=landing.round.pk, stage=RegistrationStage.LISTED,
            stage_since=at, created_at=at, is_ready=True, entered_by=who, import_batch=batch,
        ),
        "contributions": Frame(
            Contribution, ("kind", "amount", "measure", "on"), owner="exemplar", import_batch=batch
        ),
        "outcomes": Frame(
            Outcome, ("name", "measure", "actual", "actual_on", "is_main", "resource"), owner="exemplar"
        ),
        "charges": Frame(Charge, ("name", "since"), owner="exemplar"),
        "participants": Frame(Participant, ("name",), owner="exemplar"),
    }  # fmt: skip


def _places(units: set[int]) -> dict[int, Unit]:
    """Where the work of each unit is, unless its row says more."""
    found = Unit.objects.filter(pk__in=units).select_related("place")
    return {unit.pk: place_of(unit) for unit in found}


def _begin(plan: Plan, row: Row, place: Unit) -> None:
    owner = len(plan.words)
    folded = fold(row.name)
    extra = {**row.extra, NOTE: row.note} if row.note else row.extra
    start = row.start
    plan.frames["exemplars"].add(
        owner, row.name, folded[:NAME_LENGTH], sort_key(row.name)[:400], row.kind or ExemplarKind.PRACTICE,
        row.bearer or "", row.nature or Nature.LASTING, row.field or "", row.unit.id, place.pk, row.place,
        start.date if start else None, start.precision if start else Precision.DAY, row.results,
        row.households, row.beneficiaries, row.members, extra,
    )  # fmt: skip
    plan.new[row.unit.id, folded[:NAME_LENGTH]] = owner
    on = day_of(row, plan.landing)
    forces = list(dict.fromkeys(name[:200] for name in FORCES.split(row.participants) if name))
    plan.words.append(_words(row.name, folded, row.place, row.unit.name, *forces))
    for force in forces:
        plan.frames["participants"].add(owner, force)
    if row.person:
        since = start.date if start and start.date <= on else on
        plan.frames["charges"].add(owner, row.person, since)
    main = True
    for attribute, kind, name in RESOURCES:
        amount = getattr(row, attribute)
        if amount is not None:
            plan.frames["outcomes"].add(owner, name, LEDGER_MEASURE[kind], _exact(amount), on, main, kind)
            main = False
    _register(plan, owner, row, row.origin or Origin.NEW)


def _register(plan: Plan, owner: int, row: Row, origin: str) -> None:
    """The registration of this round, and what the row says was given: a row of the ledger each, zero too."""
    plan.frames["registrations"].add(owner, origin)
    on = day_of(row, plan.landing)
    for attribute, kind, _ in RESOURCES:
        amount = getattr(row, attribute)
        if amount is not None:
            plan.frames["contributions"].add(owner, kind, _exact(amount), LEDGER_MEASURE[kind], on)


def day_of(row: Row, landing: Landing) -> date:
    """The day under which what a row tells is booked: in the round's year, so that its sums come out right.

    The start, where it falls in that year; else the last day of the year. Never later than today.
    """
    if row.start and row.start.date.year == landing.round.year:
        return min(row.start.date, landing.today)
    return min(date(landing.round.year, 12, 31), landing.today)


def _exact(amount: int | Decimal) -> int | Decimal:
    """As the ledger holds it: two places at most. A whole number is one already."""
    return amount if isinstance(amount, int) else amount.quantize(CENT)


def _words(name: str, folded: str, *others: str) -> tuple[str, str]:
    said = [other for other in others if other]
    return " \n".join([exact_key(name), *map(_exact_key, said)]), " \n".join([folded, *map(_fold, said)])


_exact_key = lru_cache(maxsize=20_000)(exact_key)
_fold = lru_cache(maxsize=20_000)(fold)


def _line(row: Row) -> bytes:
    """A row as the trail's digest sees it."""
    start = row.start.date.isoformat() if row.start else ""
    facts = (row.sheet, row.row, row.name, row.unit.id, row.field, row.bearer, start)
    amounts = (row.land_m2, row.labour_days, row.money_vnd, row.households)
    return "|".join(map(str, (*facts, *amounts))).encode()
