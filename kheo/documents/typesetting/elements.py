"""A paper laid out: lines, rules, pairs of columns and tables, each with its measures; both renderings read these."""

from dataclasses import dataclass

from kheo.documents.paper import Align


@dataclass(frozen=True)
class Run:
    """Letters of one style; `style` is the name of a style of the layout."""

    text: str
    style: str
    bold: bool | None = None  # where it differs from its style
    italic: bool | None = None


@dataclass(frozen=True)
class Line:
    """A paragraph. Lengths in mm, spaces in pt; `pitch` from one base line to the next, None: as high as the letters.

    `dots`: dotted to the end of the line, to be written on. `holds`: stays on the page of what follows.
    """

    runs: tuple[Run, ...]
    align: Align = "left"
    indent: float = 0
    before: float = 0
    pitch: float | None = None
    dots: bool = False
    holds: bool = False


@dataclass(frozen=True)
class Rule:
    """A solid line in the middle of its column, `length` in mm, `before` pt under what stands over it."""

    length: float
    before: float = 2


@dataclass(frozen=True)
class Room:
    """Empty height, in pt: where a signature is written."""

    height: float


@dataclass(frozen=True)
class Pair:
    """Columns side by side without lines: the heads, Nơi nhận beside the signature. Never parted by a page."""

    columns: tuple[tuple["Line | Rule | Room", ...], ...]
    widths: tuple[float, ...]
    before: float = 0


@dataclass(frozen=True)
class Grid:
    """A table with lines. Widths in mm; the heading is repeated, no row is parted."""

    widths: tuple[float, ...]
    heading: tuple[Line, ...]
    rows: tuple[tuple[Line, ...], ...]
    before: float = 6


Element = Line | Rule | Room | Pair | Grid


@dataclass(frozen=True)
class Part:
    """Pages of one direction: the paper itself, or an annex."""

    elements: tuple[Element, ...]
    landscape: bool = False
