"""How large a name may be, and where its lines break, so that it fits the sheet whatever its length."""

from dataclasses import dataclass

from kheo.documents.typesetting.letters import width_mm

NAME_WIDTH = 225.0  # mm between the sides of the frame, with some air
SIZES: tuple[float, ...] = (32, 30, 28, 26, 24, 22, 20, 18, 16, 14, 12, 11)  # pt
FEW_LINES, MOST_LINES = 2, 3
TWO_LINE_SIZE = 20  # pt: below it a third line is better than smaller letters


@dataclass(frozen=True)
class Fitted:
    """Lines of a name and their size in pt."""

    lines: tuple[str, ...]
    size: float


def fit(name: str, width: float = NAME_WIDTH, sizes: tuple[float, ...] = SIZES) -> Fitted:
    """The largest size at which the name takes at most two lines, or three where two would make it small."""
    for size in sizes:
        lines = broken(name, size, width)
        if len(lines) <= (FEW_LINES if size >= TWO_LINE_SIZE else MOST_LINES):
            return Fitted(lines, size)
    return Fitted(broken(name, sizes[-1], width), sizes[-1])


def broken(text: str, size: float, width: float) -> tuple[str, ...]:
    """The text in lines no wider than the width; a word that is wider is parted."""
    lines = [""]
    for word in text.split():
        joined = f"{lines[-1]} {word}".strip()
        if width_mm(joined, size, bold=True) <= width:
            lines[-1] = joined
            continue
        if not lines[-1]:
            lines.pop()
        *full, rest = parted(word, size, width)
        lines += [*full, rest]
    return tuple(lines)


def parted(word: str, size: float, width: float) -> list[str]:
    """A word in pieces that fit; one piece where it fits as it is."""
    pieces = [""]
    for letter in word:
        if width_mm(pieces[-1] + letter, size, bold=True) > width:
            pieces.append("")
        pieces[-1] += letter
    return pieces
