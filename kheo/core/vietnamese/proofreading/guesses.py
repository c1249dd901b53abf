"""What a broken word was meant to be: a mark moved, a letter of the beginning put right, a space or a letter put in."""

import unicodedata
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from kheo.core.vietnamese.proofreading.words import COMMON, COMMONEST
from kheo.core.vietnamese.syllables import is_syllable
from kheo.core.vietnamese.text import nfc
from kheo.core.vietnamese.tones import Style, normal_tone, tone_placement

_TONES = frozenset("\u0300\u0301\u0303\u0309\u0323")
_VOWELS = frozenset("aăâeêioôơuưy")
# What people write at the beginning, and what they should: nghành, ghánh, ngỉ, gế.
_BEGINNINGS = (("ngh", "ng"), ("gh", "g"), ("ng", "ngh"), ("g", "gh"))
_LONGEST = 14  # letters; two syllables have no more
_RANK = {word: at for at, word in enumerate(dict.fromkeys(COMMON))}
_MOST = 2  # guesses offered to a person


@dataclass(frozen=True, slots=True)
class Guess:
    """The one likely word, if there is one; else the few that may be meant."""

    mend: str | None = None
    others: tuple[str, ...] = ()


@lru_cache(maxsize=4096)
def guess(word: str, style: Style) -> Guess:
    """What a word in small letters (NFC) was meant to be; nothing is offered that is not Vietnamese."""
    if len(word) > _LONGEST:
        return Guess()
    if mend := retoned(word, style) or _begun_right(word):
        return Guess(mend)
    whole = list(dict.fromkeys([*_split(word), *_near(word)]))
    if whole:
        return _of(whole, style)
    torn = sorted(set(_torn(word)), key=lambda pair: (_RANK[pair[1]], pair[0]))
    likely = [words for words, completed in torn if completed in COMMONEST]
    return _of(likely if len(likely) == 1 else [words for words, _ in torn], style)


def _of(found: list[str], style: Style) -> Guess:
    placed = [tone_placement(words, style) for words in found]
    return Guess(placed[0]) if len(placed) == 1 else Guess(None, tuple(placed[:_MOST]))


def retoned(word: str, style: Style) -> str | None:
    """The same letters with the tone mark where it can stand ("hòan" → "hoàn"), also with ươ for uơ and ưo."""
    apart = unicodedata.normalize("NFD", word)
    tones = {mark for mark in apart if mark in _TONES}
    if len(tones) > 1:
        return None
    bare = nfc("".join(mark for mark in apart if mark not in _TONES))
    for base in _bases(bare):
        made = {normal_tone(each) for each in _toned(base, "".join(tones)) if each != word and is_syllable(each)}
        if made:
            return tone_placement(made.pop(), style) if len(made) == 1 else None
    return None


def _bases(bare: str) -> Iterator[str]:
    yield bare
    for wrong, right in (("uơ", "ươ"), ("ưo", "ươ"), ("ươ", "uơ")):
        if wrong in bare:
            yield bare.replace(wrong, right)


def _toned(base: str, tone: str) -> Iterator[str]:
    if not tone:
        yield base
        return
    for at, letter in enumerate(base, 1):
        if letter in _VOWELS:
            yield nfc(base[:at] + tone + base[at:])


def _begun_right(word: str) -> str | None:
    for wrong, right in _BEGINNINGS:
        if word.startswith(wrong) and is_syllable(mend := right + word.removeprefix(wrong)):
            return mend
    return None


def _split(word: str) -> Iterator[str]:
    """Two common words without their space: "củanhân"."""
    for at in range(2, len(word) - 1):
        if word[:at] in _RANK and word[at:] in _RANK:
            yield f"{word[:at]} {word[at:]}"


def _torn(word: str) -> Iterator[tuple[str, str]]:
    """Two common words without their space and one letter at the seam: "dânào" → "dân vào"; and the completed word."""
    no_first, no_last = _without_an_end()
    for at in range(2, len(word) - 1):
        left, right = word[:at], word[at:]
        if left in _RANK:
            yield from ((f"{left} {whole}", whole) for whole in no_first.get(right, ()))
        if right in _RANK:
            yield from ((f"{whole} {right}", whole) for whole in no_last.get(left, ()))


@cache
def _without_an_end() -> tuple[dict[str, list[str]], dict[str, list[str]]]:
    no_first, no_last = defaultdict(list), defaultdict(list)
    for word in _RANK:
        if len(word) > 2:
            no_first[word[1:]].append(word)
            no_last[word[:-1]].append(word)
    return dict(no_first), dict(no_last)


def _near(word: str) -> Iterator[str]:
    """Common words with one letter more, less or other, or with two changed about; the commonest first."""
    found = {
        whole for shorter in _shorter(word) for whole in _by_shorter().get(shorter, ()) if _is_one_off(word, whole)
    }
    yield from sorted(found, key=_RANK.__getitem__)


def _shorter(word: str) -> Iterator[str]:
    yield word
    yield from (word[:at] + word[at + 1 :] for at in range(len(word)))


@cache
def _by_shorter() -> dict[str, list[str]]:
    found = defaultdict(list)
    for word in _RANK:
        if len(word) > 2:
            for shorter in set(_shorter(word)):
                found[shorter].append(word)
    return dict(found)


def _is_one_off(word: str, whole: str) -> bool:
    same = 0
    while same < min(len(word), len(whole)) and word[same] == whole[same]:
        same += 1
    one, other = word[same:], whole[same:]
    swapped = one[1::-1] + one[2:] if len(one) > 1 else one
    return other in (one[1:], swapped) or one == other[1:] or one[1:] == other[1:]
