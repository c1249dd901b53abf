"""Gửi tin bài on a phone: written, pasted from Word, photos sent in pieces, nothing lost, sent once."""

from io import BytesIO
from pathlib import Path

import pytest
from playwright.sync_api import expect

from kheo.accounts.roles import Role
from kheo.movement.models import Draft
from kheo.portal.actions import arrivals, stories
from kheo.portal.models import FeeRate, Story
from tests import make
from tests.browsing import follow, sign_in

from .word_documents import document, paragraph, picture

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
WORD = (Path(__file__).parent / "samples" / "word-clipboard.html").read_text("utf-8")
PASTE = """(node, [html, text]) => {
    const held = new DataTransfer();
    held.setData("text/html", html); held.setData("text/plain", text);
    node.focus();
    node.dispatchEvent(new ClipboardEvent("paste", { clipboardData: held, bubbles: true, cancelable: true }));
}"""
CLEAN = (
    "<h2>Đường mới ở thôn An Mô</h2><p><b><i>Bà con hiến 1.000 m² đất.</i></b> Mỗi nhà một việc, xem "
    '<a href="https://example.vn/an-mo">bài trước</a>.</p><h3>Cách làm</h3><ul><li>Họp thôn</li><li>Đo đất</li></ul>'
    "<ol><li>Rải đá</li></ol>"
)


@pytest.fixture
def officer(transactional_db):
    return make.member(Role.OFFICER, make.unit("xã Ái Tử"), full_name="Lê Hoài An")


@pytest.fixture
def phone(page, live_server, officer):
    sign_in(page.context, officer, live_server)
    page.set_viewport_size({"width": 390, "height": 844})
    said = []
    refused = "Failed to load resource"  # the browser says so of answers that the page itself tells of
    page.on("console", lambda m: said.append(m.text) if m.type == "error" and refused not in m.text else None)
    page.on("pageerror", lambda error: said.append(str(error)))
    yield page
    assert said == []


def box(phone):
    return phone.get_by_role("textbox", name="Nội dung")


def test_word_on_the_clipboard_arrives_clean(phone, axe_finds):
    phone.goto("/lam-viec/gui-tin-bai/")
    phone.get_by_label("Tên bài").fill("Đường mới")

    box(phone).evaluate(PASTE, [WORD, "x"])

    assert axe_finds(phone) == []
    assert phone.evaluate("document.documentElement.scrollWidth") <= 390
    follow(phone.get_by_role("button", name="Gửi tin bài"))
    body = Story.objects.get().body
    assert body[0] == {"type": "text", "value": CLEAN}
    assert body[1]["value"]["data"] == [["Thôn", "Mét"], ["An Mô", "120"]]
    assert body[2] == {"type": "text", "value": "<p>Ảnh: tài liệu</p>"}
    assert axe_finds(phone) == []


def test_typed_text_with_document_and_photos_sent_in_pieces(phone, axe_finds):
    content = document(paragraph("Đường hoa An Mô"), paragraph("Bà con góp công."), picture(1), photos=[make.picture()])
    phone.goto("/lam-viec/gui-tin-bai/")

    phone.locator("#story-word").set_input_files(
        {"name": "bai.docx", "mimeType": "application/octet-stream", "buffer": content}
    )
    phone.locator("#story-photos").set_input_files(
        [{"name": f"{n}.jpg", "mimeType": "image/jpeg", "buffer": make.picture()} for n in (1, 2)]
    )
    phone.get_by_text("Đã gửi xong, 0 MB").nth(2).wait_for()
    follow(phone.get_by_role("button", name="Gửi tin bài"))

    story = Story.objects.get()
    assert (story.title, story.photos.count()) == ("Đường hoa An Mô", 3)
    phone.get_by_label("Chú thích").first.fill("Bà con làm đường")
    follow(phone.get_by_role("button", name="Lưu ảnh"))
    assert phone.get_by_text("Đã lưu ảnh.").is_visible()
    assert story.photos.get(place=1).caption == "Bà con làm đường"
    assert axe_finds(phone) == []


