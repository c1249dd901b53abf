"""Pieces that many texts share: the head of an office, a list of models, who decides, who is told."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields
from datetime import date
from typing import Any

from kheo.core.vietnamese import format_number, in_words
from kheo.documents.paper import Centred, Column, Form, Ground, Office, Paper, PaperKind, Paragraph, Signer, Table

MOVEMENT = "phong trào thi đua “Dân vận khéo”"


@dataclass(frozen=True)
class Listed:
    """A row of a list of models and exemplars. A column that no row fills is not printed."""

    name: str
    bearer: str = ""
    unit: str = ""
    field: str = ""
    score: str = ""
    votes: str = ""
    award: str = ""
    note: str = ""


COLUMNS = {
    "name": Column("Tên mô hình, điển hình", 6),
    "bearer": Column("Tập thể, cá nhân", 4),
    "unit": Column("Đơn vị", 4),
    "field": Column("Lĩnh vực", 3),
    "score": Column("Điểm", 1.4, "center"),
    "votes": Column("Phiếu đồng ý", 1.8, "center"),
    "award": Column("Hình thức", 3),
    "note": Column("Ghi chú", 3),
}
NUMBER = Column("TT", 1, "center")


def list_table(rows: Sequence[Listed]) -> Table:
    """The rows numbered, with the columns that say something."""
    names = [one.name for one in fields(Listed) if one.name == "name" or any(getattr(row, one.name) for row in rows)]
    return Table(
        columns=(NUMBER, *(COLUMNS[name] for name in names)),
        rows=tuple((str(place), *(getattr(row, name) for name in names)) for place, row in enumerate(rows, 1)),
    )


def paper_of(
    office: Office,
    kind: PaperKind,
    about: str,
    body: Iterable[Any],
    *,
    recipients: Sequence[str] = (),
    signer: Signer | None = None,
    **rest: Any,
) -> Paper:
    """A paper of an office: its head, its signer unless another signs, and its own copy as the last of Nơi nhận."""
    return Paper(
        kind=kind,
        form=office.form,
        issuer=office.issuer,
        superior=office.superior,
        symbol=office.symbol,
        place=office.place,
        about=about,
        body=tuple(body),
        signer=signer or office.signer,
        recipients=(*recipients, office.filed) if recipients else (),
        **rest,
    )


def form_of(office: Office, kind: PaperKind, about: str, body: Iterable[Any], **rest: Any) -> Paper:
    """A sheet to be filled in and signed in its body: no signature of the office, nobody is told."""
    return Paper(
        kind=kind,
        form=office.form,
        issuer=office.issuer,
        superior=office.superior,
        place=office.place,
        about=about,
        body=tuple(body),
        **rest,
    )


def grounds_of(grounds: Iterable[str]) -> tuple[Ground, ...]:
    """Each căn cứ as it is given."""
    return tuple(Ground(text) for text in grounds)


def resolving(form: Form, decider: str) -> Centred:
    """The line before Điều 1: the Party's body decides in the same breath, the state's stands over the grounds."""
    return Centred("QUYẾT ĐỊNH:" if form == Form.STATE else f"{decider.upper()} QUYẾT ĐỊNH")


def counted(number: int, thing: str = "mô hình, điển hình") -> str:
    """05 mô hình, điển hình: below ten with a zero, as official papers write it."""
    return f"{number:02} {thing}" if number < 10 else f"{format_number(number)} {thing}"


def bulleted(texts: Sequence[str]) -> tuple[Paragraph, ...]:
    """Each with a dash; semicolons between, a full stop at the end."""
    last = len(texts) - 1
    return tuple(
        Paragraph(f"- {text.strip().rstrip('.;,')}{'.' if place == last else ';'}") for place, text in enumerate(texts)
    )


def said(number: int) -> str:
    """The number and the same in words, for counts that must not be altered: 7 (bảy)."""
    return f"{format_number(number)} ({in_words(number)})"


def day(on: date) -> str:
    """In running text: ngày 09/10/2026."""
    return f"ngày {on:%d/%m/%Y}"
