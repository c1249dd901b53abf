"""What was read waits in tables of its own until someone decides: rows, errors and cautions, columns as understood."""

from collections.abc import Iterable, Iterator
from dataclasses import fields
from datetime import date
from decimal import Decimal
from itertools import islice
from typing import Any

from kheo.core.vietnamese import PartialDate
from kheo.movement.actions.imports.reading import Found
from kheo.movement.importing import Layout, Reading, Row, UnitFact, read_book
from kheo.movement.importing.values import shown
from kheo.movement.models import ImportBatch, ImportRemark, StagedRow
from kheo.units.models import Unit

PORTION = 1000  # rows in one short transaction
SAMPLES = 3
LOOKED_AT = 40  # rows in which a column's samples are looked for
_FACTS = tuple(each.name for each in fields(Row) if each.name not in ("sheet", "row", "unit", "start"))
_DECIMALS = ("land_m2", "labour_days")


def stage(batch: ImportBatch, reading: Reading) -> None:
    """Keep what was read, under the turn of the task that read it, in short transactions."""
    turn = batch.turn
    rows = (
        StagedRow(batch=batch, turn=turn, sheet=row.sheet[:100], row=row.row, facts=facts_of(row))
        for row in reading.rows
    )
    remarks = (
        ImportRemark(
            batch=batch, turn=turn, is_error=is_error, sheet=each.sheet[:100], row=each.row,
            column=each.column[:300], value=each.value[:500], reason=each.reason,
        )
        for is_error, found in ((True, reading.errors), (False, reading.cautions))
        for each in found
    )  # fmt: skip
    for made in (rows, remarks):
        for part in _parts(made):
            type(part[0]).objects.bulk_create(part)


def staged(batch: ImportBatch) -> list[Row]:
    """The rows that wait to be written, in the order of the file."""
    found = (
        StagedRow.objects.filter(batch=batch, turn=batch.reading["turn"])
        .order_by("pk")
        .values_list("sheet", "row", "facts")
    )
    found = list(found.iterator(chunk_size=PORTION))
    names = dict(Unit.objects.filter(pk__in={facts["unit"] for *_, facts in found}).values_list("pk", "name"))
    units = {pk: UnitFact(pk, name) for pk, name in names.items()}
    return [row_of(sheet, number, facts, units) for sheet, number, facts in found]


def is_staged(batch: ImportBatch) -> bool:
    return StagedRow.objects.filter(batch=batch, turn=batch.reading.get("turn")).exists()


def clear(batch: ImportBatch, *, turn: int | None = None) -> None:
    """Take away the staged rows, those of one turn or all; remarks of other turns stay."""
    rows, remarks = StagedRow.objects.filter(batch=batch), ImportRemark.objects.filter(batch=batch)
    if turn is None:
        rows.delete()
    else:
        rows.filter(turn=turn).delete()
        remarks.filter(turn=turn).delete()


def clear_before(batch: ImportBatch, *, turn: int) -> None:
    """Take away what earlier turns left."""
    StagedRow.objects.filter(batch=batch, turn__lt=turn).delete()
    ImportRemark.objects.filter(batch=batch, turn__lt=turn).delete()


def facts_of(row: Row) -> dict[str, Any]:
    """A row as JSON holds it; what was not said is left out."""
    facts = {name: value for name in _FACTS if (value := getattr(row, name)) not in (None, "", {})}
    for name in _DECIMALS:
        if isinstance(facts.get(name), Decimal):
            facts[name] = str(facts[name])
    facts["unit"] = row.unit.id
    if row.start:
        facts["start"] = [row.start.date.isoformat(), row.start.precision]
    return facts


def row_of(sheet: str, number: int, facts: dict[str, Any], units: dict[int, UnitFact]) -> Row:
    """The row again, as it was read."""
    facts = {**facts, "unit": units[facts["unit"]]}
    for name in _DECIMALS:
        if isinstance(facts.get(name), str):
            facts[name] = Decimal(facts[name])
    if "start" in facts:
        day, precision = facts["start"]
        facts["start"] = PartialDate(date.fromisoformat(day), precision)
    return Row(sheet, number, **facts)


def summary(content: bytes, batch: ImportBatch, found: Found) -> dict[str, Any]:
    """What the preview shows of the whole: how many of each, and how each column was understood."""
    reading = found.reading
    return {
        "turn": batch.turn,
        "rows": len(reading.rows),
        "errors": len(reading.errors),
        "cautions": len(reading.cautions),
        "known": found.known,
        "listed": found.listed,
        "sheets": list(_sheets(content, batch.name, reading.layouts)),
    }


def _sheets(content: bytes, name: str, layouts: dict[str, Layout]) -> Iterator[dict[str, Any]]:
    for sheet in read_book(content, name):
        if layout := layouts.get(sheet.name):
            top = list(islice(sheet.rows, layout.first_row - 1, layout.first_row - 1 + LOOKED_AT))
            yield {
                "name": sheet.name,
                "signature": layout.signature,
                "header_rows": list(layout.header_rows),
                "columns": [_column(layout, column, top) for column in sorted(layout.headers)],
            }


def _column(layout: Layout, column: int, top: list[list[Any]]) -> dict[str, Any]:
    parent = layout.parents.get(column, "")
    samples = dict.fromkeys(shown(cells[column])[:80] for cells in top if column < len(cells) and cells[column] != "")
    return {
        "header": f"{parent} {layout.headers[column]}".strip(),
        "meaning": _meaning(layout, column),
        "samples": [sample for sample in samples if sample][:SAMPLES],
    }


def _meaning(layout: Layout, column: int) -> str:
    """The key of `TITLES` for a column; "" for one that is kept beside the rest."""
    for meaning, place in layout.columns.items():
        if place == column:
            return meaning
        if isinstance(place, dict):
            for key, marked in place.items():
                if marked == column:
                    return f"{meaning}_{key}"
    return ""


def _parts(rows: Iterable[Any]) -> Iterator[list[Any]]:
    rows = iter(rows)
    while part := list(islice(rows, PORTION)):
        yield part
