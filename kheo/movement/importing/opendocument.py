"""Surveys the XML of an OpenDocument sheet: how far it reaches, what is merged, which formulas failed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from xml.parsers import expat

from kheo.movement.importing.sheets import BadFile, BrokenCell, Corner, too_large

TABLE = "urn:oasis:names:tc:opendocument:xmlns:table:1.0 "
OFFICE = "urn:oasis:names:tc:opendocument:xmlns:office:1.0 "
CALCEXT = "urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0 "
CELLS = (f"{TABLE}table-cell", f"{TABLE}covered-table-cell")

BROKEN = "Tệp .ods hỏng hoặc chưa tải xong nên không đọc được. Hãy lưu lại tệp rồi tải lên lần nữa."


@dataclass
class Found:
    """What one table holds besides its values."""

    merged: list[tuple[Corner, Corner]] = field(default_factory=list)
    broken: dict[int, dict[int, BrokenCell]] = field(default_factory=dict)


def survey(chunks: Iterable[bytes]) -> dict[str, Found]:
    """Sheet name → what was found. Raises `BadFile` for broken XML, and for repeats that would fill the memory."""
    surveyor = _Surveyor()
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.StartElementHandler = surveyor.start
    parser.EndElementHandler = surveyor.end
    parser.CharacterDataHandler = surveyor.text
    parser.StartDoctypeDeclHandler = surveyor.refuse
    parser.buffer_text = True
    try:
        for chunk in chunks:
            parser.Parse(chunk, False)
        parser.Parse(b"", True)
    except (expat.ExpatError, ValueError, RecursionError) as problem:
        raise BadFile(BROKEN) from problem
    return surveyor.found


class _Surveyor:
    """Follows the walk through the XML; positions count repeated rows and cells as the parser will."""

    def __init__(self):
        self.found: dict[str, Found] = {}
        self.table = Found()
        self.row = self.column = self.rows_repeated = self.columns_repeated = 0
        self.deepest = self.widest = 0
        self.filled = False
        self.failed = False

    def refuse(self, *_):
        raise BadFile(BROKEN)

    def start(self, name, marks):
        if name in CELLS:
            self._cell(marks)
        elif name == f"{TABLE}table-row":
            self.rows_repeated = _count(marks, f"{TABLE}number-rows-repeated")
            self.column = 0
        elif name == f"{TABLE}table":
            self.table = self.found.setdefault(marks.get(f"{TABLE}name", ""), Found())
            self.row = self.deepest = self.widest = 0

    def end(self, name):
        if name in CELLS:
            if self.filled:
                self.deepest = max(self.deepest, self.row + self.rows_repeated)
                self.widest = max(self.widest, self.column + self.columns_repeated)
            self.column += self.columns_repeated
            self.filled = self.failed = False
        elif name == f"{TABLE}table-row":
            self.row += self.rows_repeated
            too_large(self.deepest, self.widest)

    def text(self, text):
        if self.failed and text.strip():
            mark = BrokenCell(text.strip()[:100], f"công thức trong ô bị lỗi {text.strip()[:20]}")
            self.table.broken.setdefault(self.row, {})[self.column] = mark

    def _cell(self, marks):
        self.columns_repeated = _count(marks, f"{TABLE}number-columns-repeated")
        self.filled = f"{OFFICE}value-type" in marks
        self.failed = marks.get(f"{CALCEXT}value-type") == "error"
        down = _count(marks, f"{TABLE}number-rows-spanned")
        across = _count(marks, f"{TABLE}number-columns-spanned")
        if down > 1 or across > 1:
            corner = (self.row, self.column)
            self.table.merged.append((corner, (self.row + down - 1, self.column + across - 1)))


def _count(marks, name) -> int:
    text = marks.get(name, "1")
    return max(int(text), 1) if text.isdigit() and len(text) < 12 else 1
