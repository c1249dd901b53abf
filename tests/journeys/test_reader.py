"""Bà Hoa ở Triệu Ái đọc cổng trên điện thoại: bài, lượt xem, tìm kiếm, bình chọn, thống kê, Xã tôi; có và không có JavaScript."""

from datetime import timedelta
from io import StringIO

import pytest
from django.core.management import call_command
from django.utils import timezone
from playwright.sync_api import expect

from kheo.core import pagecache
from kheo.core.guarded import SOONEST
from kheo.movement.models import Directive
from kheo.units import places
from kheo.units.models import Unit
from tests import make
from tests.browsing import follow
from tests.journeys.walking import PHONE, Walker
from tests.portal.importing import FOLDER
from tests.visits.test_count_browser import AGENT

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
SOURCE = "Huyện Triệu Phong tiếp tục đẩy mạnh phong trào thi đua “Dân vận khéo”"
ADDRESS = "/tin-co-so/huyen-trieu-phong-tiep-tuc-day-manh-phong-trao-thi-dua-dan-van-kheo/"
QUESTION = "Chọn mô hình tiêu biểu năm 2025"


@pytest.fixture
def portal(transactional_db):
    """A portal as on any day: the old article with its views, news of a commune, an event, a directive, a closed poll."""
    places.load_old_trieu_phong()
    ai_tu = Unit.objects.get(code="19669")
    call_command("import_articles", FOLDER / "trang-goc.txt", "--date", "15/06/2018", "--site-total", stdout=StringIO())
    told = make.exemplar(
        "Đường hoa thôn Xuân", unit=ai_tu, stage="running", published_at=timezone.now(), published_by=make.user()
    )
    make.outcome(told, actual=950, actual_on="2026-05-01")
    make.article("Thôn Xuân trồng hai cây số đường hoa", place=ai_tu, exemplars=[told])
    make.event("Ngày hội “Dân vận khéo”", starts_at=timezone.now() + timedelta(days=9), where="Nhà văn hóa thôn Xuân")
    Directive.objects.create(
        kind="Nghị quyết", number="25-NQ/TW", issuer="Ban Chấp hành Trung ương", title="Về công tác dân vận",
        is_public=True,
    )  # fmt: skip
    make.closed_poll(QUESTION)
    pagecache.forget()


@pytest.fixture(params=["có JavaScript", "không có JavaScript"])
def walker(request, browser, browser_context_args, live_server, axe_finds, portal):
    """A reader's phone. Without scripts axe cannot look either: the page it would see is the same."""
    scripts = request.param == "có JavaScript"
    with browser.new_context(**{**browser_context_args, "user_agent": AGENT}, java_script_enabled=scripts) as context:
        reader = Walker(context.new_page(), live_server, axe_finds if scripts else lambda page: [])
        reader.has_scripts = scripts
        yield reader


def test_a_reader_goes_through_the_whole_portal(walker):
    page = walker.page

    # Trang chủ: tin, sự kiện sắp tới, ô bình chọn, tổng lượt truy cập mang theo từ cổng cũ.
    walker.open("/")
    for words in (
        "Thôn Xuân trồng hai cây số đường hoa", "Ngày hội “Dân vận khéo”", "Nhà văn hóa thôn Xuân",
        "Hiện tại không có bình chọn nào đang hoạt động.", "Gồm số dư từ cổng cũ.",
    ):  # fmt: skip
        assert walker.reads(words)

    # Chuyên mục Tin cơ sở, rồi bài gốc: tác giả, ngày, lượt xem, nguyên văn.
    walker.go("Tin cơ sở", exact=True).go(SOURCE)
    assert page.url.endswith(ADDRESS)
    byline = page.locator(".byline")
    expect(byline).to_contain_text("Thủy Phương")
    expect(byline).to_contain_text("15/06/2018")
    expect(byline).to_contain_text("lượt xem")
    assert walker.reads("củng cố lòng tin của Nhân dânào sự lãnh đạo")

    # Tìm không dấu, từ bất cứ trang nào.
    page.get_by_role("searchbox", name="Tìm kiếm").fill("trieu phong dan van kheo")
    follow(page.get_by_role("button", name="Tìm", exact=True))
    walker.look().go(SOURCE)
    assert page.url.endswith(ADDRESS)

    # Bình chọn: không có cuộc nào mở; lần trước ra sao.
    walker.go("Bình chọn", exact=True)
    assert walker.reads("Hiện tại không có bình chọn nào đang hoạt động.")
    walker.go(QUESTION)
    assert walker.reads("Chưa có phiếu nào.")

    # Thống kê, và cách tính.
    walker.go("Thống kê", exact=True)
    assert walker.reads("Gồm 12.354.367 lượt là số dư từ cổng cũ")
    # Sections count readers whose browser says so; one without scripts is counted apart.
    assert walker.reads("Tin cơ sở") == walker.has_scripts
    walker.go("Cách tính")
    assert walker.reads("không đặt cookie")

    # Xã tôi, bằng tên xã cũ: tin, mô hình, xã ngày trước.
    walker.go("Xã tôi", exact=True)
    page.get_by_role("main").get_by_role("searchbox").fill("trieu ai")
    follow(page.get_by_role("button", name="Tìm xã"))
    walker.look()
    for words in ("Thôn Xuân trồng hai cây số đường hoa", "Đường hoa thôn Xuân", "Triệu Ái"):
        assert walker.reads(words)

    # Mô hình, bài nói về mô hình ấy, văn bản, sự kiện.
    walker.go("Đường hoa thôn Xuân")
    assert walker.reads("950")
    walker.go("Thôn Xuân trồng hai cây số đường hoa")
    walker.go("Văn bản", exact=True).go("25-NQ/TW")
    walker.go("Sự kiện", exact=True).go("Ngày hội “Dân vận khéo”")
    assert walker.reads("Nhà văn hóa thôn Xuân")


