"""What each part of the room puts on the page of a nomination: a template and what it draws there for one reader.

Parts register in `AppConfig.ready`. A template gets `part` (what `make` answered), `nomination` and `csrf_token`.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Part:
    """`make(nomination, user)` answers None where this reader is shown nothing of it. `aside`: in the margin."""

    template: str
    make: Callable[[Any, Any], Any]
    order: int = 50
    aside: bool = False


@dataclass(frozen=True)
class Shown:
    template: str
    part: Any


_parts: list[Part] = []


def register(*parts: Part) -> None:
    _parts.extend(part for part in parts if part not in _parts)
    _parts.sort(key=lambda part: part.order)


def shown(nomination, user, *, aside: bool = False) -> list[Shown]:
    """The parts for this reader, in their order."""
    found = [(part, part.make(nomination, user)) for part in _parts if part.aside == aside]
    return [Shown(part.template, made) for part, made in found if made is not None]
