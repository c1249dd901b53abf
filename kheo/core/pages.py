"""One page of a long list, at the same cost however long the list is."""

from collections.abc import Mapping
from dataclasses import dataclass
from math import ceil
from typing import Any

from django.http import QueryDict

PARAMETER = "trang"
FARTHEST = 100_000  # a page number from the address bar must not become a huge OFFSET
AROUND = 2
KEY_DIGITS = 18  # a database counts to 9.2 x 10^18


@dataclass(frozen=True)
class PageLink:
    number: int
    url: str
    is_current: bool


@dataclass(frozen=True)
class Page:
    """Rows of one page. `total` counts up to the cap; `capped` says there are more. A None in `window` is a gap."""

    rows: list[Any]
    number: int
    size: int
    total: int
    capped: bool
    has_next: bool
    has_previous: bool
    window: tuple[PageLink | None, ...]
    previous_url: str
    next_url: str

    @property
    def first(self) -> int:
        return (self.number - 1) * self.size + 1 if self.rows else 0

    @property
    def last(self) -> int:
        return (self.number - 1) * self.size + len(self.rows)

    def __iter__(self):
        return iter(self.rows)

    def __len__(self):
        return len(self.rows)


def page_of(queryset, number, *, size: int = 25, cap: int = 1000, query: Mapping | None = None) -> Page:
    """The page `number` (anything the address bar may hold) in two queries; `query` (request.GET) is kept in the links.

    Counting stops at cap + 1 rows: a list of 100,000 costs what a list of 1,000 costs, and says "1.000+".
    """
    counted = _count(queryset, cap + 1)
    capped = counted > cap
    total = min(counted, cap)
    known_last = max(1, ceil(total / size))
    number = min(_positive(number), FARTHEST if capped else known_last)

    start = (number - 1) * size
    rows = list(queryset[start : start + size + 1])
    has_next, rows = len(rows) > size, rows[:size]

    numbers = _window(number, known_last, capped=capped, has_next=has_next)
    return Page(
        rows=rows,
        number=number,
        size=size,
        total=total,
        capped=capped,
        has_next=has_next,
        has_previous=number > 1,
        window=tuple(n and PageLink(n, _url(query, n), n == number) for n in numbers),
        previous_url=_url(query, number - 1) if number > 1 else "",
        next_url=_url(query, number + 1) if has_next else "",
    )


def key_in(text: str | None) -> int | None:
    """The primary key that an address or a field names; None for what can be the key of no row."""
    text = text or ""
    return int(text) if text.isascii() and text.isdecimal() and len(text) <= KEY_DIGITS else None


def _count(rows, limit: int) -> int:
    if not hasattr(rows, "query"):
        return min(len(rows), limit)
    # Neither order nor columns matter to a count, and without them the database can stop early.
    return rows.order_by().values("pk")[:limit].count()


def _positive(number) -> int:
    try:
        return min(max(1, int(number)), FARTHEST)
    except (TypeError, ValueError):
        return 1


def _window(number: int, known_last: int, *, capped: bool, has_next: bool) -> list[int | None]:
    reach = max(known_last if capped else 0, number + has_next) if capped else known_last
    wanted = {1, *range(number - AROUND, number + AROUND + 1)} | ({known_last} if not capped else set())
    shown = sorted(n for n in wanted if 1 <= n <= reach)
    numbers: list[int | None] = []
    for n in shown:
        if numbers and n - numbers[-1] == 2:
            numbers.append(n - 1)
        elif numbers and n - numbers[-1] > 2:
            numbers.append(None)
        numbers.append(n)
    return numbers


def _url(query: Mapping | None, number: int) -> str:
    wanted = QueryDict(mutable=True)
    for key, values in query.lists() if isinstance(query, QueryDict) else [(k, [v]) for k, v in (query or {}).items()]:
        if key != PARAMETER:
            wanted.setlist(key, [value for value in values if value not in ("", None)])
    wanted[PARAMETER] = str(number)
    return f"?{wanted.urlencode()}"
