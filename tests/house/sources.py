"""The files of the project as the house tests read them: what git tracks, or would track."""

import ast
import subprocess
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def tracked(*suffixes):
    """Paths of the project's own files, relative to its root; with these suffixes only, when any are named."""
    command = ["git", "ls-files", "--cached", "--others", "--exclude-standard"]
    names = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout.splitlines()
    paths = [Path(name) for name in names if (ROOT / name).is_file()]
    return [path for path in paths if not suffixes or path.suffix in suffixes]


def python(*folders):
    """Path and syntax tree of our Python files below these folders; migrations are generated, so left out."""
    return [
        (path, ast.parse((ROOT / path).read_text(encoding="utf-8")))
        for path in tracked(".py")
        if "migrations" not in path.parts and (not folders or str(path).startswith(folders))
    ]
