"""Panels and seats: who may, what is refused in which words, and what a leaving juror leaves behind."""

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied
from django.utils import timezone

from kheo.accounts.roles import Role
from kheo.appraisal.actions import assigning, panels
from kheo.appraisal.models import Assignment, Panel, Profile
from kheo.audit.models import Event
from kheo.movement.lifecycle.move import NotYet
from tests import make
from tests.appraisal import making

pytestmark = pytest.mark.django_db


def specialist(rules):
    return make.member(Role.SPECIALIST, rules.unit)


def test_a_panel_is_founded_under_rules_that_apply():
    rules = making.rule_set(profile=Profile.PROVINCE)
    by = specialist(rules)

    panel = panels.found(unit=rules.unit, round_=make.round(), rule_set=rules, name=" Hội đồng xã ", by=by)

    assert (panel.name, panel.made_by, panel.asked_quorum) == ("Hội đồng xã", by, 67)
    assert Event.objects.get().verb == "panel.found"


def test_a_panel_is_not_founded_under_a_draft_nor_by_a_stranger():
    rules = making.rule_set(stage="draft")
    facts = {"unit": rules.unit, "round_": make.round(), "rule_set": rules, "name": "Hội đồng"}

    with pytest.raises(NotYet, match="đang áp dụng"):
        panels.found(**facts, by=specialist(rules))
    with pytest.raises(PermissionDenied):
        panels.found(**facts, by=make.member(Role.SPECIALIST, make.unit()))
    assert not Panel.objects.exists()


def test_a_seat_is_given_to_jurors_and_people_of_the_focal_body():
    panel = making.panel()
    by = panel.made_by
    juror, official, stranger = (
        making.jurors(panel.unit, 1)[0],
        specialist(panel),
        make.member(Role.OFFICER, panel.unit),
    )

    panels.seat(panel, juror, by=by, part="chair", title="Trưởng ban")
    panels.seat(panel, official, by=by)

    assert list(panel.seats.values_list("user", "part")) == [(juror.pk, "chair"), (official.pk, "member")]
    with pytest.raises(NotYet, match="chưa là thành viên hội đồng"):
        panels.seat(panel, stranger, by=by)
    with pytest.raises(NotYet, match="đã ở trong hội đồng này"):
        panels.seat(panel, juror, by=by)
    with pytest.raises(NotYet, match="đang là Chủ tịch"):
        panels.seat(panel, making.jurors(panel.unit, 1)[0], by=by, part="chair")


def test_who_leaves_gives_back_what_is_not_scored_and_keeps_what_was_sent():
    rules = making.rule_set(profile=Profile.PROVINCE)
    leaver, stays = making.jurors(rules.unit, 2)
    round_ = make.round()
    panel = making.panel(rules, seats=[leaver, stays], round=round_)
    seat = panel.seats.get(user=leaver)
    scored, waiting = (making.nomination(rules=rules, round=round_) for _ in range(2))
    for file in (scored, waiting):
        making.assignment(file, seat)
    making.sheet(scored, "council", juror=leaver)

    back = panels.leave(seat, by=panel.made_by, reason="Chuyển công tác")

    seat.refresh_from_db()
    assert [row.nomination for row in back] == [waiting]
    assert (seat.left_on, seat.left_reason) == (timezone.localdate(), "Chuyển công tác")
    assert list(Assignment.objects.filter(taken_back_at=None).values_list("nomination", flat=True)) == [scored.pk]
    assert Event.objects.get(verb="panel.leave").changes["given_back"] == 1

    shared = assigning.share_out(panel, by=panel.made_by)
    assert [(row.nomination, row.seat.user) for row in shared.given] == [(waiting, stays)]


def test_a_seat_is_left_once_and_with_a_reason():
    panel = making.panel(seats=making.jurors(make.unit(), 1))
    seat = panel.seats.get()

    with pytest.raises(NotYet, match="lý do"):
        panels.leave(seat, by=panel.made_by, reason=" ")
    panels.leave(seat, by=panel.made_by, reason="Ốm dài ngày")
    with pytest.raises(NotYet, match="đã thôi"):
        panels.leave(seat, by=panel.made_by, reason="Lần nữa")


def test_the_quorum_is_changed_with_a_reason_that_stays_on_the_trail():
    panel = making.panel()

    with pytest.raises(NotYet, match="lý do"):
        panels.set_quorum(panel, 50, by=panel.made_by, reason="")
    with pytest.raises(NotYet, match="từ 1 đến 100"):
        panels.set_quorum(panel, 0, by=panel.made_by, reason="x")
    panel = panels.set_quorum(panel, 50, by=panel.made_by, reason="Hai thành viên chuyển công tác")

    event = Event.objects.get()
    assert panel.asked_quorum == 50
    assert (event.changes["quorum"], event.note) == ([67, 50], "Hai thành viên chuyển công tác")
    assert panels.set_quorum(panel, None, by=panel.made_by, reason="Đủ người lại").asked_quorum == 67


def test_a_closed_panel_waits_for_nobody_and_takes_no_more_work():
    rules = making.rule_set(profile=Profile.PROVINCE)
    juror = making.jurors(rules.unit, 1)[0]
    round_ = make.round()
    panel = making.panel(rules, seats=[juror], round=round_)
    file = making.nomination(rules=rules, round=round_)
    making.assignment(file, panel.seats.get())

    panels.close(panel, by=panel.made_by)

    assert Assignment.objects.get().taken_back_reason == panels.CLOSED_WITHOUT
    with pytest.raises(NotYet, match="đã kết thúc"):
        assigning.share_out(panel, by=panel.made_by)
    with pytest.raises(NotYet, match="đã kết thúc"):
        panels.write(panel, by=panel.made_by, name="Tên khác")
    panels.reopen(panel, by=panel.made_by, reason="Còn hồ sơ gửi muộn")
    assert len(assigning.share_out(panel, by=panel.made_by).given) == 0  # taken back: given again by hand alone
    assigning.assign(file, panel.seats.get(), by=panel.made_by)


def test_facts_of_a_panel_change_with_before_and_after():
    panel = making.panel()

    panels.write(panel, by=panel.made_by, decision_no="12-QĐ/ĐU", decided_on=date(2026, 9, 1))
    panels.write(panel, by=panel.made_by, decision_no="12-QĐ/ĐU")

    assert [event.changes["decision_no"] for event in Event.objects.all()] == [["", "12-QĐ/ĐU"]]
