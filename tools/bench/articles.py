"""An article drawn anew among 10,000 articles against the same among 100: at most 12 queries, and as many in both."""

import uuid

from django.db import connection, connections
from django.test import Client
from django.test.utils import CaptureQueriesContext

from kheo.core import pagecache
from kheo.portal.models import ArticlePage, SectionPage
from tools.bench.kept import article
from tools.bench.measure import Benchmark

FEW, MANY = 100, 10_000
MOST_QUERIES = 12
SECTION = "tuyen-truyen"


class Uncached(Benchmark):
    """Both sides are our own code and the same article, so that only the number of its neighbours differs."""

    name = "article/uncached"
    limit = 1.3
    calls = 10
    sizes = f"{MANY:,} / {FEW} tin bài cùng chuyên mục".replace(",", ".")

    def prepare(self) -> None:
        template = article()
        self.few, self.many = _section("ban-it", template, FEW), _section("ban-nhieu", template, MANY)
        self.client = Client(headers={"host": "localhost"})
        self.counts = {page.pk: self._count(page) for page in (self.few, self.many)}

    def _get(self, page: ArticlePage):
        answer = self.client.get(page.address, {"moi": "1"})  # a query is never answered with a kept page
        if answer.status_code != 200:
            raise RuntimeError(f"{page.address}: {answer.status_code}")
        return answer

    def _count(self, page: ArticlePage) -> int:
        self._get(page)
        seen = [CaptureQueriesContext(connections[alias]) for alias in connections]
        for each in seen:
            each.__enter__()
        self._get(page)
        for each in seen:
            each.__exit__(None, None, None)
        return sum(len(each) for each in seen)

    def ours(self):
        return self._get(self.many)

    def yardstick(self):
        return self._get(self.few)

    def complaints(self) -> list[str]:
        few, many = self.counts.values()
        found = [] if few == many else [f"Số truy vấn khác nhau: {few} giữa {FEW} bài, {many} giữa {MANY} bài."]
        return [*found, *([f"{many} truy vấn, nhiều nhất là {MOST_QUERIES}."] if many > MOST_QUERIES else [])]


def _section(slug: str, template: ArticlePage, number: int) -> ArticlePage:
    """A section of so many copies of an article; one of them."""
    home = SectionPage.objects.get(slug=SECTION).get_parent()
    section = home.add_child(instance=SectionPage(title=slug, slug=slug, in_menu=False))
    first = ArticlePage(title="Bài đầu", author="Lê Hoài An", body=template.body, live=False)
    section.add_child(instance=first)
    first.save_revision().publish()
    _copy(ArticlePage.objects.get(pk=first.pk), section, number)
    pagecache.forget()
    return ArticlePage.objects.get(pk=first.pk)


def _copy(first: ArticlePage, section: SectionPage, number: int) -> None:
    """Copies in the database itself: the newsroom would take minutes for ten thousand."""
    with connection.cursor() as cursor:
        rows = {}
        for table, key in (("wagtailcore_page", "id"), ("portal_articlepage", "page_ptr_id")):
            cursor.execute(f"SELECT * FROM {table} WHERE {key} = %s", [first.pk])
            rows[table] = dict(zip([column[0] for column in cursor.description], cursor.fetchone(), strict=True))
        cursor.execute("SELECT max(id) FROM wagtailcore_page")
        start = cursor.fetchone()[0] + 1
        pages, articles = [], []
        for step in range(2, number + 1):
            key = start + step
            path = section.path + ArticlePage._int2str(step).rjust(4, "0")
            told = {"id": key, "path": path, "slug": f"bai-{step}", "translation_key": uuid.uuid4().hex}
            told |= {"url_path": f"{section.url_path}bai-{step}/", "latest_revision_id": None, "live_revision_id": None}
            pages.append(rows["wagtailcore_page"] | told)
            posted = f"20{step % 20 + 5:02}-{step % 12 + 1:02}-{step % 28 + 1:02} {step % 24:02}:{step % 60:02}:00"
            articles.append(rows["portal_articlepage"] | {"page_ptr_id": key, "posted_at": posted})
        for table, made in (("wagtailcore_page", pages), ("portal_articlepage", articles)):
            columns = list(made[0])
            marks = ", ".join(["%s"] * len(columns))
            cursor.executemany(
                f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({marks})",
                [[row[column] for column in columns] for row in made],
            )
