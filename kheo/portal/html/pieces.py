"""What an article is made of: running text, tables, pictures."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Text:
    """Running text: paragraphs, headings, lists, quotes."""

    html: str


@dataclass(frozen=True)
class Table:
    """A table of plain cells; all rows are equally long."""

    rows: tuple[tuple[str, ...], ...]
    has_header: bool = False
    caption: str = ""


@dataclass(frozen=True)
class Picture:
    """A picture by the names it may have been kept under, the best first (`data:` addresses hold it themselves)."""

    sources: tuple[str, ...]
    alt: str = ""
    caption: str = ""


Piece = Text | Table | Picture
