"""Forms of the register: what a wrong one says and keeps, what fills them in, and drafts that are given back."""

from datetime import date

import pytest
from django.urls import reverse

from kheo.accounts.roles import Role
from kheo.movement.actions import progress
from kheo.movement.models import Draft, Exemplar, Progress
from tests import make

from .test_first_path import filled

pytestmark = pytest.mark.django_db


@pytest.fixture
def commune():
    return make.unit("xã Triệu Bình")


@pytest.fixture
def leader(commune):
    return make.member(Role.UNIT_LEADER, commune)


def signed_in(client, role, unit):
    client.force_login(make.member(role, unit))
    return client


def test_form_that_is_wrong_says_so_twice_and_loses_nothing(client, commune, leader):
    round_ = make.round()
    client.force_login(leader)
    wrong = {"main-target": "một trăm", "goal": "Mục tiêu\n" * 2000, "starts": "31/02/2026", "forces-TOTAL_FORMS": "1"}
    wrong |= {"forces-0-part": "Vận động", "forces-0-role": "lead"}

    answer = client.post(reverse("movement:registration_new"), filled(commune, round_, **wrong))

    assert (answer.status_code, Exemplar.objects.count()) == (200, 0)
    for sentence in (
        "Dài 17.999 ký tự, nhiều nhất 10.000.", "Không có ngày 31/02/2026.", "Chưa ghi tên lực lượng.",
        "“một trăm” không phải là số",
    ):  # fmt: skip
        assert answer.text.count(sentence) == 2
    for kept in ("một trăm", "31/02/2026", "Vận động", "Hiến đất mở rộng đường thôn An Mô"):
        assert kept in answer.text


def test_control_characters_are_taken_out_and_said_so(client, commune, leader):
    client.force_login(leader)

    answer = client.post(
        reverse("movement:registration_new"), filled(commune, make.round(), name="Đường\x00 thôn\x07"), follow=True
    )

    assert Exemplar.objects.get().name == "Đường thôn"
    assert "Tên mô hình: Đã bỏ 2 ký tự điều khiển không hiển thị được." in answer.text


def test_reason_is_cleaned_and_bounded(client, commune):
    registration = make.registration(make.exemplar(unit=commune), stage="filed")
    signed_in(client, Role.SPECIALIST, commune)
    address = reverse("movement:registration_advance", args=[registration.pk, "send_back"])

    long = client.post(address, {"note": "a" * 10_001}, follow=True)
    assert "Lý do: Dài 10.001 ký tự, nhiều nhất 10.000." in long.text
    client.post(address, {"note": "Ghi rõ\x00 hơn."})

    registration.refresh_from_db()
    assert (registration.stage, registration.reason) == ("returned", "Ghi rõ hơn.")


def test_officer_who_presses_save_and_file_leaves_it_to_the_leader(client, commune):
    signed_in(client, Role.OFFICER, commune)

    answer = client.post(reverse("movement:registration_new"), filled(commune, make.round(), file="1"), follow=True)

    registration = Exemplar.objects.get().registrations.get()
    assert (registration.stage, registration.is_ready) == ("drafting", True)
    assert "Đã báo soạn xong; lãnh đạo đơn vị sẽ gửi." in answer.text


def test_pattern_fills_the_form_in(client, leader):
    make.round()
    client.force_login(leader)

    page = client.get(reverse("movement:registration_new"), {"mau": "hien-dat-lam-duong"}).text

    for filled_in in (
        'value="Hiến đất mở rộng đường"',
        'value="Đất dân hiến"',
        "Biên bản hiến đất lập thế nào, ai giữ?",
    ):
        assert filled_in in page


def test_copy_takes_the_way_of_working_and_names_its_origin(client, commune, leader):
    origin = make.exemplar("Tiếng kẻng học bài", unit=commune, method="Gõ kẻng lúc 19 giờ 30.")
    make.outcome(origin, name="Gia đình tham gia", measure="hộ")
    round_ = make.round()
    client.force_login(leader)
    address = reverse("movement:registration_new")

    page = client.get(address, {"chep": origin.pk}).text
    client.post(address, filled(commune, round_, copied_from=origin.pk))

    assert "Gõ kẻng lúc 19 giờ 30." in page
    copy = origin.copies.get()
    assert copy.registrations.get().origin == "replicated"


def test_honoured_example_is_registered_by_the_short_form(client, commune, leader):
    client.force_login(leader)
    told = {
        "name": "Bà Lê Thị Sáu, nấu cháo cho người bệnh", "bearer": "person", "summary": "Nấu cháo mỗi sáng.",
        "products": "60 suất mỗi ngày.", "vouched_by": "Chi bộ thôn An Mô", "consents": "on", "consent_how": "phiếu ký",
        "unit": commune.pk, "round": make.round().pk, "field": "culture", "file": "1",
    }  # fmt: skip

    client.post(reverse("movement:registration_new") + "?loai=dien-hinh", told)

    exemplar = Exemplar.objects.get()
    assert (exemplar.kind, exemplar.registrations.get().stage, exemplar.vouched_by) == (
        "example", "filed", "Chi bộ thôn An Mô",
    )  # fmt: skip
    consent = exemplar.consents.get()
    assert (consent.covers_name, consent.covers_story, consent.covers_photo) == (True, True, False)


