"""What a notice or a letter is about: a thing of some room above, told apart without knowing that room."""

from collections.abc import Callable
from dataclasses import dataclass

from django.db.models import Model


@dataclass(frozen=True)
class About:
    """Kind ("movement.exemplar"), key and name of a thing. Two of the same kind and key are about the same thing."""

    kind: str = ""
    pk: int | None = None
    name: str = ""

    @property
    def item(self) -> str:
        """One word for the thing: "movement.exemplar:5", or "" for nothing."""
        return f"{self.kind}:{self.pk}" if self.kind else ""

    def step(self, *parts: object) -> str:
        """The key of one step of this thing, so that no notice of one step stands in the way of another's."""
        return ":".join([self.item, *map(str, parts)])


NOTHING = About()


def about(thing: Model) -> About:
    """What a row is, by its kind, key and name."""
    return About(thing._meta.label_lower, thing.pk, str(thing))


Withholding = Callable[[About, Model], bool]
_withheld_by: list[Withholding] = []


def withhold(rule: Withholding) -> None:
    """Register a rule of an upper room: `rule(about, user)` is true where this person is to hear nothing of that thing.

    It is asked before a notice is written, when a letter's names are shown, and when the letter is sent.
    """
    if rule not in _withheld_by:
        _withheld_by.append(rule)


def is_withheld(thing: About, user) -> bool:
    """Is this person barred from hearing of this thing by any rule?"""
    return bool(thing.kind) and any(rule(thing, user) for rule in _withheld_by)
