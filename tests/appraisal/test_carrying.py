"""What a commune recognised and marked goes to the province in one act, with its file."""

import pytest

from kheo.accounts.move import NotYet
from kheo.accounts.roles import Role
from kheo.appraisal.actions import batches, carrying
from kheo.appraisal.models import Nomination, Profile
from kheo.units.models import Level
from tests import make
from tests.appraisal import making

pytestmark = pytest.mark.django_db


@pytest.fixture
def commune():
    return make.unit()


@pytest.fixture
def head(commune):
    return make.member(Role.HEAD, commune)


@pytest.fixture
def decided(commune, head):
    """Three files recognised, two of them marked to go up."""
    rules, round_ = making.rule_set(commune), make.round()
    listed = [making.passed(making.nomination(rules=rules, round=round_, case=f"Việc {n}")) for n in range(3)]
    batch = making.batch(listed, issuer="Đảng ủy xã")
    clerk = make.member(Role.SPECIALIST, commune)
    for item in batch.items.all()[:2]:
        batches.set_result(item, by=clerk, result="granted", propose_up=True)
    return batches.approve(batch, by=head)


def test_marked_files_go_up_and_keep_what_was_judged_below(decided, head):
    province = make.province()
    making.rule_set(province, profile=Profile.PROVINCE)

    carried = carrying.carry_up(decided, round_=decided.round, by=head)

    above = Nomination.objects.filter(level=Level.PROVINCE).order_by("pk")
    assert [file.case for file in above] == ["Việc 0", "Việc 1"]
    assert {(file.unit, file.proposer, file.stage) for file in above} == {(province, decided.unit, "proposed")}
    assert [file.from_below for file in above] == [item.nomination for item in decided.items.all()[:2]]
    assert carried.stayed == ()
    with pytest.raises(NotYet, match="Không còn hồ sơ nào"):
        carrying.carry_up(decided, round_=decided.round, by=head)


def test_a_file_that_may_not_go_stays_and_the_others_go(decided, head):
    making.rule_set(make.province(), profile=Profile.PROVINCE)
    held = decided.items.first().nomination
    making.hold(held.exemplar)

    carried = carrying.carry_up(decided, round_=decided.round, by=head)

    assert [file.exemplar for file in carried.gone] == [decided.items.all()[1].nomination.exemplar]
    assert carried.stayed == ((held, "Hồ sơ đang tạm chưa xét."),)


def test_without_rules_above_nothing_goes_and_each_file_says_why(decided, head):
    carried = carrying.carry_up(decided, round_=decided.round, by=head)

    assert carried.gone == ()
    sentence = f"{make.province().title} chưa áp dụng bộ tiêu chí nào"
    assert {why.startswith(sentence) for _, why in carried.stayed} == {True}
