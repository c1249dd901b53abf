"""Looking after people: who may lock, open, rename and let back in whom, and what nobody may."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.utils import timezone

from kheo.accounts.actions import invitations, memberships, people
from kheo.accounts.actions.care import Refused, looks_after
from kheo.accounts.models import Membership
from kheo.accounts.roles import Role
from kheo.audit.models import Event, PersonalValue
from kheo.units.models import Level
from tests import make

pytestmark = pytest.mark.django_db


@pytest.fixture
def commune():
    return make.unit("xã Ái Tử")


@pytest.fixture
def leader(commune):
    return make.member(Role.UNIT_LEADER, commune, full_name="Lê Văn Lãnh")


@pytest.fixture
def officer(commune):
    return make.member(Role.OFFICER, commune, full_name="Trần Thị Bình", phone="0912345678")


def verbs():
    return [event.verb for event in Event.objects.all()]


def fresh(person):
    """The same person as a new request sees them."""
    return type(person).objects.get(pk=person.pk)


def test_a_leader_locks_and_opens_the_account_of_the_unit(leader, officer):
    people.disable(officer, by=leader, note="Chuyển công tác")
    assert not fresh(officer).is_active
    people.enable(officer, by=leader)

    assert fresh(officer).is_active
    assert verbs() == ["person.disable", "person.enable"]


def test_locking_needs_a_reason_and_happens_once(leader, officer):
    with pytest.raises(Refused, match="lý do"):
        people.disable(officer, by=leader, note="  ")
    people.disable(officer, by=leader, note="Nghỉ hưu")
    with pytest.raises(Refused, match="đã khóa từ trước"):
        people.disable(officer, by=leader, note="Nghỉ hưu")
    with pytest.raises(Refused, match="đang mở"):
        people.enable(leader, by=make.member(Role.ADMINISTRATOR, make.province()))


def test_locking_voids_the_links_of_the_person(leader, officer):
    link = invitations.secret_of(invitations.let_back_in(officer, by=leader))
    assert invitations.found_by(link) is not None

    people.disable(officer, by=leader, note="Nghỉ hưu")

    assert invitations.found_by(link) is None
    with pytest.raises(Refused, match="đang khóa"):
        invitations.let_back_in(officer, by=leader)


@pytest.mark.parametrize("role", [Role.HEAD, Role.SPECIALIST, Role.STANDING, Role.ADMINISTRATOR, Role.JUROR])
def test_a_leader_has_no_hold_over_greater_roles_in_the_same_unit(commune, leader, role):
    greater = make.member(role, commune)

    assert not looks_after(leader, greater)
    for act in (
        lambda: people.disable(greater, by=leader, note="x"),
        lambda: invitations.let_back_in(greater, by=leader),
        lambda: people.put_right(greater, by=leader, full_name="x", phone=""),
        lambda: memberships.end(greater.memberships.get(), by=leader),
    ):
        with pytest.raises(PermissionDenied):
            act()
    assert verbs() == []


def test_a_leader_has_no_hold_over_whoever_also_serves_elsewhere(leader, officer):
    make.membership(officer, Role.OFFICER, make.unit("xã Triệu Cơ"))

    assert not looks_after(leader, officer)
    with pytest.raises(PermissionDenied, match="đơn vị khác"):
        invitations.let_back_in(officer, by=leader)


def test_a_role_elsewhere_that_is_over_no_longer_stands_in_the_way(leader, officer):
    yesterday = timezone.localdate() - timedelta(1)
    make.membership(officer, Role.HEAD, make.unit("xã Triệu Cơ"), ends=yesterday)

    assert looks_after(leader, officer)


def test_a_role_elsewhere_that_has_not_begun_does(leader, officer):
    make.membership(officer, Role.OFFICER, make.unit("xã Triệu Cơ"), starts=timezone.localdate() + timedelta(9))

    assert not looks_after(leader, officer)


def test_the_unit_above_recovers_people_below_and_not_the_other_way(commune, officer):
    above = make.member(Role.UNIT_LEADER, make.province())
    hamlet = make.unit("thôn Xuân", under=commune, level=Level.BASE)

    assert looks_after(above, officer)
    assert not looks_after(make.member(Role.UNIT_LEADER, hamlet), officer)
    assert not looks_after(make.member(Role.UNIT_LEADER, make.unit("xã Triệu Cơ")), officer)
    assert not looks_after(make.member(Role.OFFICER, commune), officer)


def test_whoever_belongs_nowhere_is_looked_after_by_the_whole_trees_administrator():
    alone = make.user()
    root, commune = make.province(), make.unit()

    assert looks_after(make.member(Role.ADMINISTRATOR, root), alone)
    assert not looks_after(make.member(Role.ADMINISTRATOR, commune), alone)
    assert not looks_after(make.member(Role.HEAD, root), alone)


def test_nobody_acts_on_himself_except_to_put_name_and_phone_right(leader, commune):
    mine = leader.memberships.get()
    for act in (
        lambda: people.disable(leader, by=leader, note="x"),
        lambda: people.enable(leader, by=leader),
        lambda: invitations.let_back_in(leader, by=leader),
        lambda: memberships.grant(leader, by=leader, unit=commune, role=Role.OFFICER),
        lambda: memberships.change(mine, by=leader, role=Role.VIEWER, title="", on=timezone.localdate()),
        lambda: memberships.end(mine, by=leader),
    ):
        with pytest.raises(Refused, match="chính mình"):
            act()

    people.put_right(leader, by=leader, full_name="Lê Văn Lãnh Mới", phone="0987654321")
    assert fresh(leader).phone == "0987654321"


def test_names_and_phones_stand_beside_the_trail_and_not_in_it(leader, officer):
    people.put_right(officer, by=leader, full_name="Trần Thị Bình An", phone="0912345678")

    event = Event.objects.get()
    assert list(event.changes) == ["full_name"]
    assert "An" not in str(event.changes)
    assert PersonalValue.objects.get().value == "Trần Thị Bình An"


def test_putting_right_what_is_right_leaves_nothing(leader, officer):
    people.put_right(officer, by=leader, full_name="Trần Thị Bình", phone="0912345678")

    assert verbs() == []


def test_two_people_do_not_share_a_phone(leader, officer):
    other = make.member(Role.OFFICER, officer.memberships.get().unit)

    with pytest.raises(Refused, match="tài khoản khác"):
        people.put_right(other, by=leader, full_name=other.full_name, phone="0912345678")
    assert verbs() == []


class TestTheLastAdministrator:
    @pytest.fixture
    def boss(self):
        return make.member(Role.ADMINISTRATOR, make.province(), full_name="Quản trị một")

    @pytest.fixture
    def second(self):
        return make.member(Role.ADMINISTRATOR, make.province(), full_name="Quản trị hai")

    def test_may_not_be_locked(self, boss, second):
        people.disable(boss, by=second, note="x")
        third = make.user()
        make.membership(third, Role.ADMINISTRATOR, make.province(), ends=timezone.localdate() + timedelta(9))

        with pytest.raises(Refused, match="quản trị cuối cùng"):
            people.disable(second, by=third, note="x")
        assert fresh(second).is_active

    def test_may_not_lose_the_role(self, boss, second):
        people.disable(boss, by=second, note="x")
        leaving = make.user()
        make.membership(leaving, Role.ADMINISTRATOR, make.province(), ends=timezone.localdate())

        for act in (
            lambda held: memberships.end(held, by=leaving),
            lambda held: memberships.change(held, by=leaving, role=Role.VIEWER, title="", on=timezone.localdate()),
        ):
            with pytest.raises(Refused, match="quản trị cuối cùng"):
                act(second.memberships.get())
        assert Membership.objects.get(user=second).ends is None

    def test_may_go_when_another_stays(self, boss, second):
        memberships.end(boss.memberships.get(), by=second)

        assert verbs() == ["membership.end"]
