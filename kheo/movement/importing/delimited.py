"""Reads .csv: any common Vietnamese encoding, comma, semicolon, tab or bar between the cells."""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Iterator
from itertools import islice

from kheo.core.vietnamese import decode, format_number
from kheo.movement.importing.sheets import MAX_COLUMNS, MAX_ROWS, BadFile, Cells, Sheet

DELIMITERS = ",;\t|"
SAMPLE_LINES = 60
UNREADABLE = "Không nhận ra bảng mã chữ của tệp .csv. Hãy lưu lại bằng Excel với dạng “CSV UTF-8”."
BINARY = "Tệp .csv không phải văn bản, có thể đã hỏng. Hãy xuất lại từ bảng tính."


def read_csv(content: bytes) -> Iterator[Sheet]:
    """The one sheet of a CSV file. Rows count as a spreadsheet would show them: a quoted line break is no new row."""
    text = _decoded(content)
    opening, _, rest = text.partition("\n")
    declared = opening.strip().lower()
    if declared.startswith("sep=") and len(declared) == 5:
        # Excel's own first line; kept as an empty row so that row numbers stay those of the file.
        text, delimiter = "\n" + rest, declared[4]
    else:
        delimiter = _delimiter(text)
    yield Sheet("CSV", lambda: _rows(text, delimiter), carries_merges=False)


def _decoded(content: bytes) -> str:
    try:
        text, _ = decode(content)
    except (UnicodeError, ValueError, LookupError) as problem:
        raise BadFile(UNREADABLE) from problem
    sample = text[:20_000]
    strange = sum(1 for sign in sample if sign < " " and sign not in "\t\r\n\f") + sample.count("\ufffd")
    if strange * 50 > len(sample):
        raise BadFile(BINARY)
    return text.replace("\0", "")


def _delimiter(text: str) -> str:
    """The sign that cuts the first lines into the most alike rows; a comma when nothing cuts them."""
    return max(DELIMITERS, key=lambda sign: _evenness(text, sign))


def _evenness(text: str, delimiter: str) -> tuple[int, int]:
    try:
        widths = Counter(len(row) for row in islice(_reader(text, delimiter), SAMPLE_LINES) if len(row) > 1)
    except csv.Error:
        return (0, 0)
    if not widths:
        return (0, 0)
    width, times = widths.most_common(1)[0]
    return (times * min(width, 6), width)


def _reader(text: str, delimiter: str):
    return csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)


def _rows(text: str, delimiter: str) -> Iterator[Cells]:
    try:
        for number, row in enumerate(_reader(text, delimiter), start=1):
            if number > MAX_ROWS:
                raise BadFile(f"Tệp .csv có hơn {format_number(MAX_ROWS)} dòng. Hãy chia thành nhiều tệp.")
            if len(row) > MAX_COLUMNS:
                raise BadFile(f"Dòng {number} của tệp .csv có {len(row)} cột, quá nhiều để là một danh sách.")
            yield row
    except csv.Error as problem:
        raise BadFile("Tệp .csv hỏng: có dấu ngoặc kép không đóng hoặc một ô quá dài.") from problem
