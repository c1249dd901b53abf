"""Where the tone mark stands in oa, oe and uy: hòa, khỏe, thủy (old style) or hoà, khoẻ, thuỷ (new style)."""

import re
from typing import Literal

from kheo.core.vietnamese.text import STROKED_D, compose, squeeze

Style = Literal["old", "new"]

# Khéo compares and sorts in the old style: official names are written in it (Khánh Hòa, Thanh Hóa, Lệ Thủy).
CANONICAL: Style = "old"

_OLD = "òa óa ỏa õa ọa òe óe ỏe õe ọe ùy úy ủy ũy ụy".split()
_NEW = "oà oá oả oã oạ oè oé oẻ oẽ oẹ uỳ uý uỷ uỹ uỵ".split()
_TO = {"old": dict(zip(_NEW, _OLD, strict=True)), "new": dict(zip(_OLD, _NEW, strict=True))}

# A whole syllable only: nothing after (hoàn, thuỳnh are closed), no q before (the u of quý belongs to the consonant).
_ONSETS = "ngh|ng|nh|gh|gi|kh|ph|th|tr|ch|[bcdđghklmnprstvx]"
_PATTERN = {
    style: re.compile(rf"(?<![^\W\d_])({_ONSETS})?({'|'.join(pairs)})(?![^\W\d_])", re.IGNORECASE)
    for style, pairs in _TO.items()
}


def tone_placement(text: str, style: Style = CANONICAL) -> str:
    """The text (as NFC) with the marks of open oa, oe, uy where the style wants them; upper and lower case are kept."""
    pairs = _TO[style]

    def move(match: re.Match[str]) -> str:
        found = match[2]
        moved = pairs[found.lower()]
        cased = (new.upper() if old.isupper() else new for new, old in zip(moved, found, strict=True))
        return (match[1] or "") + "".join(cased)

    return _PATTERN[style].sub(move, compose(text))


def normal_tone(text: str) -> str:
    """The text with every tone mark in the one place that Khéo compares in (the old style: hòa, thủy)."""
    return tone_placement(text, CANONICAL)


def exact_key(text: str) -> str:
    """Two texts have the same key when they are the same accented words, whatever case, spaces, NFC/NFD or hoà/hòa."""
    text = normal_tone(text.translate(STROKED_D)).lower().replace("\u00ad", "")
    return squeeze(compose(text))
