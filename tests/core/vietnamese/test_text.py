"""Cleaning, folding and slugs."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kheo.core.vietnamese import clean, fold, nfc, slug

from .drawn import any_text, moderately, vietnamese


@pytest.mark.parametrize(
    ("text", "cleaned", "removed"),
    [
        ("Dân vận khéo", "Dân vận khéo", 0),
        ("a\x00b\x07c", "abc", 2),
        ("dòng 1\r\ndòng 2\rdòng 3\n\tthụt vào", "dòng 1\ndòng 2\ndòng 3\n\tthụt vào", 0),
        ("xuống dòng của Word\vở đây\u2028và đây", "xuống dòng của Word\nở đây\nvà đây", 0),
        ("\ufeffTên\u200b mô hình", "Tên mô hình", 2),
        ("đảo \u202echiều\u202c \u2066và\u2069", "đảo chiều và", 4),
        ("C1 \x80\x9b", "C1 ", 2),
        ("thẻ \U000e0041ẩn", "thẻ ẩn", 1),
        ("nửa \ud83d ký tự", "nửa  ký tự", 1),
        ("👨\u200d👩\u200d👧", "👨\u200d👩\u200d👧", 0),
        ("", "", 0),
    ],
)
def test_clean_keeps_what_is_seen_and_counts_what_it_removes(text, cleaned, removed):
    assert clean(text) == (cleaned, removed)


def test_clean_composes_also_marks_typed_in_the_wrong_order():
    assert clean("e\u0300\u0302 \u00e8\u0302 ê\u0300")[0] == "ề ề ề"


@pytest.mark.parametrize(
    ("text", "limit", "cut"),
    [("0123456789", 10, ("0123456789", 0)), ("0123456789", 4, ("0123", 6)), ("abx\u0323\u0323", 4, ("ab", 3))],
)
def test_clean_cuts_at_its_limit_and_counts_it_without_parting_a_letter_from_its_mark(text, limit, cut):
    assert clean(text, limit=limit) == cut


@moderately
@given(any_text)
def test_clean_leaves_nothing_to_clean(text):
    cleaned, _ = clean(text)

    assert clean(cleaned) == (cleaned, 0)
    assert nfc(cleaned) == cleaned
    cleaned.encode("utf-8")


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Điển  hình", "dien hinh"),
        (" \u00a0Triệu\n\tPhong ", "trieu phong"),
        ("ĐƯỜNG ĐẤT ĐỎ", "duong dat do"),
        ("Ðường đất", "duong dat"),
        ("2.690 m²", "2.690 m2"),
        ("Ｋｈéｏ", "kheo"),
        ("dân\u200dvận\u00ad", "danvan"),
        ("Straße", "strasse"),
        ("", ""),
    ],
)
def test_fold_is_what_a_search_compares(text, folded):
    assert fold(text) == folded


@pytest.mark.parametrize("pair", ["hoà hòa", "uỷ ủy", "thuỷ thủy", "Khoẻ khỏe", "đ d"])
def test_fold_sees_no_difference_of_tone_place_case_or_stroke(pair):
    one, other = pair.split()

    assert fold(one) == fold(other)


@moderately
@given(any_text)
def test_fold_is_the_same_for_every_form_and_folds_once_for_all(text):
    folded = fold(text)

    assert fold(folded) == folded
    assert fold(unicodedata.normalize("NFD", text)) == fold(unicodedata.normalize("NFC", text)) == folded


@moderately
@given(vietnamese)
def test_fold_of_vietnamese_is_ascii(text):
    assert fold(text).isascii()
    assert fold(text.upper()) == fold(text)


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("Đường đất đỏ", "duong-dat-do"),
        ('Mô hình "Dân vận khéo" - năm 2026!', "mo-hinh-dan-van-kheo-nam-2026"),
        ("Ủy ban MTTQ xã Ái Tử", "uy-ban-mttq-xa-ai-tu"),
        ("--", ""),
        ("漢字", ""),
    ],
)
def test_slug_is_plain_ascii(text, address):
    assert slug(text) == address


@pytest.mark.parametrize(
    ("limit", "address"), [(12, "duong-dat-do"), (11, "duong-dat"), (9, "duong-dat"), (8, "duong"), (3, "duo")]
)
def test_slug_is_cut_between_words_where_it_can_be(limit, address):
    assert slug("Đường đất đỏ", limit=limit) == address


@moderately
@given(any_text, st.integers(1, 40))
def test_slug_needs_no_percent_and_keeps_its_limit(text, limit):
    address = slug(text, limit=limit)

    assert len(address) <= limit
    assert set(address) <= set("abcdefghijklmnopqrstuvwxyz0123456789-")
    assert slug(address, limit=limit) == address
