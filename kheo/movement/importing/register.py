"""Reads a whole register in one call: file, headers, rows, errors and cautions."""

from __future__ import annotations

import datetime as dt
import os
import time
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, field
from decimal import Decimal
from itertools import islice
from typing import Any

from kheo.movement.importing.files import Sheet, read_book
from kheo.movement.importing.fonts import in_unicode
from kheo.movement.importing.layout import HEADER_WITHIN, Layout, layout_in
from kheo.movement.importing.rows import Caution, MatchUnit, Row, RowError, read_rows
from kheo.movement.importing.values import FIELD_NAMES

BEARER_NAMES = {"group": "tập thể", "person": "cá nhân"}


@dataclass
class Reading:
    """What was understood of a file: `layouts` by sheet name, good rows, errors, cautions, and how long it took."""

    sheets: list[str] = field(default_factory=list)
    layouts: dict[str, Layout] = field(default_factory=dict)
    rows: list[Row] = field(default_factory=list)
    errors: list[RowError] = field(default_factory=list)
    cautions: list[Caution] = field(default_factory=list)
    seconds: float = 0.0


def read_register(
    path: str | os.PathLike[str] | bytes,
    *,
    name: str,
    match_unit: MatchUnit,
    on: dt.date,
    mapping: Mapping[str, str] | Callable[[str], Mapping[str, str]] | None = None,
    default_unit: Any = None,
    told: Callable[[int], None] | None = None,
) -> Reading:
    """Read every visible sheet that has a header block. Raises `BadFile`.

    `mapping` (header text → meaning) overrides the synonym table; it may be a function of a layout's signature, which
    is how a remembered mapping is looked up. `told` is called with the number of rows read, now and then.
    """
    began = time.monotonic()
    reading = Reading()
    for sheet in read_book(path, name):
        _read_sheet(reading, in_unicode(sheet), match_unit, on, mapping, default_unit, told)
    if not reading.layouts:
        what = "không tìm thấy dòng tiêu đề có cột tên mô hình, điển hình trong tệp"
        reading.errors.append(RowError(reading.sheets[0] if reading.sheets else "", 1, "", "", what))
    reading.seconds = time.monotonic() - began
    return reading


def _read_sheet(reading, sheet: Sheet, match_unit, on, mapping, default_unit, told) -> None:
    reading.sheets.append(sheet.name)
    top = list(islice(sheet.rows, HEADER_WITHIN))
    layout, chosen = _layout(sheet, top, mapping)
    if layout is None:
        if any(cell != "" for cells in top for cell in cells):
            reason = "không tìm thấy dòng tiêu đề có cột tên mô hình, trang tính này không được đọc"
            reading.cautions.append(Caution(sheet.name, 1, "", sheet.name, reason))
        return
    reading.layouts[sheet.name] = layout
    reading.cautions.extend(_about(layout))
    for found in read_rows(sheet, layout, match_unit=match_unit, on=on, default_unit=default_unit, mapping=chosen):
        if isinstance(found, Row):
            reading.rows.append(found)
            if told and len(reading.rows) % 500 == 0:
                told(len(reading.rows))
        elif isinstance(found, RowError):
            reading.errors.append(found)
        else:
            reading.cautions.append(found)


def _layout(sheet: Sheet, top, mapping) -> tuple[Layout | None, Mapping[str, str] | None]:
    """The layout, and the mapping it was found with."""
    if not callable(mapping):
        return layout_in(sheet, top, 0, mapping), mapping
    found = layout_in(sheet, top, 0)
    chosen = mapping(found.signature) if found else None
    return (layout_in(sheet, top, 0, chosen) if chosen else found), chosen


def _about(layout: Layout) -> list[Caution]:
    row = layout.header_rows[-1]
    doubled = dict(layout.doubled)
    cautions = []
    for column in layout.unknown:
        header = layout.headers[column]
        reason = "cột cùng nghĩa với một cột khác" if column in doubled else "chưa rõ nghĩa của cột"
        cautions.append(Caution(layout.sheet, row, header, header, f"{reason}, nội dung được giữ ở phần khác"))
    if "field" not in layout.columns:
        cautions.append(Caution(layout.sheet, row, "", "", "danh sách không có cột lĩnh vực"))
    return cautions


def as_json(reading: Reading) -> dict[str, list[dict[str, Any]]]:
    """The reading as `import_register --json` prints it: rows, errors, warnings; a number without a part as an int."""
    return {
        "rows": [_row(row) for row in reading.rows],
        "errors": [asdict(error) for error in reading.errors],
        "warnings": [asdict(caution) for caution in reading.cautions],
    }


def _row(row: Row) -> dict[str, Any]:
    return {
        "row": row.row,
        "name": row.name,
        "field": FIELD_NAMES.get(row.field or ""),
        "unit": getattr(row.unit, "name", row.unit),
        "bearer": BEARER_NAMES.get(row.bearer or ""),
        "start": row.start.iso() if row.start else None,
        "start_precision": row.start.precision if row.start else None,
        "land_m2": _plain(row.land_m2),
        "labour_days": _plain(row.labour_days),
        "money_vnd": _plain(row.money_vnd),
        "households": _plain(row.households),
    }


def _plain(value: int | Decimal | None) -> int | float | None:
    return float(value) if isinstance(value, Decimal) else value
