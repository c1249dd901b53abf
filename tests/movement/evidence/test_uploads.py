"""Files sent in pieces: interrupted, out of step, finished twice, by two browsers, swept when left."""

import io
import json
from datetime import timedelta
from uuid import uuid4

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.core.management import call_command
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from kheo.accounts.roles import Role
from kheo.audit.models import Event
from kheo.core.filechecks import BadFile
from kheo.movement.actions import uploads
from kheo.movement.models import Evidence, Upload
from tests import make
from tests.core.filechecks import samples

pytestmark = pytest.mark.django_db
STREAM = "application/offset+octet-stream"


@pytest.fixture
def exemplar():
    return make.exemplar()


@pytest.fixture
def officer(exemplar):
    return make.member(Role.OFFICER, exemplar.unit)


@pytest.fixture
def sender(officer):
    found = Client()
    found.force_login(officer)
    return found


def opened(sender, exemplar, content, *, id_=None, name="anh.jpg", size=None):
    said = {"id": str(id_ or uuid4()), "name": name, "size": len(content) if size is None else size}
    address = reverse("movement:upload_open", args=[exemplar.pk])
    return said["id"], sender.post(address, json.dumps(said), content_type="application/json")


def address_of(exemplar, id_):
    return reverse("movement:upload_piece", args=[exemplar.pk, id_])


def piece(sender, exemplar, id_, offset, content):
    headers = {"Upload-Offset": str(offset)} if offset is not None else {}
    return sender.patch(address_of(exemplar, id_), content, content_type=STREAM, headers=headers)


def offset_told(sender, exemplar, id_):
    return int(sender.head(address_of(exemplar, id_))["Upload-Offset"])


def saved(sender, exemplar, *ids):
    address = reverse("movement:evidence_add", args=[exemplar.pk])
    answer = sender.post(address, {"files": ids, "caption": "Lễ ra mắt"}, follow=True)
    return [str(message) for message in answer.context["messages"]]


def bytes_of(evidence):
    with evidence.original.open("rb") as file:
        return file.read()


def test_photo_sent_in_three_pieces_becomes_evidence_once(sender, exemplar, officer):
    content = samples.photo((400, 300))
    third = len(content) // 3
    id_, answer = opened(sender, exemplar, content)
    assert (answer.status_code, answer["Upload-Offset"]) == (201, "0")

    for start, end in ((0, third), (third, 2 * third), (2 * third, len(content))):
        answer = piece(sender, exemplar, id_, start, content[start:end])
        assert (answer.status_code, answer["Upload-Offset"]) == (204, str(end))

    assert saved(sender, exemplar, id_) == ["Đã lưu 1 minh chứng."]
    kept = Evidence.objects.get()
    assert (kept.size, kept.by, kept.caption) == (len(content), officer, "Lễ ra mắt")
    assert bytes_of(kept) == content
    assert not default_storage.exists(f"uploads/{id_}.part")


def test_saving_the_same_upload_twice_keeps_one(sender, exemplar):
    content = samples.photo()
    id_, _ = opened(sender, exemplar, content)
    piece(sender, exemplar, id_, 0, content)

    saved(sender, exemplar, id_, id_)

    assert saved(sender, exemplar, id_) == []
    assert Evidence.objects.count() == 1
    assert list(Event.objects.values_list("verb", flat=True)) == ["evidence.add"]
    assert offset_told(sender, exemplar, id_) == len(content)


def test_same_photo_sent_again_is_said_and_its_upload_is_done(sender, exemplar):
    content = samples.photo()
    ids = []
    for _ in range(2):
        id_, _ = opened(sender, exemplar, content)
        piece(sender, exemplar, id_, 0, content)
        ids.append(id_)

    assert saved(sender, exemplar, *ids) == [
        "Đã lưu 1 minh chứng.", "Tệp này đã có trong hồ sơ (“Lễ ra mắt”), không lưu thêm lần nữa.",
    ]  # fmt: skip
    assert {upload.evidence for upload in Upload.objects.all()} == {Evidence.objects.get()}


