"""Finds the header block of a sheet and says which column means what."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import islice

from kheo.core.vietnamese import clean
from kheo.movement.importing import synonyms
from kheo.movement.importing.sheets import Cells, Sheet
from kheo.movement.importing.synonyms import meaning_of, scale_of, words

HEADER_WITHIN = 80  # sheet rows looked through for a header
ENOUGH = 3  # different meanings, the name among them, that make a row a header

FIELDS = ("economy", "culture", "defence", "politics")
FIELD_MEANINGS = {f"field_{name}": name for name in FIELDS}
BEARER_MEANINGS = {"bearer_group": "group", "bearer_person": "person"}
#: Columns whose marks together give one fact, and the short words that mean a mark only in company.
FAMILIES = (
    ("field", FIELD_MEANINGS, synonyms.FIELD_MARKS),
    ("bearer", BEARER_MEANINGS, synonyms.BEARER_MARKS),
)
UNIT_OF_TABLE = re.compile(r"\b(don vi tinh|dvt)\b")


@dataclass(frozen=True)
class Layout:
    """Where everything stands in one table of a sheet. Columns are 0-based, rows are 1-based sheet rows.

    `columns` maps a meaning to its column; "field" and "bearer" may instead map to `{key: column}` where an x is put
    under one of several columns. `headers` holds the text of every header cell, the lower one of two. `scales` says
    what one written unit is worth. `unknown` lists columns with a header nobody knows: they are kept as extra.
    """

    sheet: str
    header_rows: tuple[int, ...]
    columns: dict[str, int | dict[str, int]]
    headers: dict[int, str]
    parents: dict[int, str] = field(default_factory=dict)
    scales: dict[str, int] = field(default_factory=dict)
    unknown: tuple[int, ...] = ()
    doubled: tuple[tuple[int, str], ...] = ()
    signature: str = ""

    @property
    def first_row(self) -> int:
        """The sheet row below the header block."""
        return self.header_rows[-1] + 1

    def columns_of(self, meaning: str) -> list[int]:
        """All columns that tell a meaning: several where an x is put under one of them."""
        place = self.columns.get(meaning)
        return list(place.values()) if isinstance(place, dict) else [] if place is None else [place]

    def header(self, meaning: str) -> str:
        """The header text to name in a message about `meaning`; "" when the sheet has no such column."""
        columns = self.columns_of(meaning)
        if not columns:
            return ""
        return (len(columns) > 1 and self.parents.get(min(columns))) or self.headers[min(columns)]


def find_layout(sheet: Sheet, mapping: Mapping[str, str] | None = None) -> Layout | None:
    """The layout of the first table of a sheet, or None. `mapping` (header text → meaning, "" to leave out) wins."""
    top = list(islice(sheet.rows, HEADER_WITHIN))
    return layout_in(sheet, top, 0, mapping)


def layout_in(sheet: Sheet, top: list[Cells], first: int, mapping: Mapping[str, str] | None = None) -> Layout | None:
    """The layout of the first header block among the rows `top`, of which the first is 0-based sheet row `first`."""
    chosen = {words(header): meaning for header, meaning in (mapping or {}).items()}
    for at, cells in enumerate(top):
        if sum(1 for cell in cells if cell != "") < ENOUGH:
            continue
        below = top[at + 1] if at + 1 < len(top) else []
        candidates = [_Block(sheet, first + at, [cells], chosen)]
        if _continues(cells, below, candidates[0]):
            candidates.append(_Block(sheet, first + at, [cells, below], chosen))
        best = max(candidates, key=lambda block: block.score)
        if best.is_header:
            return best.layout(_scale_above(top[:at]))
    return None


def text_of(cell: object) -> str:
    """A header cell as one line."""
    if not isinstance(cell, str):
        return "" if cell is None or cell == "" else str(cell)
    return " ".join(clean(cell)[0].split())


def _continues(cells: Cells, below: Cells, block: _Block) -> bool:
    """A second header row holds text only, and nothing where the first row already named the number and the name."""
    filled = [(column, cell) for column, cell in enumerate(below) if cell != ""]
    if not filled or any(not isinstance(cell, str) or len(cell) > synonyms.MAX_HEADER for _, cell in filled):
        return False
    named = {column for column, meaning in block.meanings.items() if meaning in ("name", "number")}
    return all(column not in named or text_of(cells[column]) == text_of(cell) for column, cell in filled)


class _Block:
    """One or two rows taken for a header: the meaning of each column, and how much they look like a header."""

    def __init__(self, sheet: Sheet, row: int, rows: list[Cells], chosen: dict[str, str]):
        self.sheet, self.row, self.height = sheet, row, len(rows)
        self.width = max(len(cells) for cells in rows)
        self.upper, self.lower = (_texts(cells, self.width) for cells in (rows[0], rows[-1]))
        self.above = _spread(sheet, row, self.upper) if self.height == 2 else [""] * self.width
        self.headers: dict[int, str] = {}
        self.parents: dict[int, str] = {}
        self.meanings: dict[int, str] = {}
        self.unknown: list[int] = []
        for column in range(self.width):
            self._name(column, chosen)
        self._settle_families()

    def _name(self, column: int, chosen: dict[str, str]) -> None:
        own = self.lower[column] or self.upper[column]
        if not own:
            return
        parent = self.above[column] if self.lower[column] else ""
        parent = parent if parent != own else ""
        self.headers[column] = own
        if parent:
            self.parents[column] = parent
        meaning = self._meaning(own, parent, chosen)
        if meaning is None:
            self.unknown.append(column)
        elif meaning:
            self.meanings[column] = meaning

    @staticmethod
    def _meaning(own: str, parent: str, chosen: dict[str, str]) -> str | None:
        for said in (words(f"{parent} {own}"), words(own)):
            if said in chosen:
                return chosen[said]
        if parent:
            for family, _, marks in FAMILIES:
                if meaning_of(parent) == family and (meaning := _mark(own, marks)):
                    return meaning
        found = meaning_of(own)
        if found is None and parent:
            found = meaning_of(f"{parent} {own}")
        return found or None  # known, but of no use here: kept beside the rest like an unknown one

    def _settle_families(self) -> None:
        """Marks in company: “KT, VH, QP, CT” beside each other are the four fields even without a header above."""
        for family, meanings, marks in FAMILIES:
            hinted = {column: mark for column in self.unknown if (mark := _mark(self.headers[column], marks))}
            if len(set(hinted.values()) | {m for m in self.meanings.values() if m in meanings}) >= 3:
                self.meanings.update(hinted)
                self.unknown = [column for column in self.unknown if column not in hinted]
            found = {meaning for meaning in self.meanings.values() if meaning in meanings}
            if len(found) == 1 and family == "bearer":
                self._forget(found.pop())

    def _forget(self, meaning: str) -> None:
        """A lone “Tập thể” holds names, not marks."""
        for column in [column for column, found in self.meanings.items() if found == meaning]:
            del self.meanings[column]
            self.unknown.append(column)

    @property
    def score(self) -> int:
        return len(set(self.meanings.values()))

    @property
    def is_header(self) -> bool:
        return "name" in self.meanings.values() and self.score >= ENOUGH

    def layout(self, scale_above: int | None) -> Layout:
        columns, doubled = self._columns()
        scales = {}
        for meaning in synonyms.UNITS:
            place = columns.get(meaning)
            if isinstance(place, int):
                header = f"{self.parents.get(place, '')} {self.headers[place]}"
                scale = scale_of(meaning, header) or (scale_above if meaning == "money" else None)
                scales[meaning] = scale or 1
        said = "|".join(
            words(f"{self.parents.get(column, '')} {text}") for column, text in sorted(self.headers.items())
        )
        return Layout(
            sheet=self.sheet.name,
            header_rows=tuple(range(self.row + 1, self.row + 1 + self.height)),
            columns=columns,
            headers=self.headers,
            parents=self.parents,
            scales=scales,
            unknown=tuple(sorted([*self.unknown, *(column for column, _ in doubled)])),
            doubled=tuple(doubled),
            signature=hashlib.sha256(said.encode()).hexdigest()[:16],
        )

    def _columns(self) -> tuple[dict[str, int | dict[str, int]], list[tuple[int, str]]]:
        columns: dict[str, int | dict[str, int]] = {}
        doubled = []
        for column, meaning in sorted(self.meanings.items()):
            family = next((family for family, meanings, _ in FAMILIES if meaning in meanings), None)
            if family is None:
                if meaning in columns:
                    doubled.append((column, meaning))
                else:
                    columns[meaning] = column
                continue
            marks = columns.setdefault(family, {})
            if isinstance(marks, int):
                # A field written out in words stands beside marks: the words are what a clerk reads.
                doubled.append((column, meaning))
            else:
                key = {**FIELD_MEANINGS, **BEARER_MEANINGS}[meaning]
                doubled.extend([(column, meaning)] if key in marks else [])
                marks.setdefault(key, column)
        return columns, doubled


def _texts(cells: Cells, width: int) -> list[str]:
    return [text_of(cell) for cell in cells] + [""] * (width - len(cells))


def _spread(sheet: Sheet, row: int, texts: list[str]) -> list[str]:
    """The upper header over each column: a merged one reaches over its columns, another over empty ones beside it."""
    texts = list(texts)
    for (top, left), (bottom, right) in sheet.merged:
        if top <= row <= bottom and right > left:
            for column in range(left, min(right + 1, len(texts))):
                texts[column] = texts[column] or texts[left]
    for column in range(1, len(texts)):
        texts[column] = texts[column] or texts[column - 1]
    return texts


def _mark(text: str, marks: Mapping[str, tuple[str, ...]]) -> str | None:
    said = words(text)
    for meaning, phrases in marks.items():
        if said in phrases or said in synonyms.SYNONYMS[meaning]:
            return meaning
    return None


def _scale_above(rows: list[Cells]) -> int | None:
    """“Đơn vị tính: triệu đồng” in the title rows holds for a money column that says nothing itself."""
    for cells in rows:
        for cell in cells:
            if isinstance(cell, str) and UNIT_OF_TABLE.search(words(cell)):
                return scale_of("money", f"({cell})")
    return None
