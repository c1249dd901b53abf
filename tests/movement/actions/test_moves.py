"""Moves of both lives: each obstacle refuses with its sentence and changes nothing; each move leaves one event."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.utils import timezone

from kheo.accounts.roles import Role
from kheo.audit.models import Event
from kheo.movement.actions import exemplars, registrations
from kheo.movement.lifecycle.move import NotYet
from kheo.movement.models import TEN_ITEMS, Charge, Participant
from tests import make

pytestmark = pytest.mark.django_db


@pytest.fixture
def commune():
    return make.unit("xã Triệu Bình")


@pytest.fixture
def leader(commune):
    return make.member(Role.UNIT_LEADER, commune)


@pytest.fixture
def specialist():
    return make.member(Role.SPECIALIST, make.province())


def refused(act, subject, name, *, by, **more) -> str:
    """The sentence a move is refused with; nothing may have changed by it."""
    before = type(subject).objects.values().get(pk=subject.pk)
    with pytest.raises(NotYet) as reason:
        act(subject, name, by=by, **more)
    assert type(subject).objects.values().get(pk=subject.pk) == before
    assert not Event.objects.exists()
    return str(reason.value)


def ready_to_launch(commune, **facts):
    """Listed, with the ten items, a force with its part, and a person in charge."""
    exemplar = make.exemplar(unit=commune, stage="new", **dict.fromkeys(TEN_ITEMS, "Có."), **facts)
    make.registration(exemplar, stage="listed")
    Participant.objects.create(exemplar=exemplar, name="Chi bộ", role="lead", part="Vận động")
    Charge.objects.create(exemplar=exemplar, name="Bí thư", since=date(2026, 1, 1))
    return exemplar


def test_file_is_refused_while_facts_are_missing(commune, leader):
    exemplar = make.exemplar(unit=commune, bearer="", field="", starts=None)
    registration = make.registration(exemplar)

    sentence = refused(registrations.advance, registration, "file", by=leader)

    assert sentence == (
        "Chưa gửi được, còn thiếu: tập thể hay cá nhân, lĩnh vực, "
        "kết quả chính có đơn vị tính và chỉ tiêu, thời gian bắt đầu."
    )


def test_file_of_an_honoured_example_asks_for_the_short_form(commune, leader):
    exemplar = make.exemplar(unit=commune, kind="example", bearer="person", starts=None)
    registration = make.registration(exemplar)

    sentence = refused(registrations.advance, registration, "file", by=leader)

    assert sentence == "Chưa gửi được, còn thiếu: việc làm tiêu biểu, kết quả, ai xác nhận."


@pytest.mark.parametrize(
    ("days", "sentence"),
    [
        ((-30, -1), "{name} đã hết hạn nhận đăng ký từ ngày {closes}; đề nghị chuyên viên mở lại đợt."),
        ((1, 30), "{name} nhận đăng ký từ ngày {opens}."),
    ],
)
def test_file_is_refused_outside_the_window_of_the_round(commune, leader, days, sentence):
    today = timezone.localdate()
    opens, closes = (today + timedelta(days=count) for count in days)
    round_ = make.round(opens_on=opens, closes_on=closes)
    exemplar = make.exemplar(unit=commune)
    make.outcome(exemplar)
    registration = make.registration(exemplar, round=round_)

    said = refused(registrations.advance, registration, "file", by=leader)

    days = {"opens": f"{opens:%d/%m/%Y}", "closes": f"{closes:%d/%m/%Y}"}
    assert said == sentence.format(name=round_.name, **days)


def test_file_of_an_honoured_example_is_taken_outside_the_window(commune, leader):
    yesterday = timezone.localdate() - timedelta(days=1)
    round_ = make.round(opens_on=date(2020, 1, 1), closes_on=yesterday)
    told = {"summary": "Chăm người già.", "products": "12 cụ.", "vouched_by": "Chi bộ thôn"}
    exemplar = make.exemplar(unit=commune, kind="example", bearer="person", **told)

    moved = registrations.advance(make.registration(exemplar, round=round_), "file", by=leader)

    assert moved.stage == "filed"


@pytest.mark.parametrize("name", ["file", "list"])
def test_registration_of_a_file_merged_away_goes_no_further(commune, leader, specialist, name):
    other = make.exemplar("Đường thôn An Mô", unit=commune)
    exemplar = make.exemplar(unit=commune, stage="merged", merged_into=other)
    registration = make.registration(exemplar, stage="drafting" if name == "file" else "filed")

    said = refused(registrations.advance, registration, name, by=leader if name == "file" else specialist)

    assert said == "Hồ sơ này đã gộp vào “Đường thôn An Mô”; hãy xét đăng ký của hồ sơ đó."


@pytest.mark.parametrize(("name", "label"), [("send_back", "Yêu cầu bổ sung"), ("refuse", "Không đưa vào danh mục")])
def test_review_that_says_no_needs_a_reason(commune, specialist, name, label):
    registration = make.registration(make.exemplar(unit=commune), stage="filed")

    said = refused(registrations.advance, registration, name, by=specialist, note="  ")

    assert said == f"Cần ghi lý do khi chọn “{label}”."


def test_second_of_two_specialists_is_told_what_the_first_did(commune, specialist):
    registration = make.registration(make.exemplar("Bến bãi bình yên", unit=commune), stage="listed")

    again = refused(registrations.advance, registration, "list", by=specialist)
    other = refused(registrations.advance, registration, "refuse", by=specialist, note="Trùng")

    assert again == f"“{registration}” đã ở bước “Đã duyệt đăng ký”."
    assert other == "Không thể “Không đưa vào danh mục” khi hồ sơ đang ở bước “Đã duyệt đăng ký”."


def test_move_is_refused_to_who_may_not(commune):
    officer = make.member(Role.OFFICER, commune)
    registration = make.registration(make.exemplar(unit=commune))

    with pytest.raises(PermissionDenied, match="Đồng chí chưa được giao quyền “Gửi đăng ký” tại xã Triệu Bình"):
        registrations.advance(registration, "file", by=officer)

    registration.refresh_from_db()
    assert registration.stage == "drafting"
    assert not Event.objects.exists()


def test_registration_walks_with_its_events_reasons_and_terms(commune, leader, specialist):
    exemplar = make.exemplar(unit=commune)
    make.outcome(exemplar)
    registration = make.registration(exemplar, round=make.round(review_days=3, mend_days=10))
    today = timezone.localdate()

    filed = registrations.advance(registration, "file", by=leader)
    assert (filed.stage, filed.filed_by, filed.is_ready, filed.due_on) == ("filed", leader, True, today + timedelta(3))
    back = registrations.advance(filed, "send_back", by=specialist, note="Ghi rõ lực lượng. ")
    assert (back.reason, back.is_ready, back.due_on) == ("Ghi rõ lực lượng.", False, today + timedelta(10))
    registrations.advance(back, "file", by=leader)
    listed = registrations.advance(back, "list", by=specialist)

    assert (listed.stage, listed.reason, listed.due_on) == ("listed", "", None)
    told = [(event.verb, event.by, event.note, event.changes["stage"]) for event in Event.objects.all()]
    assert told == [
        ("registration.file", leader, "", ["drafting", "filed"]),
        ("registration.send_back", specialist, "Ghi rõ lực lượng.", ["filed", "returned"]),
        ("registration.file", leader, "", ["returned", "filed"]),
        ("registration.list", specialist, "", ["filed", "listed"]),
    ]


def test_officer_files_where_the_round_lets_them(commune):
    officer = make.member(Role.OFFICER, commune)
    exemplar = make.exemplar(unit=commune)
    make.outcome(exemplar)

    moved = registrations.advance(
        make.registration(exemplar, round=make.round(officer_may_file=True)), "file", by=officer
    )

    assert (moved.stage, moved.filed_by) == ("filed", officer)


def test_ready_is_marked_once_and_only_while_with_the_unit(commune):
    officer = make.member(Role.OFFICER, commune)
    registration = make.registration(make.exemplar(unit=commune))

    registrations.mark_ready(registration, by=officer)
    registrations.mark_ready(registration, by=officer)
    assert [event.verb for event in Event.objects.all()] == ["registration.mark_ready"]
    registration.refresh_from_db()
    assert registration.is_ready

    registration.stage = "filed"
    registration.save()
    with pytest.raises(NotYet, match="Hồ sơ đang ở bước “Chờ rà soát”, không còn ở đơn vị"):
        registrations.mark_ready(registration, by=officer, ready=False)


def test_launch_is_refused_without_a_listed_registration(commune, leader):
    exemplar = make.exemplar(unit=commune, stage="new")
    make.registration(exemplar, stage="filed")

    said = refused(exemplars.advance, exemplar, "launch", by=leader)

    assert said == "Chưa ra mắt được: chưa có đăng ký nào được duyệt."


def test_launch_is_refused_while_the_file_is_thin(commune, leader):
    exemplar = make.exemplar(unit=commune, stage="new", **(dict.fromkeys(TEN_ITEMS, "Có.") | {"goal": " "}))
    make.registration(exemplar, stage="listed")
    Participant.objects.create(exemplar=exemplar, name="Chi bộ", role="lead", part="")

    said = refused(exemplars.advance, exemplar, "launch", by=leader)

    assert said == (
        "Chưa ra mắt được, còn thiếu: mục tiêu, tiêu chí đánh giá, vai trò của từng lực lượng, người phụ trách."
    )


def test_launch_starts_what_is_ready(commune, leader):
    exemplar = ready_to_launch(commune)

    moved = exemplars.advance(exemplar, "launch", by=leader)

    assert moved.stage == "running"
    assert [(event.verb, event.changes) for event in Event.objects.all()] == [
        ("exemplar.launch", {"stage": ["new", "running"]})
    ]


def test_complete_is_refused_to_what_lasts(commune, leader):
    exemplar = make.exemplar(unit=commune, stage="running", nature="lasting")

    said = refused(exemplars.advance, exemplar, "complete", by=leader)

    assert said == (
        "Mô hình duy trì thường xuyên không kết thúc bằng “Hoàn thành”; khi thôi làm thì chọn “Ngừng hoạt động”."
    )


def test_complete_is_refused_without_a_main_outcome(commune, leader):
    exemplar = make.exemplar(unit=commune, stage="running", nature="one_off")

    assert refused(exemplars.advance, exemplar, "complete", by=leader) == "Chưa có kết quả chính để đối chiếu."


def test_complete_is_refused_until_the_main_outcome_is_reached(commune, leader):
    exemplar = make.exemplar(unit=commune, stage="running", nature="one_off")
    make.outcome(exemplar)

    said = refused(exemplars.advance, exemplar, "complete", by=leader)

    assert said == "Kết quả chính “Đất hiến” chưa có số thực hiện và ngày đạt được."


def test_complete_ends_what_is_done(commune, leader):
    exemplar = make.exemplar(unit=commune, stage="running", nature="one_off")
    make.outcome(exemplar, actual=0, actual_on=date(2026, 10, 1))

    assert exemplars.advance(exemplar, "complete", by=leader).stage == "completed"


@pytest.mark.parametrize(
    ("name", "stage", "label"),
    [
        ("pause", "running", "Tạm dừng"),
        ("resume", "paused", "Tiếp tục"),
        ("stop", "running", "Ngừng hoạt động"),
        ("restore", "stopped", "Khôi phục"),
        ("merge", "running", "Gộp"),
    ],
)
def test_move_that_needs_a_reason_is_refused_without_one(commune, specialist, name, stage, label):
    exemplar = make.exemplar(unit=commune, stage=stage)
    into = {"into": make.exemplar(unit=commune)} if name == "merge" else {}

    said = refused(exemplars.advance, exemplar, name, by=specialist, **into)

    assert said == f"Cần ghi lý do khi chọn “{label}”."


@pytest.mark.parametrize(
    ("name", "stage", "target"),
    [
        ("pause", "running", "paused"),
        ("resume", "paused", "running"),
        ("stop", "new", "stopped"),
        ("restore", "completed", "running"),
    ],
)
def test_move_with_a_reason_is_made_and_told(commune, specialist, name, stage, target):
    exemplar = make.exemplar(unit=commune, stage=stage)

    moved = exemplars.advance(exemplar, name, by=specialist, note="Mưa lũ kéo dài.")

    assert moved.stage == target
    event = Event.objects.get()
    assert (event.verb, event.note, event.changes) == (
        f"exemplar.{name}",
        "Mưa lũ kéo dài.",
        {"stage": [stage, target]},
    )


def test_merge_is_refused_without_another_file(commune, specialist):
    exemplar = make.exemplar(unit=commune)

    for into in (None, exemplar):
        said = refused(exemplars.advance, exemplar, "merge", by=specialist, note="Trùng", into=into)
        assert said == "Hãy chọn mô hình sẽ giữ lại để gộp vào."


def test_merge_is_refused_into_a_file_merged_away(commune, specialist):
    last = make.exemplar(unit=commune)
    gone = make.exemplar("Đường thôn", unit=commune, stage="merged", merged_into=last)

    said = refused(exemplars.advance, make.exemplar(unit=commune), "merge", by=specialist, note="Trùng", into=gone)

    assert said == "“Đường thôn” cũng đã gộp vào hồ sơ khác; hãy chọn hồ sơ đang còn."


def test_merge_credits_both_bodies_and_leads_earlier_ones_on(commune, specialist):
    school = make.unit("Trường THCS Triệu Phong")
    into, gone = make.exemplar(unit=commune), make.exemplar(unit=school)
    earlier = make.exemplar(unit=school, stage="merged", merged_into=gone)

    exemplars.advance(gone, "merge", by=specialist, note="Một việc, hai đơn vị.", into=into)

    gone.refresh_from_db()
    earlier.refresh_from_db()
    assert (gone.stage, gone.merged_into, earlier.merged_into) == ("merged", into, into)
    credited = [(each.name, each.role, each.part) for each in into.participants.all()]
    assert credited == [("xã Triệu Bình", "lead", "Đồng chủ trì"), ("Trường THCS Triệu Phong", "lead", "Đồng chủ trì")]
    assert [event.verb for event in Event.objects.all()] == ["exemplar.merge"]
