"""Whole numbers in Vietnamese words, as decisions and receipts write them."""

NEGATIVE = "âm"
LARGEST = 10**18

_DIGITS = "không một hai ba bốn năm sáu bảy tám chín".split()
_LAST_DIGIT = {1: "mốt", 4: "tư", 5: "lăm"}  # after hai mươi ... chín mươi; after mười only lăm
_THOUSANDS = ("", "nghìn", "triệu")


def in_words(n: int) -> str:
    """2026 → "hai nghìn không trăm hai mươi sáu"; from -10**18 to 10**18.

    Northern official usage: linh (not lẻ), nghìn (not ngàn), tỷ; 104 is "một trăm linh bốn", 24 "hai mươi tư" (as
    CLDR's spell-out rules for vi). Empty groups are left out: 1.000.005 is "một triệu không trăm linh năm".
    Raises TypeError for what is not a whole number, ValueError beyond the range.
    """
    if isinstance(n, bool) or not isinstance(n, int):
        raise TypeError(f"in_words reads whole numbers, not {type(n).__name__}")
    if abs(n) > LARGEST:
        raise ValueError("Số quá lớn để viết bằng chữ (tối đa một tỷ tỷ).")
    if n == 0:
        return _DIGITS[0]
    words = _positive(abs(n), leading=True)
    return " ".join([NEGATIVE, *words] if n < 0 else words)


def _positive(n: int, *, leading: bool) -> list[str]:
    """Words of n > 0; `leading` when nothing stands before it, so hundreds that are zero are not said."""
    billions, rest = divmod(n, 10**9)
    words = []
    if billions:
        words = [*_positive(billions, leading=leading), "tỷ"]
    for power in (2, 1, 0):
        group = rest // 1000**power % 1000
        if group:
            words += _group(group, leading=leading and not words)
            words += [_THOUSANDS[power]] if power else []
    return words


def _group(n: int, *, leading: bool) -> list[str]:
    """Words of one to three digits."""
    hundreds, rest = divmod(n, 100)
    tens, ones = divmod(rest, 10)
    says_hundreds = hundreds > 0 or not leading
    words = [_DIGITS[hundreds], "trăm"] if says_hundreds else []
    if tens > 1:
        return words + [_DIGITS[tens], "mươi"] + ([_LAST_DIGIT.get(ones, _DIGITS[ones])] if ones else [])
    if tens == 1:
        return words + ["mười"] + ([_LAST_DIGIT[5] if ones == 5 else _DIGITS[ones]] if ones else [])
    if ones:
        return words + (["linh"] if says_hundreds else []) + [_DIGITS[ones]]
    return words