def test_bad_document_is_refused_beside_its_name_and_text_stays(phone):
    phone.goto("/lam-viec/gui-tin-bai/")
    box(phone).fill("Bà con góp công.")
    macro = document(paragraph("x"), more={"word/vbaProject.bin": b"x"})

    phone.locator("#story-word").set_input_files({"name": "a.docx", "mimeType": "application/zip", "buffer": macro})

    phone.get_by_text("Tệp có macro").wait_for()
    expect(box(phone)).to_have_text("Bà con góp công.")


def test_what_was_being_written_is_there_again(phone, officer):
    phone.goto("/lam-viec/gui-tin-bai/")
    phone.get_by_label("Tên bài").fill("Đang viết dở")
    box(phone).evaluate(PASTE, ["<h2>Mở đầu</h2><p>Bà con.</p>", "x"])
    phone.get_by_text("Đã lưu lúc").wait_for()
    assert Draft.objects.get(user=officer).data["text"] == ["<h2>Mở đầu</h2><p>Bà con.</p>"]

    phone.goto("/lam-viec/gui-tin-bai/")

    assert phone.get_by_label("Tên bài").input_value() == "Đang viết dở"
    assert box(phone).inner_html() == "<h2>Mở đầu</h2><p>Bà con.</p>"


def test_a_form_that_could_not_leave_is_offered_back_with_its_headings(phone):
    phone.goto("/lam-viec/gui-tin-bai/")
    phone.context.set_offline(True)
    box(phone).evaluate(PASTE, ["<h2>Mở đầu</h2><p>Bà con.</p>", "x"])
    phone.get_by_text("Chưa lưu được, sẽ thử lại").wait_for()
    phone.context.set_offline(False)
    phone.evaluate("window.stop()")
    phone.goto("/lam-viec/gui-tin-bai/")

    phone.get_by_role("button", name="Lấy lại bản đó").click()

    assert box(phone).inner_html() == "<h2>Mở đầu</h2><p>Bà con.</p>"


def test_without_a_script_the_form_is_sent_as_it_is(browser, live_server, officer):
    context = browser.new_context(java_script_enabled=False, base_url=live_server.url)
    sign_in(context, officer, live_server)
    plain = context.new_page()
    plain.goto("/lam-viec/gui-tin-bai/")
    plain.get_by_label("Tên bài").fill("Đường mới")
    plain.get_by_label("Nội dung").fill("Bà con góp công.")
    plain.locator("#story-photos").set_input_files(
        {"name": "1.jpg", "mimeType": "image/jpeg", "buffer": make.picture()}
    )

    follow(plain.get_by_role("button", name="Gửi tin bài"))

    assert Story.objects.get().photos.count() == 1
    context.close()


def test_pages_of_the_newsroom_are_sound(page, live_server, transactional_db, axe_finds):
    head = make.member(Role.HEAD, make.province())
    story = stories.send(
        by=make.member(Role.OFFICER, make.unit("xã Ái Tử")), title="Đường hoa", byline="",
        body=[{"type": "text", "value": "<h2>Cách làm</h2><p>Bà con góp công.</p>"},
              {"type": "table", "value": {"table_caption": "", "data": [["Thôn", "Mét"], ["An Mô", "120"]]}}],
        photos=[arrivals.ready(BytesIO(make.picture()), "anh.jpg")],
    )  # fmt: skip
    FeeRate.objects.create(kind="news", amount=150_000, starts="2026-01-01", is_sample=True)
    make.article("Bến bãi bình yên")
    sign_in(page.context, head, live_server)

    found = {}
    for address in (
        "/lam-viec/tin-bai/",
        story.get_absolute_url(),
        "/lam-viec/nhuan-but/",
        "/lam-viec/nhuan-but/tin-bai/",
    ):
        page.goto(address)
        for width, scheme in ((390, "light"), (1280, "dark")):
            page.set_viewport_size({"width": width, "height": 844})
            page.emulate_media(color_scheme=scheme)
            found[address, scheme] = axe_finds(page)
        page.set_viewport_size({"width": 320, "height": 700})
        found[address, 320] = page.evaluate("document.documentElement.scrollWidth > window.innerWidth") or []

    assert {place: wrong for place, wrong in found.items() if wrong} == {}
