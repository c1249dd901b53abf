"""Points at models that seem to be in the list twice, or in the register already. It only warns; people decide."""

from __future__ import annotations

import heapq
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
MAX_CANDIDATES, MAX_COMPARED = 15, 3
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
    """A name as it is compared: folded, without the place that ends it and the words of usual patterns."""

    folded: str
    words: tuple[str, ...]
    place: str
    where: Known | Row
    distinct: frozenset[str] = frozenset()
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
    before = [_item(each.name, stops, each) for each in known]
    listed = [_item(row.name, stops, row) for row in rows]
    finder = _Finder([*before, *listed])
    for item in before:
        finder.seen(item, item.where.unit)
    cautions = []
    for item in listed:
        row = item.where
        if reason := finder.seen(item, unit_key(row.unit)):
            layout = (layouts or {}).get(row.sheet)
            cautions.append(Caution(row.sheet, row.row, layout.header("name") if layout else "", row.name, reason))
    if finder.compared >= MOST_COMPARISONS:
        reason = "danh sách dài, có quá nhiều tên giống nhau: chỉ đối chiếu tên gần giống ở phần đầu"
        cautions.append(Caution(listed[0].where.sheet, listed[0].where.row, "", "", reason))
    return cautions


def unit_key(unit: Any) -> Hashable:
    """What identifies a unit: its `id`, or the thing itself."""
    return getattr(unit, "id", unit)


def _folded(text: str) -> str:
    return " ".join(filter(None, map(_folded_word, text.split())))


@lru_cache(maxsize=50_000)
def _folded_word(word: str) -> str:
    """Folding is slow, and a list of thousands of names is made of a few hundred words."""
    return " ".join(_WORD.findall(fold(word)))


def _stops(phrases: Iterable[str]) -> re.Pattern[str] | None:
    folded = sorted({_folded(phrase) for phrase in phrases} - {""}, key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, folded))})\b") if folded else None


def _item(name: str, stops: re.Pattern[str] | None, where: Known | Row) -> _Item:
    found = _PLACE.search(name.lower())
    place = _folded(name[found.start() :]) if found else ""
    body = _folded(name[: found.start()] if found else name)
    words = (stops.sub(" ", body) if stops else body).split()
    return _Item(f"{body} {place}", tuple(words), place, where)


def _said(where: Known | Row) -> str:
    if isinstance(where, Known):
        return f"“{where.label or where.name}” đã có trong sổ của đơn vị"
    return f"dòng {where.row} trang “{where.sheet}”, cùng đơn vị"


class _Finder:
    """Names seen so far: by whole name, and by their rarest words within a unit and place."""

    def __init__(self, items: list[_Item]):
        self.total = len(items)
        self.counts = Counter(word for item in items for word in item.words)
        ordered = sorted(self.counts, key=lambda word: (self.counts[word], word))
        self.rank = {word: at for at, word in enumerate(ordered)}
        self.whole: dict[tuple[Hashable, str], _Item] = {}
        self.by_word: dict[tuple[Hashable, str], dict[str, list[_Item]]] = defaultdict(dict)
        self.compared = 0

    def seen(self, item: _Item, unit: Hashable) -> str:
        """Why the name looks like one seen before, "" when it does not; from now on it has been seen."""
        item.distinct = frozenset(item.words)
        rarest = sorted(item.distinct, key=self.rank.__getitem__)
        # Names that share half of their words meet at least once among so many of the rarest.
        rarest = rarest[: len(rarest) - math.ceil(SHARED_WORDS * len(rarest)) + 1]
        here = self.by_word[unit, item.place]
        reason = ""
        first = self.whole.setdefault((unit, item.folded), item)
        if first is not item:
            reason = f"trùng tên với {_said(first.where)}"
        elif here and (near := self._nearest(item, here, rarest)):
            reason = f"tên gần giống với {_said(near.where)}"
        for word in rarest:
            listed = here.setdefault(word, [])
            if len(listed) < MAX_CANDIDATES:
                listed.append(item)
        return reason

    def _nearest(self, item: _Item, here: dict[str, list[_Item]], rarest: list[str]) -> _Item | None:
        if self.compared >= MOST_COMPARISONS:
            return None
        met: dict[int, int] = {}
        others: dict[int, _Item] = {}
        for word in rarest:
            for other in here.get(word, ()):
                met[id(other)] = met.get(id(other), 0) + 1
                others[id(other)] = other
        for key in heapq.nlargest(MAX_COMPARED, met, key=met.__getitem__):
            other = others[key]
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
