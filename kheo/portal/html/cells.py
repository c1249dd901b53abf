"""A table of plain cells, from the tags of one."""

from kheo.portal.html.pieces import Picture, Table
from kheo.portal.html.tags import BLOCKS

MOST_ROWS, MOST_COLUMNS = 500, 40


class Cells:
    """A table while it is read."""

    def __init__(self):
        self.rows: list[list[str]] = []
        self.words: list[str] = []
        self.headed: list[bool] = []
        self.below: dict[int, int] = {}  # column → rows that a cell above still covers
        self.span = (1, 1)
        self.inside = False
        self.pictures: list[Picture] = []
        self.caption = ""

    def start(self, tag: str, facts: dict[str, str]) -> None:
        if tag == "tr":
            self.rows.append([])
            self.headed.append(True)
            self._cover()
        elif tag in ("td", "th"):
            self.words, self.inside = [], True
            self.span = (_span(facts.get("colspan")), _span(facts.get("rowspan")))
            if tag == "td" and self.headed:
                self.headed[-1] = False
        elif tag in BLOCKS or tag in ("br", "li"):
            self.words.append("\n")

    def add(self, data: str) -> None:
        if self.inside:
            self.words.append(data.replace("\n", " "))

    def end(self, tag: str) -> None:
        if tag in ("td", "th") and self.rows and self.inside:
            text = "\n".join(filter(None, (" ".join(line.split()) for line in "".join(self.words).split("\n"))))
            row, (wide, high), self.inside = self.rows[-1], self.span, False
            for n in range(wide):
                if high > 1:
                    self.below[len(row)] = high - 1
                row.append(text if n == 0 else "")
            self._cover()

    def _cover(self) -> None:
        """Places that a cell of a row above covers are empty here."""
        row = self.rows[-1]
        while self.below.get(len(row)):
            self.below[len(row)] -= 1
            row.append("")

    def made(self) -> Table | None:
        """The table, or None when nothing is in it."""
        kept = [
            (row[:MOST_COLUMNS], head)
            for row, head in zip(self.rows[:MOST_ROWS], self.headed, strict=False)
            if any(row)
        ]
        if not kept:
            return None
        width = max(len(row) for row, _ in kept)
        rows = tuple(tuple(row + [""] * (width - len(row))) for row, _ in kept)
        return Table(rows, kept[0][1] and len(kept) > 1, self.caption[:250])


def _span(text: str | None) -> int:
    return min(max(int(text), 1), MOST_COLUMNS) if text and text.isascii() and text.isdigit() else 1
