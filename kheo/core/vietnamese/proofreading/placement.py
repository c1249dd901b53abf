"""Two places of the tone mark in one text: hoà and hòa."""

from collections.abc import Iterator

from kheo.core.vietnamese.proofreading.marks import Kind, Mark
from kheo.core.vietnamese.tones import Style, tone_moves


def mixed_placement(text: str, style: Style, beside: str = "") -> Iterator[Mark]:
    """Words whose mark is not where the style wants it, if others (also in the text beside) have it there."""
    moves = list(tone_moves(text, style))
    other: Style = "new" if style == "old" else "old"
    if not moves or not any(any(tone_moves(part, other)) for part in (text, beside)):
        return
    for at, pair in moves:
        start, end = at, at + len(pair)
        while start and text[start - 1].isalpha():
            start -= 1
        mend = text[start:at] + pair
        advice = f"Trong bài có cả hai cách đặt dấu thanh; nên viết thống nhất: “{mend}”."
        yield Mark(start, end, Kind.TONE, text[start:end], advice, mend)
