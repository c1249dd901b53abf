"""Person in charge, forces, guidance, verification, recognition, drafts: what changed, what was refused."""

from datetime import date

import pytest

from kheo.accounts.roles import Role
from kheo.audit.models import Event
from kheo.movement.actions import (
    charges,
    drafts,
    guidance,
    participants,
    recognitions,
    verifications,
)
from kheo.movement.lifecycle.move import NotYet
from kheo.movement.models import Charge, Draft, Recognition, Verification
from tests import make

pytestmark = pytest.mark.django_db

MARCH, JUNE = date(2026, 3, 1), date(2026, 6, 1)


@pytest.fixture
def exemplar():
    return make.exemplar("Bến bãi bình yên", unit=make.unit())


@pytest.fixture
def officer(exemplar):
    return make.member(Role.OFFICER, exemplar.unit)


@pytest.fixture
def specialist():
    return make.member(Role.SPECIALIST, make.province())


def refused(act, *given, **more) -> str:
    with pytest.raises(NotYet) as reason:
        act(*given, **more)
    return str(reason.value)


def test_new_person_in_charge_ends_the_former_s_time(exemplar, officer):
    charges.appoint(exemplar, by=officer, name="An", title="Bí thư", since=MARCH)
    charges.appoint(exemplar, by=officer, user=officer, since=JUNE)

    spans = [(charge.name, charge.since, charge.until) for charge in exemplar.charges.order_by("since")]
    assert spans == [("An", MARCH, date(2026, 5, 31)), (officer.full_name, JUNE, None)]
    assert [list(event.changes["in_charge"]) for event in Event.objects.all()] == [["digest"], ["digest"]]


def test_same_person_in_charge_changes_nothing(exemplar, officer):
    first = charges.appoint(exemplar, by=officer, title="Bí thư chi bộ", since=MARCH)

    assert charges.appoint(exemplar, by=officer, title="Bí thư chi bộ", since=JUNE) == first
    assert Charge.objects.count() == 1


def test_person_replaced_on_the_first_day_was_in_charge_that_day(exemplar, officer):
    charges.appoint(exemplar, by=officer, name="An", since=MARCH)
    charges.appoint(exemplar, by=officer, name="Bình", since=MARCH)

    assert [charge.until for charge in exemplar.charges.order_by("pk")] == [MARCH, None]


def test_person_in_charge_is_refused_without_a_name_or_before_the_former(exemplar, officer):
    assert refused(charges.appoint, exemplar, by=officer) == "Hãy ghi họ tên hoặc chức vụ của người phụ trách."
    charges.appoint(exemplar, by=officer, name="An", title="Bí thư", since=JUNE)

    said = refused(charges.appoint, exemplar, by=officer, name="Bình", since=MARCH)

    assert said == "“An · Bí thư” phụ trách từ ngày 01/06/2026; người mới không thể bắt đầu trước đó."


def test_force_without_a_name_is_refused(exemplar, officer):
    assert refused(participants.put, exemplar, [{"part": "Góp công"}], by=officer) == (
        "Mỗi lực lượng tham gia cần có tên."
    )
    assert not Event.objects.exists()


def test_message_is_added_to_the_thread(exemplar, officer):
    guidance.say(exemplar, " Đề nghị chụp ảnh trước và sau. ", by=officer)

    assert [message.text for message in exemplar.guidance.all()] == ["Đề nghị chụp ảnh trước và sau."]
    assert refused(guidance.say, exemplar, "  ", by=officer) == "Hãy viết nội dung trao đổi."


def test_verification_of_one_day_is_said_once(exemplar, officer):
    verifications.answer(exemplar, "effective", by=officer, on=MARCH)
    verifications.answer(exemplar, "effective", by=officer, on=MARCH)
    verifications.answer(exemplar, "weak", by=officer, note="Thiếu người.")

    assert [verification.verdict for verification in exemplar.verifications.order_by("on")] == ["effective", "weak"]
    told = [event.changes["verdict"] for event in Event.objects.all()]
    assert told == ["Hoạt động hiệu quả", "Cần củng cố"]


