"""Reads .xls in a child process: a damaged old binary file can abort its parser, and must not take the server along."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date, datetime, time
from itertools import islice

from kheo.core import children
from kheo.movement.importing.sheets import BadFile, BrokenCell, Sheet

SIGNATURE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
SECONDS = 120
BROKEN = "Tệp .xls hỏng hoặc chưa tải xong nên không đọc được. Hãy mở bằng Excel, lưu thành .xlsx rồi tải lên lại."
LOCKED = "Tệp đặt mật khẩu. Hãy bỏ mật khẩu rồi tải lên lại."

#: Names of streams in the old container, as they stand in its directory.
STREAMS = (
    ("EncryptedPackage", LOCKED),
    ("WordDocument", "Tệp là văn bản Word 97-2003 (.doc), không phải bảng tính."),
    ("PowerPoint Document", "Tệp là bản trình chiếu PowerPoint, không phải bảng tính."),
)
REVIVE = {"dt": datetime.fromisoformat, "d": date.fromisoformat, "t": time.fromisoformat}


def kind(content: bytes) -> str:
    """ "xls" when the container holds a workbook; raises `BadFile` for what else such containers hold."""
    for stream, sentence in STREAMS:
        if stream.encode("utf-16-le") in content:
            raise BadFile(sentence)
    return "xls"


def read_xls(content: bytes) -> Iterator[Sheet]:
    """Sheets as the child wrote them: one line about each, then its rows."""
    lines = iter(_run_child(content).split(b"\n"))
    for line in lines:
        if not line:
            return
        about = json.loads(line)
        if sentence := about.get("bad"):
            raise BadFile(sentence)
        rows = list(islice(lines, about["rows"]))
        yield Sheet(
            about["sheet"],
            lambda rows=rows: ([_revived(cell) for cell in json.loads(row)] for row in rows),
            merged=[((top, left), (bottom, right)) for top, left, bottom, right in about["merged"]],
            broken=_revived_broken(about["broken"]),
        )


def _run_child(content: bytes) -> bytes:
    try:
        return children.run("kheo.movement.importing.legacy_child", content, seconds=SECONDS)
    except (children.Overrun, children.Failed) as problem:
        raise BadFile(BROKEN) from problem


def _revived(cell):
    if isinstance(cell, dict):
        ((sort, text),) = cell.items()
        return REVIVE[sort](text)
    return cell


def _revived_broken(marks) -> dict[int, dict[int, BrokenCell]]:
    broken: dict[int, dict[int, BrokenCell]] = {}
    for row, column, text in marks:
        broken.setdefault(row, {})[column] = BrokenCell(text, f"công thức trong ô bị lỗi {text}")
    return broken
