"""A text that is mended step by step, while every mend is kept as one replacement in the text as it was given.

So a later rule sees what the earlier ones have put right ("hoà của  của" in NFD), and still no two marks overlap.
"""

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, replace

from kheo.core.vietnamese.proofreading.marks import Kind, Mark


@dataclass(frozen=True, slots=True)
class _Edit:
    """`given[start:end]` has become `text[at:to]`; between two edits both texts are the same."""

    start: int
    end: int
    at: int
    to: int
    kind: Kind
    advice: str


class Draft:
    """The text as given and as it stands now; `take` the marks of one rule after the other, then ask for `marks`."""

    def __init__(self, given: str) -> None:
        self.given = self.text = given
        self._edits: list[_Edit] = []
        self._notes: list[Mark] = []

    def take(self, found: Iterable[Mark]) -> None:
        """Put in the mends of these marks (places in `text`, in order); remember the marks that have none."""
        mends: list[Mark] = []
        done = 0
        for mark in found:
            if mark.mend is None:
                self._note(mark)
            elif mark.start >= done and mark.mend != mark.found:
                mends.append(mark)
                done = mark.end
        if mends:
            self._put_in(mends)

    def marks(self) -> list[Mark]:
        """All marks, by their place in the text as given. None overlaps another: a mend comes before mere advice."""
        edits = [
            Mark(each.start, each.end, each.kind, self.given[each.start : each.end], each.advice, text)
            for each in self._edits
            if (text := self.text[each.at : each.to]) != self.given[each.start : each.end]
        ]
        kept: list[Mark] = []
        for mark in sorted(edits, key=_place) + sorted(self._notes, key=_place):
            at = bisect_right(kept, mark.start, key=lambda other: other.start)
            if (not at or kept[at - 1].end <= mark.start) and (at == len(kept) or kept[at].start >= mark.end):
                kept.insert(at, mark)
        return kept

    def _note(self, mark: Mark) -> None:
        """Keep a mark without a mend, at its place in the text as given; dropped where something is mended already."""
        after = bisect_right(self._edits, mark.start, key=lambda edit: edit.to)
        if after < len(self._edits) and self._edits[after].at < mark.end:
            return
        shift = self._edits[after - 1].end - self._edits[after - 1].to if after else 0
        start, end = mark.start + shift, mark.end + shift
        self._notes.append(replace(mark, start=start, end=end, found=self.given[start:end]))

    def _put_in(self, mends: list[Mark]) -> None:
        """Make one edit of each group of old edits and new mends that overlap."""
        parts: list[str] = []
        edits: list[_Edit] = []
        old = new = done = length = shift = 0  # shift: from the text to the text as given
        places = [(edit.at, edit.to) for edit in self._edits] + [(mark.start, mark.end) for mark in mends]
        for low, high in _spans(places):
            start, first_old, first_new, body, inner = low + shift, old, new, [], low
            while old < len(self._edits) and _within(self._edits[old], low, high):
                old += 1
            while new < len(mends) and mends[new].start < high:
                body += self.text[inner : mends[new].start], mends[new].mend
                inner, new = mends[new].end, new + 1
            shift = self._edits[old - 1].end - self._edits[old - 1].to if old else 0
            first = self._edits[first_old] if old > first_old else mends[first_new]
            fresh = "".join((*body, self.text[inner:high]))
            parts += self.text[done:low], fresh
            at = length + low - done
            done, length = high, at + len(fresh)
            edits.append(_Edit(start, high + shift, at, length, first.kind, first.advice))
        self.text = "".join((*parts, self.text[done:]))
        self._edits = edits


def _place(mark: Mark) -> tuple[int, int]:
    return mark.start, mark.end


def _within(edit: _Edit, low: int, high: int) -> bool:
    return edit.at < high or edit.at == edit.to == low == high


def _spans(places: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The places in order, those that overlap joined; touching is not overlapping."""
    spans: list[tuple[int, int]] = []
    for start, end in sorted(places):
        if spans and (start < spans[-1][1] or (start, end) == spans[-1]):
            spans[-1] = spans[-1][0], max(end, spans[-1][1])
        else:
            spans.append((start, end))
    return spans