def test_go_top_comes_when_there_is_a_way_back(page, portal):
    page.set_viewport_size(PHONE)
    page.emulate_media(reduced_motion="reduce")
    page.goto(ADDRESS)
    top = page.get_by_role("link", name="Lên đầu trang")
    expect(top).to_be_hidden()

    page.evaluate("scrollTo(0, document.body.scrollHeight)")
    expect(top).to_be_visible()
    top.press("Enter")

    page.wait_for_function("scrollY === 0")
    expect(page.get_by_role("main")).to_be_focused()


def test_every_view_is_told_of_by_the_figures(browser, browser_context_args, portal, settings):
    """312 lượt mang sang, rồi ba nhà cùng đọc: bài và cả cổng cùng thêm ba."""
    settings.KHEO_PROXIES = 1
    for household in ("203.0.113.7", "203.0.113.8", "203.0.113.9"):
        own = {"user_agent": AGENT, "extra_http_headers": {"X-Forwarded-For": household}}
        facts = {**browser_context_args, **own}
        with browser.new_context(**facts) as context:
            page = context.new_page()
            with page.expect_response(lambda answer: answer.url.endswith("/dem/")) as counted:
                page.goto(ADDRESS)
            assert counted.value.status == 202
    with browser.new_context(**browser_context_args) as context:
        page = context.new_page()
        page.goto(ADDRESS)
        expect(page.locator(".byline [data-views]")).to_have_text("315")
        page.goto("/")
        expect(page.locator("[data-site-total]")).to_have_text("12.354.370")
        expect(page.locator("[data-online=guests]")).to_have_text("3")


def test_a_reader_votes_once_and_sends_a_word_to_the_office(walker):
    poll = make.poll("Nên mở lớp tin học buổi tối nào?", choices=("Thứ ba", "Thứ năm"))
    page = walker.page

    walker.open("/").go(poll.question)
    page.get_by_label("Thứ năm").check()
    walker.press("Gửi phiếu")
    assert walker.reads("Đã nhận phiếu gửi từ đây cho bình chọn này.")
    walker.open(poll.get_absolute_url())
    expect(page.get_by_role("button", name="Gửi phiếu")).to_have_count(0)
    assert list(poll.votes.values_list("ticks__choice__text", flat=True)) == ["Thứ năm"]

    walker.go("Góp ý", exact=True)
    page.get_by_label("Nội dung góp ý").fill("Mong thôn có thêm đèn đường.")
    page.wait_for_timeout(SOONEST * 1000 + 200)  # what comes back sooner is a machine's
    walker.press("Gửi góp ý")
    code = page.locator(".letter-code b").inner_text()
    walker.go("Nơi tra câu trả lời")
    page.get_by_label("Mã theo dõi").fill(code)
    walker.press("Xem", exact=True)
    assert walker.reads("Đã nhận")
