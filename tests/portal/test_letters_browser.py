"""A reader without scripts sends feedback and reads the answer; an officer answers it; what comes back too fast is kept."""

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from kheo.accounts.roles import Role
from kheo.core.guarded import SOONEST
from kheo.portal.models import Letter
from tests import make
from tests.browsing import follow

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def plain_page(browser, live_server):
    """A phone whose browser runs no script."""
    context = browser.new_context(
        base_url=live_server.url, java_script_enabled=False, viewport={"width": 360, "height": 740}
    )
    yield context.new_page()
    context.close()


def test_reader_without_scripts_sends_feedback_and_reads_the_answer(plain_page, live_server):
    page = plain_page
    make.province()
    page.goto(reverse("portal:feedback"))
    page.get_by_label("Nội dung góp ý").fill("Mong có thêm thùng rác ở chợ.")
    follow(page.get_by_role("button", name="Gửi góp ý"))
    if Letter.objects.count() == 0:  # a machine types faster than a person: it is asked to look once more
        assert "Trang vừa mở chưa được vài giây" in page.content()
        page.wait_for_timeout(SOONEST * 1000 + 200)
        follow(page.get_by_role("button", name="Gửi góp ý"))
    code = page.locator(".letter-code b").inner_text()

    officer = Client()
    officer.force_login(make.member(Role.SPECIALIST, make.province()))
    move = reverse("stories:letter_advance", args=[Letter.objects.get().pk, "answer"])
    officer.post(move, {"text": "Xã đặt thêm bốn thùng trong tháng này."})

    follow(page.get_by_role("link", name="Nơi tra câu trả lời"))
    page.get_by_label("Mã theo dõi").fill(code.lower())
    follow(page.get_by_role("button", name="Xem"))

    assert page.get_by_text("Xã đặt thêm bốn thùng trong tháng này.").is_visible()
    assert code not in page.url


def test_resident_answers_without_scripts(plain_page):
    told = make.exemplar("Đường hoa", stage="running", published_at=timezone.now(), published_by=make.user())
    plain_page.goto(reverse("portal:exemplar", args=["duong-hoa", told.pk]))
    follow(plain_page.get_by_role("link", name="Không rõ"))
    assert plain_page.get_by_label("Không rõ").is_checked()

    follow(plain_page.get_by_role("button", name="Gửi", exact=True))

    assert plain_page.get_by_text("Đã ghi nhận, cảm ơn bà con.").is_visible()
    assert [said.word for said in told.resident_words.all()] == ["khong-ro"]
