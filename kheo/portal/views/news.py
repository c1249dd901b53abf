"""Views of news: a section with its archive, an article."""

from datetime import date

from django.http import Http404, HttpRequest
from django.shortcuts import render

from kheo.core.pages import page_of
from kheo.portal.addresses import exemplar_url
from kheo.portal.context import frame_of
from kheo.portal.linked_data import article_facts
from kheo.portal.models import ArticlePage, SectionPage
from kheo.portal.queries import library as shelf
from kheo.portal.queries import news
from kheo.portal.showing import shows

FIRST_YEAR = 1990


@shows("SectionPage")
def section(request: HttpRequest, page: SectionPage):
    """A section, whole or of one month (`?thang=2026-11`)."""
    month = month_in(request.GET.get("thang", ""))
    rows = page_of(news.in_section(page, month=month), request.GET.get("trang"), size=news.PAGE, query=request.GET)
    context = {
        "page": page,
        "rows": rows,
        "entries": news.entries(rows.rows, within=[]),  # the page itself names the section
        "month": month,
        "months": [(day, n, f"{page.address}?thang={day:%Y-%m}") for day, n in news.months_of(page)],
        "count_key": f"muc:{page.pk}",
    }
    return render(request, "portal/section.html", context)


def month_in(text: str) -> date | None:
    """The month that an address names; what is no month is a page that is not there."""
    if not text:
        return None
    try:
        year, month = (int(part) for part in text.split("-"))
        if year < FIRST_YEAR:
            raise ValueError
        return date(year, month, 1)
    except ValueError:
        raise Http404 from None


@shows("ArticlePage")
def article(request: HttpRequest, page: ArticlePage):
    """An article with its exemplars, corrections and what stands near it."""
    told = news.told(page, within=frame_of(request).news)
    photo = page.photo if page.photo and not page.photo.why_not_public() else None
    context = {
        "page": page,
        "told": told,
        "photo": photo,
        "cards": shelf.cards(told.exemplars, exemplar_url),
        "count_key": news.count_key(page),
        "facts": article_facts(request, page, told),
        "canonical": page.full_address,
    }
    return render(request, "portal/article.html", context)
