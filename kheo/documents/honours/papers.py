"""Papers of the honours day that an office may edit: order of award, running script, an invitation a guest."""

from kheo.documents.honours.ceremony import Ceremony
from kheo.documents.paper import Column, Paper, PaperKind, Paragraph, Signatures, Signer, Table
from kheo.documents.texts.minutes import at
from kheo.documents.texts.notices import invitation
from kheo.documents.texts.parts import NUMBER, form_of


def order_of_award(ceremony: Ceremony) -> Paper:
    """Who comes up in which turn, in what order, for what."""
    columns = (
        Column("Lượt", 1, "center"), NUMBER, Column("Tập thể, cá nhân", 6), Column("Đơn vị", 4), Column("Hình thức", 3),
        Column("Người nhận", 3),
    )  # fmt: skip
    rows, place = [], 0
    for turn, award, honoured in ceremony.turns():
        for one in honoured:
            place += 1
            rows.append((str(turn), str(place), one.name, one.unit, award, one.receives))
    body = (
        Paragraph(f"{at(ceremony.when)}, tại {ceremony.where}", lead="Thời gian, địa điểm:"),
        Table(columns, tuple(rows)),
        signatures(ceremony),
    )
    return form_of(
        ceremony.office, PaperKind.LIST, f"trao thưởng tại {ceremony.title}", body, heading="Thứ tự trao thưởng"
    )


def running_script(ceremony: Ceremony) -> Paper:
    """The hour, the step, who does it, and the words of the host."""
    columns = (Column("Giờ", 1.4, "center"), Column("Nội dung", 4), Column("Người thực hiện", 3), Column("Lời dẫn", 6))
    rows = tuple((hour, step.what, step.who or ceremony.host, step.words) for hour, step in ceremony.timed())
    body = (
        Paragraph(f"{at(ceremony.when)}, tại {ceremony.where}", lead="Thời gian, địa điểm:"),
        *((Paragraph(ceremony.chair, lead="Chủ trì:"),) if ceremony.chair else ()),
        Table(columns, rows),
        signatures(ceremony),
    )
    return form_of(ceremony.office, PaperKind.LIST, ceremony.title, body, heading="Kịch bản điều hành")


def signatures(ceremony: Ceremony) -> Signatures:
    """Who made it, and the head of the office."""
    return Signatures((Signer("Người lập"), ceremony.office.signer or Signer("Thủ trưởng cơ quan")))


def invitations(ceremony: Ceremony) -> tuple[Paper, ...]:
    """One for each guest, in their order."""
    return tuple(
        invitation(
            ceremony.office,
            occasion=ceremony.title,
            guest=f"{guest.name}, {guest.title}" if guest.title else guest.name,
            when=ceremony.when,
            where=ceremony.where,
            chair=ceremony.chair,
        )
        for guest in ceremony.guests
    )
