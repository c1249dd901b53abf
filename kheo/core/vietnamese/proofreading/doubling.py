"""Words that stand twice by mistake ("của của", "phát triển phát triển"), and not those doubled rightly ("xanh xanh")."""

import re
from collections.abc import Iterator

from kheo.core.vietnamese.proofreading.marks import Kind, Mark
from kheo.core.vietnamese.proofreading.words import ENDS_A_WORD, NEVER_DOUBLED, SAID_TWICE
from kheo.core.vietnamese.syllables import RUN_OF_LETTERS, is_syllable

_SPACES = frozenset(" \u00a0")
_MOST_SPACES = 8


class _Words:
    """The words of a text in small letters, and which of them have nothing but spaces between."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.places: list[re.Match[str]] = list(RUN_OF_LETTERS.finditer(text))
        self.low = [place[0].lower() for place in self.places]

    def stand_together(self, first: int, last: int) -> bool:
        return all(self._are_neighbours(at) for at in range(first, last))

    def _are_neighbours(self, at: int) -> bool:
        between = self.text[self.places[at].end() : self.places[at + 1].start()]
        return 0 < len(between) <= _MOST_SPACES and _SPACES.issuperset(between)

    def times(self, at: int, size: int) -> int:
        """How often the words at a place stand there one after another."""
        times, after = 1, at + size
        while self.low[after : after + size] == self.low[at : at + size] and self.stand_together(
            after - 1, after + size - 1
        ):
            times, after = times + 1, after + size
        return times if self.stand_together(at, at + size - 1) else 1


def doubled_words(text: str) -> Iterator[Mark]:
    """One word or two words said over again with nothing but spaces between."""
    words, done = _Words(text), 0
    for at, size in _doubled(words.low):
        if at < done or not _is_slip(words, at, size) or (times := words.times(at, size)) < 2:
            continue
        done = at + size * times
        start, end = words.places[at].start(), words.places[done - 1].end()
        mend = text[start : words.places[at + size - 1].end()]
        yield Mark(start, end, Kind.DOUBLED, text[start:end], f"“{mend}” bị lặp; nên bỏ bớt.", mend)


def _doubled(low: list[str]) -> Iterator[tuple[int, int]]:
    """Where the same word, or the same two words, come again, and how many they are."""
    for at, (one, two, three, four) in enumerate(
        zip(low, [*low[1:], ""], [*low[2:], "", ""], [*low[3:], "", "", ""], strict=False)
    ):
        if one == two:
            yield at, 1
        elif one == three and two == four:
            yield at, 2


def _is_slip(words: _Words, at: int, size: int) -> bool:
    low, again = words.low, words.places[at + size][0]
    if again[0].isupper() and not again.isupper():  # a name, or the words of a title
        return False
    if size == 1:
        before = low[at - 1] if at and words.stand_together(at - 1, at) else ""
        return low[at] in NEVER_DOUBLED and before not in ENDS_A_WORD.get(low[at], ())
    first, second = low[at : at + 2]
    if SAID_TWICE & {first, second} or min(len(first), len(second)) < 2:
        return False
    goes_on = low[at + 4 : at + 6] == ["chủ", "nghĩa"]  # xã hội xã hội chủ nghĩa
    return is_syllable(first) and is_syllable(second) and not goes_on
