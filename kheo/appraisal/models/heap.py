"""Files of one body, level and round that stand at one step: what a tờ trình or a decision is made out of."""

from dataclasses import dataclass

from django.db.models import Count

from kheo.movement.models import Round
from kheo.units.models import Level, Unit


@dataclass(frozen=True)
class Heap:
    """`files` of them wait; `key` names the heap in a form."""

    unit: Unit
    level: str
    round: Round
    files: int

    @property
    def key(self) -> str:
        return f"{self.unit.pk}-{self.level}-{self.round.pk}"

    def __str__(self):
        return f"{self.unit.title} · cấp {Level(self.level).label.lower()} · {self.round} · {self.files} hồ sơ"


def heaps(nominations) -> list[Heap]:
    """The heaps of a queryset of nominations, the largest first (three queries)."""
    found = list(nominations.order_by().values_list("unit", "level", "round").annotate(files=Count("pk")))
    units = Unit.objects.in_bulk({unit for unit, *_ in found})
    rounds = Round.objects.in_bulk({round_ for _, _, round_, _ in found})
    made = [Heap(units[unit], level, rounds[round_], files) for unit, level, round_, files in found]
    return sorted(made, key=lambda heap: (-heap.files, heap.unit.sort, heap.level, heap.round.pk))
