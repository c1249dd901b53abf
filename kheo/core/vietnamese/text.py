"""Cleaning and folding of Vietnamese text: one spelling to store, one to compare, one to search, one for addresses."""

import re
import unicodedata

# Other letters drawn with the same bar; old fonts and clerks' keyboards put them in place of đ.
STROKED_D = str.maketrans({"Ð": "Đ", "ð": "đ", "Ɖ": "Đ", "ɖ": "đ"})
_D_WITHOUT_STROKE = str.maketrans({"đ": "d", "Đ": "D", "Ð": "D", "ð": "d", "Ɖ": "D", "ɖ": "d"})

# Word's manual line break (VT), form feed, NEL and the two Unicode separators end a line for whoever typed them.
_LINE_ENDS = re.compile("\r\n|[\r\v\f\x85\u2028\u2029]")

# What can hide or turn text, or break a file written from it: C0 and C1 controls, zero-width space and word joiner,
# marks and overrides of direction, invisible operators, byte order mark, tags, lone surrogates, non-characters.
# ZWJ and ZWNJ stay: emoji and Khmer or Chăm text need them, and fold() drops them, so they hide nothing from a search.
# The soft hyphen stays too: in TCVN3 text that was read as Latin 1 it is the letter ư.
_REMOVED = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"
    "\ufdd0-\ufdef\ufffe\uffff\U000e0000-\U000e007f\ud800-\udfff]"
)
_INVISIBLE = re.compile(
    "[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\u00ad\u034f\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff]"
)
_MARK = re.compile("[\u0300-\u036f]")
_TONE_BEFORE_SHAPE = re.compile("([\u0300\u0301\u0303\u0309\u0323])([\u0302\u0306\u031b])")


def nfc(text: str) -> str:
    """The text in Unicode form NFC, the form in which Khéo stores everything."""
    return unicodedata.normalize("NFC", text)


def compose(text: str) -> str:
    """NFC, and also whole letters from marks typed in the wrong order (è + ^ is ề, which plain NFC leaves apart)."""
    text = nfc(text)
    if text.isascii() or not _MARK.search(text):
        return text
    return nfc(_TONE_BEFORE_SHAPE.sub(r"\2\1", unicodedata.normalize("NFD", text)))


def squeeze(text: str) -> str:
    """Each run of white space, no-break spaces too, as one space; none at the ends."""
    return " ".join(text.split())


def clean(text: str, *, limit: int | None = None) -> tuple[str, int]:
    """Make typed or imported text fit to be stored: composed, lines ended by \\n, nothing in it that hides.

    Returns the text and how many characters were taken out. `limit` is in characters; what is cut off beyond it is
    counted as taken out, so whoever must tell the two apart cleans without a limit and looks at the length. Line ends
    are changed, not counted. Text in an old font code is converted (from_tcvn3, from_vni) before it is cleaned.
    """
    text = _LINE_ENDS.sub("\n", text)
    text, removed = _REMOVED.subn("", text)
    text = compose(text)
    if limit is not None and len(text) > limit:
        end = limit
        while end and unicodedata.combining(text[end]):  # never leave a letter without its mark
            end -= 1
        removed += len(text) - end
        text = text[:end]
    return text, removed


def fold(text: str) -> str:
    """Lower case without marks, đ as d, white space squeezed: what a search compares. "Điển  hình" → "dien hinh".

    Compatibility forms are folded as well (m² → m2, full-width letters). Folding twice changes nothing more.
    """
    return squeeze(text.translate(_FOLDED))


class _Folded(dict[int, str]):
    """What each character folds to, worked out when it is first met; then a letter costs one look-up."""

    def __missing__(self, code: int) -> str:
        folded = _INVISIBLE.sub("", chr(code))
        while (further := self._further(folded)) != folded:
            folded = further
        self[code] = folded
        return folded

    @staticmethod
    def _further(text: str) -> str:
        decomposed = unicodedata.normalize("NFKD", text.translate(_D_WITHOUT_STROKE).casefold())
        return "".join(letter for letter in decomposed if unicodedata.category(letter) != "Mn")


_FOLDED = _Folded()


def slug(text: str, *, limit: int = 120) -> str:
    """ASCII for an address: "Đường đất đỏ" → "duong-dat-do"; at most `limit` characters, cut between words if possible.

    Empty when the text has no Latin letter or digit: the caller then uses a number of its own.
    """
    words = re.sub(r"[^a-z0-9]+", "-", fold(text)).strip("-")
    if len(words) <= limit:
        return words
    whole = words[: limit + 1].rpartition("-")[0]
    return whole or words[:limit]
