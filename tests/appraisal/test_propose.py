"""Proposing: who may at which level, who judges, by which rules, ranked with whom, and what is refused."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.utils import timezone

from kheo.accounts.roles import Role
from kheo.appraisal.actions import nominations
from kheo.appraisal.lifecycle.nomination import NominationStage as S
from kheo.appraisal.models import Nomination, Profile, RankGroup
from kheo.appraisal.models.ladder import group_of, judge_of, proposer_of, ways_up
from kheo.audit.models import Event
from kheo.movement.actions import recognitions
from kheo.movement.lifecycle.move import NotYet
from kheo.units.models import Kind, Level
from tests import make
from tests.appraisal import making

pytestmark = pytest.mark.django_db


@pytest.fixture
def commune():
    return making.rule_set(make.unit("xã Ái Tử")).unit


@pytest.fixture
def hamlet(commune):
    return make.unit("thôn Hà Xá", under=commune, level=Level.BASE, kind=Kind.HAMLET)


@pytest.fixture
def police(commune):
    """Reports to the police of the province, stands in the commune."""
    line = make.unit("Công an tỉnh Quảng Trị", level=Level.PROVINCE, kind=Kind.POLICE, under=make.province())
    return make.unit("Công an xã Ái Tử", under=line, level=Level.BASE, kind=Kind.POLICE, place=commune)


def propose(exemplar, level="commune", *, by=None, round_=None, **facts):
    by = by or make.member(Role.UNIT_LEADER, exemplar.unit)
    return nominations.propose(exemplar, level=level, round_=round_ or make.round(), by=by, **facts)


def facts(nomination):
    return nomination.unit, nomination.proposer, nomination.group, nomination.stage


def test_a_unit_proposes_to_the_commune_above(commune, hamlet):
    exemplar = making.ripe_exemplar(hamlet)
    leader = make.member(Role.UNIT_LEADER, hamlet)

    made = propose(exemplar, by=leader, case=" Làm tốt. ")

    assert facts(made) == (commune, hamlet, RankGroup.RESIDENTS, S.PROPOSED)
    assert (made.rule_set, made.case, made.proposed_by) == (commune.rule_sets.get(), "Làm tốt.", leader)
    assert [(event.verb, event.by) for event in Event.objects.filter(verb="nomination.propose")] == [
        ("nomination.propose", leader)
    ]


def test_a_body_of_another_line_is_judged_by_the_commune_it_stands_in(commune, police):
    made = propose(making.ripe_exemplar(police))

    assert facts(made) == (commune, police, RankGroup.FORCES, S.PROPOSED)


def test_at_the_province_the_commune_proposes_and_the_committee_judges_not_the_line(commune, police):
    province = making.rule_set(make.province(), profile=Profile.PROVINCE).unit
    exemplar = making.ripe_exemplar(police)
    with pytest.raises(PermissionDenied):
        propose(exemplar, "province", by=make.member(Role.UNIT_LEADER, police))

    made = propose(exemplar, "province", by=make.member(Role.HEAD, commune))

    assert facts(made) == (province, commune, RankGroup.FORCES, S.PROPOSED)


def test_a_base_unit_is_judged_by_itself(hamlet):
    making.rule_set(hamlet, profile=Profile.BASE)

    made = propose(making.ripe_exemplar(hamlet), "base")

    assert facts(made) == (hamlet, hamlet, RankGroup.RESIDENTS, S.PROPOSED)


def test_units_of_the_ladder(commune, hamlet, police):
    province = make.province()
    office = make.unit("Sở Nội vụ", under=province, level=Level.PROVINCE, kind=Kind.STATE)

    assert [judge_of(hamlet, level) for level in ("base", "commune", "province", "central")] == [
        hamlet, commune, province, None,
    ]  # fmt: skip
    assert [judge_of(police, level) for level in ("base", "commune", "province")] == [police, commune, province]
    assert [judge_of(office, level) for level in ("base", "commune", "province")] == [None, None, province]
    assert [proposer_of(unit, "province") for unit in (hamlet, commune, police, office)] == [
        commune, commune, commune, office,
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("kind", "bearer", "group"),
    [
        (Kind.HAMLET, "group", "residents"), (Kind.CELL, "group", "residents"), (Kind.PARTY, "group", "residents"),
        (Kind.SERVICE, "group", "offices"), (Kind.MASS, "group", "offices"), (Kind.MILITARY, "group", "forces"),
        (Kind.POLICE, "person", "persons"),
    ],
)  # fmt: skip
def test_like_is_ranked_with_like(kind, bearer, group):
    assert group_of(make.exemplar(unit=make.unit(kind=kind), bearer=bearer)) == group


def test_the_file_below_is_carried_up(commune, hamlet):
    making.rule_set(make.province(), profile=Profile.PROVINCE)
    below = making.nomination(making.ripe_exemplar(hamlet), rules=commune.rule_sets.get(), stage="granted", case="Tốt.")

    made = propose(below.exemplar, "province", by=make.member(Role.HEAD, commune), round_=below.round)

    assert (made.from_below, made.case) == (below, "Tốt.")


def test_a_dropped_proposal_frees_the_file_below_and_the_place(commune, hamlet):
    making.rule_set(make.province(), profile=Profile.PROVINCE)
    below = making.nomination(making.ripe_exemplar(hamlet), rules=commune.rule_sets.get(), stage="granted")
    head = make.member(Role.HEAD, commune)
    first = propose(below.exemplar, "province", by=head, round_=below.round)

    nominations.advance(first, "drop", by=head)
    second = propose(below.exemplar, "province", by=head, round_=below.round)

    assert second.from_below == below


def paused(hamlet):
    return making.ripe_exemplar(hamlet, stage="paused")


def unproved(hamlet):
    exemplar = making.ripe_exemplar(hamlet)
    exemplar.evidence.all().delete()
    return exemplar


def unmeasured(hamlet):
    return make.exemplar(unit=hamlet, stage="running")


def missed(hamlet):
    exemplar = making.ripe_exemplar(hamlet)
    exemplar.outcomes.update(target=2000)
    return exemplar


def held(hamlet):
    exemplar = making.ripe_exemplar(hamlet)
    making.hold(exemplar)
    return exemplar


@pytest.mark.parametrize(
    ("of", "sentence"),
    [
        (paused, "“Tạm dừng”"), (unproved, "chưa có minh chứng"), (unmeasured, "chưa có kết quả chính"),
        (missed, "vì sao chưa đạt"), (held, "Hồ sơ đang tạm chưa xét."),
    ],
)  # fmt: skip
def test_what_is_not_ripe_is_refused_with_the_reason_and_nothing_is_left(commune, hamlet, of, sentence):
    exemplar = of(hamlet)
    before = Event.objects.count()

    with pytest.raises(NotYet, match=sentence):
        propose(exemplar)

    assert (Nomination.objects.count(), Event.objects.count()) == (0, before)


def test_a_missed_target_with_its_reason_is_no_obstacle(commune, hamlet):
    exemplar = missed(hamlet)
    exemplar.outcomes.update(missed_reason="Mưa lũ tháng 10.")

    assert propose(exemplar).stage == S.PROPOSED


def test_refused_after_the_day_and_without_rules(hamlet, commune):
    exemplar, yesterday = making.ripe_exemplar(hamlet), timezone.localdate() - timedelta(days=1)
    commune.rule_sets.update(propose_by=yesterday)
    with pytest.raises(NotYet, match="Đã hết hạn gửi đề nghị"):
        propose(exemplar)

    commune.rule_sets.all().update(stage="superseded")
    with pytest.raises(NotYet, match="Xã Ái Tử chưa áp dụng bộ tiêu chí nào"):
        propose(exemplar)


def test_refused_twice_in_a_round_and_where_it_was_recognised_already(hamlet, commune):
    exemplar, round_ = making.ripe_exemplar(hamlet), make.round()
    propose(exemplar, round_=round_)
    with pytest.raises(NotYet, match="đã có đề nghị công nhận ở cấp này"):
        propose(exemplar, round_=round_)

    other = making.ripe_exemplar(hamlet)
    recognitions.enter(
        other, by=make.member(Role.HEAD, commune), level="commune", issuer="Đảng ủy xã", year=round_.year,
        decided_on=date(2026, 3, 1),
    )  # fmt: skip
    with pytest.raises(NotYet, match="đã được công nhận cấp này năm 2026"):
        propose(other, round_=round_)


def test_refused_at_a_level_where_nobody_judges_and_in_a_foreign_round(hamlet, commune):
    exemplar = making.ripe_exemplar(hamlet)
    head = make.member(Role.HEAD, make.province())
    with pytest.raises(NotYet, match="không có nơi xét công nhận trung ương"):
        propose(exemplar, "central", by=head)
    with pytest.raises(NotYet, match="Cấp huyện đã kết thúc"):
        propose(exemplar, "district", by=head)

    foreign = make.round(campaign=make.campaign(unit=make.unit()))
    with pytest.raises(NotYet, match="không phải đợt thi đua của xã Ái Tử"):
        propose(exemplar, by=head, round_=foreign)


@pytest.mark.parametrize("role", sorted(set(Role) - {Role.UNIT_LEADER, Role.HEAD}))
def test_no_other_role_proposes(hamlet, commune, role):
    with pytest.raises(PermissionDenied):
        propose(making.ripe_exemplar(hamlet), by=make.member(role, commune))


def test_a_leader_beside_does_not_propose(hamlet, commune):
    with pytest.raises(PermissionDenied):
        propose(making.ripe_exemplar(hamlet), by=make.member(Role.UNIT_LEADER, make.unit()))


def test_levels_that_are_offered(hamlet, commune):
    exemplar = making.ripe_exemplar(hamlet)
    ways = {
        role: list(ways_up(exemplar, make.member(role, place)))
        for role, place in {Role.UNIT_LEADER: hamlet, Role.HEAD: commune, Role.OFFICER: hamlet}.items()
    }

    assert ways == {
        Role.UNIT_LEADER: ["base", "commune"], Role.HEAD: ["base", "commune", "province"], Role.OFFICER: [],
    }  # fmt: skip
