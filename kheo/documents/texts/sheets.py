"""Sheets that go beside a file or are filled in by hand: phiếu chấm, phiếu đăng ký, danh sách."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from kheo.documents.paper import (
    Blank,
    Block,
    Column,
    Office,
    Paper,
    PaperKind,
    Paragraph,
    Signatures,
    Signer,
    Table,
)
from kheo.documents.texts.parts import NUMBER, Listed, form_of, list_table

# The ten things a registration says, as a commune asked for them in 2026 (domain.md, section 2).
REGISTRATION_ITEMS = (
    "Tên mô hình (ngắn gọn, dễ nhớ)",
    "Thực trạng, lý do xây dựng mô hình",
    "Mục tiêu, tiêu chí đánh giá",
    "Nội dung, cách thức thực hiện",
    "Địa bàn, đối tượng thực hiện",
    "Lực lượng thực hiện (chủ trì, phối hợp, tham gia; vai trò của từng lực lượng)",
    "Nguồn lực thực hiện (kinh phí, cơ sở vật chất, phương tiện, nhân lực, ngày công, xã hội hóa)",
    "Thời gian thực hiện (bắt đầu, tiến độ, thời điểm đánh giá)",
    "Sản phẩm, kết quả đầu ra cụ thể, có thể kiểm chứng",
    "Khả năng duy trì, nhân rộng",
)


@dataclass(frozen=True)
class Scored:
    """A line of a score sheet: a criterion with its highest mark, or (no `most`) the group over it. Blank is not zero."""

    label: str
    most: str = ""
    own: str = ""
    appraised: str = ""
    given: str = ""
    note: str = ""


def score_sheet(
    office: Office,
    *,
    name: str,
    unit: str,
    season: str,
    lines: Sequence[Scored],
    most: str,
    total: str = "",
    juror: str = "",
    remark: str = "",
    **rest: Any,
) -> Paper:
    """A juror's sheet, filled or to be filled by hand; numbers come written as they shall stand (8,5)."""
    columns = (
        NUMBER, Column("Tiêu chí", 7), Column("Điểm tối đa", 1.6, "center"), Column("Tự chấm", 1.6, "center"),
        Column("Thẩm định", 1.8, "center"), Column("Hội đồng", 1.8, "center"), Column("Ghi chú", 2.4),
    )  # fmt: skip
    rows, strong, number = [], [], 0
    for place, line in enumerate(lines):
        number += bool(line.most)
        if not line.most:
            strong.append(place)
        shown = str(number) if line.most else ""
        rows.append((shown, line.label, line.most, line.own, line.appraised, line.given, line.note))
    rows.append(("", "Tổng cộng", most, "", "", total, ""))
    body: tuple[Block, ...] = (
        Paragraph(name, lead="Tên mô hình, điển hình:", align="left"),
        Paragraph(unit, lead="Đơn vị:", align="left"),
        Paragraph(juror, lead="Người chấm:", align="left") if juror else Blank("Người chấm:"),
        Table(columns, tuple(rows), (*strong, len(rows) - 1)),
        Paragraph(remark, lead="Nhận xét:") if remark else Blank("Nhận xét:", lines=2),
        Signatures((Signer(""), Signer("Người chấm", juror))),
    )
    return form_of(office, PaperKind.SCORE_SHEET, f"mô hình, điển hình “Dân vận khéo” {season}", body, **rest)


def registration_form(
    office: Office,
    *,
    season: str,
    unit: str = "",
    answers: Sequence[str] = (),
    field: str = "",
    leader: Signer | None = None,
    **rest: Any,
) -> Paper:
    """The ten items, filled with `answers` in their order; what is not answered is dotted, to be written by hand."""
    answered = (*answers, *[""] * (len(REGISTRATION_ITEMS) - len(answers)))
    body: tuple[Block, ...] = (
        filled("Đơn vị đăng ký:", unit),
        filled("Lĩnh vực:", field),
        *(
            filled(f"{number}. {item}:", answer, lines=2)
            for number, (item, answer) in enumerate(zip(REGISTRATION_ITEMS, answered, strict=True), 1)
        ),
        Signatures((Signer(""), leader or Signer("Thủ trưởng đơn vị"))),
    )
    return form_of(office, PaperKind.REGISTRATION_FORM, f"mô hình, điển hình “Dân vận khéo” {season}", body, **rest)


def filled(label: str, answer: str, lines: int = 1) -> Block:
    """The answer after its label, or dots to write it on."""
    return Paragraph(answer, lead=label) if answer.strip() else Blank(label, lines)


def list_of(
    office: Office,
    *,
    about: str,
    rows: Sequence[Listed],
    maker: Signer | None = None,
    introduction: str = "",
    **rest: Any,
) -> Paper:
    """A list on its own, signed by who made it and by the head of the office."""
    body: tuple[Block, ...] = (
        *((Paragraph(introduction),) if introduction else ()),
        list_table(rows),
        Signatures((maker or Signer("Người lập"), office.signer or Signer("Thủ trưởng cơ quan"))),
    )
    return form_of(office, PaperKind.LIST, about, body, **rest)
