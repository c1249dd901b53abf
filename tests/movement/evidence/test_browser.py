"""The upload on a phone-sized screen: a photo goes up in pieces, survives a lost signal, is saved and seen."""

import io
import os

import pytest
from django.conf import settings
from PIL import Image
from playwright.sync_api import expect

from kheo.accounts.roles import Role
from kheo.movement.models import Evidence
from tests import make
from tests.browsing import follow, sign_in

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def exemplar():
    return make.exemplar("Tiếng kẻng học bài", stage="running")


@pytest.fixture
def phone(page, exemplar, live_server):
    """A phone on which the unit's officer is signed in."""
    sign_in(page.context, make.member(Role.OFFICER, exemplar.unit), live_server)
    page.set_viewport_size({"width": 390, "height": 800})
    return page


def noise():
    """A photo that does not pack: over two pieces of 1 MB."""
    out = io.BytesIO()
    Image.frombytes("RGB", (1200, 1000), os.urandom(3_600_000)).save(out, "JPEG", quality=90)
    return {"name": "Lễ ra mắt.jpg", "mimeType": "image/jpeg", "buffer": out.getvalue()}


def test_photo_goes_up_in_pieces_over_a_lost_signal_and_is_saved(phone, exemplar, axe_finds):
    photo, pieces = noise(), []

    def lossy(route):
        pieces.append(route.request.headers["upload-offset"])
        route.abort() if len(pieces) == 2 else route.continue_()

    phone.route("**/tai-len/*/", lambda route: lossy(route) if route.request.method == "PATCH" else route.continue_())
    phone.goto(f"/lam-viec/mo-hinh/{exemplar.pk}/")
    phone.locator("#evidence-files").set_input_files(photo)
    expect(phone.get_by_text("Đã gửi xong,")).to_be_visible()
    phone.get_by_label("Chú thích").fill("Lễ ra mắt ở thôn")
    follow(phone.get_by_role("button", name="Lưu minh chứng"))

    expect(phone.get_by_text("Đã lưu 1 minh chứng.")).to_be_visible()
    expect(phone.get_by_role("img", name="Lễ ra mắt ở thôn")).to_be_visible()
    assert pieces[:3] == ["0", "1048576", "1048576"]
    assert Evidence.objects.get().size == len(photo["buffer"])
    assert axe_finds(phone) == []


def test_refusal_is_said_beside_the_file(phone, exemplar):
    phone.goto(f"/lam-viec/mo-hinh/{exemplar.pk}/")
    phone.locator("#evidence-files").set_input_files({"name": "a.jpg", "mimeType": "image/jpeg", "buffer": b"<svg>"})

    expect(phone.get_by_text("Chưa gửi được: Đây là trang web hoặc ảnh vẽ")).to_be_visible()
    assert not Evidence.objects.exists()


def test_session_that_ended_is_said(phone, exemplar):
    phone.goto(f"/lam-viec/mo-hinh/{exemplar.pk}/")
    phone.context.clear_cookies(name=settings.SESSION_COOKIE_NAME)
    phone.locator("#evidence-files").set_input_files(noise())

    expect(phone.get_by_text("phiên làm việc đã hết")).to_be_visible()
