"""Points at models that seem to be in the list twice, or in the register already. It only warns; people decide."""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from kheo.core.vietnamese import fold
from kheo.movement.importing.layout import Layout
from kheo.movement.importing.rows import Caution, Row

NEAR = 0.55  # cosine of weighted 1-3-grams; altered copies lie above, unrelated names below 0.1
SHARED_WORDS = 0.5  # of the words of both: what the choice of candidates is built for
# Lists of thousands of alike names must end too: so many are kept for a word, so many are compared with a row.
MAX_CANDIDATES, MAX_COMPARED = 30, 4
MOST_COMPARISONS = 30_000
_WORD = re.compile(r"[a-z0-9]+")
# What follows these tells one place from another; the same work in another hamlet is no duplicate.
_PLACE = re.compile(
    r"\b(?:thôn|khu phố|khóm|xóm|bản|ấp|buôn|làng|tổ dân phố|khu dân cư|tổ (?=\d)|tổ số)\s*(?:\S+\s+){0,4}\S+$"
)


@dataclass(frozen=True, slots=True)
class Known:
    """A model that is in the register already; `unit` is what identifies its unit, `label` what a reader is shown."""

    name: str
    unit: Hashable
    label: str = ""


@dataclass(slots=True)
class _Item:
    """A name seen: its words, where it was, and its vector once somebody asked for it."""

    words: tuple[str, ...]
    distinct: frozenset[str]
    where: str
    vector: dict[tuple[str, ...], float] | None = None
    length: float = 0.0


def find_duplicates(
    rows: Iterable[Row],
    known: Iterable[Known] = (),
    *,
    stop_phrases: Iterable[str] = (),
    layouts: Mapping[str, Layout] | None = None,
) -> list[Caution]:
    """Cautions for rows whose name stands, the same or nearly, at an earlier row or in the register for the same unit.

    `stop_phrases` are the names of usual patterns: what two names have in common from them makes nothing alike.
    A row gets one caution at most. Time grows with the number of rows, not with its square.
    """
    stops = _stops(stop_phrases)
    rows = list(rows)
    finder = _Finder(stops, _frequencies(rows))
    for each in known:
        finder.seen(each.name, each.unit, f"“{each.label or each.name}” đã có trong sổ của đơn vị")
    cautions = []
    for row in rows:
        reason = finder.seen(row.name, unit_key(row.unit), f"dòng {row.row} trang “{row.sheet}”, cùng đơn vị")
        if reason:
            layout = (layouts or {}).get(row.sheet)
            cautions.append(Caution(row.sheet, row.row, layout.header("name") if layout else "", row.name, reason))
    if finder.compared >= MOST_COMPARISONS:
        reason = "danh sách dài, có quá nhiều tên giống nhau: chỉ đối chiếu tên gần giống ở phần đầu"
        cautions.append(Caution(rows[0].sheet, rows[0].row, "", "", reason))
    return cautions


def _folded(text: str) -> str:
    return " ".join(filter(None, map(_folded_word, text.split())))


@lru_cache(maxsize=50_000)
def _folded_word(word: str) -> str:
    """Folding is slow, and a list of thousands of names is made of a few hundred words."""
    return " ".join(_WORD.findall(fold(word)))


def unit_key(unit: Any) -> Hashable:
    """What identifies a unit: its `id`, or the thing itself."""
    return getattr(unit, "id", unit)


def _stops(phrases: Iterable[str]) -> re.Pattern[str] | None:
    folded = sorted({_folded(phrase) for phrase in phrases} - {""}, key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, folded))})\b") if folded else None


def _frequencies(rows: list[Row]) -> tuple[Counter[str], int]:
    counts: Counter[str] = Counter()
    for row in rows:
        counts.update(set(_folded(row.name).split()))
    return counts, len(rows)


class _Finder:
    """Names seen so far: by whole name, and by their rarest words within a unit and place."""

    def __init__(self, stops: re.Pattern[str] | None, frequencies: tuple[Counter[str], int]):
        self.stops = stops
        self.counts, self.total = frequencies
        self.whole: dict[tuple[Hashable, str], str] = {}
        self.by_word: dict[tuple[Hashable, str, str], list[_Item]] = defaultdict(list)
        self.compared = 0

    def seen(self, name: str, unit: Hashable, where: str) -> str:
        """Why the name looks like one seen before, "" when it does not; from now on it has been seen at `where`."""
        folded, words, place = self._parts(name)
        item = _Item(words, frozenset(words), where)
        rarest = self._rarest(item.distinct)
        reason = ""
        if first := self.whole.get((unit, folded)):
            reason = f"trùng tên với {first}"
        elif (near := self._nearest(item, unit, place, rarest)) is not None:
            reason = f"tên gần giống với {near.where}"
        self.whole.setdefault((unit, folded), where)
        for word in rarest:
            listed = self.by_word[unit, place, word]
            if len(listed) < MAX_CANDIDATES:
                listed.append(item)
        return reason

    def _parts(self, name: str) -> tuple[str, tuple[str, ...], str]:
        """The folded name, the words that make it its own, and the place that ends it."""
        found = _PLACE.search(name.lower())
        place = _folded(name[found.start() :]) if found else ""
        body = folded = _folded(name)
        if place:
            body = folded[: -len(place)]
        if self.stops:
            body = self.stops.sub(" ", body)
        return folded, tuple(body.split()), place

    def _rarest(self, distinct: frozenset[str]) -> list[str]:
        """The words by which names that share half of theirs must meet at least once."""
        ordered = sorted(distinct, key=lambda word: (self.counts[word], word))
        return ordered[: len(ordered) - math.ceil(SHARED_WORDS * len(ordered)) + 1]

    def _nearest(self, item: _Item, unit: Hashable, place: str, rarest: list[str]) -> _Item | None:
        if self.compared >= MOST_COMPARISONS:
            return None
        met: Counter[int] = Counter()
        items: dict[int, _Item] = {}
        for word in rarest:
            for other in self.by_word.get((unit, place, word), ()):
                met[id(other)] += 1
                items[id(other)] = other
        for key, _ in met.most_common(MAX_COMPARED):
            other = items[key]
            shared = len(item.distinct & other.distinct)
            if 2 * shared < SHARED_WORDS * (len(item.distinct) + len(other.distinct)):
                continue
            self.compared += 1
            if self._likeness(item, other) >= NEAR:
                return other
        return None

    def _likeness(self, one: _Item, other: _Item) -> float:
        """Cosine of the two vectors: 1.0 for the same words in the same order."""
        first, second = self._vector(one), self._vector(other)
        shared = sum(weight * second[gram] for gram, weight in first.items() if gram in second)
        return shared / (one.length * other.length)

    def _vector(self, item: _Item) -> dict[tuple[str, ...], float]:
        """A 1-3-gram weighs as the mean of its words: no count of all grams of a long list is needed."""
        if item.vector is None:
            weights = [1 + math.log((1 + self.total) / (1 + self.counts[word])) for word in item.words]
            item.vector = {
                item.words[at : at + size]: sum(weights[at : at + size]) / size
                for size in (1, 2, 3)
                for at in range(len(item.words) - size + 1)
            }
            item.length = math.sqrt(sum(weight * weight for weight in item.vector.values()))
        return item.vector
