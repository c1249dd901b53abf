"""Text in the old font codes TCVN3 and VNI among Unicode text, with what it says."""

import re
from collections.abc import Callable, Iterator

from kheo.core.vietnamese.legacy import from_tcvn3, from_vni, looks_tcvn3, looks_vni
from kheo.core.vietnamese.proofreading.marks import Kind, Mark
from kheo.core.vietnamese.syllables import is_syllable, syllables
from kheo.core.vietnamese.text import compose

_HIGH = re.compile("[\u00a1-\u00ff]")
_BEYOND_LATIN_1 = re.compile("[\u0100-\U0010ffff]")
# Letters and signs of Latin 1 that the old codes need all the time and Unicode text in Vietnamese has not.
_NEVER_OURS = re.compile("[¡-ªÄÅÆÇËÎÏÐÑÖØÛÜÞßäåæçëîïðñöøûüþÿ¬®¯µ¶¸¹´]")
_SURELY = 3  # odd words, of however many
# Signs that are letters in the old codes (§¹i is Đại), where they touch one; not those of figures and quotations.
_SIGN = "[¡¢£¤¥¦§¨©¬®¯µ¶¸¹´±]"
_SIGN_AT_LETTER = re.compile(f"{_SIGN}[A-Za-z]|[A-Za-z]{_SIGN}")
_CHUNK = re.compile(r"\S+")
_ENOUGH = 2  # odd words within a line of Unicode text; a line that is nothing else may have one


def legacy_text(text: str) -> Iterator[Mark]:
    """Lines, and runs of words within a line, that are Vietnamese only when read in an old font code."""
    if not _HIGH.search(text):
        return
    for line in re.finditer(r"[^\n]+", text):
        if not _HIGH.search(line[0]):
            continue
        if convert := _code(line[0]):
            yield from _mark(text, *_stripped(line), convert)
        else:
            yield from _within(text, line.start(), line[0])


def _within(text: str, start: int, line: str) -> Iterator[Mark]:
    """Runs of words of Latin 1 that begin and end with an odd one."""
    odd: list[re.Match[str]] = []
    for chunk in _CHUNK.finditer(line + " \u0100"):
        if not _BEYOND_LATIN_1.search(chunk[0]):
            odd += [chunk] if _is_odd(chunk[0]) else []
            continue
        if len(odd) >= _ENOUGH:
            low, high = odd[0].start(), odd[-1].end()
            if convert := _code(line[low:high]):
                yield from _mark(text, start + low, start + high, convert)
        odd = []


def _is_odd(chunk: str) -> bool:
    if not _HIGH.search(chunk) or is_syllable(chunk):
        return False
    return bool(_SIGN_AT_LETTER.search(chunk)) or not all(syllable.is_valid for syllable in syllables(chunk))


def _code(text: str) -> Callable[[str], str] | None:
    """How to read a text that is in an old code; None where its letters, or most of its words, are Vietnamese as is."""
    if not _NEVER_OURS.search(text):
        return None
    accented = [chunk for chunk in text.split() if _HIGH.search(chunk)]
    odd = sum(map(_is_odd, accented))
    if odd < _SURELY and 2 * odd <= len(accented):
        return None
    return from_tcvn3 if looks_tcvn3(text) else from_vni if looks_vni(text) else None


def _stripped(line: re.Match[str]) -> tuple[int, int]:
    return line.start() + len(line[0]) - len(line[0].lstrip()), line.start() + len(line[0].rstrip())


def _mark(text: str, start: int, end: int, convert: Callable[[str], str]) -> Iterator[Mark]:
    name = "TCVN3 (ABC)" if convert is from_tcvn3 else "VNI"
    found = text[start:end]
    advice = f"Đoạn này gõ bằng phông chữ cũ {name}, người đọc không xem được; nên chuyển sang Unicode."
    yield Mark(start, end, Kind.FONT, found, advice, compose(convert(found)))
