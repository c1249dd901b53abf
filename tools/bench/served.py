"""Servers under load: gunicorn processes of one shape, and wrk (or a small client of our own) asking them in turn."""

import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from functools import cache, partial
from itertools import repeat
from pathlib import Path

from django.conf import settings

from tools.bench.plain_client import ask
from tools.ports import first_free

ROOT = Path(__file__).resolve().parents[2]
SHAPE = (
    "--workers", "2", "--threads", "4", "--keep-alive", "30", "--preload", "--no-control-socket", "--log-level", "error",
)  # fmt: skip
SECONDS_TO_START = 60
RATE = re.compile(r"Requests/sec:\s+([\d.]+)")
DONE = re.compile(r"(\d+) requests in")
REFUSED = re.compile(r"Non-2xx or 3xx responses: (\d+)")
BROKEN = re.compile(r"Socket errors: (.+)")


def environment(**more: str) -> dict[str, str]:
    """The application as it is served, over the database and the folder of this run."""
    inherited = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"}
    own = {
        "DJANGO_SETTINGS_MODULE": "config.settings",
        "KHEO_DATA": str(settings.DATA),
        "KHEO_DEMO": "1",
        "KHEO_DEBUG": "0",
    }
    return {**inherited, "PYTHONPATH": str(ROOT), **own, **more}


@cache
def collect_static() -> None:
    """Pages name their files by the manifest; made once a run."""
    command = [sys.executable, "manage.py", "collectstatic", "--no-input", "--verbosity", "0"]
    subprocess.run(command, cwd=ROOT, env=environment(), check=True)


class Server:
    """One gunicorn with two workers of four threads; `application` is "module:name"."""

    def __init__(self, application: str, **more: str):
        self.port = first_free(8700, 200)
        self.address = f"http://127.0.0.1:{self.port}"
        command = [sys.executable, "-m", "gunicorn", application, "--bind", f"127.0.0.1:{self.port}", *SHAPE]
        self.process = subprocess.Popen(command, cwd=ROOT, env=environment(**more), start_new_session=True)
        self._wait()

    def _wait(self) -> None:
        deadline = time.monotonic() + SECONDS_TO_START
        while time.monotonic() < deadline and self.process.poll() is None:
            try:
                with urllib.request.urlopen(self.address + "/dem/so/", timeout=30):
                    return
            except urllib.error.HTTPError:
                return  # any answer is one
            except OSError:
                time.sleep(0.2)
        self.stop()
        raise RuntimeError(f"Server did not start: {self.process.args!r}")

    def stop(self) -> None:
        """Ends the server and its workers."""
        self.process.terminate()
        try:
            self.process.wait(20)
        except subprocess.TimeoutExpired:
            os.killpg(self.process.pid, signal.SIGKILL)
            self.process.wait()


class Load:
    """Requests sent over some connections for some seconds: by wrk as a Lua script makes them, else by `plain`.

    `plain(turn, connection)` makes the same requests, as bytes. No two runs have the same turn.
    """

    def __init__(
        self, script: str, plain: Callable[[int, int], Iterator[bytes]], *, connections: int = 16, seconds: int = 2
    ):
        self.plain, self.connections, self.seconds, self.turn = plain, connections, seconds, 0
        self.path = Path(tempfile.mkstemp(suffix=".lua", dir=settings.DATA)[1])
        self.path.write_text(script, "utf-8")

    def run(self, address: str) -> tuple[float, int]:
        """Seconds a request took of the server's time, and how many were answered."""
        return self.begin(address)()

    def begin(self, address: str) -> Callable[[], tuple[float, int]]:
        """Starts; what it hands back waits for the end."""
        self.turn += 1
        if shutil.which("wrk"):
            return partial(self._read, self._start_wrk(address))
        pool, turn = ThreadPoolExecutor(1), partial(self.plain, self.turn)
        asked = pool.submit(
            ask, int(address.rpartition(":")[2]), turn, connections=self.connections, seconds=self.seconds
        )
        pool.shutdown(wait=False)
        return lambda: (self.seconds / max(asked.result(), 1), asked.result())

    def _start_wrk(self, address: str) -> "subprocess.Popen[str]":
        command = ["wrk", "-t1", f"-c{self.connections}", f"-d{self.seconds}s", "-s", str(self.path), address]
        environ = {**os.environ, "TURN": str(self.turn)}
        return subprocess.Popen(command, stdout=subprocess.PIPE, encoding="utf-8", env=environ)

    def _read(self, process: "subprocess.Popen[str]") -> tuple[float, int]:
        """What wrk says in the end; a refused or broken request is an error here."""
        said, _ = process.communicate(timeout=self.seconds + 60)
        rate, done = RATE.search(said), DONE.search(said)
        if rate is None or done is None or REFUSED.search(said) or BROKEN.search(said):
            raise RuntimeError(f"wrk: {said}")
        return 1 / max(float(rate[1]), 1e-9), int(done[1])


def page_load(path: str, **rest: int) -> Load:
    """One page, again and again."""

    def plain(turn: int, connection: int) -> Iterator[bytes]:
        return repeat(f"GET {path} HTTP/1.1\r\nHost: localhost\r\n\r\n".encode())

    return Load(f'function request() return wrk.format("GET", "{path}") end', plain, **rest)
