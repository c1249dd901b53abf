"""Two registers to measure on, of 1,000 and of 100,000 exemplars, in files of their own; made once a run."""

import shutil
import sqlite3
from functools import cache
from pathlib import Path

from django.conf import settings
from django.core.management import call_command
from django.db import connections
from django.db.backends.sqlite3.base import DatabaseWrapper

from kheo.accounts.models import User
from kheo.demo import ground, invent, people

SMALL, BIG = 1_000, 100_000
STEP = 1_000_000  # copies are numbered this far apart, so that no two share a key
EXEMPLAR = "movement_exemplar"
WORDS = "movement_exemplar_words"
# Tables that hang on an exemplar, with the column that says which.
PARTS = {
    "movement_outcome": "exemplar_id",
    "movement_participant": "exemplar_id",
    "movement_charge": "exemplar_id",
    "movement_contribution": "exemplar_id",
    "movement_progress": "exemplar_id",
    "movement_guidance": "exemplar_id",
    "movement_recognition": "exemplar_id",
    "movement_verification": "exemplar_id",
    "movement_registration": "exemplar_id",
    "movement_exemplar_themes": "exemplar_id",
    "movement_exemplar_directives": "exemplar_id",
}


class Register:
    """One database file; `use()` makes it the default database of Django from then on."""

    def __init__(self, path: Path):
        self.path = path
        self.wrapper = DatabaseWrapper({**connections["default"].settings_dict, "NAME": str(path)}, "default")

    def use(self) -> "Register":
        connections["default"] = self.wrapper
        return self

    def user(self, name: str) -> User:
        self.use()
        return User.objects.get(username=name)


@cache
def registers() -> tuple[Register, Register]:
    """The small register and the big one."""
    folder = Path(settings.DATA)
    before = connections["default"]
    small = Register(folder / "small.sqlite3").use()
    call_command("migrate", verbosity=0)
    base = ground.lay()
    invent.invent(SMALL, base, people.make({people.PROVINCE: base.province, **base.communes}))
    small.wrapper.close()
    big = Register(folder / "big.sqlite3")
    shutil.copy(small.path, big.path)
    _multiply(big.path, BIG // SMALL)
    for register in (small, big):
        _settle(register.path)
    connections["default"] = before
    return small, big


def _multiply(path: Path, times: int) -> None:
    """Copy every exemplar with all its parts, in the database itself: the same units, other keys and names."""
    with sqlite3.connect(path) as database:
        for number in range(1, times):
            shift = number * STEP
            _copy(database, EXEMPLAR, {
                "id": f"id + {shift}", "code": f"code || '-{number}'", "name": f"name || ' {number}'",
                "sort": f"sort || '{number:04d}'", "changed_at": f"datetime(changed_at, '-{number} minutes')",
            })  # fmt: skip
            for table, column in PARTS.items():
                _copy(database, table, {"id": f"id + {shift}", column: f"{column} + {shift}"})
            database.execute(
                f"INSERT INTO {WORDS} (rowid, exact, folded) "
                f"SELECT rowid + {shift}, exact, folded FROM {WORDS} WHERE rowid < {STEP}"
            )


def _copy(database: sqlite3.Connection, table: str, changed: dict[str, str]) -> None:
    columns = [row[1] for row in database.execute(f"PRAGMA table_info({table})")]
    read = ", ".join(changed.get(column, f'"{column}"') for column in columns)
    written = ", ".join(f'"{column}"' for column in columns)
    database.execute(f"INSERT INTO {table} ({written}) SELECT {read} FROM {table} WHERE id < {STEP}")


def _settle(path: Path) -> None:
    # No ANALYZE: a real SQLite register is never analysed either, and its planner goes by the indexes alone.
    with sqlite3.connect(path) as database:
        database.execute(f"INSERT INTO {WORDS} ({WORDS}) VALUES ('optimize')")
