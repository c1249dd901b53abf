"""Finds the unit a clerk meant, by code or name, among the units living on a day."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable
from dataclasses import dataclass

from kheo.core.vietnamese import exact_key, fold

#: Words that say what kind of unit a name belongs to, longest first, each with what clerks write for short.
TYPES = {
    "thị trấn": ("thị trấn", "tt", "tt."),
    "thành phố": ("thành phố", "tp", "tp."),
    "thị xã": ("thị xã", "tx", "tx."),
    "đặc khu": ("đặc khu", "đk", "đk."),
    "phường": ("phường", "p", "p."),
    "huyện": ("huyện", "h", "h."),
    "quận": ("quận", "q", "q."),
    "tỉnh": ("tỉnh", "t", "t."),
    "xã": ("xã", "x", "x."),
}
#: A Party committee named with its commune is written for the commune itself in a register of communes.
COMMITTEES = ("đảng bộ", "đảng ủy")
SUGGESTIONS = 3
_ALIKE, _NEXT_TO_BEST = 0.5, 0.8

_TYPE_OF = {exact_key(word): name for name, words in TYPES.items() for word in words}
_TYPE_OF |= {fold(word): name for name, words in TYPES.items() for word in words if not word.endswith(".")}
_TYPE = re.compile(rf"({'|'.join(sorted(map(re.escape, _TYPE_OF), key=len, reverse=True))})(?:\s+|(?<=\.))(?=\w)")
_COMMITTEE = re.compile(rf"(?:{'|'.join((*map(exact_key, COMMITTEES), *map(fold, COMMITTEES)))})\s+")
_PARENT = re.compile(r"\s*[,(]\s*|\s+[-–]\s+")


@dataclass(frozen=True)
class UnitFact:
    """A unit as a matcher needs it. `name` is the whole name ("xã Ái Tử"); `ends` is its last day.

    `successors` are the names of what carries it on today.
    """

    id: Hashable
    name: str
    code: str = ""
    kind: str = ""
    level: str = ""
    starts: dt.date | None = None
    ends: dt.date | None = None
    successors: tuple[str, ...] = ()
    parent_name: str = ""

    def lives_on(self, day: dt.date) -> bool:
        return (self.starts is None or self.starts <= day) and (self.ends is None or day <= self.ends)


@dataclass(frozen=True)
class UnitMatch:
    """The unit found, or None and the reason in Vietnamese."""

    unit: UnitFact | None
    reason: str = ""


class Matcher:
    """Answers which unit a text or code names on the day `on`; answers are kept, so asking 20,000 times costs little.

    `within` names the parent whose units win where several living ones share a name (the importing office's province).
    """

    def __init__(self, facts: Iterable[UnitFact], *, on: dt.date, within: str = ""):
        self.on = on
        self.within = _bare(fold(within))[1]
        self._codes: dict[str, list[UnitFact]] = defaultdict(list)
        self._names: dict[tuple[str, str], list[UnitFact]] = defaultdict(list)
        self._grams: dict[str, set[str]] = defaultdict(set)
        self._living: dict[str, UnitFact] = {}
        self._answers: dict[tuple[str, str, str], UnitMatch] = {}
        for fact in facts:
            self._add(fact)

    def match(self, text: str, code: str = "", context: UnitFact | None = None) -> UnitMatch:
        """The living unit that `code`, or else `text`, names; `context` (the section's unit) settles shared names."""
        around = context.parent_name if isinstance(context, UnitFact) else ""
        asked = (text, code, around)
        if asked not in self._answers:
            self._answers[asked] = self._match(text, code, around)
        return self._answers[asked]

    def _add(self, fact: UnitFact) -> None:
        code = fact.code.strip()
        if code:
            self._codes[code].append(fact)
            if code.lstrip("0") != code:
                self._codes[code.lstrip("0")].append(fact)
        exact, folded = exact_key(fact.name), fold(fact.name)
        for level, key in (("exact", exact), ("folded", folded)):
            sort, bare = _bare(key)
            self._names[level, f"{sort}|{bare}"].append(fact)
            self._names[level, bare].append(fact)
        if fact.lives_on(self.on):
            self._living.setdefault(folded, fact)
            for gram in _grams_of(_bare(folded)[1]):
                self._grams[gram].add(folded)

    def _match(self, text: str, code: str, around: str) -> UnitMatch:
        text, code = " ".join(text.split()), _plain_code(code)
        if code:
            return self._by_code(code, text, around)
        if not text:
            return UnitMatch(None, "thiếu đơn vị")
        return self._by_name(text, around)

    def _by_code(self, code: str, text: str, around: str) -> UnitMatch:
        found = self._codes.get(code) or self._codes.get(code.lstrip("0"))
        if not found:
            return UnitMatch(None, f"không có đơn vị mang mã {code}")
        answer = self._settle(found, around)
        if answer.unit and text:
            named = self._by_name(text, around)
            if named.unit and named.unit.id != answer.unit.id:
                return UnitMatch(None, f"mã {code} là {answer.unit.name}, không phải “{text}”")
        return answer

    def _by_name(self, text: str, around: str) -> UnitMatch:
        for said, parent in _readings(text):
            for level, spell in (("exact", exact_key), ("folded", fold)):
                sort, bare = _bare(spell(said))
                found = self._names.get((level, f"{sort}|{bare}" if sort else bare))
                # A unit recorded without its kind answers to the name with any kind.
                found = found or (self._names.get((level, f"|{bare}")) if sort else None)
                if found:
                    return self._settle(found, parent or around)
        return UnitMatch(None, self._unknown(text))

    def _settle(self, found: list[UnitFact], around: str) -> UnitMatch:
        living = list({fact.id: fact for fact in found if fact.lives_on(self.on)}.values())
        if len(living) > 1:
            for parent in filter(None, (_bare(fold(around))[1], self.within)):
                near = [fact for fact in living if _bare(fold(fact.parent_name))[1] == parent]
                living = near or living
        if len(living) == 1:
            return UnitMatch(living[0])
        if living:
            return UnitMatch(
                None, f"có nhiều đơn vị cùng tên: {', '.join(map(_with_parent, living[:4]))}; hãy ghi rõ hoặc ghi mã"
            )
        return UnitMatch(None, self._ended(found))

    def _ended(self, found: list[UnitFact]) -> str:
        if all(fact.starts and fact.starts > self.on for fact in found):
            return f"đơn vị chưa thành lập vào ngày {self.on:%d/%m/%Y}"
        successors = list(dict.fromkeys(name for fact in found for name in fact.successors))
        if not successors:
            return "đơn vị đã kết thúc, chưa ghi đơn vị kế tục"
        return f"đơn vị đã kết thúc, kế tục là {' hoặc '.join(successors)}"

    def _unknown(self, text: str) -> str:
        grams = _grams_of(_bare(fold(text))[1])
        shared = Counter(name for gram in grams for name in self._grams.get(gram, ()))
        alike = []
        for name, count in shared.most_common(50):
            likeness = 2 * count / (len(grams) + len(_grams_of(_bare(name)[1])))
            if likeness >= _ALIKE:
                alike.append((-likeness, name))
        best = min(alike, default=(0, ""))[0]
        near = [name for likeness, name in sorted(alike) if likeness <= _NEXT_TO_BEST * best]
        names = [self._living[name].name for name in near[:SUGGESTIONS]]
        shown = text if len(text) <= 60 else text[:59] + "…"
        return f"không có đơn vị “{shown}”" + (f"; gần giống: {', '.join(names)}" if names else "")


def _readings(text: str) -> Iterable[tuple[str, str]]:
    """The text itself; then, less and less as written: without its committee, without the place named after it."""
    yield text, ""
    lowered = exact_key(text)
    plain = _COMMITTEE.sub("", lowered, count=1) if _COMMITTEE.match(lowered) else lowered
    if plain != lowered:
        yield plain, ""
    parts = [part for part in _PARENT.split(plain) if part.strip(" )")]
    if len(parts) > 1:
        yield parts[0], parts[-1].strip(" )")


def _bare(key: str) -> tuple[str, str]:
    """Split a key into the kind its first words say and the rest: "xã ái tử" → ("xã", "ái tử")."""
    if match := _TYPE.match(key):
        return _TYPE_OF[match[1]], key[match.end() :]
    return "", key


def _plain_code(code: object) -> str:
    """A code as written; Excel hands a code typed as a number out as 19624.0."""
    text = str(code).strip()
    return text[:-2] if text.endswith(".0") else text


def _grams_of(text: str) -> set[str]:
    padded = f"  {text} "
    return {padded[at : at + 3] for at in range(len(padded) - 2)}


def _with_parent(fact: UnitFact) -> str:
    return f"{fact.name} ({fact.parent_name})" if fact.parent_name else fact.name
