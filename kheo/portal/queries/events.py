"""Reads of events: what is coming, what is over, a month as a calendar with its weeks from Monday."""

from calendar import Calendar
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.utils import timezone

from kheo.core.vietnamese import format_date
from kheo.portal.models import EventPage

FEATURED = 4


def coming(at: datetime, limit: int = FEATURED) -> list[EventPage]:
    """The next events; among a few, featured ones first."""
    rows = list(EventPage.objects.live().coming(at=at).defer("body")[: max(limit, 30)])
    chosen = sorted(rows, key=lambda row: not row.is_featured)[:limit]
    return sorted(chosen, key=lambda row: row.starts_at)


def over(at: datetime, limit: int = 20) -> list[EventPage]:
    return list(EventPage.objects.live().over(at=at).defer("body")[:limit])


def when_line(event: EventPage) -> str:
    """ "8:00 ngày 28/11/2026", or from … to …"""
    start = timezone.localtime(event.starts_at)
    if not event.ends_at:
        return f"{_clock(start)} ngày {format_date(start.date())}"
    end = timezone.localtime(event.ends_at)
    if start.date() == end.date():
        return f"{_clock(start)} đến {_clock(end)} ngày {format_date(start.date())}"
    return f"{_clock(start)} ngày {format_date(start.date())} đến {_clock(end)} ngày {format_date(end.date())}"


def _clock(moment: datetime) -> str:
    return f"{moment.hour} giờ" + (f" {moment.minute:02}" if moment.minute else "")


@dataclass(frozen=True)
class Day:
    day: date
    events: list[EventPage]
    is_of_month: bool
    is_today: bool


@dataclass(frozen=True)
class Month:
    """A month with its weeks, and the months beside it."""

    first: date
    weeks: list[list[Day]]
    before: str
    after: str


def calendar(month: date, *, today: date) -> Month:
    """The month of `month` (its first day), with the events of each day."""
    weeks = Calendar(firstweekday=0).monthdatescalendar(month.year, month.month)
    rows = list(EventPage.objects.live().during(weeks[0][0], weeks[-1][-1]).defer("body"))
    by_day: dict[date, list[EventPage]] = {}
    for row in rows:
        start, end = (timezone.localdate(moment) for moment in (row.starts_at, row.ends_at or row.starts_at))
        for offset in range(min((end - start).days, 41) + 1):
            by_day.setdefault(start + timedelta(days=offset), []).append(row)
    return Month(
        first=month,
        weeks=[
            [Day(day, by_day.get(day, []), day.month == month.month, day == today) for day in week] for week in weeks
        ],
        before=f"{month - timedelta(days=1):%Y-%m}",
        after=f"{month + timedelta(days=31):%Y-%m}",
    )
