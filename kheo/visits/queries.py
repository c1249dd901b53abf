"""Reads of the counter. Each adds what is rolled up and what is not yet, in one statement: a figure is always right."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, Sum

from kheo.visits import rules
from kheo.visits.models import READERS, Hit, Opening, PageTotal, Presence, SectionDay, SiteDay, Who


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


def _fresh(by: str):
    """Readers' hits that are not rolled up yet: (value, how many)."""
    return Hit.objects.filter(rolled=False, who__in=READERS).order_by().values_list(by).annotate(n=Count("*"))
