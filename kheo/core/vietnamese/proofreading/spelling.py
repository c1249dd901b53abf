"""Words that no Vietnamese spelling allows, where that is no name, abbreviation or foreign word."""

import re
from collections.abc import Iterator

from kheo.core.vietnamese.proofreading.guesses import Guess, guess, retoned
from kheo.core.vietnamese.proofreading.marks import Kind, Mark
from kheo.core.vietnamese.proofreading.passages import Places, addresses, quotations
from kheo.core.vietnamese.proofreading.words import BORROWED
from kheo.core.vietnamese.syllables import RUN_OF_LETTERS, is_syllable
from kheo.core.vietnamese.text import compose
from kheo.core.vietnamese.tones import Style

_TONED = "àáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ"
_LETTERS = re.compile(f"[a-zđăâêôơư{_TONED}]+")
_VOWEL = re.compile(f"[aăâeêioôơuưy{_TONED}]")
_TONE = re.compile(f"[{_TONED}]")
# Letters that only Vietnamese has: a word with one of them is no French or Spanish word.
_OURS = re.compile("[đăĩũơư\u1ea0-\u1ef9]")
_OF_OTHERS = re.compile("[fjwz]")
_JOINED_TO = frozenset("-'’ʼ_/&@#0123456789")
_LONGEST_QUOTATION = 300  # characters; a longer one in another language is no part of an article
_AROUND = 3  # words to each side that tell whether a stretch is in another language


def impossible_words(text: str, style: Style) -> Iterator[Mark]:
    """Each word that cannot be Vietnamese and should be, with a mend where only one guess is likely."""
    if text.isascii():
        return
    words = list(RUN_OF_LETTERS.finditer(text))
    kept, quoted = addresses(text), quotations(text)
    for at, word in enumerate(words):
        if is_syllable(word[0]) or word[0].isascii() or _is_excused(word) or kept.cover(word.start()):
            continue
        if _among_foreign(words, at) or _in_foreign_quotation(word, quoted):
            continue
        if mark := _mark(word, style):
            yield mark


def _is_excused(word: re.Match[str]) -> bool:
    """Whether this is an abbreviation, a borrowed or a foreign word, or part of something that is no word."""
    if not _JOINED_TO.isdisjoint(
        (word.string[word.start() - 1 : word.start()], word.string[word.end() : word.end() + 1])
    ):
        return True
    written = compose(word[0])
    low = written.lower()
    if low in BORROWED or not _LETTERS.fullmatch(low) or not _VOWEL.search(low):
        return True
    if written.isupper():  # UBND, HĐND: an abbreviation, unless it has a tone
        return not _TONE.search(low)
    if not written[1:].islower():  # ThS, VNeID
        return True
    return bool(_OF_OTHERS.search(low)) and not _OURS.search(low)


def _among_foreign(words: list[re.Match[str]], at: int) -> bool:
    near = words[max(0, at - _AROUND) : at] + words[at + 1 : at + 1 + _AROUND]
    foreign = sum(_is_foreign(word[0]) for word in near)
    return foreign >= 2 and 2 * foreign >= len(near)


def _in_foreign_quotation(word: re.Match[str], quoted: Places) -> bool:
    """“Liberté, égalité, fraternité”: two words or more, most of them no syllables, none with a letter of ours."""
    start, end = quoted.around(word.start()) or (0, 0)
    if not 0 < end - start <= _LONGEST_QUOTATION:
        return False
    words = RUN_OF_LETTERS.findall(word.string, start, end)
    foreign = sum(not is_syllable(each) for each in words)
    return foreign >= 2 and 2 * foreign > len(words) and not _OURS.search(word.string[start:end].lower())


def _is_foreign(word: str) -> bool:
    """A word in plain letters that is no Vietnamese syllable and no abbreviation."""
    return word.isascii() and not word.isupper() and not is_syllable(word) and bool(_VOWEL.search(word.lower()))


def _mark(word: re.Match[str], style: Style) -> Mark | None:
    written = compose(word[0])
    low = written.lower()
    if written.isupper() or written.islower():
        found = guess(low, style)
    else:  # names keep what they have, but a mark on the wrong letter is a slip in a name too (Qủang)
        found = Guess(retoned(low, style))
        if not found.mend:
            return None
    cased = str.upper if written.isupper() else str.capitalize if written[0].isupper() else str
    mend = cased(found.mend) if found.mend else None
    if mend:
        advice = f"“{word[0]}” không đúng chính tả; có lẽ là “{mend}”."
    elif found.others:
        advice = (
            f"“{word[0]}” không đúng chính tả; có thể là {' hoặc '.join(f'“{cased(each)}”' for each in found.others)}."
        )
    else:
        advice = f"“{word[0]}” không phải âm tiết tiếng Việt; xem lại chữ này."
    return Mark(*word.span(), Kind.SYLLABLE, word[0], advice, mend)
