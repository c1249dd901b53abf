"""A migrated SQLite database is kept between runs: two hundred migrations of the newsroom take twenty seconds.

The key is what every migration says and what is installed; with another key the database is made anew. `migrate` runs on
the copy all the same, so what a run tests is what `migrate` leaves.
"""

import hashlib
import os
import shutil
import sqlite3
from pathlib import Path

from django.db import connections
from django.db.backends.sqlite3.creation import DatabaseCreation

ROOT = Path(__file__).resolve().parents[1]


def key() -> str:
    """Changes with any migration, with the portal's ground, or with a package."""
    files = [*sorted(ROOT.glob("kheo/*/migrations/*.py")), ROOT / "requirements/dev.txt", ROOT / "config/settings.py"]
    files.append(ROOT / "kheo/portal/actions/ground.py")
    return hashlib.sha256(b"\0".join(path.read_bytes() for path in files)).hexdigest()[:24]


def start_from_kept(folder: Path) -> None:
    """Have Django's test databases begin as a copy of the kept one, where there is one."""
    make = DatabaseCreation._create_test_db

    def begin(self, verbosity, autoclobber, keepdb=False):
        name = make(self, verbosity, autoclobber, keepdb)
        kept = _kept(folder, self.connection.alias)
        if kept.exists() and not self.is_in_memory_db(name):
            shutil.copyfile(kept, name)
        return name

    DatabaseCreation._create_test_db = begin


def keep(folder: Path) -> None:
    """Keep this run's freshly migrated SQLite databases for the next."""
    for alias in connections:
        connection, kept = connections[alias], _kept(folder, alias)
        if connection.vendor != "sqlite" or kept.exists():
            continue
        part = kept.with_suffix(f".{os.getpid()}")
        connection.ensure_connection()
        copy = sqlite3.connect(part)
        connection.connection.backup(copy)
        copy.close()
        os.replace(part, kept)


def _kept(folder: Path, alias: str) -> Path:
    return folder / f"{alias}-{key()}.sqlite3"
