"""From a paper and a layout to parts of elements: the one place where it is decided what stands where."""

from datetime import date

from kheo.core.vietnamese.tones import Style as ToneStyle
from kheo.documents.layouts import Layout, layout_for
from kheo.documents.paper import Annex, Form, Paper
from kheo.documents.typesetting import bodies, heads
from kheo.documents.typesetting.desk import Desk
from kheo.documents.typesetting.elements import Element, Part


def layout_of(paper: Paper, today: date) -> Layout:
    """The rule set of the paper's own day; of today while it has none."""
    return layout_for(paper.form, paper.on or today)


def compose(paper: Paper, layout: Layout, tones: ToneStyle | None = None) -> tuple[Part, ...]:
    """The paper's parts: itself, then its annexes. Raises MissingLetter."""
    desk = Desk(layout, tones)
    width = layout.text_width
    inner = bodies.body(paper.body, desk, width)
    if paper.signer:
        inner = bodies.ended(inner, layout.wording.end)
    own = (
        *heads.head(paper, desk),
        *heads.title(paper, desk),
        *bodies.addressed(paper, desk),
        *inner,
        *bodies.end(paper, desk),
    )
    return (Part(own), *(annexed(annex, paper, desk) for annex in paper.annexes))


def annexed(annex: Annex, paper: Paper, desk: Desk) -> Part:
    """An attached list on pages of its own: its title, what paper it goes with, its body."""
    layout = desk.layout
    width = layout.width_between_margins(landscape=annex.landscape)
    elements: tuple[Element, ...] = (
        *desk.lines(annex.title, "kind"),
        *desk.lines(annex.about, "about", before=1),
        desk.line(goes_with(paper, layout), "place_and_date", before=2),
        *bodies.body(annex.body, desk, width),
    )
    return Part(elements, annex.landscape)


def goes_with(paper: Paper, layout: Layout) -> str:
    """(Kèm theo Quyết định số 12-QĐ/ĐU, ngày 09 tháng 10 năm 2026 của ...)"""
    number = heads.number_line(layout, paper.kind, paper.symbol, paper.number)
    number = number.replace("Số:", "số").replace("Số", "số")
    comma = "," if paper.form == Form.PARTY else ""
    return f"(Kèm theo {paper.kind.label} {number}{comma} {heads.day_in_words(paper.on)} của {paper.issuer})"
