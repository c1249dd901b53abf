"""What every file reader hands out: a sheet of rows, a cell that could not be computed, a file that cannot be read."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

from kheo.core.vietnamese import format_number

MAX_BYTES = 50 * 2**20
MAX_ROWS = 200_000
MAX_COLUMNS = 300
#: A parser keeps a sheet as a full rectangle, so one far cell costs as much as all cells between.
MAX_CELLS = 8_000_000

Cells = list[Any]
Corner = tuple[int, int]


class BadFile(Exception):
    """A file that cannot be read; the message is one Vietnamese sentence for the person who sent it."""


@dataclass(frozen=True)
class BrokenCell:
    """A cell whose formula ended in an error or was never computed; `text` is shown, `reason` says which."""

    text: str
    reason: str

    def __str__(self) -> str:
        return self.text


@dataclass
class Sheet:
    """One sheet: `rows` may be asked for again and again, each time from sheet row 1 and column A.

    `merged` lists merged ranges as 0-based corners; `carries_merges` is False for CSV, which has no such thing.
    `hidden` names sheets beside this one that were left out because they are hidden.
    """

    name: str
    source: Callable[[], Iterator[Cells]]
    merged: list[tuple[Corner, Corner]] = field(default_factory=list)
    broken: dict[int, dict[int, BrokenCell]] = field(default_factory=dict)
    carries_merges: bool = True

    @property
    def rows(self) -> Iterator[Cells]:
        if not self.broken:
            return self.source()
        return self._mended()

    def _mended(self) -> Iterator[Cells]:
        """Parsers leave a failed formula as an empty cell; silence would become “not said”, so it is put back."""
        last = max(self.broken)
        index = -1
        for index, cells in enumerate(self.source()):
            yield self._with_broken(index, cells)
        for row in range(index + 1, last + 1):
            yield self._with_broken(row, [])

    def _with_broken(self, index: int, cells: Cells) -> Cells:
        marks = self.broken.get(index)
        if not marks:
            return cells
        cells = cells + [""] * (max(marks) + 1 - len(cells))
        for column, mark in marks.items():
            cells[column] = mark
        return cells


def too_large(rows: int, columns: int) -> None:
    """Raise `BadFile` when a sheet is longer, wider or larger than can be read in memory."""
    if rows > MAX_ROWS:
        raise BadFile(
            f"Trang tính có tới dòng {format_number(rows)}, quá giới hạn {format_number(MAX_ROWS)} dòng. "
            "Hãy chia thành nhiều tệp."
        )
    if columns > MAX_COLUMNS or rows * columns > MAX_CELLS:
        raise BadFile(
            f"Trang tính trải rộng {columns} cột và {rows} dòng, quá lớn để đọc. "
            "Hãy xóa các cột, dòng trống ở xa bảng rồi lưu lại."
        )
