"""Full text search with nothing around it: one FTS5 table over the same text, asked in its own words."""

import sqlite3


class BareSearch:
    """An FTS5 table of (rowid, text) in a file, and the twenty best rows for a query."""

    def __init__(self, path: str):
        self.database = sqlite3.connect(path)
        self.database.execute("CREATE VIRTUAL TABLE bare USING fts5(body, tokenize='unicode61 remove_diacritics 0')")

    def fill(self, rows) -> None:
        with self.database:
            self.database.executemany("INSERT INTO bare (rowid, body) VALUES (?, ?)", rows)
            self.database.execute("INSERT INTO bare (bare) VALUES ('optimize')")

    def best(self, query: str) -> list[int]:
        asked = "SELECT rowid FROM bare WHERE bare MATCH ? ORDER BY rank LIMIT 20"
        return [row[0] for row in self.database.execute(asked, (query,))]

    def close(self) -> None:
        self.database.close()
