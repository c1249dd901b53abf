"""Many in the same instant: a view is one view, a network has its allowance, a hit is summed once."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connections

from kheo.visits import queries, rules, writer
from kheo.visits.actions import rolling
from kheo.visits.models import Hit, Salt

from .conftest import moment

pytestmark = pytest.mark.django_db(transaction=True)
AT_ONCE = 16
MOMENT = "2026-11-24 10:05"


@pytest.fixture(autouse=True)
def own_writer():
    yield
    writer.close()


def together(act, times=AT_ONCE) -> list:
    """What each of the acts answered; all begin in the same instant."""
    start = Barrier(AT_ONCE)

    def run(number):
        try:
            start.wait(timeout=30)
            return [act(n) for n in range(number, times, AT_ONCE)]
        finally:
            connections.close_all()

    with ThreadPoolExecutor(AT_ONCE) as pool:
        return [answer for answers in pool.map(run, range(AT_ONCE), timeout=60) for answer in answers]


def test_one_view_sent_by_many_at_once_is_one_view(hit):
    counted = together(lambda n: hit("thu:12", at=MOMENT))

    assert sum(counted) == 1
    assert queries.views_of(["thu:12"]) == {"thu:12": 1}
    assert Salt.objects.count() == 1


def test_a_network_gets_its_allowance_and_no_more_however_many_come_at_once(hit, monkeypatch):
    monkeypatch.setattr(rules, "PER_NETWORK", 25)

    counted = together(lambda n: hit("thu:12", at=MOMENT, agent=f"Mozilla {n}"), times=160)

    assert sum(counted) == 25
    assert Hit.objects.count() == 25


def test_roll_ups_at_once_sum_each_hit_once(hit, monkeypatch):
    monkeypatch.setattr(rolling, "BATCH", 7)
    for n in range(200):
        hit("thu:12", at=MOMENT, agent=f"Mozilla {n}")

    moved = together(lambda n: rolling.roll_up(at=moment("2026-11-24 10:20")))

    assert sum(moved) == 200
    assert queries.views_of(["thu:12"]) == {"thu:12": 200}
    assert Hit.objects.filter(rolled=False).count() == 0


def test_figures_are_right_while_hits_are_summed(hit, monkeypatch):
    monkeypatch.setattr(rolling, "BATCH", 3)
    for n in range(120):
        hit("thu:12", at=MOMENT, agent=f"Mozilla {n}")

    def act(n):
        if n < 2:
            return rolling.roll_up(at=moment("2026-11-24 10:20")) and 0
        return (
            queries.views_of(["thu:12"])["thu:12"] + queries.site_total().total + queries.section_totals()["tin-co-so"]
        )

    assert set(together(act, times=64)) - {0} == {3 * 120}
