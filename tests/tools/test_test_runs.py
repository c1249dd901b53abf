"""How script/test chooses its runs and sums them up."""

import pytest

from tools import test_runs
from tools.test_runs import BROWSER, ON_POSTGRES, SQLITE, chosen, count

REPORT = """<?xml version="1.0"?><testsuites>
<testsuite name="pytest" tests="10" failures="2" errors="1" skipped="3"></testsuite></testsuites>"""


@pytest.fixture(autouse=True)
def developer(monkeypatch):
    """A machine with Chromium, no PostgreSQL for tests, and no CI."""
    monkeypatch.setattr(test_runs, "chromium", lambda: "/usr/bin/chromium")
    monkeypatch.delenv("KHEO_TEST_POSTGRES", raising=False)
    monkeypatch.delenv("CI", raising=False)


def test_everything_is_sqlite_and_a_browser():
    assert chosen([]) == [SQLITE, BROWSER]


def test_fast_leaves_the_browser_out():
    assert chosen(["fast"]) == [SQLITE]


def test_a_named_server_adds_a_run_on_postgresql(monkeypatch):
    monkeypatch.setenv("KHEO_TEST_POSTGRES", "postgres://postgres@127.0.0.1/kheo")

    assert chosen([]) == [SQLITE, ON_POSTGRES, BROWSER]
    assert [run.postgres for run in chosen(["tests/units"])] == [False, True]


def test_without_chromium_the_browser_run_is_left_out_loudly(monkeypatch, capsys):
    monkeypatch.setattr(test_runs, "chromium", lambda: None)

    assert chosen(["browser"]) == []
    assert capsys.readouterr().out == test_runs.NO_CHROMIUM + "\n"


def test_in_ci_the_browser_run_is_made_and_fails_by_itself(monkeypatch):
    monkeypatch.setattr(test_runs, "chromium", lambda: None)
    monkeypatch.setenv("CI", "true")

    assert chosen(["browser"]) == [BROWSER]


def test_paths_go_to_pytest_as_they_are():
    assert [run.options for run in chosen(["tests/units", "-x"])] == [("tests/units", "-x")]


def test_count_reads_passed_failed_and_skipped(tmp_path):
    (tmp_path / "0.xml").write_text(REPORT)

    assert count(tmp_path / "0.xml") == (4, 3, 3)


def test_a_run_without_a_report_has_failed(tmp_path):
    assert count(tmp_path / "none.xml") == (0, 1, 0)
