"""The 14-day link: made, written to without an account, answered, closed; nothing public by itself."""

import io
from datetime import timedelta
from decimal import Decimal

import pytest
from django.core.exceptions import PermissionDenied
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from PIL import Image

from kheo.accounts.roles import Role
from kheo.audit.models import Event
from kheo.movement.actions import guests
from kheo.movement.lifecycle.move import NotYet
from kheo.movement.models import Evidence, Exemplar, GuestLink, GuestNote, GuestPhoto, Progress
from tests import make
from tests.core.filechecks import samples

pytestmark = pytest.mark.django_db


@pytest.fixture
def exemplar():
    return make.exemplar("Đường hoa thôn An Mô")


@pytest.fixture
def outcome(exemplar):
    return make.outcome(exemplar, name="Đường mở rộng", measure="m")


@pytest.fixture
def officer(exemplar):
    return make.member(Role.OFFICER, exemplar.unit)


@pytest.fixture
def link(exemplar, outcome, officer):
    return make.guest_link(exemplar, by=officer, outcome=outcome)


@pytest.fixture
def desk(officer):
    found = Client()
    found.force_login(officer)
    return found


def page_of(link):
    return reverse("movement:guest_send", args=[guests.secret_of(link)])


def send(link, *photos, **said):
    files = [SimpleUploadedFile(f"anh{i}.jpg", content) for i, content in enumerate(photos)]
    return Client().post(page_of(link), {"photos": files, **said}, follow=True)


def errors(answer):
    return [word for words in answer.context["form"].errors.values() for word in words]


def test_link_is_kept_as_a_digest_and_shown_to_its_maker_only(link, desk, exemplar):
    address = f"http://testserver{page_of(link)}"
    colleague = Client()
    colleague.force_login(make.member(Role.OFFICER, exemplar.unit))
    detail = reverse("movement:guest_link_detail", args=[link.pk])

    assert guests.secret_of(link) not in str(list(GuestLink.objects.values_list()))
    assert f"Gửi ảnh và số liệu mô hình: {address}</textarea>" in desk.get(detail).content.decode()
    assert guests.secret_of(link) not in colleague.get(detail).content.decode()


def test_making_a_link_through_the_page_leads_to_it(desk, exemplar, outcome, officer):
    address = reverse("movement:guest_link_list", args=[exemplar.pk])

    answer = desk.post(address, {"for_whom": "trưởng thôn An Mô", "outcome": outcome.pk, "once": "a"})

    link = GuestLink.objects.get()
    assert answer["Location"] == reverse("movement:guest_link_detail", args=[link.pk])
    assert (link.outcome, link.made_by, link.expires_at - link.made_at) == (outcome, officer, timedelta(days=14))
    assert desk.post(address, {"for_whom": "trưởng thôn An Mô", "once": "a"})["Location"] == answer["Location"]
    assert GuestLink.objects.count() == 1


def test_link_without_whom_or_with_a_foreign_outcome_is_refused(desk, exemplar, officer):
    foreign = make.outcome(make.exemplar())

    answer = desk.post(reverse("movement:guest_link_list", args=[exemplar.pk]), {"for_whom": " "})

    assert errors(answer) == ["Chưa điền."]
    for facts in ({"for_whom": " "}, {"for_whom": "a", "outcome": foreign}):
        with pytest.raises(NotYet):
            guests.make_link(exemplar, by=officer, **facts)
    assert not GuestLink.objects.exists()


def test_guest_sends_photos_a_number_and_a_sentence_without_an_account(link):
    answer = send(link, samples.photo(), samples.photo(kind="PNG"), amount="1.152,5", sentence="Đã rải xong")

    assert [str(word) for word in answer.context["messages"]] == [
        "Đã nhận. Cảm ơn bà con; cán bộ sẽ xem và trả lời ngay trên trang này."
    ]
    note = GuestNote.objects.get()
    assert (note.sentence, note.amount, note.photos.count()) == ("Đã rải xong", Decimal("1152.5"), 2)
    assert "Chờ cán bộ xem" in answer.content.decode()
    assert (Progress.objects.count(), Evidence.objects.count()) == (0, 0)


def test_photo_of_a_guest_loses_its_place_before_it_is_kept(link):
    send(link, samples.photo())

    with GuestPhoto.objects.get().file.open("rb") as file:
        kept = file.read()
    assert dict(Image.open(io.BytesIO(kept)).getexif()) == {}
    assert b"DienThoai" not in kept


def test_page_asks_the_number_in_its_measure(link):
    page = Client().get(page_of(link)).content.decode()

    assert "Đường mở rộng: thêm được bao nhiêu (m)" in page
    assert 'content="noindex, nofollow"' in page
    assert 'type="file"' in page


def test_page_without_an_outcome_asks_no_number(exemplar, officer):
    link = make.guest_link(exemplar, by=officer)

    assert "amount" not in Client().get(page_of(link)).context["form"].fields
    with pytest.raises(NotYet, match="Con số này"):
        guests.send(link, sentence="a", amount=Decimal(1), photos=[])


