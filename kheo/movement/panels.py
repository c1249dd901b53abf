"""What upper rooms put on pages of the movement: sections of an exemplar's page and beside a setting, heaps of Việc của tôi.

They register in their `AppConfig.ready`; the movement draws what they answer with and asks them nothing else.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any


@dataclass(frozen=True)
class Panel:
    """A section in the margin of an exemplar's page, or below the form of a setting.

    Its template gets `shown`, `csrf_token` and, on the page of an exemplar, `exemplar`.
    """

    template: str
    shown: Any


PanelMaker = Callable[[Any, Any], Panel | None]  # (exemplar, user); a number of queries that does not grow with rows
HeapMaker = Callable[[Any, date], Any]  # (user, day) -> kheo.movement.queries.desk.Heap or None

_panels: list[PanelMaker] = []
_beside: list[PanelMaker] = []  # (a row of the settings, user)
_heaps: list[HeapMaker] = []


def register(*makers: PanelMaker) -> None:
    _panels.extend(make for make in makers if make not in _panels)


def register_beside(*makers: PanelMaker) -> None:
    _beside.extend(make for make in makers if make not in _beside)


def register_heaps(*makers: HeapMaker) -> None:
    _heaps.extend(make for make in makers if make not in _heaps)


def panels_of(exemplar, user) -> list[Panel]:
    """Sections for this person, in the order of registration."""
    return [panel for make in _panels if (panel := make(exemplar, user))]


def sections_beside(row, user) -> list[Panel]:
    """Sections below the form of one row of the settings, for this person."""
    return [panel for make in _beside if (panel := make(row, user))]


def heap_makers() -> tuple[HeapMaker, ...]:
    return tuple(_heaps)
