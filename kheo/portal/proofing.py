"""Soát lỗi of a page: its texts piece by piece, what the proofreader says of each, and mending one place."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from bs4 import BeautifulSoup, NavigableString, Tag
from django.utils import timezone
from wagtail.models import Page

from kheo.core.vietnamese.proofreading import Mark, proofread

PLAIN = (("title", "Tiêu đề"), ("lead", "Sa-pô"), ("photo_caption", "Chú thích ảnh chính"))
BLOCKS = ("p", "h2", "h3", "li", "blockquote", "td", "th")
IN_BLOCKS = {"photo": ("caption",), "quote": ("words", "who")}


@dataclass(frozen=True)
class Piece:
    """A text of a page: where it stands (`place` names it for `mend`), what it is called, and its marks."""

    place: str
    label: str
    text: str
    marks: list[Mark]


def written_on(page: Page) -> date:
    """The day by which names of bodies are judged: an article of 2019 may well name a district."""
    posted = getattr(page, "posted_at", None)
    return timezone.localdate(posted) if posted else timezone.localdate()


def pieces(page: Page, *, on: date) -> list[Piece]:
    """Every text of a page with its marks; those without any are left out."""
    texts = list(_texts(page))
    whole = " \n".join(text for _, _, text in texts)  # mixed hòa and hoà are judged over the whole page
    found = (Piece(place, label, text, proofread(text, on=on, beside=whole)) for place, label, text in texts)
    return [piece for piece in found if piece.marks]


def _texts(page: Page) -> Iterator[tuple[str, str, str]]:
    for name, label in PLAIN:
        if text := getattr(page, name, ""):
            yield name, label, text
    for number, block in enumerate(getattr(page, "body", None) or ()):
        if block.block_type == "text":
            for at, tag in enumerate(_tags(_soup(block.value.source))):
                yield f"body-{number}-{at}", "Nội dung", tag.get_text()
        for name in IN_BLOCKS.get(block.block_type, ()):
            if text := block.value.get(name):
                yield f"body-{number}-{name}", "Nội dung", text


def _soup(source: str) -> BeautifulSoup:
    return BeautifulSoup(source, "html.parser")


def _tags(soup: BeautifulSoup) -> list[Tag]:
    """The innermost blocks: a paragraph within a quotation is told once."""
    return [tag for tag in soup.find_all(BLOCKS) if not tag.find(BLOCKS)]


def mend(page: Page, place: str, start: int, end: int, *, found: str, by_text: str) -> bool:
    """Put `by_text` where `found` stands in a piece; False where the text is another by now, or runs over two tags."""
    name, _, rest = place.partition("-")
    if name != "body":
        return _mend_plain(page, name, start, end, found, by_text)
    number, _, inner = rest.partition("-")
    body = page.body
    if not number.isdecimal() or int(number) >= len(body):
        return False
    block = body[int(number)]
    if block.block_type == "text" and inner.isdecimal():
        return _mend_rich(page, int(number), int(inner), start, end, found, by_text)
    if inner in IN_BLOCKS.get(block.block_type, ()) and block.value[inner][start:end] == found:
        block.value[inner] = block.value[inner][:start] + by_text + block.value[inner][end:]
        return True
    return False


def _mend_plain(page, name: str, start: int, end: int, found: str, by_text: str) -> bool:
    if name not in dict(PLAIN) or getattr(page, name, "")[start:end] != found:
        return False
    setattr(page, name, getattr(page, name)[:start] + by_text + getattr(page, name)[end:])
    return True


def _mend_rich(page, number: int, at: int, start: int, end: int, found: str, by_text: str) -> bool:
    soup = _soup(page.body[number].value.source)
    tags = _tags(soup)
    if at >= len(tags):
        return False
    passed = 0
    for string in tags[at].find_all(string=True):
        if passed <= start and end <= passed + len(string):
            if string[start - passed : end - passed] != found:
                return False
            string.replace_with(NavigableString(string[: start - passed] + by_text + string[end - passed :]))
            page.body[number].value.source = str(soup)
            return True
        passed += len(string)
    return False
