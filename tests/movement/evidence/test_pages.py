"""Evidence through the browser's door: sending, seeing, who gets which copy, what it costs."""

import io

import pytest
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from PIL import Image

from kheo.accounts.roles import Role
from kheo.movement.models import Evidence, Exemplar
from tests import make
from tests.core.filechecks import samples

pytestmark = pytest.mark.django_db


@pytest.fixture
def exemplar():
    return make.exemplar("Tiếng kẻng học bài", stage="running")


@pytest.fixture
def officer(client, exemplar):
    person = make.member(Role.OFFICER, exemplar.unit)
    client.force_login(person)
    return person


def signed_in(role, unit):
    found = Client()
    found.force_login(make.member(role, unit))
    return found


def send(client, exemplar, *files, **more):
    sent = [SimpleUploadedFile(name, content) for name, content in files]
    address = reverse("movement:evidence_add", args=[exemplar.pk])
    return client.post(address, {"files_file": sent, **more}, follow=True)


def said(answer):
    return [str(message) for message in answer.context["messages"]]


def served(client, evidence, variant):
    answer = client.get(reverse("movement:evidence_file", args=[evidence.pk, variant]))
    return answer, answer.getvalue() if answer.streaming else b""


def act(client, name, evidence, **data):
    return client.post(reverse(f"movement:{name}", args=[evidence.pk]), data, follow=True)


def test_photo_sent_with_the_form_is_kept_shown_and_served(client, officer, exemplar):
    outcome = make.outcome(exemplar)

    answer = send(client, exemplar, ("anh.jpg", samples.photo()), caption="Lễ ra mắt", outcome=outcome.pk)

    assert said(answer) == ["Đã lưu 1 minh chứng."]
    kept = Evidence.objects.get()
    assert (kept.kind, kept.caption, str(kept.taken_on), kept.by) == ("photo", "Lễ ra mắt", "2026-03-15", officer)
    assert kept.outcome == outcome
    assert reverse("movement:evidence_file", args=[kept.pk, "nho"]) in answer.content.decode()


def test_served_copies_hold_no_place_and_are_locked_down(client, officer, exemplar):
    kept = make.evidence(exemplar, by=officer, content=samples.photo())

    for variant in ("sach", "nho"):
        answer, content = served(client, kept, variant)
        assert dict(Image.open(io.BytesIO(content)).getexif()) == {}
        assert samples.COMMENT not in content
        assert answer["Content-Type"] == "image/jpeg"
        assert answer["X-Content-Type-Options"] == "nosniff"
        assert answer["Cache-Control"] == "private, max-age=600"
        assert answer["Content-Disposition"] == f'inline; filename="minh-chung-{kept.pk}.jpg"'
        assert "sandbox" in answer["Content-Security-Policy"]


def test_original_is_a_download_for_writers(client, officer, exemplar):
    kept = make.evidence(exemplar, by=officer, content=samples.photo(), name='Ảnh "đẹp".jpg')

    answer, content = served(client, kept, "goc")

    assert content == samples.photo()
    assert answer["Content-Disposition"].startswith("attachment; filename*=utf-8''")
    assert answer["Cache-Control"] == "private, no-store"


WHO = [
    # role, in the unit → clean, thumb, original of a photo, document
    (Role.OFFICER, True, (200, 200, 200, 200)),
    (Role.SPECIALIST, True, (200, 200, 200, 200)),
    (Role.STANDING, True, (200, 200, 404, 200)),
    (Role.VIEWER, True, (200, 200, 404, 200)),
    (Role.JUROR, True, (404, 404, 404, 404)),
    (Role.OFFICER, False, (404, 404, 404, 404)),
]


@pytest.mark.parametrize(("role", "inside", "codes"), WHO)
def test_who_gets_which_copy(exemplar, role, inside, codes):
    photo = make.evidence(exemplar)
    document = make.evidence(exemplar, content=samples.docx("Biên bản"), name="bb.docx")
    reader = signed_in(role, exemplar.unit if inside else make.unit())

    asked = [(photo, "sach"), (photo, "nho"), (photo, "goc"), (document, "goc")]

    assert tuple(served(reader, row, variant)[0].status_code for row, variant in asked) == codes


def test_stranger_is_sent_to_sign_in(exemplar):
    answer, _ = served(Client(), make.evidence(exemplar), "sach")

    assert answer["Location"].startswith(reverse("account_login"))


def test_public_photo_is_still_private_here_until_signed_in(exemplar):
    photo = make.evidence(exemplar)
    Evidence.objects.filter(pk=photo.pk).update(is_public=True, shows_person=False)
    specialist = make.member(Role.SPECIALIST, exemplar.unit)
    Exemplar.objects.filter(pk=exemplar.pk).update(published_at=timezone.now(), published_by=specialist)

    assert served(Client(), photo, "goc")[0].status_code == 302


def test_file_lost_from_the_disk_is_not_found(client, officer, exemplar):
    kept = make.evidence(exemplar, by=officer)
    default_storage.delete(kept.clean.name)

    assert served(client, kept, "sach")[0].status_code == 404


