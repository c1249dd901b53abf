"""A schematic map of a province: a dot for each commune where it lies, filled where there is a public model.

No boundary is drawn. An island far out at sea (Hoàng Sa, Trường Sa, Côn Đảo …) stands at the edge of the frame, on the side
where it lies, with its name: in its true place the province would be a speck.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from math import cos, radians

from kheo.units.models import Unit
from kheo.units.points import points

WIDTH, TALLEST, MARGIN = 360, 480, 14  # of the drawing, in its own units
ISLAND = "đặc khu "
FROM_THE_RIGHT = 0.5  # beyond this part of the width a name stands to the left of its dot


@dataclass(frozen=True)
class Dot:
    """A commune of the map. `label` is written beside it, to its left where there is no room on the right."""

    x: float
    y: float
    name: str
    count: int
    label: str
    is_left: bool


@dataclass(frozen=True)
class Schematic:
    width: int
    height: int
    dots: list[Dot]


@dataclass(frozen=True)
class _Frame:
    south: float
    north: float
    west: float
    east: float
    narrow: float  # a degree of longitude, in degrees of latitude

    @property
    def scale(self) -> float:
        wide = (WIDTH - 2 * MARGIN) / max((self.east - self.west) * self.narrow, 0.01)
        return min(wide, (TALLEST - 2 * MARGIN) / max(self.north - self.south, 0.01))

    @property
    def height(self) -> int:
        return round((self.north - self.south) * self.scale) + 2 * MARGIN

    def at(self, latitude: float, longitude: float) -> tuple[float, float]:
        """Where it is drawn; what lies outside is drawn at the edge."""
        x = MARGIN + (longitude - self.west) * self.narrow * self.scale
        y = MARGIN + (self.north - latitude) * self.scale
        return round(min(max(x, MARGIN), WIDTH - MARGIN), 1), round(min(max(y, MARGIN), self.height - MARGIN), 1)


def schematic(communes: Iterable[tuple[Unit, int]]) -> Schematic | None:
    """The map of communes with their counts; None where fewer than two of them have a known point."""
    known = [(unit, count, points()[unit.code]) for unit, count in communes if unit.code in points()]
    mainland = [point for unit, _, point in known if not unit.name.startswith(ISLAND)]
    if len(mainland) < 2:
        return None
    frame = _frame(mainland)
    dots = [_dot(unit, count, *frame.at(*point)) for unit, count, point in known]
    # Filled dots are drawn last, over the hollow ones.
    return Schematic(WIDTH, frame.height, sorted(dots, key=lambda dot: dot.count > 0))


def _frame(around: list[tuple[float, float]]) -> _Frame:
    latitudes, longitudes = zip(*around, strict=True)
    south, north = min(latitudes), max(latitudes)
    return _Frame(south, north, min(longitudes), max(longitudes), cos(radians((south + north) / 2)))


def _dot(unit: Unit, count: int, x: float, y: float) -> Dot:
    label = unit.name.removeprefix(ISLAND) if unit.name.startswith(ISLAND) else ""
    return Dot(x, y, unit.title, count, label, x > WIDTH * FROM_THE_RIGHT)
