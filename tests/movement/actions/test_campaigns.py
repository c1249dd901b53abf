"""What the movement is run by: put, changed, refused; and nothing leaves an event that changed nothing."""

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied

from kheo.accounts.roles import Role
from kheo.audit.models import Event
from kheo.movement.actions import campaigns
from kheo.movement.lifecycle.move import NotYet
from kheo.movement.models import Campaign, Directive, PriorityArea, Round, Target, Theme
from kheo.units.models import Kind
from tests import make

pytestmark = pytest.mark.django_db

DIRECTIVE = {"kind": "Nghị quyết", "number": "25-NQ/TW", "issuer": "Trung ương", "title": "Đổi mới công tác dân vận"}


@pytest.fixture
def specialist():
    return make.member(Role.SPECIALIST, make.province())


def verbs() -> list[str]:
    return [event.verb for event in Event.objects.all()]


def test_campaign_round_theme_and_directive_are_added(specialist):
    campaign = campaigns.put(
        Campaign(), by=specialist, name="Giai đoạn 2026-2030", unit=make.province(), starts=date(2026, 1, 1)
    )
    days = {"opens_on": date(2026, 1, 1), "closes_on": date(2026, 3, 31)}
    campaigns.put(Round(), by=specialist, campaign=campaign, code="dvk-2026", name="Đợt 2026", year=2026, **days)
    campaigns.put(Theme(), by=specialist, name="Nông thôn mới")
    campaigns.put(Directive(), by=specialist, **DIRECTIVE)

    assert verbs() == ["campaign.add", "round.add", "theme.add", "directive.add"]
    assert Event.objects.first().changes == {
        "name": ["", "Giai đoạn 2026-2030"], "unit": [None, "tỉnh Quảng Trị"], "starts": [None, "2026-01-01"],
    }  # fmt: skip


def test_change_is_told_and_idle_change_is_not(specialist):
    round_ = make.round(closes_on=date(2026, 3, 31))

    campaigns.put(round_, by=specialist, closes_on=date(2026, 4, 30))
    campaigns.put(round_, by=specialist, closes_on=date(2026, 4, 30))

    event = Event.objects.get()
    assert (event.verb, event.changes) == ("round.change", {"closes_on": ["2026-03-31", "2026-04-30"]})


@pytest.mark.parametrize("role", [Role.OFFICER, Role.UNIT_LEADER, Role.VIEWER])
def test_who_may_not_changes_nothing(role):
    someone = make.member(role, make.province())

    for row, facts in (
        (Theme(), {"name": "Chuyển đổi số"}),
        (Campaign(), {"name": "x", "unit": make.province(), "starts": date(2026, 1, 1)}),
        (PriorityArea(), {"unit": make.unit(), "kind": "hard"}),
    ):
        with pytest.raises(PermissionDenied):
            campaigns.put(row, by=someone, **facts)

    assert not Event.objects.exists()


def test_specialist_of_a_commune_does_not_change_the_province_s_round():
    round_ = make.round()

    with pytest.raises(PermissionDenied):
        campaigns.put(round_, by=make.member(Role.SPECIALIST, make.unit()), name="Đợt khác")


def test_round_is_not_handed_to_a_campaign_beyond_one_s_units():
    commune = make.unit()
    mine, theirs = make.campaign(unit=commune), make.campaign()

    with pytest.raises(PermissionDenied):
        campaigns.put(make.round(campaign=mine), by=make.member(Role.SPECIALIST, commune), campaign=theirs)


def test_what_can_be_there_once_only_is_refused_with_a_sentence(specialist):
    campaigns.put(Theme(), by=specialist, name="Nông thôn mới")
    with pytest.raises(NotYet, match="Chủ đề này đã có"):
        campaigns.put(Theme(), by=specialist, name="Nông thôn mới")

    commune = make.unit()
    campaigns.put(PriorityArea(), by=specialist, unit=commune, kind="hard", starts=date(2026, 1, 1))
    with pytest.raises(NotYet, match="Đơn vị này đã có nhãn cùng loại đang còn hiệu lực"):
        campaigns.put(PriorityArea(), by=specialist, unit=commune, kind="hard", starts=date(2026, 2, 1))

    assert verbs() == ["theme.add", "priorityarea.add"]


@pytest.mark.parametrize("kind", [Kind.HAMLET, Kind.CELL])
def test_no_hamlet_and_no_cell_is_tagged(specialist, kind):
    hamlet = make.unit("thôn An Mô", kind=kind)

    with pytest.raises(NotYet, match="không đặt cho thôn, chi bộ"):
        campaigns.put(PriorityArea(), by=specialist, unit=hamlet, kind="religious", starts=date(2026, 1, 1))


def test_tag_does_not_end_before_it_starts(specialist):
    with pytest.raises(NotYet, match="Ngày kết thúc phải từ ngày bắt đầu trở đi"):
        campaigns.put(
            PriorityArea(), by=specialist, unit=make.unit(), kind="hard", starts=date(2026, 2, 1), ends=date(2026, 1, 1)
        )


def test_targets_of_a_directive_are_put_kept_and_dropped(specialist):
    rows = [
        {"name": "Mô hình mỗi thôn", "measure": "mô hình", "value": 1},
        {"name": "Hộ", "measure": "hộ", "value": None},
    ]
    directive = campaigns.put_directive(Directive(), rows, by=specialist, **DIRECTIVE)
    first = directive.targets.get(name="Mô hình mỗi thôn")

    kept = {"pk": first.pk, "name": "Mô hình mỗi thôn", "measure": "mô hình", "value": 2}
    campaigns.put_targets(directive, [kept], by=specialist)
    campaigns.put_targets(directive, [kept], by=specialist)

    assert [(target.pk, target.value) for target in Target.objects.all()] == [(first.pk, 2)]
    assert verbs() == ["directive.add", "directive.targets", "directive.targets"]


def test_target_that_outcomes_follow_is_kept(specialist):
    directive = campaigns.put(Directive(), by=specialist, **DIRECTIVE)
    (target,) = campaigns.put_targets(directive, [{"name": "Hộ", "measure": "hộ", "value": 1}], by=specialist)
    make.outcome(make.exemplar(), of_target=target)

    with pytest.raises(NotYet, match="Chỉ tiêu “Hộ” đang có kết quả gắn vào, không bỏ được"):
        campaigns.put_targets(directive, [], by=specialist)


def test_unknown_fact_is_a_mistake_of_ours(specialist):
    with pytest.raises(TypeError):
        campaigns.put(Theme(), by=specialist, sort="x")


def test_nothing_changed_and_nothing_new_is_no_event(specialist):
    campaigns.put(make.round(), by=specialist)

    assert not Event.objects.exists()
