"""Where the tone mark stands in a paper's own words (Đảng ủy or Đảng uỷ): an office's choice. Names are left alone."""

import re

from kheo.core.vietnamese import tone_placement
from kheo.core.vietnamese.tones import Style

_WORD = re.compile(r"[^\W\d_]+")
_OFFICIAL = {"ủy", "uỷ"}  # written with a capital too: Ủy ban, ĐẢNG ỦY; any other capital word may be a name
_COUNTRY = re.compile(r"(?<!\w)cộng (?:hòa|hoà) xã hội", re.IGNORECASE)


def spelled(text: str, style: Style | None) -> str:
    """The text in the office's spelling; None leaves it as it was typed."""
    if style is None:
        return text
    text = _COUNTRY.sub(lambda found: tone_placement(found[0], style), text)
    return _WORD.sub(lambda found: tone_placement(found[0], style) if _is_ours(found[0]) else found[0], text)


def _is_ours(word: str) -> bool:
    return word.islower() or word.lower() in _OFFICIAL
