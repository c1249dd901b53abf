"""Walks the rows below a header: each is a model, or a section, a total, a signature; and reads the models."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal
from functools import partial
from itertools import islice
from typing import Any

from kheo.core.vietnamese import PartialDate, format_number
from kheo.movement.importing import values
from kheo.movement.importing.layout import Layout, layout_in
from kheo.movement.importing.outcomes import Caution, Row, RowError
from kheo.movement.importing.sheets import BrokenCell, Cells, Sheet
from kheo.movement.importing.standing import MatchUnit, Standing
from kheo.movement.importing.synonyms import meaning_of
from kheo.movement.importing.values import AMOUNTS, Wrong, cleaned, said, shown

__all__ = ["Caution", "MatchUnit", "Row", "RowError", "read_rows"]

SHOWN = 200  # characters of a cell that a message repeats
MEMORY = 50_000  # different texts kept for a column
TEXTS = ("person", "place", "note", "participants")
CHOSEN = ("bearer", "kind", "nature", "origin")
#: A merged cell of these speaks for all its rows; a merged amount is one amount, and a merged name one name.
SHARED = ("unit", "unit_code", "field", "bearer", "kind", "nature", "origin", "start", "person", "place")


def read_rows(
    sheet: Sheet,
    layout: Layout,
    *,
    match_unit: MatchUnit,
    on: dt.date,
    default_unit: Any = None,
    mapping: Mapping[str, str] | None = None,
) -> Iterator[Row | RowError | Caution]:
    """Rows below the header in the order of the sheet, each after the cautions it gives, or the errors in its place.

    `match_unit(text, code, context)` finds a unit; `default_unit` holds for rows in no section that name none.
    Sections, totals, repeated headers, column numbers, notes and signatures are passed over. Where another table with
    a header of its own begins, reading goes on by that header (`mapping` as for the first).
    """
    reader = _Reader(sheet, layout, match_unit, on, default_unit)
    for number, cells in enumerate(sheet.rows, start=1):
        if number <= layout.header_rows[-1]:
            continue
        if _begins_table(cells) and not reader.standing.is_header(cells):
            block = list(islice(sheet.rows, number - 1, number + 1))
            found = layout_in(sheet, block, number - 1, mapping)
            if found and found.header_rows[0] == number:
                layout = found
                reader = _Reader(sheet, layout, match_unit, on, default_unit)
                continue
        yield from reader.read(number, cells)


def _begins_table(cells: Cells) -> bool:
    """Whether a row opens with “STT” or the like, as headers do and no model does."""
    first = next((cell for cell in cells[:3] if cell != ""), "")
    return isinstance(first, str) and len(first) < 20 and meaning_of(first) == "number"


class _Reader:
    """Reads one table; keeps the section and the merged cells that the present row stands in."""

    def __init__(self, sheet: Sheet, layout: Layout, match_unit: MatchUnit, on: dt.date, default_unit: Any):
        self.sheet, self.layout, self.match_unit, self.on = sheet, layout, match_unit, on
        self.standing = Standing(sheet, layout, match_unit, default_unit)
        self.columns = layout.columns
        self.amounts = [(meaning, layout.columns[meaning]) for meaning in AMOUNTS if meaning in layout.columns]
        self.texts = [(meaning, layout.columns[meaning]) for meaning in TEXTS if meaning in layout.columns]
        self.chosen = [(name, layout.columns[name]) for name in CHOSEN if name in layout.columns]
        self.readers = {
            meaning: partial(values.read_amount, meaning=meaning, scale=layout.scales.get(meaning, 1))
            for meaning, _ in self.amounts
        }
        self.start = layout.columns.get("start")
        self.results = layout.columns.get("results")
        #: Column → text → fact: a list says the same few things again and again.
        self.memory: dict[int, dict[str, Any]] = defaultdict(dict)
        self.extras = [(column, layout.headers[column]) for column in layout.unknown]
        self.merges = self._merges()
        self.shared: dict[int, tuple[int, Any]] = {}
        self.last_column = max(column for meaning in layout.columns for column in layout.columns_of(meaning))
        self.found: list[RowError | Caution] = []
        self.failed = False

    def read(self, number: int, cells: Cells) -> Iterator[Row | RowError | Caution]:
        if len(cells) <= self.last_column:
            cells = cells + [""] * (self.last_column + 1 - len(cells))
        if self.merges:
            cells = self._filled_down(number, cells)
        if not self.standing.is_model(number, cells):
            return
        self.found, self.failed = [], False
        row = self._row(number, cells)
        yield from self.found
        if not self.failed:
            yield row

    def _merges(self) -> dict[int, list[tuple[int, int]]]:
        """Sheet row → (column, last sheet row) of the merged cells that begin there and speak for several models."""
        shared = {column for meaning in SHARED for column in self.layout.columns_of(meaning)}
        starts: dict[int, list[tuple[int, int]]] = {}
        for (top, left), (bottom, _) in self.sheet.merged:
            if bottom > top and left in shared:
                starts.setdefault(top + 1, []).append((left, bottom + 1))
        return starts

    def _filled_down(self, number: int, cells: Cells) -> Cells:
        for column, last in self.merges.get(number, ()):
            self.shared[column] = (last, cells[column])
        for column, (last, value) in self.shared.items():
            if number <= last and cells[column] == "":
                cells = [*cells]
                cells[column] = value
        return cells

    def _row(self, number: int, cells: Cells) -> Row:
        row = Row(self.sheet.name, number)
        row.name = self._name(number, cells)
        row.unit = self._unit(number, cells)
        row.field = self._field(number, cells)
        self._choices(row, cells)
        if self.start is not None:
            row.start = self._fact(number, cells, self.start, self._read_start)
        for meaning, column in self.amounts:
            if cells[column] != "":
                setattr(row, AMOUNTS[meaning].attribute, self._amount(number, meaning, column, cells))
        if self.results is not None and cells[self.results] != "":
            row.results = self._text(number, cells, "results", self.results)
            self._prose(row)
        for meaning, column in self.texts:
            if cells[column] != "":
                setattr(row, meaning, self._text(number, cells, meaning, column))
        self._extra(row, cells)
        return row

    def _wrong(self, number: int, column: str, cell: object, reason: str) -> None:
        self.failed = True
        self.found.append(RowError(self.sheet.name, number, column, cleaned(shown(cell)[:SHOWN])[0], reason))

    def _doubt(self, number: int, column: str, cell: object, reason: str) -> None:
        self.found.append(Caution(self.sheet.name, number, column, cleaned(shown(cell)[:SHOWN])[0], reason))

    def _fact(self, number: int, cells: Cells, column: int, read: Callable[[Any], Any]) -> Any:
        """What `read` makes of a cell, None for an empty one; a cell it calls wrong becomes an error of the row."""
        cell = cells[column]
        if cell == "":
            return None
        known = self.memory[column]
        is_text = isinstance(cell, str)
        if is_text and cell in known:
            return known[cell]
        try:
            fact = read(cell)
        except Wrong as problem:
            self._wrong(number, self.layout.headers[column], cell, str(problem))
            return None
        if is_text and len(known) < MEMORY:
            known[cell] = fact
        return fact

    def _read_start(self, cell: object) -> PartialDate | None:
        return values.read_start(cell, self.on)

    def _name(self, number: int, cells: Cells) -> str:
        column = self.columns["name"]
        name = self._text(number, cells, "name", column)
        if not name and not isinstance(cells[column], BrokenCell):
            self._wrong(number, self.layout.headers[column], cells[column], "thiếu tên mô hình, điển hình")
        return " ".join(name.split()) if "\n" in name or "  " in name else name

    def _text(self, number: int, cells: Cells, meaning: str, column: int) -> str:
        cell = cells[column]
        if isinstance(cell, BrokenCell):
            self._wrong(number, self.layout.headers[column], cell, cell.reason)
            return ""
        text, removed = cleaned(cell if isinstance(cell, str) else shown(cell))
        if removed:
            self._doubt(number, self.layout.headers[column], text, f"đã bỏ {removed} ký tự điều khiển không hiện được")
        limit = values.TEXT_LIMITS.get(meaning, values.TEXT_LIMIT)
        if len(text) > limit:
            reason = f"dài quá {format_number(limit)} ký tự (đang có {format_number(len(text))})"
            self._wrong(number, self.layout.headers[column], text, reason)
        return "" if text in values.NOT_SAID else text

    def _unit(self, number: int, cells: Cells) -> Any:
        match, column, cell = self.standing.unit_of(cells)
        if match.unit is None:
            self._wrong(number, self.layout.headers.get(column, "") if column is not None else "", cell, match.reason)
        elif self.standing.carried:
            self._doubt(number, self.layout.header("unit"), "", "ô đơn vị trống, lấy theo dòng trên")
        return match.unit

    def _field(self, number: int, cells: Cells) -> str | None:
        place = self.columns.get("field")
        if place is None:
            return self.standing.field
        if isinstance(place, int):
            field_key = self._fact(number, cells, place, values.read_field)
            silent = field_key is None
        else:
            keys = self._ticked(number, cells, place)
            if len(keys) > 1:
                ticked = ", ".join(values.FIELD_NAMES[key] for key in keys)
                self._wrong(
                    number, self.layout.header("field"), "x", f"đánh dấu {len(keys)} lĩnh vực ({ticked}), chỉ được một"
                )
            field_key, silent = (keys[0] if keys else None), not keys
        if silent and not self.failed:
            field_key = self.standing.field
            if field_key is None:
                self._doubt(number, self.layout.header("field"), "", "còn thiếu lĩnh vực")
        return field_key

    def _ticked(self, number: int, cells: Cells, place: dict[str, int]) -> list[str]:
        return [key for key, column in place.items() if self._fact(number, cells, column, values.is_marked)]

    def _choices(self, row: Row, cells: Cells) -> None:
        """Clerks write “tập thể” under “Loại” and “mô hình” under “Loại hình”: each word goes where it belongs."""
        row.bearer = self.standing.bearer
        for name, place in self.chosen:
            if isinstance(place, dict):
                keys = self._ticked(row.row, cells, place)
                if len(keys) > 1:
                    self._wrong(row.row, self.layout.header(name), "x", "đánh dấu cả tập thể và cá nhân, chỉ được một")
                row.bearer = keys[0] if keys else row.bearer
            elif cells[place] != "":
                chosen = self._fact(row.row, cells, place, _CHOOSERS[name])
                if chosen:
                    for each, key in chosen:
                        setattr(row, each, key)
                elif chosen is not None:
                    header, text = self.layout.headers[place], said(cells[place])
                    row.extra[header] = text
                    self._doubt(row.row, header, text, "không hiểu được, giữ nguyên ở cột khác")

    def _amount(self, number: int, meaning: str, column: int, cells: Cells) -> int | Decimal | None:
        value = self._fact(number, cells, column, self.readers[meaning])
        if isinstance(value, Decimal):
            cell = cells[column]
            if isinstance(cell, float) and cell < 1000 and len(repr(cell).partition(".")[2]) == 3:
                reason = "ô số có ba chữ số thập phân: có thể là hàng nghìn gõ bằng dấu chấm"
                self._doubt(number, self.layout.headers[column], cell, reason)
        return value

    def _prose(self, row: Row) -> None:
        for meaning, spoken in values.read_prose(row.results).items():
            amount = AMOUNTS[meaning]
            written = getattr(row, amount.attribute)
            if written is None:
                setattr(row, amount.attribute, spoken.value)
                reason = f"câu có nhiều {amount.noun}, lấy {format_number(spoken.value)}" if spoken.several else ""
            elif written != spoken.value:
                told, kept = format_number(spoken.value), format_number(written)
                reason = f"{amount.noun} trong câu là {told}, trong cột là {kept}: lấy số trong cột"
            else:
                continue
            if reason:
                self._doubt(row.row, self.layout.header("results"), row.results, reason)

    def _extra(self, row: Row, cells: Cells) -> None:
        for column, header in self.extras:
            if column < len(cells) and cells[column] != "":
                text = cleaned(shown(cells[column]))[0][: values.TEXT_LIMIT]
                if text:
                    row.extra[header if header not in row.extra else f"{header} ({column + 1})"] = text


def _choose(cell: object, names: tuple[str, ...]) -> tuple[tuple[str, str], ...] | None:
    """The choices a word makes, none for a word nobody knows; None when the cell is silent."""
    text = said(cell)
    if not text:
        return None
    return tuple((name, key) for name in names if (key := values.choice_of(name, text)))


#: “Loại” and “Loại hình” are used for both, so a word under either is taken for what it says.
_CHOOSERS = {
    "bearer": partial(_choose, names=("bearer", "kind")),
    "kind": partial(_choose, names=("bearer", "kind")),
    "nature": partial(_choose, names=("nature",)),
    "origin": partial(_choose, names=("origin",)),
}
