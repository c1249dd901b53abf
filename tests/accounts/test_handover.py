"""Bàn giao: open work passes to a successor of the same unit; what is not open stays with whoever did it."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.test import Client
from django.utils import timezone

from kheo.accounts.actions import handover
from kheo.accounts.actions.care import Refused
from kheo.accounts.handover import carriers
from kheo.accounts.roles import Role
from kheo.audit.models import Event, breaks
from kheo.movement.models import Charge
from kheo.units.models import Level
from tests import make

pytestmark = pytest.mark.django_db
BOTH = ("charges", "registrations")


@pytest.fixture
def desk():
    """A leader, an officer who leaves with work in hand, and a colleague."""
    unit = make.unit("xã Ái Tử")
    leader = make.member(Role.UNIT_LEADER, unit, full_name="Lê Văn Lãnh")
    leaving = make.member(Role.OFFICER, unit, full_name="Trần Thị Bình")
    colleague = make.member(Role.OFFICER, unit, full_name="Phan Văn Hải")
    return unit, leader, leaving, colleague


def charged(person, unit, **facts):
    since = timezone.localdate() - timedelta(90)
    return Charge.objects.create(exemplar=make.exemplar(unit=unit, **facts), user=person, name="Bình", since=since)


def test_models_in_charge_of_pass_with_their_days(desk):
    unit, leader, leaving, colleague = desk
    charge = charged(leaving, unit)

    moved = handover.hand_over(leaving.memberships.get(), by=leader, to=colleague, keys=BOTH)

    charge.refresh_from_db()
    today = timezone.localdate()
    assert moved == {"charges": 1, "registrations": 0}
    assert charge.until == today - timedelta(1)
    new = charge.exemplar.charges.get(until=None)
    assert (new.user, new.name, new.since) == (colleague, "Phan Văn Hải", today)
    assert [event.verb for event in Event.objects.all()] == ["exemplar.hand_over", "membership.hand_over"]
    assert list(breaks()) == []


def test_registrations_still_being_written_pass_and_sent_ones_stay(desk):
    unit, leader, leaving, colleague = desk
    stages = {}
    for stage in ("drafting", "returned", "filed", "listed", "dropped"):
        exemplar = make.exemplar(unit=unit)
        stages[stage] = make.registration(exemplar, stage=stage, entered_by=leaving)

    handover.hand_over(leaving.memberships.get(), by=leader, to=colleague, keys=BOTH)

    for registration in stages.values():
        registration.refresh_from_db()
    passed = {stage for stage, registration in stages.items() if registration.entered_by == colleague}
    assert passed == {"drafting", "returned"}


def test_ended_models_and_those_of_other_units_stay(desk):
    unit, leader, leaving, colleague = desk
    elsewhere = make.unit("xã Triệu Cơ")
    stay = [charged(leaving, unit, stage="stopped"), charged(leaving, elsewhere), charged(colleague, unit)]
    below = charged(leaving, make.unit("thôn Xuân", under=unit, level=Level.BASE))

    handover.hand_over(leaving.memberships.get(), by=leader, to=colleague, keys=BOTH)

    for charge in [*stay, below]:
        charge.refresh_from_db()
    assert [charge.until for charge in stay] == [None, None, None]
    assert below.until is not None


def test_only_ticked_kinds_pass(desk):
    unit, leader, leaving, colleague = desk
    charge = charged(leaving, unit)
    make.registration(make.exemplar(unit=unit), entered_by=leaving)

    assert handover.hand_over(leaving.memberships.get(), by=leader, to=colleague, keys=["registrations"]) == {
        "registrations": 1
    }
    charge.refresh_from_db()
    assert charge.until is None


def test_a_successor_already_in_charge_is_not_named_twice(desk):
    unit, leader, leaving, colleague = desk
    charge = charged(leaving, unit)
    Charge.objects.create(exemplar=charge.exemplar, user=colleague, name="Hải")

    handover.hand_over(leaving.memberships.get(), by=leader, to=colleague, keys=BOTH)

    assert charge.exemplar.charges.filter(until=None).count() == 1


def test_the_role_ends_on_its_day_in_the_same_act(desk):
    _, leader, leaving, colleague = desk
    day = timezone.localdate() + timedelta(3)

    handover.hand_over(leaving.memberships.get(), by=leader, to=colleague, keys=(), ends=day)

    assert leaving.memberships.get().ends == day
    assert [event.verb for event in Event.objects.all()] == ["membership.hand_over", "membership.end"]


def test_nothing_moves_when_the_end_is_refused(desk):
    unit, leader, leaving, colleague = desk
    charge = charged(leaving, unit)
    before = leaving.memberships.get().starts - timedelta(1)

    with pytest.raises(Refused):
        handover.hand_over(leaving.memberships.get(), by=leader, to=colleague, keys=BOTH, ends=before)
    charge.refresh_from_db()
    assert charge.until is None
    assert not Event.objects.exists()


def test_who_may_take_over_works_in_the_very_unit_today(desk):
    unit, leader, leaving, colleague = desk
    make.member(Role.OFFICER, make.unit("xã Triệu Cơ"))
    locked = make.member(Role.OFFICER, unit, is_active=False)
    former = make.user()
    make.membership(former, Role.OFFICER, unit, ends=timezone.localdate() - timedelta(1))
    viewer = make.member(Role.VIEWER, unit)
    held = leaving.memberships.get()

    assert set(handover.successors(held)) == {leader, colleague, viewer}
    with pytest.raises(Refused, match="không giữ vai trò nào"):
        handover.hand_over(held, by=leader, to=locked, keys=BOTH)
    with pytest.raises(Refused, match="chưa được giao quyền soạn đăng ký"):
        handover.hand_over(held, by=leader, to=viewer, keys=BOTH)
    with pytest.raises(Refused, match="ít nhất một việc"):
        handover.hand_over(held, by=leader, to=colleague, keys=())


def test_nobody_hands_over_his_own_or_anothers_elsewhere(desk):
    _, leader, leaving, colleague = desk
    stranger = make.member(Role.UNIT_LEADER, make.unit("xã Triệu Cơ"))

    with pytest.raises(Refused, match="chính mình"):
        handover.hand_over(leader.memberships.get(), by=leader, to=colleague, keys=BOTH)
    for by in (stranger, colleague):
        with pytest.raises(PermissionDenied):
            handover.hand_over(leaving.memberships.get(), by=by, to=leader, keys=BOTH)


def test_the_page_lists_the_work_and_moves_what_is_ticked(desk):
    unit, leader, leaving, colleague = desk
    charge = charged(leaving, unit)
    client = Client()
    client.force_login(leader)
    address = f"/tai-khoan/vai-tro/{leaving.memberships.get().pk}/ban-giao/"

    page = client.get(address).content.decode()
    assert charge.exemplar.name in page
    assert "Mô hình đang phụ trách (1)" in page
    client.post(address, {"to": colleague.pk, "keys": ["charges"], "ends": "", "note": ""})

    assert charge.exemplar.charges.get(until=None).user == colleague


def test_each_kind_of_work_has_its_own_key():
    assert [carrier.key for carrier in carriers()] == list(BOTH)
