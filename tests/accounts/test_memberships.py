"""Roles given, changed and ended by day; the past is kept."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.utils import timezone

from kheo.accounts.actions import memberships
from kheo.accounts.actions.care import Refused
from kheo.accounts.models import Invitation, Membership
from kheo.accounts.roles import Role
from kheo.audit.models import Event
from tests import make

pytestmark = pytest.mark.django_db


@pytest.fixture
def commune():
    return make.unit("xã Ái Tử")


@pytest.fixture
def leader(commune):
    return make.member(Role.UNIT_LEADER, commune)


@pytest.fixture
def held(commune):
    return make.member(Role.OFFICER, commune).memberships.get()


def today(days=0):
    return timezone.localdate() + timedelta(days)


def test_grant_begins_on_its_day_and_leaves_an_event(commune, leader, held):
    new = memberships.grant(held.user, by=leader, unit=commune, role=Role.VIEWER, title=" Phó ", starts=today(3))

    assert (new.role, new.title, new.starts, new.ends) == (Role.VIEWER, "Phó", today(3), None)
    event = Event.objects.get()
    assert (event.verb, event.unit_id) == ("membership.grant", commune.pk)


def test_grant_twice_is_refused(commune, leader, held):
    with pytest.raises(Refused, match="đang giữ vai trò “Cán bộ đơn vị” tại xã Ái Tử"):
        memberships.grant(held.user, by=leader, unit=commune, role=Role.OFFICER)
    assert Membership.objects.filter(user=held.user).count() == 1


def test_grant_in_an_ended_unit_is_refused(leader, held, commune):
    ended = make.unit("xã Cũ", under=commune, ends=today(-1))

    with pytest.raises(Refused, match="Xã Cũ đã kết thúc hoạt động"):
        memberships.grant(held.user, by=leader, unit=ended, role=Role.OFFICER)


@pytest.mark.parametrize("role", [Role.HEAD, Role.SPECIALIST, Role.ADMINISTRATOR, Role.STANDING])
def test_grant_beyond_the_table_is_refused(commune, leader, held, role):
    with pytest.raises(PermissionDenied, match="không được giao vai trò"):
        memberships.grant(held.user, by=leader, unit=commune, role=role)


def test_grant_beside_or_above_is_refused(leader, held):
    for unit in (make.unit("xã Triệu Cơ"), make.province()):
        with pytest.raises(PermissionDenied):
            memberships.grant(held.user, by=leader, unit=unit, role=Role.OFFICER)


def test_change_ends_the_old_the_day_before(leader, held):
    new = memberships.change(held, by=leader, role=Role.UNIT_LEADER, title="Bí thư", on=date(2026, 7, 1))

    held.refresh_from_db()
    assert held.ends == date(2026, 6, 30)
    assert (new.starts, new.ends, new.role, new.title) == (date(2026, 7, 1), None, Role.UNIT_LEADER, "Bí thư")
    assert [event.verb for event in Event.objects.all()] == ["membership.end", "membership.grant"]


def test_change_of_the_title_alone_is_dated_too(leader, held):
    new = memberships.change(held, by=leader, role=Role.OFFICER, title="Trưởng ban", on=today())

    assert (new.role, new.title) == (Role.OFFICER, "Trưởng ban")


def test_change_is_refused_without_a_change_or_before_the_beginning(leader, held):
    with pytest.raises(Refused, match="vẫn như cũ"):
        memberships.change(held, by=leader, role=held.role, title="", on=today())
    with pytest.raises(Refused, match="phải sau ngày bắt đầu"):
        memberships.change(held, by=leader, role=Role.VIEWER, title="", on=held.starts)
    assert not Event.objects.exists()


def test_end_today_and_the_role_holds_to_the_end_of_the_day(leader, held):
    memberships.end(held, by=leader)

    held.refresh_from_db()
    assert held.ends == today()
    assert list(Membership.objects.current(on=today(1)).filter(user=held.user)) == []


def test_end_may_be_moved_until_it_has_passed(leader, held):
    memberships.end(held, by=leader, on=today(5))
    memberships.end(held, by=leader, on=today(2))
    Membership.objects.filter(pk=held.pk).update(ends=today(-1))

    with pytest.raises(Refused, match="đã kết thúc ngày"):
        memberships.end(held, by=leader, on=today())
    with pytest.raises(Refused, match="không thể trước ngày bắt đầu"):
        memberships.end(leader.memberships.get(), by=make.member(Role.HEAD, make.province()), on=date(2019, 1, 1))


@pytest.mark.parametrize(
    "facts",
    [{"role": "king"}, {"starts": date(2026, 2, 1), "ends": date(2026, 1, 1)}],
)
def test_the_database_holds_what_cannot_be(held, commune, facts):
    with pytest.raises(IntegrityError), transaction.atomic():
        make.membership(held.user, **{"role": Role.VIEWER, "place": commune, **facts})


def test_the_database_holds_one_open_membership_of_a_kind(held, commune):
    make.membership(held.user, Role.VIEWER, commune, ends=today())
    make.membership(held.user, Role.VIEWER, commune)

    with pytest.raises(IntegrityError), transaction.atomic():
        make.membership(held.user, Role.VIEWER, commune)


def test_the_database_holds_an_invitation_to_say_whom_and_what(held, commune):
    facts = {"unit": commune, "made_by": None, "expires_at": timezone.now()}
    Invitation.objects.create(token="a", user=held.user, **facts)
    Invitation.objects.create(token="b", full_name="An", role=Role.OFFICER, **facts)

    for number, lacking in enumerate([{"full_name": "An"}, {"role": Role.OFFICER}]):
        with pytest.raises(IntegrityError), transaction.atomic():
            Invitation.objects.create(token=f"c{number}", **lacking, **facts)
