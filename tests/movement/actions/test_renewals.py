"""*Đăng ký tiếp*: each row by itself, an obstacle holds one row only, sent twice it acts once."""

from datetime import date

import pytest

from kheo.accounts.roles import Role
from kheo.audit.models import Event
from kheo.movement.actions import registrations, renewals
from kheo.movement.actions.renewals import Answer
from kheo.movement.lifecycle.move import NotYet
from kheo.movement.models import Registration
from tests import make

pytestmark = pytest.mark.django_db


@pytest.fixture
def commune():
    return make.unit("xã Triệu Bình")


@pytest.fixture
def leader(commune):
    return make.member(Role.UNIT_LEADER, commune)


def told(results) -> list[tuple[bool, str]]:
    return [(result.done, result.sentence) for result in results]


def test_rows_are_done_each_by_itself(commune, leader):
    this_year = make.round(2026)
    names = ("Tiếp tục được", "Thiếu kết quả", "Đã xong", "Còn dở", "Đã ngừng")
    whole, thin, done, undone, dead = [
        make.exemplar(name, unit=commune, stage="running", nature="one_off") for name in names
    ]
    make.outcome(whole)
    make.outcome(done, actual=900, actual_on=date(2026, 10, 1))
    make.outcome(undone)
    answers = [
        Answer(whole, "continue"), Answer(thin, "continue"), Answer(done, "complete"), Answer(undone, "complete"),
        Answer(dead, "stop", "Trường đã chuyển."),
    ]  # fmt: skip

    results = renewals.renew(answers, this_year, by=leader)

    lacking = "kết quả chính có đơn vị tính và chỉ tiêu"
    assert told(results) == [
        (True, "Đã gửi đăng ký tiếp tục."),
        (False, f"Đã lưu bản nháp. Chưa gửi được, còn thiếu: {lacking}."),
        (True, "Đã ghi nhận: hoàn thành."),
        (False, "Kết quả chính “Đất hiến” chưa có số thực hiện và ngày đạt được."),
        (True, "Đã ghi nhận: ngừng hoạt động."),
    ]
    carried = Registration.objects.filter(round=this_year).order_by("pk")
    assert [(each.exemplar, each.origin, each.stage) for each in carried] == [
        (whole, "continued", "filed"), (thin, "continued", "drafting"),
    ]  # fmt: skip


def test_sent_twice_it_acts_once(commune, leader):
    this_year = make.round(2026)
    goes_on, dead = [make.exemplar(unit=commune, stage="running") for _ in range(2)]
    make.outcome(goes_on)
    answers = [Answer(goes_on, "continue"), Answer(dead, "stop", "Không còn người làm.")]
    renewals.renew(answers, this_year, by=leader)
    events = Event.objects.count()

    again = renewals.renew(answers, this_year, by=leader)

    assert told(again) == [
        (True, f"Đã có đăng ký trong {this_year} (chờ rà soát)."),
        (True, "Đã ghi nhận từ trước: ngừng hoạt động."),
    ]
    assert Event.objects.count() == events


def test_officer_carries_on_and_the_leader_is_told(commune):
    officer, this_year = make.member(Role.OFFICER, commune), make.round(2026)
    goes_on, dead = [make.exemplar(unit=commune, stage="running") for _ in range(2)]

    results = renewals.renew([Answer(goes_on, "continue"), Answer(dead, "stop", "Thôi.")], this_year, by=officer)

    assert told(results) == [
        (True, "Đã soạn xong, chờ lãnh đạo đơn vị gửi."),
        (False, "Đồng chí chưa được giao quyền “Ngừng hoạt động” tại xã Triệu Bình."),
    ]
    carried = Registration.objects.get()
    assert (carried.stage, carried.is_ready) == ("drafting", True)


def test_what_has_ended_is_not_drafted_again(commune, leader):
    dead = make.exemplar("Tiếng kẻng", unit=commune, stage="stopped")

    with pytest.raises(NotYet, match="“Tiếng kẻng” đang ở bước “Ngừng hoạt động”; cần khôi phục trước khi đăng ký"):
        registrations.draft(dead, make.round(), by=leader)


def test_second_draft_of_a_round_is_refused(commune, leader):
    exemplar, round_ = make.exemplar("Tiếng kẻng", unit=commune), make.round()
    registrations.draft(exemplar, round_, by=leader)

    with pytest.raises(NotYet, match="“Tiếng kẻng” đã có đăng ký trong"):
        registrations.draft(exemplar, round_, by=leader)

    assert Registration.objects.count() == 1
