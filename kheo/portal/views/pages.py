"""The portal's pages by their address, and the views of home, plain pages, guides, topics and contacts."""

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_safe
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page

from kheo.core.pagecache import keep
from kheo.movement.models import Exemplar
from kheo.polls.queries import box
from kheo.portal.addresses import NUMBERED, exemplar_url
from kheo.portal.context import frame_of
from kheo.portal.models import ArticlePage, HomePage, PublicPage
from kheo.portal.moments import next_turn
from kheo.portal.queries import events, news
from kheo.portal.queries import library as shelf
from kheo.portal.showing import shown_by, shows

HOME_PATH = "/trang-chu/"
FEW = 4


@login_not_required
@require_safe
def page(request: HttpRequest, path: str = ""):
    """A published page by its address: found in one step, however deep it stands."""
    if path and not path.endswith("/"):
        return redirect(f"/{path}/", permanent=True)
    if not path and (moved := numbered(request.GET.get("p", ""))):
        return redirect(moved.redirect_page.specific.address, permanent=True)
    # By the last part of the address first: that one has an index.
    here = {"slug": path.rstrip("/").rpartition("/")[2] or HOME_PATH.strip("/"), "url_path": HOME_PATH + path}
    found = ArticlePage.objects.filter(**here).select_related("place", "photo").first()
    if found is None:
        any_page = Page.objects.filter(**here).first()
        found = any_page.specific if any_page else None
    if not isinstance(found, PublicPage) or not found.live:
        raise Http404
    return kept(request, shown_by(found, request))


def numbered(number: str) -> Redirect | None:
    """Where an article that its old site knew by a number alone ("/?p=12") is now."""
    asked = f"/?p={number}"
    if not NUMBERED.fullmatch(asked):
        return None
    return Redirect.objects.filter(old_path=asked, redirect_page__live=True).first()


def kept(request: HttpRequest, response):
    """Kept for all readers until something public changes or the clock does."""
    return response if request.user.is_authenticated else keep(response, until=next_turn(timezone.now()))


@shows("HomePage")
def home(request: HttpRequest, home: HomePage):
    """The newest, what is coming, the poll, who is here, and what still works."""
    at = timezone.now()
    rows = news.entries(news.front(), within=frame_of(request).news)
    alive = shelf.few_alive(FEW)
    context = {
        "page": home,
        "lead": rows[0] if rows else None,
        "entries": rows[1:],
        "events": events.coming(at),
        "poll": box(at),
        "cards": shelf.cards(alive, exemplar_url) or shelf.cards(shelf.library({})[:FEW], exemplar_url),
        "has_alive": bool(alive),
        "living": shelf.living_line(at.date()),
        "count": Exemplar.objects.public().count(),
        "count_key": f"trang:{home.pk}",
    }
    return render(request, "portal/home.html", context)


@shows("PlainPage")
def plain(request: HttpRequest, page: PublicPage):
    below = page.get_children().live().in_menu()
    context = {"page": page, "crumbs": crumbs(page), "below": below, "count_key": f"trang:{page.pk}"}
    return render(request, "portal/plain.html", context)


@shows("GuidesPage")
def guides(request: HttpRequest, page: PublicPage):
    return _pages_below(request, page, empty="Chưa có bài hướng dẫn nào.")


@shows("TopicsPage")
def topics(request: HttpRequest, page: PublicPage):
    return _pages_below(request, page, empty="Chưa có chuyên đề nào.")


def _pages_below(request: HttpRequest, page: PublicPage, *, empty: str):
    below = list(page.get_children().live().specific())
    context = {"page": page, "pages": below, "count_key": f"trang:{page.pk}", "empty": empty}
    return render(request, "portal/pages.html", context)


@shows("TopicPage")
def topic(request: HttpRequest, page: PublicPage):
    chosen = [pick.page_id for pick in page.picks.all()]
    rows = news.articles().filter(pk__in=chosen)
    others = [row for row in Page.objects.live().filter(pk__in=chosen).specific() if not isinstance(row, ArticlePage)]
    context = {
        "page": page,
        "crumbs": crumbs(page),
        "entries": news.entries(sorted(rows, key=lambda row: chosen.index(row.pk)), within=frame_of(request).news),
        "others": others,
        "count_key": f"trang:{page.pk}",
    }
    return render(request, "portal/topic.html", context)


@shows("ContactsPage")
def contacts(request: HttpRequest, page: PublicPage):
    context = {"page": page, "people": page.people.all(), "count_key": f"trang:{page.pk}"}
    return render(request, "portal/contacts.html", context)


def crumbs(page: PublicPage) -> list[tuple[str, str]]:
    """The way from home down to what stands above a page: (label, address)."""
    above = page.get_ancestors().filter(depth__gte=2).specific() if page.path else []
    return [("Trang chủ" if isinstance(each, HomePage) else each.title, each.address) for each in above]
