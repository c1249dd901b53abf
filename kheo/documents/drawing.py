"""A paper as a file to hand out: a kept one drawn anew or its signed scan, and one that is drawn at once and not kept."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from io import BytesIO
from typing import BinaryIO

from django.utils import timezone

from kheo.core.filechecks import KINDS
from kheo.core.vietnamese import slug
from kheo.documents import own_templates
from kheo.documents.models import PaperRecord, PaperTemplate
from kheo.documents.paper import Paper, PaperKind
from kheo.documents.queries import spelling_of
from kheo.documents.typesetting import to_docx, to_pdf
from kheo.units.models import Unit


@dataclass(frozen=True)
class Drawn:
    """A file: its bytes, what it is called, of what kind."""

    file: BinaryIO
    name: str
    content_type: str


class NoSuchFile(Exception):
    """There is no such file of this paper."""


def draw(record: PaperRecord, variant: str) -> Drawn:
    """One variant of a paper (a key of `VARIANTS`). Raises `NoSuchFile`, `MissingLetter`, `BadTemplate`."""
    return VARIANTS[variant](record)


def drawn_paper(record: PaperRecord) -> Paper:
    """What is drawn: a draft exactly as it was kept; once issued, with the number and day that were recorded."""
    if not record.is_issued:
        return record.paper
    return replace(record.paper, number=record.number or None, on=record.issued_on)


def template_for(record: PaperRecord) -> PaperTemplate | None:
    """The office's own template that is in use for this kind and form."""
    rows = PaperTemplate.objects.current()
    return rows.filter(unit=record.unit_id, kind=record.kind, form=record.form).first()


def content_of(template: PaperTemplate) -> bytes:
    """The Word file as it came."""
    with template.file.open("rb") as file:
        return file.read()


def _how(record: PaperRecord) -> dict:
    # By the rule set of the day it was drafted, so that a draft looks tomorrow as it did when it left.
    return {"today": made_on(record), "tones": record.spelling}


def made_on(record: PaperRecord) -> date:
    return timezone.localdate(record.made_at)


def draw_at_once(paper: Paper, variant: str, *, unit: Unit) -> Drawn:
    """A paper nobody keeps, drawn today in the spelling of its unit (a key of `AT_ONCE`). Raises `MissingLetter`."""
    made, key = AT_ONCE[variant]
    content = made(paper, today=timezone.localdate(), tones=spelling_of(unit))
    return Drawn(
        BytesIO(content), f"{_called(PaperKind(paper.kind).label, paper.about)}.{key}", KINDS[key].content_type
    )


def _docx(record: PaperRecord) -> Drawn:
    return _drawn(record, to_docx(drawn_paper(record), **_how(record)), "docx")


def _pdf(record: PaperRecord) -> Drawn:
    return _drawn(record, to_pdf(drawn_paper(record), **_how(record)), "pdf")


def _by_template(record: PaperRecord) -> Drawn:
    template = template_for(record)
    if template is None:
        raise NoSuchFile
    content = content_of(template)
    return _drawn(record, own_templates.fill(content, drawn_paper(record), **_how(record)), "docx")


def _scan(record: PaperRecord) -> Drawn:
    if not record.scan:
        raise NoSuchFile
    try:
        return Drawn(record.scan.open("rb"), record.scan_name, KINDS["pdf"].content_type)
    except FileNotFoundError:
        raise NoSuchFile from None


def _drawn(record: PaperRecord, content: bytes, key: str) -> Drawn:
    name = _called(record.get_kind_display(), record.title)
    return Drawn(BytesIO(content), f"{name}-{record.pk}.{key}", KINDS[key].content_type)


def _called(kind: str, title: str) -> str:
    return slug(f"{kind} {title}")[:80].strip("-") or "van-ban"


AT_ONCE: dict[str, tuple[Callable[..., bytes], str]] = {"word": (to_docx, "docx"), "pdf": (to_pdf, "pdf")}


VARIANTS: dict[str, Callable[[PaperRecord], Drawn]] = {
    "word": _docx,
    "pdf": _pdf,
    "word-mau": _by_template,
    "ban-quet": _scan,
}
