"""The scripts that keep what people write: saved by itself, kept without a signal, sent once, uploaded in pieces."""

import json

import pytest
from playwright.sync_api import expect

PIECE = 1024 * 1024


@pytest.fixture
def show(page, live_server):
    """Puts a body on a page of our own address, with the scripts named."""

    def put(body, *scripts):
        tags = "".join(f'<script type="module" src="/static/core/js/{name}.js"></script>' for name in scripts)
        page.route(
            "**/thu/",
            lambda route: route.fulfill(
                body=f"<!doctype html><body>{body}{tags}", content_type="text/html; charset=utf-8"
            ),
        )
        page.goto("/thu/")
        return page

    return put


FORM = """
<form method="post" action="/gui/" data-autosave-url="/luu/">
<input type="hidden" name="csrfmiddlewaretoken" value="x"><textarea name="story"></textarea>
<p role="status" data-autosave-said></p><button>Gửi</button></form>
"""


@pytest.fixture
def server(page):
    """The saving address, as a server that can lose its signal."""
    state = {"up": True, "bodies": []}

    def answer(route):
        if not state["up"]:
            return route.abort()
        state["bodies"].append(route.request.post_data)
        return route.fulfill(status=204)

    page.route("**/luu/", answer)
    return state


def test_what_is_typed_is_saved_after_a_pause(show, server):
    page = show(FORM, "autosave")

    page.locator("textarea").fill("Chín buổi tối")
    page.get_by_text("Đã lưu lúc").wait_for()

    assert len(server["bodies"]) == 1
    assert "Chín buổi tối" in server["bodies"][0]


def test_without_a_signal_the_text_is_kept_and_offered_back(show, server):
    server["up"] = False
    page = show(FORM, "autosave")
    page.locator("textarea").fill("Bản vẽ treo ở nhà văn hóa")
    page.get_by_text("Chưa lưu được, sẽ thử lại").wait_for()

    page.reload()
    server["up"] = True
    page.get_by_role("button", name="Lấy lại bản đó").click()

    expect(page.locator("textarea")).to_have_value("Bản vẽ treo ở nhà văn hóa")
    page.get_by_text("Đã lưu lúc").wait_for()
    page.reload()
    assert page.get_by_role("button", name="Lấy lại bản đó").count() == 0


def test_a_form_that_has_arrived_is_not_offered_back(show, page, server):
    page.route("**/gui/", lambda route: route.fulfill(status=204))
    show(FORM, "autosave").locator("textarea").fill("Đã gửi rồi")
    with page.expect_response("**/gui/"):
        page.get_by_role("button", name="Gửi").click()
    page.unroute("**/thu/")
    show('<p data-autosave-sent="/luu/">Đã nhận</p>', "autosave")
    page.wait_for_function("localStorage.length === 0")
    page.unroute("**/thu/")

    show(FORM, "autosave")
    page.wait_for_timeout(200)

    assert page.get_by_role("button", name="Lấy lại bản đó").count() == 0


def test_a_second_press_sends_nothing(show, page):
    sent = []

    def slow(route):
        sent.append(route.request.post_data)
        page.wait_for_timeout(10)
        route.fulfill(status=204)

    page.route("**/gui/", slow)
    show('<form method="post" action="/gui/"><button name="go" value="1">Gửi</button></form>', "once")

    with page.expect_request("**/gui/"):
        page.evaluate("() => { const b = document.querySelector('button'); b.click(); b.click(); b.click(); }")
    page.wait_for_timeout(300)

    assert sent == ["go=1"]


UPLOAD = """
<form><input type="hidden" name="csrfmiddlewaretoken" value="x">
<div data-upload data-upload-url="/tep/" data-upload-name="evidence">
<label>Tệp <input type="file" name="evidence_file"></label>
<ul data-upload-list></ul><p data-upload-said></p></div></form>
"""


@pytest.fixture
def store(page):
    """An upload address that keeps the contract, and can lose the signal before a given piece."""
    state = {"held": b"", "lose_before": None, "refuse": None, "asked": [], "opened": None}

    def answer(route):
        request = route.request
        state["asked"].append(request.method)
        if request.method == "POST":
            if state["refuse"]:
                return route.fulfill(
                    status=422, content_type="application/json", body=json.dumps({"error": state["refuse"]})
                )
            state["opened"] = json.loads(request.post_data)
            return route.fulfill(status=201)
        if request.method == "HEAD":
            return route.fulfill(status=200, headers={"Upload-Offset": str(len(state["held"]))})
        if state["lose_before"] is not None and len(state["held"]) >= state["lose_before"]:
            state["lose_before"] = None
            return route.abort()
        assert int(request.headers["upload-offset"]) == len(state["held"])
        state["held"] += request.post_data_buffer
        return route.fulfill(status=204, headers={"Upload-Offset": str(len(state["held"]))})

    page.route("**/tep/**", answer)
    return state


def choose(page, content):
    page.locator("input[type=file]").set_input_files({"name": "ảnh.jpg", "mimeType": "image/jpeg", "buffer": content})


def test_a_file_goes_up_in_pieces_and_its_id_is_carried(show, store):
    content = bytes(range(256)) * 4096 * 2 + b"het"
    page = show(UPLOAD, "upload")

    choose(page, content)
    page.get_by_text("Đã gửi xong, 2 MB").wait_for()

    assert store["held"] == content
    assert (store["opened"]["name"], store["opened"]["size"]) == ("ảnh.jpg", 2 * PIECE + 3)
    assert store["asked"] == ["POST", "PATCH", "PATCH", "PATCH"]
    assert page.locator("input[name=evidence]").get_attribute("value") == store["opened"]["id"]


def test_an_upload_goes_on_where_the_signal_was_lost(show, store):
    content = b"a" * PIECE + b"b" * PIECE
    store["lose_before"] = PIECE
    page = show(UPLOAD, "upload")

    choose(page, content)
    page.get_by_text("Đã gửi xong, 2 MB").wait_for()

    assert store["held"] == content
    assert store["asked"] == ["POST", "PATCH", "PATCH", "HEAD", "PATCH"]


def test_a_refused_file_says_why_and_is_not_carried(show, store):
    store["refuse"] = "văn bản có dấu MẬT, không được đưa lên đây"
    page = show(UPLOAD, "upload")

    choose(page, b"x")
    page.get_by_text("Chưa gửi được: văn bản có dấu MẬT, không được đưa lên đây.").wait_for()

    assert page.locator("input[name=evidence]").count() == 0
    assert store["asked"] == ["POST"]
