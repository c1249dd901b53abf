"""What programs read: RSS and Atom of news, the calendar, the map of the site, what robots may ask for."""

from datetime import datetime, timedelta

from django.contrib.auth.decorators import login_not_required
from django.contrib.syndication.views import Feed
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.utils.feedgenerator import Atom1Feed, Rss201rev2Feed
from django.views.decorators.http import require_safe
from icalendar import Calendar, Event
from wagtail.models import Page

from kheo.movement.models import Exemplar
from kheo.portal.addresses import exemplar_url
from kheo.portal.linked_data import full
from kheo.portal.models import EventPage, SectionPage
from kheo.portal.queries import news

NEWEST = 30
SITEMAP_LIMIT = 50_000  # sitemaps.org: at most so many addresses in one file
PAST = timedelta(days=180)


class NewsFeed(Feed):
    """The newest articles, of all sections or of one."""

    feed_type = Rss201rev2Feed
    language = "vi"

    def get_object(self, request, section=""):
        if not section:
            return None
        return get_object_or_404(SectionPage.objects.live(), slug=section)

    def title(self, section):
        return f"{section.title} · Dân vận khéo" if section else "Dân vận khéo"

    def description(self, section):
        return section.lead if section else "Tin bài của phong trào thi đua “Dân vận khéo”"

    subtitle = description

    def link(self, section):
        return full(section.address if section else "/")

    def items(self, section):
        rows = news.in_section(section) if section else news.articles()
        return rows[:NEWEST]

    def item_title(self, row):
        return row.title

    def item_description(self, row):
        return row.lead

    def item_link(self, row):
        return row.full_address

    def item_guid(self, row):
        return f"{full('/')}bai/{row.translation_key}"

    item_guid_is_permalink = False

    def item_author_name(self, row):
        return row.byline

    def item_pubdate(self, row):
        return row.posted_at

    def item_updateddate(self, row):
        return row.last_published_at


class NewsAtom(NewsFeed):
    feed_type = Atom1Feed


rss = login_not_required(require_safe(NewsFeed()))
atom = login_not_required(require_safe(NewsAtom()))


@login_not_required
@require_safe
def calendar(request: HttpRequest) -> HttpResponse:
    """Events of the last half year and to come, for a telephone's calendar (RFC 5545)."""
    since = timezone.now() - PAST
    return _ics(EventPage.objects.live().filter(starts_at__gte=since).order_by("starts_at"), "su-kien.ics")


@login_not_required
@require_safe
def event(request: HttpRequest, pk: int) -> HttpResponse:
    row = get_object_or_404(EventPage.objects.live(), pk=pk)
    return _ics([row], f"{row.slug}.ics")


def _ics(rows, name: str) -> HttpResponse:
    book = Calendar()
    book.add("prodid", "-//Khéo//Dân vận khéo//VI")
    book.add("version", "2.0")
    book.add("x-wr-calname", "Sự kiện Dân vận khéo")
    for row in rows:
        book.add_component(_entry(row))
    answer = HttpResponse(book.to_ical(), content_type="text/calendar; charset=utf-8")
    answer["Content-Disposition"] = f'inline; filename="{name}"'
    return answer


def _entry(row: EventPage) -> Event:
    entry = Event()
    entry.add("uid", f"{row.translation_key}@kheo")
    entry.add("dtstamp", row.last_published_at or row.starts_at)
    entry.add("dtstart", row.starts_at)
    entry.add("dtend", row.ends_at or row.starts_at + timedelta(hours=1))
    entry.add("summary", row.title)
    entry.add("url", row.full_address)
    if row.lead:
        entry.add("description", row.lead)
    if row.where:
        entry.add("location", row.where)
    return entry


@login_not_required
@require_safe
def sitemap(request: HttpRequest) -> HttpResponse:
    """Every published page, and the exemplars that may be indexed (sitemaps.org 0.9)."""
    lines = ['<?xml version="1.0" encoding="UTF-8"?>', '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">']
    lines += [_place(*each) for each in _addresses()[:SITEMAP_LIMIT]]
    return HttpResponse("\n".join([*lines, "</urlset>"]), content_type="application/xml; charset=utf-8")


def _addresses() -> list[tuple[str, datetime | None]]:
    pages = Page.objects.live().filter(depth__gte=2).order_by("-last_published_at")
    found = [
        ("/" + url_path.split("/", 2)[2], at) for url_path, at in pages.values_list("url_path", "last_published_at")
    ]
    exemplars = Exemplar.objects.public().exclude(bearer="person").only("pk", "name", "changed_at")
    return found + [(exemplar_url(row), row.changed_at) for row in exemplars.iterator()]


def _place(address: str, at: datetime | None) -> str:
    changed = f"<lastmod>{timezone.localtime(at).isoformat()}</lastmod>" if at else ""
    return f"<url><loc>{full(address)}</loc>{changed}</url>"


@login_not_required
@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    """What robots may ask for: all that is public and stands; not searches, nor what needs signing in."""
    closed = ("/lam-viec/", "/tai-khoan/", "/bien-tap/", "/tim-kiem/", "/dem/", "/gop-y/")
    lines = ["User-agent: *", *(f"Disallow: {path}" for path in closed), f"Sitemap: {full('/sitemap.xml')}"]
    return HttpResponse("\n".join(lines) + "\n", content_type="text/plain; charset=utf-8")
