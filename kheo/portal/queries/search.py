"""One box for everything public: news, models, directives, events, pages; accents forgiven, exact ones first."""

from collections.abc import Callable
from dataclasses import dataclass

from django.db.models import Model
from django.utils.safestring import SafeString
from wagtail.models import Page

from kheo.core.fulltext import words_of
from kheo.core.highlight import passage
from kheo.core.vietnamese import exact_key
from kheo.movement.models import Directive, Exemplar
from kheo.movement.models.search import PUBLIC_WORDS
from kheo.portal.models import ARTICLE_WORDS, ArticlePage, EventPage, PublicPage
from kheo.portal.queries import library

FEW, MANY = 5, 60


@dataclass(frozen=True)
class Hit:
    """One result: its title and a passage, both with the words marked (HTML), and a quiet line."""

    title: SafeString
    url: str
    passage: SafeString
    line: str
    plain_title: str


@dataclass(frozen=True)
class Group:
    """Results of one kind, the best first. `more`: there are more than are shown."""

    key: str
    name: str
    hits: list[Hit]
    more: bool


Urls = dict[str, Callable[[Model], str]]


def _articles(text: str, limit: int, urls: Urls) -> list[Hit]:
    keys = ARTICLE_WORDS.best(text, ArticlePage.objects.live(), limit=limit)
    rows = ArticlePage.objects.select_related("place").in_bulk(keys)
    return [
        _hit(text, rows[key], f"{rows[key].byline} · {rows[key].posted_at:%d/%m/%Y}" if rows[key].posted_at else "")
        for key in keys
    ]


def _events(text: str, limit: int, urls: Urls) -> list[Hit]:
    keys = ARTICLE_WORDS.best(text, EventPage.objects.live(), limit=limit)
    rows = EventPage.objects.in_bulk(keys)
    return [_hit(text, rows[key], f"{rows[key].starts_at:%d/%m/%Y}") for key in keys]


def _pages(text: str, limit: int, urls: Urls) -> list[Hit]:
    others = Page.objects.live().not_type(ArticlePage, EventPage)
    keys = ARTICLE_WORDS.best(text, others, limit=limit)
    rows = {page.pk: page for page in Page.objects.filter(pk__in=keys).specific()}
    return [_hit(text, rows[key], "") for key in keys if isinstance(rows[key], PublicPage)]


def _hit(text: str, page: PublicPage, line: str) -> Hit:
    rest = page.words().removeprefix(page.title)
    return Hit(passage(page.title, text, length=500), page.address, passage(rest, text), line, page.title)


def _exemplars(text: str, limit: int, urls: Urls) -> list[Hit]:
    keys = PUBLIC_WORDS.best(text, Exemplar.objects.public(), limit=limit)
    rows = library.published().in_bulk(keys)
    return [_exemplar(text, rows[key], urls["exemplar"]) for key in keys]


def _exemplar(text: str, row: Exemplar, url_of) -> Hit:
    line = " · ".join(filter(None, [library.place_line(row), library.alive_line(row)]))
    return Hit(passage(row.name, text, length=500), url_of(row), passage(row.summary, text), line, row.name)


def _directives(text: str, limit: int, urls: Urls) -> list[Hit]:
    if not words_of(text):
        return []
    rows = list(Directive.objects.public().matching(text)[:MANY])
    asked = exact_key(text)
    rows.sort(key=lambda row: asked not in exact_key(f"{row} {row.title} {row.issuer}"))
    return [
        Hit(passage(str(row), text), urls["directive"](row), passage(row.title, text), row.issuer, str(row))
        for row in rows[:limit]
    ]


KINDS: dict[str, tuple[str, Callable[[str, int, Urls], list[Hit]]]] = {
    "tin": ("Tin bài", _articles),
    "mo-hinh": ("Mô hình, điển hình", _exemplars),
    "van-ban": ("Văn bản", _directives),
    "su-kien": ("Sự kiện", _events),
    "trang": ("Trang khác", _pages),
}


def search(text: str, *, kind: str = "", urls: Urls) -> list[Group]:
    """What holds all words of `text`, by kind; of one kind as many as a reader may want."""
    chosen = {kind: KINDS[kind]} if kind in KINDS else KINDS
    limit = MANY if kind in KINDS else FEW
    groups = []
    for key, (name, find) in chosen.items():
        hits = find(text, limit + 1, urls)
        if hits:
            groups.append(Group(key, name, hits[:limit], len(hits) > limit))
    return groups


def fewer_words(text: str, *, urls: Urls) -> list[str]:
    """Where nothing holds all words: the same question without one of them, as far as that finds something."""
    words = text.split()
    if not 2 <= len(words) <= 8:
        return []
    tries = (" ".join(words[:at] + words[at + 1 :]) for at in range(len(words)))
    return [each for each in tries if any(find(each, 1, urls) for _, find in KINDS.values())][:3]


def suggestions(text: str, *, urls: Urls, limit: int = 8) -> list[str]:
    """Titles that hold the words typed so far."""
    titles: list[str] = []
    for _, find in KINDS.values():
        titles += [hit.plain_title for hit in find(text, limit, urls)]
    return list(dict.fromkeys(titles))[:limit]
