"""Decision batches: who may what, what a decision leaves behind, and what it refuses."""

from datetime import date
from decimal import Decimal

import pytest
from django.core.exceptions import PermissionDenied

from kheo.accounts.roles import Role
from kheo.appraisal.actions import batches, submissions
from kheo.appraisal.models import AwardForm, BaseSalary, Certificate, Commendation, Nomination, RuleSet
from kheo.audit.models import Event
from kheo.movement.lifecycle.move import NotYet
from kheo.movement.models import Recognition
from kheo.notices.actions import outbox
from kheo.notices.models import Dispatch
from tests import make
from tests.appraisal import making
from tests.appraisal.papers import scan

pytestmark = pytest.mark.django_db
PAPER = {"decision_no": "15-QĐ/ĐU", "decided_on": date(2026, 10, 12), "signer": "Trần Văn Ký", "issuer": "Đảng ủy xã"}


@pytest.fixture
def commune():
    return make.unit()


@pytest.fixture
def clerk(commune):
    return make.member(Role.SPECIALIST, commune, full_name="Lê Thị Nhập")


@pytest.fixture
def head(commune):
    return make.member(Role.HEAD, commune, full_name="Phan Văn Duyệt")


@pytest.fixture
def file(commune):
    return making.passed(making.nomination(rules=making.rule_set(commune)))


def entered(batch, clerk, **facts):
    return batches.enter(batch, by=clerk, scan=scan(), scan_name="quyet-dinh.pdf", **{**PAPER, **facts})


def test_one_enters_another_confirms_and_a_recognition_stands(file, clerk, head):
    batch = entered(making.batch([file]), clerk)

    batches.confirm(batch, by=head)

    file.refresh_from_db()
    given = Recognition.objects.get(exemplar=file.exemplar)
    assert file.stage == "granted"
    assert (given.level, given.unit, given.decision_no, given.decided_on, given.year) == (
        "commune", file.unit, "15-QĐ/ĐU", date(2026, 10, 12), file.round.year,
    )  # fmt: skip
    assert batch.items.get().recognition == given
    verbs = Event.objects.filter(verb__startswith="decisionbatch").order_by("number").values_list("verb", flat=True)
    assert list(verbs) == ["decisionbatch.enter", "decisionbatch.confirm"]


def test_who_entered_it_does_not_confirm_it(file, clerk):
    batch = entered(making.batch([file]), clerk)

    with pytest.raises(NotYet, match="Người xác nhận phải khác người nhập"):
        batches.confirm(batch, by=clerk)

    file.refresh_from_db()
    batch.refresh_from_db()
    assert (file.stage, batch.stage) == ("submitted", "entered")
    assert not Recognition.objects.exists()


def test_nothing_is_entered_without_the_signed_scan(file, clerk):
    batch = making.batch([file])

    with pytest.raises(NotYet, match="còn thiếu: bản quét có chữ ký"):
        batches.enter(batch, by=clerk, **PAPER)

    batch.refresh_from_db()
    assert (batch.stage, batch.decision_no) == ("listing", "")


def test_head_approves_in_the_app_and_a_specialist_may_not(file, clerk, head):
    batch = making.batch([file], issuer="Đảng ủy xã")

    with pytest.raises(PermissionDenied):
        batches.approve(batch, by=clerk)
    batches.approve(batch, by=head)

    batch.refresh_from_db()
    assert (batch.stage, batch.is_in_app, batch.signer) == ("decided", True, "Phan Văn Duyệt")
    assert Recognition.objects.filter(exemplar=file.exemplar).exists()


def test_a_file_not_recognised_is_declined_with_the_reason_its_unit_reads(file, clerk, head):
    batch = making.batch([file])
    batches.set_result(batch.items.get(), by=clerk, result="declined", reason="Cần thêm một năm theo dõi")

    batches.confirm(entered(batch, clerk), by=head)

    file.refresh_from_db()
    assert (file.stage, file.reason, file.declined_on) == (
        "declined", "Cần thêm một năm theo dõi", date(2026, 10, 12),
    )  # fmt: skip
    assert not Recognition.objects.exists()


def test_a_hold_put_after_submitting_stops_the_whole_decision(file, clerk, head):
    other = making.passed(making.nomination(rules=file.rule_set, round=file.round))
    batch = entered(making.batch([file, other]), clerk)
    making.hold(other.exemplar)

    with pytest.raises(NotYet, match="đang tạm chưa xét"):
        batches.confirm(batch, by=head)

    assert not Recognition.objects.exists()
    assert set(Nomination.objects.values_list("stage", flat=True)) == {"submitted"}


def test_a_pass_mark_that_is_missed_stops_it(file, clerk, head):
    batch = entered(making.batch([file]), clerk)
    RuleSet.objects.filter(pk=file.rule_set_id).update(pass_mark=95)

    with pytest.raises(NotYet, match="chưa đạt điểm sàn"):
        batches.confirm(batch, by=head)


def test_who_leads_the_unit_of_a_file_does_not_confirm(file, clerk, commune):
    person = make.member(Role.HEAD, commune, full_name="Hồ Văn Hai Vai")
    make.membership(person, Role.UNIT_LEADER, file.exemplar.unit)
    batch = entered(making.batch([file]), clerk)

    with pytest.raises(NotYet, match="lãnh đạo đơn vị thực hiện"):
        batches.confirm(batch, by=person)