def test_interrupted_upload_goes_on_where_it_stopped(sender, exemplar):
    content = samples.photo((400, 300))
    id_, _ = opened(sender, exemplar, content)
    piece(sender, exemplar, id_, 0, content[:500])

    _, again = opened(sender, exemplar, content, id_=id_)

    assert (again.status_code, again["Upload-Offset"]) == (201, "500")
    assert offset_told(sender, exemplar, id_) == 500
    assert piece(sender, exemplar, id_, 500, content[500:]).status_code == 204


@pytest.mark.parametrize("offset", [0, 499, 501])
def test_piece_out_of_step_is_refused_with_the_true_offset(sender, exemplar, offset):
    content = samples.photo((400, 300))
    id_, _ = opened(sender, exemplar, content)
    piece(sender, exemplar, id_, 0, content[:500])

    answer = piece(sender, exemplar, id_, offset, content[offset : offset + 100])

    assert (answer.status_code, answer["Upload-Offset"]) == (409, "500")
    assert offset_told(sender, exemplar, id_) == 500


def test_two_browsers_sending_the_same_file_do_not_mix(sender, exemplar, officer):
    other = Client()
    other.force_login(officer)
    content = samples.photo((400, 300))
    id_, _ = opened(sender, exemplar, content)
    opened(other, exemplar, content, id_=id_)

    answers = [piece(sender, exemplar, id_, 0, content[:600]), piece(other, exemplar, id_, 0, content[:300])]
    answers.append(piece(other, exemplar, id_, 600, content[600:]))

    assert [(answer.status_code, answer["Upload-Offset"]) for answer in answers] == [
        (204, "600"), (409, "600"), (204, str(len(content))),
    ]  # fmt: skip
    assert saved(sender, exemplar, id_) == ["Đã lưu 1 minh chứng."]


def test_bytes_on_disk_that_no_row_tells_of_are_written_over(sender, exemplar):
    """The server died after the bytes reached the disk and before the row was committed."""
    content = samples.photo((400, 300))
    id_, _ = opened(sender, exemplar, content)
    piece(sender, exemplar, id_, 0, content[:500])
    with open(default_storage.path(f"uploads/{id_}.part"), "ab") as part:
        part.write(b"x" * 99)

    assert offset_told(sender, exemplar, id_) == 500
    piece(sender, exemplar, id_, 500, content[500:])
    assert saved(sender, exemplar, id_) == ["Đã lưu 1 minh chứng."]
    assert bytes_of(Evidence.objects.get()) == content


def test_row_that_tells_of_more_than_the_disk_holds_is_not_believed(sender, exemplar):
    """The disk lost its last bytes in a power cut."""
    content = samples.photo((400, 300))
    id_, _ = opened(sender, exemplar, content)
    piece(sender, exemplar, id_, 0, content[:500])
    with open(default_storage.path(f"uploads/{id_}.part"), "r+b") as part:
        part.truncate(200)

    assert offset_told(sender, exemplar, id_) == 200
    assert piece(sender, exemplar, id_, 200, content[200:]).status_code == 204


def test_part_that_is_gone_begins_anew(sender, exemplar):
    content = samples.photo()
    id_, _ = opened(sender, exemplar, content)
    piece(sender, exemplar, id_, 0, content[:100])
    default_storage.delete(f"uploads/{id_}.part")

    assert offset_told(sender, exemplar, id_) == 0


def test_more_than_was_said_is_refused(sender, exemplar):
    content = samples.photo()
    id_, _ = opened(sender, exemplar, content, size=100)

    answer = piece(sender, exemplar, id_, 0, content)

    assert answer.status_code == 422
    assert answer.json() == {"error": "Tệp gửi lên dài hơn dung lượng đã báo. Hãy chọn lại tệp"}


def test_empty_piece_changes_nothing(sender, exemplar):
    id_, _ = opened(sender, exemplar, b"x" * 10)

    assert (piece(sender, exemplar, id_, 0, b"")["Upload-Offset"], Upload.objects.get().received) == ("0", 0)


