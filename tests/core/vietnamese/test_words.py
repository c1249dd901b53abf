"""Numbers in words against a table written by hand."""

import pytest

from kheo.core.vietnamese import NEGATIVE, in_words

BY_HAND = {
    0: "không",
    1: "một",
    4: "bốn",
    5: "năm",
    10: "mười",
    11: "mười một",
    14: "mười bốn",
    15: "mười lăm",
    20: "hai mươi",
    21: "hai mươi mốt",
    24: "hai mươi tư",
    25: "hai mươi lăm",
    54: "năm mươi tư",
    55: "năm mươi lăm",
    91: "chín mươi mốt",
    100: "một trăm",
    101: "một trăm linh một",
    104: "một trăm linh bốn",
    105: "một trăm linh năm",
    110: "một trăm mười",
    115: "một trăm mười lăm",
    121: "một trăm hai mươi mốt",
    444: "bốn trăm bốn mươi tư",
    555: "năm trăm năm mươi lăm",
    1000: "một nghìn",
    1001: "một nghìn không trăm linh một",
    1010: "một nghìn không trăm mười",
    1015: "một nghìn không trăm mười lăm",
    1152: "một nghìn một trăm năm mươi hai",
    2026: "hai nghìn không trăm hai mươi sáu",
    10_000: "mười nghìn",
    21_000: "hai mươi mốt nghìn",
    100_005: "một trăm nghìn không trăm linh năm",
    1_000_000: "một triệu",
    1_000_005: "một triệu không trăm linh năm",
    1_005_000: "một triệu không trăm linh năm nghìn",
    85_500_000: "tám mươi lăm triệu năm trăm nghìn",
    1_175_500_000: "một tỷ một trăm bảy mươi lăm triệu năm trăm nghìn",
    2_000_026_000: "hai tỷ không trăm hai mươi sáu nghìn",
    10**12: "một nghìn tỷ",
    15 * 10**11: "một nghìn năm trăm tỷ",
    10**15: "một triệu tỷ",
    1_000_005 * 10**9: "một triệu không trăm linh năm tỷ",
    10**18 - 1: "chín trăm chín mươi chín triệu chín trăm chín mươi chín nghìn chín trăm chín mươi chín tỷ "
    "chín trăm chín mươi chín triệu chín trăm chín mươi chín nghìn chín trăm chín mươi chín",
    10**18: "một tỷ tỷ",
    -40: "âm bốn mươi",
    -1001: "âm một nghìn không trăm linh một",
}


@pytest.mark.parametrize("number", list(BY_HAND))
def test_in_words_agrees_with_the_hand_written_table(number):
    assert in_words(number) == BY_HAND[number]


def test_in_words_never_says_two_numbers_alike():
    numbers = [*range(3000), *range(99_900, 100_200), *range(10**6 - 20, 10**6 + 200), *range(10**9 - 20, 10**9 + 200)]

    assert len({in_words(number) for number in numbers}) == len(set(numbers))


def test_in_words_of_a_negative_is_its_positive_behind_the_word():
    assert in_words(-2026) == f"{NEGATIVE} {in_words(2026)}"


@pytest.mark.parametrize("number", [10**18 + 1, -(10**18) - 1])
def test_in_words_refuses_what_is_too_great(number):
    with pytest.raises(ValueError, match="Số quá lớn"):
        in_words(number)


@pytest.mark.parametrize("value", [1.0, "1", True, None])
def test_in_words_takes_whole_numbers_only(value):
    with pytest.raises(TypeError):
        in_words(value)
