"""What a unit writes of itself: báo cáo thành tích, giao ước thi đua."""

from collections.abc import Sequence
from typing import Any

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
from kheo.documents.texts.parts import bulleted, form_of, paper_of

RESULT_COLUMNS = (
    Column("Kết quả", 5), Column("Đơn vị tính", 2, "center"), Column("Trước khi thực hiện", 2, "center"),
    Column("Mục tiêu", 2, "center"), Column("Đã đạt", 2, "center"),
)  # fmt: skip


def achievement_report(
    office: Office,
    *,
    award: str,
    name: str,
    asks: str = "đề nghị tặng",
    facts: Sequence[tuple[str, str]],
    doing: Sequence[str],
    results: Sequence[Sequence[str]] = (),
    spread: Sequence[str] = (),
    earlier: Sequence[str] = (),
    confirmed_by: Signer | None = None,
    **rest: Any,
) -> Paper:
    """`facts` introduce the collective or person; `results` are rows of RESULT_COLUMNS; `earlier` the awards held.

    `asks`: what for, before `award` ("đề nghị công nhận" where no award is given).
    """
    told = results_table(results) if results else Paragraph("Chưa có số liệu.")
    body: tuple[Block, ...] = (
        Heading("I. SƠ LƯỢC ĐẶC ĐIỂM, TÌNH HÌNH"),
        *(Paragraph(value, lead=f"- {label}:") for label, value in facts),
        Heading("II. THÀNH TÍCH ĐẠT ĐƯỢC"),
        Heading("1. Cách làm", 2),
        *(Paragraph(text) for text in doing),
        Heading("2. Kết quả cụ thể", 2),
        told,
        *((Heading("3. Khả năng duy trì, nhân rộng", 2), *(Paragraph(text) for text in spread)) if spread else ()),
        Heading("III. CÁC HÌNH THỨC ĐÃ ĐƯỢC KHEN THƯỞNG"),
        *bulleted(earlier or ("Chưa có",)),
        Signatures(
            (confirmed_by or Signer("Xác nhận của cấp trên trực tiếp"), office.signer or Signer("Thủ trưởng đơn vị"))
        ),
    )
    about = f"{asks} {award} đối với {name}"
    return form_of(office, PaperKind.ACHIEVEMENT_REPORT, about, body, symbol=office.symbol, **rest)


def results_table(results: Sequence[Sequence[str]]) -> Table:
    """What can be counted, before and after."""
    return Table(RESULT_COLUMNS, tuple(tuple(row) for row in results))


def emulation_pledge(
    office: Office,
    *,
    season: str,
    sides: Sequence[tuple[str, Signer]],
    contents: Sequence[str],
    goals: Sequence[str] = (),
    **rest: Any,
) -> Paper:
    """Units that pledge to each other; `sides` are each unit and who signs for it."""
    names = "; ".join(name for name, _ in sides)
    body: tuple[Block, ...] = (
        Paragraph(
            f"Hưởng ứng phong trào thi đua “Dân vận khéo” {season}, các đơn vị: {names} thống nhất ký kết giao ước thi "
            "đua với các nội dung sau:"
        ),
        *(Paragraph(text, lead=f"{number}.") for number, text in enumerate(contents, 1)),
        *((Heading("Chỉ tiêu phấn đấu", 2), *bulleted(goals)) if goals else ()),
        Paragraph("Các đơn vị cam kết thực hiện đầy đủ, đánh giá kết quả khi sơ kết, tổng kết phong trào."),
        *(Signatures(row) for row in signing_rows(sides)),
    )
    return form_of(office, PaperKind.PLEDGE, f"thực hiện phong trào “Dân vận khéo” {season}", body, **rest)


def signing_rows(sides: Sequence[tuple[str, Signer]]) -> list[tuple[Signer, ...]]:
    """Three fit beside each other; where there are more, two in a row, so that a long name has room."""
    signers = [Signer(signer.title, signer.name, f"Đại diện {name}") for name, signer in sides]
    width = 3 if len(signers) <= 3 else 2
    return [tuple(signers[place : place + width]) for place in range(0, len(signers), width)]


def report(office: Office, *, about: str, blocks: Sequence[Block], recipients: Sequence[str], **rest: Any) -> Paper:
    """A báo cáo of any content."""
    return paper_of(office, PaperKind.REPORT, about, blocks, recipients=recipients, **rest)
