"""Sharing files out: enough jurors for each, loads as even as conflicts allow, and always the same."""

import random
from itertools import combinations, product

import pytest

from kheo.appraisal.balancing import share_out


def spread(loads):
    return max(loads.values()) - min(loads.values())


@pytest.mark.parametrize(("files", "jurors", "wanted"), [(7, 3, 2), (2000, 7, 5), (1, 5, 5), (10, 4, 1), (0, 3, 2)])
def test_without_conflicts_each_file_is_full_and_loads_differ_by_one_at_most(files, jurors, wanted):
    plan = share_out(range(files), range(jurors), wanted=wanted)

    per_file = {each: [juror for file, juror in plan.given if file == each] for each in range(min(files, 50))}
    assert all(len(set(got)) == len(got) == wanted for got in per_file.values())
    assert (len(plan.given), plan.short) == (files * wanted, {})
    assert spread(plan.loads) <= 1


def test_the_same_question_has_the_same_answer():
    barred = {(3, 0), (4, 1), (5, 2)}

    assert share_out(range(30), range(5), wanted=3, barred=barred) == share_out(
        range(30), range(5), wanted=3, barred=barred
    )


def test_a_file_that_too_few_may_judge_says_how_many_it_lacks():
    plan = share_out(["a", "b"], ["x", "y", "z"], wanted=2, barred={("a", "x"), ("a", "y")})

    assert plan.short == {"a": 1}
    assert ("a", "z") in plan.given


def test_what_a_file_has_stays_and_counts_wherever_it_comes_from():
    plan = share_out(["a", "b"], ["x", "y"], wanted=2, held={"a": ["x", "somebody else"]}, loads={"x": 1})

    assert plan.given == [("b", "x"), ("b", "y")]
    assert plan.loads == {"x": 2, "y": 1}


def test_who_carries_much_already_is_given_less():
    plan = share_out(range(6), ["x", "y"], wanted=1, loads={"x": 4})

    assert plan.loads == {"x": 5, "y": 5}


def best_by_trying(files, jurors, wanted, barred):
    """The smallest sum of squared loads that any way of filling the files has."""
    ways = [list(combinations([j for j in jurors if (f, j) not in barred], wanted)) for f in files]
    best = None
    for way in product(*ways):
        loads = [sum(juror in chosen for chosen in way) for juror in jurors]
        cost = sum(load * load for load in loads)
        best = cost if best is None else min(best, cost)
    return best


@pytest.mark.parametrize("seed", range(40))
def test_no_other_way_of_filling_is_more_even(seed):
    chance = random.Random(seed)
    files, jurors, wanted = range(chance.randint(1, 5)), range(chance.randint(2, 4)), chance.randint(1, 2)
    barred = {(f, j) for f in files for j in jurors if chance.random() < 0.35}
    barred = {pair for pair in barred if sum((pair[0], j) not in barred for j in jurors) >= wanted}
    # A file barred from too many would be short; keep those that can be filled.
    for f in files:
        while sum((f, j) not in barred for j in jurors) < wanted:
            barred.discard(next(pair for pair in sorted(barred) if pair[0] == f))

    plan = share_out(files, jurors, wanted=wanted, barred=barred)

    assert plan.short == {}
    assert not set(plan.given) & barred
    assert sum(load * load for load in plan.loads.values()) == best_by_trying(files, jurors, wanted, barred)
