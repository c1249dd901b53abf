"""Amounts with their unit of measure, from a cell or out of a sentence: "85,5 triệu đồng", "hiến hơn 1.000 m² đất"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cache

from kheo.core.vietnamese.numerals import NotANumber, plain_spaces, read_number, says_nothing, shown
from kheo.core.vietnamese.text import compose, fold

# Northern, central and southern sào; the same word, three areas, so a caller must say which.
SAO_M2 = {"north": Decimal(360), "central": Decimal(500), "south": Decimal(1000)}
_SQUARE_METRES = {"m2": Decimal(1), "ha": Decimal(10_000), "km2": Decimal(1_000_000)}
_SAO = {"sao": 1, "mau": 10}

# measure, and what is written for it (longest first where one begins another)
_WRITTEN = {
    "km2": ("km2", "km²", "ki-lô-mét vuông"),
    "m2": ("m2", "m²", "m^2", "mét vuông"),
    "m3": ("m3", "m³", "m^3", "mét khối"),
    "ha": ("héc-ta", "hécta", "hecta", "héc ta", "ha"),
    "sao": ("sào",),
    "mau": ("mẫu",),
    "km": ("ki-lô-mét", "kilômét", "km"),
    "m": ("mét dài", "mét", "md", "m"),
    "kg": ("ki-lô-gam", "kg"),
    "ton": ("tấn",),
    "day": ("ngày công lao động", "ngày công", "công lao động"),
    "household": ("hộ gia đình", "hộ dân", "hộ", "gia đình"),
    "person": ("lượt người", "nhân khẩu", "người dân", "người"),
    "vnd": ("đồng", "vnđ", "vnd", "đ"),
}
_WHOLE = {"household": "số hộ", "person": "số người"}  # things that are not cut in parts
_SCALES = {"nghìn": 10**3, "ngàn": 10**3, "triệu": 10**6, "tr": 10**6, "tỷ": 10**9, "tỉ": 10**9}
_MONEY_SCALES = {"triệu", "tr", "tỷ", "tỉ"}

# đồng chí, đồng bào, đồng hồ ... are not money
_NOT_MONEY = "chí|bào|hồ|đội|nghiệp|phục|hương|minh|ý|thuận|cỏ|ruộng"
# after a bare "20 triệu" only these may follow, or the sentence counts something else ("2 triệu cây xanh")
_AFTER_MONEY = "và|để|cho|từ|của|trong|bằng|tiền|do|với|nhằm|hỗ trợ|xây|làm|mua|tu sửa|vào|cùng|theo|trên"
_ABOUT = "hơn|trên|gần|khoảng|chừng|ước|tính|đạt|xấp|xỉ|tổng|số|cộng|~|≈"
# "từ 10 đến 15 hộ", "từ 15 hộ xuống còn 3 hộ": which of the two is meant, the words do not say
_TO = "đến|tới|lên|xuống|còn|xuống còn"
# after these a number is a name, not the first group of "2 182"
_LABELS = "thôn|xóm|tổ|khu|ấp|số|năm|quý|tháng|ngày|đội|cụm|khóa|đợt|bản|lớp|cấp"


# plain spaces may part thousands too; which forms are numbers is decided in numerals.py
_NUMBER = r"\d{1,3}(?: \d{3})+(?!\d)(?:,\d+)?|\d+(?:[.,]\d+)*"

_RATE = re.compile(r"\s*/\s*[^\W\d]")  # 85 triệu đồng/hộ, but not 42 hộ/168 khẩu


@dataclass(frozen=True)
class Quantity:
    """An amount and its measure: m2, ha, km2, sao, mau, m3, m, km, kg, ton, day (ngày công), household, person, vnd.

    The measure is None when no unit was written. `span` is where it stood in the NFC text, and is not compared.
    """

    amount: Decimal
    measure: str | None = None
    span: tuple[int, int] | None = field(default=None, compare=False)


@dataclass(frozen=True)
class _Grammar:
    """The compiled forms for one way of writing: with accents, or all in ASCII as on a telex machine."""

    in_prose: re.Pattern[str]
    in_cell: re.Pattern[str]
    goes_on_as_money: re.Pattern[str]
    ends_a_range: re.Pattern[str]
    goes_on_as_range: re.Pattern[str]
    range_endings: tuple[str, ...]
    labels_a_number: re.Pattern[str]
    measures: dict[str, str]
    scales: dict[str, int]
    money_scales: frozenset[str]


@cache
def _grammar(*, accented: bool) -> _Grammar:
    spell = str if accented else fold
    # Without accents sào and mẫu would be sao (a star of OCOP) and mau, đ a bare letter: those must be written in full.
    shunned = set() if accented else {"sao", "mau", "tan", "d"}
    measures = {spell(word): measure for measure, words in _WRITTEN.items() for word in words}
    measures = {word: measure for word, measure in measures.items() if word not in shunned}
    scales = {spell(word): size for word, size in _SCALES.items()}
    dong = spell("đồng")
    not_money = rf"{dong}(?!\s+(?:{spell(_NOT_MONEY)})\b)"
    units = "|".join(not_money if word == dong else _spaced(word) for word in sorted(measures, key=len, reverse=True))
    scale = rf"(?:{'|'.join(sorted(scales, key=len, reverse=True))})(?=\.?{spell('đ')}\b|(?![^\W\d_]))"
    measure = (
        rf"(?:\s*(?P<scale>{scale})\.?(?:\s*(?P<less>\d{{1,3}}(?:,\d+)?)\s*(?P<less_scale>{scale}))?)?"
        rf"(?:\s*(?P<unit>{units})(?![\w²³^]))?"
    )
    return _Grammar(
        in_prose=re.compile(rf"(?<![\w])(?<!\d[.,/])(?P<number>{_NUMBER}){measure}", re.IGNORECASE),
        in_cell=re.compile(
            rf"(?:(?:{spell(_ABOUT)})\s*){{0,4}}(?P<number>[-+−]?\d[\d., ]*?){measure}\s*[.;,]?", re.IGNORECASE
        ),
        goes_on_as_money=re.compile(rf"\s*(?:$|[,.;:)(\n]|(?:{spell(_AFTER_MONEY)})\b)", re.IGNORECASE),
        ends_a_range=re.compile(rf"\d\S*\s*(?:[–-]|(?:\S+\s+){{0,2}}(?:{spell(_TO)}))\s*$", re.IGNORECASE),
        range_endings=("-", "–", *spell(_TO).split("|")),
        goes_on_as_range=re.compile(rf"\s+(?:{spell(_TO)})\s+\d", re.IGNORECASE),
        labels_a_number=re.compile(rf"(?:^|[^\w])(?:{spell(_LABELS)})\s*$", re.IGNORECASE),
        measures=measures,
        scales=scales,
        money_scales=frozenset(map(spell, _MONEY_SCALES)),
    )


def _spaced(words: str) -> str:
    return r"\s+".join(map(re.escape, words.split()))


def _amount(match: re.Match[str], number: str, grammar: _Grammar) -> Quantity:
    """What a match says, with the measure None when it says none. Raises NotANumber."""
    amount = read_number(number)
    scale, unit = (match["scale"] or "").lower(), " ".join((match["unit"] or "").lower().split())
    measure = grammar.measures.get(unit)
    if scale:
        amount *= grammar.scales[scale]
        measure = measure or ("vnd" if scale in grammar.money_scales else None)
    if match["less"]:
        amount += read_number(match["less"]) * grammar.scales[match["less_scale"].lower()]
    if amount % 1 and (measure in _WHOLE or (measure == "vnd" and not scale)):
        raise NotANumber(
            f"“{shown(match[0])}”: {_WHOLE.get(measure, 'số đồng')} không thể lẻ. "
            "Hàng nghìn ghi bằng dấu chấm, ví dụ 1.152."
        )
    return Quantity(amount if amount % 1 else amount.to_integral_value(), measure)


def read_quantity(value: object) -> Quantity | None:
    """The one amount in a cell: "419,7 ha", "85,5 triệu đồng", " 43 hộ", "hơn 1.000 m²"; None when it says nothing.

    A number, or text that is only a number, has measure None. Text with words around is read when it holds exactly one
    amount and no other figure. Raises NotANumber, also for "1,5 hộ" and for rates ("85 triệu đồng/hộ").
    """
    if says_nothing(value):
        return None
    if not isinstance(value, str):
        return Quantity(read_number(value))
    text = plain_spaces(compose(value), trim=False)
    grammar = _grammar(accented=not text.isascii())
    if match := grammar.in_cell.fullmatch(text.strip()):
        return _amount(match, match["number"], grammar)
    found = list(_found(text))
    if len(found) == 1 and not re.search(r"\d", text[: found[0].span[0]] + text[found[0].span[1] :]):
        return found[0]
    raise NotANumber(f"“{shown(value)}” không rõ là bao nhiêu. Ví dụ ghi đúng: 1.152 m2, 85,5 triệu đồng, 43 hộ.")


def find_quantities(prose: str) -> list[Quantity]:
    """Every amount with a unit in a sentence, in order, each with its span in the NFC text.

    Left out, since silence is better than a guess: numbers without a unit, ranges ("10-15 hộ", "từ 10 đến 15 hộ"),
    rates ("85 triệu đồng/hộ"), and what counts something else ("2 triệu cây xanh", "5 đồng chí").
    """
    return list(_found(plain_spaces(compose(prose), trim=False)))


def _found(text: str) -> Iterator[Quantity]:
    grammar = _grammar(accented=not text.isascii())
    for match in grammar.in_prose.finditer(text):
        if not (match["unit"] or match["scale"]):
            continue
        before, after = text[max(0, match.start() - 30) : match.start()], text[match.end() : match.end() + 60]
        number = match["number"]
        start = match.start()
        if " " in number and grammar.labels_a_number.search(before):
            start += number.index(" ") + 1
            number = number.partition(" ")[2]
        if _RATE.match(after) or grammar.goes_on_as_range.match(after) or _ends_a_range(before, grammar):
            continue
        if not match["unit"] and not grammar.goes_on_as_money.match(after):
            continue
        try:
            quantity = _amount(match, number, grammar)
        except NotANumber:
            continue
        if quantity.measure:
            yield Quantity(quantity.amount, quantity.measure, span=(start, match.end()))


def _ends_a_range(before: str, grammar: _Grammar) -> bool:
    return before.rstrip().lower().endswith(grammar.range_endings) and bool(grammar.ends_a_range.search(before))


def to_m2(quantity: Quantity, *, sao: Decimal | int | None = None) -> Decimal:
    """The area in square metres. A sào differs by region, so `sao` (its m², see SAO_M2) must be given for sào and mẫu.

    Raises ValueError when the quantity is no area, or a sào without its size.
    """
    if quantity.measure in _SAO:
        if sao is None:
            raise ValueError("Sào, mẫu mỗi vùng một khác (360, 500 hoặc 1.000 m²): hãy ghi diện tích bằng m² hoặc ha.")
        return quantity.amount * _SAO[quantity.measure] * Decimal(sao)
    if quantity.measure not in _SQUARE_METRES:
        raise ValueError("Đây không phải là diện tích.")
    return quantity.amount * _SQUARE_METRES[quantity.measure]
