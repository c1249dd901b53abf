"""The body of a paper and its end: blocks become lines, tables and pairs; Nơi nhận stands beside the signature."""

import re
from collections.abc import Callable, Iterable
from dataclasses import replace

from kheo.documents.layouts import Layout
from kheo.documents.paper import (
    Article,
    Blank,
    Block,
    Centred,
    Ground,
    Heading,
    Paper,
    Paragraph,
    Signatures,
    Signer,
    Table,
)
from kheo.documents.typesetting.desk import Desk
from kheo.documents.typesetting.elements import Element, Grid, Line, Pair, Room
from kheo.documents.typesetting.letters import width_mm

SIGNING_ROOM = 62  # pt: a signature and a seal
OVER_SIGNATURE, OVER_ADDRESSEE = 12, 12  # pt
RECIPIENTS_PART = 0.46  # of the width of the text
CELL_SIDE = 1.5  # mm
CELL_LINE = 0.5  # pt; Word adds it to the height of a row, Typst draws it over the edge
CELL_TOP = 2  # pt over and under the text of a cell
SLACK = 1  # mm more than a heading's word: offices' fonts may be a hair wider
LAST_MARKS = ".;,: "
AUTHORITY = re.compile(r"^(T|K|Q)\s*[/.]?\s*(M|T|L|U)[.]?(?=\s)")  # T/M, TM., K/T, KT., T/L, TL., T/U, Q.


def addressed(paper: Paper, desk: Desk) -> tuple[Element, ...]:
    """Kính gửi: one body on the line, several under it."""
    if not paper.addressees:
        return ()
    last = len(paper.addressees) - 1
    if not last:
        first = desk.body(desk.run(f"Kính gửi: {paper.addressees[0]}", "addressee"), align="center", indent=False)
        return (replace(first, before=OVER_ADDRESSEE),)
    lines = [
        desk.body(desk.run(f"- {name}{'.' if place == last else ';'}", "addressee"), align="left")
        for place, name in enumerate(paper.addressees)
    ]
    return (replace(desk.body(desk.run("Kính gửi:", "addressee"), align="left"), before=OVER_ADDRESSEE), *lines)


def body(blocks: Iterable[Block], desk: Desk, width: float) -> tuple[Element, ...]:
    """Every block of a body, in order."""
    blocks = tuple(blocks)
    grounds = [place for place, block in enumerate(blocks) if isinstance(block, Ground)]
    found: list[Element] = []
    for place, block in enumerate(blocks):
        if isinstance(block, Ground):
            found.append(ground(block, desk, is_last=place == grounds[-1]))
        else:
            found += DRAWN[type(block)](block, desk, width)
    return tuple(held(one, after) for one, after in zip(found, (*found[1:], None), strict=True))


def held(element: Element, after: Element | None) -> Element:
    """A line before signatures stays on their page: nobody signs an empty sheet."""
    return replace(element, holds=True) if isinstance(element, Line) and isinstance(after, Pair) else element


def ground(block: Ground, desk: Desk, *, is_last: bool) -> Line:
    """A căn cứ with the dash and the end mark of its form."""
    wording = desk.layout.wording
    pattern = wording.last_ground if is_last else wording.ground
    return desk.body(desk.run(pattern.format(text=block.text.strip().rstrip(LAST_MARKS)), "ground"))


def heading(block: Heading, desk: Desk, width: float) -> tuple[Element, ...]:
    """A heading; below the first level in italics."""
    return (desk.body(desk.run(block.text, "heading", italic=block.level > 2), align="left", holds=True),)


def paragraph(block: Paragraph, desk: Desk, width: float) -> tuple[Element, ...]:
    """A paragraph, a line of the text each."""
    lines = block.text.splitlines() or [""]
    lead = (desk.run(f"{block.lead} ", "body", bold=True),) if block.lead else ()
    indented = block.align in ("justify", "left")
    return tuple(
        desk.body(
            *(lead if not place else ()),
            desk.run(line, "body", italic=block.italic),
            align=block.align,
            indent=indented,
        )
        for place, line in enumerate(lines)
    )


def article(block: Article, desk: Desk, width: float) -> tuple[Element, ...]:
    """Điều 1. and what follows."""
    first = desk.body(desk.run(f"Điều {block.number}. ", "body", bold=True), desk.run(block.text, "body"))
    return (first, *(desk.body(desk.run(text, "body")) for text in block.more))


def centred(block: Centred, desk: Desk, width: float) -> tuple[Element, ...]:
    """A bold line in the middle."""
    return (desk.body(desk.run(block.text, "heading"), align="center", indent=False, holds=True),)


