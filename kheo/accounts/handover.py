"""Bàn giao: upper rooms register what open work of theirs can pass from one person to another."""

from collections.abc import Callable
from dataclasses import dataclass

from kheo.accounts.models import User
from kheo.units.models import Unit


@dataclass(frozen=True)
class Item:
    """One piece of open work: its name, and where to look at it."""

    label: str
    url: str = ""


@dataclass(frozen=True)
class Carrier:
    """A kind of open work.

    `items(person, unit)` lists what `person` holds in `unit` and below; `carry(person, to, unit, by)` moves all of it
    in the caller's transaction, leaves its own audit events, and returns how many pieces moved.
    """

    key: str
    label: str
    items: Callable[[User, Unit], list[Item]]
    carry: Callable[..., int]


_carriers: dict[str, Carrier] = {}


def register(*carriers: Carrier) -> None:
    for carrier in carriers:
        _carriers[carrier.key] = carrier


def carriers() -> list[Carrier]:
    """All kinds of work, in the order of registration."""
    return list(_carriers.values())