def test_document_has_no_copies_to_serve(client, officer, exemplar):
    document = make.evidence(exemplar, by=officer, content=samples.pdf("Bao cao"), name="a.pdf")

    assert served(client, document, "sach")[0].status_code == 404
    assert served(client, document, "goc")[0]["Content-Type"] == "application/pdf"


def test_several_files_are_taken_and_each_refusal_names_its_file(client, officer, exemplar):
    answer = send(
        client, exemplar, ("a.jpg", samples.photo()), ("b.docx", samples.docx("TỐI MẬT")), ("c.png", samples.photo()),
        ("d.png", samples.photo(kind="PNG")),
    )  # fmt: skip

    words = said(answer)
    assert words[0] == "Đã lưu 2 minh chứng."
    assert words[1] == "Tệp này đã có trong hồ sơ (“a.jpg”), không lưu thêm lần nữa."
    assert words[2].startswith("Chưa lưu được b.docx: Tệp có dấu “TỐI MẬT”")
    assert len(words) == 3


@pytest.mark.django_db(transaction=True)
def test_photo_sent_with_a_progress_note_belongs_to_it(client, officer, exemplar):
    address = reverse("movement:progress_new", args=[exemplar.pk])
    photo = SimpleUploadedFile("anh.jpg", samples.photo())

    client.post(address, {"on": "01/11/2026", "note": "Đã rải xong", "files_file": photo, "once": "a"})

    kept = Evidence.objects.get()
    assert (kept.progress.note, kept.name) == ("Đã rải xong", "anh.jpg")


@pytest.mark.django_db(transaction=True)
def test_progress_note_is_kept_though_its_photo_is_refused(client, officer, exemplar):
    address = reverse("movement:progress_new", args=[exemplar.pk])
    photo = SimpleUploadedFile("anh.jpg", b"khong phai anh")

    answer = client.post(address, {"on": "01/11/2026", "note": "Đã rải xong", "files_file": photo, "once": "b"})

    assert answer.status_code == 302
    assert [note.note for note in exemplar.progress.all()] == ["Đã rải xong"]
    words = said(client.get(reverse("movement:evidence_list", args=[exemplar.pk])))
    assert (words[0], words[1][:22]) == ("Đã ghi tiến độ.", "Chưa lưu được anh.jpg:")


def test_form_without_a_file_or_with_a_wrong_outcome_says_so(client, officer, exemplar):
    foreign = make.outcome(make.exemplar())

    assert said(send(client, exemplar)) == ["Chưa chọn tệp nào."]
    answer = send(client, exemplar, ("a.jpg", samples.photo()), outcome=foreign.pk)
    assert said(answer) == ["Lựa chọn này không có trong danh sách. Hãy chọn lại."]
    answer = send(client, exemplar, *((f"{i}.jpg", b"x") for i in range(11)))
    assert said(answer) == ["Mỗi lần gửi nhiều nhất 10 tệp."]
    assert not Evidence.objects.exists()


def test_reader_sees_photos_and_no_form(exemplar):
    make.evidence(exemplar, caption="Lễ ra mắt")
    page = signed_in(Role.VIEWER, exemplar.unit).get(reverse("movement:evidence_list", args=[exemplar.pk]))

    text = page.content.decode()
    assert "Lễ ra mắt" in text
    assert "Lưu minh chứng" not in text
    assert "Liên kết 14 ngày" not in text


def test_page_of_a_file_shows_what_is_known_and_offers_to_put_it_right(client, officer, exemplar):
    kept = make.evidence(exemplar, by=officer, caption="Lễ ra mắt")

    answer = client.post(
        reverse("movement:evidence_detail", args=[kept.pk]), {"caption": "Khánh thành", "taken_on": "01/05/2026"},
        follow=True,
    )  # fmt: skip

    kept.refresh_from_db()
    assert (kept.caption, f"{kept.taken_on:%d/%m/%Y}") == ("Khánh thành", "01/05/2026")
    assert kept.sha256 in answer.content.decode()
    assert "Ảnh gốc" not in signed_in(Role.VIEWER, exemplar.unit).get(answer.request["PATH_INFO"]).content.decode()


def test_page_of_a_file_refuses_a_day_to_come_at_the_field(client, officer, exemplar):
    kept = make.evidence(exemplar, by=officer)

    answer = client.post(reverse("movement:evidence_detail", args=[kept.pk]), {"caption": "", "taken_on": "01/05/2099"})

    assert answer.context["form"].errors["taken_on"] == ["Ngày này chưa tới."]


def test_page_of_a_file_of_a_merged_exemplar_offers_nothing(client, officer, exemplar):
    kept = make.evidence(exemplar, by=officer)
    Exemplar.objects.filter(pk=exemplar.pk).update(stage="merged", merged_into=make.exemplar())

    page = client.get(reverse("movement:evidence_detail", args=[kept.pk])).content.decode()
    answer = client.post(reverse("movement:evidence_detail", args=[kept.pk]), {"caption": "Mới"})

    assert "Bỏ minh chứng này" not in page
    assert "đã gộp" in str(answer.context["form"].non_field_errors())


