"""In a browser: a page that is looked at is counted once, and its figures are filled in without a shift."""

from datetime import date

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from kheo.visits.actions.openings import open_balance
from kheo.visits.models import Hit, Who

STATISTICS = "/thong-ke/"
pytestmark = pytest.mark.django_db(transaction=True)
# A tested Chromium says that it is headless, which is a robot's name.
AGENT = "Mozilla/5.0 (Linux; Android 13) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/120.0.0.0 Mobile Safari/537.36"


@pytest.fixture
def browser_context_args(browser_context_args):
    return {**browser_context_args, "user_agent": AGENT}


def stored():
    return sorted(Hit.objects.values_list("key", "who"))


def test_a_page_that_is_looked_at_is_counted_once(page, live_server):
    with page.expect_response(lambda answer: answer.url.endswith("/dem/")) as first:
        page.goto(STATISTICS)
    with page.expect_response(lambda answer: answer.url.endswith("/dem/")) as again:
        page.reload()

    assert (first.value.status, again.value.status) == (202, 204)
    assert stored() == [("thong-ke:so-lieu", Who.GUEST)]


def come_counted(page, address):
    """Come to a page as somebody whose view of it was counted a moment ago: its figures wait for nothing."""
    with page.expect_response(lambda answer: answer.url.endswith("/dem/")):
        page.goto(address)
    page.goto(address)


def test_live_figures_are_filled_in_as_people_write_them(page, live_server):
    open_balance("site", 12_354_366, label="Cổng cũ", on=date(2026, 10, 31), by=None)
    come_counted(page, STATISTICS)

    expect(page.locator("[data-online=total]")).to_have_text("1")
    expect(page.locator("[data-online=members]")).to_have_text("0")
    expect(page.locator("[data-site-total]")).to_have_text("12.354.367")


def test_nothing_moves_when_figures_come(page, live_server):
    page.add_init_script(
        "window.shift = 0; new PerformanceObserver((list) => { for (const e of list.getEntries()) window.shift += e.value; })"
        ".observe({ type: 'layout-shift', buffered: true });"
    )
    come_counted(page, "/")
    expect(page.locator("[data-online=total]")).to_have_text("1")

    assert page.evaluate("window.shift") < 0.01


def test_without_script_the_image_counts_apart(browser, browser_context_args, live_server):
    context = browser.new_context(**{**browser_context_args, "java_script_enabled": False})
    page = context.new_page()
    with page.expect_response(lambda answer: "/dem/anh.gif" in answer.url) as image:
        page.goto(STATISTICS)
    context.close()

    assert image.value.status == 200
    assert stored() == [("thong-ke:so-lieu", Who.NO_SCRIPT)]


def test_the_address_of_the_page_is_no_part_of_what_is_sent(page, live_server):
    sent = []
    page.on("request", lambda request: request.method == "POST" and sent.append(request.post_data))
    page.goto(reverse("visits:method"))
    page.wait_for_load_state("networkidle")

    assert sent == ["t=thong-ke%3Acach-tinh"]
