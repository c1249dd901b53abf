"""News as readers meet it: addresses, lists, archive, an article with what belongs to it, feeds, robots."""

import json
import re
from datetime import datetime
from xml.etree import ElementTree as ET
from zoneinfo import ZoneInfo

import pytest
from django.utils import timezone
from icalendar import Calendar
from wagtail.models import Page, Site

from kheo.portal.models import ArticlePage, SectionPage
from tests import make

pytestmark = pytest.mark.django_db
HANOI = ZoneInfo("Asia/Ho_Chi_Minh")


def at(day, month, year=2026, hour=9):
    return datetime(year, month, day, hour, tzinfo=HANOI)


def page_of(client, address):
    answer = client.get(address)
    assert answer.status_code == 200
    return answer.content.decode()


def test_an_address_has_no_accents_and_keeps_every_letter():
    page = make.article("Đường đất đỏ ở Ái Tử: uỷ ban và bà con")

    assert page.address == "/tin-co-so/duong-dat-do-o-ai-tu-uy-ban-va-ba-con/"


def test_two_articles_of_one_title_have_two_addresses():
    first, second = make.article("Đường hoa"), make.article("Đường hoa")

    assert [first.address, second.address] == ["/tin-co-so/duong-hoa/", "/tin-co-so/duong-hoa-2/"]


def test_the_newsroom_is_laid_once_and_left_as_it_is():
    from kheo.portal.actions.ground import lay

    SectionPage.objects.filter(slug="tin-tuc").update(title="Tin tỉnh")
    before = list(Page.objects.order_by("path").values_list("path", "title"))
    lay()

    assert list(Page.objects.order_by("path").values_list("path", "title")) == before
    assert Site.objects.get().root_page.slug == "trang-chu"


def test_an_article_shows_its_byline_text_and_views(client):
    page = make.article("Bến bãi bình yên", text="Ngư dân tự lập tổ trực.", posted_at=at(22, 11))

    text = page_of(client, page.address)

    assert re.findall(r"<h1>(.*?)</h1>", text) == ["Bến bãi bình yên"]
    assert "<b>Lê Hoài An</b>" in text
    assert "22/11/2026, 9:00" in text
    assert "<p>Ngư dân tự lập tổ trực.</p>" in text
    assert f'data-count="bai:{page.pk}"' in text


def test_a_draft_is_not_there_for_readers(client):
    page = make.article("Còn đang viết", live=False)

    assert client.get(page.address).status_code == 404
    assert "Còn đang viết" not in page_of(client, "/tin-co-so/")


def test_an_article_taken_down_is_gone_from_every_list(client):
    page = make.article("Gỡ xuống")
    page.unpublish()

    found = [
        address
        for address in ("/", "/tin-co-so/", "/tin.rss", "/sitemap.xml")
        if "Gỡ xuống" in page_of(client, address)
    ]

    assert client.get(page.address).status_code == 404
    assert found == []


def test_the_front_page_begins_with_the_featured_article(client):
    make.article("Tin mới hơn", posted_at=at(23, 11))
    make.article("Tin nổi bật", posted_at=at(20, 11), is_featured=True)

    text = page_of(client, "/")

    assert text.index("Tin nổi bật") < text.index("Tin mới hơn")


def test_a_section_is_listed_by_month(client):
    make.article("Chuyện tháng Mười", posted_at=at(31, 10, hour=23))
    make.article("Chuyện tháng Mười một", posted_at=at(1, 11, hour=0))

    october, november = page_of(client, "/tin-co-so/?thang=2026-10"), page_of(client, "/tin-co-so/?thang=2026-11")

    assert ("Chuyện tháng Mười</a>" in october, "Chuyện tháng Mười một" in october) == (True, False)
    assert ("Chuyện tháng Mười</a>" in november, "Chuyện tháng Mười một" in november) == (False, True)


@pytest.mark.parametrize("month", ["2026-13", "x", "0000-01", "2026", "99999-01", "2026-1-1"])
def test_a_month_that_is_none_is_not_found(client, month):
    assert client.get(f"/tin-co-so/?thang={month}").status_code == 404


def test_a_page_costs_the_same_with_six_and_with_forty_articles(client, django_assert_max_num_queries):
    make.article("Bài đầu", photo=make.photo())
    for number in range(5):
        make.article(f"Bài trước {number}", photo=make.photo(f"Ảnh trước {number}"))
    client.get("/tin-co-so/bai-dau/?moi=0")  # copies of photos are made once
    with django_assert_max_num_queries(12) as few:
        client.get("/tin-co-so/bai-dau/?moi=1")
    for number in range(34):
        make.article(f"Bài thứ {number}", photo=make.photo(f"Ảnh {number}"))
    client.get("/tin-co-so/bai-dau/?moi=2")
    with django_assert_max_num_queries(12) as many:
        client.get("/tin-co-so/bai-dau/?moi=3")

    assert len(many) == len(few)


def test_an_article_and_its_exemplars_lead_to_each_other(client):
    exemplar = make.exemplar(
        "Tổ tự quản bến bãi", stage="running", published_at=timezone.now(), published_by=make.user()
    )
    hidden = make.exemplar("Chưa công khai")
    page = make.article("Chuyện bến bãi", exemplars=[exemplar, hidden])

    article = page_of(client, page.address)

    assert "Tổ tự quản bến bãi" in article
    assert "Chưa công khai" not in article


