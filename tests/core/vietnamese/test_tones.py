"""Old and new places of the tone mark, and the key of equal accented spelling."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kheo.core.vietnamese import exact_key, normal_tone, tone_placement

from .drawn import any_text, moderately, vietnamese


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("hòa", "hoà"),
        ("hóa họa tỏa lõa", "hoá hoạ toả loã"),
        ("khỏe lòe lóe", "khoẻ loè loé"),
        ("ủy thủy tụy lũy úy", "uỷ thuỷ tuỵ luỹ uý"),
        ("Khánh Hòa, Lệ Thủy", "Khánh Hoà, Lệ Thuỷ"),
        ("ỦY BAN XÃ TRIỆU HÒA", "UỶ BAN XÃ TRIỆU HOÀ"),
        ("hòa-bình", "hoà-bình"),
        ("nghòe", "nghoè"),
    ],
)
def test_tone_placement_moves_the_mark_both_ways(old, new):
    assert tone_placement(old, "new") == new
    assert tone_placement(new, "old") == old
    assert tone_placement(old, "old") == old
    assert tone_placement(new, "new") == new


@pytest.mark.parametrize("style", ["old", "new"])
@pytest.mark.parametrize(
    "word", "quý quỳ QUỴ quà hoàn thuỳnh huỳnh khuỷu ngoài ngoáy xoèn mùa mía tuyết Zoà blóa".split()
)
def test_tone_placement_leaves_alone_what_has_one_place_or_is_foreign(word, style):
    assert tone_placement(word, style) == word


@moderately
@given(any_text)
def test_tone_placement_goes_there_and_back(text):
    old = tone_placement(text, "old")

    assert tone_placement(tone_placement(old, "new"), "old") == old
    assert tone_placement(old, "old") == old
    assert normal_tone(text) == old


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Thuỷ lợi", "thủy  LỢI"),
        ("Uỷ ban nhân dân", "ỦY BAN\u00a0NHÂN DÂN"),
        ("Ðoàn kết", "Đoàn kết"),
        (unicodedata.normalize("NFD", "Hòa"), "hoà"),
    ],
)
def test_exact_key_is_equal_for_equal_accented_spelling(one, other):
    assert exact_key(one) == exact_key(other)


@pytest.mark.parametrize(("one", "other"), [("hòa", "hoa"), ("đa", "da"), ("má", "mà"), ("dân vận", "dânvận")])
def test_exact_key_tells_accents_apart(one, other):
    assert exact_key(one) != exact_key(other)


@moderately
@given(any_text)
def test_exact_key_of_any_text_is_made_once_for_all(text):
    key = exact_key(text)

    assert exact_key(key) == key
    assert exact_key(unicodedata.normalize("NFD", text)) == exact_key(unicodedata.normalize("NFC", text)) == key


@moderately
@given(vietnamese, st.sampled_from(["NFC", "NFD"]), st.sampled_from(["old", "new"]))
def test_exact_key_depends_on_neither_form_nor_style_nor_case(text, form, style):
    written = unicodedata.normalize(form, tone_placement(text, style)).upper()

    assert exact_key(written) == exact_key(text) == exact_key(exact_key(text))
