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

# A key is made of 0-9 and a-z alone, which every collation of a database sorts alike: 0 parts the three levels, 1
# begins a mark of punctuation, 2 a number, and the 33 others are the letters of the alphabet.
_SYMBOLS = "0123456789abcdefghijklmnopqrstuvwxyz"
_END_OF_LEVEL, _NO_TONE, _LOWER, _UPPER = "0", "1", "1", "2"
_PRIMARY = dict(zip(_ALPHABET, _SYMBOLS[3:], strict=True))
_PRIMARY |= {mark: "1" + symbol for mark, symbol in zip(_PUNCTUATION, _SYMBOLS, strict=False)}
_TONE_WEIGHT = {tone: str(place) for place, tone in enumerate(_TONES, start=2)}
_UNKNOWN_MARK = "7"  # a mark that Vietnamese lacks weighs more than any tone
_CLUSTER = re.compile("([^\u0300-\u036f]|^)([\u0300-\u036f]*)", re.DOTALL)
_DIGITS = re.compile("[0-9]+")
_SAME_AS = {**dict.fromkeys("–—‐‑−", "-"), **dict.fromkeys("‘’", "'"), **dict.fromkeys("“”", '"')}


def sort_key(text: str) -> str:
    """A string whose order in any database (SQLite, PostgreSQL whatever its collation) is Vietnamese dictionary order.

    Letters decide first, then tones, then lower before upper case, as in CLDR's order for vi; numbers by their size
    ("Thôn 2" before "Thôn 10"). At most SORT_KEY_LENGTH characters, usually under twice the length of the text; a key
    cut shorter still sorts right as far as it goes. Characters of other scripts stand after z in code-point order.
    """
    plain = squeeze(compose(unicodedata.normalize("NFKC", text)))
    counted = _DIGITS.sub(_number, plain[:_COUNTED])
    first = counted.translate(_FIRST)[:_FIRST_LENGTH]
    second = counted.translate(_SECOND)[:_COUNTED].rstrip(_NO_TONE)
    third = counted.translate(_THIRD)[:_COUNTED].rstrip(_LOWER)
    if third:
        return _END_OF_LEVEL.join((first, second, third))
    return _END_OF_LEVEL.join((first, second)) if second else first


def _number(digits: re.Match[str]) -> str:
    """The digits behind their count, so that longer numbers come later."""
    figures = digits[0].lstrip("0") or "0"
    count = str(len(figures)) if len(figures) < 9 else f"9{len(figures):03d}"
    return "2" + count + figures


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
    return _TONE_WEIGHT.get(marks[:1], _UNKNOWN_MARK) if marks else _NO_TONE


def _third_weight(letter: str, marks: str) -> str:
    if letter.isascii() and letter.isdigit():
        return ""
    return _LOWER if letter == letter.lower() else _UPPER


class _Weights(dict[int, str]):
    """The weight of each character at one level, worked out when it is first met."""

    def __init__(self, weigh: Callable[[str, str], str]):
        super().__init__()
        self._weigh = weigh

    def __missing__(self, code: int) -> str:
        weight = self[code] = "".join(starmap(self._weigh, _clusters(chr(code))))
        return weight


_FIRST, _SECOND, _THIRD = map(_Weights, (_first_weight, _second_weight, _third_weight))