WRONG = {
    "nothing": ((), {}, "Xin ghi một câu, một con số, hoặc gửi một tấm ảnh."),
    "four photos": (tuple(b"x" for _ in range(4)), {}, "Mỗi lần gửi nhiều nhất 3 ảnh; hãy chọn lại."),
    "no number": ((), {"amount": "nhiều"}, None),
    "a document": ((samples.docx("a"),), {}, "Ở đây chỉ nhận ảnh (JPG, PNG, WebP)."),
    "a broken photo": ((samples.photo()[:300],), {}, None),
    "a long sentence": ((), {"sentence": "a" * 501}, "Dài 501 ký tự, nhiều nhất 500."),
}


@pytest.mark.parametrize(("photos", "said", "sentence"), WRONG.values(), ids=list(WRONG))
def test_what_a_guest_gets_wrong_is_said_and_nothing_is_kept(link, photos, said, sentence):
    found = errors(send(link, *photos, **said))

    assert len(found) == 1
    assert sentence in (found[0], None)
    assert (GuestNote.objects.count(), default_storage.exists("guest")) == (0, False)


@pytest.mark.parametrize("said", [{"sentence": " ", "amount": None}, {"sentence": "a", "amount": Decimal(-1)}])
def test_action_itself_refuses_an_empty_note_and_a_negative_number(link, said):
    with pytest.raises(NotYet):
        guests.send(link, photos=[], **said)


def test_action_itself_refuses_a_fourth_photo(link):
    with pytest.raises(NotYet, match="nhiều nhất 3"):
        make.guest_note(link, photos=[samples.photo()] * 4)


def test_second_press_sends_nothing_more(link):
    for _ in range(2):
        send(link, samples.photo(), sentence="Đã rải xong", amount="5")

    assert (GuestNote.objects.count(), GuestPhoto.objects.count()) == (1, 1)


def test_sixth_note_of_a_day_is_refused_kindly(link):
    for number in range(5):
        send(link, sentence=f"Lần {number}")

    assert errors(send(link, sentence="Lần nữa")) == ["Hôm nay đã gửi 5 lần. Xin gửi tiếp vào ngày mai."]
    GuestNote.objects.update(at=timezone.now() - timedelta(days=1))
    send(link, sentence="Hôm sau")
    assert GuestNote.objects.count() == 6


def expired(link):
    GuestLink.objects.filter(pk=link.pk).update(expires_at=timezone.now() - timedelta(minutes=1))


def closed(link):
    guests.close(link, by=link.made_by)


def merged(link):
    Exemplar.objects.filter(pk=link.exemplar_id).update(stage="merged", merged_into=make.exemplar())


@pytest.mark.parametrize(
    ("end", "word"),
    [(expired, "đã hết hạn ngày"), (closed, "đã đóng"), (merged, "đã đóng")],
    ids=["expired", "closed", "merged"],
)
def test_link_that_ended_says_so_and_takes_nothing(link, end, word):
    end(link)

    answer = send(link, sentence="Đã rải xong")

    assert answer.status_code == 200
    assert word in answer.context["closed"]
    assert answer.context["closed"] in answer.content.decode()
    with pytest.raises(NotYet, match=word):
        make.guest_note(GuestLink.objects.get(pk=link.pk))
    assert not GuestNote.objects.exists()


def test_link_closed_while_photos_were_read_takes_nothing(link, monkeypatch):
    strip = guests._strip
    monkeypatch.setattr(guests, "_strip", lambda file, name: (closed(link), strip(file, name))[1])

    with pytest.raises(NotYet, match="đã đóng"):
        make.guest_note(link, photos=[samples.photo()])
    assert not default_storage.exists("guest")


def test_note_that_fails_halfway_leaves_no_photo(link, monkeypatch):
    def broken(*args, **kwargs):
        raise RuntimeError

    monkeypatch.setattr(guests, "record", broken)
    with pytest.raises(RuntimeError):
        make.guest_note(link, photos=[samples.photo()])

    assert not GuestNote.objects.exists()
    assert default_storage.listdir(timezone.now().strftime("guest/%Y/%m"))[1] == []


def test_unknown_link_is_said_kindly(db):
    answer = Client().get(reverse("movement:guest_send", args=["khong-co"]))

    assert answer.status_code == 404
    assert "Không mở được liên kết" in answer.content.decode()


def test_closing_twice_is_one_event(link, desk):
    for _ in range(2):
        desk.post(reverse("movement:guest_link_close", args=[link.pk]))

    assert [event.verb for event in Event.objects.all()] == ["guest_link.make", "guest_link.close"]
    assert "không còn dùng được" in desk.get(reverse("movement:guest_link_detail", args=[link.pk])).content.decode()


