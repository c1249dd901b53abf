"""Finds a unit by its name of today, a former name, or the name of a place that went into it, and says why."""

import re
from dataclasses import dataclass
from datetime import date

from django.db.models.functions import Length

from kheo.core.vietnamese import exact_key, fold, sort_key
from kheo.units.models import Succession, SuccessionKind, Unit
from kheo.units.queries import Chains

# What clerks write for short before a name (folded).
SHORT = {"tt": "thi tran", "p": "phuong", "x": "xa", "h": "huyen", "tx": "thi xa", "tp": "thanh pho", "dk": "dac khu"}
_SHORT = re.compile(rf"^({'|'.join(SHORT)})\.?\s+(?=\S)|^({'|'.join(SHORT)})\.(?=\S)")
LIMIT = 50
NOTED = "~"  # before the name of a unit that only its note led to


@dataclass(frozen=True)
class Found:
    """A unit living on the day asked, and why it answers to the words: "" for its own name."""

    unit: Unit
    why: str = ""


def find(text: str, on: date, *, within=None, limit: int = LIMIT) -> list[Found]:
    """Units living on a day that a name leads to, the nearest names first; `within` is a QuerySet of units.

    An ended unit leads to those in which it lives on; "Triệu Ái" leads to xã Ái Tử and says so.
    """
    needle = _needle(text)
    if not needle:
        return []
    units = Unit.objects.all() if within is None else within
    ways = [*_by_name(units, needle, on), *_by_former_name(units, needle, on)]
    named = {pk for pk, _, _ in ways}
    ways += [way for way in _by_note(units, needle, on) if way[0] not in named]
    ways.sort(key=lambda way: (*_nearness(way[1], text, needle), bool(way[2]), sort_key(way[1])))
    reasons: dict[int, str] = {}
    for pk, _, why in ways:
        # A name of its own needs no reason, whatever else leads there too.
        reasons[pk] = "" if not why else reasons.get(pk, why)
    living = units.living(on=on).in_bulk(list(reasons)[: limit * 2])
    return [Found(living[pk], why) for pk, why in reasons.items() if pk in living][:limit]


def _needle(text: str) -> str:
    folded = fold(text)[:200]
    return _SHORT.sub(lambda short: f"{SHORT[short[1] or short[2]]} ", folded)


def _by_name(units, needle: str, on: date):
    """(key of the living unit, the name that matched, why) for names of today and of ended units."""
    # Short names first: where many hold the words, the one that is nothing but them must not be cut off.
    matches = list(units.filter(folded__contains=needle).order_by(Length("folded"), "sort", "pk")[: LIMIT * 4])
    chains = Chains() if any(unit.ends and unit.ends < on for unit in matches) else None
    for unit in matches:
        if unit.ends is None or unit.ends >= on:
            yield unit.pk, unit.name, ""
            continue
        for pk in chains.living_after(unit.pk, on):
            yield pk, unit.name, f"{unit.title} đã kết thúc ngày {unit.ends:%d/%m/%Y}, nay thuộc đơn vị này"


def _by_former_name(units, needle: str, on: date):
    # Folding is ours, not the database's; renamed units are few.
    facts = Succession.objects.filter(kind=SuccessionKind.RENAME, on__lte=on, predecessor__in=units)
    for pk, day, old_name in facts.values_list("predecessor_id", "on", "old_name"):
        if needle in fold(old_name):
            yield pk, old_name, f"Tên cũ: {old_name}, đổi tên ngày {day:%d/%m/%Y}"


def _by_note(units, needle: str, on: date):
    """Places that are not units of ours but stand, as whole words, in the merger note of a commune."""
    whole = re.compile(rf"\b{re.escape(needle)}\b")
    for unit in units.living(on=on).filter(note_folded__contains=needle).by_name()[:LIMIT]:
        if whole.search(unit.note_folded):
            yield unit.pk, NOTED + unit.name, f"Có trong ghi chú sáp nhập: {unit.note}"


def _nearness(name: str, text: str, needle: str) -> tuple[bool, ...]:
    """The whole name as spelled first, then names that hold that spelling, then the same letters; notes last."""
    folded, exact, asked = fold(name), exact_key(name), exact_key(text)
    whole = folded.endswith(needle) and folded.removesuffix(needle).strip() in KINDS
    return name.startswith(NOTED), not (whole and exact.endswith(asked)), asked not in exact, not whole


KINDS = ("", *SHORT.values(), "tinh", "quan")
