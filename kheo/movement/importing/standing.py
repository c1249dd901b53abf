"""Tells a model's row from the rows around it, and knows under which section heading it stands."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from typing import Any

from kheo.movement.importing.layout import Layout, text_of
from kheo.movement.importing.sheets import BrokenCell, Cells, Sheet
from kheo.movement.importing.synonyms import words
from kheo.movement.importing.units_match import UnitMatch
from kheo.movement.importing.values import Wrong, choice_of, field_of, said, shown

# “Cộng đồng ...” and “Tổng vệ sinh ...” begin names of models; a total ends there or goes on with what is totalled.
TOTAL = re.compile(
    r"(tong cong|cong|tong so|tong|cong don|luy ke)"
    r"(| (toan )?(xa|phuong|thi tran|dac khu|huyen|tinh|muc|phan|linh vuc|don vi|dot|nam|\d+|[ivx]+)\b.*"
    r"| \w+ mo hinh\b.*)"
)
SIGNATURE = re.compile(
    r"((t ?m|k ?t|t ?l|t ?u ?q) [a-z]{2}|thay mat|noi nhan|nguoi lap|nguoi tong hop|can bo tong hop|thu truong|ky ten"
    r"|ky ghi ro|xac nhan cua|truong ban|pho truong ban|bi thu|pho bi thu|chu tich|pho chu tich).*"
    r"|.*\bngay \w* ?thang \w* ?nam\b.*"
)
NOTE = re.compile(r"(ghi chu|luu y|chu thich|nguon|danh sach (nay )?(co|gom)|an dinh danh sach)\b.*")
COUNTER = re.compile(r"([IVXLC]+|[A-ZĐ]|\d{1,2}(?:\.\d{1,2})*)\s*(?:[.):/–-]+\s*|\s+(?=\S{2}))(?=\S)")
SECTION_NUMBER = re.compile(r"[IVXLC]+|[A-ZĐ]")
AFTER = re.compile(r"\s*[(:;].*$")
BEFORE = re.compile(r"^(đơn vị|địa phương|khối|cụm)\s*:\s*", re.IGNORECASE)
COLUMN_NUMBER = re.compile(r"\(?\d{1,2}\)?|\(?[A-Za-z]\)?|\(?\d{1,2} ?= ?.*")
_HAS_LETTER = re.compile(r"[^\W\d_]")
WIDE = SIGNERS = 3
FACTS = ("field", "bearer", "start", "unit", "unit_code", "kind")


@lru_cache(maxsize=50_000)
def manner_of(text: str) -> str:
    """What a row beginning with this text is, by its words alone: "total", "signature", "note" or "" for a model."""
    told = words(text)
    for manner, pattern in (("total", TOTAL), ("signature", SIGNATURE), ("note", NOTE)):
        if pattern.fullmatch(told):
            return manner
    return "note" if text.startswith("(") and text.endswith(")") else ""


MatchUnit = Callable[[str, str, Any], UnitMatch]


@lru_cache(maxsize=5_000)
def _begins_total(first_word: str) -> bool:
    return words(first_word) in ("cong", "tong", "luy")


def _may_total(name: str) -> bool:
    """A quick look at the first word: nearly every row is a model, and folding whole names costs."""
    return _begins_total(name.lstrip()[:8].partition(" ")[0])


class Standing:
    """Where the reading of one table stands: the section's unit, field and bearer, and whether the signatures began."""

    def __init__(self, sheet: Sheet, layout: Layout, match_unit: MatchUnit, default_unit: Any):
        self.sheet, self.layout, self.match_unit = sheet, layout, match_unit
        self.default = UnitMatch(default_unit) if default_unit is not None else None
        self.section: UnitMatch | None = None
        self.section_text = ""
        self.field: str | None = None
        self.bearer: str | None = None
        self.above: UnitMatch | None = None
        self.carried = False
        self.closing = False
        columns: dict[str, Any] = layout.columns  # the four below are single columns
        self.name, self.number = columns["name"], columns.get("number")
        self.unit, self.code = columns.get("unit"), columns.get("unit_code")
        self.facts = [column for meaning in FACTS for column in layout.columns_of(meaning)]
        self.head = words(layout.headers[self.name])
        self.wide = {top + 1 for (top, left), (_, right) in sheet.merged if right - left + 1 >= WIDE}

    def is_model(self, number: int, cells: Cells) -> bool:
        """Whether the row is a model; a section heading is taken in on the way."""
        name = cells[self.name]
        numbered = self.number is not None and _counts(cells[self.number])
        if numbered and isinstance(name, str) and len(name) > 2 and not self.closing:
            return not (_may_total(name) and manner_of(name) == "total") and not (
                len(name) < 13 and self._numbers_columns(cells)
            )
        filled = [column for column, cell in enumerate(cells) if not _is_blank(cell)]
        if not filled or self.is_header(cells) or self._numbers_columns(cells):
            return False
        texts = [cells[column] for column in filled if isinstance(cells[column], str)]
        first = next((text for text in texts if _HAS_LETTER.search(text)), "")
        if self._heads_section(number, cells, filled) or manner_of(first) in ("total", "note"):
            return False
        if not numbered and self._signs(cells, filled, texts):
            self.closing = True
        if self.closing and not (numbered and self.name in filled):
            return False
        return self._tells_enough(filled, numbered)

    def unit_of(self, cells: Cells) -> tuple[UnitMatch, int | None, object]:
        """The unit of a row by its own cell, the row above in a file without merges, the section or the default.

        Also the column and cell to blame when there is none.
        """
        self.carried = False
        text, code = self._cell(cells, self.unit), self._cell(cells, self.code)
        blamed = self.code if code and not text else self.unit if self.unit is not None else self.code
        cell = cells[blamed] if blamed is not None else ""
        if isinstance(cell, BrokenCell):
            return UnitMatch(None, cell.reason), blamed, cell
        if text or code:
            self.above = self.match_unit(text, code, self.section.unit if self.section else None)
            return self.above, blamed, cell
        named = self.section is not None and self.section.unit is not None
        if self.above is not None and not named and not self.sheet.carries_merges:
            self.carried = self.above.unit is not None
            return self.above, blamed, cell
        found = self.section or self.default
        if found is None:
            return UnitMatch(None, "thiếu đơn vị"), blamed, cell
        return found, blamed, self.section_text if self.section else cell

    @staticmethod
    def _cell(cells: Cells, column: int | None) -> str:
        if column is None or isinstance(cells[column], BrokenCell):
            return ""
        return said(cells[column])

    def _signs(self, cells: Cells, filled: list[int], texts: list[str]) -> bool:
        """Who signs stands alone or beside another signer; “KT.” and a date also stand in the cells of a model."""
        if self.name not in filled:
            return any(manner_of(text) == "signature" for text in texts)
        return len(filled) <= SIGNERS and manner_of(shown(cells[self.name])) == "signature"

    def _tells_enough(self, filled: list[int], numbered: bool) -> bool:
        """A name, with a number or anything beside it; or no name, but facts that ask for one."""
        beside = [column for column in filled if column not in (self.name, self.number)]
        if self.name in filled:
            return numbered or bool(beside) or self.number is None
        return len([column for column in beside if column in self.facts]) >= 2 or (numbered and len(beside) >= 2)

    def is_header(self, cells: Cells) -> bool:
        """A header printed again on the next page, or the second line of it."""
        filled = [column for column, cell in enumerate(cells) if not _is_blank(cell)]
        if len(cells) <= self.name:
            return False
        if isinstance(cells[self.name], str) and words(cells[self.name]) == self.head:
            return True
        if self.name in filled or len(filled) < 2:
            return False
        return all(
            isinstance(cells[column], str) and words(cells[column]) == words(self.layout.headers.get(column, ""))
            for column in filled
        )

    @staticmethod
    def _numbers_columns(cells: Cells) -> bool:
        """The line “(1) (2) (3)” or “A B 1 2 3” that forms put below their header."""
        texts = [shown(cell) for cell in cells if cell != ""]
        if len(texts) < 4 or any(len(text) > 12 for text in texts):
            return False
        return len(set(texts)) == len(texts) and all(COLUMN_NUMBER.fullmatch(text) for text in texts)

    def _heads_section(self, number: int, cells: Cells, filled: list[int]) -> bool:
        """Take in a heading such as “I. XÃ NAM CỬA VIỆT”, “A | TẬP THỂ”, “Lĩnh vực kinh tế”."""
        counted = self.number in filled and SECTION_NUMBER.fullmatch(shown(cells[self.number]).rstrip(".)"))
        if counted and not any(column in filled for column in self.facts):
            text = next((text_of(cells[c]) for c in filled if c != self.number and isinstance(cells[c], str)), "")
        elif len(filled) == 1 and isinstance(cells[filled[0]], str):
            text = text_of(cells[filled[0]])
        else:
            return False
        if not text or manner_of(text):
            return False
        counter = COUNTER.match(text)
        bare = text[counter.end() :] if counter else text
        strong = bool(counted) or number in self.wide or bool(counter and not counter[1][0].isdigit()) or bare.isupper()
        return self._take_in(bare, strong)

    def _take_in(self, text: str, strong: bool) -> bool:
        unlabelled = BEFORE.sub("", text)
        for reading in filter(None, dict.fromkeys((text, AFTER.sub("", text), unlabelled, AFTER.sub("", unlabelled)))):
            try:
                field_key = field_of(reading)
            except Wrong:
                field_key = None
            if field_key:
                self.field = field_key
                return True
            if bearer := choice_of("bearer", reading):
                self.bearer = bearer
                return True
            match = self.match_unit(reading, "", None)
            if match.unit is not None:
                self._enter(match, text)
                return True
        if strong:
            # Rows below must not go to the unit of the section before; whoever names no unit of its own is an error.
            self._enter(self.match_unit(AFTER.sub("", text), "", None), text)
        return strong

    def _enter(self, match: UnitMatch, text: str) -> None:
        self.section, self.section_text, self.above = match, text, None


def _is_blank(cell: object) -> bool:
    return cell == "" or (isinstance(cell, str) and cell.isspace())


def _counts(cell: object) -> bool:
    """Whether a cell of the number column counts a model: 1, "1", "1.", "01", "1.2"."""
    if isinstance(cell, str):
        return bool(cell) and cell.strip().rstrip(".)").replace(".", "").isdigit()
    return isinstance(cell, int | float)