def test_removing_asks_for_a_reason_and_goes_back_to_the_list(client, officer, exemplar):
    kept = make.evidence(exemplar, by=officer)

    assert said(act(client, "evidence_remove", kept, note=" ")) == ["Cần ghi lý do bỏ minh chứng."]
    answer = act(client, "evidence_remove", kept, note="Gửi nhầm")
    assert answer.request["PATH_INFO"] == reverse("movement:evidence_list", args=[exemplar.pk])
    assert not Evidence.objects.exists()


def test_photo_goes_its_way_to_the_public_through_the_pages(client, officer, exemplar):
    kept = make.evidence(exemplar, by=officer, content=samples.photo((400, 300)))
    specialist = signed_in(Role.SPECIALIST, exemplar.unit)

    assert "Hãy trả lời trước" in said(act(specialist, "evidence_show", kept))[0]
    act(client, "evidence_people", kept, shows_person="yes")
    assert "Ảnh nhận ra được người" in said(act(specialist, "evidence_show", kept))[0]
    assert said(act(client, "evidence_blur", kept, grid="5", cell=["12", "x"])) == [
        "Đã che mờ. Hãy xem lại rồi trả lời: còn nhận ra ai không?"
    ]
    act(client, "evidence_people", kept, shows_person="no")
    assert said(act(specialist, "evidence_show", kept)) == ["Đã duyệt đưa ảnh ra trang công khai."]
    kept.refresh_from_db()
    assert kept.is_public
    assert said(act(client, "evidence_hide", kept)) == ["Ảnh không còn trên trang công khai."]
    assert said(act(client, "evidence_unblur", kept))[0].startswith("Đã làm lại bản sạch")
    kept.refresh_from_db()
    assert (kept.is_public, kept.shows_person) == (False, None)


@pytest.mark.parametrize(("asked", "cells"), [("", 25), ("5", 25), ("10", 100), ("7", 25)])
def test_board_has_a_box_for_each_cell(client, officer, exemplar, asked, cells):
    kept = make.evidence(exemplar, by=officer)

    page = client.get(reverse("movement:evidence_blur", args=[kept.pk]), {"luoi": asked}).content.decode()

    assert page.count('name="cell"') == cells


def test_blur_without_a_cell_says_so(client, officer, exemplar):
    assert said(act(client, "evidence_blur", make.evidence(exemplar, by=officer), grid="5")) == [
        "Hãy chọn ít nhất một ô cần che."
    ]


def test_document_has_no_board(client, officer, exemplar):
    document = make.evidence(exemplar, by=officer, content=samples.docx("Biên bản"), name="a.docx")

    assert client.get(reverse("movement:evidence_blur", args=[document.pk])).status_code == 404


def test_same_photo_in_two_files_is_said_to_the_own_unit_only(client, officer, exemplar):
    content, other = samples.photo(), make.exemplar("Bến bãi bình yên")
    sister = make.exemplar("Đường hoa", unit=exemplar.unit)
    make.evidence(other, content=content)
    make.evidence(sister, by=officer, content=content)
    kept = make.evidence(exemplar, by=officer, content=content)
    address = reverse("movement:evidence_list", args=[exemplar.pk])
    above = make.province()
    makers = {
        "own": client,
        "above": signed_in(Role.SPECIALIST, above),
        "reader": signed_in(Role.VIEWER, exemplar.unit),
    }

    told = {who: browser.get(address).context["panel"].twice for who, browser in makers.items()}

    assert told == {"own": [(kept, ["một mô hình của đơn vị khác", "“Đường hoa”"])], "above": [], "reader": []}
    page = client.get(reverse("movement:evidence_detail", args=[kept.pk])).content.decode()
    assert "một mô hình của đơn vị khác, “Đường hoa”" in page
    assert "Bến bãi bình yên" not in page


def test_page_asks_for_the_signed_paper_until_it_is_there(client, officer, exemplar):
    registration = make.registration(exemplar, on_behalf_of="thôn An Mô", entered_by=officer)
    address = reverse("movement:registration_detail", args=[registration.pk])

    before = client.get(address).content.decode()
    send(client, exemplar, ("giay.jpg", samples.photo()), caption="Bản giấy đã ký")
    after = client.get(address).content.decode()

    assert ["Đăng ký này nhập thay cho thôn An Mô." in page for page in (before, after)] == [True, False]
    assert 'value="Bản giấy đã ký"' in before


@pytest.mark.parametrize("name", ["evidence_list", "exemplar_detail"])
def test_page_costs_the_same_for_one_photo_and_three(client, officer, exemplar, name):
    address = reverse(f"movement:{name}", args=[exemplar.pk])
    outcome = make.outcome(exemplar)
    make.evidence(exemplar, by=officer, outcome=outcome)
    with CaptureQueriesContext(connection) as one:
        client.get(address)
    for _ in range(2):
        make.evidence(exemplar, by=officer, outcome=outcome)

    with CaptureQueriesContext(connection) as three:
        client.get(address)

    assert len(three) == len(one)
