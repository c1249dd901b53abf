"""Full text search that forgives accents: one table a room, FTS5 on SQLite and tsvector on PostgreSQL.

Each row holds its words twice: as written (`exact`, one tone placement) and without accents (`folded`).
A query matches the folded words; rows that also hold the accents as typed come first.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from django.db import connection, models

from kheo.core.vietnamese import exact_key, fold

MAX_WORDS = 12
BATCH = 2000

CREATE = {
    "sqlite": (
        "CREATE VIRTUAL TABLE IF NOT EXISTS {table} "
        "USING fts5(exact, folded, tokenize='unicode61 remove_diacritics 0')",
    ),
    "postgresql": (
        "CREATE TABLE IF NOT EXISTS {table} (rowid bigint PRIMARY KEY, exact tsvector, folded tsvector)",
        "CREATE INDEX IF NOT EXISTS {table}_exact ON {table} USING gin (exact)",
        "CREATE INDEX IF NOT EXISTS {table}_folded ON {table} USING gin (folded)",
    ),
}
INSERT = {
    "sqlite": "INSERT INTO {table} (rowid, exact, folded) VALUES (%s, %s, %s)",
    "postgresql": "INSERT INTO {table} (rowid, exact, folded) "
    "VALUES (%s, to_tsvector('simple', %s), to_tsvector('simple', %s))",
}
MATCH = {
    "sqlite": "{table} MATCH %s",
    "postgresql": "{table}.{column} @@ to_tsquery('simple', %s)",
}
RANK = {
    "sqlite": "rank",
    "postgresql": "ts_rank({table}.{column}, to_tsquery('simple', %s)) DESC, {table}.rowid DESC",
}


@dataclass(frozen=True)
class TextIndex:
    """The words of the rows of one model, by primary key, in a table of its own."""

    table: str

    def create(self, schema_editor) -> None:
        """For a migration's RunPython."""
        for statement in CREATE[schema_editor.connection.vendor]:
            schema_editor.execute(statement.format(table=self.table))

    def drop(self, schema_editor) -> None:
        schema_editor.execute(f"DROP TABLE IF EXISTS {self.table}")

    def put(self, texts: Iterable[tuple[int, str]], *, fresh: bool = False) -> None:
        """Store the words of rows, replacing what was there. `fresh` says that none of them was there."""
        rows = [(pk, exact_key(text), fold(text)) for pk, text in texts]
        if not fresh:
            self.remove([pk for pk, *_ in rows])
        self.put_spelt(rows)

    def put_spelt(self, rows: Iterable[tuple[int, str, str]]) -> None:
        """Store rows that had no words, each already spelt: key, `exact_key(text)`, `fold(text)`."""
        insert = INSERT[connection.vendor].format(table=self.table)
        rows = list(rows)
        if connection.vendor == "postgresql":
            # Its parser takes "dvk-000001" for a word and a negative number; queries are made of plain words.
            rows = [(pk, _plain(exact), _plain(folded)) for pk, exact, folded in rows]
        for start in range(0, len(rows), BATCH):
            with connection.cursor() as cursor:
                cursor.executemany(insert, rows[start : start + BATCH])

    def remove(self, keys: list[int]) -> None:
        with connection.cursor() as cursor:
            for start in range(0, len(keys), 500):
                part = keys[start : start + 500]
                marks = ", ".join(["%s"] * len(part))
                cursor.execute(f"DELETE FROM {self.table} WHERE rowid IN ({marks})", part)

    def matching(self, text: str) -> models.expressions.RawSQL | None:
        """A subquery of primary keys for `filter(pk__in=...)`, or None where `text` holds no word."""
        words = words_of(text)
        if not words:
            return None
        where = MATCH[connection.vendor].format(table=self.table, column="folded")
        return models.expressions.RawSQL(f"SELECT rowid FROM {self.table} WHERE {where}", [_query("folded", words)])

    def best(self, text: str, among: models.QuerySet, *, limit: int = 20) -> list[int]:
        """Primary keys of the best `limit` rows of `among`: those with the accents as typed first, then by rank."""
        words = words_of(text)
        if not words:
            return []
        exact = words_of(text, exact=True)
        found = self._ranked("exact", exact, among, limit) if exact != words else []
        if len(found) < limit:
            seen = set(found)
            more = self._ranked("folded", words, among, limit)
            found += [pk for pk in more if pk not in seen]
        return found[:limit]

    def _ranked(self, column: str, words: list[str], among: models.QuerySet, limit: int) -> list[int]:
        vendor, query = connection.vendor, _query(column, words)
        # Correlated, so that SQLite walks the rows in the order of their rank and stops at the limit.
        key = among.model._meta.pk.column
        condition = f"{among.model._meta.db_table}.{key} = {self.table}.rowid"
        inner, inner_params = among.order_by().extra(where=[condition]).values("pk").query.sql_with_params()
        where = MATCH[vendor].format(table=self.table, column=column)
        rank = RANK[vendor].format(table=self.table, column=column)
        rank_params = [query] if "%s" in rank else []
        sql = f"SELECT rowid FROM {self.table} WHERE {where} AND EXISTS ({inner}) ORDER BY {rank} LIMIT %s"
        with connection.cursor() as cursor:
            cursor.execute(sql, [query, *inner_params, *rank_params, limit])
            return [row[0] for row in cursor.fetchall()]


def words_of(text: str, *, exact: bool = False) -> list[str]:
    """The words to look for, without accents or (`exact`) with them."""
    return re.findall(r"\w+", exact_key(text) if exact else fold(text))[:MAX_WORDS]


def _plain(text: str) -> str:
    return " ".join(re.findall(r"\w+", text))


def _query(column: str, words: list[str]) -> str:
    """All words, the last one also as a beginning, in the words of the database's own query language."""
    if connection.vendor == "postgresql":
        return " & ".join([*words[:-1], f"{words[-1]}:*"])
    return f"{column} : (" + " AND ".join([*(f'"{word}"' for word in words[:-1]), f'"{words[-1]}"*']) + ")"
