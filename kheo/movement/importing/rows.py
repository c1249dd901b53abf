"""Walks the rows below a header: each is a model, or a section, a total, a signature; and reads the models."""

from __future__ import annotations

import dataclasses
import datetime as dt
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from kheo.core.vietnamese import PartialDate
from kheo.movement.importing import values
from kheo.movement.importing.layout import Layout
from kheo.movement.importing.sheets import BrokenCell, Cells, Sheet
from kheo.movement.importing.standing import Standing
from kheo.movement.importing.units_match import UnitMatch
from kheo.movement.importing.values import AMOUNTS, Wrong, cleaned, said, shown

MatchUnit = Callable[[str, str, Any], UnitMatch]
TEXTS = ("person", "place", "note", "participants")
CHOSEN = ("bearer", "kind", "nature", "origin")
#: A merged cell of these speaks for all its rows; a merged amount is one amount, and a merged name one name.
SHARED = ("unit", "unit_code", "field", "bearer", "kind", "nature", "origin", "start", "person", "place")


@dataclass(slots=True)
class Row:
    """A model as one row tells it. None is “not said”; zero is zero. `unit` is what the matcher found.

    `land_m2` and `labour_days` may be Decimals with a part, `money_vnd` is whole đồng. `extra` keeps columns nobody knows.
    """

    sheet: str
    row: int
    name: str = ""
    field: str | None = None
    unit: Any = None
    bearer: str | None = None
    kind: str | None = None
    nature: str | None = None
    start: PartialDate | None = None
    land_m2: int | Decimal | None = None
    labour_days: int | Decimal | None = None
    money_vnd: int | None = None
    households: int | None = None
    beneficiaries: int | None = None
    members: int | None = None
    person: str = ""
    place: str = ""
    note: str = ""
    participants: str = ""
    results: str = ""
    origin: str | None = None
    extra: dict[str, str] = dataclasses.field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class RowError:
    """Why a row cannot be read: the cell by its header and text, the reason in Vietnamese."""

    sheet: str
    row: int
    column: str
    value: str
    reason: str


@dataclass(frozen=True, slots=True)
class Caution:
    """What was understood but should be looked at."""

    sheet: str
    row: int
    column: str
    value: str
    reason: str


def read_rows(
    sheet: Sheet, layout: Layout, *, match_unit: MatchUnit, on: dt.date, default_unit: Any = None
) -> Iterator[Row | RowError | Caution]:
    """Rows below the header in the order of the sheet, each after the cautions it gives, or the errors in its place.

    `match_unit(text, code, context)` finds a unit; `default_unit` holds for rows that name none and stand in no section.
    Sections, totals, repeated headers, column numbers, notes and signatures are passed over.
    """
    reader = _Reader(sheet, layout, match_unit, on, default_unit)
    for number, cells in enumerate(sheet.rows, start=1):
        if number >= layout.first_row:
            yield from reader.read(number, cells)


