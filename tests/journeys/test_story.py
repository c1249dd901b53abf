"""Lê Hoài An, cán bộ xã Ái Tử, gửi một tin bài; ban biên tập nhận, lãnh đạo duyệt, anh đọc lại đường dẫn và lượt xem."""

import re
from datetime import date
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from wagtail.models import TaskState
from wagtail.test.utils.form_data import nested_form_data, querydict_from_html, rich_text, streamfield

from kheo.accounts.roles import Role
from kheo.audit.models import Event
from kheo.portal.models import ArticlePage, Photo, SectionPage, Story
from kheo.portal.queries.news import count_key
from kheo.visits.actions.openings import open_balance
from tests import make
from tests.portal.word_documents import document, paragraph, picture

pytestmark = pytest.mark.django_db


def signed_in(person):
    client = Client()
    client.force_login(person)
    return client


def read(client, address, **query):
    answer = client.get(address, query)
    assert answer.status_code == 200, address
    return answer.content.decode()


def test_a_story_goes_from_the_officer_to_the_reader_and_comes_back_with_its_views():
    commune = make.unit("xã Ái Tử")
    an = make.member(Role.OFFICER, commune, full_name="Lê Hoài An")
    phuong = make.member(Role.EDITOR, make.province(), full_name="Thủy Phương")
    nam = make.member(Role.HEAD, make.province(), full_name="Hoàng Nam")
    exemplar = make.exemplar("Đường hoa An Mô", unit=commune, stage="running")
    officer, editor, head, reader = signed_in(an), signed_in(phuong), signed_in(nam), Client()

    # Anh An gửi tệp Word có một ảnh, gắn mô hình của xã.
    word = document(
        paragraph("Đường hoa ở An Mô", style="Heading1"), paragraph("Sáu mươi hộ cùng trồng."), picture(1),
        photos=[make.picture()],
    )  # fmt: skip
    officer.post(
        reverse("stories:story_new"),
        {"once": uuid4().hex, "title": "", "text": "", "byline": "Hoài An", "place": commune.pk,
         "exemplars": [exemplar.pk], "word_file": SimpleUploadedFile("bai.docx", word)},
    )  # fmt: skip
    story = Story.objects.get()
    assert "Đã gửi" in read(officer, reverse("stories:mine"))

    # Chị Phương thấy ở bàn biên tập, nhận về chuyên mục Tin cơ sở.
    assert "Đường hoa ở An Mô" in read(editor, reverse("stories:desk"))
    section = SectionPage.objects.get(slug="tin-co-so")
    taken = editor.post(reverse("stories:story_take", args=[story.pk]), {"once": "a", "section": section.pk})
    page = ArticlePage.objects.get()
    assert taken.url == reverse("wagtailadmin_pages:edit", args=[page.pk])
    assert "Đang biên tập" in read(officer, story.get_absolute_url())

    # Ảnh chưa trả lời: lãnh đạo chưa đăng được; chị trả lời rồi gửi duyệt.
    photo = Photo.objects.get()
    assert "chưa có lời mô tả" in str(page.why_not_public())
    photo.description, photo.shows_person = "Con đường có hoa hai bên", False
    photo.save()
    press(editor, page, "action-submit")
    assert not ArticlePage.objects.get().live

    # Anh Nam duyệt; bài lên trang, nói tên tác giả.
    waiting = TaskState.objects.get(status="in_progress")
    head.post(reverse("wagtailadmin_pages:workflow_action", args=[page.pk, "approve", waiting.pk]))
    page = ArticlePage.objects.get()
    html = read(reader, page.address)
    assert page.live
    assert "Sáu mươi hộ cùng trồng." in html
    assert "<b>Hoài An</b>" in html
    assert list(Event.objects.filter(verb="article.publish").values_list("by", flat=True)) == [nam.pk]

    # Anh An đọc lại: đã đăng, đường dẫn, tên tác giả, lượt xem.
    open_balance(count_key(page), 312, label="Cổng cũ", on=date(2026, 10, 31), by=None)
    own = read(officer, story.get_absolute_url())
    assert re.search(rf'<a class="link" href="{page.address}">Đường hoa ở An Mô</a>', own)
    assert ("Đã đăng" in own, "Tác giả: Hoài An" in own) == (True, True)
    assert re.search(r"312</b>\s*lượt xem", own)
    assert re.search(r"312</b>\s*lượt xem", read(officer, reverse("stories:mine")))

    # Bàn biên tập và bảng nhuận bút cũng biết.
    assert "Đường hoa ở An Mô" in read(editor, reverse("stories:desk"), xem="da-dang")
    assert "Hoài An" in read(head, reverse("stories:fees"))


def press(client, page, action):
    """Open a page at the desk and press a button of its form; the body's blocks are sent as they stand."""
    address = reverse("wagtailadmin_pages:edit", args=[page.pk])
    data = querydict_from_html(client.get(address).content.decode(), form_id="page-edit-form")
    blocks = [(block.block_type, block.value) for block in page.body]
    assert [kind for kind, _ in blocks] == ["text"]  # the only photo is the main one
    data.update(nested_form_data({"body": streamfield([("text", rich_text(blocks[0][1].source))])}))
    data.update({action: "1"})
    answer = client.post(address, data, follow=True)
    assert answer.status_code == 200
