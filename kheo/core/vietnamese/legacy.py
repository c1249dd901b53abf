"""Text in the old font codes TCVN3 (ABC) and VNI-Windows to Unicode, and the encoding of a file nobody labelled."""

import codecs
import re
from collections.abc import Callable
from itertools import islice

from kheo.core.vietnamese.syllables import is_syllable
from kheo.core.vietnamese.text import nfc

# Words and bytes looked at: enough to tell, and a file of 50 MB is told as fast as a page.
_SAMPLE, _SAMPLE_BYTES = 2000, 100_000

# TCVN 5712:1993, as the bytes look in Latin 1; one row of the code page a line. Its combining marks (B0-B4) are left
# alone: the ABC fonts do not use them and people type ° and ² there.
# fmt: off
_TCVN3 = dict(zip(
    (chr(code) for code in range(0xA1, 0x100) if not 0xB0 <= code <= 0xB4),
    "ĂÂÊÔƠƯĐăâêôơưđẰ"
    "àảãáạẲằẳẵắẴ"
    "ẮẦẨẪẤỀặầẩẫấậèỂẻẽ"
    "éẹềểễếệìỉỄẾỒĩíịò"
    "Ổỏõóọồổỗốộờởỡớợù"
    "ỖủũúụừửữứựỳỷỹýỵỐ",
    strict=True,
))
# the marks typed after a base letter, and the letters they make: sắc huyền hỏi ngã nặng; the same under ^ and under ˘
_VNI_MARKS = {
    "ùøûõï": {"a": "áàảãạ", "e": "éèẻẽẹ", "o": "óòỏõọ", "ô": "ớờởỡợ", "u": "úùủũụ", "ö": "ứừửữự", "y": "ýỳỷỹ_"},
    "âáàåãä": {"a": "âấầẩẫậ", "e": "êếềểễệ", "o": "ôốồổỗộ"},
    "êéèúüë": {"a": "ăắằẳẵặ"},
}
_VNI_ALONE = dict(zip("íìæóòîñôö", "íìỉĩịỵđơư", strict=True))
# fmt: on
_VNI_PAIRS = {
    base + mark: letter
    for marks, letters in _VNI_MARKS.items()
    for base, accented in letters.items()
    for mark, letter in zip(marks, accented, strict=False)
    if letter != "_"
}
# The base decides the case of the letter; a mark may be typed in either case (Uyû, UYÛ).
_VNI = _VNI_PAIRS | _VNI_ALONE
_VNI |= {key[0] + key[1].upper(): value for key, value in _VNI_PAIRS.items()}
_VNI |= {key[0].upper() + key[1]: value.upper() for key, value in _VNI_PAIRS.items()}
_VNI |= {key.upper(): value.upper() for key, value in _VNI_PAIRS.items()}
_VNI |= {key.upper(): value.upper() for key, value in _VNI_ALONE.items()}
_VNI_PATTERN = re.compile("|".join(sorted(map(re.escape, _VNI), key=len, reverse=True)))

_TCVN3_TABLE = str.maketrans(_TCVN3)
_TCVN3_CODES = "".join(map(re.escape, _TCVN3))
_TCVN3_WORD = re.compile(f"[A-Za-z{_TCVN3_CODES}]+")
# Two ASCII capitals and no small letter: one capital alone is only the beginning of a name (Hµ).
_CAPITAL_WORD = re.compile(
    f"(?<![A-Za-z{_TCVN3_CODES}])[{_TCVN3_CODES}]*[A-Z][{_TCVN3_CODES}]*[A-Z][A-Z{_TCVN3_CODES}]*(?![a-z])"
)
_HIGH_WORD = re.compile(r"(?<![A-Za-z\u00a1-\u00ff])[A-Za-z\u00a1-\u00ff]*[\u00a1-\u00ff][A-Za-z\u00a1-\u00ff]*")
_PLAIN_WORD = re.compile(r"(?<![A-Za-z\u00a1-\u00ff])[A-Za-z]{2,}(?![A-Za-z\u00a1-\u00ff])")
_BEYOND_LATIN_1 = re.compile("[ĂăĐđĨĩŨũƠơƯư\u0300-\u036f\u1ea0-\u1ef9]")


def from_tcvn3(text: str) -> str:
    """TCVN3 (ABC) text as it looks when read as Latin 1 or cp1252 ("TriÖu Phong") to Unicode ("Triệu Phong").

    The capitals of the .VnTimeH fonts have the codes of small letters; a word typed in capitals, and every word of a
    line in capitals, comes out in capitals ("TRIÖU" → "TRIỆU").
    """
    return "\n".join(_line_from_tcvn3(line) for line in text.split("\n"))


def _line_from_tcvn3(line: str) -> str:
    if not _CAPITAL_WORD.search(line):
        return line.translate(_TCVN3_TABLE)
    line_in_capitals = not re.search("[a-z]", line)

    def convert(match: re.Match[str]) -> str:
        word = match[0].translate(_TCVN3_TABLE)
        return word.upper() if line_in_capitals or _CAPITAL_WORD.fullmatch(match[0]) else word

    return _TCVN3_WORD.sub(convert, line)


