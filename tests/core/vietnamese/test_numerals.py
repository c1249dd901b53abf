"""Numbers in cells: every form of the table, what says nothing, and what is refused."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kheo.core.vietnamese import NotANumber, format_number, read_number

from .drawn import moderately


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("1152", "1152"),
        ("1.152", "1152"),
        ("1.152.000", "1152000"),
        ("80.125", "80125"),
        ("1 152", "1152"),
        ("1\u00a0152\u202f000,5", "1152000.5"),
        ("419,7", "419.7"),
        ("0,5", "0.5"),
        ("0,125", "0.125"),
        ("1,234", "1.234"),
        ("1.234,5", "1234.5"),
        ("12.5", "12.5"),
        ("12.50", "12.5"),
        ("0.125", "0.125"),
        ("1234.567", "1234.567"),
        ("1,234,567", "1234567"),
        ("1,234.5", "1234.5"),
        ("  43\n", "43"),
        ("-40", "-40"),
        ("−1.152", "-1152"),
        ("+7", "7"),
        ("１.１５２", "1152"),
        ("007", "7"),
        (570, "570"),
        (294.5, "294.5"),
        (1415.0, "1415"),
        (0.1, "0.1"),
        (10**400, "1e400"),
        (Decimal("2.50"), "2.5"),
    ],
)
def test_read_number_reads_each_form_of_the_table(typed, number):
    assert read_number(typed) == Decimal(number)


@pytest.mark.parametrize("nothing", [None, "", "  ", "-", "–", "…", "...", "Chưa có số liệu", "không có", "\u00a0"])
def test_read_number_tells_nothing_from_zero(nothing):
    assert read_number(nothing) is None
    assert read_number("0") == 0


@pytest.mark.parametrize(
    "typed",
    "khoảng nghìn mấy|không|1.234.5|1.23.456|1,2,3|12%|1e5|10²|½|1152,|,5|x|5-7|43 hộ|٣".split("|"),
)
def test_read_number_refuses_text_with_a_vietnamese_sentence(typed):
    with pytest.raises(NotANumber, match=r"^“.*” không phải là số\. Ví dụ ghi đúng: 1\.152 hoặc 419,7\.$"):
        read_number(typed)


@pytest.mark.parametrize("value", [True, float("nan"), float("inf"), Decimal("NaN"), [1]])
def test_read_number_refuses_what_is_no_number_at_all(value):
    with pytest.raises(NotANumber, match="không phải là số"):
        read_number(value)


def test_read_number_refuses_endless_digits():
    with pytest.raises(NotANumber, match="quá dài để là một số"):
        read_number("9" * 40)


@pytest.mark.parametrize(
    ("number", "written"),
    [
        (0, "0"),
        (999, "999"),
        (1152, "1.152"),
        (1234.5, "1.234,5"),
        (Decimal("80125.00"), "80.125"),
        (Decimal("-1234567.89"), "-1.234.567,89"),
        (Decimal("1E+3"), "1.000"),
        (Decimal("-0.0"), "0"),
    ],
)
def test_format_number_writes_the_vietnamese_way(number, written):
    assert format_number(number) == written


def test_format_number_refuses_what_has_no_end():
    with pytest.raises(ValueError, match="số hữu hạn"):
        format_number(float("inf"))


@moderately
@given(st.decimals(min_value=-(10**15), max_value=10**15, places=4) | st.integers(-(10**20), 10**20))
def test_format_number_is_read_back_as_the_same_number(number):
    assert read_number(format_number(number)) == number


@moderately
@given(st.text())
def test_read_number_gives_a_number_or_nothing_or_refuses(text):
    try:
        number = read_number(text)
    except NotANumber:
        return
    assert number is None or number.is_finite()
