"""The guide on writing numbers and dates says what the code does, row by row."""

import datetime as dt
import re
from pathlib import Path

import pytest

from kheo.core.vietnamese import (
    NotADate,
    NotANumber,
    format_date,
    format_number,
    read_date,
    read_number,
    read_quantity,
)

GUIDE = Path(__file__).parents[3] / "docs" / "guides" / "ghi-so-va-ngay.md"
REFUSED, NOTHING = "báo lại", "không có số liệu"


def rows(heading):
    section = GUIDE.read_text("utf-8").partition(f"\n## {heading}\n")[2].partition("\n## ")[0]
    return re.findall(r"^\| `(.+?)` \| (.+?) \|", section, re.MULTILINE)


def said(read, written):
    try:
        return read(written) or NOTHING
    except (NotANumber, NotADate):
        return REFUSED


def number(written):
    return None if read_number(written) is None else format_number(read_number(written))


def quantity(written):
    found = read_quantity(written)
    return f"{format_number(found.amount)} {found.measure}"


def date(written):
    return format_date(read_date(written, today=dt.date(2026, 11, 23)))


@pytest.mark.parametrize(("written", "understood"), rows("Số"))
def test_the_guide_is_right_about_numbers(written, understood):
    assert said(number, written) == understood


@pytest.mark.parametrize(("written", "understood"), rows("Số lượng có đơn vị"))
def test_the_guide_is_right_about_amounts(written, understood):
    assert said(quantity, written) == understood


@pytest.mark.parametrize(("written", "understood"), rows("Ngày"))
def test_the_guide_is_right_about_dates(written, understood):
    assert said(date, written) == understood


def test_the_guide_has_all_its_tables():
    assert [len(rows(heading)) for heading in ("Số", "Số lượng có đơn vị", "Ngày")] == [18, 14, 14]
