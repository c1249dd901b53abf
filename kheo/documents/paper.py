"""What an official paper says, apart from which form it is written in and how it is drawn.

A `Paper` is plain text, numbers and days: no markup, no row of any table. `texts` builds papers, `typesetting` draws
them by a `Layout`, `keeping` turns them into JSON and back.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field, fields, is_dataclass
from datetime import date
from typing import Literal

from django.db.models import TextChoices

Align = Literal["left", "center", "right", "justify"]


class Form(TextChoices):
    """Whose form a paper is written in."""

    PARTY = "party", "Văn bản của Đảng"
    STATE = "state", "Văn bản hành chính nhà nước"


class PaperKind(TextChoices):
    """What kind of paper it is; its label is what stands in capitals over it."""

    SUBMISSION = "submission", "Tờ trình"
    DECISION = "decision", "Quyết định"
    ANNOUNCEMENT = "announcement", "Thông báo"
    CONCLUSION_NOTICE = "conclusion_notice", "Thông báo kết luận"
    LETTER = "letter", "Công văn"
    MEETING_MINUTES = "meeting_minutes", "Biên bản họp"
    COUNTING_MINUTES = "counting_minutes", "Biên bản kiểm phiếu"
    REPORT = "report", "Báo cáo"
    ACHIEVEMENT_REPORT = "achievement_report", "Báo cáo thành tích"
    INVITATION = "invitation", "Giấy mời"
    LIST = "list", "Danh sách"
    SCORE_SHEET = "score_sheet", "Phiếu chấm"
    REGISTRATION_FORM = "registration_form", "Phiếu đăng ký"
    PLEDGE = "pledge", "Giao ước thi đua"


# Codes of types in a symbol, the same in both forms (domain.md 4a; NĐ 30/2020, Phụ lục III). A kind that is not in
# the table bears no number: it goes with another paper, or is filled in by hand.
TYPE_CODES = {
    PaperKind.SUBMISSION: "TTr",
    PaperKind.DECISION: "QĐ",
    PaperKind.ANNOUNCEMENT: "TB",
    PaperKind.CONCLUSION_NOTICE: "TB",
    PaperKind.LETTER: "CV",
    PaperKind.MEETING_MINUTES: "BB",
    PaperKind.COUNTING_MINUTES: "BB",
    PaperKind.REPORT: "BC",
    PaperKind.ACHIEVEMENT_REPORT: "BC",
    PaperKind.INVITATION: "GM",
}


# What stands over a paper where that is less than its kind's name; the trích yếu says the rest.
TITLES = {
    PaperKind.LETTER: "",
    PaperKind.MEETING_MINUTES: "Biên bản",
    PaperKind.CONCLUSION_NOTICE: "Thông báo",
}


@dataclass(frozen=True)
class Ground:
    """A căn cứ: why the paper may be issued, without dash and end mark ("Căn cứ Quy định số 399-QĐ/TW ...")."""

    text: str


@dataclass(frozen=True)
class Heading:
    """A heading of the body with its number in it: "I. KẾT QUẢ" (level 1), "1. Kết quả" (level 2)."""

    text: str
    level: int = 1


@dataclass(frozen=True)
class Paragraph:
    """A paragraph; `lead` is said first, in bold."""

    text: str
    lead: str = ""
    align: Align = "justify"
    italic: bool = False


@dataclass(frozen=True)
class Article:
    """An article of a decision (Điều 1.), with its further paragraphs."""

    number: int
    text: str
    more: tuple[str, ...] = ()


@dataclass(frozen=True)
class Centred:
    """A bold line in the middle: who decides, QUYẾT ĐỊNH, a resolving line."""

    text: str


@dataclass(frozen=True)
class Blank:
    """Something to be written by hand: its label, then dots to the end of the line, and more dotted lines."""

    label: str
    lines: int = 1


@dataclass(frozen=True)
class Column:
    """A column of a table; `share` is its part of the width."""

    heading: str
    share: float = 1
    align: Align = "left"


@dataclass(frozen=True)
class Table:
    """A table with lines; its headings are repeated on each page. Rows in `strong` (their places) are bold."""

    columns: tuple[Column, ...]
    rows: tuple[tuple[str, ...], ...]
    strong: tuple[int, ...] = ()


@dataclass(frozen=True)
class Signer:
    """Who signs: by what authority ("T/M BAN THƯỜNG VỤ"), as what ("BÍ THƯ"), the name; blanks are left to be filled."""

    title: str
    name: str = ""
    authority: str = ""


@dataclass(frozen=True)
class Signatures:
    """Signers side by side within the body: thư ký and chủ trì of a meeting, members of a panel."""

    signers: tuple[Signer, ...]


Block = Ground | Heading | Paragraph | Article | Centred | Blank | Table | Signatures


@dataclass(frozen=True)
class Office:
    """Who issues papers, as their heads and ends name it; `keeper` is where the copy is filed (Lưu)."""

    form: Form
    issuer: str
    superior: str = ""
    symbol: str = ""
    place: str = ""
    signer: Signer | None = None
    keeper: str = ""

    @property
    def filed(self) -> str:
        """The last line of Nơi nhận."""
        return f"Lưu: {self.keeper or 'VT'}" if self.form == Form.STATE else f"Lưu {self.keeper or 'Đảng ủy'}"


@dataclass(frozen=True)
class Annex:
    """What goes with a paper, from a new page on: an attached list."""

    title: str
    about: str
    body: tuple[Block, ...]
    landscape: bool = False


@dataclass(frozen=True)
class Paper:
    """An official paper.

    `symbol` is the code of the issuing body (ĐU, UBND, BTGDVTU); the code of the type is the kind's. Without `number`
    and `on` the paper leaves with blanks to be written by hand: the office's own register numbers it. `about` is the
    trích yếu as it stands on paper; `decider` the body that decides, where a line of its own names it.
    """

    kind: PaperKind
    form: Form
    issuer: str
    about: str
    body: tuple[Block, ...]
    superior: str = ""
    symbol: str = ""
    number: str | None = None
    place: str = ""
    on: date | None = None
    heading: str = ""
    decider: str = ""
    addressees: tuple[str, ...] = ()
    signer: Signer | None = None
    recipients: tuple[str, ...] = ()
    annexes: tuple[Annex, ...] = field(default=())

    @property
    def title(self) -> str:
        """What stands in capitals over the paper; an official letter has nothing there."""
        return self.heading or TITLES.get(self.kind, PaperKind(self.kind).label)


def words_of(thing: object) -> Iterator[str]:
    """Every text of a paper or a part of it, in its order."""
    if isinstance(thing, TextChoices):
        return
    if isinstance(thing, str):
        yield thing
    elif isinstance(thing, tuple):
        for one in thing:
            yield from words_of(one)
    elif is_dataclass(thing):
        for one in fields(thing):
            yield from words_of(getattr(thing, one.name))
