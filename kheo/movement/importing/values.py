"""Reads one cell into a fact: a text, a field, a date, an amount; or says in Vietnamese what is wrong with it."""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache
from typing import NamedTuple

from kheo.core.vietnamese import (
    NotADate,
    NotANumber,
    PartialDate,
    clean,
    find_quantities,
    fold,
    read_date,
    read_quantity,
    to_m2,
)
from kheo.movement.importing import synonyms
from kheo.movement.importing.layout import BEARER_MEANINGS, FIELD_MEANINGS
from kheo.movement.importing.sheets import BrokenCell
from kheo.movement.importing.synonyms import words

FIELD_NAMES = {
    "economy": "Kinh tế",
    "culture": "Văn hóa - xã hội",
    "defence": "Quốc phòng - an ninh",
    "politics": "Xây dựng hệ thống chính trị",
}
FIRST_YEAR, YEARS_AHEAD = 1930, 20
TEXT_LIMIT = 10_000
TEXT_LIMITS = {"name": 500, "place": 200, "person": 200}
MARKS = frozenset(
    {"x", "✓", "✔", "✗", "✘", "☑", "☒", "v", "+", "*", "●", "•", "có", "1", "√", "х"}
)  # the last is Cyrillic
NO_MARKS = frozenset({"", "-", "0", "không", "–", "—", "☐", "...", "…"})
NOT_SAID = frozenset({"", "-", "--", "–", "—", "...", "…", ".", "/", "_"})

_COMBINING = re.compile("[\u0300-\u036f]")

BEARERS = {
    "group": ("tap the", "tt", "t the", "to chuc", "mo hinh tap the", "dien hinh tap the", "tap the dien hinh"),
    "person": ("ca nhan", "cn", "c nhan", "dien hinh ca nhan", "mo hinh ca nhan", "ca nhan dien hinh"),
}
KINDS = {
    "practice": ("mo hinh", "mh", "mo hinh tap the", "mo hinh ca nhan"),
    "example": (
        "dien hinh",
        "dh",
        "guong",
        "guong dien hinh",
        "dien hinh tap the",
        "dien hinh ca nhan",
        "dien hinh tien tien",
    ),
}
NATURES = {
    "one_off": ("hoan thanh mot viec", "hoan thanh", "mot viec", "mot lan", "cong trinh", "dot xuat", "ngan han"),
    "lasting": ("duy tri thuong xuyen", "duy tri", "thuong xuyen", "lau dai", "dai han"),
}
ORIGINS = {
    "new": ("moi", "dang ky moi", "mo hinh moi", "xay dung moi"),
    "continued": ("tiep tuc", "duy tri", "dang ky tiep", "cu", "tiep tuc thuc hien", "mo hinh cu", "tiep tuc duy tri"),
    "replicated": ("nhan rong", "mo hinh nhan rong"),
}
CHOICES = {
    name: {phrase: key for key, phrases in table.items() for phrase in phrases}
    for name, table in (("bearer", BEARERS), ("kind", KINDS), ("nature", NATURES), ("origin", ORIGINS))
}
_FIELDS = {
    phrase: FIELD_MEANINGS[meaning]
    for meaning in FIELD_MEANINGS
    for phrase in (*synonyms.SYNONYMS[meaning], *synonyms.FIELD_MARKS[meaning])
}


class Amount(NamedTuple):
    """How an amount is read: the measures it may be written in, whether it counts things, and the largest believed."""

    attribute: str
    measures: tuple[str, ...]
    whole: bool
    largest: int
    noun: str


#: Larger than these is a slip of the hand (đồng typed under a header of triệu đồng), not a model of a commune.
AMOUNTS = {
    "land": Amount("land_m2", ("m2", "ha", "km2", "sao", "mau"), False, 1_000_000_000, "diện tích đất"),
    "labour": Amount("labour_days", ("day",), False, 10_000_000, "số ngày công"),
    "money": Amount("money_vnd", ("vnd",), True, 10_000_000_000_000, "số tiền"),
    "households": Amount("households", ("household",), True, 10_000_000, "số hộ"),
    "beneficiaries": Amount("beneficiaries", ("person",), True, 100_000_000, "số người hưởng lợi"),
    "members": Amount("members", ("person",), True, 100_000_000, "số hội viên"),
}


