"""Reads a PDF back: every line of text with its place in mm, its size in pt and its face; every drawn line."""

from dataclasses import dataclass
from io import BytesIO
from itertools import groupby, pairwise

import pdfplumber

MM = 25.4 / 72
FACES = {"Regular": (False, False), "Bold": (True, False), "Italic": (False, True), "BoldItalic": (True, True)}


@dataclass(frozen=True)
class Read:
    """A line of letters of one size and face; `base` is its base line from the top of the page."""

    page: int
    text: str
    left: float
    right: float
    base: float
    size: float
    bold: bool
    italic: bool

    @property
    def look(self):
        return (self.size, self.bold, self.italic)


@dataclass(frozen=True)
class Drawn:
    """A drawn line that lies flat."""

    page: int
    left: float
    right: float
    top: float

    @property
    def length(self):
        return self.right - self.left


@dataclass(frozen=True)
class Page:
    width: float
    height: float


class ReadPdf:
    """What a printed sheet would show a ruler."""

    def __init__(self, pdf):
        with pdfplumber.open(BytesIO(pdf)) as opened:
            self.metadata = opened.metadata
            self.pages = [Page(page.width * MM, page.height * MM) for page in opened.pages]
            self.lines = [line for number, page in enumerate(opened.pages, 1) for line in lines(number, page)]
            self.inked = [
                (number, page.height * MM - char["matrix"][5] * MM, char["x0"] * MM, char["x1"] * MM, char["text"])
                for number, page in enumerate(opened.pages, 1)
                for char in page.chars
                if char["text"].strip("\u00a0 ")
            ]
            self.drawn = [
                Drawn(number, one["x0"] * MM, one["x1"] * MM, one["top"] * MM)
                for number, page in enumerate(opened.pages, 1)
                for one in [*page.lines, *page.rects, *page.curves]
                if one["height"] < 1
            ]

    def line(self, text, page=1):
        """The one line that reads so."""
        (found,) = [line for line in self.lines if line.page == page and line.text == text]
        return found

    def starting(self, text, page=1):
        return next(line for line in self.lines if line.page == page and line.text.startswith(text))

    def letters(self):
        """Every letter, without spaces and dots to write on."""
        return "".join(sorted("".join("".join(line.text.split()) for line in self.lines).replace(".", "")))

    def between(self, left, right, below=0):
        """Letters of a column, from the top down."""
        return "".join(one[4] for one in self.inked if left <= one[2] and one[3] <= right and one[1] > below + 0.1)

    def has(self, text):
        return any(text in line.text for line in self.lines)


def lines(number, page):
    """Letters in reading order, a new line where size, face or base line change or a wide gap stands between."""
    chars = [(char, round(page.height - char["matrix"][5], 1), round(char["size"], 2)) for char in page.chars]
    chars.sort(key=lambda one: (one[1], one[0]["x0"]))
    for (base, size, face), run in groupby(chars, key=lambda one: (one[1], one[2], face_of(one[0]))):
        for letters in gathered([char for char, _, _ in run], size):
            text = "".join(char["text"] for char in letters).replace("\u00a0", " ")
            if text.strip():
                yield Read(number, " ".join(text.split()), *ends(letters), base * MM, size, *FACES[face])


def ends(letters):
    inked = [char for char in letters if char["text"].strip("\u00a0 ")]
    return inked[0]["x0"] * MM, inked[-1]["x1"] * MM


def gathered(chars, size):
    """Parts of a base line: columns of a head or a table stand further apart than two letters wide."""
    part = [chars[0]]
    for before, char in pairwise(chars):
        if char["x0"] - before["x1"] > 2 * size:
            yield part
            part = []
        part.append(char)
    yield part


def face_of(char):
    _, _, face = char["fontname"].partition("LiberationSerif")
    return face.removeprefix("-") or "Regular"
