"""Writes a table as .xlsx or .csv: Vietnamese headers, real numbers and dates, nothing a spreadsheet could run."""

import csv
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from io import BytesIO, StringIO
from typing import Any

import xlsxwriter
from django.http import HttpResponse
from django.utils.timezone import localtime

from kheo.core.vietnamese import slug

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@dataclass(frozen=True)
class Table:
    """One sheet: its title, its headers and its rows; a cell is text, a number, a date or None."""

    title: str
    headers: Sequence[str]
    rows: Iterable[Sequence[Any]]
    widths: Sequence[int] = ()


def workbook(*tables: Table) -> bytes:
    """The bytes of a workbook with one sheet a table. Text is written as text: "=1+1" stays what was typed."""
    held = BytesIO()
    book = xlsxwriter.Workbook(held, {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    bold = book.add_format({"bold": True, "text_wrap": True, "valign": "vcenter", "border": 1})
    title = book.add_format({"bold": True, "font_size": 14})
    day = book.add_format({"num_format": "dd/mm/yyyy"})
    number = book.add_format({"num_format": "#,##0.##"})
    for table in tables:
        sheet = book.add_worksheet(_sheet_name(table.title))
        sheet.write_string(0, 0, table.title, title)
        sheet.freeze_panes(3, 0)
        for column in range(len(table.headers)):
            sheet.set_column(column, column, table.widths[column] if column < len(table.widths) else 18)
        for column, header in enumerate(table.headers):
            sheet.write_string(2, column, header, bold)
        for line, row in enumerate(table.rows, start=3):
            for column, value in enumerate(row):
                _write(sheet, line, column, value, day, number)
    book.close()
    return held.getvalue()


def answer(name: str, *tables: Table) -> HttpResponse:
    """The workbook as a file to download, named in plain letters."""
    response = HttpResponse(workbook(*tables), content_type=XLSX)
    response["Content-Disposition"] = f'attachment; filename="{slug(name)}.xlsx"'
    return response


# What a spreadsheet would take for a formula when it opens a CSV (OWASP: CSV injection).
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def csv_answer(name: str, headers: Sequence[str], rows: Iterable[Sequence[Any]]) -> HttpResponse:
    """Rows as CSV in UTF-8 with its mark, so that spreadsheets here open it right; text is never a formula."""
    held = StringIO()
    writer = csv.writer(held)
    writer.writerow(headers)
    writer.writerows([_plain_cell(value) for value in row] for row in rows)
    response = HttpResponse(f"\ufeff{held.getvalue()}", content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


def _plain_cell(value: Any) -> Any:
    if isinstance(value, datetime):
        return localtime(value).isoformat() if value.tzinfo else value.isoformat()
    return f"'{value}" if isinstance(value, str) and value.startswith(_FORMULA) else value


def _write(sheet, line: int, column: int, value: Any, day, number) -> None:
    if value is None or value == "":
        return
    if isinstance(value, datetime):
        value = localtime(value).date() if value.tzinfo else value.date()
    if isinstance(value, date):
        sheet.write_datetime(line, column, datetime(value.year, value.month, value.day), day)
    elif isinstance(value, int | float | Decimal) and not isinstance(value, bool):
        sheet.write_number(line, column, value, number)
    else:
        sheet.write_string(line, column, str(value)[:32767])


def _sheet_name(title: str) -> str:
    return "".join(" " if each in r"[]:*?/\\" else each for each in title)[:31].strip() or "Bảng"