class Wrong(ValueError):
    """A cell that cannot be used; the message is the reason shown to the clerk."""


def shown(cell: object) -> str:
    """A cell as text, the way a spreadsheet shows it: 43.0 → "43", a date → "02/09/2026"."""
    if isinstance(cell, str):
        return cell.strip()
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() and abs(cell) < 1e15 else repr(cell).replace(".", ",")
    if isinstance(cell, dt.datetime | dt.date):
        return f"{cell:%d/%m/%Y}"
    return "" if cell is None else str(cell)


@lru_cache(maxsize=50_000)
def cleaned(text: str) -> tuple[str, int]:
    """The text fit to be stored, without white space at its ends, and how many control characters were taken out."""
    if text.isprintable() and unicodedata.is_normalized("NFC", text) and not _COMBINING.search(text):
        return text.strip(), 0  # what nearly all cells are; cleaning them would be most of the cost of reading
    text, removed = clean(text)
    return text.strip(), removed


def said(cell: object) -> str:
    """The text of a cell; "" when it holds nothing or only a dash. Raises `Wrong` for a failed formula."""
    if isinstance(cell, BrokenCell):
        raise Wrong(cell.reason)
    text = cleaned(cell if isinstance(cell, str) else shown(cell))[0]
    return "" if text in NOT_SAID else text


def is_marked(cell: object) -> bool:
    """Whether a cell of a ticking column is ticked. Raises `Wrong` for text that is no tick."""
    if isinstance(cell, bool):
        return cell
    text = said(cell).lower()
    if text in NO_MARKS:
        return False
    if text in MARKS:
        return True
    raise Wrong("không rõ là có đánh dấu hay không, hãy ghi x hoặc để trống")


@lru_cache(maxsize=5_000)
def field_of(text: str) -> str | None:
    """The key of the field a text names in any usual spelling; None for another word.

    Raises `Wrong` when it names several.
    """
    if key := _one_field(text):
        return key
    parts = [part for part in text.replace("/", ",").replace(";", ",").replace("+", ",").split(",") if part.strip()]
    keys = {_one_field(part) for part in parts}
    if len(parts) > 1 and None not in keys:
        raise Wrong("ghi nhiều lĩnh vực, mỗi mô hình chỉ thuộc một lĩnh vực")
    return None


def _one_field(text: str) -> str | None:
    told = words(text)
    while told:
        if told in _FIELDS:
            return _FIELDS[told]
        first, _, rest = told.partition(" ")
        if first.isdigit() or first in ("i", "ii", "iii", "iv", "lv"):
            told = rest
        elif told.startswith("linh vuc "):
            told = told[9:]
        else:
            return None
    return None


def read_field(cell: object) -> str | None:
    """The key of the field in a cell, None when silent. Raises `Wrong`."""
    text = said(cell)
    if not text:
        return None
    if key := field_of(text):
        return key
    raise Wrong(f"lĩnh vực không có trong danh mục, chỉ có: {'; '.join(FIELD_NAMES.values())}")


@lru_cache(maxsize=5_000)
def choice_of(name: str, text: str) -> str | None:
    """The key a text means among `CHOICES[name]`, or None."""
    return CHOICES[name].get(words(text))


@lru_cache(maxsize=50_000)
def _text_date(text: str, on: dt.date) -> PartialDate | str | None:
    try:
        return read_date(text, today=on)
    except NotADate as problem:
        return _no_date(problem)


def _no_date(problem: Exception) -> str:
    """A day outside the calendar is one thing, a text that is no date at all another."""
    if str(problem).startswith(("Không có", "Năm ")):
        return "ngày không có trong lịch"
    return "không phải ngày tháng; ví dụ ghi đúng: 02/09/2026, 9/2024, Quý III/2024"


