"""The shape of a usual kind of model from which the seeded generator of the demo makes readable records."""

from dataclasses import dataclass
from typing import NamedTuple

ANYWHERE = ("plain", "coast", "hills", "border", "town")


class Measure(NamedTuple):
    """What is counted: a number is drawn between low and high in steps; resource is land, labour or money."""

    name: str
    measure: str
    low: float
    high: float
    step: float
    main: bool = False
    resource: str | None = None


@dataclass(frozen=True, kw_only=True)
class ModelKind:
    """Patterns may hold {village}; settings say in which kinds of village it makes sense."""

    key: str
    field: str
    nature: str
    units: tuple[str, ...]
    settings: tuple[str, ...]
    themes: tuple[str, ...]
    names: tuple[str, ...]
    measures: tuple[Measure, ...]
    summaries: tuple[str, ...]
    goals: tuple[str, ...]
    situations: tuple[str, ...]
    methods: tuple[str, ...]
    sustains: tuple[str, ...]
    products: str
