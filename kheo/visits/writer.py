"""The one connection through which a process counts on SQLite, for one thread at a time.

SQLite has one writer anyway; threads that wait here wait without asking again and again, and the pages of the file that
they write to stay in one cache. On PostgreSQL each thread has its own connection.
"""

import os
import threading

from django.db import connections

from kheo.visits.router import ALIAS

_lock = threading.Lock()
_mine: list = []  # [process, connection]; a forked process begins with its own


def execute(statement: str, values: tuple) -> int:
    """Run one statement with ? marks in a transaction of its own; how many rows it changed."""
    with _lock:
        connection = _connection()
        with connection.wrap_database_errors:
            return connection.connection.execute(statement, values).rowcount


def close() -> None:
    """Begin with a new connection next time."""
    with _lock:
        if _mine and _mine[0] == os.getpid():
            _mine[1].close()
        _mine.clear()


def _connection():
    if not _mine or _mine[0] != os.getpid():
        connection = connections.create_connection(ALIAS)
        connection.inc_thread_sharing()  # the lock above lets in one thread at a time
        connection.connect()
        _mine[:] = [os.getpid(), connection]
    return _mine[1]
