"""A merger of two exemplars is told to upper rooms before it is made: they may refuse it with a sentence."""

from collections.abc import Callable
from typing import Any

Listener = Callable[[Any, Any], str | None]  # (merged away, lives on), both locked -> why not, or None

_listeners: list[Listener] = []


def listen(function: Listener) -> None:
    """Have a function of an upper room asked in the transaction of each merger."""
    if function not in _listeners:
        _listeners.append(function)


def why_not(merged, into) -> str | None:
    """The first sentence that stands in the way of this merger."""
    return next((sentence for ask in _listeners if (sentence := ask(merged, into))), None)
