"""A composed paper as PDF/A-2b, set by Typst. All text goes as data: no character of it is read as markup."""

import json
import math
import re
from collections.abc import Sequence
from dataclasses import asdict, replace
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import typst

from kheo.core.vietnamese.tones import Style as ToneStyle
from kheo.documents.layouts import Layout
from kheo.documents.paper import Paper
from kheo.documents.typesetting.bodies import CELL_LINE, CELL_SIDE, CELL_TOP
from kheo.documents.typesetting.compose import compose, layout_of
from kheo.documents.typesetting.elements import Element, Grid, Line, Pair, Run
from kheo.documents.typesetting.letters import FAMILY, FONTS, width_mm

HERE = Path(__file__).parent
STANDARD = "a-2b"
LONG_WORD = re.compile(r"([^ \u00a0]{21,})")  # no Vietnamese word is so long: it may be parted anywhere
REMEMBERED = 10  # runs
LARGE = 200_000  # letters of data: some twenty pages
TALL_ROW = 25  # lines; a row is kept whole unless it would fill most of a page


def to_pdf(paper: Paper, *, today: date, tones: ToneStyle | None = None) -> bytes:
    """The paper as PDF/A-2b, by the rule set of its day (of today while it has none). Raises MissingLetter."""
    return to_pdf_together([paper], today=today, tones=tones)


def to_pdf_together(papers: Sequence[Paper], *, today: date, tones: ToneStyle | None = None) -> bytes:
    """Papers one after another in one PDF/A-2b, each with page numbers of its own: invitations of one evening."""
    first = papers[0]
    day = first.on or today
    sheet = {
        "title": f"{first.title or first.kind.label}: {first.about}",
        "author": first.issuer,
        "day": (day.year, day.month, day.day),
        "family": FAMILY,
        "cell": {"side": CELL_SIDE, "top": CELL_TOP + CELL_LINE / 2, "line": CELL_LINE},
        "papers": [_laid(paper, layout_of(paper, today), tones) for paper in papers],
    }
    return set_pdf(HERE / "paper.typ", sheet)


def _laid(paper: Paper, layout: Layout, tones: ToneStyle | None) -> dict[str, Any]:
    parts = [
        {"landscape": part.landscape, "elements": [_plain(element, layout) for element in part.elements]}
        for part in compose(paper, layout, tones)
    ]
    return {"page": _page(layout), "parts": parts}


def set_pdf(template: Path, sheet: dict[str, Any]) -> bytes:
    """One run of Typst, with our fonts and no others; a letter they do not hold is an error, not a hole."""
    inputs = json.dumps(sheet, ensure_ascii=False)
    try:
        return typst.compile(
            template.read_bytes(),
            format="pdf",
            font_paths=fonts(),
            sys_inputs={"sheet": inputs},
            pdf_standards=STANDARD,
        )  # type: ignore[return-value]
    finally:
        if len(inputs) > LARGE:
            forget_what_was_set()


def forget_what_was_set() -> None:
    """Lets go of what Typst remembers of the last runs (comemo keeps what one of the last ten used).

    Without this a server that has printed five files of hundreds of pages holds a gigabyte.
    """
    for _ in range(REMEMBERED + 1):
        typst.compile(b"", format="svg", font_paths=fonts())


@cache
def fonts() -> typst.Fonts:
    """The four faces, read once a process."""
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[FONTS])


def _page(layout: Layout) -> dict[str, float]:
    return {
        "width": layout.page_width.value,
        "height": layout.page_height.value,
        "top": layout.margin_top.value,
        "bottom": layout.margin_bottom.value,
        "left": layout.margin_left.value,
        "right": layout.margin_right.value,
        "number_from_edge": layout.number_from_edge.value,
        "number_size": layout.page_number.size.value,
    }


def _plain(element: Element, layout: Layout) -> dict[str, Any]:
    named = {"is": type(element).__name__.lower()}
    match element:
        case Line():
            return named | asdict(replace(element, runs=())) | {"runs": [_run(run, layout) for run in element.runs]}
        case Pair():
            columns = [[_plain(one, layout) for one in column] for column in element.columns]
            return named | {"columns": columns, "widths": element.widths, "before": element.before}
        case Grid():
            heading = [_plain(line, layout) for line in element.heading]
            rows = [
                {"cells": [_plain(line, layout) for line in row], "splits": _is_tall(row, element.widths, layout)}
                for row in element.rows
            ]
            return named | {"heading": heading, "rows": rows, "widths": element.widths, "before": element.before}
    return named | asdict(element)


def _run(run: Run, layout: Layout) -> dict[str, Any]:
    style = layout.styles()[run.style]
    return {
        "size": style.size.value,
        "underlined": style.underlined,
        "bold": style.bold if run.bold is None else run.bold,
        "italic": style.italic if run.italic is None else run.italic,
        "pieces": pieces(run.text),
    }


def pieces(text: str) -> list[dict[str, Any]]:
    """The text in pieces; those to `split` are words so long that they may break between any two letters."""
    return [{"text": piece, "split": bool(place % 2)} for place, piece in enumerate(LONG_WORD.split(text)) if piece]


def _is_tall(row: tuple[Line, ...], widths: tuple[float, ...], layout: Layout) -> bool:
    size = layout.table.size.value
    return any(
        math.ceil(width_mm(line.runs[0].text, size) / (width - 2 * CELL_SIDE)) > TALL_ROW
        for line, width in zip(row, widths, strict=True)
    )