def from_vni(text: str) -> str:
    """VNI-Windows text as it looks when read as Latin 1 or cp1252 ("Trieäu Phong") to Unicode ("Triệu Phong")."""
    return _VNI_PATTERN.sub(lambda match: _VNI[match[0]], text)


def _gain(text: str, convert: Callable[[str], str]) -> float:
    """The share of words with a high letter that are Vietnamese when converted; 0 if no more are so than before.

    The plain words around must be Vietnamese as well for the most part, or it is a French sentence with one "où" in it.
    """
    if text.isascii() or _BEYOND_LATIN_1.search(text):
        return 0.0
    odd = [match[0] for match in islice(_HIGH_WORD.finditer(text), _SAMPLE)]
    plain = [match[0] for match in islice(_PLAIN_WORD.finditer(text), _SAMPLE) if not match[0].isupper()]
    if not odd or sum(map(is_syllable, plain)) < _MOSTLY * len(plain):
        return 0.0
    converted = [convert(word) for word in odd]
    before, after = sum(map(is_syllable, odd)), sum(map(is_syllable, converted))
    if after <= before or max(map(len, converted)) == 1:  # one letter alone proves nothing (où would be ó)
        return 0.0
    return after / len(odd)


_MOSTLY = 0.5  # of the plain words that are no abbreviations (UBND)
_ENOUGH = 0.7  # of the words with a high letter; the rest are names, abbreviations and typing mistakes


def looks_tcvn3(text: str) -> bool:
    """Whether this is TCVN3 read as Latin 1: most of its odd words are Vietnamese syllables only when converted."""
    gain = _gain(text, from_tcvn3)
    return gain >= _ENOUGH and gain >= _gain(text, from_vni)


def looks_vni(text: str) -> bool:
    """Whether this is VNI read as Latin 1: most of its odd words are Vietnamese syllables only when converted."""
    gain = _gain(text, from_vni)
    return gain >= _ENOUGH and gain > _gain(text, from_tcvn3)


_MARKED = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))


def decode(data: bytes) -> tuple[str, str]:
    """The text of a file of unknown encoding, as NFC, and the encoding: utf-8, utf-8-sig, utf-16, utf-16-le, utf-16-be,
    windows-1258, tcvn3, vni or windows-1252. Never fails; bytes that mean nothing become U+FFFD.

    UTF-8 is believed when it is valid; old font codes saved in it by a later program are converted too.
    """
    text, encoding = _decode_unicode(data)
    if text is None:
        text, encoding = _decode_eight_bits(data)
    elif looks_tcvn3(text):
        text, encoding = from_tcvn3(text), "tcvn3"
    elif looks_vni(text):
        text, encoding = from_vni(text), "vni"
    return nfc(text), encoding


def _decode_unicode(data: bytes) -> tuple[str | None, str]:
    for mark, encoding in _MARKED:
        if data.startswith(mark):
            return data.decode(encoding, errors="replace"), encoding
    sample = data[:4000]
    if sample.count(0) > len(sample) / 5:  # in UTF-16 every letter of Latin 1 has a zero on one side
        little = sample[1::2].count(0) >= sample[0::2].count(0)
        encoding = "utf-16-le" if little else "utf-16-be"
        return data.decode(encoding, errors="replace"), encoding
    try:
        return data.decode("utf-8"), "utf-8"
    except UnicodeDecodeError:
        return None, ""


def _decode_eight_bits(data: bytes) -> tuple[str, str]:
    """The reading that makes most of the words with a high letter Vietnamese; cp1252 if none does."""
    first = re.search(b"[\x80-\xff]", data).start()
    sample = data[max(0, first - 1000) : first + _SAMPLE_BYTES]
    validity = {encoding: _validity(read(sample)) for encoding, read in _EIGHT_BITS.items()}
    best = max(validity, key=lambda encoding: validity[encoding])  # the first of equals
    best = best if validity[best] else "windows-1252"
    return _EIGHT_BITS[best](data), best


_EIGHT_BITS: dict[str, Callable[[bytes], str]] = {
    "utf-8": lambda data: data.decode("utf-8", errors="replace"),  # cut off or damaged somewhere
    "windows-1258": lambda data: nfc(data.decode("cp1258", errors="replace")),
    "tcvn3": lambda data: from_tcvn3(data.decode("latin-1")),
    "vni": lambda data: from_vni(data.decode("cp1252", errors="replace")),
    "windows-1252": lambda data: data.decode("cp1252", errors="replace"),
}


def _validity(text: str) -> float:
    """The share of the words with a high letter that Vietnamese spelling allows."""
    words = [word for word in re.findall(r"[^\W\d_]+", text) if not word.isascii()]
    return sum(map(is_syllable, words)) / len(words) if words else 0.0
