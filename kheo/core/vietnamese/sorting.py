"""The order of a Vietnamese dictionary as a plain string, so that any database can sort and index it byte by byte."""

import re
import unicodedata
from collections.abc import Callable
from itertools import starmap

from kheo.core.vietnamese.text import STROKED_D, compose, squeeze

SORT_KEY_LENGTH = 700  # no key is longer, whatever the text
_COUNTED = 200  # letters of a text beyond this do not move it: two names are not told apart that late
_FIRST_LENGTH = SORT_KEY_LENGTH - 2 * _COUNTED - 2

# CLDR, collation of vi: &a<ă<â &d<đ &e<ê &o<ô<ơ &u<ư (first difference), grave < hook < tilde < acute < dot (second),
# and of the root order space, punctuation, digits, letters; lower case before upper (third).
_ALPHABET = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
_PUNCTUATION = " _-,;:!?.'\"()[]{}@*/\\&#%`^+<=>|~$"
_TONES = "\u0300\u0309\u0303\u0301\u0323"
_SHAPES = "\u0302\u0306\u031b"

# Every weight is printable ASCII: a space parts the three levels, ! begins punctuation, 0-9 a number, A-a the alphabet.
_PRIMARY = {letter: chr(ord("A") + place) for place, letter in enumerate(_ALPHABET)}
_PRIMARY |= {mark: "!" + chr(ord("!") + place) for place, mark in enumerate(_PUNCTUATION)}
_TONE_WEIGHT = {tone: str(place) for place, tone in enumerate(_TONES, start=1)}
_UNKNOWN_MARK = "6"  # a mark that Vietnamese lacks weighs more than any tone
_CLUSTER = re.compile("([^\u0300-\u036f]|^)([\u0300-\u036f]*)", re.DOTALL)
_DIGITS = re.compile("[0-9]+")
_SAME_AS = {**dict.fromkeys("–—‐‑−", "-"), **dict.fromkeys("‘’", "'"), **dict.fromkeys("“”", '"')}


def sort_key(text: str) -> str:
    """A string whose plain code-point order (C collation, SQLite's BINARY) is Vietnamese dictionary order.

    Letters decide first, then tones, then lower before upper case, as in CLDR's order for vi; numbers by their size
    ("Thôn 2" before "Thôn 10"). Printable ASCII for Vietnamese text, at most SORT_KEY_LENGTH characters, usually under
    twice the length of the text. Characters of other scripts stand after z in code-point order.
    """
    counted = _DIGITS.sub(_number, compose(squeeze(text))[:_COUNTED])
    first = counted.translate(_FIRST)[:_FIRST_LENGTH]
    second = counted.translate(_SECOND)[:_COUNTED].rstrip("0")
    third = counted.translate(_THIRD)[:_COUNTED].rstrip("0")
    return f"{first} {second} {third}".rstrip(" ")


def _number(digits: re.Match[str]) -> str:
    """The digits behind their count, so that longer numbers come later."""
    figures = digits[0].lstrip("0") or "0"
    count = str(len(figures)) if len(figures) < 9 else f"9{len(figures):03d}"
    return count + figures


def _clusters(character: str) -> list[tuple[str, str]]:
    """A character as letters of the alphabet with their other marks: ậ as (â, nặng), ü as (u, diaeresis)."""
    decomposed = unicodedata.normalize("NFKD", _SAME_AS.get(character, character).translate(STROKED_D))
    clusters = []
    for base, marks in _CLUSTER.findall(decomposed):
        shape = "".join(mark for mark in marks if mark in _SHAPES)
        letter = unicodedata.normalize("NFC", base + shape)
        known = letter.lower() in _PRIMARY
        clusters.append((letter if known else base, "".join(m for m in marks if m not in _SHAPES) if known else marks))
    return clusters


def _first_weight(letter: str, marks: str) -> str:
    return _PRIMARY.get(letter.lower(), letter.lower())


def _second_weight(letter: str, marks: str) -> str:
    if letter.isascii() and letter.isdigit():
        return ""
    return _TONE_WEIGHT.get(marks[:1], _UNKNOWN_MARK) if marks else "0"


def _third_weight(letter: str, marks: str) -> str:
    if letter.isascii() and letter.isdigit():
        return ""
    return "0" if letter == letter.lower() else "1"


class _Weights(dict[int, str]):
    """The weight of each character at one level, worked out when it is first met."""

    def __init__(self, weigh: Callable[[str, str], str]):
        super().__init__()
        self._weigh = weigh

    def __missing__(self, code: int) -> str:
        weight = self[code] = "".join(starmap(self._weigh, _clusters(chr(code))))
        return weight


_FIRST, _SECOND, _THIRD = map(_Weights, (_first_weight, _second_weight, _third_weight))
