"""What proofreading hands back: places in a text as given, each with a sentence of advice and, if sure, its mend."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """What is wrong at a place; `label` is its name on the screen."""

    FONT = "font"
    LETTERS = "letters"
    SYLLABLE = "syllable"
    TONE = "tone"
    DOUBLED = "doubled"
    SPACING = "spacing"
    CAPITALS = "capitals"
    BODY = "body"

    @property
    def label(self) -> str:
        return _LABELS[self]


_LABELS = {
    Kind.FONT: "Chữ của phông cũ",
    Kind.LETTERS: "Ký tự lạ",
    Kind.SYLLABLE: "Chính tả",
    Kind.TONE: "Vị trí dấu thanh",
    Kind.DOUBLED: "Lặp từ",
    Kind.SPACING: "Dấu câu, khoảng cách",
    Kind.CAPITALS: "Viết hoa",
    Kind.BODY: "Tên gọi đã thay đổi",
}


@dataclass(frozen=True, slots=True)
class Mark:
    """A place to look at: `text[start:end] == found`. `mend` replaces it; None where only a person can tell."""

    start: int
    end: int
    kind: Kind
    found: str
    advice: str
    mend: str | None = None


def mended(text: str, marks: Iterable[Mark]) -> str:
    """The text with every mend put in. Marks without one are left; of two that overlap the earlier counts."""
    parts, done = [], 0
    for mark in sorted(marks, key=lambda mark: (mark.start, mark.end)):
        if mark.mend is None or mark.start < done:
            continue
        parts += text[done : mark.start], mark.mend
        done = mark.end
    return "".join((*parts, text[done:]))
