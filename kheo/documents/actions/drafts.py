"""Papers drafted for rooms above, put anew while they are drafts, dropped. Those rooms ask for their own permission."""

from django.db import models, transaction

from kheo.accounts.actions import moves
from kheo.accounts.move import NotYet
from kheo.audit.models import record
from kheo.documents import keeping
from kheo.documents.lifecycle import PAPER_MOVES, PaperStage
from kheo.documents.models import OfficeStyle, PaperRecord, Spelling
from kheo.documents.paper import TYPE_CODES, Paper, PaperKind
from kheo.units.models import Unit

TITLE_LIMIT = 500
NOTHING_MORE = "Văn bản đã rời bước dự thảo nên không soạn lại được; hãy soạn văn bản khác."


@transaction.atomic
def keep(
    paper: Paper, *, unit: Unit, about: models.Model | None = None, wants_confirmation: bool = False, by
) -> PaperRecord:
    """Keep a drafted paper, its number blank. `about`: the thing of a room above that it was drafted for.

    `wants_confirmation`: once issued, a second person is asked to hold number, day and scan against each other.
    """
    style = OfficeStyle.objects.filter(unit=unit).first()
    row = PaperRecord(
        unit=unit, made_by=by, wants_confirmation=wants_confirmation,
        spelling=style.spelling if style else Spelling.OLD, **_said(paper), **_about(about),
    )  # fmt: skip
    row.save()
    record("paperrecord.keep", row, by=by, kind=row.kind, title=row.title, sha256=row.content_sha256)
    return row


@transaction.atomic
def keep_anew(row: PaperRecord, paper: Paper, *, by) -> PaperRecord:
    """Put another text in the place of a draft. The same text leaves no event. Raises `NotYet` once it is no draft."""
    row = PaperRecord.objects.select_for_update(of=("self",)).get(pk=row.pk)
    if row.stage != PaperStage.DRAFTED:
        raise NotYet(NOTHING_MORE)
    before = row.content_sha256
    for name, value in _said(paper).items():
        setattr(row, name, value)
    row.save()
    if row.content_sha256 != before:
        record("paperrecord.keep_anew", row, by=by, title=row.title, sha256=[before, row.content_sha256])
    return row


@transaction.atomic
def drop(row: PaperRecord, *, by, note: str = "") -> PaperRecord:
    """A draft that will not be used. Raises `NotYet`."""
    return moves.make(row, PAPER_MOVES["drop"], unit=row.unit, by=by, note=note, also=lambda row: None)


def title_of(paper: Paper) -> str:
    """The title under which a paper is kept."""
    return " ".join(paper.about.split())[:TITLE_LIMIT]


def _said(paper: Paper) -> dict:
    return {
        "kind": PaperKind(paper.kind),
        "form": paper.form,
        "title": title_of(paper),
        "content": keeping.as_data(paper),
        "is_numbered": paper.kind in TYPE_CODES,
    }


def _about(thing: models.Model | None) -> dict:
    if thing is None:
        return {}
    address = thing.get_absolute_url() if hasattr(thing, "get_absolute_url") else ""
    return {
        "about_kind": thing._meta.label_lower, "about_pk": thing.pk, "about_name": str(thing)[:TITLE_LIMIT],
        "about_url": address[:300],
    }  # fmt: skip
