"""Reads offices' own lists of models (.xlsx, .xls, .ods, .csv) into rows; knows no Django and writes nothing."""

from kheo.movement.importing.duplicates import Known, find_duplicates
from kheo.movement.importing.files import BadFile, read_book
from kheo.movement.importing.layout import Layout, find_layout
from kheo.movement.importing.register import Reading, as_json, read_register
from kheo.movement.importing.rows import Caution, Row, RowError, read_rows
from kheo.movement.importing.sheets import MAX_BYTES, MAX_ROWS, Sheet
from kheo.movement.importing.units_match import Matcher, UnitFact, UnitMatch

__all__ = [
    "MAX_BYTES",
    "MAX_ROWS",
    "BadFile",
    "Caution",
    "Known",
    "Layout",
    "Matcher",
    "Reading",
    "Row",
    "RowError",
    "Sheet",
    "UnitFact",
    "UnitMatch",
    "as_json",
    "find_duplicates",
    "find_layout",
    "read_book",
    "read_register",
    "read_rows",
]
