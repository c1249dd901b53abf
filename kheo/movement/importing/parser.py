"""The one door to calamine: visible sheets as `Sheet`s, every failure of the parser as one clear sentence."""

from __future__ import annotations

import io
from collections.abc import Iterator

import python_calamine as calamine

from kheo.movement.importing.sheets import BadFile, Cells, Sheet, too_large

BROKEN = "Tệp hỏng hoặc không đúng dạng bảng tính nên không đọc được. Hãy mở bằng Excel, lưu lại rồi tải lên lần nữa."
LOCKED = "Tệp đặt mật khẩu. Hãy bỏ mật khẩu rồi tải lên lại."


def sheets_of(content: bytes) -> Iterator[Sheet]:
    """Visible worksheets in the order of the workbook, one in memory at a time. Raises `BadFile`.

    Hidden sheets are left out: offices keep old years and lists of choices there. Hidden rows and columns
    are read, since a filter that was left on must not lose a model.
    """
    book = _guarded(lambda: calamine.CalamineWorkbook.from_filelike(io.BytesIO(content)))
    for index, about in enumerate(book.sheets_metadata):
        if about.visible == calamine.SheetVisibleEnum.Visible and about.typ == calamine.SheetTypeEnum.WorkSheet:
            yield _sheet(_guarded(lambda index=index: book.get_sheet_by_index(index)))


def _sheet(sheet) -> Sheet:
    end = sheet.end or (0, 0)
    too_large(end[0] + 1, end[1] + 1)
    left = sheet.start[1] if sheet.start else 0
    return Sheet(sheet.name, lambda: _rows(sheet, left), merged=list(sheet.merged_cell_ranges or ()))


def _rows(sheet, left: int) -> Iterator[Cells]:
    """calamine pads the empty rows above a table but not the empty columns beside it."""
    rows = iter(sheet.iter_rows())
    if not left:
        return rows
    padding = [""] * left
    return (padding + cells for cells in rows)


def _guarded(read):
    try:
        return read()
    except calamine.PasswordError as problem:
        raise BadFile(LOCKED) from problem
    except (KeyboardInterrupt, SystemExit, GeneratorExit):
        raise
    except BaseException as problem:  # a panic of the parser arrives as a BaseException
        raise BadFile(BROKEN) from problem
