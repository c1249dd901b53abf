"""Một ngày ở bàn biên tập: tin bài gửi đến, Soát lỗi, gửi duyệt, duyệt, người đọc, đính chính, nhuận bút."""

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from kheo.accounts.roles import Role
from kheo.audit.models import Event
from kheo.portal.models import ArticlePage, FeeRate, Story
from tests import make
from tests.browsing import follow
from tests.journeys.walking import Walker

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
WIDE = {"width": 1280, "height": 900}
TITLE = "Đường hoa ở An Mô"


@pytest.fixture
def an(transactional_db):
    return make.member(Role.OFFICER, make.unit("xã Ái Tử", code="19669"), full_name="Lê Hoài An")


@pytest.fixture
def phuong(transactional_db):
    return make.member(Role.EDITOR, make.province(), full_name="Thủy Phương")


@pytest.fixture
def nam(transactional_db):
    return make.member(Role.HEAD, make.province(), full_name="Hoàng Nam")


def more(page, label):
    """Press one of the desk's buttons behind “Thao tác khác”."""
    footer = page.locator("footer")
    footer.get_by_role("button", name="Thao tác khác").click()
    follow(footer.get_by_role("button", name=label, exact=True))


def test_a_story_is_sent_proofread_approved_read_corrected_and_paid(page, live_server, axe_finds, an, phuong, nam):
    FeeRate.objects.create(kind="news", amount=150_000, starts="2026-01-01")
    walker = Walker(page, live_server, axe_finds)

    # Anh An gửi bài từ điện thoại; một chữ dính liền, một gạch nối thiếu dấu cách.
    walker.sign_in(an).open(reverse("stories:story_new"))
    page.get_by_label("Tên bài").fill(TITLE)
    page.get_by_role("textbox", name="Nội dung").fill("Bà con dânào cũng góp công, kinh tế -xã hội đi lên.")
    page.locator("#story-photos").set_input_files(
        {"name": "duong-hoa.jpg", "mimeType": "image/jpeg", "buffer": make.picture()}
    )
    page.get_by_text("Đã gửi xong,").wait_for()
    walker.press("Gửi tin bài")
    assert walker.reads("Đã gửi tin bài đến ban biên tập.")
    page.get_by_label("Mô tả").fill("Con đường thôn có hoa hai bên")
    page.get_by_label("Có nhận ra ai trong ảnh không?").select_option("no")
    walker.press("Lưu ảnh")
    story = Story.objects.get()

    # Chị Phương nhận về chuyên mục Tin cơ sở; bản nháp đã có chữ, ảnh, tác giả.
    walker.sign_in(phuong).open(reverse("stories:desk")).go(TITLE)
    page.set_viewport_size(WIDE)
    page.get_by_label("Chuyên mục").select_option(label="Tin cơ sở")
    follow(page.get_by_role("button", name="Nhận biên tập"))
    expect(page.locator("#id_title")).to_have_value(TITLE)
    expect(page.locator("#id_author")).to_have_value("Lê Hoài An")

    # Soát lỗi chỉ ra từng chỗ, bấm một cái là sửa; lời khuyên, không ngăn việc gì.
    expect(page.get_by_text("chỗ nên xem lại trong bản nháp đã lưu")).to_be_visible()
    follow(page.get_by_role("link", name="Xem từng chỗ và sửa"))
    follow(page.get_by_role("button", name="Sửa thành “ - ”"))
    expect(page.get_by_text("dânào").first).to_be_visible()
    follow(page.get_by_role("link", name="Về trang sửa bài"))

    # Chị gửi duyệt; chưa ai đọc được bài.
    more(page, "Gửi duyệt tin bài")
    article = ArticlePage.objects.get()
    assert not article.live
    assert page.goto(article.address).status == 404

    # Anh Nam thấy bài chờ mình, mở ra và duyệt.
    walker.sign_in(nam)
    page.goto(reverse("wagtailadmin_home"))
    expect(page.get_by_text("Đang chờ tôi duyệt")).to_be_visible()
    follow(page.get_by_role("link", name=TITLE).first)
    more(page, "Duyệt")
    assert list(Event.objects.filter(verb="article.publish").values_list("by", flat=True)) == [nam.pk]

    # Người đọc, không cần tài khoản.
    page.context.clear_cookies()
    walker = Walker(page, live_server, axe_finds)
    walker.open("/").go(TITLE)
    expect(page.locator(".byline")).to_contain_text("Lê Hoài An")
    assert walker.reads("kinh tế - xã hội đi lên.")
    expect(page.get_by_role("img", name="Con đường thôn có hoa hai bên")).to_be_visible()

    # Sai một chữ: chị Phương ghi đính chính, gửi duyệt lại; anh Nam duyệt; người đọc thấy ngày và nội dung.
    walker.sign_in(phuong)
    page.set_viewport_size(WIDE)
    page.goto(reverse("wagtailadmin_pages:edit", args=[article.pk]))
    page.get_by_role("button", name="Thêm Đính chính").click()
    page.get_by_label("Nội dung đính chính").fill("“dânào” đọc đúng là “dân nào”.")
    more(page, "Gửi duyệt tin bài")
    walker.sign_in(nam)
    page.goto(reverse("wagtailadmin_pages:edit", args=[article.pk]))
    more(page, "Duyệt")
    page.context.clear_cookies()
    Walker(page, live_server, axe_finds).open(article.address)
    expect(page.get_by_role("heading", name="Đính chính")).to_be_visible()
    expect(page.get_by_text("“dânào” đọc đúng là “dân nào”.")).to_be_visible()

    # Anh An thấy đường dẫn và lượt xem; anh Nam thấy nhuận bút của tháng.
    walker.sign_in(an).open(story.get_absolute_url())
    assert walker.reads("Đã đăng")
    assert walker.reads("lượt xem")
    walker.sign_in(nam).open(reverse("stories:fees"))
    assert walker.reads("150.000")
    assert walker.reads("Lê Hoài An")
