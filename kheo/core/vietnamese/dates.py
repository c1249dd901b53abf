"""Dates as clerks write them, from a full day to only a year, and back to text."""

import datetime as dt
import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from kheo.core.vietnamese.numerals import says_nothing, shown
from kheo.core.vietnamese.text import fold

Precision = Literal["day", "month", "quarter", "year"]

FIRST_YEAR, LAST_YEAR = 1900, 2199
_EXCEL_EPOCH = dt.date(1899, 12, 30)  # so that serials after the 29 February 1900 that never was come out right
_FIRST_SERIAL, _LAST_SERIAL = 2200, 109_574  # below lie years, above the year 2199
_ROMAN = ("I", "II", "III", "IV")
_MONTHS = "gieng hai ba tu nam sau bay tam chin muoi muoi-mot chap".split()


class NotADate(ValueError):
    """The text is no date, or no such day exists; its message says so in Vietnamese."""


@dataclass(frozen=True)
class PartialDate:
    """A date known to a day, month, quarter or year; `date` is the first day of what is known."""

    date: dt.date
    precision: Precision = "day"

    def iso(self) -> str:
        """2026-09-02, 2024-09, 2024-Q3 or 2024."""
        day = self.date
        return {
            "day": day.isoformat(),
            "month": f"{day:%Y-%m}",
            "quarter": f"{day.year:04d}-Q{_quarter(day)}",
            "year": f"{day.year:04d}",
        }[self.precision]

    def __str__(self) -> str:
        return format_date(self)


def _quarter(day: dt.date) -> int:
    return (day.month + 2) // 3


def _day(day: str, month: str, year: str, today: dt.date) -> PartialDate:
    whole_year = _whole_year(year, today)
    try:
        return PartialDate(dt.date(whole_year, int(month), int(day)))
    except ValueError:
        raise NotADate(f"Không có ngày {int(day):02d}/{int(month):02d}/{whole_year}.") from None


def _month(month: str, year: str, today: dt.date) -> PartialDate:
    month = "gieng" if month == "mot" else month
    number = _MONTHS.index(month) + 1 if month in _MONTHS else int(month) if month.isdigit() else 0
    if not 1 <= number <= 12:
        raise NotADate(f"Không có tháng {month}.")
    return PartialDate(dt.date(_whole_year(year, today), number, 1), "month")


def _in_quarter(quarter: str, year: str, today: dt.date) -> PartialDate:
    number = _ROMAN.index(quarter.upper()) + 1 if quarter.upper() in _ROMAN else int(quarter)
    return PartialDate(dt.date(_whole_year(year, today), 3 * number - 2, 1), "quarter")


def _year(year: str, today: dt.date) -> PartialDate:
    return PartialDate(dt.date(_whole_year(year, today), 1, 1), "year")


def _serial(digits: str, today: dt.date) -> PartialDate:
    return _from_number(int(digits))


def _whole_year(year: str, today: dt.date) -> int:
    """Two digits mean a year at most twenty years ahead of today: in 2026, 46 is 2046 and 47 is 1947."""
    if len(year) == 2:
        whole = today.year - today.year % 100 + int(year)
        return whole - 100 if whole > today.year + 20 else whole
    if not FIRST_YEAR <= int(year) <= LAST_YEAR:
        raise NotADate(f"Năm {int(year)} nằm ngoài khoảng {FIRST_YEAR}–{LAST_YEAR}.")
    return int(year)


