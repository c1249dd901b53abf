"""A photo of the portal blurred for good; files handed out only where a published page names them."""

from io import BytesIO

import pytest
from django.core.exceptions import PermissionDenied
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from PIL import Image
from wagtail.documents.models import Document
from wagtail.rich_text import RichText

from kheo.accounts.roles import Role
from kheo.audit.models import Event
from kheo.core import filechecks as checks
from kheo.core import pagecache
from kheo.movement.lifecycle.move import NotYet
from kheo.portal.actions import photos
from kheo.portal.models import Photo
from tests import make

from .word_documents import document, paragraph

pytestmark = pytest.mark.django_db


@pytest.fixture
def editor(db):
    return make.member(Role.EDITOR, make.province())


def chequered() -> bytes:
    """A photo of black and white squares of 10 pixels: blurring any of it is seen."""
    board = Image.new("L", (200, 200))
    board.putdata([255 * ((x // 10 + y // 10) % 2) for y in range(200) for x in range(200)])
    out = BytesIO()
    board.convert("RGB").save(out, "JPEG", quality=95)
    return out.getvalue()


@pytest.fixture
def photo(db):
    kept = Photo(title="Tổ tự quản", description="Tổ tự quản đi tuần", shows_person=True, consented=True)
    kept.put(chequered(), save=False)
    kept.save()
    return Photo.objects.get(pk=kept.pk)


def contrast(photo, box):
    """How far apart black and white stand in a part of the photo."""
    with photo.file.open("rb") as file:
        low, high = Image.open(file).convert("L").crop(box).getextrema()
    return high - low


def test_cells_are_blurred_for_good_and_asked_anew(photo, editor, django_capture_on_commit_callbacks):
    small = photo.get_rendition("width-100")
    names = [photo.file.name, small.file.name]
    kept = pagecache.generation()

    with django_capture_on_commit_callbacks(execute=True):
        photos.blur(photo, [0], grid=5, by=editor)

    photo = Photo.objects.get(pk=photo.pk)
    assert contrast(photo, (5, 5, 35, 35)) < 100 < 200 < contrast(photo, (60, 60, 140, 140))
    assert (photo.shows_person, photo.is_clean, photo.width, photo.height) == (None, True, 200, 200)
    assert not default_storage.exists(names[0])
    assert not small.file.storage.exists(names[1])
    assert photo.renditions.count() == 0
    assert photo.get_rendition("width-100").file.name != names[1]
    assert pagecache.generation() != kept
    event = Event.objects.get()
    assert (event.verb, event.by, event.changes["cells"]) == ("photo.blur", editor, [0])


def test_blurred_photo_is_encoded_once(photo, editor, monkeypatch):
    monkeypatch.setattr(checks, "clean_copy", None)  # would be called for a second encoding

    photos.blur(photo, [3], grid=5, by=editor)


@pytest.mark.parametrize(("cells", "grid"), [([], 5), ([25], 5), ([-1], 5), ([0], 7)])
def test_what_is_no_cell_changes_nothing(photo, editor, cells, grid):
    with pytest.raises(NotYet):
        photos.blur(photo, cells, grid=grid, by=editor)

    assert not Event.objects.exists()


def test_blur_of_a_photo_that_changed_meanwhile_is_refused(photo, editor):
    stale = Photo.objects.get(pk=photo.pk)
    photos.blur(photo, [0], grid=5, by=editor)

    with pytest.raises(NotYet, match="vừa được người khác sửa"):
        photos.blur(stale, [1], grid=5, by=editor)


def test_only_the_newsroom_blurs(photo):
    with pytest.raises(PermissionDenied):
        photos.blur(photo, [0], grid=5, by=make.member(Role.EDITOR, make.unit()))


def test_page_of_a_photo_leads_to_blurring_and_back(photo, editor, client):
    client.force_login(editor)
    address = reverse("photo_blur", args=[photo.pk])
    assert address == f"/bien-tap/anh/{photo.pk}/che-mo/"
    assert address in client.get(reverse("wagtailimages:edit", args=[photo.pk])).content.decode()
    assert client.get(address, {"luoi": "10"}).content.decode().count('name="cell"') == 100
    assert client.post(address, {"grid": "5"}, follow=True).status_code == 200

    answer = client.post(address, {"grid": "5", "cell": ["0", "6"]})

    assert answer.url == reverse("wagtailimages:edit", args=[photo.pk])
    assert Event.objects.get().changes["cells"] == [0, 6]


def test_a_file_is_open_only_while_a_published_page_names_it(client, editor):
    file = Document.objects.create(title="Đề cương", file=ContentFile(b"%PDF-1.4 x", name="de-cuong.pdf"))
    assert client.get(file.url).status_code == 404
    page = make.article(live=False)
    page.body = [("text", RichText(f'<p><a linktype="document" id="{file.pk}">Đề cương</a></p>'))]
    revision = page.save_revision()
    assert client.get(file.url).status_code == 404

    revision.publish()
    answer = client.get(file.url)
    assert (answer.status_code, answer["Cache-Control"]) == (200, "public, max-age=3600")
    assert b"".join(answer.streaming_content) == b"%PDF-1.4 x"
    assert client.get(f"/tep/{file.pk}/ten-khac.pdf").status_code == 404

    page.refresh_from_db()
    page.unpublish()
    assert client.get(file.url).status_code == 404
    client.force_login(editor)
    answer = client.get(file.url)
    assert (answer["Cache-Control"], b"".join(answer.streaming_content)) == ("private, no-store", b"%PDF-1.4 x")


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("bao-cao.docx", document(paragraph("MẬT"), paragraph("x")), "dấu “MẬT”"),
        ("bao-cao.docx", document(paragraph("x"), more={"word/vbaProject.bin": b"x"}), "macro"),
        ("bao-cao.pdf", b"%PDF-1.4 khong phai", "PDF"),
        ("bao-cao.zip", b"PK", "Chỉ nhận: pdf, docx, xlsx"),
    ],
)
def test_a_file_that_must_not_enter_is_refused_in_words(client, editor, name, content, words):
    client.force_login(editor)

    answer = client.post(
        reverse("wagtaildocs:add"), {"title": "Báo cáo", "file": SimpleUploadedFile(name, content), "collection": 1}
    )

    assert words in str(answer.context["form"].errors)
    assert not Document.objects.exists()


def test_a_good_file_enters(client, editor):
    client.force_login(editor)
    file = SimpleUploadedFile("de-cuong.docx", document(paragraph("Đề cương")))

    client.post(reverse("wagtaildocs:add"), {"title": "Đề cương", "file": file, "tags": ""})

    assert Document.objects.get().title == "Đề cương"
