"""HTML from elsewhere (an old site, Word, a story sent in) as what an article may hold: text, tables, pictures.

Nothing else passes: no style, no script, no frame. The words stay as they were, in Unicode NFC.
"""

import json
import re
from collections.abc import Callable

import nh3

from kheo.portal.html.builder import Builder
from kheo.portal.html.layout import untangled
from kheo.portal.html.pieces import Picture, Piece, Table, Text
from kheo.portal.html.tags import BLOCKS, GONE, HEADINGS, INLINE, LAZY, OTHERS, SCHEMES, TABLE

__all__ = ["LONGEST", "Picture", "Piece", "Table", "Text", "as_blocks", "frames_in", "pieces"]

LONGEST = 3_000_000  # characters of one article

_FRAMES = re.compile(r"<(?:iframe|embed|object|video|audio)\b", re.IGNORECASE)

_cleaner = nh3.Cleaner(
    tags={*INLINE, *HEADINGS, *BLOCKS, *TABLE, *OTHERS},
    clean_content_tags=GONE,
    attributes={
        "a": {"href"},
        "img": {*LAZY, "alt", "title"},
        "td": {"colspan", "rowspan"},
        "th": {"colspan", "rowspan"},
        "*": {"class"},
    },
    link_rel=None,
    url_schemes={*SCHEMES, "data"},
)


def pieces(html: str, *, base: str = "") -> list[Piece]:
    """What an article may hold of this HTML, in order. `base` is the old page's address: links are read from there,
    and those to its own site become addresses on this one.
    """
    safe = _cleaner.clean(html[:LONGEST].encode("utf-8", "ignore").decode())  # half letters (lone surrogates) go
    if "<table" in safe:
        safe = untangled(safe)
    builder = Builder(base)
    builder.feed(safe)
    builder.close()
    return builder.done()


def as_blocks(found: list[Piece], photo_of: Callable[[Picture], int | None]) -> str:
    """Pieces as the JSON of a page's body. `photo_of` answers a picture's key, or None where there is none."""
    blocks: list[dict[str, object]] = []
    for piece in found:
        if isinstance(piece, Text):
            blocks.append({"type": "text", "value": piece.html})
        elif isinstance(piece, Table):
            blocks.append({"type": "table", "value": _table_value(piece)})
        elif (pk := photo_of(piece)) is not None:
            blocks.append({"type": "photo", "value": {"photo": pk, "caption": piece.caption[:300]}})
    return json.dumps(blocks, ensure_ascii=False)


def frames_in(html: str) -> int:
    """How many films, maps and other frames stand in it: an article holds none."""
    return len(_FRAMES.findall(html))


def _table_value(table: Table) -> dict:
    return {
        "first_row_is_table_header": table.has_header,
        "first_col_is_header": False,
        "table_header_choice": "row" if table.has_header else "neither",
        "table_caption": table.caption,
        "data": [list(row) for row in table.rows],
    }
