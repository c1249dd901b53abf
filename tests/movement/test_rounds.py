"""Whose rounds are whose: what a neighbour launches for itself is no matter of others."""

from datetime import date

import pytest
from django.urls import reverse

from kheo.accounts.roles import Role
from kheo.movement.models import Round
from tests import make

pytestmark = pytest.mark.django_db


@pytest.fixture
def rounds():
    """The province's round of 2026, and one of 2100 that a commune opened for itself."""
    own = make.unit("xã Ái Tử")
    return own, make.round(2026), make.round(2100, opens_on=date(2026, 1, 1), campaign=make.campaign(unit=own))


def codes(user):
    return list(Round.objects.around(user).values_list("pk", flat=True))


def test_a_commune_sees_its_own_and_those_above(rounds):
    own, provincial, communal = rounds

    assert codes(make.member(Role.OFFICER, own)) == [provincial.pk, communal.pk]
    assert codes(make.member(Role.OFFICER, make.unit("xã Triệu Cơ"))) == [provincial.pk]
    assert codes(make.user()) == []


def test_the_province_sees_all_its_own_first(rounds):
    _, provincial, communal = rounds

    assert codes(make.member(Role.SPECIALIST, make.province())) == [provincial.pk, communal.pk]


def test_a_body_in_the_place_sees_what_is_launched_there(rounds):
    own, provincial, communal = rounds
    line = make.unit("công an tỉnh", level="province", kind="police", under=make.province())
    police = make.unit("công an xã Ái Tử", level="base", kind="police", under=line, place=own)

    assert codes(make.member(Role.OFFICER, police)) == [provincial.pk, communal.pk]


def test_a_neighbours_round_is_neither_offered_nor_summed_up(client, rounds):
    _, provincial, communal = rounds
    client.force_login(make.member(Role.SPECIALIST, make.unit("xã Triệu Cơ")))

    assert client.get(reverse("reports:summary")).context["found"].round == provincial
    assert client.get(reverse("reports:summary"), {"dot": communal.pk}).status_code == 404
    assert f'value="{communal.pk}"' not in client.get(reverse("movement:registration_new")).content.decode()
