"""Reads over units for their pages: what a person may see of them, and who holds roles there."""

from dataclasses import dataclass, field
from datetime import date

from django.db.models import Count, Q, QuerySet

from kheo.accounts.access import units_where
from kheo.accounts.models import Membership
from kheo.accounts.permissions import Permission
from kheo.units.finding import find
from kheo.units.models import Cluster, Unit

SHOWN = 60  # of each list on a unit's page


def units_seen(user) -> QuerySet[Unit]:
    """Units that `user` may see, ended ones too. The one door of every page over units."""
    return Unit.objects.filter(units_where(user, Permission.UNIT_VIEW, ""))


def keys_seen(user, units: list[Unit]) -> set[int]:
    """Keys of those of `units` whose pages `user` may open; others are named without a link."""
    asked = {unit.pk for unit in units}
    # Asked for all of them by key only while they are few: a database takes so many parameters and no more.
    seen = units_seen(user).filter(pk__in=asked) if len(asked) <= SHOWN * 8 else units_seen(user)
    return asked & set(seen.order_by().values_list("pk", flat=True)) if asked else set()


def units_kept(user, *, ended: bool = False) -> QuerySet[Unit]:
    """Living units that `user` may change, or the ended ones as well."""
    units = Unit.objects.filter(units_where(user, Permission.UNIT_CHANGE, ""))
    return units if ended else units.filter(ends=None)


def clusters_kept(user) -> QuerySet[Cluster]:
    """Clusters that `user` may change: no living unit in them is another's to change."""
    living = Unit.objects.filter(ends=None).exclude(cluster=None)
    others = living.exclude(pk__in=units_kept(user).order_by().values("pk"))
    return Cluster.objects.exclude(pk__in=others.order_by().values("cluster"))


@dataclass(frozen=True)
class Row:
    """A line of the list: the unit, why it answers to the words, and its line in a word."""

    unit: Unit
    why: str = ""
    above: str = ""


def matching(user, *, q: str, level: str, kind: str, cluster, ended: bool | None) -> QuerySet[Unit]:
    """Units seen that fit the filters, by name; `ended` None means both; `q` is a part of a name or a code."""
    units = units_seen(user).select_related("cluster", "place").by_name()
    facts = {"level": level, "kind": kind, "cluster": cluster}
    units = units.filter(**{name: value for name, value in facts.items() if value})
    if ended is not None:
        units = units.filter(ends__isnull=not ended)
    return units.matching(q) if q else units


def found_by_name(user, q: str, on: date, *, level: str, kind: str, cluster) -> list[Row]:
    """Living units that a name of today or of before leads to, with the reason; filters hold for what is found."""
    wanted = {"level": level, "kind": kind, "cluster": cluster}
    wanted = {name: value for name, value in wanted.items() if value}
    seen = units_seen(user).select_related("cluster", "place")
    found = find(q, on, within=seen)
    return with_lines(
        Row(one.unit, one.why)
        for one in found
        if all(getattr(one.unit, name) == value for name, value in wanted.items())
    )


def with_lines(rows) -> list[Row]:
    """The rows with the name of the unit each reports to; one query."""
    rows = list(rows)
    paths = {row.unit.path[: -Unit.steplen] for row in rows}
    names = dict(Unit.objects.filter(path__in=paths).order_by().values_list("path", "name"))
    return [Row(row.unit, row.why, names.get(row.unit.path[: -Unit.steplen], "")) for row in rows]


def people_in(unit: Unit, on: date) -> list[Membership]:
    """Who holds a role in the unit itself on a day, by name; people who are locked out are left out."""
    held = Membership.objects.current(on=on).filter(unit=unit, user__is_active=True)
    return list(held.select_related("user").order_by("user__sort", "role")[:SHOWN])


def people_count(units: list[Unit], on: date) -> int:
    """How many people hold a role in these units or below them on a day; each once."""
    if not units:
        return 0
    below = Q()
    for unit in units:
        below |= Q(unit__path__startswith=unit.path)
    return Membership.objects.current(on=on).filter(below).aggregate(count=Count("user", distinct=True))["count"]


@dataclass(frozen=True)
class Around:
    """What stands around a unit today: its line, who reports to it, who stands in its place, what went into it."""

    line: list[Unit]
    children: list[Unit]
    standing: list[Unit]
    former: list[Unit]
    more: dict[str, int] = field(default_factory=dict)


def around(user, unit: Unit) -> Around:
    """Only what `user` may see, except the names of the line above; four lists of at most SHOWN units."""
    seen = units_seen(user).by_name()
    below = seen.filter(path__startswith=unit.path).exclude(pk=unit.pk)
    lists = {
        "children": below.filter(depth=unit.depth + 1, ends=None),
        "standing": seen.filter(place__path__startswith=unit.path, ends=None).exclude(path__startswith=unit.path),
        "former": below.exclude(ends=None),
    }
    shown = {name: list(units[: SHOWN + 1]) for name, units in lists.items()}
    more = {name: lists[name].count() - SHOWN for name, units in shown.items() if len(units) > SHOWN}
    return Around(line_of(user, unit), **{name: units[:SHOWN] for name, units in shown.items()}, more=more)


def line_of(user, unit: Unit) -> list[Unit]:
    """The units above, the highest first, each knowing whether the reader may open it (`is_open`)."""
    line = list(unit.get_ancestors())
    seen = keys_seen(user, line)
    for above in line:
        above.is_open = above.pk in seen
    return line
