"""Gửi tin bài through its pages: what is typed, pasted or read from a document arrives, once, and nothing is lost."""

import json
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from kheo.accounts.roles import Role
from kheo.movement.models import Draft, Upload
from kheo.portal.models import Story
from tests import make

from .test_stories import editor, officer, sent, text  # noqa: F401 fixtures
from .test_stories import picture as picture_of
from .word_documents import document, paragraph, picture, table

pytestmark = pytest.mark.django_db
NEW = "/lam-viec/gui-tin-bai/"


@pytest.fixture
def sender(client, officer):  # noqa: F811
    client.force_login(officer)
    return client


def send(client, **facts):
    return client.post(NEW, {"once": uuid4().hex, "title": "Đường mới", "text": "Bà con góp công.", **facts})


def bodies():
    return [story.body for story in Story.objects.order_by("pk")]


def upload(client, content, name):
    """Send a file in two pieces, as the page's script does; returns its id."""
    id_ = str(uuid4())
    door = reverse("stories:upload_open")
    said = json.dumps({"id": id_, "name": name, "size": len(content)})
    assert client.post(door, said, content_type="application/json").status_code == 201
    half = len(content) // 2
    for start, piece in ((0, content[:half]), (half, content[half:])):
        answer = client.generic(
            "PATCH", f"{door}{id_}/", piece, content_type="application/offset+octet-stream",
            headers={"Upload-Offset": str(start)},
        )  # fmt: skip
        assert answer.status_code == 204, answer.content.decode()
    return id_


def test_typed_lines_become_paragraphs_and_marks_of_code_stay_words(sender):
    send(sender, text="Bà con <b>góp</b> công.\r\n\r\nMỗi nhà & một việc.")

    assert bodies() == [[text("Bà con &lt;b&gt;góp&lt;/b&gt; công.</p><p>Mỗi nhà &amp; một việc.")]]


def test_pasted_html_keeps_what_an_article_may_hold(sender):
    pasted = (
        '<h2 onclick="x()">Cách làm</h2><p style="color:red">Họp <b>thôn</b><script>x()</script>'
        '<a href="javascript:x()">đây</a></p><ul><li>Đo đất</li></ul><p><img src="https://theo-doi.vn/a.gif"></p>'
    )

    send(sender, text=pasted)

    assert bodies() == [
        [{"type": "text", "value": "<h2>Cách làm</h2><p>Họp <b>thôn</b>đây</p><ul><li>Đo đất</li></ul>"}]
    ]


def test_byline_and_place_are_the_senders_own_where_nothing_is_said(sender, officer):  # noqa: F811
    form = sender.get(NEW).context["form"]
    assert (form["byline"].value(), form["place"].value()) == ("Lê Hoài An", officer.held[0].unit_id)

    send(sender)

    assert Story.objects.get().byline == "Lê Hoài An"


def test_document_gives_title_text_table_and_photos(sender):
    content = document(
        paragraph("Đường hoa An Mô", style="Heading1"), paragraph("Bà con góp công."), picture(1),
        table([["Thôn", "Mét"], ["An Mô", "120"]]), photos=[make.picture()],
    )  # fmt: skip

    answer = send(sender, title="", text="", word_file=SimpleUploadedFile("bai.docx", content))

    story = Story.objects.get()
    assert answer.url.startswith(story.get_absolute_url())
    assert story.title == "Đường hoa An Mô"
    assert [block["type"] for block in story.body] == ["text", "photo", "table"]
    assert story.body[1]["value"]["photo"] == 1 == story.photos.get().place
    assert story.body[2]["value"]["data"] == [["Thôn", "Mét"], ["An Mô", "120"]]


def test_files_sent_in_pieces_come_along_and_are_not_kept_twice(sender):
    word = upload(
        sender, document(paragraph("Tên bài"), paragraph("Nội dung."), picture(1), photos=[make.picture()]), "a.docx"
    )
    photos = [upload(sender, make.picture(), "b.jpg"), upload(sender, make.picture(), "c.jpg")]

    send(sender, title="", text="", word=word, photos=photos)

    assert Story.objects.get().photos.count() == 3
    assert Upload.objects.count() == 0


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("bai.docx", b"", "rỗng"),
        ("bai.docx", document(paragraph("x"), more={"word/vbaProject.bin": b"x"}), "macro"),
        ("bai.docx", document(paragraph("TỐI MẬT"), paragraph("x")), "TỐI MẬT"),
        ("bai.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"x" * 600, "kiểu cũ"),
        ("bai.docx", document(paragraph("x"), more={"word/a.xml": b" " * (45 * 2**20)}), "bung ra"),
    ],
)
def test_refused_document_says_why_and_what_was_typed_stays(sender, name, content, words):
    answer = send(sender, title="Tên đã gõ", text="", byline="An Mô", word_file=SimpleUploadedFile(name, content))

    assert Story.objects.count() == 0
    html = answer.content.decode()
    assert words in html
    assert 'value="Tên đã gõ"' in html
    assert 'value="An Mô"' in html


