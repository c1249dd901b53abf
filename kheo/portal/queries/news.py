"""Reads of news: the front page, a section, its archive, what belongs to an article."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Count, Prefetch, Q, QuerySet
from django.db.models.functions import TruncMonth

from kheo.portal.models import ArticlePage, Photo, SectionPage
from kheo.portal.queries.library import published
from kheo.visits.queries import views_of

PAGE = 20
WORDS_A_MINUTE = 220  # of Vietnamese syllables, read silently
CARD_COPIES = ("fill-320x200|format-webp", "fill-640x400|format-webp", "fill-960x600|format-webp")


@dataclass(frozen=True)
class Entry:
    """One article in a list (portal/_entry.html)."""

    page: ArticlePage
    url: str
    title: str
    lead: str
    kicker: str
    byline: str
    posted_at: datetime | None
    photo: Photo | None
    key: str
    views: int


def count_key(page) -> str:
    """What the counter calls an article."""
    return f"bai:{page.pk}"


def articles() -> QuerySet:
    """Published articles with what a list shows, the newest first."""
    photos = Photo.objects.prefetch_renditions(*CARD_COPIES)
    return (
        ArticlePage.objects.live()
        .defer("body")
        .select_related("place")
        .prefetch_related(Prefetch("photo", photos))
        .order_by("-posted_at", "-pk")
    )


def sections() -> list[SectionPage]:
    """The sections in the order of the tree."""
    return list(SectionPage.objects.live().order_by("path"))


def entries(rows: Iterable[ArticlePage], *, within: list[SectionPage]) -> list[Entry]:
    """Rows as a list shows them; their views are asked for at once."""
    rows = list(rows)
    names = {section.path: section.title for section in within}
    views = views_of([count_key(row) for row in rows])
    return [_entry(row, names.get(row.path[: -row.steplen], ""), views) for row in rows]


def _entry(row: ArticlePage, section: str, views: dict[str, int]) -> Entry:
    place = row.place.title.removeprefix("Xã ").removeprefix("Phường ") if row.place else ""
    return Entry(
        page=row, url=row.address, title=row.title, lead=row.lead,
        kicker=" · ".join(filter(None, [section, place])), byline=row.byline,
        posted_at=row.posted_at, photo=row.photo if row.photo and not row.photo.why_not_public() else None,
        key=count_key(row), views=views.get(count_key(row), 0),
    )  # fmt: skip


def front(limit: int = 9) -> list[ArticlePage]:
    """The newest articles, a featured one of the last ones first."""
    rows = list(articles()[: limit + 6])
    lead = next((row for row in rows if row.is_featured), None)
    rest = [row for row in rows if row is not lead]
    return ([lead, *rest] if lead else rest)[:limit]


def in_section(section: SectionPage, *, month: date | None = None) -> QuerySet:
    rows = articles().descendant_of(section)
    if month:
        after = date(month.year + month.month // 12, month.month % 12 + 1, 1)
        rows = rows.filter(posted_at__date__gte=month, posted_at__date__lt=after)
    return rows


def months_of(section: SectionPage) -> list[tuple[date, int]]:
    """Months with articles, the latest first, and how many."""
    found = (
        ArticlePage.objects.live()
        .descendant_of(section)
        .exclude(posted_at=None)
        .order_by()
        .annotate(month=TruncMonth("posted_at"))
        .values_list("month")
        .annotate(n=Count("pk"))
        .order_by("-month")
    )
    return [(month.date(), n) for month, n in found]


@dataclass(frozen=True)
class Told:
    """An article with what stands around it."""

    page: ArticlePage
    section: SectionPage | None
    views: int
    minutes: int
    exemplars: list
    corrections: list
    related: list[Entry]


def told(page: ArticlePage, *, within: list[SectionPage]) -> Told:
    """All that the page of an article shows besides its own text."""
    section = next((each for each in within if page.path.startswith(each.path)), None)
    about = [each.pk for each in page.exemplars.all()] if page.pk else []
    exemplars = list(published().filter(pk__in=about)) if about else []
    return Told(
        page=page,
        section=section,
        views=views_of([count_key(page)]).get(count_key(page), 0),
        minutes=max(1, round(len(page.words().split()) / WORDS_A_MINUTE)),
        exemplars=exemplars,
        corrections=list(page.corrections.all()),
        related=entries(related(page, about), within=within),
    )


def related(page: ArticlePage, about: list[int], limit: int = 4) -> list[ArticlePage]:
    """Others about the same exemplars (`about`) or of the same place first, then the newest of the section."""
    rows = articles().exclude(pk=page.pk)
    near = Q(exemplars__in=about) | (Q(place=page.place_id) if page.place_id else Q(pk__in=[]))
    found = list(rows.filter(near).distinct()[:limit]) if about or page.place_id else []
    if len(found) < limit and page.path:
        seen = [row.pk for row in found]
        found += list(
            rows.filter(path__startswith=page.path[: -page.steplen]).exclude(pk__in=seen)[: limit - len(found)]
        )
    return found


def about_exemplar(exemplar, limit: int = 6) -> QuerySet:
    """Published articles about an exemplar."""
    return articles().filter(exemplars=exemplar)[:limit]


def at_places(where: Q, limit: int = 10) -> QuerySet:
    """Published articles of places (`where` is about `place`)."""
    return articles().filter(where)[:limit]
