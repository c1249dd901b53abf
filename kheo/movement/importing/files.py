"""Opens a spreadsheet someone uploaded and hands out its sheets row by row, or says in one sentence why not.

Nothing of the file is trusted: kind, size, password and unpacked size are looked at before a parser sees it.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from kheo.movement.importing import archives, delimited, legacy
from kheo.movement.importing.sheets import MAX_BYTES, MAX_ROWS, BadFile, BrokenCell, Sheet

__all__ = ["FORMATS", "MAX_BYTES", "MAX_ROWS", "BadFile", "BrokenCell", "Sheet", "read_book"]

FORMATS = (".xlsx", ".xls", ".ods", ".csv")
OFFERED = "Chỉ nhận danh sách ở dạng .xlsx, .xls, .ods hoặc .csv."
SAVE_AS = "Hãy mở tệp bằng Excel hoặc LibreOffice, chọn “Lưu thành” dạng .xlsx rồi tải lên lại."

READERS = {
    "xlsx": archives.read_xlsx,
    "ods": archives.read_ods,
    "xls": legacy.read_xls,
    "csv": delimited.read_csv,
}

#: What the first bytes betray; what cannot be read is named so that the user knows what was sent.
FOREIGN = (
    (b"%PDF", "Tệp là văn bản PDF, không phải bảng tính."),
    (b"{\\rtf", "Tệp là văn bản RTF, không phải bảng tính."),
    (b"\xff\xd8\xff", "Tệp là ảnh JPEG, không phải bảng tính."),
    (b"\x89PNG", "Tệp là ảnh PNG, không phải bảng tính."),
    (b"GIF8", "Tệp là ảnh GIF, không phải bảng tính."),
    (b"Rar!", "Tệp là kho nén RAR: hãy giải nén rồi tải lên bảng tính bên trong."),
    (b"7z\xbc\xaf", "Tệp là kho nén 7z: hãy giải nén rồi tải lên bảng tính bên trong."),
    (b"\x1f\x8b", "Tệp là kho nén gzip: hãy giải nén rồi tải lên bảng tính bên trong."),
    (b"MZ", "Tệp là chương trình máy tính, không phải bảng tính."),
)
MARKUP = (b"<!doctype html", b"<html", b"<table", b"<head", b"<body", b"<meta", b"<style", b"<div")
NAMES = {
    "xlsx": "bảng tính Excel (.xlsx)",
    "xls": "bảng tính Excel 97-2003 (.xls)",
    "ods": "bảng tính LibreOffice (.ods)",
    "csv": "văn bản thường",
}


def read_book(path_or_bytes: str | os.PathLike[str] | bytes, name: str) -> Iterator[Sheet]:
    """Yield the visible sheets of a workbook, one in memory at a time.

    `name` is the name the user gave the file; its ending must agree with the content. Raises `BadFile`
    with a Vietnamese sentence before or while reading. Formulas are never evaluated: the value Excel kept
    is read; a formula without one is handed out as a `BrokenCell`.
    """
    content = _content(path_or_bytes)
    suffix = Path(name).suffix.lower()
    if suffix not in FORMATS:
        raise BadFile(f"Không đọc được tệp có đuôi “{suffix or name}”. {OFFERED}")
    kind = _kind(content, suffix)
    if kind != suffix[1:]:
        raise BadFile(
            f"Tệp có đuôi {suffix} nhưng nội dung là {NAMES[kind]}. "
            + (SAVE_AS if kind == "csv" else f"Hãy đổi đuôi tệp thành .{kind} rồi tải lên lại.")
        )
    yield from READERS[kind](content)


def _content(path_or_bytes: str | os.PathLike[str] | bytes) -> bytes:
    """The bytes, refused when empty or above `MAX_BYTES`; a file is measured before it is read."""
    if isinstance(path_or_bytes, bytes):
        content, size = path_or_bytes, len(path_or_bytes)
    else:
        try:
            size = Path(path_or_bytes).stat().st_size
            content = Path(path_or_bytes).read_bytes() if size <= MAX_BYTES else b""
        except OSError as problem:
            raise BadFile("Không mở được tệp: tệp không có hoặc không được phép đọc.") from problem
    if size > MAX_BYTES:
        raise BadFile(
            f"Tệp nặng {size / 2**20:.0f} MB, quá giới hạn {MAX_BYTES // 2**20} MB. Hãy chia thành nhiều tệp."
        )
    if not content.strip(b"\0 \t\r\n\xef\xbb\xbf"):
        raise BadFile("Tệp trống, không có gì để đọc.")
    return content


def _kind(content: bytes, suffix: str) -> str:
    if content.startswith(b"PK"):
        return archives.kind(content)
    if content.startswith(legacy.SIGNATURE):
        return legacy.kind(content)
    for start, sentence in FOREIGN:
        if content.startswith(start):
            raise BadFile(f"{sentence} {OFFERED}")
    opening = content[:4096].replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n").lower()
    if opening.startswith(b"<?xml") and b"schemas-microsoft-com:office:spreadsheet" in opening:
        raise BadFile(f"Tệp là bảng tính XML 2003, không đọc được. {SAVE_AS}")
    if opening.startswith(MARKUP) or (opening.startswith(b"<?xml") and b"<html" in opening):
        raise BadFile(f"Tệp là trang web (HTML) được đặt đuôi {suffix}, không phải bảng tính thật. {SAVE_AS}")
    if suffix in (".xlsx", ".ods", ".xls") and b"\0" in content[:4096].replace(b"\xff\xfe", b"", 1):
        raise BadFile(f"Tệp hỏng hoặc không phải bảng tính {suffix}. {SAVE_AS}")
    return "csv"
