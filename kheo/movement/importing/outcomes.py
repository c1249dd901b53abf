"""What reading gives: a model as its row tells it, an error in its place, or a caution beside it."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from kheo.core.vietnamese import PartialDate


@dataclass(slots=True)
class Row:
    """A model as one row tells it. None is “not said”; zero is zero. `unit` is what the matcher found.

    `land_m2` and `labour_days` may be Decimals with a part, `money_vnd` is whole đồng. `extra` keeps what nobody knows.
    """

    sheet: str
    row: int
    name: str = ""
    field: str | None = None
    unit: Any = None
    bearer: str | None = None
    kind: str | None = None
    nature: str | None = None
    start: PartialDate | None = None
    land_m2: int | Decimal | None = None
    labour_days: int | Decimal | None = None
    money_vnd: int | None = None
    households: int | None = None
    beneficiaries: int | None = None
    members: int | None = None
    person: str = ""
    place: str = ""
    note: str = ""
    participants: str = ""
    results: str = ""
    origin: str | None = None
    extra: dict[str, str] = dataclasses.field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class RowError:
    """Why a row cannot be read: the cell by its header and text, the reason in Vietnamese."""

    sheet: str
    row: int
    column: str
    value: str
    reason: str


@dataclass(frozen=True, slots=True)
class Caution:
    """What was understood but should be looked at."""

    sheet: str
    row: int
    column: str
    value: str
    reason: str
