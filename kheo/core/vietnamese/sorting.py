"""The order of a Vietnamese dictionary as a plain string, so that any database can sort and index it byte by byte."""

import re
import unicodedata

from kheo.core.vietnamese.text import STROKED_D, compose, squeeze

SORT_KEY_LENGTH = 700  # no key is longer, whatever the text
_COUNTED = 200  # letters of a text beyond this do not move it: two names are not told apart that late
_PRIMARY_LENGTH = SORT_KEY_LENGTH - 2 * _COUNTED - 2

# CLDR, collation of vi: &a<ă<â &d<đ &e<ê &o<ô<ơ &u<ư (first difference), grave < hook < tilde < acute < dot (second),
# and of the root order space, punctuation, digits, letters; lower case before upper (third).
_ALPHABET = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
_PUNCTUATION = " _-,;:!?.'\"()[]{}@*/\\&#%`^+<=>|~$"
_LOOKALIKES = str.maketrans("–—‐‑−‘’“”…", "-----''\"\".")
_TONES = "\u0300\u0309\u0303\u0301\u0323"
_SHAPES = "\u0302\u0306\u031b"

# Every weight is printable ASCII: a space parts the three levels, ! begins punctuation, 0-9 a number, A-a the alphabet.
_PRIMARY = {letter: chr(ord("A") + place) for place, letter in enumerate(_ALPHABET)}
_PRIMARY |= {mark: "!" + chr(ord("!") + place) for place, mark in enumerate(_PUNCTUATION)}
_TONE_WEIGHT = {tone: str(place) for place, tone in enumerate(_TONES, start=1)}
_TOKEN = re.compile("[0-9]+|.[\u0300-\u036f]*", re.DOTALL)


def sort_key(text: str) -> str:
    """A string whose plain code-point order (C collation, SQLite's BINARY) is Vietnamese dictionary order.

    Letters decide first, then tones, then lower before upper case, as in CLDR's order for vi; numbers by their size
    ("Thôn 2" before "Thôn 10"). Printable ASCII for Vietnamese text, at most SORT_KEY_LENGTH characters, usually under
    twice the length of the text. Characters of other scripts stand after z in code-point order.
    """
    decomposed = unicodedata.normalize("NFKD", compose(squeeze(text)).translate(STROKED_D).translate(_LOOKALIKES))
    first, second, third = [], [], []
    for token in _TOKEN.findall(decomposed)[:_COUNTED]:
        if token[0].isdecimal() and token.isascii():
            first.append(_number(token))
            continue
        letter, tone = _letter_and_tone(token)
        lower = letter.lower()
        first.append(_PRIMARY.get(lower, lower))
        second.append(tone)
        third.append("1" if letter != lower else "0")
    levels = "".join(first)[:_PRIMARY_LENGTH], "".join(second).rstrip("0"), "".join(third).rstrip("0")
    return " ".join(levels).rstrip(" ")


def _number(digits: str) -> str:
    """The digits behind their count, so that longer numbers come later."""
    digits = digits.lstrip("0") or "0"
    count = str(len(digits)) if len(digits) < 9 else f"9{min(len(digits), 999):03d}"
    return count + digits


def _letter_and_tone(token: str) -> tuple[str, str]:
    """The letter with its shape (ă, ơ) and the weight of its tone; a mark unknown to Vietnamese weighs the most."""
    shape = "".join(mark for mark in token[1:] if mark in _SHAPES)
    letter = unicodedata.normalize("NFC", token[0] + shape)
    others = [mark for mark in token[1:] if mark not in _SHAPES]
    if len(letter) > 1:  # a shape on a letter that does not take it in Vietnamese
        return token[0], "6"
    if letter.lower() not in _PRIMARY and shape:
        return token[0], "6"
    return letter, _TONE_WEIGHT.get(others[0], "6") if others else "0"
