"""Reads of nhuận bút: a month's published articles by author and kind, and what each is worth by the rate of its day."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.utils import timezone

from kheo.core.vietnamese import sort_key
from kheo.portal.models import ArticleKind, ArticlePage, FeeRate

PAID = tuple(kind for kind in ArticleKind if kind != ArticleKind.REPOST)
UNSIGNED = "Chưa ghi tác giả"


@dataclass(frozen=True)
class Work:
    """One published article. `fee` in đồng; None where no rate holds on its day, and for a repost."""

    pk: int
    title: str
    address: str
    author: str
    kind: ArticleKind
    posted_on: date
    fee: int | None


@dataclass(frozen=True)
class Author:
    """One author's month: articles by kind and their fees together, in đồng."""

    name: str
    counts: dict[ArticleKind, int]
    articles: int
    fee: int


@dataclass(frozen=True)
class Month:
    """The table of a month. `reposts` stand apart: they are paid nothing. `unpriced`: articles no rate holds for."""

    first: date
    authors: list[Author]
    counts: dict[ArticleKind, int]
    articles: int
    fee: int
    reposts: list[Work]
    works: list[Work]
    unpriced: int
    has_samples: bool


def month_of(first: date) -> Month:
    """The month that begins on `first`, in two queries."""
    rates = list(FeeRate.objects.order_by("kind", "-starts"))
    works = _works(first, rates)
    paid = [work for work in works if work.kind != ArticleKind.REPOST]
    used = {rate.pk for work in paid if (rate := _rate(rates, work.kind, work.posted_on))}
    return Month(
        first=first,
        authors=_authors(paid),
        counts=_counts(paid),
        articles=len(paid),
        fee=_sum(paid),
        reposts=[work for work in works if work.kind == ArticleKind.REPOST],
        works=works,
        unpriced=sum(work.fee is None for work in paid),
        has_samples=any(rate.is_sample and rate.pk in used for rate in rates),
    )


def behind(month: Month, *, author: str | None = None, kind: str | None = None) -> list[Work]:
    """The articles behind a figure; reposts only where they are asked for."""
    kinds = {kind} if kind else set(PAID)
    return [work for work in month.works if work.kind in kinds and author in (None, work.author)]


def rates_on(day: date) -> list[tuple[ArticleKind, FeeRate | None, list[FeeRate]]]:
    """For each kind that is paid: the rate that holds on a day, and all of them, the newest first."""
    rows = list(FeeRate.objects.order_by("kind", "-starts"))
    return [(kind, _rate(rows, kind, day), [row for row in rows if row.kind == kind]) for kind in PAID]


def next_month(first: date) -> date:
    return (first + timedelta(days=32)).replace(day=1)


def previous_month(first: date) -> date:
    return (first - timedelta(days=1)).replace(day=1)


def _works(first: date, rates: list[FeeRate]) -> list[Work]:
    zone = timezone.get_current_timezone()
    start, end = (datetime(day.year, day.month, 1, tzinfo=zone) for day in (first, next_month(first)))
    rows = (
        ArticlePage.objects.live()
        .filter(posted_at__gte=start, posted_at__lt=end)
        .only("title", "url_path", "author", "source", "kind", "posted_at")
        .order_by("posted_at", "pk")
    )
    return [_work(row, rates) for row in rows]


def _work(row: ArticlePage, rates: list[FeeRate]) -> Work:
    kind, day = ArticleKind(row.kind), timezone.localtime(row.posted_at).date()
    rate = _rate(rates, kind, day)
    name = row.source if kind == ArticleKind.REPOST else " ".join(row.author.split())
    return Work(row.pk, row.title, row.address, name or UNSIGNED, kind, day, rate.amount if rate else None)


def _rate(rates: list[FeeRate], kind: str, day: date) -> FeeRate | None:
    return next((rate for rate in rates if rate.kind == kind and rate.starts <= day), None)


def _authors(works: list[Work]) -> list[Author]:
    by_name: dict[str, list[Work]] = {}
    for work in works:
        by_name.setdefault(work.author, []).append(work)
    found = [Author(name, _counts(own), len(own), _sum(own)) for name, own in by_name.items()]
    return sorted(found, key=lambda author: sort_key(author.name))


def _counts(works: list[Work]) -> dict[ArticleKind, int]:
    return {kind: sum(work.kind == kind for work in works) for kind in PAID}


def _sum(works: list[Work]) -> int:
    return sum(work.fee or 0 for work in works)