def blank(block: Blank, desk: Desk, width: float) -> tuple[Element, ...]:
    """A label and dots, and more dots under it."""
    first = desk.body(desk.run(f"{block.label} ", "body"), align="left", dots=True)
    more = desk.body(desk.run("", "body"), align="left", indent=False, dots=True)
    return (first, *([more] * (block.lines - 1)))


def table(block: Table, desk: Desk, width: float) -> tuple[Element, ...]:
    """A table over the whole width of the text."""
    return (
        Grid(
            widths=column_widths(block, desk, width),
            heading=tuple(cell(column.heading, "center", desk, bold=True) for column in block.columns),
            rows=tuple(
                tuple(
                    cell(text, column.align, desk, bold=place in block.strong)
                    for text, column in zip(row, block.columns, strict=True)
                )
                for place, row in enumerate(block.rows)
            ),
        ),
    )


def column_widths(block: Table, desk: Desk, width: float) -> tuple[float, ...]:
    """The width shared out; a column is never so narrow that a word of its heading would be parted."""
    size = desk.layout.table.size.value
    least = [
        max((width_mm(word, size, bold=True) for word in column.heading.split()), default=0) + 2 * CELL_SIDE + SLACK
        for column in block.columns
    ]
    narrow: set[int] = set()
    while True:
        shares = sum(column.share for place, column in enumerate(block.columns) if place not in narrow)
        rest = width - sum(least[place] for place in narrow)
        wide = [
            least[place] if place in narrow else rest * column.share / shares
            for place, column in enumerate(block.columns)
        ]
        tight = {place for place, one in enumerate(wide) if one < least[place] - 1e-9} - narrow
        if not tight or len(narrow | tight) == len(block.columns):
            return tuple(round(one, 3) for one in wide)
        narrow |= tight


def cell(text: str, align: str, desk: Desk, *, bold: bool) -> Line:
    """A cell's text."""
    return Line((desk.run(text, "table", bold=bold),), align, pitch=desk.tight("table"))  # type: ignore[arg-type]


def side_by_side(block: Signatures, desk: Desk, width: float) -> tuple[Element, ...]:
    """Signers in columns of equal width."""
    count = len(block.signers)
    room = round(width / count, 3)
    columns = tuple(signed(signer, desk, room) for signer in block.signers)
    return (Pair(columns, (room,) * count, before=OVER_SIGNATURE),)


def signed(signer: Signer, desk: Desk, width: float) -> tuple[Line | Room, ...]:
    """Authority, office, room for signature and seal, name."""
    return (
        *desk.balanced(authority_in(desk.layout, signer.authority), "authority", width),
        *desk.balanced(signer.title, "signer_title", width),
        Room(SIGNING_ROOM),
        *desk.lines(signer.name, "signer_name"),
    )


def authority_in(layout: Layout, authority: str) -> str:
    """T/M, K/T, T/L or TM., KT., TL., as the form writes them."""
    return AUTHORITY.sub(lambda found: layout.wording.authority.format(*found.groups()), authority)


def end(paper: Paper, desk: Desk) -> tuple[Element, ...]:
    """Nơi nhận on the left, the signature on the right."""
    if paper.signer is None and not paper.recipients:
        return ()
    width = desk.layout.text_width
    left = round(width * RECIPIENTS_PART, 3)
    signature = signed(paper.signer, desk, width - left) if paper.signer else ()
    return (Pair((recipients(paper, desk), signature), (left, width - left), before=OVER_SIGNATURE),)


def recipients(paper: Paper, desk: Desk) -> tuple[Line, ...]:
    """Nơi nhận: and its list; the last line ends with a full stop."""
    if not paper.recipients:
        return ()
    last = len(paper.recipients) - 1
    lines = [
        desk.line(
            desk.layout.wording.recipient.format(text=text.strip().rstrip(LAST_MARKS)) + (";" if place < last else "."),
            "recipients",
            "left",
        )
        for place, text in enumerate(paper.recipients)
    ]
    return (desk.line("Nơi nhận:", "recipients_title", "left"), *lines)


def ended(elements: tuple[Element, ...], mark: str) -> tuple[Element, ...]:
    """The body with its end mark after the last word; that paragraph stays with the signature."""
    for place in range(len(elements) - 1, -1, -1):
        line = elements[place]
        if isinstance(line, Line) and line.runs and line.runs[-1].text and not line.dots:
            *runs, last = line.runs
            closed = replace(last, text=last.text.rstrip(LAST_MARKS + "/") + mark)
            return (*elements[:place], replace(line, runs=(*runs, closed), holds=True), *elements[place + 1 :])
        if isinstance(line, Grid):
            break
    return elements


DRAWN: dict[type, Callable[..., tuple[Element, ...]]] = {
    Heading: heading,
    Paragraph: paragraph,
    Article: article,
    Centred: centred,
    Blank: blank,
    Table: table,
    Signatures: side_by_side,
}