def test_verification_is_refused_for_another_word_or_a_day_to_come(exemplar, officer):
    assert refused(verifications.answer, exemplar, "maybe", by=officer) == (
        "Hãy chọn một câu trả lời: hoạt động hiệu quả, cần củng cố hoặc không còn hoạt động."
    )
    late = refused(verifications.answer, exemplar, "weak", by=officer, on=date(2099, 1, 1))
    assert (late, Verification.objects.count()) == ("Ngày xác nhận không thể sau hôm nay.", 0)


DECISION = {"level": "commune", "issuer": "Đảng ủy xã Triệu Bình", "decision_no": "12-QĐ/ĐU", "decided_on": MARCH}


def test_recognition_is_entered_from_its_decision(exemplar, specialist):
    recognition = recognitions.enter(exemplar, by=specialist, **DECISION)

    assert (str(recognition), recognition.source) == ("Xã và tương đương 2026", "entered")
    event = Event.objects.get()
    assert (event.verb, event.subject_id, event.changes["decision_no"]) == (
        "recognition.enter", str(exemplar.pk), "12-QĐ/ĐU",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("facts", "sentence"),
    [
        ({"issuer": " "}, "Hãy ghi cơ quan ra quyết định công nhận."),
        ({"decided_on": date(2099, 1, 1)}, "Ngày quyết định không thể sau hôm nay."),
    ],
)
def test_recognition_is_refused_with_a_sentence(exemplar, specialist, facts, sentence):
    assert refused(recognitions.enter, exemplar, by=specialist, **(DECISION | facts)) == sentence
    assert (Recognition.objects.count(), Event.objects.count()) == (0, 0)


def test_recognition_of_a_level_and_year_stands_once(exemplar, specialist):
    recognitions.enter(exemplar, by=specialist, **DECISION)

    said = refused(recognitions.enter, exemplar, by=specialist, **(DECISION | {"decided_on": JUNE}))

    assert said == "“Bến bãi bình yên” đã có công nhận xã và tương đương năm 2026."


def test_recognition_ends_only_by_a_decision(exemplar, specialist):
    recognition = recognitions.enter(exemplar, by=specialist, **DECISION)

    assert refused(recognitions.annul, recognition, by=specialist, decision=" ") == (
        "Hãy ghi số quyết định hủy bỏ: công nhận chỉ hết hiệu lực bằng một quyết định."
    )
    assert refused(recognitions.annul, recognition, by=specialist, decision="9-QĐ/ĐU", on=date(2025, 1, 1)) == (
        "Ngày hủy bỏ không thể trước ngày quyết định công nhận."
    )
    recognitions.annul(recognition, by=specialist, decision="9-QĐ/ĐU", on=JUNE)

    assert refused(recognitions.annul, recognition, by=specialist, decision="10-QĐ/ĐU") == (
        "Công nhận này đã bị hủy bỏ theo 9-QĐ/ĐU."
    )
    assert recognitions.enter(exemplar, by=specialist, **(DECISION | {"decided_on": JUNE})).pk
    assert [event.verb for event in Event.objects.all()] == [
        "recognition.enter", "recognition.annul", "recognition.enter",
    ]  # fmt: skip


def test_draft_is_kept_in_place_of_the_former_and_thrown_away(officer):
    drafts.keep(officer, "file", "moi", {"name": ["Đường"]})
    drafts.keep(officer, "file", "moi", {"name": ["Đường thôn"]})
    assert Draft.objects.get().data == {"name": ["Đường thôn"]}

    drafts.discard(officer, "file", "moi")
    assert not Draft.objects.exists()


def test_draft_too_long_to_keep_is_not_kept(officer):
    assert drafts.keep(officer, "file", "moi", {"goal": ["a" * 400_001]}) is None
    assert not Draft.objects.exists()
