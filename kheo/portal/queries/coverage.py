"""Where there are public models: communes with their counts, by province, in the order of the alphabet.

It is no league table: nothing is sorted by number, and the map fills a dot the same for one model as for many.
"""

from collections import Counter
from dataclasses import dataclass
from datetime import date

from django.db.models import Count
from django.db.models.functions import Coalesce

from kheo.movement.models import Exemplar
from kheo.units.models import Level, Unit


@dataclass(frozen=True)
class Commune:
    unit: Unit
    count: int


@dataclass(frozen=True)
class Province:
    """`every`: its communes by name; `elsewhere`: models of bodies outside them."""

    unit: Unit
    every: list[Commune]
    elsewhere: int

    @property
    def communes(self) -> list[Commune]:
        """Those with models."""
        return [commune for commune in self.every if commune.count]

    @property
    def of(self) -> int:
        return len(self.every)

    @property
    def count(self) -> int:
        return self.elsewhere + sum(commune.count for commune in self.communes)


def coverage(*, on: date) -> list[Province]:
    """Provinces with public models. Two queries."""
    counts = Counter(_counts())
    living = Unit.objects.living(on=on).filter(level__in=(Level.PROVINCE, Level.COMMUNE), place=None).by_name()
    units = list(living)
    communes = {unit.path: unit for unit in units if unit.level == Level.COMMUNE}
    at_commune: Counter[str] = Counter()
    for path, count in counts.items():
        at_commune[_above(path, communes) or path] += count
    found = [_province(unit, communes, at_commune) for unit in units if unit.level == Level.PROVINCE]
    return [province for province in found if province.count]


def _counts() -> dict[str, int]:
    """Public models by the path of the place they are at."""
    rows = Exemplar.objects.public().order_by().annotate(at=Coalesce("place__path", "unit__path"))
    return dict(rows.values_list("at").annotate(n=Count("pk")))


def _above(path: str, communes: dict[str, Unit]) -> str | None:
    """The path of the commune that a unit is, or stands below."""
    lengths = range(len(path), 0, -Unit.steplen)
    return next((path[:length] for length in lengths if path[:length] in communes), None)


def _province(unit: Unit, communes: dict[str, Unit], counts: Counter[str]) -> Province:
    own = {path: commune for path, commune in communes.items() if path.startswith(unit.path)}
    every = [Commune(commune, counts[path]) for path, commune in own.items()]
    elsewhere = sum(n for path, n in counts.items() if path.startswith(unit.path) and path not in own)
    return Province(unit, every, elsewhere)