def test_piece_that_is_too_large_is_refused(sender, exemplar, monkeypatch):
    monkeypatch.setattr(uploads, "PIECE_LIMIT", 99)
    id_, _ = opened(sender, exemplar, b"x" * 1000)

    assert piece(sender, exemplar, id_, 0, b"x" * 100).status_code == 413


@pytest.mark.parametrize("offset", [None, "ba"])
def test_piece_without_a_place_is_refused(sender, exemplar, offset):
    id_, _ = opened(sender, exemplar, b"x" * 10)

    assert piece(sender, exemplar, id_, offset, b"x").status_code == 400


@pytest.mark.parametrize(
    "body", ["", "[]", "{}", '{"id": 1, "name": "a", "size": 1}', '{"id": "x", "name": "a", "size": 1}']
)
def test_opening_without_what_is_needed_is_refused(sender, exemplar, body):
    answer = sender.post(reverse("movement:upload_open", args=[exemplar.pk]), body, content_type="application/json")

    assert answer.status_code == 400
    assert not Upload.objects.exists()


def test_what_the_name_tells_is_refused_at_once(sender, exemplar):
    _, answer = opened(sender, exemplar, b"x" * 100, name="IMG_1.HEIC")

    assert answer.status_code == 415
    assert answer.json()["error"].startswith("Ảnh HEIC")
    assert not Upload.objects.exists()


def test_too_much_on_the_way_at_once_is_refused(sender, exemplar, monkeypatch):
    monkeypatch.setattr(uploads, "WAITING_LIMIT", 150)
    opened(sender, exemplar, b"x" * 100)

    _, answer = opened(sender, exemplar, b"x" * 100)

    assert (answer.status_code, Upload.objects.count()) == (422, 1)


def test_an_id_is_not_used_for_another_file(sender, exemplar):
    id_, _ = opened(sender, exemplar, b"x" * 100)

    _, answer = opened(sender, exemplar, b"x" * 99, id_=id_)

    assert (answer.status_code, Upload.objects.get().size) == (415, 100)


STAMPED = samples.docx("HUYỆN ỦY TRIỆU PHONG", "TỐI MẬT")


def test_whole_file_with_a_stamp_is_refused_beside_it_and_nothing_is_kept(sender, exemplar):
    id_, _ = opened(sender, exemplar, STAMPED, name="bao-cao.docx")

    answer = piece(sender, exemplar, id_, 0, STAMPED)

    assert answer.status_code == 422
    assert answer.json()["error"].startswith("Tệp có dấu “TỐI MẬT”")
    assert not Upload.objects.exists()
    assert not default_storage.exists(f"uploads/{id_}.part")
    assert sender.head(address_of(exemplar, id_)).status_code == 404


def test_refused_file_is_refused_again_when_it_is_saved(exemplar, officer):
    """The check beside the last piece never ran: the server died between."""
    upload = uploads.begin(exemplar, uuid4(), name="a.docx", size=len(STAMPED), by=officer)
    default_storage.save(upload.part.name, ContentFile(STAMPED))
    Upload.objects.update(received=len(STAMPED))

    added, refused = uploads.finish(exemplar, [str(upload.pk)], by=officer)

    assert (added, len(refused)) == ([], 1)
    assert not Upload.objects.exists()
    assert not default_storage.exists(upload.part.name)
    assert not Evidence.objects.exists()


@pytest.mark.parametrize("id_", ["", "khong-phai", "00000000-0000-4000-8000-000000000000"])
def test_saving_what_was_never_sent_says_so(sender, exemplar, id_):
    assert saved(sender, exemplar, id_) == [
        "Chưa lưu được Tệp đã chọn: Tệp chưa gửi xong. Hãy chọn lại tệp và chờ gửi xong rồi lưu."
    ]


