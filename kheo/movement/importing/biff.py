"""Finds failed formulas in an .xls, which its parser hands out as empty cells.

Source of the layout: Microsoft's [MS-CFB] and [MS-XLS].
"""

from __future__ import annotations

import struct
from collections.abc import Iterator

SECTOR_END = 0xFFFFFFF0  # this and above are marks, not sector numbers
MINI_CUTOFF = 4096
BOOL_ERR, FORMULA, BOUND_SHEET, END_OF_STREAM = 0x0205, 0x0006, 0x0085, 0x000A
ERRORS = {0x00: "#NULL!", 0x07: "#DIV/0!", 0x0F: "#VALUE!", 0x17: "#REF!", 0x1D: "#NAME?", 0x24: "#NUM!", 0x2A: "#N/A"}


def failed_cells(content: bytes) -> dict[str, list[tuple[int, int, str]]]:
    """Sheet name → (row, column, error as Excel shows it), 0-based; empty for a file too damaged to follow."""
    try:
        stream = _workbook(content)
        found = {}
        for name, offset in _sheets(stream):
            found[name] = [cell for sort, body in _records(stream, offset) for cell in _failed(sort, body)]
        return found
    except (struct.error, IndexError, ValueError, KeyError, UnicodeDecodeError):
        return {}


def _failed(sort: int, body: bytes) -> Iterator[tuple[int, int, str]]:
    if sort == BOOL_ERR and body[7]:
        row, column = struct.unpack_from("<HH", body)
        yield row, column, ERRORS.get(body[6], "#?")
    elif sort == FORMULA and body[12:14] == b"\xff\xff" and body[6] == 2:
        row, column = struct.unpack_from("<HH", body)
        yield row, column, ERRORS.get(body[8], "#?")


def _records(stream: bytes, offset: int) -> Iterator[tuple[int, bytes]]:
    """Records of one substream, without charts and the like that may be nested in it."""
    while offset + 4 <= len(stream):
        sort, size = struct.unpack_from("<HH", stream, offset)
        if sort == END_OF_STREAM:
            return
        if sort in (BOOL_ERR, FORMULA, BOUND_SHEET):
            yield sort, stream[offset + 4 : offset + 4 + size]
        offset += 4 + size


def _sheets(stream: bytes) -> Iterator[tuple[str, int]]:
    for sort, body in _records(stream, 0):
        if sort == BOUND_SHEET:
            (offset,) = struct.unpack_from("<I", body)
            length, wide = body[6], body[7] & 1
            name = body[8 : 8 + length * (2 if wide else 1)].decode("utf-16-le" if wide else "latin-1")
            yield name, offset


def _workbook(content: bytes) -> bytes:
    """The bytes of the stream that holds the workbook, put together from its sectors."""
    sector = 1 << struct.unpack_from("<H", content, 30)[0]
    mini = 1 << struct.unpack_from("<H", content, 32)[0]
    directory_at, mini_table_at = struct.unpack_from("<I", content, 48)[0], struct.unpack_from("<I", content, 60)[0]
    table = _table(content, sector)
    directory = _chain(content, sector, table, directory_at, base=1)
    entries = {}
    for at in range(0, len(directory) - 127, 128):
        length = struct.unpack_from("<H", directory, at + 64)[0]
        name = directory[at : at + max(length - 2, 0)].decode("utf-16-le", "replace")
        entries.setdefault(name, struct.unpack_from("<II", directory, at + 116))
    start, size = entries.get("Workbook") or entries["Book"]
    if size >= MINI_CUTOFF:
        return _chain(content, sector, table, start, base=1)[:size]
    minis = _chain(content, sector, table, entries["Root Entry"][0], base=1)
    mini_table = _numbers(_chain(content, sector, table, mini_table_at, base=1))
    return _chain(minis, mini, mini_table, start, base=0)[:size]


def _table(content: bytes, sector: int) -> list[int]:
    """The allocation table, whose own sectors are listed in the header and, for big files, in further sectors."""
    listed = list(struct.unpack_from("<109I", content, 76))
    more, count = struct.unpack_from("<II", content, 68)
    for _ in range(min(count, 1_000)):
        if more >= SECTOR_END:
            break
        numbers = _numbers(content[(more + 1) * sector : (more + 2) * sector])
        listed += numbers[:-1]
        more = numbers[-1]
    table: list[int] = []
    for number in listed:
        if number < SECTOR_END:
            table += _numbers(content[(number + 1) * sector : (number + 2) * sector])
    return table


def _chain(content: bytes, sector: int, table: list[int], number: int, *, base: int) -> bytes:
    parts = []
    while number < SECTOR_END and len(parts) <= len(table):
        parts.append(content[(number + base) * sector : (number + base + 1) * sector])
        number = table[number]
    return b"".join(parts)


def _numbers(content: bytes) -> list[int]:
    return list(struct.unpack(f"<{len(content) // 4}I", content[: len(content) // 4 * 4]))
