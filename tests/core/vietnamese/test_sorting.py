"""The sort key against the order that CLDR publishes and ICU sorts by.

icu_order.txt was sorted once by PostgreSQL 15 with an ICU collation "vi-u-kn" (CLDR 42: the order of vi, numbers by
size); the words are names of Vietnamese places and invented lists, every letter with every tone among them.
"""

import itertools
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kheo.core.vietnamese import SORT_KEY_LENGTH, sort_key

from .drawn import any_text, moderately

ICU_ORDER = (Path(__file__).parent / "icu_order.txt").read_text("utf-8").splitlines()

# common/collation/vi.xml of the CLDR: & resets, < is a first, << a second, <<< a third difference.
CLDR_RULES = """
    &\u0300<<\u0309<<\u0303<<\u0301<<\u0323
    &a<ă<<<Ă<â<<<Â
    &d<đ<<<Đ
    &e<ê<<<Ê
    &o<ô<<<Ô<ơ<<<Ơ
    &u<ư<<<Ư
"""


def rules():
    """(one, strength, other) for each neighbouring pair of the published rules."""
    for line in CLDR_RULES.split():
        one, strength = "", ""
        for is_sign, run in itertools.groupby(line.removeprefix("&"), key="<".__eq__):
            text = "".join(run)
            if is_sign:
                strength = text
            else:
                if one:
                    yield one, strength, text
                one = text


def test_sort_key_sorts_as_icu_does():
    assert len(ICU_ORDER) == 562
    shuffled = [*ICU_ORDER[1::2], *ICU_ORDER[::2]]

    assert sorted(shuffled, key=sort_key) == ICU_ORDER


def test_sort_key_keeps_apart_what_icu_keeps_apart():
    assert len({sort_key(word) for word in ICU_ORDER}) == len(ICU_ORDER)


@pytest.mark.parametrize(("one", "strength", "other"), list(rules()))
def test_sort_key_follows_each_published_rule(one, strength, other):
    if unicodedata.combining(one):
        one, other = "a" + one, "a" + other
    bigger, smaller = {"<": ("", "z"), "<<": ("a", "b"), "<<<": ("a", "b")}[strength]

    assert sort_key(one) < sort_key(other)
    # a first difference outweighs all that follows it; a second and a third give way to a first one behind them
    assert (sort_key(one + smaller) < sort_key(other + bigger)) is (strength == "<")
    assert (sort_key(one + "b") < sort_key(other + "a")) is (strength == "<")


def test_sort_key_orders_a_list_as_a_vietnamese_reader_does():
    names = "Ái Tử|An Mô|Ân Thi|Bích La|Da|Dạ|Đà|Đông Hà|Ea|Êa|Ly|Lý|Oanh|Ôn|Ơn|Thôn 2|Thôn 2A|Thôn 10|Tổ 1|Ưu".split(
        "|"
    )

    assert sorted(sorted(names), key=sort_key) == [
        *[
            "Ái Tử",
            "An Mô",
            "Ân Thi",
            "Bích La",
            "Da",
            "Dạ",
            "Đà",
            "Đông Hà",
            "Ea",
            "Êa",
            "Ly",
            "Lý",
            "Oanh",
            "Ôn",
            "Ơn",
        ],
        *["Thôn 2", "Thôn 2A", "Thôn 10", "Tổ 1", "Ưu"],
    ]


@moderately
@given(any_text)
def test_sort_key_is_the_same_in_every_form_and_never_longer_than_said(text):
    key = sort_key(text)

    assert key == sort_key(unicodedata.normalize("NFD", text)) == sort_key(f"  {text} ")
    assert len(key) <= SORT_KEY_LENGTH


@pytest.mark.parametrize("text", ["1a" * 5000, "Ặ" * 5000, "9" * 5000, "(" * 5000, "ﷺ" * 5000, "漢" * 5000])
def test_sort_key_of_a_monster_is_bounded(text):
    assert len(sort_key(text)) <= SORT_KEY_LENGTH


@moderately
@given(st.integers(0, 10**12), st.integers(0, 10**12))
def test_sort_key_puts_numbers_in_order_of_size(one, other):
    assert (sort_key(f"Thôn {one}") < sort_key(f"Thôn {other}")) is (one < other)


@moderately
@given(st.text(st.sampled_from("abcdefghijklmnopqrstuvwxyz")), st.text(st.sampled_from("abcdefghijklmnopqrstuvwxyz")))
def test_sort_key_of_plain_words_is_plain_order(one, other):
    assert (sort_key(one) < sort_key(other)) is (one < other)


def test_sort_key_of_vietnamese_has_only_characters_that_every_collation_sorts_alike():
    assert set("".join(map(sort_key, ICU_ORDER))) == set("0123456789abcdefghijklmnopqrstuvwxyz")


@moderately
@given(st.sampled_from(ICU_ORDER), st.sampled_from(ICU_ORDER), st.integers(1, SORT_KEY_LENGTH))
def test_sort_key_cut_short_still_sorts_as_far_as_it_goes(one, other, length):
    first, second = sorted((sort_key(one), sort_key(other)))

    assert first[:length] <= second[:length]
