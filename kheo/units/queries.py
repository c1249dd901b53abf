"""Units as they were on a day: their names, their lines, the tree, and what became of them."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import NamedTuple

from django.db.models import Q

from kheo.units.models import FocalBody, Succession, SuccessionKind, Unit

BECOMING = (SuccessionKind.MERGE, SuccessionKind.SPLIT)
DAY = timedelta(days=1)


def name_on(unit: Unit, day: date) -> str:
    """What the unit was called on that day."""
    later = unit.successions.filter(kind=SuccessionKind.RENAME, on__gt=day).order_by("on", "pk").first()
    return later.old_name if later else unit.name


def parent_on(unit: Unit, day: date) -> Unit | None:
    """The unit it reported to on that day; None for the top of a tree and where the line of that day is not known."""
    later = unit.successions.filter(on__gt=day).exclude(old_parent=None).select_related("old_parent")
    fact = later.order_by("on", "pk").first()
    if fact:
        return fact.old_parent
    return unit.get_ancestors().living(on=day).order_by("path").last()


@dataclass(frozen=True)
class Standing:
    """One unit in the tree of a day: its name and the unit above it on that day, its depth from 0."""

    unit: Unit
    name: str
    parent_id: int | None
    depth: int


class _Day:
    """What later facts say about a day. Read once, the newest first, so that the earliest one has the last word."""

    def __init__(self, day: date):
        self.names: dict[int, str] = {}
        self.parents: dict[int, int] = {}
        self.moves: list[tuple[str, str]] = []
        facts = Succession.objects.filter(on__gt=day).order_by("-on", "-pk")
        for kind, pk, path, old_parent, old_parent_path, old_name in facts.values_list(
            "kind", "predecessor_id", "predecessor__path", "old_parent_id", "old_parent__path", "old_name"
        ):
            if kind == SuccessionKind.RENAME:
                self.names[pk] = old_name
            elif old_parent:
                self.parents[pk] = old_parent
                self.moves.append((path, old_parent_path))

    def trees_with(self, unit: Unit) -> set[str]:
        """Paths of the whole trees, a province each, in which what stood near `unit` on the day may hang today."""
        home = unit.path[: Unit.steplen]
        return {home, *(path[: Unit.steplen] for path, before in self.moves if before.startswith(home))}


def tree_on(root: Unit, day: date) -> list[Standing]:
    """The units that lived under `root` on that day, each after the one above it, in Vietnamese order; two queries.

    Where `root` itself did not live then, these are the units that live on in it today, in their lines of that day.
    """
    facts = _Day(day)
    reach = Q()
    for path in facts.trees_with(root):
        reach |= Q(path__startswith=path)
    living = {unit.pk: unit for unit in Unit.objects.filter(reach).living(on=day).by_name()}
    by_path = {unit.path: unit.pk for unit in living.values()}
    parents = {pk: facts.parents.get(pk) or _above(unit.path, by_path) for pk, unit in living.items()}
    inside = {pk for pk, unit in living.items() if unit.path.startswith(root.path)}
    tops = [root.pk] if root.pk in living else [pk for pk in living if pk in inside and parents[pk] not in inside]
    below = defaultdict(list)
    for pk, parent in parents.items():
        below[parent].append(pk)
    return list(_walk(tops, below, living, parents, facts.names))


def _above(path: str, by_path: dict[str, int]) -> int | None:
    while path := path[: -Unit.steplen]:
        if path in by_path:
            return by_path[path]
    return None


def _walk(tops, below, living, parents, names) -> Iterator[Standing]:
    waiting = [(pk, 0) for pk in reversed(tops)]
    while waiting:
        pk, depth = waiting.pop()
        unit = living[pk]
        yield Standing(unit, names.get(pk, unit.name), parents[pk] if depth else None, depth)
        waiting += [(child, depth + 1) for child in reversed(below[pk])]


class Chains:
    """All mergers and splits, read once, to be followed from unit to unit without asking again."""

    def __init__(self):
        self._next: dict[int, list[int]] = defaultdict(list)
        self._span: dict[int, tuple[date | None, date | None]] = {}
        facts = Succession.objects.filter(kind__in=BECOMING).values_list(
            "predecessor_id", "successor_id", "successor__starts", "successor__ends"
        )
        for before, after, starts, ends in facts:
            self._next[before].append(after)
            self._span[after] = (starts, ends)

    def living_after(self, pk: int, on: date) -> list[int]:
        """Keys of the units living on a day in which that one lives on, in the order of the facts."""
        found: dict[int, None] = {}
        waiting, seen = list(self._next.get(pk, ())), {pk}
        while waiting:
            key = waiting.pop(0)
            if key in seen:
                continue
            seen.add(key)
            starts, ends = self._span[key]
            if (starts is None or starts <= on) and (ends is None or on <= ends):
                found[key] = None
            else:
                waiting += self._next.get(key, ())
        return list(found)


def successors_of(unit: Unit, on: date) -> list[Unit]:
    """The units living on a day in which this one lives on, through every merger and split since."""
    return list(Unit.objects.filter(pk__in=Chains().living_after(unit.pk, on)).by_name())


def predecessors_of(unit: Unit) -> list[Unit]:
    """The units of which this one was made directly."""
    made = Succession.objects.filter(successor=unit, kind__in=BECOMING)
    return list(Unit.objects.filter(pk__in=made.values("predecessor")).by_name())


class UnitFact(NamedTuple):
    """A unit under one of its names, with the days of that name; what a list typed by hand is matched against."""

    id: int
    name: str
    code: str
    kind: str
    level: str
    starts: date | None
    ends: date | None
    successors: tuple[str, ...]
    parent_name: str


def unit_facts(on: date, *, within: Iterable[Unit] | None = None) -> list[UnitFact]:
    """Every unit by each of its names, ended ones with the names of what they are on that day; four queries.

    `within` narrows to a QuerySet of units; successors are named wherever they are.
    """
    chains, day, rows = Chains(), _Day(on), []
    units = list((Unit.objects.all() if within is None else within).order_by("path"))
    names = dict(Unit.objects.order_by().values_list("pk", "name"))
    paths = {unit.path: unit.pk for unit in units if unit.ends is None or unit.ends >= on}
    renames = _renames()
    for unit in units:
        parent = day.parents.get(unit.pk) or _above(unit.path, paths)
        after = tuple(names[key] for key in chains.living_after(unit.pk, on)) if unit.ends else ()
        common = (unit.code, unit.kind, unit.level)
        for name, starts, ends in _periods(unit, renames.get(unit.pk, ())):
            successors = after if ends == unit.ends else (unit.name,)
            rows.append(UnitFact(unit.pk, name, *common, starts, ends, successors, names.get(parent, "")))
    return rows


def _renames() -> dict[int, list[tuple[date, str]]]:
    found = defaultdict(list)
    facts = Succession.objects.filter(kind=SuccessionKind.RENAME).order_by("on", "pk")
    for pk, on, old_name in facts.values_list("predecessor_id", "on", "old_name"):
        found[pk].append((on, old_name))
    return found


def _periods(unit: Unit, renames) -> Iterator[tuple[str, date | None, date | None]]:
    starts = unit.starts
    for on, old_name in renames:
        yield old_name, starts, on - DAY
        starts = on
    yield unit.name, starts, unit.ends


def focal_body_of(unit: Unit, on: date) -> FocalBody | None:
    """Cơ quan thường trực that answers for a unit on a day: its own, or the nearest one above it."""
    line = [unit.path[:end] for end in range(Unit.steplen, len(unit.path) + 1, Unit.steplen)]
    bodies = FocalBody.objects.filter(Q(ends=None) | Q(ends__gte=on), unit__path__in=line, starts__lte=on)
    return bodies.select_related("unit").order_by("unit__depth", "starts").last()
