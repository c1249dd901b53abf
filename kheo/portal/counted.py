"""Which pages of the portal are counted, to which section each belongs, and what the statistics call them."""

from collections.abc import Callable

from django.db.models import Model, QuerySet
from django.utils import timezone
from wagtail.models import Page

from kheo.core.pages import key_in
from kheo.movement.models import Directive, Exemplar
from kheo.portal.addresses import directive_url, exemplar_url, place_url
from kheo.portal.models import ArticlePage, EventPage, SectionPage
from kheo.units.models import Level, Unit
from kheo.visits import countable

STANDING = {"thu-vien": ("Thư viện mô hình", "/mo-hinh/", "mo-hinh"), "van-ban": ("Văn bản", "/van-ban/", "van-ban")}
ROOMS = {
    "mo-hinh": "Mô hình, điển hình",
    "van-ban": "Văn bản",
    "su-kien": "Sự kiện",
    "xa": "Xã tôi",
    "trang": "Trang khác",
}

Titles = dict[str, tuple[str, str]]


def _row_kind(rows: Callable[[], QuerySet], section: str, told: Callable[[Model], tuple[str, str]]) -> countable.Kind:
    """Pages that are rows, by their number, all of one section."""

    def section_of(tail: str) -> str | None:
        key = key_in(tail)
        return section if key is not None and rows().filter(pk=key).exists() else None

    def titles(tails: list[str]) -> Titles:
        keys = [key for tail in tails if (key := key_in(tail)) is not None]
        return {str(row.pk): told(row) for row in rows().filter(pk__in=keys)}

    return countable.Kind(section_of, titles)


def _page_told(page: Page) -> tuple[str, str]:
    return page.title, "/" + page.url_path.split("/", 2)[2]


def _section_of_article(tail: str) -> str | None:
    """An article belongs to the section it stands in."""
    key = key_in(tail)
    path = ArticlePage.objects.live().filter(pk=key).values_list("path", flat=True).first() if key else None
    above = path[: -Page.steplen] if path else None
    return SectionPage.objects.filter(path=above).values_list("slug", flat=True).first() if above else None


def _section_itself(tail: str) -> str | None:
    key = key_in(tail)
    return SectionPage.objects.live().filter(pk=key).values_list("slug", flat=True).first() if key else None


def _standing_section(tail: str) -> str | None:
    return STANDING[tail][2] if tail in STANDING else PAGES.section_of(tail)


def _standing_titles(tails: list[str]) -> Titles:
    return PAGES.titles(tails) | {tail: STANDING[tail][:2] for tail in tails if tail in STANDING}


def _communes() -> QuerySet:
    return Unit.objects.living(on=timezone.localdate()).filter(level=Level.COMMUNE)


ARTICLES = _row_kind(ArticlePage.objects.live, "", _page_told)
SECTIONS = _row_kind(SectionPage.objects.live, "", _page_told)
PAGES = _row_kind(Page.objects.live, "trang", _page_told)


def register() -> None:
    """Tell the counter; called once the rooms are loaded."""
    countable.register("bai", _section_of_article, titles=ARTICLES.titles)
    countable.register("muc", _section_itself, titles=SECTIONS.titles)
    countable.register("trang", _standing_section, titles=_standing_titles)
    for kind, rows, section, told in (
        ("su-kien", EventPage.objects.live, "su-kien", _page_told),
        ("mo-hinh", Exemplar.objects.public, "mo-hinh", lambda row: (row.name, exemplar_url(row))),
        ("van-ban", Directive.objects.public, "van-ban", lambda row: (f"{row}: {row.title}", directive_url(row))),
        ("xa", _communes, "xa", lambda row: (row.title, place_url(row))),
    ):
        made = _row_kind(rows, section, told)
        countable.register(kind, made.section_of, titles=made.titles)
    countable.name_sections(_section_names)


def _section_names() -> dict[str, str]:
    return dict(SectionPage.objects.values_list("slug", "title")) | ROOMS