def test_draft_is_kept_given_back_and_thrown_away(client, leader):
    make.round()
    client.force_login(leader)
    save, new = reverse("movement:draft_save", args=["file", "moi"]), reverse("movement:registration_new")
    rows = {f"{prefix}-{name}": "0" for prefix in ("others", "forces") for name in ("TOTAL_FORMS", "INITIAL_FORMS")}

    assert (
        client.post(save, rows | {"name": "Đường thôn An Mô", "main-target": "chưa rõ", "once": "x"}).status_code == 200
    )
    page = client.get(new).text
    assert ('value="Đường thôn An Mô"' in page, "chưa rõ" in page, "bản đang viết dở" in page) == (True, True, True)
    assert "Chưa lưu được" not in page

    client.post(reverse("movement:draft_discard", args=["file", "moi"]), {"next": new})
    assert "Đường thôn An Mô" not in client.get(new).text


def test_draft_goes_once_the_form_is_sent(client, commune, leader):
    client.force_login(leader)
    client.post(reverse("movement:draft_save", args=["file", "moi"]), {"name": "Đường"})

    client.post(reverse("movement:registration_new"), filled(commune, make.round()))

    assert not Draft.objects.exists()


def test_draft_that_is_discarded_leads_nowhere_else(client, leader):
    client.force_login(leader)

    answer = client.post(reverse("movement:draft_discard", args=["file", "moi"]), {"next": "https://noi-khac.vn/"})

    assert answer["Location"] == reverse("movement:registration_new")


def test_edit_tells_when_somebody_else_was_faster(client, commune, leader):
    exemplar = make.exemplar("Đường cũ", unit=commune)
    client.force_login(leader)
    address = reverse("movement:exemplar_edit", args=[exemplar.pk])
    form = filled(commune, make.round(), name="Đường mới", seen="2026-01-01T00:00:00+00:00")

    first = client.post(address, form)
    assert "Hồ sơ vừa được người khác sửa lúc" in first.text
    assert 'value="Đường mới"' in first.text
    exemplar.refresh_from_db()
    assert exemplar.name == "Đường cũ"

    client.post(address, form | {"seen": exemplar.changed_at.isoformat()})
    exemplar.refresh_from_db()
    assert exemplar.name == "Đường mới"


def test_note_is_put_right_on_its_page(client, commune, leader):
    exemplar = make.exemplar(unit=commune, stage="running")
    outcome = make.outcome(exemplar)
    note = progress.write(exemplar, by=leader, on=date(2026, 3, 1), note="Họp.", figures={outcome: 700})
    client.force_login(leader)
    address = reverse("movement:progress_edit", args=[exemplar.pk, note.pk])

    assert 'value="700"' in client.get(address).text
    client.post(address, {"on": "02/03/2026", "note": "Họp dân.", f"figure-{outcome.pk}": "70,5"})

    outcome.refresh_from_db()
    assert (str(outcome.actual), outcome.actual_on) == ("70.50", date(2026, 3, 2))


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"on": "1/1/2099"}, "Không thể sau hôm nay."),
        ({"on": ""}, "Chưa điền."),
        ({"on": "1/3/2026"}, "Hãy ghi một câu đã làm được gì, hoặc ít nhất một con số."),
    ],
)
def test_note_that_is_wrong_says_why(client, commune, leader, typed, sentence):
    exemplar = make.exemplar(unit=commune, stage="running")
    client.force_login(leader)

    answer = client.post(reverse("movement:progress_new", args=[exemplar.pk]), typed)

    assert (answer.status_code, sentence in answer.text, Progress.objects.count()) == (200, True, 0)


def test_note_of_another_file_is_not_found(client, commune, leader):
    other = progress.write(make.exemplar(unit=commune), by=leader, note="Họp.")
    client.force_login(leader)
    mine = make.exemplar(unit=commune)

    assert client.get(reverse("movement:progress_edit", args=[mine.pk, other.pk])).status_code == 404


def test_renewal_keeps_the_page_when_a_reason_is_missing(client, commune, leader):
    make.round(2026)
    exemplar = make.exemplar("Tiếng kẻng", unit=commune, stage="running")
    make.registration(exemplar, round=make.round(2025), stage="listed")
    client.force_login(leader)
    address = reverse("movement:renewal")

    for form, sentence in (
        ({f"answer-{exemplar.pk}": "stop"}, "Hãy ghi vì sao “Tiếng kẻng” đã ngừng."),
        ({}, "Chưa đánh dấu mô hình nào."),
    ):
        answer = client.post(address, form)
        assert (answer.status_code, sentence in answer.text) == (200, True)

    exemplar.refresh_from_db()
    assert exemplar.stage == "running"


def test_person_of_one_unit_finds_it_chosen(client, commune, leader):
    make.unit("chi bộ thôn An Mô", under=commune)
    make.round()
    client.force_login(leader)

    page = client.get(reverse("movement:registration_new")).text

    assert f'<option value="{commune.pk}" selected>Xã Triệu Bình</option>' in page


def test_somebody_of_the_province_chooses_the_unit(client, commune):
    make.round()
    signed_in(client, Role.SPECIALIST, make.province())

    page = client.get(reverse("movement:registration_new")).text

    assert f'<option value="{commune.pk}">Xã Triệu Bình</option>' in page
    assert '<option value="" selected>Chọn đơn vị…</option>' in page


@pytest.mark.parametrize(("published", "status"), [(True, 200), (False, 404)])
def test_model_of_another_commune_may_be_copied_once_it_is_public(client, leader, published, status):
    make.round()
    approver = make.member(Role.SPECIALIST, make.province())
    shown = {"published_at": "2026-05-01T00:00:00+07:00", "published_by": approver} if published else {}
    origin = make.exemplar("Bến bãi bình yên", stage="running", **shown)
    client.force_login(leader)

    answer = client.get(reverse("movement:registration_new"), {"chep": origin.pk})

    assert (answer.status_code, "Bến bãi bình yên" in answer.text) == (status, published)
