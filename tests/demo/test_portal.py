"""The portal of the demo is alive at first sight, with a history and a past that hold together."""

from collections import Counter
from datetime import date
from html import unescape
from io import BytesIO

import mammoth
import pytest
from django.utils import timezone
from wagtail.models import PageLogEntry

from kheo.accounts.models import User
from kheo.demo import build
from kheo.demo.news import happenings
from kheo.demo.news.publish import ARTICLES
from kheo.demo.stories import STORIES
from kheo.movement.models import Directive
from kheo.polls.models import Poll
from kheo.portal.models import ArticlePage, EventPage, Photo, PlainPage
from kheo.visits.models import PageDay, PageTotal, SectionDay, SiteDay, SiteHour
from kheo.visits.queries import site_total, views_of

pytestmark = pytest.mark.django_db
FIELDS = ["Kinh tế", "Văn hóa - xã hội", "Quốc phòng - an ninh", "Xây dựng hệ thống chính trị"]
SOURCE = "/tin-co-so/huyen-trieu-phong-tiep-tuc-day-manh-phong-trao-thi-dua-dan-van-kheo/"


@pytest.fixture
def built(monkeypatch):
    """The demo with the told stories alone: what a seed invents is nothing to the portal."""
    monkeypatch.setattr(build, "TOTAL", len(STORIES))
    build.build()


def shown(client, address) -> str:
    response = client.get(address)
    assert response.status_code == 200
    return unescape(response.content.decode())


def test_readers_of_the_demo_find_a_living_portal(built, client):
    front_page_is_alive(client)
    every_page_is_open(client)
    source_article_is_as_it_was(client)
    poll_is_sealed_and_concluded(client)


def front_page_is_alive(client):
    page = shown(client, "/")

    assert ARTICLES[-1].title in page
    assert [event.title in page for event in happenings.EVENTS if not event.on] == [True] * 4
    assert "Hiện tại không có bình chọn nào đang hoạt động." in page
    assert f"{happenings.POLL_QUESTION}</a>, 1.918 phiếu" in page
    assert list(Poll.objects.open(timezone.now())) == []
    assert [title for title in FIELDS if f"{title}</" in page.partition("Còn hoạt động sau")[2]] == FIELDS


def every_page_is_open(client):
    addresses = [page.address for kind in (ArticlePage, EventPage, PlainPage) for page in kind.objects.live()]
    corrected = [article for article in ARTICLES if article.corrections]

    pages = [shown(client, address) for address in addresses]

    assert len(pages) == len(ARTICLES) + 1 + 6 + 6
    assert sum("<h2>Đính chính</h2>" in page for page in pages) == len(corrected) == 2
    for address in ("/huong-dan/", "/chuyen-de/tu-tuong-dan-van/", "/co-quan/"):
        shown(client, address)
    assert "hai ngày làm việc" in shown(client, "/bao-ve-du-lieu-ca-nhan/")


def source_article_is_as_it_was(client):
    page = ArticlePage.objects.get(author="Thủy Phương")

    assert page.address == SOURCE
    assert timezone.localdate(page.posted_at) == date(2019, 10, 15)
    assert "lòng tin của Nhân dânào sự lãnh đạo" in shown(client, SOURCE)
    assert views_of([f"bai:{page.pk}"]) == {f"bai:{page.pk}": 312}


def poll_is_sealed_and_concluded(client):
    poll = Poll.objects.get()
    ticked = Counter(text for text in poll.votes.values_list("ticks__choice__text", flat=True))

    assert ticked == dict(happenings.POLL_CHOICES)
    assert poll.sealed_at
    assert poll.next_on > timezone.localdate()
    assert poll.conclusion in shown(client, poll.get_absolute_url()).replace("<br>", "")


def test_articles_of_the_demo_were_written_by_the_editor_and_approved_by_a_head(built):
    editor, head = User.objects.get(username="bientap"), User.objects.get(username="truongban")
    pages = {page.title: page for page in ArticlePage.objects.live()}

    assert len(pages) == len(ARTICLES) + 1
    for article in ARTICLES:
        page = pages[article.title]
        posted = timezone.localtime(page.posted_at)
        assert posted.isoformat()[:16] == f"{article.posted}T{article.clock}"
        assert page.first_published_at == page.posted_at
        assert page.owner == page.latest_revision.user == editor
        assert page.latest_revision.created_at < page.posted_at
        assert page.why_not_public() == []
        log = PageLogEntry.objects.filter(page=page.pk)
        assert {entry.user for entry in log.filter(action="wagtail.workflow.approve")} == {head}
        assert {entry.user for entry in log.filter(action="wagtail.publish")} == {head}
        assert max(entry.timestamp for entry in log) == page.posted_at
        assert {each.pk for each in page.exemplars.all()} == {
            each.pk for each in page.exemplars.filter(name__in=[s.name for s in STORIES if s.key in article.stories])
        }
        assert page.exemplars.count() == len(article.stories)


def test_rows_of_the_demo_behind_its_portal_are_sound(built):
    days_hours_sections_and_pages_agree()
    directives_have_files_and_one_is_replaced()
    assert Photo.objects.filter(shows_person=False, consented=False).exclude(description="").count() == 12


def days_hours_sections_and_pages_agree():
    by_page, by_section, by_site, by_hour = Counter(), Counter(), Counter(), Counter()
    by_key = Counter()
    for row in PageDay.objects.all():
        by_page[row.day] += row.views
        by_key[row.key] += row.views
    for row in SectionDay.objects.all():
        by_section[row.day] += row.views
    for row in SiteDay.objects.all():
        by_site[row.day] = row.guests + row.members
    for row in SiteHour.objects.all():
        by_hour[row.day] += row.guests + row.members

    assert by_page == by_site == by_hour == by_section
    assert dict(by_key) == dict(PageTotal.objects.values_list("key", "views"))
    assert max(by_page) < timezone.localdate()
    assert site_total().total == 12_354_367 + sum(by_site.values())
    assert site_total().source.label == "Tổng lượt của cổng cũ"


def directives_have_files_and_one_is_replaced():
    old, new = Directive.objects.get(number="36-HD/VPTW"), Directive.objects.get(number="05-HD/VPTW")
    with_files = {each.number: each.files.get() for each in Directive.objects.exclude(files=None)}

    assert old.replaced_by == new
    assert not old.is_in_force(on=date(2026, 11, 24))
    assert set(with_files) == {"12-KH/TU", "07-KH/ĐU"}
    for number, row in with_files.items():
        with row.file.open("rb") as file:
            text = mammoth.extract_raw_text(BytesIO(file.read())).value
        assert number in text
        assert "không phải văn bản thật" in text
