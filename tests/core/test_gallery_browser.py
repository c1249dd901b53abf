"""The components in a real browser: what axe says, how narrow a screen may be, and what the reader's switches do."""

import pytest
from django.urls import reverse
from playwright.sync_api import expect


@pytest.fixture
def gallery(settings):
    settings.DEMO = True
    return reverse("core:gallery")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(("frame", "width"), [("lam-viec", 1280), ("lam-viec", 390), ("cong", 390), ("mot-viec", 1280)])
def test_axe_finds_nothing_on_any_component(page, gallery, axe_finds, scheme, frame, width):
    page.emulate_media(color_scheme=scheme)
    page.set_viewport_size({"width": width, "height": 844})
    page.goto(f"{gallery}?khung={frame}")

    assert axe_finds(page) == []


def test_axe_finds_nothing_in_high_contrast(page, gallery, axe_finds):
    page.goto(gallery)
    page.evaluate("document.documentElement.dataset.contrast = 'more'")

    assert axe_finds(page) == []


@pytest.mark.parametrize("frame", ["lam-viec", "cong", "mot-viec"])
@pytest.mark.parametrize("size", ["", "largest"])
def test_nothing_sticks_out_at_320_pixels(page, gallery, frame, size):
    page.set_viewport_size({"width": 320, "height": 640})
    page.goto(f"{gallery}?khung={frame}")
    page.evaluate("size => { document.documentElement.dataset.size = size }", size)

    assert page.evaluate("document.documentElement.scrollWidth") == 320


def test_the_page_breaks_no_rule_of_its_own_policy(page, gallery):
    said = []
    page.on("console", lambda message: said.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda trouble: said.append(str(trouble)))

    page.goto(gallery)
    page.wait_for_load_state("networkidle")

    assert said == []


def test_size_contrast_and_scheme_are_remembered(page, gallery):
    page.goto(f"{gallery}?khung=cong")
    page.get_by_text("Cỡ chữ, tương phản").click()
    for name in ("Cỡ lớn nhất", "Cao", "Tối"):
        page.get_by_role("button", name=name, exact=True).click()

    page.goto(gallery)

    assert page.evaluate("({...document.documentElement.dataset})") == {
        "size": "largest",
        "contrast": "more",
        "scheme": "dark",
    }
    assert page.evaluate("getComputedStyle(document.body).fontSize") == "22px"
    assert page.evaluate("getComputedStyle(document.documentElement).backgroundColor") == "rgb(0, 0, 0)"


def test_the_dock_opens_by_hand_and_closes_by_escape(page, gallery):
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(gallery)
    dock = page.get_by_role("navigation", name="Lối tắt")

    dock.get_by_text("Tất cả").click()
    expect(dock.get_by_role("link", name="Tổng hợp")).to_be_visible()

    page.keyboard.press("Escape")
    expect(dock.get_by_role("link", name="Tổng hợp")).to_be_hidden()


def test_rows_are_added_and_taken_away(page, gallery):
    page.goto(gallery)
    rows = page.locator('[data-rows="light-outcome"]')

    rows.get_by_role("button", name="Thêm kết quả").click()
    rows.get_by_role("button", name="Bỏ kết quả này").first.click()

    expect(rows.locator('[name="light-outcome-TOTAL_FORMS"]')).to_have_value("2")
    expect(rows.locator('[name="light-outcome-0-DELETE"]')).to_be_checked()
    expect(rows.locator(".rows-one:visible")).to_have_count(1)


def test_without_a_script_every_way_is_there(browser, browser_context_args, gallery):
    with browser.new_context(**browser_context_args, java_script_enabled=False) as bare:
        page = bare.new_page()
        page.set_viewport_size({"width": 390, "height": 844})
        page.goto(gallery)
        dock = page.get_by_role("navigation", name="Lối tắt")

        dock.get_by_text("Tất cả").click()

        expect(dock.get_by_role("link", name="Tổng hợp")).to_be_visible()
        assert page.get_by_role("button", name="Sao chép liên kết").count() == 0
        assert page.get_by_text("Cỡ chữ").count() == 0 or not page.get_by_text("Cỡ chữ").first.is_visible()
