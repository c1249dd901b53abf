"""What tells others: thông báo, thông báo kết luận, công văn, giấy mời."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from kheo.documents.paper import Annex, Block, Centred, Form, Heading, Office, Paper, PaperKind, Paragraph
from kheo.documents.texts.minutes import at
from kheo.documents.texts.parts import Listed, bulleted, counted, list_table, paper_of


def announcement(
    office: Office,
    *,
    about: str,
    paragraphs: Sequence[str],
    recipients: Sequence[str],
    rows: Sequence[Listed] = (),
    list_about: str = "",
    **rest: Any,
) -> Paper:
    """Tells units of something, with a list attached where there is one."""
    annexes = (Annex("Danh sách", list_about or about, (list_table(rows),)),) if rows else ()
    body = tuple(Paragraph(text) for text in paragraphs)
    return paper_of(office, PaperKind.ANNOUNCEMENT, about, body, recipients=recipients, annexes=annexes, **rest)


def announcement_of_result(
    office: Office,
    *,
    unit: str,
    level: str,
    season: str,
    decision: str,
    recognised: Sequence[str],
    declined: Sequence[tuple[str, str]] = (),
    reconsider_until: str = "",
    **rest: Any,
) -> Paper:
    """Tells one unit what was recognised and what not yet, with the reason of each; nobody else's is in it."""
    body: list[Block] = [
        Paragraph(f"{office.issuer} thông báo kết quả xét công nhận mô hình, điển hình “Dân vận khéo” {level} {season} của {unit}:")
    ]  # fmt: skip
    if recognised:
        body += [
            Heading(f"1. Được công nhận tại {decision}: {counted(len(recognised))}", 2),
            *bulleted(recognised),
        ]
    if declined:
        body += [
            Heading(f"{2 if recognised else 1}. Chưa công nhận: {counted(len(declined))}", 2),
            *bulleted([f"{name}. Lý do: {reason}" for name, reason in declined]),
        ]
    if reconsider_until:
        body.append(Paragraph(f"Đơn vị có thể kiến nghị xem xét lại một lần, trước ngày {reconsider_until}."))
    about = f"kết quả xét công nhận mô hình, điển hình “Dân vận khéo” {level} {season}"
    return paper_of(office, PaperKind.ANNOUNCEMENT, about, body, recipients=(unit,), **rest)


def conclusion_notice(
    office: Office, *, who: str, occasion: str, conclusions: Sequence[str], recipients: Sequence[str], **rest: Any
) -> Paper:
    """What `who` concluded at `occasion`, point by point."""
    body = (
        Paragraph(f"Sau khi nghe báo cáo và ý kiến thảo luận tại {occasion}, {who} kết luận như sau:"),
        *(Paragraph(text, lead=f"{number}.") for number, text in enumerate(conclusions, 1)),
        Paragraph(f"{office.issuer} thông báo để các cơ quan, đơn vị biết, thực hiện."),
    )
    about = f"kết luận của {who} tại {occasion}"
    return paper_of(office, PaperKind.CONCLUSION_NOTICE, about, body, recipients=recipients, **rest)


def official_letter(
    office: Office,
    *,
    about: str,
    addressees: Sequence[str],
    paragraphs: Sequence[str],
    recipients: Sequence[str] = ("Như trên",),
    **rest: Any,
) -> Paper:
    """A công văn; `about` without "Về việc", which each form writes in its own way."""
    body = tuple(Paragraph(text) for text in paragraphs)
    return paper_of(office, PaperKind.LETTER, about, body, addressees=tuple(addressees), recipients=recipients, **rest)


def invitation(
    office: Office,
    *,
    occasion: str,
    guest: str,
    when: datetime,
    where: str,
    chair: str = "",
    notes: Sequence[str] = (),
    **rest: Any,
) -> Paper:
    """One guest's invitation; with no guest, dots to write the name on."""
    from_whom = f"{office.issuer} trân trọng kính mời:"
    body: tuple[Block, ...] = (
        Paragraph(from_whom, align="center"),
        Centred(guest) if guest else Paragraph("." * 60, align="center"),
        Paragraph(occasion, lead="Tới dự:"),
        *((Paragraph(chair, lead="Chủ trì:"),) if chair else ()),
        Paragraph(at(when), lead="Thời gian:"),
        Paragraph(where, lead="Địa điểm:"),
        *(Paragraph(text) for text in notes),
        Paragraph("Rất hân hạnh được đón tiếp" if office.form == Form.STATE else "Kính mời đồng chí tới dự"),
    )
    return paper_of(office, PaperKind.INVITATION, occasion, body, recipients=("Như trên",), **rest)
