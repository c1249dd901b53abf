"""Hands out a stored file: private, with the kind we found in it, never run by the browser."""

from django.http import FileResponse, Http404

from kheo.core.serving import locked_down
from kheo.movement.models import Evidence

# Path word → the field of the row. Others than the unit's own writers only ever get the first two.
VARIANTS = {"sach": "clean", "nho": "thumb", "goc": "original"}


def answer_with(evidence: Evidence, field: str, *, public: bool = False) -> FileResponse:
    """The bytes of one variant. A copy of a photo is shown in the page; everything else is a download.

    `public`: for the portal, whose photos may be kept by caches; all else is never kept outside the reader's browser.
    """
    stored = getattr(evidence, field)
    copy = field != "original"
    if not stored:
        raise Http404
    try:
        file = stored.open("rb")
    except FileNotFoundError:
        raise Http404 from None
    kind = "image/jpeg" if copy else evidence.content_type
    name = f"minh-chung-{evidence.pk}.jpg" if copy else evidence.name
    return locked_down(FileResponse(file, as_attachment=not copy, filename=name, content_type=kind), public, copy)
