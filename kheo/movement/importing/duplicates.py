"""Points at models that seem to be in the list twice, or in the register already. It only warns; people decide."""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from kheo.core.vietnamese import fold
from kheo.movement.importing.layout import Layout
from kheo.movement.importing.rows import Caution, Row

NEAR = 0.55  # cosine of weighted 1-3-grams; altered copies lie above, unrelated names below 0.1
SHARED_WORDS = 0.5  # of the words of both: what the choice of candidates is built for
MAX_CANDIDATES = 40  # a row is compared with no more than these, so a list of 20,000 alike names still ends
_WORD = re.compile(r"[a-z0-9]+")
# What follows these tells one place from another; the same work in another hamlet is no duplicate.
_PLACE = re.compile(
    r"\b(?:thon|khu pho|xom|ban|ap|to dan pho|khu dan cu|chi hoi|chi bo|to|so|tuyen|cum)\s+([a-z0-9]+(?: [a-z0-9]+)?)$"
)


@dataclass(frozen=True, slots=True)
class Known:
    """A model that is in the register already; `unit` is what identifies its unit, `label` what a reader is shown."""

    name: str
    unit: Hashable
    label: str = ""


@dataclass(slots=True)
class _Item:
    words: tuple[str, ...]
    where: str


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
        finder.add(each.name, each.unit, f"đã có trong sổ: {each.label or each.name}")
    cautions = []
    for row in rows:
        reason = finder.seen(row.name, unit_key(row.unit))
        if reason:
            layout = (layouts or {}).get(row.sheet)
            cautions.append(Caution(row.sheet, row.row, layout.header("name") if layout else "", row.name, reason))
        finder.add(row.name, unit_key(row.unit), f"dòng {row.row} trang “{row.sheet}”")
    return cautions


def unit_key(unit: Any) -> Hashable:
    """What identifies a unit: its `id`, or the thing itself."""
    return getattr(unit, "id", unit)


def _stops(phrases: Iterable[str]) -> re.Pattern[str] | None:
    folded = sorted({" ".join(_WORD.findall(fold(phrase))) for phrase in phrases} - {""}, key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, folded))})\b") if folded else None


def _frequencies(rows: list[Row]) -> tuple[Counter[str], int]:
    counts: Counter[str] = Counter()
    for row in rows:
        counts.update(set(_WORD.findall(fold(row.name))))
    return counts, len(rows)


class _Finder:
    """Names seen so far: by whole name, and by their rarest words within a unit and place."""

    def __init__(self, stops: re.Pattern[str] | None, frequencies: tuple[Counter[str], int]):
        self.stops = stops
        self.counts, self.total = frequencies
        self.whole: dict[tuple[Hashable, str], str] = {}
        self.by_word: dict[tuple[Hashable, str, str], list[_Item]] = defaultdict(list)
        self.last: tuple[str, str, tuple[str, ...], str] = ("", "", (), "")

    def add(self, name: str, unit: Hashable, where: str) -> None:
        _, folded, words, place = self._parts(name)
        self.whole.setdefault((unit, folded), where)
        if not words:
            return
        item = _Item(words, where)
        for word in self._rarest(words):
            listed = self.by_word[unit, place, word]
            if len(listed) < MAX_CANDIDATES:
                listed.append(item)

    def seen(self, name: str, unit: Hashable) -> str:
        """Why the name looks like one seen before; "" when it does not."""
        _, folded, words, place = self._parts(name)
        if where := self.whole.get((unit, folded)):
            return f"trùng tên, cùng đơn vị với {where}" if where.startswith("dòng") else f"trùng tên, {where}"
        candidates: dict[int, _Item] = {}
        for word in self._rarest(words):
            for item in self.by_word.get((unit, place, word), ()):
                candidates[id(item)] = item
            if len(candidates) > MAX_CANDIDATES:
                break
        best = max(candidates.values(), key=lambda item: self._likeness(words, item.words), default=None)
        if best is None or self._likeness(words, best.words) < NEAR:
            return ""
        return (
            f"tên gần giống, cùng đơn vị với {best.where}"
            if best.where.startswith("dòng")
            else f"gần giống, {best.where}"
        )

    def _parts(self, name: str) -> tuple[str, str, tuple[str, ...], str]:
        if self.last[0] != name:
            folded = " ".join(_WORD.findall(fold(name)))
            found = _PLACE.search(folded)
            place = found[1] if found else ""
            body = folded[: found.start()] if found else folded
            if self.stops:
                body = self.stops.sub(" ", body)
            self.last = (name, folded, tuple(body.split()), place)
        return self.last

    def _rarest(self, words: tuple[str, ...]) -> list[str]:
        """The words by which names that share half of theirs must meet at least once."""
        distinct = sorted(set(words), key=lambda word: (self.counts[word], word))
        return distinct[: len(distinct) - math.ceil(SHARED_WORDS * len(distinct)) + 1]

    def _weight(self, word: str) -> float:
        return 1 + math.log((1 + self.total) / (1 + self.counts[word]))

    def _likeness(self, one: tuple[str, ...], other: tuple[str, ...]) -> float:
        first, second = self._vector(one), self._vector(other)
        shared = sum(weight * second[gram] for gram, weight in first.items() if gram in second)
        return shared / math.sqrt(sum(w * w for w in first.values()) * sum(w * w for w in second.values()) or 1)

    def _vector(self, words: tuple[str, ...]) -> dict[tuple[str, ...], float]:
        """A 1-3-gram weighs as the mean of its words: no count of all grams of a long list is needed."""
        vector = {}
        for size in (1, 2, 3):
            for at in range(len(words) - size + 1):
                gram = words[at : at + size]
                vector[gram] = sum(map(self._weight, gram)) / size
        return vector
