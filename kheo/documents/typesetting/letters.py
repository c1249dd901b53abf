"""The fonts that papers are set in: which letters they hold, and how wide a text is."""

import struct
from functools import cache
from pathlib import Path

from PIL import ImageFont

FONTS = Path(__file__).resolve().parents[1] / "fonts"
FAMILY = "Liberation Serif"  # the measures of Times New Roman, and every Vietnamese letter
OFFICE_FAMILY = "Times New Roman"  # what the same letters are called on the machines of an office
FACES = {
    (False, False): "LiberationSerif-Regular.ttf",
    (True, False): "LiberationSerif-Bold.ttf",
    (False, True): "LiberationSerif-Italic.ttf",
    (True, True): "LiberationSerif-BoldItalic.ttf",
}
MM_PER_PT = 25.4 / 72
_EM = 1000
_SPACES = "\n\u200b"


class MissingLetter(ValueError):
    """A letter that the fonts of papers do not hold; the message names it and the passage it stands in."""

    def __init__(self, letter: str, passage: str):
        self.letter, self.passage = letter, passage
        shown = passage if len(passage) <= 60 else passage[:59] + "…"
        super().__init__(
            f"Chữ “{letter}” (U+{ord(letter):04X}) không có trong phông chữ của văn bản, ở chỗ “{shown}”. "
            "Hãy thay hoặc bỏ chữ ấy rồi làm lại."
        )


def require_letters(text: str) -> None:
    """Raises MissingLetter at the first letter that would be a hole on paper."""
    for letter in text:
        if letter not in _SPACES and ord(letter) not in letters():
            raise MissingLetter(letter, text)


@cache
def letters() -> frozenset[int]:
    """Code points that all four faces hold."""
    return frozenset.intersection(*(character_map(FONTS / name) for name in FACES.values()))


def character_map(path: Path) -> frozenset[int]:
    """The code points of a TrueType font, from its table of segments (cmap, format 4)."""
    font = path.read_bytes()
    start = _table(font, b"cmap")
    count = struct.unpack_from(">H", font, start + 2)[0]
    for record in range(count):
        platform, encoding, offset = struct.unpack_from(">HHL", font, start + 4 + 8 * record)
        if (platform, encoding) == (3, 1) and struct.unpack_from(">H", font, start + offset)[0] == 4:
            return frozenset(_segments(font, start + offset))
    raise ValueError(f"{path.name} has no table of Unicode letters")


def _table(font: bytes, tag: bytes) -> int:
    for record in range(struct.unpack_from(">H", font, 4)[0]):
        name, _, offset, _ = struct.unpack_from(">4sLLL", font, 12 + 16 * record)
        if name == tag:
            return offset
    raise ValueError(f"the font has no table {tag!r}")


def _segments(font: bytes, at: int) -> list[int]:
    """Code points with a glyph in a subtable of format 4 (OpenType, cmap): ends, a pad, starts, deltas, offsets."""
    double = struct.unpack_from(">H", font, at + 6)[0]
    found = []
    for place in range(0, double, 2):
        end, start = (struct.unpack_from(">H", font, at + place + skip)[0] for skip in (14, 16 + double))
        delta, offset = (struct.unpack_from(">H", font, at + place + 16 + skip * double)[0] for skip in (2, 3))
        for code in range(start, min(end, 0xFFFE) + 1):
            glyph = code
            if offset:
                here = at + place + 16 + 3 * double + offset + 2 * (code - start)
                glyph = struct.unpack_from(">H", font, here)[0]
            if glyph and (glyph + delta) & 0xFFFF:
                found.append(code)
    return found


def width_mm(text: str, size: float, *, bold: bool = False, italic: bool = False) -> float:
    """How wide a line of text is at a size in pt."""
    return _face(bold, italic).getlength(text) / _EM * size * MM_PER_PT


@cache
def _face(bold: bool, italic: bool) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(str(FONTS / FACES[bold, italic]), _EM, layout_engine=ImageFont.Layout.BASIC)
