"""A counter of its own for a test that kills: a database, servers on it, and plain SQL to look at what is in there."""

import os
import random
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import psycopg
from django.db import connections

from tools.ports import first_free

ROOT = Path(__file__).resolve().parents[2]
TABLES = ("hit", "presence", "salt", "pagetotal", "pageday", "sectionday", "sitehour", "siteday")
SHAPE = ("--workers", "3", "--threads", "4", "--preload", "--no-control-socket", "--log-level", "critical")


class Ground:
    """On SQLite a file in a folder of its own; on PostgreSQL the database of this run of tests."""

    def __init__(self, folder: Path):
        facts = connections["default"].settings_dict
        self.file = folder / "visits.sqlite3" if connections["default"].vendor == "sqlite" else None
        self.address = "" if self.file else _address(facts)
        own = {
            "DJANGO_SETTINGS_MODULE": "config.settings",
            "KHEO_DATA": str(folder),
            "KHEO_DEMO": "1",
            "KHEO_PROXIES": "1",
        }
        self.environment = {**os.environ, **own, "PYTHONPATH": str(ROOT), "PYTHONWARNINGS": "ignore"}
        self.environment.pop("DATABASE_URL", None)
        if self.address:
            self.environment["DATABASE_URL"] = self.address
            self.clean()
        else:
            self.python("manage.py", "migrate", "--database", "visits", "-v0")

    def clean(self) -> None:
        """Leave nothing to the tests that share the database of the run."""
        if self.address:
            self.run(*(f"DELETE FROM visits_{table}" for table in TABLES))

    def python(self, *arguments: str) -> str:
        """What a program in a process of its own printed."""
        done = subprocess.run(
            [sys.executable, *arguments], cwd=ROOT, env=self.environment, capture_output=True, text=True, timeout=120
        )
        assert done.returncode == 0, done.stderr
        return done.stdout

    def rows(self, statement: str) -> list[tuple]:
        """Asked of the database itself, past Django."""
        with self._open() as database:
            return [tuple(row) for row in database.execute(statement).fetchall()]

    def run(self, *statements: str) -> None:
        with self._open() as database:
            for statement in statements:
                database.execute(statement)

    def _open(self):
        return sqlite3.connect(self.file, timeout=20) if self.file else psycopg.connect(self.address)


class Server:
    """gunicorn with three workers of four threads, as documented for production."""

    def __init__(self, ground: Ground):
        self.port = first_free(8900 + random.randrange(500), 100)
        command = [
            sys.executable,
            "-m",
            "gunicorn",
            "tests.visits.served:application",
            "--bind",
            f"127.0.0.1:{self.port}",
        ]
        self.process = subprocess.Popen([*command, *SHAPE], cwd=ROOT, env=ground.environment, start_new_session=True)

    def workers(self) -> list[int]:
        """Process ids of the workers that live now."""
        children = Path(f"/proc/{self.process.pid}/task/{self.process.pid}/children").read_text()
        return [int(each) for each in children.split()]

    def kill_one(self, draw: random.Random) -> bool:
        """SIGKILL one of them; False where none was there."""
        alive = self.workers()
        if not alive:
            return False
        try:
            os.kill(draw.choice(alive), signal.SIGKILL)
        except ProcessLookupError:
            return False
        return True

    def wait(self, answers) -> None:
        """Until it answers, at most a minute."""
        deadline = time.monotonic() + 60
        while time.monotonic() < deadline and self.process.poll() is None:
            if answers():
                return
            time.sleep(0.2)
        raise AssertionError("the server did not start")

    def stop(self) -> None:
        self.process.terminate()
        try:
            self.process.wait(15)
        except subprocess.TimeoutExpired:
            os.killpg(self.process.pid, signal.SIGKILL)
            self.process.wait()


def _address(facts: dict) -> str:
    who = facts["USER"] + (f":{facts['PASSWORD']}" if facts["PASSWORD"] else "")
    return f"postgres://{who}@{facts['HOST']}:{facts['PORT'] or 5432}/{facts['NAME']}"
