"""Rows made ready for a database beforehand, so that the transaction that writes them does nothing but insert."""

from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache, partial
from itertools import islice
from typing import Any

from django.db import DEFAULT_DB_ALIAS, connection, connections, models

BATCH = 2000
# Values of these go to any database as they are.
AS_IT_IS = (models.CharField, models.TextField, models.IntegerField, models.ForeignKey)


class Frame:
    """Rows of one table as the database takes them: what is the same for all is worked out once.

    `same` are values of every row by field; `changing` names the fields that each row gives, in order. What neither
    names has the default of its model. A row is kept with its owner, whose key is known only when it is written; so are
    the fields in `late`.
    """

    def __init__(
        self,
        model: type[models.Model],
        changing: tuple[str, ...],
        *,
        owner: str,
        late: tuple[str, ...] = (),
        **same: Any,
    ):
        pk = model._meta.pk
        fields = {field.name: field for field in model._meta.concrete_fields if field is not pk or owner == field.name}
        given = (owner, *late, *changing)
        fixed = {name: same[name] if name in same else field.get_default() for name, field in fields.items()}
        fixed = {name: value for name, value in fixed.items() if name not in given}
        database = connections[DEFAULT_DB_ALIAS]  # the thing itself: its stand-in costs more than what it is asked
        self.fixed = tuple(fields[name].get_db_prep_save(value, database) for name, value in fixed.items())
        self.writers = [(at, _writer(fields[name], database)) for at, name in enumerate(changing)]
        self.writers = [(at, write) for at, write in self.writers if write]
        columns = ", ".join(connection.ops.quote_name(fields[name].column) for name in (*given, *fixed))
        marks = ", ".join(["%s"] * (len(given) + len(fixed)))
        self.insert = f"INSERT INTO {connection.ops.quote_name(model._meta.db_table)} ({columns}) VALUES ({marks})"
        self.rows: list[tuple[int, list[Any]]] = []

    def add(self, owner: int, *values: Any) -> None:
        ready = list(values)
        for at, write in self.writers:
            ready[at] = write(ready[at])
        self.rows.append((owner, ready))

    def write(self, key_of: Callable[[int], int], late: Callable[[int], tuple[Any, ...]] = lambda key: ()) -> None:
        """Insert all rows. `key_of` tells the key of an owner, `late` by that key what could not be said before."""
        rows = ((key := key_of(owner), *late(key), *values, *self.fixed) for owner, values in self.rows)
        with connection.cursor() as cursor:
            for part in _parts(rows):
                cursor.executemany(self.insert, part)


def _writer(field: models.Field, database) -> Callable[[Any], Any] | None:
    """How a value of this field goes to the database, or None where it goes as it is."""
    if isinstance(field, AS_IT_IS):
        return None
    prepared = partial(field.get_db_prep_save, connection=database)
    if isinstance(field, models.JSONField):
        nothing = prepared({})
        return lambda value: prepared(value) if value else nothing
    # A list says the same few days and amounts again and again.
    return lru_cache(maxsize=20_000)(prepared)


def _parts(rows: Iterable[tuple]) -> Iterator[list[tuple]]:
    rows = iter(rows)
    while part := list(islice(rows, BATCH)):
        yield part


def reserve(model: type[models.Model], number: int) -> list[int]:
    """Keys for that many new rows, never given before and never again. To be asked within the transaction.

    On SQLite the transaction holds the only pen (it began IMMEDIATE), so the table's counter is simply read: inserting
    the keys moves it on.
    """
    table = model._meta.db_table
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(
                "SELECT nextval(pg_get_serial_sequence(%s, 'id')) FROM generate_series(1, %s)", [table, number]
            )
            return [row[0] for row in cursor.fetchall()]
        cursor.execute("SELECT seq FROM sqlite_sequence WHERE name = %s", [table])
        last = (cursor.fetchone() or (0,))[0]
    return list(range(last + 1, last + 1 + number))
