"""Stretches of a text that are none of the proofreader's business: addresses, file names, words of other languages."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator

# For a set in a pattern; Python's `re` has no class of its own for them.
CAPITAL_LETTERS = "A-ZÀ-ÃÈ-ÊÌÍÒ-ÕÙÚÝĂĐĨŨƠƯẠẢẤẦẨẪẬẮẰẲẴẶẸẺẼẾỀỂỄỆỈỊỌỎỐỒỔỖỘỚỜỞỠỢỤỦỨỪỬỮỰỲỴỶỸ"

# Read chunk by chunk: a pattern that may begin anywhere in a long run without spaces would be slow there.
_CHUNK = re.compile(r"\S+")
_ADDRESS = re.compile(
    r"://|@|www\.|\\|[A-Za-z0-9]\.(?:vn|com|org|net|gov|edu|info|io|docx?|xlsx?|pptx?|pdf|jpe?g|png|zip|html?|csv|txt)(?![A-Za-z])"
)
_AROUND = "“”\"'‘’«»()[]{}<>,;:!?."


class Places:
    """Stretches in order that do not overlap, to be asked whether one of them covers a place."""

    def __init__(self, stretches: Iterable[tuple[int, int]]) -> None:
        self._stretches = list(stretches)

    def around(self, at: int) -> tuple[int, int] | None:
        """The stretch that covers a place."""
        before = bisect_right(self._stretches, at, key=lambda stretch: stretch[0])
        return self._stretches[before - 1] if before and at < self._stretches[before - 1][1] else None

    def cover(self, at: int) -> bool:
        return self.around(at) is not None


def addresses(text: str) -> Places:
    """Where web and mail addresses and file names stand, without the brackets and stops around them."""
    return Places(_addresses(text) if _ADDRESS.search(text) else ())


def _addresses(text: str) -> Iterator[tuple[int, int]]:
    for chunk in _CHUNK.finditer(text):
        if _ADDRESS.search(chunk[0]):
            left = len(chunk[0]) - len(chunk[0].lstrip(_AROUND))
            yield chunk.start() + left, max(chunk.start() + left, chunk.start() + len(chunk[0].rstrip(_AROUND)))


def quotations(text: str) -> Places:
    """What stands between “ and ”, inner quotations included; one that is never closed ends with its line."""
    return Places(_quotations(text))


def _quotations(text: str) -> Iterator[tuple[int, int]]:
    depth = start = 0
    for sign in re.finditer("[“”\n]", text):
        if sign[0] == "“":
            start = start if depth else sign.start()
            depth += 1
        elif depth:
            depth = 0 if sign[0] == "\n" else depth - 1
            if not depth:
                yield start, sign.end()