def read_start(cell: object, on: dt.date) -> PartialDate | None:
    """The date in a cell, None when silent. Raises `Wrong` for no date, and for one outside any living memory."""
    if isinstance(cell, BrokenCell):
        raise Wrong(cell.reason)
    if isinstance(cell, dt.datetime):
        cell = cell.date()
    if isinstance(cell, dt.date):
        found: PartialDate | str | None = PartialDate(cell, "day")
    elif isinstance(cell, str):
        found = _text_date(cell.strip(), on)
    else:
        found = _number_date(cell, on)
    if isinstance(found, str):
        raise Wrong(found)
    if found and not FIRST_YEAR <= found.date.year <= on.year + YEARS_AHEAD:
        raise Wrong(f"ngày không có lý: năm {found.date.year} quá xa")
    return found


def _number_date(cell: object, on: dt.date) -> PartialDate | str | None:
    try:
        return read_date(cell, today=on)
    except (NotADate, OverflowError, ValueError) as problem:
        return _no_date(problem)


def read_amount(cell: object, meaning: str, scale: int) -> int | Decimal | None:
    """The amount in a cell in the unit Khéo stores, None when silent (zero stays zero). Raises `Wrong`.

    A unit written in the cell wins over `scale`, which the header gives. A number cell is taken as Excel holds it:
    1.415 typed as a number is one and a bit, while the text "1.415" is one thousand four hundred and fifteen.
    Money is rounded to the đồng, halves up.
    """
    if isinstance(cell, float):
        if cell.is_integer():
            return _bounded(int(cell) * scale, AMOUNTS[meaning])
        if cell != cell or cell in (float("inf"), float("-inf")):
            raise Wrong("không phải số")
        return _bounded(Decimal(repr(cell)) * scale, AMOUNTS[meaning])
    if isinstance(cell, str):
        found = _text_amount(cell, meaning, scale)
        if isinstance(found, str):
            raise Wrong(found)
        return found
    if isinstance(cell, BrokenCell):
        raise Wrong(cell.reason)
    if isinstance(cell, int) and not isinstance(cell, bool):
        return _bounded(cell * scale, AMOUNTS[meaning])
    raise Wrong(f"không phải số: ô đang ở dạng {'ngày tháng' if isinstance(cell, dt.date) else 'khác'}")


@lru_cache(maxsize=50_000)
def _text_amount(text: str, meaning: str, scale: int) -> int | Decimal | str | None:
    """As `read_amount` for text; the reason is returned, since a raised one would not be kept by the cache."""
    amount = AMOUNTS[meaning]
    try:
        quantity = read_quantity(cleaned(text)[0])
        if quantity is None:
            return None
        if quantity.measure is None:
            return _bounded(quantity.amount * scale, amount)
        if quantity.measure not in amount.measures:
            return f"không phải {amount.noun}: ghi sai đơn vị đo"
        return _bounded(to_m2(quantity) if meaning == "land" else quantity.amount, amount)
    except NotANumber:
        return "không phải số; ví dụ ghi đúng: 1.152 hoặc 419,7"
    except ValueError as problem:  # Wrong, and a sào that nobody said the size of
        return str(problem)


def _bounded(value: int | Decimal, amount: Amount) -> int | Decimal:
    if value < 0:
        raise Wrong(f"số âm: {amount.noun} không thể nhỏ hơn 0")
    if value > amount.largest:
        raise Wrong(f"số quá lớn: {amount.noun} lớn khác thường, hãy xem lại đơn vị tính")
    if isinstance(value, int):
        return value
    if value == value.to_integral_value():
        return int(value)
    if amount.attribute == "money_vnd":
        return int(value.quantize(Decimal(1), ROUND_HALF_UP))
    if amount.whole:
        raise Wrong(f"không phải số nguyên: {amount.noun} không thể lẻ")
    return value


class Spoken(NamedTuple):
    """What a sentence says of one amount; `several` when it was added up from more than one figure."""

    value: int | Decimal
    several: bool


