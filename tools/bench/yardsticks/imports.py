"""The bare import: the file read with calamine, its cells put into the same tables by `executemany`, unchecked."""

import sqlite3
from datetime import datetime
from typing import Any

from python_calamine import CalamineWorkbook

PRAGMAS = "PRAGMA journal_mode=WAL;PRAGMA synchronous=FULL;PRAGMA cache_size=-65536;PRAGMA foreign_keys=ON;"
CHILDREN = ("registration", "contribution", "outcome", "charge", "participant")
FIRST_ROW = 3  # 0-based, below title and header
FIELDS = {
    "Kinh tế": "economy",
    "Văn hóa - xã hội": "culture",
    "QP-AN": "defence",
    "HTCT": "politics",
}


class BareImport:
    """Keys of units are looked up by their exact name in a dict; nothing else is understood."""

    def __init__(self, book: str, database: str, units: dict[int, str], round_: int):
        self.book, self.round = book, round_
        self.units = {name: pk for pk, name in units.items()}
        self.database = sqlite3.connect(database, isolation_level=None, timeout=20)
        self.database.executescript(PRAGMAS)
        self.defaults = {
            table: self._fillers(table) for table in ("exemplar", "registration", "contribution", "outcome", "charge")
        }

    def _fillers(self, table: str) -> dict[str, object]:
        """Columns that must have something: an empty text, a zero."""
        found = self.database.execute(f"PRAGMA table_info(movement_{table})").fetchall()
        return {
            name: "" if "char" in kind or "text" in kind else 0
            for _, name, kind, required, _, key in found
            if required and not key
        }

    def clear(self) -> None:
        for table in CHILDREN:
            self.database.execute(f"DELETE FROM movement_{table}")
        self.database.execute("DELETE FROM movement_exemplar")
        self.database.execute("DELETE FROM movement_exemplar_words")

    def count(self) -> int:
        return self.database.execute("SELECT count(*) FROM movement_exemplar").fetchone()[0]

    def run(self) -> None:
        sheet = CalamineWorkbook.from_path(self.book).get_sheet_by_index(0)
        rows: list[list[Any]] = list(sheet.to_python(skip_empty_area=False))[FIRST_ROW:]
        now = datetime(2026, 11, 23).isoformat(" ")
        day = now[:10]
        known = list(enumerate(rows, start=1))
        self.database.execute("BEGIN IMMEDIATE")
        self._insert("exemplar", (
            {
                "id": key, "code": f"DVK-{key:06d}", "name": row[1], "folded": row[1], "sort": row[1],
                "unit_id": self.units[row[2]], "place_id": self.units[row[2]], "field": FIELDS[row[3]],
                "bearer": "group", "kind": "practice", "nature": "lasting", "stage": "new", "starts": row[5],
                "starts_precision": "day", "products": row[6], "households": int(row[9]), "extra": "{}",
                "stage_since": now, "created_at": now, "changed_at": now,
            }
            for key, row in known
        ))  # fmt: skip
        self._insert("registration", (
            {
                "exemplar_id": key, "round_id": self.round, "stage": "listed", "origin": "new", "stage_since": now,
                "created_at": now,
            }
            for key, _ in known
        ))  # fmt: skip
        amounts = (("land", "m²", 7), ("labour", "ngày công", 8))
        for kind, measure, column in amounts:
            self._insert("contribution", (
                {"exemplar_id": key, "kind": kind, "amount": row[column], "measure": measure, "on": day}
                for key, row in known
            ))  # fmt: skip
            self._insert("outcome", (
                {
                    "exemplar_id": key, "name": kind, "measure": measure, "actual": row[column], "actual_on": day,
                    "is_main": int(kind == "land"), "resource": kind,
                }
                for key, row in known
            ))  # fmt: skip
        self._insert("charge", ({"exemplar_id": key, "name": row[10], "since": day} for key, row in known))
        self.database.executemany(
            "INSERT INTO movement_exemplar_words (rowid, exact, folded) VALUES (?, ?, ?)",
            ((key, row[1], row[1]) for key, row in known),
        )
        self.database.execute("COMMIT")

    def _insert(self, table: str, rows) -> None:
        rows = list(rows)
        given = list(rows[0])
        filled = {name: value for name, value in self.defaults[table].items() if name not in given}
        columns = ", ".join(f'"{name}"' for name in (*given, *filled))
        marks = ", ".join("?" * (len(given) + len(filled)))
        rest = tuple(filled.values())
        self.database.executemany(
            f"INSERT INTO movement_{table} ({columns}) VALUES ({marks})",
            ((*row.values(), *rest) for row in rows),
        )
