"""Reads of the counter. Each adds what is rolled up and what is not yet, in one statement: a figure is always right."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from operator import add

from django.db.models import Count, F, Q, Sum

from kheo.visits import rules
from kheo.visits.models import READERS, Hit, Opening, PageDay, PageTotal, Presence, SectionDay, SiteDay, SiteHour, Who


@dataclass(frozen=True)
class Total:
    """Views of the whole site: those we counted, and what an older counter stood at (None where there was none)."""

    counted: int
    opening: int
    source: Opening | None = None

    @property
    def total(self) -> int:
        return self.counted + self.opening


@dataclass(frozen=True)
class Online:
    """Visitors whose pages were counted in the last minutes; at most so many of one network."""

    guests: int
    members: int

    @property
    def total(self) -> int:
        return self.guests + self.members


@dataclass(frozen=True)
class Point:
    """One hour (of a day), day, week, month or year, by the day it begins on."""

    day: date
    hour: int | None
    guests: int
    members: int
    no_script: int
    robots: int

    @property
    def views(self) -> int:
        """Readers' views; what is counted apart is not among them."""
        return self.guests + self.members


def views_of(keys: Iterable[str]) -> dict[str, int]:
    """Views of pages by their keys, opening balances included; 0 for a page never read. Two queries for any number."""
    keys = list(dict.fromkeys(keys))
    if not keys:
        return {}
    rolled = PageTotal.objects.filter(key__in=keys).values_list("key", "views")
    found = dict.fromkeys(keys, 0)
    for key, views in rolled.union(_fresh("key").filter(key__in=keys), all=True):
        found[key] += views
    for key, amount in Opening.objects.filter(key__in=keys).values_list("key", "amount"):
        found[key] += amount
    return found


def section_totals() -> dict[str, int]:
    """Views by section, as counted here."""
    found: dict[str, int] = {}
    rolled = SectionDay.objects.exclude(section="").order_by().values("section").annotate(n=Sum("views"))
    for section, views in rolled.values_list("section", "n").union(_fresh("section").exclude(section=""), all=True):
        found[section] = found.get(section, 0) + views
    return found


def site_total() -> Total:
    """Views of the site."""
    rolled = SiteDay.objects.values_list("day").annotate(n=Sum("guests") + Sum("members"))
    counted = sum(views for _, views in rolled.union(_fresh("day"), all=True))
    source = Opening.objects.filter(key=Opening.SITE).first()
    return Total(counted, source.amount if source else 0, source)


def online(at: datetime) -> Online:
    """Who is here at a moment: whose page was counted, and who came back to one."""
    since = int(at.timestamp()) - rules.ONLINE
    columns = ("network", "visitor", "who")
    back = Presence.objects.filter(at__gt=since).values_list(*columns)
    here = Hit.objects.filter(rolled=False, at__gt=since, who__in=READERS).order_by().values_list(*columns)
    crowds: dict[int, dict[int, int]] = {}
    for network, visitor, who in here.union(back):
        crowd = crowds.setdefault(network, {})
        crowd[visitor] = max(who, crowd.get(visitor, who))  # who has signed in meanwhile is a member
    guests = members = 0
    for crowd in crowds.values():
        shown = min(len(crowd), rules.ONLINE_PER_NETWORK)
        of_members = min(sum(who == Who.MEMBER for who in crowd.values()), shown)
        members += of_members
        guests += shown - of_members
    return Online(guests, members)


def most_read(since: date, until: date, limit: int = 20) -> list[tuple[str, int]]:
    """Keys of the pages read most within some days, and their views."""
    days = {"day__gte": since, "day__lte": until}
    rolled = PageDay.objects.filter(**days).order_by().values("key").annotate(n=Sum("views")).values_list("key", "n")
    found = Counter()
    for key, views in rolled.union(_fresh("key").filter(**days), all=True):
        found[key] += views
    return sorted(found.items(), key=lambda row: (-row[1], row[0]))[:limit]


def series(unit: str, since: date, until: date) -> list[Point]:
    """The site's hits by "hour", "day", "week" (from Monday), "month" or "year", Vietnamese time, without a gap.

    The first week, month or year is a whole one, however late in it `since` is.
    """
    if unit == "hour":
        return _filled(_hours(since, until), ((day, hour) for day in _days(since, until) for hour in range(24)))
    begin = BEGINS[unit]
    since = begin(since)
    sums: dict[tuple, tuple] = {}
    for (day, hour), counts in _site_days(since, until).items():
        place = (begin(day), hour)
        sums[place] = tuple(map(add, sums.get(place, NOTHING), counts))
    return _filled(sums, dict.fromkeys((begin(day), None) for day in _days(since, until)))


def first_day() -> date | None:
    """The first day of which anything was counted."""
    days = [SiteDay.objects.order_by("day").values_list("day", flat=True).first()]
    days.append(Hit.objects.filter(rolled=False).order_by("day").values_list("day", flat=True).first())
    return min((day for day in days if day), default=None)


BEGINS: dict[str, Callable[[date], date]] = {
    "day": lambda day: day,
    "week": lambda day: day - timedelta(days=day.weekday()),
    "month": lambda day: day.replace(day=1),
    "year": lambda day: day.replace(month=1, day=1),
}
NOTHING = (0, 0, 0, 0)
SUMS = ("guests", "members", "no_script", "robots")
KINDS = {f"n{who.value}": Count("visitor", filter=Q(who=who)) for who in Who}


def _filled(counts: dict[tuple, tuple], places: Iterable[tuple]) -> list[Point]:
    return [Point(*place, *counts.get(place, NOTHING)) for place in places]


def _days(since: date, until: date) -> Iterator[date]:
    return (since + timedelta(days=number) for number in range((until - since).days + 1))


def _site_days(since: date, until: date) -> dict[tuple, tuple]:
    days = {"day__gte": since, "day__lte": until}
    fresh = Hit.objects.filter(rolled=False, **days).order_by().values("day").annotate(**KINDS)
    rolled = SiteDay.objects.filter(**days).values_list("day", *SUMS)
    return _added((row[0], None, *row[1:]) for row in rolled.union(fresh.values_list("day", *KINDS), all=True))


def _hours(since: date, until: date) -> dict[tuple, tuple]:
    days = {"day__gte": since, "day__lte": until}
    fresh = Hit.objects.filter(rolled=False, **days).order_by().annotate(hour=F("half") / 2)
    fresh = fresh.values("day", "hour").annotate(**KINDS).values_list("day", "hour", *KINDS)
    return _added(SiteHour.objects.filter(**days).values_list("day", "hour", *SUMS).union(fresh, all=True))


def _added(rows: Iterable[tuple]) -> dict[tuple, tuple]:
    found: dict[tuple, tuple] = {}
    for day, hour, *counts in rows:
        found[day, hour] = tuple(map(add, found.get((day, hour), NOTHING), counts))
    return found


def _fresh(by: str):
    """Readers' hits that are not rolled up yet: (value, how many)."""
    return Hit.objects.filter(rolled=False, who__in=READERS).order_by().values_list(by).annotate(n=Count("*"))
