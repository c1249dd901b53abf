"""What upper rooms put on pages of the movement: sections of an exemplar's page, heaps of Việc của tôi.

They register in their `AppConfig.ready`; the movement draws what they answer with and asks them nothing else.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any


@dataclass(frozen=True)
class Panel:
    """A section in the margin of an exemplar's page. Its template gets `shown`, `exemplar` and `csrf_token`."""

    template: str
    shown: Any


PanelMaker = Callable[[Any, Any], Panel | None]  # (exemplar, user); a number of queries that does not grow with rows
HeapMaker = Callable[[Any, date], Any]  # (user, day) -> kheo.movement.queries.desk.Heap or None

_panels: list[PanelMaker] = []
_heaps: list[HeapMaker] = []


def register(*makers: PanelMaker) -> None:
    _panels.extend(make for make in makers if make not in _panels)


def register_heaps(*makers: HeapMaker) -> None:
    _heaps.extend(make for make in makers if make not in _heaps)


def panels_of(exemplar, user) -> list[Panel]:
    """Sections for this person, in the order of registration."""
    return [panel for make in _panels if (panel := make(exemplar, user))]


def heap_makers() -> tuple[HeapMaker, ...]:
    return tuple(_heaps)