class _Reader:
    """Reads one table; keeps the section and the merged cells that the present row stands in."""

    def __init__(self, sheet: Sheet, layout: Layout, match_unit: MatchUnit, on: dt.date, default_unit: Any):
        self.sheet, self.layout, self.match_unit, self.on = sheet, layout, match_unit, on
        self.standing = Standing(sheet, layout, match_unit, default_unit)
        self.columns = layout.columns
        self.amounts = [(meaning, layout.columns[meaning]) for meaning in AMOUNTS if meaning in layout.columns]
        self.extras = [(column, layout.headers[column]) for column in layout.unknown]
        self.merges = self._merges()
        self.shared: dict[int, tuple[int, Any]] = {}
        self.last_column = max(
            column
            for place in layout.columns.values()
            for column in (place.values() if isinstance(place, dict) else (place,))
        )
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
        shared = set()
        for meaning in SHARED:
            place = self.columns.get(meaning)
            shared.update(place.values() if isinstance(place, dict) else [] if place is None else [place])
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
        if (column := self.columns.get("start")) is not None:
            row.start = self._guarded(number, cells, column, lambda cell: values.read_start(cell, self.on))
        for meaning, column in self.amounts:
            cell = cells[column]
            if cell != "":
                value = self._amount(number, meaning, column, cell)
                setattr(row, AMOUNTS[meaning].attribute, value)
        if (column := self.columns.get("results")) is not None:
            row.results = self._text(number, cells, "results", column)
            self._prose(row)
        for meaning in TEXTS:
            if (column := self.columns.get(meaning)) is not None and cells[column] != "":
                setattr(row, meaning, self._text(number, cells, meaning, column))
        self._extra(row, cells)
        return row

    def _wrong(self, number: int, column: str, cell: object, reason: str) -> None:
        self.failed = True
        self.found.append(RowError(self.sheet.name, number, column, shown(cell)[:200], reason))

    def _doubt(self, number: int, column: str, cell: object, reason: str) -> None:
        self.found.append(Caution(self.sheet.name, number, column, shown(cell)[:200], reason))

    def _guarded(self, number: int, cells: Cells, column: int, read: Callable[[Any], Any]) -> Any:
        cell = cells[column]
        if cell == "":
            return None
        try:
            return read(cell)
        except Wrong as problem:
            self._wrong(number, self.layout.headers[column], cell, str(problem))
            return None

    def _name(self, number: int, cells: Cells) -> str:
        column = self.columns["name"]
        name = self._text(number, cells, "name", column)
        if not name and not isinstance(cells[column], BrokenCell):
            self._wrong(number, self.layout.headers[column], cells[column], "thiếu tên mô hình, điển hình")
        return " ".join(name.split())

    def _text(self, number: int, cells: Cells, meaning: str, column: int) -> str:
        cell = cells[column]
        try:
            text = said(cell)
        except Wrong as problem:
            self._wrong(number, self.layout.headers[column], cell, str(problem))
            return ""
        if isinstance(cell, str) and (removed := cleaned(cell)[1]):
            self._doubt(number, self.layout.headers[column], text, f"đã bỏ {removed} ký tự điều khiển không hiện được")
        limit = values.TEXT_LIMITS.get(meaning, values.TEXT_LIMIT)
        if len(text) > limit:
            limit_text = f"{limit:,}".replace(",", ".")
            self._wrong(number, self.layout.headers[column], text, f"dài quá {limit_text} ký tự (đang có {len(text)})")
        return text

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
            field_key = self._guarded(number, cells, place, values.read_field)
            silent = cells[place] == "" or field_key is None
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
        return [key for key, column in place.items() if self._guarded(number, cells, column, values.is_marked)]

    def _choices(self, row: Row, cells: Cells) -> None:
        """Clerks write “tập thể” under “Loại” and “mô hình” under “Loại hình”: each word goes where it belongs."""
        row.bearer = self.standing.bearer
        for name in CHOSEN:
            place = self.columns.get(name)
            if isinstance(place, dict):
                keys = self._ticked(row.row, cells, place)
                if len(keys) > 1:
                    self._wrong(row.row, self.layout.header(name), "x", "đánh dấu cả tập thể và cá nhân, chỉ được một")
                row.bearer = keys[0] if keys else row.bearer
            elif place is not None and cells[place] != "":
                text = self._guarded(row.row, cells, place, said)
                if text and not self._choose(row, name, text):
                    header = self.layout.headers[place]
                    row.extra[header] = text
                    self._doubt(row.row, header, text, "không hiểu được, giữ nguyên ở cột khác")

    @staticmethod
    def _choose(row: Row, name: str, text: str) -> bool:
        names = ("bearer", "kind") if name in ("bearer", "kind") else (name,)
        chosen = {each: key for each in names if (key := values.choice_of(each, text))}
        for each, key in chosen.items():
            setattr(row, each, key)
        return bool(chosen)

    def _amount(self, number: int, meaning: str, column: int, cell: object) -> int | Decimal | None:
        header = self.layout.headers[column]
        try:
            value = values.read_amount(cell, meaning, self.layout.scales.get(meaning, Decimal(1)))
        except Wrong as problem:
            self._wrong(number, header, cell, str(problem))
            return None
        if isinstance(cell, float) and not cell.is_integer() and len(repr(cell).partition(".")[2]) == 3 and cell < 1000:
            self._doubt(number, header, cell, "ô số có ba chữ số thập phân: có thể là hàng nghìn gõ bằng dấu chấm")
        return value

    def _prose(self, row: Row) -> None:
        for meaning, spoken in values.read_prose(row.results).items():
            amount = AMOUNTS[meaning]
            written = getattr(row, amount.attribute)
            header = self.layout.header("results")
            if written is None:
                setattr(row, amount.attribute, spoken.value)
                if spoken.several:
                    self._doubt(
                        row.row, header, row.results, f"câu có nhiều {amount.noun}, lấy {shown(float(spoken.value))}"
                    )
            elif written != spoken.value:
                told = f"{amount.noun} trong câu là {shown(float(spoken.value))}, trong cột là {shown(float(written))}: lấy số trong cột"
                self._doubt(row.row, header, row.results, told)

    def _extra(self, row: Row, cells: Cells) -> None:
        for column, header in self.extras:
            if column < len(cells) and cells[column] != "":
                text = cleaned(shown(cells[column]))[0][: values.TEXT_LIMIT]
                if text:
                    row.extra[header if header not in row.extra else f"{header} ({column + 1})"] = text
