"""Numbers as Vietnamese write them: dot for thousands, comma for the decimal part; and what clerks type instead."""

import re
from decimal import Decimal

from kheo.core.vietnamese.text import nfc, squeeze

LONGEST = 24  # digits; what is longer is an account or a mistake, not an amount

# What stands in a cell where there is no figure. Zero is not among them, nor is "không" alone (it may mean zero).
_NOTHING = frozenset(
    "|-|--|---|–|—|_|…|..|...|/|không có|chưa có|không có số liệu|chưa có số liệu|không rõ|chưa rõ|không xác định"
    "|chưa xác định|chưa thống kê|n/a".split("|")
)

_FULL_WIDTH = str.maketrans("０１２３４５６７８９．，－＋−", "0123456789.,-+-")
_SPACES = "[ \u00a0\u2007\u2009\u202f]"
_ODD = re.compile("[\u00a0\u2007\u2009\u202f０-９．，－＋−]")

#  as typed                what it is                                      read as
#  1152                    digits                                          1152
#  1.152  1.152.000        dots, each followed by exactly three digits     thousands
#  80.125                  the same, even with one dot                     80125
#  1 152  1 152 000,5      spaces (no-break too) before three digits       thousands
#  419,7  0,125  1,234     one comma                                       decimal part, always
#  1.234,5                 dots then one comma                             1234.5
#  12.5  0.125  1234.567   one dot that cannot part thousands              decimal part
#  1,234,567  1,234.5      commas that cannot be decimal                   thousands, English
#  1.234.5  1,23,4  1e5    anything else                                   refused
_FORMS = tuple(
    (re.compile(pattern), group, decimal)
    for pattern, group, decimal in (
        (r"\d+(,\d+)?", "", ","),
        (r"[1-9]\d{0,2}(\.\d{3})+(,\d+)?", ".", ","),
        (rf"[1-9]\d{{0,2}}({_SPACES}\d{{3}})+(,\d+)?", " ", ","),
        (r"[1-9]\d{0,2}(,\d{3}){2,}(\.\d+)?", ",", "."),
        (r"[1-9]\d{0,2},\d{3}\.\d+", ",", "."),
        (r"\d+\.\d+", "", "."),
    )
)


class NotANumber(ValueError):
    """The text is no number; its message says so in Vietnamese, for the person who typed it."""


def says_nothing(value: object) -> bool:
    """Whether a cell holds no figure at all: None, blank, a dash, dots, "chưa có số liệu"."""
    return value is None or (isinstance(value, str) and squeeze(nfc(value)).lower() in _NOTHING)


def read_number(value: object) -> Decimal | None:
    """The number in a cell or a form field; None when it says nothing ("", "-", "…", "chưa có số liệu").

    int, float and Decimal are taken as they are. Text follows the table above _FORMS; in particular one dot before
    exactly three digits parts thousands ("1.152" is 1152) and one comma is always decimal ("1,234" is 1.234).
    Raises NotANumber.
    """
    if says_nothing(value):
        return None
    if isinstance(value, bool) or not isinstance(value, int | float | Decimal | str):
        raise NotANumber(f"“{value}” không phải là số.")
    if isinstance(value, str):
        return _from_text(value)
    number = Decimal(repr(value)) if isinstance(value, float) else Decimal(value)
    if not number.is_finite():
        raise NotANumber(f"“{value}” không phải là số.")
    return number


def _from_text(text: str) -> Decimal:
    plain = plain_spaces(text)
    sign, digits = (plain[0], plain[1:].lstrip()) if plain[:1] in {"-", "+"} else ("", plain)
    if sum(letter.isdigit() for letter in digits) > LONGEST:
        raise NotANumber(f"“{shown(text)}” quá dài để là một số.")
    for form, group, decimal in _FORMS:
        if digits.isascii() and form.fullmatch(digits):
            number = Decimal(digits.replace(group, "").replace(decimal, ".") if group else digits.replace(decimal, "."))
            return -number if sign == "-" else number
    raise NotANumber(f"“{shown(text)}” không phải là số. Ví dụ ghi đúng: 1.152 hoặc 419,7.")


def plain_spaces(text: str, *, trim: bool = True) -> str:
    """Every kind of space an ordinary one, full-width digits as ASCII, letter for letter; ends trimmed if wanted."""
    if _ODD.search(text):
        text = re.sub(_SPACES, " ", text.translate(_FULL_WIDTH))
    return text.strip() if trim else text


def shown(text: str) -> str:
    """What a message quotes of the text someone typed: one line, 40 characters."""
    text = squeeze(text)
    return text if len(text) <= 40 else text[:39] + "…"


def format_number(n: int | float | Decimal) -> str:
    """1234.5 → "1.234,5"; no trailing zeros. read_number gives the same number back."""
    number = n if isinstance(n, Decimal) else Decimal(repr(n) if isinstance(n, float) else n)
    if not number.is_finite():
        raise ValueError("Chỉ viết được số hữu hạn.")
    whole, _, part = f"{number:,f}".partition(".")
    part = part.rstrip("0")
    written = whole.replace(",", ".") + (f",{part}" if part else "")
    return "0" if written == "-0" else written
