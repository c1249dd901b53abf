"""Writes a drawn grid as .xlsx, .xls, .ods or .csv, each with the library that offices' programs resemble."""

import csv
import datetime as dt
import io
import unicodedata

import openpyxl
import xlwt
from odf.opendocument import OpenDocumentSpreadsheet
from odf.table import CoveredTableCell, Table, TableCell, TableRow
from odf.text import P

# TCVN 5712:1993 as the ABC fonts use it, shown as Latin 1; letters with a tone have no capitals of their own.
UNICODE = "ăâêôơưđĂÂÊÔƠƯĐàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ"
TCVN3 = "¨©ª«¬\xad®¡¢£¤¥¦§µ¶·¸¹»¼½¾ÆÇÈÉÊËÌÎÏÐÑÒÓÔÕÖ×ØÜÝÞßáâãäåæçèéêëìíîïñòóôõö÷øùúûüýþ"
TONES = "\u0300\u0301\u0303\u0309\u0323"


def xlsx(drawn):
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = drawn.sheet
    for (row, column), value in drawn.grid.cells.items():
        sheet.cell(row + 1, column + 1, value)
    for top, left, bottom, right in drawn.grid.merged:
        sheet.merge_cells(start_row=top + 1, start_column=left + 1, end_row=bottom + 1, end_column=right + 1)
    return _saved(book.save)


def xls(drawn):
    book = xlwt.Workbook()
    sheet = book.add_sheet(drawn.sheet)
    day = xlwt.easyxf(num_format_str="DD/MM/YYYY")
    ranges = {(top, left): (bottom, right) for top, left, bottom, right in drawn.grid.merged}
    for (row, column), value in drawn.grid.cells.items():
        style = [day] if isinstance(value, dt.date) else []
        if (row, column) in ranges:
            bottom, right = ranges[row, column]
            sheet.write_merge(row, bottom, column, right, value, *style)
        else:
            sheet.write(row, column, value, *style)
    return _saved(book.save)


def ods(drawn):
    book = OpenDocumentSpreadsheet()
    table = Table(name=drawn.sheet)
    book.spreadsheet.addElement(table)
    spans = {(top, left): (bottom - top + 1, right - left + 1) for top, left, bottom, right in drawn.grid.merged}
    covered = {
        (row, column)
        for top, left, bottom, right in drawn.grid.merged
        for row in range(top, bottom + 1)
        for column in range(left, right + 1)
    } - set(spans)
    for row in range(drawn.grid.height):
        line = TableRow()
        table.addElement(line)
        for column in range(drawn.grid.width):
            place = (row, column)
            line.addElement(
                CoveredTableCell() if place in covered else _ods_cell(drawn.grid.cells.get(place), spans.get(place))
            )
    return _saved(book.save)


def _ods_cell(value, span):
    marks = {"numberrowsspanned": span[0], "numbercolumnsspanned": span[1]} if span else {}
    if value is None:
        return TableCell(**marks)
    if isinstance(value, dt.date):
        cell = TableCell(valuetype="date", datevalue=value.isoformat(), **marks)
        cell.addElement(P(text=f"{value:%d/%m/%Y}"))
    elif isinstance(value, int | float):
        cell = TableCell(valuetype="float", value=str(value), **marks)
        cell.addElement(P(text=str(value)))
    else:
        cell = TableCell(valuetype="string", **marks)
        for line in value.split("\n"):
            cell.addElement(P(text=line))
    return cell


def csv_text(drawn, delimiter):
    stream = io.StringIO()
    writer = csv.writer(stream, delimiter=delimiter, lineterminator="\r\n")
    for row in range(drawn.grid.height):
        writer.writerow([_csv_cell(drawn.grid.cells.get((row, column))) for column in range(drawn.grid.width)])
    return stream.getvalue()


def _csv_cell(value):
    if isinstance(value, dt.date):
        return f"{value:%d/%m/%Y}"
    return "" if value is None else str(value).replace(".", ",") if isinstance(value, float) else str(value)


def cp1258(text):
    """Windows-1258 keeps â, ă, ê ... as letters and writes the tone after them as a mark of its own."""
    out = []
    for letter in unicodedata.normalize("NFC", text):
        parts = unicodedata.normalize("NFD", letter)
        tone = "".join(mark for mark in parts if mark in TONES)
        out.append(unicodedata.normalize("NFC", "".join(mark for mark in parts if mark not in TONES)) + tone)
    # Typographic signs that old keyboards lacked.
    return "".join(out).encode("cp1258", errors="replace")


def tcvn3(text):
    """The text as a TCVN3 font stores it, as a string of Latin 1 letters."""
    table = dict(zip(UNICODE, TCVN3, strict=True))
    table |= {"“": "'", "”": "'", "–": "-"}  # signs the old keyboards had not
    table |= {letter.upper(): code for letter, code in table.items() if letter.upper() not in table}
    return "".join(table.get(letter, letter) for letter in unicodedata.normalize("NFC", text))


def _saved(save):
    stream = io.BytesIO()
    save(stream)
    return stream.getvalue()
