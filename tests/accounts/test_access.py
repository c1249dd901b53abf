"""Where a permission holds: in a unit and below, from a day to a day, and for reading also in a place."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import PermissionDenied
from django.utils import timezone

from kheo.accounts import queries
from kheo.accounts.access import can, can_anywhere, may_give, places_held, require, roles_to_give, units_where
from kheo.accounts.models import User
from kheo.accounts.permissions import WORDS, Permission
from kheo.accounts.roles import BY_PLACE, GIVES, GRANTS, Role
from kheo.units.models import Kind, Level, Unit
from tests import make

pytestmark = pytest.mark.django_db
P = Permission


@pytest.fixture
def land():
    """A province, two communes in it, a hamlet in the first, and a border post that stands there but reports elsewhere."""
    province = make.province()
    first, second = make.unit("xã Ái Tử", under=province), make.unit("xã Nam Cửa Việt", under=province)
    army = make.unit("Bộ đội Biên phòng tỉnh", under=province, kind=Kind.MILITARY)
    hamlet = make.unit("thôn Xuân", under=first, level=Level.BASE, kind=Kind.HAMLET)
    post = make.unit("Đồn Biên phòng Cửa Việt", under=army, kind=Kind.MILITARY, place=first)
    return {unit.name: unit for unit in (province, first, second, army, hamlet, post)}


def reached(user, permission):
    return set(Unit.objects.filter(units_where(user, permission, "")).values_list("name", flat=True))


def test_a_permission_holds_in_its_unit_and_below_but_not_above_or_beside(land):
    leader = make.member(Role.UNIT_LEADER, land["xã Ái Tử"])

    assert reached(leader, P.REGISTRATION_FILE) == {"xã Ái Tử", "thôn Xuân"}


def test_reading_reaches_what_stands_in_the_place_and_writing_does_not(land):
    officer = make.member(Role.OFFICER, land["xã Ái Tử"])

    assert reached(officer, P.EXEMPLAR_VIEW) == {"xã Ái Tử", "thôn Xuân", "Đồn Biên phòng Cửa Việt"}
    assert reached(officer, P.EXEMPLAR_WRITE) == {"xã Ái Tử", "thôn Xuân"}


def test_those_of_the_post_read_nothing_of_the_commune_they_stand_in(land):
    soldier = make.member(Role.OFFICER, land["Đồn Biên phòng Cửa Việt"])

    assert reached(soldier, P.EXEMPLAR_VIEW) == {"Đồn Biên phòng Cửa Việt"}


@pytest.mark.parametrize(
    ("starts", "ends", "holds"),
    [(0, None, True), (1, None, False), (-9, -1, False), (-9, 0, True), (-9, 1, True), (-9, None, True)],
)
def test_a_membership_holds_from_its_first_day_to_its_last(land, starts, ends, holds):
    today = timezone.localdate()
    person = make.user()
    days = {"starts": today + timedelta(starts), "ends": None if ends is None else today + timedelta(ends)}
    make.membership(person, Role.OFFICER, land["xã Ái Tử"], **days)

    assert can(person, P.EXEMPLAR_WRITE, land["xã Ái Tử"]) is holds
    assert can_anywhere(person, P.EXEMPLAR_WRITE) is holds


def test_can_and_units_where_answer_the_same_everywhere_and_so_do_the_reasons(land):
    people = [make.member(role, unit) for role in Role for unit in (land["xã Ái Tử"], land["tỉnh Quảng Trị"])]
    people.append(make.user())
    units = list(Unit.objects.select_related("place"))

    for person in people:
        for permission in P:
            by_one = {unit.name for unit in units if can(person, permission, unit)}
            told = {
                unit.name for unit in units for right in queries.rights_in(person, unit)
                if right.permission == permission and right.reasons
            }  # fmt: skip
            assert by_one == reached(person, permission) == told


def test_nobody_and_nowhere_hold_nothing(land):
    assert not can(AnonymousUser(), P.EXEMPLAR_VIEW, land["xã Ái Tử"])
    assert not can_anywhere(AnonymousUser(), P.EXEMPLAR_VIEW)
    assert not can(make.member(Role.HEAD, land["xã Ái Tử"]), P.EXEMPLAR_VIEW, None)
    assert not Unit.objects.filter(units_where(AnonymousUser(), P.UNIT_VIEW, "")).exists()


def test_places_are_told_once_when_one_lies_below_another(land):
    person = make.member(Role.OFFICER, land["xã Ái Tử"])
    make.membership(person, Role.UNIT_LEADER, land["thôn Xuân"])
    make.membership(person, Role.VIEWER, land["xã Nam Cửa Việt"])

    assert places_held(person, P.EXEMPLAR_WRITE) == [land["xã Ái Tử"].path]
    assert places_held(person, P.EXEMPLAR_VIEW) == [land["xã Ái Tử"].path, land["xã Nam Cửa Việt"].path]


def test_require_says_what_and_where(land):
    with pytest.raises(PermissionDenied, match="“Rà soát, duyệt đăng ký” tại xã Ái Tử"):
        require(make.member(Role.OFFICER, land["xã Ái Tử"]), P.REGISTRATION_REVIEW, land["xã Ái Tử"])


def test_memberships_are_read_once(land, django_assert_num_queries):
    person = User.objects.get(pk=make.member(Role.OFFICER, land["xã Ái Tử"]).pk)

    with django_assert_num_queries(1):
        assert [can(person, permission, land["thôn Xuân"]) for permission in P].count(True) == 6


def test_each_role_and_permission_stands_in_its_table():
    assert set(GRANTS) == set(Role)
    assert set(WORDS) == set(P)
    assert set.union(*GRANTS.values()) == set(P)
    assert {P.UNIT_VIEW, P.EXEMPLAR_VIEW, P.SUMMARY_VIEW, P.GUIDANCE_WRITE} >= BY_PLACE


def test_nobody_gives_a_role_that_could_do_more_to_people_than_himself():
    for giver, given in GIVES.items():
        for role in given:
            assert GRANTS[role] & {P.PEOPLE_CARE, P.MEMBERSHIP_GRANT, P.AUDIT_VIEW} <= GRANTS[giver]
    assert set(GIVES) == {role for role in Role if P.PEOPLE_CARE in GRANTS[role]}


def test_roles_are_given_where_the_giver_sits_and_below(land):
    leader = make.member(Role.UNIT_LEADER, land["xã Ái Tử"])

    assert roles_to_give(leader, land["thôn Xuân"]) == [Role.OFFICER, Role.UNIT_LEADER, Role.VIEWER]
    assert roles_to_give(leader, land["tỉnh Quảng Trị"]) == []
    assert roles_to_give(leader, land["xã Nam Cửa Việt"]) == []
    assert not may_give(make.member(Role.OFFICER, land["xã Ái Tử"]), Role.VIEWER, land["xã Ái Tử"])


def test_people_seen_are_those_in_care_and_oneself(land):
    leader = make.member(Role.UNIT_LEADER, land["xã Ái Tử"], full_name="Lãnh đạo")
    below = make.member(Role.OFFICER, land["thôn Xuân"], full_name="Dưới")
    former = make.user(full_name="Đã rời")
    make.membership(former, Role.OFFICER, land["xã Ái Tử"], ends=timezone.localdate() - timedelta(30))
    make.member(Role.OFFICER, land["xã Nam Cửa Việt"], full_name="Bên cạnh")
    make.member(Role.OFFICER, land["Đồn Biên phòng Cửa Việt"], full_name="Đứng chân")
    boss = make.member(Role.ADMINISTRATOR, land["tỉnh Quảng Trị"], full_name="Trên")
    alone = make.user(full_name="Chưa thuộc đâu")

    assert set(User.objects.visible_to(leader)) == {leader, below, former}
    assert set(User.objects.visible_to(below)) == {below}
    assert set(User.objects.visible_to(boss)) == set(User.objects.all())
    assert alone in User.objects.visible_to(boss)
