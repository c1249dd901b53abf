"""Dates as clerks write them."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kheo.core.vietnamese import NotADate, PartialDate, format_date, read_date

from .drawn import moderately

TODAY = dt.date(2026, 11, 23)


@pytest.mark.parametrize(
    ("written", "iso"),
    [
        ("02/09/2026", "2026-09-02"),
        ("2/9/2026", "2026-09-02"),
        ("2-9-2026", "2026-09-02"),
        ("02.09.2026", "2026-09-02"),
        (" 02 / 09 / 2026 ", "2026-09-02"),
        ("02–09–2026", "2026-09-02"),
        ("2/9/26", "2026-09-02"),
        ("25/12/2026", "2026-12-25"),
        ("29/02/2024", "2024-02-29"),
        ("2026-09-02", "2026-09-02"),
        ("2026/9/2", "2026-09-02"),
        ("2026-09-02T00:00:00", "2026-09-02"),
        ("2026-09-02 07:30:00.000", "2026-09-02"),
        ("02/09/2026 00:00", "2026-09-02"),
        ("ngày 2 tháng 9 năm 2026", "2026-09-02"),
        ("Ngày 02 tháng 09 năm 2026.", "2026-09-02"),
        ("2 tháng 9, 2026", "2026-09-02"),
        ("ngày 02/9/2026", "2026-09-02"),
        ("ngày 2/9 năm 2026", "2026-09-02"),
        ("từ ngày 2/9/2026", "2026-09-02"),
        ("9/2024", "2024-09"),
        ("09/2024", "2024-09"),
        ("9-2024", "2024-09"),
        ("2024-09", "2024-09"),
        ("tháng 9/2024", "2024-09"),
        ("Tháng 9 năm 2024", "2024-09"),
        ("THÁNG 9 NĂM 2024", "2024-09"),
        ("tháng 9 - 2024", "2024-09"),
        ("từ tháng 9/2024", "2024-09"),
        ("T9/2024", "2024-09"),
        ("T.9-2024", "2024-09"),
        ("tháng chín năm 2024", "2024-09"),
        ("tháng mười năm 2024", "2024-10"),
        ("tháng mười một năm 2024", "2024-11"),
        ("tháng mười hai năm 2024", "2024-12"),
        ("tháng giêng năm 2024", "2024-01"),
        ("Quý III/2024", "2024-Q3"),
        ("quý 3 năm 2024", "2024-Q3"),
        ("Quý IV năm 2024", "2024-Q4"),
        ("quí I-2024", "2024-Q1"),
        ("Q2/2024", "2024-Q2"),
        ("2024", "2024"),
        ("năm 2024", "2024"),
        (2024, "2024"),
        (2024.0, "2024"),
        (dt.date(2026, 9, 2), "2026-09-02"),
        (dt.datetime(2026, 9, 2, 23, 59), "2026-09-02"),
    ],
)
def test_read_date_reads_each_way_of_writing(written, iso):
    assert read_date(written, today=TODAY).iso() == iso


@pytest.mark.parametrize(
    ("serial", "day"),
    [
        (45537, dt.date(2024, 9, 2)),
        (45537.75, dt.date(2024, 9, 2)),
        ("45537", dt.date(2024, 9, 2)),
        (44197, dt.date(2021, 1, 1)),
        (36526, dt.date(2000, 1, 1)),
        (25569, dt.date(1970, 1, 1)),
    ],
)
def test_read_date_reads_the_serials_of_excel(serial, day):
    assert read_date(serial) == PartialDate(day, "day")


@pytest.mark.parametrize("nothing", [None, "", "  ", "-", "…", "chưa có"])
def test_read_date_of_nothing_is_nothing(nothing):
    assert read_date(nothing) is None


@pytest.mark.parametrize(
    ("year", "whole"), [("00", 2000), ("26", 2026), ("46", 2046), ("47", 1947), ("75", 1975), ("99", 1999)]
)
def test_read_date_takes_two_digits_for_the_year_around_today(year, whole):
    assert read_date(f"2/9/{year}", today=TODAY).date == dt.date(whole, 9, 2)


@pytest.mark.parametrize(
    ("written", "reason"),
    [
        ("31/02/2026", "Không có ngày 31/02/2026."),
        ("29/2/2026", "Không có ngày 29/02/2026."),
        ("12/25/2026", "Không có ngày 12/25/2026."),
        ("0/9/2026", "Không có ngày 00/09/2026."),
        ("2026-02-31", "Không có ngày 31/02/2026."),
        ("13/2024", "Không có tháng 13."),
        ("tháng 0/2024", "Không có tháng 0."),
        ("2/9/1024", "Năm 1024 nằm ngoài khoảng 1900–2199."),
        ("năm 3024", "Năm 3024 nằm ngoài khoảng 1900–2199."),
    ],
)
def test_read_date_refuses_days_that_never_were(written, reason):
    with pytest.raises(NotADate) as refused:
        read_date(written, today=TODAY)

    assert str(refused.value) == reason


@pytest.mark.parametrize(
    "written",
    [
        *["2/9", "9/24", "hôm qua", "Quý V/2024", "quý 5/2024", "2024-2025", "1/1/2024 - 31/12/2024", "2 tháng", "12"],
        *[5, 9.2024, -1, 10**9, 2024.5, True, float("nan"), float("inf"), ["2024"]],
    ],
)
def test_read_date_refuses_what_is_no_date(written):
    with pytest.raises(NotADate, match="không phải là ngày tháng"):
        read_date(written, today=TODAY)


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (dt.date(2026, 9, 2), "02/09/2026"),
        (dt.datetime(2026, 9, 2, 12), "02/09/2026"),
        (PartialDate(dt.date(2026, 9, 2)), "02/09/2026"),
        (PartialDate(dt.date(2024, 9, 1), "month"), "09/2024"),
        (PartialDate(dt.date(2024, 7, 1), "quarter"), "Quý III/2024"),
        (PartialDate(dt.date(2024, 12, 1), "quarter"), "Quý IV/2024"),
        (PartialDate(dt.date(2024, 1, 1), "year"), "2024"),
    ],
)
def test_format_date_writes_as_much_as_is_known(value, written):
    assert format_date(value) == written
    assert not isinstance(value, PartialDate) or str(value) == written


FIRST_DAYS = {
    "day": lambda day: day,
    "month": lambda day: day.replace(day=1),
    "quarter": lambda day: day.replace(month=[1, 1, 1, 4, 4, 4, 7, 7, 7, 10, 10, 10][day.month - 1], day=1),
    "year": lambda day: day.replace(month=1, day=1),
}


@moderately
@given(st.dates(dt.date(1900, 1, 1), dt.date(2199, 12, 31)), st.sampled_from(list(FIRST_DAYS)))
def test_what_format_date_and_iso_write_is_read_back(day, precision):
    known = PartialDate(FIRST_DAYS[precision](day), precision)

    assert read_date(format_date(known), today=TODAY) == known
    if precision != "quarter":
        assert read_date(known.iso(), today=TODAY) == known


@moderately
@given(st.text() | st.floats() | st.integers() | st.text(st.sampled_from("0123456789/-. thángnămquý")))
def test_read_date_gives_a_date_or_nothing_or_refuses(value):
    try:
        found = read_date(value, today=TODAY)
    except NotADate:
        return
    assert found is None or 1900 <= found.date.year <= 2199
