"""The child that parses one .xls from standard input, under its own memory limit, and writes its rows as JSON lines."""

from __future__ import annotations

import json
import sys
from datetime import date, datetime, time, timedelta

from kheo.core import children
from kheo.movement.importing.biff import failed_cells
from kheo.movement.importing.parser import sheets_of
from kheo.movement.importing.sheets import BadFile

MEMORY = 2 << 30
CPU_SECONDS = 100
MAX_ANSWER = 300 << 20
NAMES = ((datetime, "dt"), (date, "d"), (time, "t"))


def main() -> None:
    """One line about each sheet (name, number of rows and bytes, merged ranges, failed cells), then its rows."""
    children.limit(memory=MEMORY, cpu_seconds=CPU_SECONDS)
    content, out = sys.stdin.buffer.read(), sys.stdout.buffer
    written = 0
    try:
        failed = failed_cells(content)
        for sheet in sheets_of(content):
            lines = [json.dumps([_plain(cell) for cell in cells]).encode() for cells in sheet.rows]
            about = {
                "sheet": sheet.name,
                "rows": len(lines),
                "bytes": sum(map(len, lines)) + len(lines),
                "merged": [[*start, *end] for start, end in sheet.merged],
                "broken": failed.get(sheet.name, []),
            }
            written += about["bytes"]
            if written > MAX_ANSWER:
                raise BadFile("Tệp .xls bung ra quá lớn nên không được đọc. Hãy chia thành nhiều tệp.")
            out.write(json.dumps(about).encode() + b"\n")
            out.writelines(line + b"\n" for line in lines)
    except BadFile as problem:
        out.write(json.dumps({"bad": str(problem)}).encode() + b"\n")


def _plain(cell):
    for sort, name in NAMES:
        if isinstance(cell, sort):
            return {name: cell.isoformat()}
    return str(cell) if isinstance(cell, timedelta) else cell


if __name__ == "__main__":
    main()
