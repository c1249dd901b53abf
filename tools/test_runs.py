"""Runs the tests as `script/test` asks: on SQLite, on PostgreSQL where a server is named, and in a browser.

Every run is pytest in a process of its own; the last line printed sums them up as pytest would.
"""

import os
import subprocess
import sys
import tempfile
import time
import xml.etree.ElementTree as ET
from dataclasses import dataclass
from pathlib import Path

from tools.browser import chromium

NO_TESTS = 5  # pytest's exit code when nothing was selected
POSTGRES = "KHEO_TEST_POSTGRES"


@dataclass(frozen=True)
class Run:
    """One pytest process: what it is called on the screen, its options, and whether it is on PostgreSQL."""

    name: str
    options: tuple[str, ...]
    postgres: bool = False


WORKERS = ("-n", "2", "--dist", "worksteal")
AGAIN = ("--database-only",)  # text functions and house rules know no database: once is enough for them
SQLITE = Run("SQLite, không trình duyệt", ("-m", "not browser", *WORKERS))
ON_POSTGRES = Run("PostgreSQL, các kiểm thử dùng cơ sở dữ liệu", ("-m", "not browser", *AGAIN, *WORKERS), True)
BROWSER = Run("SQLite, trình duyệt", ("-m", "browser", *WORKERS))

NO_CHROMIUM = """
******************************************************************************
  KHÔNG có Chromium: các kiểm thử trình duyệt KHÔNG được chạy.
  Hãy chạy `script/setup --browser` (hoặc cài gói chromium) rồi thử lại.
  No Chromium: browser tests were NOT run. `script/setup --browser` installs one.
******************************************************************************
"""


def main(arguments: list[str]) -> int:
    """Runs what the arguments ask for; 0 when every test passed and at least one ran."""
    began = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="kheo-runs-") as folder:
        reports = [(run, Path(folder) / f"{number}.xml") for number, run in enumerate(chosen(arguments))]
        codes = [start(run, report) for run, report in reports]
        counts = [count(report) for _, report in reports]
    passed, failed, skipped = (sum(column) for column in zip(*counts, strict=True)) if counts else (0, 0, 0)
    print(f"\nTổng thời gian: {time.monotonic() - began:.0f} giây.")
    print(f"total: {passed} passed, {failed} failed, {skipped} skipped", flush=True)
    return int(not passed or any(code not in (0, NO_TESTS) for code in codes))


def chosen(arguments: list[str]) -> list[Run]:
    """The runs that the arguments name; a run that cannot be made is named loudly, in CI it is made and fails."""
    if arguments and arguments[0] not in ("fast", "browser"):
        asked = " ".join(arguments)
        again = Run(f"PostgreSQL: {asked}", (*arguments, "-m", "not browser", *AGAIN), True)
        return [Run(f"SQLite: {asked}", tuple(arguments)), *on_postgres(again)]
    runs = [] if arguments == ["browser"] else [SQLITE, *on_postgres(ON_POSTGRES)]
    if arguments != ["fast"]:
        runs += browser()
    return runs


def on_postgres(run: Run) -> list[Run]:
    """This run, where a PostgreSQL server for tests is named."""
    if os.environ.get(POSTGRES):
        return [run]
    print(f"Không chạy trên PostgreSQL: chưa đặt {POSTGRES} (xem CONTRIBUTING.md).")
    return []


def browser() -> list[Run]:
    """The run with a browser, where there is one or there ought to be."""
    if chromium() or os.environ.get("CI"):
        return [BROWSER]
    print(NO_CHROMIUM)
    return []


def start(run: Run, report: Path) -> int:
    """Runs pytest and hands back its exit code."""
    print(f"\n=== {run.name}", flush=True)
    environment = dict(os.environ)
    if not run.postgres:
        environment.pop(POSTGRES, None)
    command = [sys.executable, "-m", "pytest", f"--junitxml={report}", "-o", "junit_family=xunit2", *run.options]
    return subprocess.run(command, env=environment, check=False).returncode


def count(report: Path) -> tuple[int, int, int]:
    """Passed, failed (errors among them) and skipped in a JUnit report; a run that died without one has failed."""
    if not report.exists():
        return 0, 1, 0
    suites = ET.parse(report).getroot().iter("testsuite")
    total = failed = skipped = 0
    for suite in suites:
        total += int(suite.get("tests", 0))
        failed += int(suite.get("failures", 0)) + int(suite.get("errors", 0))
        skipped += int(suite.get("skipped", 0))
    return max(total - failed - skipped, 0), failed, skipped


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
