"""The ground that journeys stand on: a Chromium, a live server, static files, Vietnamese."""

import pytest


@pytest.fixture
def stylesheet(page):
    return page.goto("/static/core/css/tokens.css")


def test_static_files_are_served_to_the_browser(stylesheet):
    assert (stylesheet.status, stylesheet.headers["content-type"].partition(";")[0]) == (200, "text/css")


def test_the_reader_is_vietnamese_and_at_home(page):
    assert page.evaluate("navigator.language") == "vi-VN"
    assert page.evaluate("Intl.DateTimeFormat().resolvedOptions().timeZone") in ("Asia/Ho_Chi_Minh", "Asia/Saigon")


def test_axe_finds_a_picture_without_words(page, axe_finds):
    page.set_content("<html lang=vi><title>t</title><main><h1>a</h1><img src='data:,'></main></html>")

    assert [found.split()[0] for found in axe_finds(page)] == ["image-alt"]
