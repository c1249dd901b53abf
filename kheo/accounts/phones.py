"""Vietnamese phone numbers in one form, so that a number typed in any habit finds its owner."""

import re

LOOKS_LIKE = re.compile(r"[\d\s.,+()/-]{9,24}")
VALID = re.compile(r"0\d{9,10}")


class NotAPhone(ValueError):
    """Not a number that a Vietnamese telephone has. Its text is the sentence the user reads."""


def phone_digits(text: str) -> str:
    """One form for all: "+84 912 345 678", "0084912345678" and "0912.345.678" all give "0912345678"."""
    digits = re.sub(r"[^\d+]", "", text)
    return re.sub(r"^(\+84|0084|84(?=\d{9}$))0?", "0", digits)


def read_phone(text: str) -> str:
    """The number in its one form, "" for nothing. A spreadsheet that lost the first 0 is forgiven (9 digits)."""
    if not text.strip():
        return ""
    digits = phone_digits(text)
    if re.fullmatch(r"[1-9]\d{8}", digits):
        digits = f"0{digits}"
    if not LOOKS_LIKE.fullmatch(text.strip()) or not VALID.fullmatch(digits):
        raise NotAPhone("Số điện thoại gồm 10 hoặc 11 chữ số, bắt đầu bằng 0, ví dụ 0912 345 678.")
    return digits
