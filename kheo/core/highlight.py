"""A passage of a text around the words somebody looked for, with those words marked."""

import re

from django.utils.html import format_html_join
from django.utils.safestring import SafeString

from kheo.core.fulltext import words_of
from kheo.core.vietnamese import fold

_WORD = re.compile(r"\w+")
BEFORE, LENGTH = 60, 240  # characters shown before the first match, and in all


def passage(text: str, query: str, *, length: int = LENGTH) -> SafeString:
    """HTML: the passage with the first match, matches in <mark>; the beginning of the text where nothing matches."""
    text = " ".join(text.split())
    places = _matches(text, query)
    start = _start(text, places[0][0]) if places else 0
    end = _end(text, start + length)
    parts = list(_parts(text, start, end, places))
    lead, tail = "… " if start else "", " …" if end < len(text) else ""
    return SafeString(lead) + format_html_join("", "{}", ((part,) for part in parts)) + SafeString(tail)


def _matches(text: str, query: str) -> list[tuple[int, int]]:
    asked = words_of(query)
    if not asked:
        return []
    whole, begun = set(asked), asked[-1]
    found = []
    for match in _WORD.finditer(text):
        folded = fold(match[0])
        if folded in whole or folded.startswith(begun):
            found.append(match.span())
    return found


def _start(text: str, first: int) -> int:
    start = max(0, first - BEFORE)
    return 0 if start == 0 else text.find(" ", start, first) + 1 or first


def _end(text: str, end: int) -> int:
    if end >= len(text):
        return len(text)
    space = text.rfind(" ", 0, end)
    return space if space > 0 else end


def _parts(text: str, start: int, end: int, places: list[tuple[int, int]]):
    at = start
    for first, last in places:
        if first < at or last > end:
            continue
        yield text[at:first]
        yield SafeString("<mark>") + _escaped(text[first:last]) + SafeString("</mark>")
        at = last
    yield text[at:end]


def _escaped(text: str) -> SafeString:
    return format_html_join("", "{}", ((text,),))
