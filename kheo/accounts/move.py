"""One move of a lifecycle: a row of a table, read by plain functions."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any

from kheo.accounts.permissions import Permission

Obstacle = Callable[[Any, Any], str | None]


def no_obstacle(subject: Any, by: Any) -> None:
    """Nothing stands in the way."""


@dataclass(frozen=True)
class Move:
    """From which stages to which, the word on the button, who may (any one of `needs`), and why not yet."""

    name: str
    label: str
    sources: tuple[str, ...]
    target: str
    needs: tuple[Permission, ...]
    obstacle: Obstacle = field(default=no_obstacle, repr=False)
    wants_reason: bool = False
    hint: str = ""


class NotYet(Exception):
    """A move cannot be made now. Its text is the sentence the user reads."""


def by_name(table: Iterable[Move]) -> dict[str, Move]:
    return {move.name: move for move in table}


def first(*obstacles: Obstacle) -> Obstacle:
    """The first sentence that any of `obstacles` answers with."""

    def ask(subject, by):
        return next((sentence for obstacle in obstacles if (sentence := obstacle(subject, by))), None)

    ask.__doc__ = "; ".join(filter(None, (obstacle.__doc__ for obstacle in obstacles)))
    return ask
