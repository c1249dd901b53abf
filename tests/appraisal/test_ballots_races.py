"""Many at the same moment on one vote: two phones, two secretaries, a closing while somebody votes."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connections

from kheo.accounts.move import NotYet
from kheo.appraisal.actions import votes
from kheo.appraisal.models import Ballot, PanelVote
from kheo.audit.models import Event
from tests.appraisal.voting import Table

pytestmark = pytest.mark.django_db(transaction=True)


def together(acts) -> list:
    """What each act gave, or NotYet where it was refused; all begin in the same instant."""
    start = Barrier(len(acts))

    def run(act):
        try:
            start.wait(timeout=30)
            act()
        except NotYet:
            return NotYet
        finally:
            connections.close_all()

    with ThreadPoolExecutor(len(acts)) as pool:
        waiting = [pool.submit(run, act) for act in acts]
        return [future.result(timeout=60) for future in waiting]


def answers_of(vote, juror_number):
    """By the number of the juror, so that a sum tells whose ballots are there."""
    return ["agree" if juror_number % 2 else "oppose"] * vote.lines.count()


def test_a_juror_on_two_phones_votes_once():
    table = Table(seats=6, files=2)
    vote = table.opened()
    presses = [number for number in range(6) for _ in range(2)]

    answers = together(
        [lambda number=number: table.cast(vote, table.jurors[number], *answers_of(vote, number)) for number in presses]
    )

    assert (answers.count(None), answers.count(NotYet)) == (6, 6)
    assert (Ballot.objects.count(), vote.roll.filter(has_voted=True).count()) == (12, 6)
    counted = list(table.close(vote).lines.values_list("agreed", "opposed", "blank"))
    assert counted == [(3, 3, 0), (3, 3, 0)]


def test_a_closing_while_somebody_votes_counts_all_that_came_before_it():
    table = Table(seats=8, files=2)
    vote = table.opened()
    acts = [lambda number=n: table.cast(vote, table.jurors[number], "agree", "blank") for n in range(8)]

    answers = together([*acts[:4], lambda: table.close(vote), *acts[4:]])

    cast = sum(answer is None for place, answer in enumerate(answers) if place != 4)
    assert answers[4] is None
    vote = PanelVote.objects.get(pk=vote.pk)
    assert (vote.stage, vote.returned, vote.roll.filter(has_voted=True).count()) == ("closed", cast, cast)
    assert list(vote.lines.values_list("agreed", "blank")) == [(cast, 0), (0, cast)]
    assert Ballot.objects.count() == 2 * cast


def test_two_secretaries_close_at_once_and_it_is_counted_once():
    table = Table(seats=5, files=3)
    vote = table.opened()
    for juror in table.jurors:
        table.cast(vote, juror, "agree", "oppose", "blank")

    answers = together([lambda: table.close(vote)] * 2)

    assert sorted(map(str, answers)) == sorted([str(None), str(NotYet)])
    assert Event.objects.filter(verb="panelvote.close").count() == 1
    assert list(vote.lines.values_list("agreed", "opposed", "blank")) == [(5, 0, 0), (0, 5, 0), (0, 0, 5)]
    assert Ballot.objects.count() == 15


def test_two_secretaries_prepare_at_once_and_a_file_stands_on_one_list():
    table = Table(seats=3, files=2)

    answers = together([table.prepared] * 2)

    assert sorted(map(str, answers)) == sorted([str(None), str(NotYet)])
    assert PanelVote.objects.count() == 1


def test_two_secretaries_set_aside_at_once_and_one_next_turn_begins():
    table = Table(seats=3, files=2)
    vote = table.opened()

    answers = together([lambda: votes.advance(vote, "set_aside", by=table.secretary, note="Mất điện")] * 2)

    assert sorted(map(str, answers)) == sorted([str(None), str(NotYet)])
    assert vote.turns.count() == 1