def test_a_withdrawn_decision_ends_its_recognitions_by_the_other_decision(file, clerk, head):
    batch = batches.confirm(entered(making.batch([file]), clerk), by=head)

    batches.withdraw(batch, by=head, decision="20-QĐ/ĐU", on=date(2026, 11, 1), note="Ban hành không đúng thẩm quyền")

    given = Recognition.objects.get()
    assert (given.annulled_on, given.annulled_by_decision) == (date(2026, 11, 1), "20-QĐ/ĐU")
    with pytest.raises(NotYet, match="đã ở bước"):
        batches.withdraw(batch, by=head, decision="21-QĐ/ĐU", on=date(2026, 11, 2), note="lần nữa")


def test_a_file_stands_on_one_open_list(file, clerk):
    first = making.batch([file])

    with pytest.raises(NotYet, match="đã có trong"):
        batches.put(making.batch(unit=file.unit, round=file.round), [file], by=clerk)

    assert file.batch_items.get().batch == first


def test_only_submitted_files_of_that_body_and_round_are_listed(file, clerk, commune):
    batch = making.batch(unit=commune, round=file.round)
    early = making.nomination(rules=file.rule_set, round=file.round)

    with pytest.raises(NotYet, match="chưa ở bước “Đã trình”"):
        batches.put(batch, [file, early], by=clerk)
    with pytest.raises(NotYet, match="nơi xét, cấp hoặc đợt khác"):
        batches.put(batch, [making.nomination()], by=clerk)
    assert not batch.items.exists()


def test_an_entered_list_is_frozen_until_it_is_corrected(file, clerk, head):
    batch = entered(making.batch([file]), clerk)

    with pytest.raises(NotYet, match="danh sách không sửa được nữa"):
        batches.take_off(batch.items.get(), by=clerk)
    batches.correct(batch, by=head, note="Sai ngày ký")
    batches.take_off(batch.items.get(), by=clerk)

    assert not batch.items.exists()


def test_submitting_takes_all_or_none(file, clerk):
    ready = making.passed(making.nomination(rules=file.rule_set, round=file.round), stage="appraised")
    early = making.nomination(rules=file.rule_set, round=file.round)

    with pytest.raises(NotYet, match="Không thể “Trình”"):
        submissions.submit([ready, early], to="Ban Thường vụ Đảng ủy", by=clerk)
    ready.refresh_from_db()
    assert ready.stage == "appraised"

    sent = submissions.submit([ready], to="Ban Thường vụ Đảng ủy", by=clerk)
    ready.refresh_from_db()
    assert (ready.stage, ready.submission, sent.desk) == ("submitted", sent, "Ban Thường vụ Đảng ủy")
    assert submissions.hand_on(sent, desk="Văn phòng Đảng ủy", by=clerk).desk == "Văn phòng Đảng ủy"


def test_the_number_of_an_approved_decision_comes_once_and_reaches_its_recognitions(file, clerk, head):
    batch = batches.approve(making.batch([file]), by=head)

    batches.number(batch, by=clerk, decision_no="16-QĐ/ĐU", scan=scan(), scan_name="qd.pdf")

    assert Recognition.objects.get().decision_no == "16-QĐ/ĐU"
    with pytest.raises(NotYet, match="chưa có số"):
        batches.number(batch, by=clerk, decision_no="17-QĐ/ĐU")
    assert Recognition.objects.get().decision_no == "16-QĐ/ĐU"


def test_a_commended_file_gets_its_award_with_the_money_of_the_day_and_a_certificate_each(file, clerk, head):
    BaseSalary.objects.create(starts=date(2024, 7, 1), amount=2_340_000, source="Mẫu")
    form = AwardForm.objects.create(
        name="Giấy khen", level="commune", bearer="group", multiple=Decimal("1.5"), starts=date(2026, 1, 1)
    )
    batch = making.batch([file])
    batches.set_result(batch.items.get(), by=clerk, result="granted", award_form=form)

    batches.confirm(entered(batch, clerk), by=head)

    given = Commendation.objects.get()
    assert (given.exemplar, given.amount, given.decision_no) == (file.exemplar, 3_510_000, "15-QĐ/ĐU")
    assert Certificate.objects.count() == 2


def test_a_letter_waits_for_a_sender_and_an_annulled_decision_cancels_it(file, clerk, head):
    batch = batches.confirm(entered(making.batch([file]), clerk), by=head)
    letter = Dispatch.objects.get()
    assert (letter.stage, letter.subject) == ("waiting", f"“{file.exemplar}” được công nhận")

    batches.withdraw(batch, by=head, decision="20-QĐ/ĐU", on=date(2026, 11, 1), note="Sai thẩm quyền")

    assert list(Dispatch.objects.values_list("stage", flat=True)) == ["cancelled"]


def test_a_letter_that_was_sent_is_followed_by_one_about_the_annulment(file, clerk, head):
    make.member(Role.UNIT_LEADER, file.exemplar.unit)
    batch = batches.confirm(entered(making.batch([file]), clerk), by=head)
    outbox.send(list(Dispatch.objects.all()), by=head)

    batches.withdraw(batch, by=head, decision="20-QĐ/ĐU", on=date(2026, 11, 1), note="Sai thẩm quyền")

    assert list(Dispatch.objects.order_by("pk").values_list("stage", "subject")) == [
        ("sent", f"“{file.exemplar}” được công nhận"),
        ("waiting", f"Hủy bỏ công nhận “{file.exemplar}”"),
    ]
