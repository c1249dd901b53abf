"""Views of events: the calendar and one event."""

from datetime import date

from django.http import HttpRequest
from django.shortcuts import render
from django.utils import timezone

from kheo.portal.models import EventIndexPage, EventPage
from kheo.portal.queries import events
from kheo.portal.showing import shows
from kheo.portal.views.news import month_in
from kheo.portal.views.pages import crumbs


@shows("EventIndexPage")
def index(request: HttpRequest, page: EventIndexPage):
    """What is coming, and the calendar of a month (`?thang=2026-11`)."""
    at = timezone.now()
    today = timezone.localdate(at)
    month = month_in(request.GET.get("thang", "")) or date(today.year, today.month, 1)
    context = {
        "page": page,
        "coming": events.coming(at, limit=30),
        "over": events.over(at),
        "calendar": events.calendar(month, today=today),
        "count_key": f"trang:{page.pk}",
    }
    return render(request, "portal/events.html", context)


@shows("EventPage")
def event(request: HttpRequest, page: EventPage):
    context = {
        "page": page,
        "when": events.when_line(page),
        "is_over": (page.ends_at or page.starts_at) < timezone.now(),
        "crumbs": crumbs(page),
        "count_key": f"su-kien:{page.pk}",
    }
    return render(request, "portal/event.html", context)
