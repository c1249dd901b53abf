"""Finds the stamp of a state secret in text: MẬT, TỐI MẬT, TUYỆT MẬT as a stamp, not the word in a sentence.

The three degrees are those of the law on protecting state secrets (29/2018/QH14, article 8); the stamp stands alone
below the number of the document or is named ("Độ mật: Tối mật"). Honey (mật ong) and secrecy in prose pass.
"""

import re
from collections.abc import Iterable

from kheo.core.vietnamese import clean

SECRET = (
    "Tệp có dấu “{stamp}”. Tài liệu bí mật nhà nước không được đưa vào phần mềm này; tệp đã bị xóa, không giữ lại gì. "
    "Hãy báo người phụ trách bảo mật của cơ quan."
)

MAT, TOI_MAT, TUYET_MAT = "MẬT", "TỐI MẬT", "TUYỆT MẬT"

# A piece of text that is nothing but this, its spaces and signs taken out, is a stamp. Large letters exactly.
LARGE = {
    "MẬT": MAT,
    "TỐIMẬT": TOI_MAT,
    "TUYỆTMẬT": TUYET_MAT,
    "TOIMAT": TOI_MAT,
    "TUYETMAT": TUYET_MAT,
    "TÀILIỆUMẬT": MAT,
    "VĂNBẢNMẬT": MAT,
    "DẤUMẬT": MAT,
    "MẬTHỎATỐC": MAT,
    "HỎATỐCMẬT": MAT,
    "MẬTKHẨN": MAT,
    "KHẨNMẬT": MAT,
    "MẬTTHƯỢNGKHẨN": MAT,
    "THƯỢNGKHẨNMẬT": MAT,
    # TCVN3 writes large letters with a font of their own over small codes; VNI writes the mark as a second letter.
    "mËt": MAT,
    "MËT": MAT,
    "MAÄT": MAT,
    "MAÂT": MAT,
    "TOÁIMAÄT": TOI_MAT,
    "TUYEÄTMAÄT": TUYET_MAT,
}
# The same in letters of any size: these words have no other use alone on a line.
ANY_SIZE = {
    "tốimật": TOI_MAT,
    "tuyệtmật": TUYET_MAT,
    "tèimët": TOI_MAT,
    "tuyötmët": TUYET_MAT,
    "tàiliệutốimật": TOI_MAT,
    "tàiliệutuyệtmật": TUYET_MAT,
}
DEGREES = {"mật": MAT, "tốimật": TOI_MAT, "tuyệtmật": TUYET_MAT}
# "Độ mật: Tối mật", "Mức độ mật - MẬT"; what follows must not go on as another word ("mật ong", "mật độ").
_END = r"(?=\s*(?:$|[.,;:)\]\n]))"
NAMED = re.compile(rf"(?:mức\s+)?độ\s+(?:bảo\s+)?mật\s*[:：=–-]+\s*[(\[“\"]?\s*(tuyệt\s*mật|tối\s*mật|mật){_END}", re.M)
LABELS = {"độmật", "mứcđộmật", "độbảomật", "mứcđộbảomật"}
# Two columns read as one line: the number before the stamp, or the place and day after it.
AFTER_NUMBER = re.compile(r"^Số\s*:?\s*(?=\S*[-/])\S+\s+(TUYỆT\s*MẬT|TỐI\s*MẬT|MẬT)(?=\s|$)", re.M)
BEFORE_DAY = re.compile(r"^(TUYỆT\s*MẬT|TỐI\s*MẬT|MẬT)\s+[^\n,]{2,40},\s*ngày\b", re.M)

_PIECES = re.compile(r"\n|\t|\|| {2,}")
_SIGNS = re.compile(r"[\W_\d]+")
_ODD_SPACES = re.compile("[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]")
_BRACKETED = re.compile(r"[(\[{]([^)\]}]+)[)\]}]")
BLOCK = 100_000  # characters looked at together
KEPT_LINES = 3  # of a block go into the next: a label may stand above its degree
LONGEST = 60  # characters of a piece that could be a stamp, letters spaced apart


def stamp_in(text: str) -> str | None:
    """The degree stamped on a text (several lines), or None. Accents in any form; letters may stand apart."""
    text = _ODD_SPACES.sub(" ", clean(text)[0])
    return _alone(_PIECES.split(text)) or _named(text)


class Watch:
    """Looks at lines as they come, block by block, so that a long document never stands whole in memory."""

    def __init__(self):
        self.block: list[str] = []
        self.size = 0
        self.found: str | None = None

    def see(self, line: str) -> None:
        """One more line."""
        self.block.append(line)
        self.size += len(line) + 1
        if self.size > BLOCK:
            self.end()
            self.block = self.block[-KEPT_LINES:]
            self.size = 0

    def end(self) -> str | None:
        """The degree found in all that was seen, or None."""
        self.found = self.found or stamp_in("\n".join(self.block))
        return self.found


def stamp_in_name(name: str) -> str | None:
    """The degree that a file's name says as a whole or in brackets: "(MẬT) Bao cao.pdf"."""
    stem = clean(name)[0].rpartition(".")[0] or name
    return _alone([stem, *_BRACKETED.findall(stem)])


def _alone(pieces: Iterable[str]) -> str | None:
    label = False
    for piece in pieces:
        if len(piece) > LONGEST or not (bare := _SIGNS.sub("", piece)):
            label = label and not piece.strip(" :.…")
            continue
        small = bare.lower()
        if found := LARGE.get(bare) or ANY_SIZE.get(small) or (label and DEGREES.get(small)):
            return found
        label = small in LABELS
    return None


def _named(text: str) -> str | None:
    # Thousands of blank lines or spaces, which a file made to hurt may hold, would be tried in every combination.
    text = "\n".join(filter(None, (" ".join(line.split()) for line in text.split("\n"))))
    for pattern, searched in ((NAMED, text.lower()), (AFTER_NUMBER, text), (BEFORE_DAY, text)):
        if found := pattern.search(searched):
            return DEGREES["".join(found[1].lower().split())]
    return None
