"""How a drawn paper is handed to whoever asked for it, in this room and in those above."""

from django.contrib import messages
from django.http import FileResponse, HttpResponseBase
from django.shortcuts import redirect

from kheo.core.serving import locked_down
from kheo.documents.drawing import Drawn, draw_at_once
from kheo.documents.paper import Paper
from kheo.documents.typesetting import MissingLetter
from kheo.units.models import Unit


def handed_out(drawn: Drawn) -> FileResponse:
    """The file, to be kept by no cache that others share."""
    return locked_down(
        FileResponse(drawn.file, as_attachment=True, filename=drawn.name, content_type=drawn.content_type)
    )


def at_once(request, paper: Paper, variant: str, *, unit: Unit, back) -> HttpResponseBase:
    """A paper nobody keeps, as Word or PDF; a letter that no font has is said on the page `back`."""
    try:
        return handed_out(draw_at_once(paper, variant, unit=unit))
    except MissingLetter as reason:
        messages.error(request, str(reason))
        return redirect(back)
