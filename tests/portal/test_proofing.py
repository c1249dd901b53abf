"""Soát lỗi at the editor's desk: the place marked, one press mends it in the draft, nothing is ever blocked."""

import re

import pytest
from django.test import Client

from kheo.accounts.roles import Role
from tests import make

pytestmark = pytest.mark.django_db
TEXT = "củng cố lòng tin của Nhân dânào sự lãnh đạo của Đảng, phát triển kinh tế -xã hội"


@pytest.fixture
def editor():
    client = Client()
    client.force_login(make.member(Role.EDITOR, make.province(), full_name="Trần Thị Lan"))
    return client


def forms(text):
    """What each "Sửa thành" button sends, by what it mends."""
    found = {}
    for form in re.findall(r"<form method=\"post\">(.*?)</form>", text, re.S):
        fields = dict(re.findall(r'name="(\w+)" value="([^"]*)"', form))
        found[fields["found"]] = fields
    return found


def newest(page):
    page.refresh_from_db()
    return str(page.get_latest_revision_as_object().body)


def test_the_source_article_s_slips_are_marked_and_mended_in_the_draft_alone(editor):
    page = make.article("Huyện Triệu Phong", text=TEXT)
    address = f"/bien-tap/soat-loi/{page.pk}/"

    told = editor.get(address).content.decode()
    sent = forms(told)["dânào"]
    editor.post(address, sent)

    page.refresh_from_db()
    assert "<mark>dânào</mark>" in told
    assert "Nhân dânào" in str(page.body)
    assert f"Nhân {sent['mend']} sự lãnh đạo" in newest(page)
    assert "dânào" not in forms(editor.get(address).content.decode())


def test_a_place_that_is_another_by_now_is_left_alone(editor):
    page = make.article("Huyện Triệu Phong", text=TEXT)
    address = f"/bien-tap/soat-loi/{page.pk}/"
    sent = forms(editor.get(address).content.decode())["dânào"]
    page.title = "Tên khác"
    page.body = [("text", "<p>Đoạn văn khác hẳn.</p>")]
    page.save_revision()
    before = page.latest_revision_id

    answer = editor.post(address, sent, follow=True)

    page.refresh_from_db()
    assert page.latest_revision_id == before
    assert "Chỗ này đã khác" in answer.content.decode()


@pytest.mark.parametrize(
    "sent",
    [
        {}, {"place": "body-9-0", "start": "0", "end": "3", "found": "x"}, {"place": "x", "start": "-1", "end": "9"},
        {"place": "body-0-99", "start": "0", "end": "4", "found": "cũng"}, {"place": "body-x", "start": "a", "end": "b"},
        {"place": "slug", "start": "0", "end": "5", "found": "huyen", "mend": "x"},
    ],
)  # fmt: skip
def test_odd_answers_change_nothing(editor, sent):
    page = make.article("Huyện Triệu Phong", text=TEXT)
    before = page.latest_revision_id

    assert editor.post(f"/bien-tap/soat-loi/{page.pk}/", sent).status_code == 302

    page.refresh_from_db()
    assert page.latest_revision_id == before


def test_a_slip_within_bold_words_keeps_its_markup(editor):
    page = make.article("Một", text="Bà con <b>góp  công</b> làm đường.")
    address = f"/bien-tap/soat-loi/{page.pk}/"

    fields = forms(editor.get(address).content.decode())
    editor.post(address, next(iter(fields.values())))

    assert "<b>góp công</b>" in newest(page)


def test_the_panel_beside_the_text_counts_the_places(editor):
    page = make.article("Huyện Triệu Phong", text=TEXT)

    edit = editor.get(f"/bien-tap/pages/{page.pk}/edit/").content.decode()

    assert re.search(r"(\d+) chỗ nên xem lại trong bản nháp đã lưu", edit)[1] != "0"
    assert "“dânào”" in edit
