"""Sends the counter's tables to the database alias "visits" and keeps everything else out of it."""

from django.db import connections

ALIAS = "visits"
RECORDS = "opening"  # the one table of this room that lives with the records


def is_apart() -> bool:
    """Whether the alias is a database of its own (SQLite) or a second connection to the records' (PostgreSQL)."""
    return connections[ALIAS].vendor == "sqlite"


def renew(alias: str) -> None:
    """Leave a connection that is broken or old, as Django does before each request: a beacon is answered before that."""
    connection = connections[alias]
    if not connection.in_atomic_block:
        connection.close_if_unusable_or_obsolete()


class Router:
    """Named in DATABASE_ROUTERS."""

    def db_for_read(self, model, **hints) -> str | None:
        return ALIAS if _is_counter(model._meta.app_label, model._meta.model_name) else None

    db_for_write = db_for_read

    def allow_migrate(self, db, app_label, model_name=None, **hints) -> bool | None:
        if not is_apart():
            return db != ALIAS
        if model_name is None and app_label == "visits":
            return None
        return (db == ALIAS) == _is_counter(app_label, model_name)


def _is_counter(app_label: str, model_name: str | None) -> bool:
    return app_label == "visits" and model_name != RECORDS
