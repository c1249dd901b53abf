"""Pages of the documentation: tables equal the code, links lead somewhere, decisions are numbered, names exist."""

import re
from importlib import import_module

import pytest

from tools import tables

from .sources import ROOT, tracked

PAGES = [path for path in tracked(".md") if path.parts[0] == "docs" or len(path.parts) == 1]
LINK = re.compile(r"\]\((?!https?:|mailto:|#)([^)#\s]+)")
GLOSSARY_ROW = re.compile(r"^\| [^|]+ \| `([\w.]+)` \|", re.MULTILINE)
PLANNED = "## Sắp có"
DECISION = re.compile(r"(\d{4})-[a-z0-9-]+\.md")
DECISION_PARTS = ["## Context", "## Decision", "## Consequences"]


def read(path):
    return (ROOT / path).read_text("utf-8")


@pytest.mark.parametrize("document", [page for page in PAGES if "<!-- table:" in read(page)], ids=str)
def test_tables_of_a_page_equal_the_code(document):
    assert tables.filled(read(document)) == read(document), "script/docs in lại"


def test_every_table_is_shown_on_some_page():
    shown = {name for page in PAGES for name in re.findall(r"<!-- table: ([\w-]+) -->", read(page))}

    assert shown == set(tables.TABLES)


@pytest.mark.parametrize("document", PAGES, ids=str)
def test_links_between_pages_lead_somewhere(document):
    broken = [link for link in LINK.findall(read(document)) if not (ROOT / document.parent / link).exists()]

    assert broken == []


def test_every_page_can_be_reached_from_the_index_or_the_readme():
    reached, waiting = set(), [ROOT / "README.md", ROOT / "docs/index.md"]
    while waiting:
        page = waiting.pop()
        if page not in reached:
            reached.add(page)
            targets = [(page.parent / link).resolve() for link in LINK.findall(page.read_text("utf-8"))]
            waiting += [target for target in targets if target.suffix == ".md"]

    assert [str(page) for page in PAGES if (ROOT / page) not in reached] == []


def test_decisions_are_numbered_without_gap_and_say_context_decision_and_consequences():
    pages = sorted((ROOT / "docs/decisions").glob("0*.md"))

    assert [DECISION.fullmatch(page.name)[1] for page in pages] == [f"{n:04}" for n in range(1, len(pages) + 1)]
    for page in pages:
        assert re.findall(r"^## .+", page.read_text("utf-8"), re.MULTILINE) == DECISION_PARTS, page.name
        assert 10 <= page.read_text("utf-8").count("\n") <= 30, page.name


def test_every_name_of_the_glossary_can_be_imported():
    here, _, _ = read("docs/glossary.md").partition(PLANNED)
    names = GLOSSARY_ROW.findall(here)

    assert [name for name in names if not exists(name)] == []
    assert len(names) == len(set(names)) > 0


def test_a_planned_name_of_the_glossary_is_not_there_yet():
    _, _, planned = read("docs/glossary.md").partition(PLANNED)
    built = {name.rpartition(".")[2] for name in GLOSSARY_ROW.findall(read("docs/glossary.md").partition(PLANNED)[0])}

    assert built & set(GLOSSARY_ROW.findall(planned)) == set()


def exists(dotted):
    module, _, name = dotted.rpartition(".")
    try:
        return hasattr(import_module(module), name)
    except ModuleNotFoundError:
        return False