def test_saving_half_a_file_says_so_and_keeps_the_half(sender, exemplar):
    content = samples.photo((400, 300))
    id_, _ = opened(sender, exemplar, content)
    piece(sender, exemplar, id_, 0, content[:500])

    assert saved(sender, exemplar, id_) == [
        "Chưa lưu được anh.jpg: Tệp chưa gửi xong. Hãy chọn lại tệp và chờ gửi xong rồi lưu."
    ]
    assert offset_told(sender, exemplar, id_) == 500


def test_colleague_of_the_same_unit_cannot_go_on_with_somebody_elses_upload(sender, exemplar):
    content = samples.photo()
    id_, _ = opened(sender, exemplar, content)
    colleague = Client()
    colleague.force_login(make.member(Role.OFFICER, exemplar.unit))

    assert colleague.head(address_of(exemplar, id_)).status_code == 404
    assert piece(colleague, exemplar, id_, 0, content).status_code == 404
    assert opened(colleague, exemplar, content, id_=id_)[1].status_code == 415


@pytest.mark.parametrize(("role", "status"), [(Role.VIEWER, 403), (Role.STANDING, 403), (Role.OFFICER, 201)])
def test_only_writers_of_the_unit_may_send(exemplar, role, status):
    sender = Client()
    sender.force_login(make.member(role, exemplar.unit))

    assert opened(sender, exemplar, b"x" * 10)[1].status_code == status


def test_stranger_may_not_even_know(exemplar):
    sender = Client()
    sender.force_login(make.member(Role.OFFICER, make.unit()))

    assert opened(sender, exemplar, b"x" * 10)[1].status_code == 404


def test_browser_without_our_token_is_refused(exemplar, officer):
    sender = Client(enforce_csrf_checks=True)
    sender.force_login(officer)

    assert opened(sender, exemplar, b"x" * 10)[1].status_code == 403


def test_page_offers_to_save_what_was_sent_and_left(sender, exemplar):
    content = samples.photo()
    id_, _ = opened(sender, exemplar, content, name="Lễ ra mắt.jpg")
    piece(sender, exemplar, id_, 0, content)

    page = sender.get(reverse("movement:evidence_list", args=[exemplar.pk]))

    assert [upload.name for upload in page.context["panel"].unsaved] == ["Lễ ra mắt.jpg"]
    assert "Đã gửi lên nhưng chưa lưu vào hồ sơ" in page.content.decode()


def test_sweep_drops_what_was_left_and_keeps_what_goes_on(exemplar, officer):
    old, fresh = (uploads.begin(exemplar, uuid4(), name="a.jpg", size=10, by=officer) for _ in range(2))
    for upload in (old, fresh):
        uploads.append(upload, 0, b"x" * 5, by=officer)
    Upload.objects.filter(pk=old.pk).update(at=timezone.now() - timedelta(days=4))
    default_storage.save("uploads/khong-ai-nhan.part", ContentFile(b"x"))
    out = io.StringIO()

    call_command("sweep_uploads", stdout=out)

    assert out.getvalue() == "Đã dọn 1 tệp gửi dở.\n"
    assert list(Upload.objects.all()) == [fresh]
    assert [default_storage.exists(upload.part.name) for upload in (old, fresh)] == [False, True]
    assert uploads.sweep(now=timezone.now() + timedelta(days=4)) == 2
    assert default_storage.listdir("uploads")[1] == []


def test_sweep_where_nothing_was_ever_sent_finds_nothing():
    assert uploads.sweep() == 0


def test_begin_twice_at_once_gives_the_same(exemplar, officer, monkeypatch):
    """The other request made the row between our look and our writing."""
    id_ = uuid4()
    first = uploads.begin(exemplar, id_, name="a.jpg", size=10, by=officer)
    monkeypatch.setattr(uploads, "_check_room", lambda by, size: None)
    look = Upload.objects.filter
    monkeypatch.setattr(Upload.objects, "filter", lambda **by: look(pk=None) if by == {"pk": id_} else look(**by))

    assert uploads.begin(exemplar, id_, name="a.jpg", size=10, by=officer) == first


def test_bad_file_is_an_error_of_its_own():
    assert issubclass(BadFile, Exception)
