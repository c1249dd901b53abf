"""The words of the XML inside DOCX and XLSX files, line by line as a reader sees them, watched for stamps."""

from typing import BinaryIO
from xml.sax.handler import ContentHandler

from defusedxml.sax import parse

from kheo.core.filechecks.stamps import Watch

_HEADERS = {"oddHeader", "oddFooter", "evenHeader", "evenFooter", "firstHeader", "firstFooter"}


class _Words(ContentHandler):
    """What both readers share: letters are gathered only inside an element that holds text."""

    holds: frozenset[str] = frozenset()

    def __init__(self, watch: Watch):
        super().__init__()
        self.watch = watch
        self.text: list[str] = []
        self.depth = 0

    def startElement(self, name, attrs):
        tag = name.rpartition(":")[2]
        self.depth += tag in self.holds
        self.opened(tag, attrs)

    def characters(self, content):
        if self.depth:
            self.text.append(content)

    def endElement(self, name):
        tag = name.rpartition(":")[2]
        self.depth -= tag in self.holds
        self.closed(tag)

    def opened(self, tag: str, attrs) -> None:
        """An element begins."""

    def closed(self, tag: str) -> None:
        """An element has ended."""

    def line(self) -> None:
        self.watch.see("".join(self.text))
        self.text = []


class Paragraphs(_Words):
    """A Word part: each paragraph is a line; a text box inside a paragraph is a line of its own."""

    holds = frozenset({"t", "delText"})

    def __init__(self, watch: Watch):
        super().__init__(watch)
        self.above: list[list[str]] = []

    def opened(self, tag, attrs):
        if tag == "p":
            self.above.append(self.text)
            self.text = []
        elif tag in ("tab", "br", "cr"):
            self.text.append("\t")

    def closed(self, tag):
        if tag == "p":
            self.line()
            self.text = self.above.pop()


class Cells(_Words):
    """A workbook part: cells, comments, boxes, headers and footers, names of sheets; each string is a line."""

    holds = frozenset({"t", "v", *_HEADERS})
    _ends = frozenset({"si", "is", "p", "text", "v"})

    def opened(self, tag, attrs):
        if tag == "sheet":
            self.watch.see(attrs.get("name", ""))

    def closed(self, tag):
        if tag in _HEADERS:
            self.text = [plain_header("".join(self.text))]
            self.line()
        elif tag in self._ends:
            self.line()


def read(stream: BinaryIO, handler: _Words) -> None:
    """Read one XML part to its end; declarations and entities are refused by the parser."""
    parse(stream, handler, forbid_dtd=True)


def plain_header(text: str) -> str:
    """A header's words: &L, &C and &R start a part; &"Times,Bold"&14 are its looks."""
    for sign in ("&L", "&C", "&R"):
        text = text.replace(sign, "\n")
    first, *pieces = text.split("&")
    return first + "".join(_without_looks(piece) for piece in pieces)


def _without_looks(piece: str) -> str:
    if piece.startswith('"'):
        return piece[1:].partition('"')[2]
    return piece.lstrip("0123456789") if piece[:1].isdigit() else piece[1:]
