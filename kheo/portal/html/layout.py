"""Tables that old pages used to place things, told from tables that tell something."""

import re

from bs4 import BeautifulSoup, Tag

CAPTION_LIMIT = 300  # characters of the words under a picture in a table of one column
MOST_TABLES = 200  # in one article; of more than that nobody can say which tell something
PARTS = ("thead", "tbody", "tfoot", "tr", "td", "th", "caption")

_ANY_PART = re.compile(rf"<(/?)(?:table|{'|'.join(PARTS)})\b[^>]*>")


def untangled(html: str) -> str:
    """Cleaned HTML whose tables of one column, and those that hold other tables, are plain blocks again.

    A table of one column with a picture and a few words is a figure with its caption.
    """
    if html.count("<table") > MOST_TABLES:
        return _ANY_PART.sub(r"<\1div>", html)
    soup = BeautifulSoup(html, "html.parser")
    tables = soup.find_all("table")
    holders = {id(table) for table in tables if table.find("table")}
    for table in reversed(tables):
        rows = [row for row in table.find_all("tr") if row.find_parent("table") is table]
        widest = max((_cells(row) for row in rows), default=0)
        words = " ".join(table.get_text(" ").split())
        if table.find("img") and widest <= 1 and len(words) <= CAPTION_LIMIT and not table.find("figure"):
            _as_figure(table)
        elif widest <= 1 or id(table) in holders or table.find(("h1", "h2", "h3", "figure")):
            _as_blocks(table)
    return str(soup)


def _cells(row: Tag) -> int:
    return len([cell for cell in row.find_all(("td", "th"), recursive=False) if cell.find("img") or _has_words(cell)])


def _has_words(cell: Tag) -> bool:
    return bool(cell.get_text("").strip())


def _as_figure(table: Tag) -> None:
    for cell in table.find_all(("td", "th")):
        if not cell.find("img"):
            cell.name = "figcaption" if _has_words(cell) else "div"
    _as_blocks(table)
    table.name = "figure"


def _as_blocks(table: Tag) -> None:
    for part in [table, *table.find_all(PARTS)]:
        part.name = "div"
