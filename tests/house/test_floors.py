"""The floors of pyproject.toml stand: import-linter, run as a test."""

import os

from importlinter.cli import EXIT_STATUS_SUCCESS, lint_imports

from .sources import ROOT


def test_imports_go_down_the_floors(monkeypatch, capsys):
    monkeypatch.chdir(ROOT)

    status = lint_imports(config_filename=os.fspath(ROOT / "pyproject.toml"), no_cache=True)

    assert status == EXIT_STATUS_SUCCESS, capsys.readouterr().out
