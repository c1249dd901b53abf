"""The factories make what the rules themselves call ripe and judged."""

import pytest

from kheo.appraisal.models import Profile
from tests import make
from tests.appraisal import making

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("profile", Profile)
def test_a_passed_file_has_nothing_in_its_way(profile):
    unit = make.unit()
    file = making.passed(making.nomination(rules=making.rule_set(unit, profile=profile)))

    assert file.why_not_ripe() is None
    assert file.why_not_judged() is None
    assert file.why_not_passed() is None


@pytest.mark.parametrize("profile", Profile)
def test_a_new_file_lacks_what_its_profile_asks(profile):
    file = making.nomination(rules=making.rule_set(profile=profile))

    assert file.why_not_judged() is not None
    assert file.why_not_passed() is not None


def test_a_held_file_says_so_and_not_why():
    file = making.nomination()
    making.hold(file.exemplar, reason="Có đơn tố cáo")

    assert file.why_held() == "Hồ sơ đang tạm chưa xét."
