"""Every page of the table of access in a real browser: axe finds nothing, nothing runs over at 320 px, no error is thrown.

The pages are those of tests/house/access, so a new page is looked at as soon as it has its row there; what is open to
everybody is listed here.
"""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from playwright.sync_api import Error

from kheo.accounts.roles import Role
from kheo.movement.models import Directive
from kheo.portal.addresses import directive_url
from tests import make
from tests.browsing import sign_in

from .access.cast import NOBODY, gather
from .access_table import ONESELF, rooms

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
SCHEMES = ("light", "dark")
NARROWEST = 320
# Answers that are not pages, or pages that only a second step of signing in reaches.
NO_PAGES = {
    "mfa_download_recovery_codes",
    "mfa_view_recovery_codes",
    "mfa_deactivate_totp",
    "mfa_generate_recovery_codes",
}


@pytest.fixture
def faults(page, axe_finds):
    """`faults(address)` is what there is against a page, in both schemes and on the narrowest phone."""
    said = []
    page.on("console", lambda message: said.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: said.append(str(error)))

    def look(address):
        said.clear()
        page.set_viewport_size({"width": 390, "height": 844})
        try:
            answer = page.goto(address)
        except Error as started:
            if "Download is starting" not in str(started):
                raise
            return []  # a file, not a page
        if answer is None or "text/html" not in answer.headers.get("content-type", ""):
            return []
        if answer.status != 200:
            return [f"answered {answer.status}"]
        found = []
        for scheme in SCHEMES:
            page.emulate_media(color_scheme=scheme)
            found += [f"{scheme}: {fault}" for fault in axe_finds(page)]
        page.set_viewport_size({"width": NARROWEST, "height": 700})
        if page.evaluate("document.documentElement.scrollWidth > window.innerWidth"):
            found.append("runs over at 320 px")
        return found + said

    return look


# Asked for by htmx alone and put into a page that stands.
PARTS = {"movement:import_state"}


@pytest.mark.parametrize("room", sorted(rooms()))
def test_pages_of_the_room_are_sound(room, context, live_server, faults):
    cast, found = gather(), {}
    for row in rooms()[room]:
        if row.method != "GET" or row.name in PARTS:
            continue
        role = min(set(row.let_in) - {NOBODY})
        sign_in(context, cast.people[role], live_server)
        kwargs, query = row.own(cast), row.query(cast)
        wrong = faults(reverse(row.name, kwargs=kwargs, query=query))
        if wrong:
            found[f"{row.name} ({role})"] = wrong

    assert found == {}


def test_pages_about_oneself_are_sound(context, live_server, faults):
    sign_in(context, make.member(Role.OFFICER, make.unit()), live_server)

    found = {name: wrong for name in sorted(ONESELF - NO_PAGES) if (wrong := faults(reverse(name)))}

    assert found == {}


def test_pages_of_the_newsroom_that_anyone_reads_are_sound(live_server, faults):
    place = make.unit("xã Ái Tử", code="19669")
    page = make.article("Đường hoa thôn Xuân", lead="Đoạn dẫn", photo=make.photo(), place=place, is_featured=True)
    make.article("Đăng lại", kind="repost", author="", source="Báo Quảng Trị", source_url="https://example.vn/a")
    page.corrections.create(on="2026-11-05", text="Con số đúng là 56 hộ.")
    page.save_revision().publish()
    event = make.event("Hội nghị sơ kết", starts_at=timezone.now() + timedelta(days=3), where="Hội trường")
    paper = Directive.objects.create(kind="Nghị quyết", number="25", issuer="TW", title="Dân vận", is_public=True)
    addresses = [
        "/", page.address, "/tin-co-so/", "/tin-co-so/?thang=2020-01", "/tuyen-truyen/", "/su-kien/", event.address,
        "/huong-dan/", "/chuyen-de/", "/co-quan/", "/xa/", "/xa/?q=khong+co", "/xa/19669/", f"/thong-bao/{page.pk}/",
        "/van-ban/", directive_url(paper), "/tim-kiem/", "/tim-kiem/?q=duong+hoa", "/tim-kiem/?q=khong+thay+gi",
        "/api/v1/docs", "/thong-ke/", "/thong-ke/cach-tinh/",
    ]  # fmt: skip

    found = {address: wrong for address in addresses if (wrong := faults(address))}

    assert found == {}


def test_open_pages_are_sound(live_server, faults):
    told = make.exemplar("Đường hoa", stage="running", published_at=timezone.now(), published_by=make.user())
    make.outcome(told, actual=950, actual_on="2026-05-01")
    polls = [poll.get_absolute_url() for poll in (make.poll(), make.closed_poll(), make.poll(audience="members"))]
    addresses = [
        reverse("account_login"), reverse("portal:home"), reverse("portal:library"),
        reverse("portal:exemplar", args=["duong-hoa", told.pk]), reverse("portal:library") + "?dia_ban=sao+hoa",
        reverse("polls:list"), *polls, reverse("portal:library_places"), reverse("portal:feedback"),
        reverse("portal:feedback", query={"mo-hinh": told.pk}), reverse("portal:suggestion"),
        reverse("portal:letter_answer"), reverse("portal:word", args=[told.pk]),
    ]  # fmt: skip

    found = {address: wrong for address in addresses if (wrong := faults(address))}

    assert found == {}