_SEP = r"\s*[/.-]\s*"
_BEGINS = r"(?:(?:bat dau|ke tu|tu|trong|vao|khoang) )*"
_CLOCK = r"(?:[ t,]+\d{1,2}[:h]\d{0,2}(?::\d{2}(?:\.\d+)?)?z?)?"
_MONTH_WORD = r"\d{1,2}|mot|" + "|".join(_MONTHS)
_YEAR_AFTER = r"(?:\s*[/.,-]\s*|\s*,?\s*nam\s+|\s+)"
# Read on the folded text ("quy iii/2024"); always day before month, as nobody here writes it the other way round.
_FORMS: tuple[tuple[re.Pattern[str], Callable[..., PartialDate]], ...] = tuple(
    (re.compile(_BEGINS + pattern), read)
    for pattern, read in (
        (rf"(?:ngay )?(?P<day>\d{{1,2}}){_SEP}(?P<month>\d{{1,2}}){_SEP}(?P<year>\d{{4}}|\d{{2}}){_CLOCK}", _day),
        (rf"(?P<year>\d{{4}}){_SEP}(?P<month>\d{{1,2}}){_SEP}(?P<day>\d{{1,2}}){_CLOCK}", _day),
        (r"(?:ngay )?(?P<day>\d{1,2}) thang (?P<month>\d{1,2})(?:,? nam |, ?| )(?P<year>\d{4})", _day),
        (rf"(?:ngay )?(?P<day>\d{{1,2}}){_SEP}(?P<month>\d{{1,2}}),? nam (?P<year>\d{{4}})", _day),
        (rf"(?:thang |t\.?\s*)(?P<month>{_MONTH_WORD}){_YEAR_AFTER}(?P<year>\d{{4}})", _month),
        (rf"(?P<month>\d{{1,2}}){_SEP}(?P<year>\d{{4}})", _month),
        (rf"(?P<year>\d{{4}}){_SEP}(?P<month>\d{{1,2}})", _month),
        (rf"(?:qu[yi]|q)\.?\s*(?P<quarter>iv|i{{1,3}}|[1-4]){_YEAR_AFTER}(?P<year>\d{{4}})", _in_quarter),
        (r"(?:nam )?(?P<year>\d{4})", _year),
        (r"(?P<digits>\d{5,6})", _serial),
    )
)


def read_date(value: object, *, today: dt.date | None = None) -> PartialDate | None:
    """The date in a cell or a form field, day before month; None when it says nothing ("", "-", "chưa có").

    Reads dates and datetimes, Excel serials of the 1900 system (numbers from 2200 on; 1900-2199 are years),
    "02/09/2026", "2-9-26", "2026-09-02", "ngày 2 tháng 9 năm 2026", "9/2024", "tháng 9 năm 2024", "Quý III/2024",
    "năm 2024". Two-digit years are read around `today`. Raises NotADate, also for a day without a year and for one
    that does not exist.
    """
    if says_nothing(value):
        return None
    if isinstance(value, dt.datetime):
        return PartialDate(value.date())
    if isinstance(value, dt.date):
        return PartialDate(value)
    if isinstance(value, int | float) and not isinstance(value, bool):
        return _from_number(value)
    if not isinstance(value, str):
        raise NotADate(f"“{value}” không phải là ngày tháng.")
    text = fold(value).replace("–", "-").rstrip(".;, ")
    # mười hai (12) is the month chạp; both words are made one so that "mười" alone does not match
    text = text.replace("muoi mot", "muoi-mot").replace("muoi hai", "chap")
    for form, read in _FORMS:
        if match := form.fullmatch(text):
            return read(**match.groupdict(), today=today or dt.date.today())
    raise NotADate(f"“{shown(value)}” không phải là ngày tháng. Ví dụ ghi đúng: 02/09/2026, 9/2024, Quý III/2024.")


def _from_number(number: int | float) -> PartialDate:
    """A year, or Excel's count of days; the part of the day is dropped."""
    if FIRST_YEAR <= number <= LAST_YEAR and number == int(number):
        return PartialDate(dt.date(int(number), 1, 1), "year")
    if _FIRST_SERIAL <= number <= _LAST_SERIAL:
        return PartialDate(_EXCEL_EPOCH + dt.timedelta(days=int(number)))
    raise NotADate(f"“{number}” không phải là ngày tháng.")


def format_date(value: PartialDate | dt.date) -> str:
    """02/09/2026, 09/2024, Quý III/2024 or 2024."""
    if not isinstance(value, PartialDate):
        return f"{value:%d/%m/%Y}"
    day = value.date
    return {
        "day": f"{day:%d/%m/%Y}",
        "month": f"{day:%m/%Y}",
        "quarter": f"Quý {_ROMAN[_quarter(day) - 1]}/{day:%Y}",
        "year": f"{day:%Y}",
    }[value.precision]
