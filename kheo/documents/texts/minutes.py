"""Biên bản: of a meeting of the panel, and of counting its ballots."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from kheo.core.vietnamese import format_number
from kheo.documents.paper import (
    Block,
    Column,
    Heading,
    Office,
    Paper,
    PaperKind,
    Paragraph,
    Signatures,
    Signer,
    Table,
)
from kheo.documents.texts.parts import NUMBER, Listed, bulleted, form_of, list_table, said


@dataclass(frozen=True)
class Tally:
    """Votes for one name of a ballot."""

    name: str
    agreed: int
    disagreed: int
    silent: int = 0  # neither ticked
    apart: int = 0  # members who do not vote on this name
    share: str = ""  # of agreement, where the rule counts it of something else than the valid ballots


class Unequal(ValueError):
    """Counts that cannot be true together; the message says which."""


def at(moment: datetime) -> str:
    """08 giờ 30 phút, ngày 09 tháng 10 năm 2026."""
    return f"{moment.hour:02} giờ {moment.minute:02} phút, ngày {moment:%d} tháng {moment:%m} năm {moment.year}"


def meeting_minutes(
    office: Office,
    *,
    meeting: str,
    began: datetime,
    ended: datetime,
    where: str,
    chair: Signer,
    secretary: Signer,
    present: Sequence[str],
    absent: Sequence[str] = (),
    invited: int = 0,
    matters: Sequence[tuple[str, str]] = (),
    rows: Sequence[Listed] = (),
    conclusions: Sequence[str] = (),
    **rest: Any,
) -> Paper:
    """`matters` are what was dealt with and what was said; `rows` the models that the meeting agreed on."""
    of = f"/{invited:02} thành viên được triệu tập" if invited else " thành viên"
    body: tuple[Block, ...] = (
        Paragraph(at(began), lead="Thời gian bắt đầu:"),
        Paragraph(where, lead="Địa điểm:"),
        Paragraph(f"{chair.name} - {chair.title}", lead="Chủ trì:"),
        Paragraph(f"{secretary.name} - {secretary.title}", lead="Thư ký:"),
        Paragraph(f"{len(present):02}{of}: {'; '.join(present)}.", lead="Thành phần có mặt:"),
        Paragraph(f"{'; '.join(absent)}." if absent else "Không.", lead="Vắng mặt:"),
        Heading("NỘI DUNG"),
        *(Paragraph(said_there, lead=f"{number}. {matter}:") for number, (matter, said_there) in enumerate(matters, 1)),
        *((list_table(rows),) if rows else ()),
        *((Heading("KẾT LUẬN"), *bulleted(conclusions)) if conclusions else ()),
        Paragraph(
            f"Cuộc họp kết thúc vào {at(ended)}. Biên bản đã được thông qua trước các thành viên dự họp và được lập "
            "thành 02 bản có giá trị như nhau."
        ),
        Signatures((Signer("Thư ký", secretary.name), Signer("Chủ trì", chair.name))),
    )
    return form_of(office, PaperKind.MEETING_MINUTES, f"họp {meeting}", body, symbol=office.symbol, **rest)


def counting_minutes(
    office: Office,
    *,
    meeting: str,
    counted_at: datetime,
    where: str,
    members: int,
    issued: int,
    returned: int,
    valid: int,
    tallies: Sequence[Tally],
    counters: Sequence[str],
    threshold: str = "",
    passed: Sequence[str] = (),
    chair: str = "",
    round_number: int = 1,
    **rest: Any,
) -> Paper:
    """The first of `counters` heads the counting body. Raises Unequal where the counts do not agree."""
    require_equal(members, issued, returned, valid, tallies)
    counts = (
        ("Tổng số thành viên Hội đồng", members),
        ("Số phiếu phát ra", issued),
        ("Số phiếu thu về", returned),
        ("Số phiếu hợp lệ", valid),
        ("Số phiếu không hợp lệ", returned - valid),
    )
    columns = (
        NUMBER, Column("Tên mô hình, điển hình", 6), Column("Đồng ý", 1.6, "center"),
        Column("Không đồng ý", 1.8, "center"), Column("Không có ý kiến", 1.8, "center"), Column("Tỷ lệ đồng ý", 1.8, "center"),
    )  # fmt: skip
    result = Table(columns, tuple(tally_row(place, tally, valid) for place, tally in enumerate(tallies, 1)))
    body: tuple[Block, ...] = (
        Paragraph(f"Vào hồi {at(counted_at)}, tại {where}, Ban kiểm phiếu gồm:"),
        *bulleted([f"{name} (Trưởng ban)" if not place else name for place, name in enumerate(counters)]),
        Paragraph(f"Kết quả kiểm phiếu lần thứ {round_number} của {meeting} như sau:"),
        *(Paragraph(f"{said(number)}.", lead=f"- {label}:") for label, number in counts),
        result,
        *((Paragraph(threshold, lead="Điều kiện thông qua:"),) if threshold else ()),
        *((Paragraph(f"{'; '.join(passed)}.", lead="Đủ điều kiện:"),) if passed else ()),
        Paragraph("Biên bản được lập thành 02 bản, công bố công khai trước Hội đồng; phiếu được niêm phong kèm theo."),
        Signatures((Signer("Trưởng ban kiểm phiếu", counters[0]), Signer("Chủ tịch Hội đồng", chair))),
    )
    return form_of(office, PaperKind.COUNTING_MINUTES, meeting, body, symbol=office.symbol, **rest)


def tally_row(place: int, tally: Tally, valid: int) -> tuple[str, ...]:
    """A row of the result: counts, and the part that agreed of the valid ballots."""
    part = tally.share or (f"{format_number(round(100 * tally.agreed / valid, 1))}%" if valid else "-")
    return (str(place), tally.name, str(tally.agreed), str(tally.disagreed), str(tally.silent), part)


def require_equal(members: int, issued: int, returned: int, valid: int, tallies: Sequence[Tally]) -> None:
    """Raises Unequal with the sentence that says which counts do not agree."""
    if not members >= issued >= returned >= valid >= 0:
        raise Unequal(
            f"Số phiếu không khớp: {members} thành viên, phát ra {issued}, thu về {returned}, hợp lệ {valid}."
        )
    for tally in tallies:
        total = tally.agreed + tally.disagreed + tally.silent
        # Where a ballot of somebody who sits a name out did not come back, nobody knows that it was theirs.
        if not max(valid - tally.apart, 0) <= total <= valid or min(tally.agreed, tally.disagreed, tally.silent) < 0:
            raise Unequal(f"Số phiếu của “{tally.name}” là {total}, không bằng {valid} phiếu hợp lệ.")
