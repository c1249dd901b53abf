"""Sizes, docstrings, names and imports of our files."""

import ast
import re

from .sources import ROOT, python, tracked

LONGEST = 500
WRITTEN_BY_HAND = (".py", ".css", ".js", ".html", ".sh")
VAGUE_NAMES = {"utils", "util", "helpers", "helper", "common", "manager", "managers", "misc"}


def test_no_file_is_longer_than_500_lines():
    too_long = {
        str(path): lines
        for path in tracked(*WRITTEN_BY_HAND)
        if "migrations" not in path.parts and (lines := (ROOT / path).read_text("utf-8").count("\n")) > LONGEST
    }

    assert too_long == {}


def test_every_module_says_in_its_docstring_what_it_is():
    silent = [str(path) for path, tree in python() if tree.body and not ast.get_docstring(tree)]

    assert silent == []


def test_no_module_has_a_name_that_says_nothing():
    assert [str(path) for path, _ in python() if VAGUE_NAMES & {path.stem, *path.parts}] == []


def test_the_application_never_prints():
    printing = [
        f"{path}:{node.lineno}"
        for path, tree in python("kheo", "config")
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "print"
    ]

    assert printing == []


def test_an_import_inside_a_function_gives_its_reason_on_the_line():
    unexplained = [
        f"{path}:{node.lineno}"
        for path, tree in python("kheo", "config", "tools")
        for node in imports_inside_functions(tree)
        if "  # " not in (ROOT / path).read_text("utf-8").splitlines()[node.lineno - 1]
    ]

    assert unexplained == []


def imports_inside_functions(tree):
    for function in ast.walk(tree):
        # AppConfig.ready is where Django wants such imports: models are there only then.
        if isinstance(function, ast.FunctionDef | ast.AsyncFunctionDef) and function.name != "ready":
            yield from (node for node in ast.walk(function) if isinstance(node, ast.Import | ast.ImportFrom))


# Written in pieces, so that this file does not find itself.
REGISTRIES = ["pypi" + ".org", "python" + "hosted", "registry." + "npmjs", "deb." + "debian.org", "conda." + "anaconda"]
MACHINE_PATH = re.compile(r"(?<![\w.~-])/(?:wo" + r"rk|ro" + r"ot|ho" + r"me)/[\w.]")


def test_no_file_names_a_package_registry():
    named = [f"{path}: {registry}" for path, text in texts() for registry in REGISTRIES if registry in text]

    assert named == []


def test_no_file_names_a_path_of_somebodys_machine():
    named = [f"{path}: {found.group()}" for path, text in texts() for found in MACHINE_PATH.finditer(text)]

    assert named == []


def texts():
    for path in tracked():
        try:
            yield path, (ROOT / path).read_text("utf-8")
        except UnicodeDecodeError:
            continue  # a picture or a workbook