def test_a_correction_stays_visible_with_its_day(client):
    page = make.article("Có sửa")
    page.corrections.create(on=at(5, 11).date(), text="Con số đúng là 56 hộ.")
    page.save_revision().publish()

    text = page_of(client, page.address)

    assert "Đính chính" in text
    assert "05/11/2026</b> Con số đúng là 56 hộ." in text


def test_a_repost_names_its_source(client):
    page = make.article("Đăng lại", author="", kind="repost", source="Báo Quảng Trị", source_url="https://example.vn/a")

    assert 'Nguồn: <a class="link" href="https://example.vn/a" rel="noopener nofollow">Báo Quảng Trị</a>' in page_of(
        client, page.address
    )


def test_what_machines_read_of_an_article_is_true_and_cannot_break_out(client):
    page = make.article("Một </script><b>cách</b> nói", lead="Tóm tắt", posted_at=at(22, 11))

    text = page_of(client, page.address)
    facts = json.loads(re.search(r'<script type="application/ld\+json">(.*?)</script>', text)[1])

    assert (facts["headline"], facts["datePublished"]) == ("Một </script><b>cách</b> nói", "2026-11-22T09:00:00+07:00")
    assert f'<link rel="canonical" href="http://127.0.0.1:8000{page.address}">' in text
    assert '<meta property="og:description" content="Tóm tắt">' in text


def test_feeds_hold_the_newest_first_and_a_section_only_its_own(client):
    make.article("Cũ", posted_at=at(1, 11))
    make.article("Mới", posted_at=at(2, 11))
    make.article("Của tỉnh", section="tin-tuc", posted_at=at(3, 11))

    def titles(address):
        return [each.text for each in ET.fromstring(client.get(address).content).iter("title")][1:]

    assert titles("/tin.rss") == ["Của tỉnh", "Mới", "Cũ"]
    assert titles("/tin-co-so/tin.rss") == ["Mới", "Cũ"]
    atom = ET.fromstring(client.get("/tin.atom").content)
    assert [each.text for each in atom.findall(".//{*}entry/{*}title")] == ["Của tỉnh", "Mới", "Cũ"]


def test_the_map_of_the_site_names_what_is_public_and_robots_know_it(client):
    page = make.article("Có trong sơ đồ")
    make.article("Nháp", live=False)

    places = [each.text for each in ET.fromstring(client.get("/sitemap.xml").content).findall(".//{*}loc")]

    assert f"http://127.0.0.1:8000{page.address}" in places
    assert [place for place in places if "nhap" in place] == []
    assert "Sitemap: http://127.0.0.1:8000/sitemap.xml" in client.get("/robots.txt").content.decode()


def test_a_former_title_leads_to_the_article_of_today(client, django_capture_on_commit_callbacks):
    page = make.article("Tên cũ")
    page.slug = "ten-moi"
    with django_capture_on_commit_callbacks(execute=True):
        page.save_revision().publish()

    answer = client.get("/tin-co-so/ten-cu/")

    assert (answer.status_code, answer["Location"]) == (301, "/tin-co-so/ten-moi/")


def test_an_article_without_byline_or_with_an_unanswered_photo_is_unfit():
    unanswered = make.photo("Ngày hội", shows_person=None)
    page = ArticlePage(title="Chưa đủ", photo=unanswered)

    assert page.why_not_public() == [
        "Ảnh “Ngày hội”: chưa trả lời có nhận ra được người trong ảnh không.",
        "Tin bài chưa ghi tác giả hoặc nguồn.",
    ]


def test_an_event_stands_in_the_calendar_and_in_its_feed(client):
    page = make.event("Hội nghị sơ kết", starts_at=at(28, 11, 2099, 8), where="Hội trường Tỉnh ủy", is_featured=True)

    listed, feed = (
        page_of(client, "/su-kien/?thang=2099-11"),
        Calendar.from_ical(client.get("/su-kien/lich.ics").content),
    )

    assert listed.count("Hội nghị sơ kết") == 2
    entry = feed.walk("VEVENT")[0]
    assert (str(entry["SUMMARY"]), entry.decoded("DTSTART"), str(entry["LOCATION"])) == (
        "Hội nghị sơ kết", page.starts_at, "Hội trường Tỉnh ủy",
    )  # fmt: skip
    assert "8 giờ ngày 28/11/2099" in page_of(client, page.address)


def test_xa_toi_is_found_by_a_former_name(client):
    province = make.province()
    new = make.unit("xã Ái Tử", under=province, code="19669", starts="2025-07-01")
    old = make.unit("xã Triệu Ái", under=new, ends="2025-06-30")
    from kheo.units.models import Succession

    Succession.objects.create(kind="merge", on="2025-07-01", predecessor=old, successor=new)
    make.article("Chuyện Ái Tử", place=new)

    answer = client.get("/xa/", {"q": "trieu ai"})

    assert answer["Location"] == "/xa/19669/"
    assert "Chuyện Ái Tử" in page_of(client, "/xa/19669/")


def test_a_notice_is_a_sheet_with_a_code_to_read_on(client):
    page = make.article("Họp thôn tối thứ Bảy", lead="Bàn việc mở đường.")

    sheet, code = page_of(client, f"/thong-bao/{page.pk}/"), client.get(f"/thong-bao/{page.pk}/ma.svg")

    assert "Họp thôn tối thứ Bảy" in sheet
    assert code["Content-Type"] == "image/svg+xml"
    assert code.content.startswith(b"<svg")
