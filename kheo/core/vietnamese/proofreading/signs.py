"""Signs of two kinds in one text: straight quotation marks among curly ones; dots that are neither one nor three."""

import re
from collections.abc import Iterator

from kheo.core.vietnamese.proofreading.marks import Kind, Mark

_CURLY = re.compile("[“”]")
_STRAIGHT = re.compile('(?<!\\d)"')
_COMMA_AND_DOTS = re.compile(r",\s?(?:\.{3}|…)")
_TWO_DOTS = re.compile(r"(?<=\w)\.\.(?![./\\])")


def mixed_quotes(text: str, beside: str = "") -> Iterator[Mark]:
    """Straight quotation marks in a text that has curly ones; pairs that stand rightly in their line are mended."""
    if '"' not in text or not (_CURLY.search(text) or _CURLY.search(beside)):
        return
    for line in re.finditer(r"[^\n]+", text):
        signs = [match.start() + line.start() for match in _STRAIGHT.finditer(line[0])]
        for number, at in enumerate(signs):
            mend = ("“", "”")[number % 2] if _are_pairs(text, signs) else None
            advice = "Trong bài có cả ngoặc kép cong (“ ”) lẫn ngoặc kép thẳng; nên dùng một kiểu."
            yield Mark(at, at + 1, Kind.SPACING, '"', advice, mend)


def _are_pairs(text: str, signs: list[int]) -> bool:
    opening = all(text[at + 1 : at + 2].strip() and not text[max(0, at - 1) : at].isalnum() for at in signs[::2])
    closing = all(text[at - 1].strip() and not text[at + 1 : at + 2].isalnum() for at in signs[1::2])
    return len(signs) % 2 == 0 and opening and closing


def odd_dots(text: str) -> Iterator[Mark]:
    """Two dots; and a comma before three dots, which is so common that it is told once."""
    for match in _TWO_DOTS.finditer(text):
        advice = "Hai dấu chấm liền nhau: dấu chấm câu có một, dấu ba chấm có ba."
        yield Mark(*match.span(), Kind.SPACING, match[0], advice)
    if match := _COMMA_AND_DOTS.search(text):
        advice = "Trước dấu ba chấm không cần dấu phẩy; nhiều nơi vẫn viết vậy, miễn cả bài giống nhau."
        yield Mark(*match.span(), Kind.SPACING, match[0], advice)
