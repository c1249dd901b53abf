"""Where the tone mark stands in oa, oe and uy: hòa, khỏe, thủy (old style) or hoà, khoẻ, thuỷ (new style)."""

import re
from collections.abc import Iterator
from typing import Literal

from kheo.core.vietnamese.text import STROKED_D, compose, nfc, squeeze

Style = Literal["old", "new"]

# Khéo compares and sorts in the old style: official names are written in it (Khánh Hòa, Thanh Hóa, Lệ Thủy).
CANONICAL: Style = "old"

_OLD = "òa óa ỏa õa ọa òe óe ỏe õe ọe ùy úy ủy ũy ụy".split()
_NEW = "oà oá oả oã oạ oè oé oẻ oẽ oẹ uỳ uý uỷ uỹ uỵ".split()
_TO = {"old": dict(zip(_NEW, _OLD, strict=True)), "new": dict(zip(_OLD, _NEW, strict=True))}

_STROKED_ODDLY = re.compile("[" + "".join(map(chr, STROKED_D)) + "]")
_ONSETS = frozenset(" b c ch d đ g gh gi h k kh l m n ng ngh nh p ph r s t th tr v x".split(" "))
_LONGEST_ONSET = 3


def _every_case(pairs: dict[str, str]) -> dict[str, str]:
    """The pairs in lower, upper and mixed case; the marks move, each letter keeps its own case."""
    cases = (str.lower, str.upper)
    return {
        first(old[0]) + second(old[1]): first(new[0]) + second(new[1])
        for old, new in pairs.items()
        for first in cases
        for second in cases
    }


_PAIRS = {style: _every_case(pairs) for style, pairs in _TO.items()}
# Nothing may follow: hoàn and thuỳnh are closed, and there the mark has only one place.
_PATTERN = {style: re.compile(rf"(?:{'|'.join(pairs)})(?![^\W\d_])") for style, pairs in _PAIRS.items()}


def tone_placement(text: str, style: Style = CANONICAL) -> str:
    """The text (as NFC) with the marks of open oa, oe, uy where the style wants them; upper and lower case are kept.

    Only whole syllables are touched: not quý and quỳ (their u belongs to the consonant), not hoàn, not foreign words.
    """
    pairs = _PAIRS[style]
    return _PATTERN[style].sub(lambda match: pairs[match[0]] if _follows_onset(match) else match[0], compose(text))


def tone_moves(text: str, style: Style = CANONICAL) -> Iterator[tuple[int, str]]:
    """Where in a composed text (NFC) the style wants the mark elsewhere: the place of two letters, and the two as wanted."""
    for match in _PATTERN[style].finditer(text):
        if _follows_onset(match):
            yield match.start(), _PAIRS[style][match[0]]


def _follows_onset(match: re.Match[str]) -> bool:
    before = match.string[max(0, match.start() - _LONGEST_ONSET - 1) : match.start()]
    letters = len(before)
    while letters and before[letters - 1].isalpha():
        letters -= 1
    return before[letters:].lower() in _ONSETS


def normal_tone(text: str) -> str:
    """The text with every tone mark in the one place that Khéo compares in (the old style: hòa, thủy)."""
    return tone_placement(text, CANONICAL)


def exact_key(text: str) -> str:
    """Two texts have the same key when they are the same accented words, whatever case, spaces, NFC/NFD or hoà/hòa."""
    if not text.isascii():
        text = text.replace("\u00ad", "")
        text = normal_tone(text.translate(STROKED_D) if _STROKED_ODDLY.search(text) else text)
    return squeeze(nfc(text.lower()))