def test_accepted_note_becomes_progress_with_its_number_and_photos(
    link, desk, officer, outcome, django_capture_on_commit_callbacks
):
    note = make.guest_note(link, amount=Decimal(120), photos=[samples.photo()])
    path = note.photos.get().file.name

    with django_capture_on_commit_callbacks(execute=True):
        desk.post(reverse("movement:guest_note_accept", args=[note.pk]))

    note.refresh_from_db()
    outcome.refresh_from_db()
    assert (note.accepted_by, note.progress.note, note.progress.by) == (officer, note.sentence, officer)
    assert outcome.actual == 120
    row = Evidence.objects.get()
    assert (row.progress, row.outcome, row.by, row.is_public) == (note.progress, outcome, officer, False)
    assert (GuestPhoto.objects.count(), default_storage.exists(path)) == (0, False)
    assert "Cán bộ đã nhận" in Client().get(page_of(link)).content.decode()


def test_photo_alone_becomes_progress_too(exemplar, officer):
    note = make.guest_note(make.guest_link(exemplar, by=officer), sentence="", photos=[samples.photo()])

    guests.accept(note, by=officer)

    assert note.link.exemplar.progress.get().note == "Ảnh gửi qua liên kết"


def test_note_is_accepted_once(link, desk):
    note = make.guest_note(link, amount=Decimal(120))
    address = reverse("movement:guest_note_accept", args=[note.pk])
    desk.post(address)

    answer = desk.post(address, follow=True)

    assert [str(word) for word in answer.context["messages"]][-1] == "Tin này đã được trả lời."
    assert Progress.objects.count() == 1


def test_declined_note_gives_its_reason_to_the_guest_and_drops_photos(link, desk, django_capture_on_commit_callbacks):
    note = make.guest_note(link, photos=[samples.photo()])
    path = note.photos.get().file.name

    with django_capture_on_commit_callbacks(execute=True):
        desk.post(reverse("movement:guest_note_decline", args=[note.pk]), {"note": "Ảnh chụp ở thôn khác"})

    assert "Chưa nhận: Ảnh chụp ở thôn khác" in Client().get(page_of(link)).content.decode()
    assert (default_storage.exists(path), Progress.objects.count()) == (False, 0)
    assert Event.objects.last().verb == "guest_note.decline"


def test_decline_wants_a_reason(link, desk):
    note = make.guest_note(link)

    answer = desk.post(reverse("movement:guest_note_decline", args=[note.pk]), {"note": " "}, follow=True)

    assert [str(word) for word in answer.context["messages"]] == ["Hãy ghi lý do để người gửi biết."]
    assert GuestNote.objects.get().answered_at is None


def test_notes_of_a_merged_file_wait_for_nobody(link, desk):
    note = make.guest_note(link)
    merged(link)

    for name in ("guest_note_accept", "guest_note_decline"):
        answer = desk.post(reverse(f"movement:{name}", args=[note.pk]), {"note": "a"}, follow=True)
        assert "đã gộp" in str(list(answer.context["messages"])[-1])
    answer = desk.post(reverse("movement:guest_link_close", args=[link.pk]), follow=True)
    assert "đã gộp" in str(list(answer.context["messages"])[-1])


def test_photo_of_a_guest_is_served_to_writers_only(link, desk, exemplar):
    photo = make.guest_note(link, photos=[samples.photo()]).photos.get()
    address = reverse("movement:guest_photo", args=[photo.pk])
    viewer, stranger = Client(), Client()
    viewer.force_login(make.member(Role.VIEWER, exemplar.unit))
    stranger.force_login(make.member(Role.OFFICER, make.unit()))

    answer = desk.get(address)

    assert (answer["Content-Type"], answer["Cache-Control"]) == ("image/jpeg", "private, max-age=600")
    assert answer.getvalue().startswith(b"\xff\xd8")
    assert [each.get(address).status_code for each in (viewer, stranger, Client())] == [403, 404, 302]
    default_storage.delete(photo.file.name)
    assert desk.get(address).status_code == 404


def test_only_writers_make_close_and_answer(exemplar, link):
    viewer, note = make.member(Role.VIEWER, exemplar.unit), make.guest_note(link)

    for act in (
        lambda: guests.make_link(exemplar, by=viewer, for_whom="a"),
        lambda: guests.close(link, by=viewer),
        lambda: guests.accept(note, by=viewer),
        lambda: guests.decline(note, by=viewer, reason="a"),
    ):
        with pytest.raises(PermissionDenied):
            act()


def test_page_of_links_costs_the_same_for_one_note_and_three(link, desk):
    address = reverse("movement:guest_link_list", args=[link.exemplar_id])
    make.guest_note(link, sentence="Lần 1", photos=[make.picture()])
    with CaptureQueriesContext(connection) as one:
        desk.get(address)
    for number in (2, 3):
        make.guest_note(link, sentence=f"Lần {number}", photos=[make.picture()])

    with CaptureQueriesContext(connection) as three:
        desk.get(address)

    assert len(three) == len(one)