def test_text_stamped_secret_is_refused_and_its_draft_dropped(sender, officer):  # noqa: F811
    Draft.objects.create(user=officer, form="story", about="moi", data={"text": ["MẬT"]})

    answer = send(sender, text="<p>M<b>ẬT</b></p><p>Báo cáo</p>")

    assert "dấu “MẬT”" in answer.content.decode()
    assert (Story.objects.count(), Draft.objects.count()) == (0, 0)


def test_missing_title_text_and_both_ways_at_once_are_said(sender):
    html = send(sender, title=" ", text="").content.decode()
    assert "Chưa điền tên bài." in html
    assert "Chưa có nội dung." in html

    both = send(sender, word_file=SimpleUploadedFile("bai.docx", document(paragraph("x")))).content.decode()
    assert "Bài đã có tệp Word." in both
    assert Story.objects.count() == 0


def test_uploads_are_offered_again_with_a_form_that_comes_back(sender):
    photo = upload(sender, make.picture(), "duong-hoa.jpg")

    html = send(sender, title="", photos=photo).content.decode()

    assert f'name="photos" value="{photo}" checked' in html
    assert "duong-hoa.jpg" in html


def test_refused_photo_does_not_hold_the_story_back(sender):
    answer = sender.post(
        NEW,
        {
            "once": uuid4().hex, "title": "Đường mới", "text": "Bà con.",
            "photos_file": [SimpleUploadedFile("a.jpg", make.picture()), SimpleUploadedFile("b.jpg", b"khong phai anh")],
        },
        follow=True,
    )  # fmt: skip

    assert Story.objects.get().photos.count() == 1
    assert "Ảnh chưa lấy được: b.jpg" in answer.content.decode()


def test_double_press_sends_once_and_leads_to_the_same_story(sender):
    first, second = (send(sender, once="mot-lan") for _ in range(2))

    assert Story.objects.count() == 1
    assert second.url == Story.objects.get().get_absolute_url()
    assert first.url.startswith(second.url)


def test_draft_saves_itself_is_given_back_and_goes_when_sent(sender, officer):  # noqa: F811
    saved = sender.post(
        reverse("movement:draft_save", args=["story", "moi"]), {"title": "Đang viết", "text": "Dở dang"}
    )
    assert saved.status_code == 200

    html = sender.get(NEW).content.decode()
    assert 'value="Đang viết"' in html
    assert "Dở dang" in html

    answer = sender.post(NEW, {"once": "a", "title": "Xong", "text": "Xong."}, follow=True)
    assert not Draft.objects.filter(user=officer).exists()
    assert 'data-autosave-sent="/lam-viec/' in answer.content.decode()


def test_own_photos_are_told_of_added_and_handed_out(sender):
    send(sender, photos_file=SimpleUploadedFile("a.jpg", make.picture()))
    story = Story.objects.get()
    photo = story.photos.get()
    said = {f"anh-{photo.pk}-{name}": value for name, value in (
        ("caption", "Làm đường"), ("description", "Bà con làm đường"), ("credit", ""), ("shows_person", "no"),
    )}  # fmt: skip

    more = SimpleUploadedFile("b.jpg", make.picture())
    sender.post(reverse("stories:story_photos", args=[story.pk]), {**said, "photos_file": more})

    photo.refresh_from_db()
    assert (photo.caption, photo.description, photo.shows_person) == ("Làm đường", "Bà con làm đường", False)
    assert story.photos.count() == 2
    answer = sender.get(reverse("stories:story_photo", args=[photo.pk, "nho"]))
    assert (answer["Content-Type"], answer["Cache-Control"]) == ("image/jpeg", "private, no-store")
    assert b"".join(answer.streaming_content).startswith(b"\xff\xd8")


def test_only_own_and_seen_exemplars_can_be_named(sender, officer):  # noqa: F811
    mine = make.exemplar(unit=officer.held[0].unit)
    hidden = make.exemplar(unit=make.unit())

    assert "Lựa chọn này không có" in send(sender, exemplars=[hidden.pk]).content.decode()
    send(sender, exemplars=[mine.pk])

    assert [list(story.exemplars.all()) for story in Story.objects.all()] == [[mine]]


def test_others_find_neither_story_nor_photo(sender, client, officer):  # noqa: F811
    send(sender, photos_file=SimpleUploadedFile("a.jpg", make.picture()))
    story = Story.objects.get()
    client.force_login(make.member(Role.OFFICER, officer.held[0].unit))

    addresses = [story.get_absolute_url(), reverse("stories:story_photo", args=[story.photos.get().pk, "anh"])]

    assert [client.get(address).status_code for address in addresses] == [404, 404]
    assert "Đường mới" not in client.get(reverse("stories:mine")).content.decode()


def test_lists_cost_the_same_at_any_length(client, officer, editor):  # noqa: F811
    asked = []
    for rows in (1, 2):  # one story, then three
        for number in range(rows):
            sent(officer, title=f"Bài {rows}.{number}", photos=[picture_of()])
        for person, name in ((editor, "stories:desk"), (officer, "stories:mine")):
            client.force_login(person)
            with CaptureQueriesContext(connection) as queries:
                assert len(client.get(reverse(name)).context["lines"]) == Story.objects.count()
            asked.append(len(queries))

    assert asked[:2] == asked[2:]
    assert max(asked) <= 12
