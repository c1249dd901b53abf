"""What a sheet adds up to, counted another way: in whole fractions, term by term."""

import random
from decimal import Decimal
from fractions import Fraction

import pytest

from kheo.appraisal.marking import Line, met_by, total_of


def line(points, maximum=10, *, weight="1", bonus=False):
    return Line(Decimal(weight), Decimal(maximum), bonus, None if points is None else Decimal(str(points)))


def test_points_are_put_on_a_scale_of_a_hundred():
    assert total_of([line(5), line(10)], bonus_limit=Decimal(0)) == Decimal("75.000")


def test_zero_is_a_score_and_blank_is_none():
    assert total_of([line(0), line(0)], bonus_limit=Decimal(0)) == Decimal("0.000")
    assert total_of([line(0), line(None)], bonus_limit=Decimal(0)) is None


def test_weight_multiplies_points_and_maximum_alike():
    assert total_of([line(10, weight="2"), line(0, weight="1")], bonus_limit=Decimal(0)) == Decimal("66.667")


def test_bonus_stands_outside_the_scale_and_is_limited():
    lines = [line(10), line(4, bonus=True), line(3, bonus=True)]

    assert total_of(lines, bonus_limit=Decimal(5)) == Decimal("105.000")
    assert total_of(lines, bonus_limit=Decimal(10)) == Decimal("107.000")
    assert total_of(lines, bonus_limit=Decimal(0)) == Decimal("100.000")


def test_nothing_to_score_gives_no_mark():
    assert total_of([line(3, bonus=True)], bonus_limit=Decimal(5)) is None
    assert total_of([], bonus_limit=Decimal(5)) is None


@pytest.mark.parametrize("seed", range(60))
def test_a_total_is_what_fractions_say(seed):
    chance = random.Random(seed)
    rows = []
    for _ in range(chance.randint(1, 12)):
        maximum = chance.choice([5, 10, 15, Decimal("2.5"), 20, 25])
        rows.append((
            Decimal(chance.randint(1, 400)) / 100, Decimal(maximum), chance.random() < 0.2,
            Decimal(chance.randint(0, int(maximum * 100))) / 100,
        ))  # fmt: skip
    rows.append((Decimal(1), Decimal(10), False, Decimal("3.33")))
    limit = Decimal(chance.randint(0, 1000)) / 100

    got = total_of([Line(weight, maximum, bonus, points) for weight, maximum, bonus, points in rows], bonus_limit=limit)

    plain = [(Fraction(w) * Fraction(p), Fraction(w) * Fraction(m)) for w, m, bonus, p in rows if not bonus]
    extra = sum((Fraction(w) * Fraction(p) for w, m, bonus, p in rows if bonus), Fraction(0))
    exact = sum(p for p, _ in plain) / sum(m for _, m in plain) * 100 + min(extra, Fraction(limit))
    assert abs(Fraction(got) - exact) <= Fraction(1, 2000)
    assert got.as_tuple().exponent == -3


def test_without_points_all_must_be_met_and_none_may_be_blank():
    def answered(*answers):
        return [Line(Decimal(1), None, False, None, answer) for answer in answers]

    assert met_by(answered(True, True)) is True
    assert met_by(answered(True, False)) is False
    assert met_by(answered(True, None)) is None
    assert met_by([]) is None