_SIMPLE_UNITS = {"m2 đất": ("land", 1), "ha đất": ("land", 10_000), "ngày công": ("labour", 1), "đồng": ("money", 1)}
_SIMPLE_UNITS |= {"hộ": ("households", 1), "hộ tham gia": ("households", 1), "hộ dân tham gia": ("households", 1)}
_SIMPLE_SCALES = {None: 1, "triệu ": 1_000_000, "tỷ ": 1_000_000_000}
_SIMPLE_CLAUSE = re.compile(
    rf"(?:hiến )?([1-9]\d{{0,2}}(?:\.\d{{3}})+|\d+)(?:,(\d+))? (?:(triệu |tỷ )(?=đồng))?({'|'.join(_SIMPLE_UNITS)})"
)
_ACRE_WORDS = ("dat", "hien", "mat bang", "giai phong")
_GAIN_WORDS = ("huong loi", "thu huong")
_MEMBER_WORDS = ("hoi vien", "doan vien", "thanh vien", "to vien")
_PART_OF = "trong do"


def read_prose(text: str) -> dict[str, Spoken]:
    """Amounts a sentence of results speaks of: "hiến 2.690 m2 đất; 81 ngày công; 182 triệu đồng" → by meaning.

    Figures of one kind are added up, except what follows "trong đó", which is a part of what was said before; of
    several numbers of households the largest counts, since the others are usually among it.
    """
    found: dict[str, list[int | Decimal]] = {}
    for clause in text.replace("\n", ";").split(";"):
        for meaning, value, is_part in _clause_amounts(clause.strip()):
            if not (is_part and meaning in found):
                found.setdefault(meaning, []).append(value)
    return {
        meaning: Spoken(max(values) if meaning == "households" else sum(values), len(values) > 1)
        for meaning, values in found.items()
    }


@lru_cache(maxsize=100_000)
def _clause_amounts(clause: str) -> tuple[tuple[str, int | Decimal, bool], ...]:
    """Meaning, value and whether it is a part of the one before. Clauses repeat through a list, so they are kept."""
    if simple := _SIMPLE_CLAUSE.fullmatch(clause):
        return _simple_amount(*simple.groups())
    if not any(sign.isdigit() for sign in clause):
        return ()
    amounts = []
    for quantity in find_quantities(clause):
        start, end = quantity.span or (0, len(clause))
        sentence = max(clause.rfind(sign, 0, start) for sign in (". ", "! ")) + 1
        before = fold(clause[sentence:start])
        meaning = _spoken_of(quantity.measure, f"{before} {fold(_rest_of(clause, end))}")
        if not meaning:
            continue
        try:
            value = to_m2(quantity) if meaning == "land" else quantity.amount
            amounts.append((meaning, _bounded(value, AMOUNTS[meaning]), _PART_OF in before))
        except ValueError:
            continue  # a sào of unknown size, or a figure nobody would believe: not read, the sentence stays
    return tuple(amounts)


def _simple_amount(
    whole: str, part: str | None, scale: str | None, unit: str
) -> tuple[tuple[str, int | Decimal, bool], ...]:
    """The amount of a clause in one of the usual forms; they are most of a list, and reading them freely costs most."""
    meaning, worth = _SIMPLE_UNITS[unit]
    digits = whole.replace(".", "")
    amount = Decimal(f"{digits}.{part}") if part else int(digits)
    try:
        return ((meaning, _bounded(amount * worth * _SIMPLE_SCALES[scale], AMOUNTS[meaning]), False),)
    except Wrong:
        return ()


def _rest_of(clause: str, end: int) -> str:
    """What follows a figure up to the next comma: there stands what was counted."""
    return clause[end:].split(", ", 1)[0][:80]


def _spoken_of(measure: str | None, clause: str) -> str | None:
    if measure in AMOUNTS["land"].measures:
        return "land" if clause.strip() == "" or any(word in clause for word in _ACRE_WORDS) else None
    if measure == "person":
        if any(word in clause for word in _GAIN_WORDS):
            return "beneficiaries"
        return "members" if any(word in clause for word in _MEMBER_WORDS) else None
    return {"day": "labour", "vnd": "money", "household": "households"}.get(measure or "")


BEARER_KEYS = tuple(BEARER_MEANINGS.values())
