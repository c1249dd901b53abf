"""Two thousand proposals in one season: the list opens at the cost of three, all are ranked and listed with their marks."""

from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from kheo.accounts.roles import Role
from kheo.appraisal.models import Column, Nomination, ScoreSheet
from kheo.appraisal.queries.batches import listed
from kheo.appraisal.queries.ranking import ranking
from kheo.movement.models import Exemplar
from kheo.units.models import Level
from tests import make
from tests.appraisal import making

pytestmark = pytest.mark.django_db
MANY = 2000


@pytest.fixture
def rules():
    return making.rule_set(make.unit("xã Ái Tử"), maxima=(100,))


@pytest.fixture
def season(rules):
    return make.round()


def proposed(rules, season, number):
    """So many files of one hamlet with the appraiser's sheet, written as rows."""
    hamlet = make.unit("chi bộ thôn An Mô", under=rules.unit, level=Level.BASE)
    models = Exemplar.objects.bulk_create(
        Exemplar(
            name=f"Mô hình {place}", sort=f"{place:05}", unit=hamlet, stage="running", bearer="group", field="culture"
        )
        for place in range(number)
    )
    files = Nomination.objects.bulk_create(
        Nomination(
            exemplar=each, level=rules.level, round=season, unit=rules.unit, rule_set=rules, group="residents",
            proposer=hamlet,
        )
        for each in models
    )  # fmt: skip
    ScoreSheet.objects.bulk_create(
        ScoreSheet(nomination=file, column=Column.APPRAISER, total=Decimal(place % 101), sent_at=file.proposed_at)
        for place, file in enumerate(files)
    )
    return files


def asked_by(client, address) -> int:
    client.get(address)
    with CaptureQueriesContext(connection) as asked:
        assert client.get(address).status_code == 200
    return len(asked)


def test_the_list_opens_at_the_cost_of_three(client, rules, season):
    client.force_login(make.member(Role.SPECIALIST, rules.unit))
    address = reverse("appraisal:nomination_list")
    proposed(rules, season, 3)
    few = asked_by(client, address)

    proposed(rules, season, MANY - 3)

    assert asked_by(client, address) == few
    assert Nomination.objects.visible_to(make.member(Role.SPECIALIST, rules.unit)).count() == MANY


def test_all_are_ranked_and_listed_with_their_marks(rules, season, django_assert_max_num_queries):
    files = proposed(rules, season, MANY)

    with django_assert_max_num_queries(6):
        placed = ranking(rules, season, rules.unit)
    with django_assert_max_num_queries(8):
        lines = listed(files)

    # Marks go round from 0 to 100: 2,000 files are nineteen full rounds of 101 and 81 more.
    assert len(placed) == MANY
    assert sum(line.mark for line in lines) == 19 * sum(range(101)) + sum(range(81))
