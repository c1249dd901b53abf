"""One line counted on and one row kept, many at once, by the database alone: SQLite as a server would open it."""

import sqlite3
from concurrent.futures import ThreadPoolExecutor

PRAGMAS = "PRAGMA journal_mode=WAL;PRAGMA synchronous=FULL;"


class BareNumbering:
    """Gives numbers from a table of its own in a file of its own."""

    def __init__(self, path: str):
        self.path = path
        database = self._open()
        database.execute("CREATE TABLE line (id INTEGER PRIMARY KEY, last INTEGER NOT NULL)")
        database.execute("CREATE TABLE entry (id INTEGER PRIMARY KEY, number INTEGER UNIQUE, title TEXT, at TEXT)")
        database.execute("INSERT INTO line VALUES (1, 0)")
        database.close()

    def run(self, times: int, at_once: int) -> None:
        """So many numbers, so many at a time, each in a transaction of its own."""
        with ThreadPoolExecutor(at_once) as pool:
            list(pool.map(lambda share: self._take(times // at_once), range(at_once)))

    def _take(self, times: int) -> None:
        database = self._open()
        for _ in range(times):
            database.execute("BEGIN IMMEDIATE")
            database.execute("UPDATE line SET last = last + 1 WHERE id = 1")
            (number,) = database.execute("SELECT last FROM line WHERE id = 1").fetchone()
            database.execute("INSERT INTO entry (number, title, at) VALUES (?, 'x', datetime())", (number,))
            database.execute("COMMIT")
        database.close()

    def _open(self) -> sqlite3.Connection:
        database = sqlite3.connect(self.path, timeout=60, isolation_level=None, check_same_thread=False)
        database.executescript(PRAGMAS)
        return database
