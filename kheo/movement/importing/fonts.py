"""Turns the text of a sheet typed in an old font (TCVN3, VNI) into Unicode, cell by cell."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import lru_cache, partial
from itertools import islice

from kheo.core.vietnamese import from_tcvn3, from_vni, looks_tcvn3, looks_vni
from kheo.movement.importing.sheets import Cells, Sheet

SAMPLE_ROWS = 120
UNICODE = re.compile("[\u0100-\u1fff]")  # ă, đ, ơ, ư, tones as marks, and all that has two marks
CODES = ((looks_tcvn3, from_tcvn3), (looks_vni, from_vni))


def in_unicode(sheet: Sheet) -> Sheet:
    """The sheet itself, or one that converts as it is read when its first rows look like an old font code.

    One office mixes both in one file, so a cell that already holds letters of Unicode Vietnamese is left alone.
    """
    sample = " ".join(
        cell
        for cells in islice(sheet.rows, SAMPLE_ROWS)
        for cell in cells
        if isinstance(cell, str) and not UNICODE.search(cell)
    )
    if sample.isascii():
        return sheet
    for looks, convert in CODES:
        if looks(sample):
            return Sheet(sheet.name, partial(_converted, sheet, convert), sheet.merged, {}, sheet.carries_merges)
    return sheet


def _converted(sheet: Sheet, convert: Callable[[str], str]) -> Iterator[Cells]:
    convert = lru_cache(maxsize=20_000)(convert)
    for cells in sheet.rows:
        yield [
            convert(cell) if isinstance(cell, str) and not cell.isascii() and not UNICODE.search(cell) else cell
            for cell in cells
        ]
