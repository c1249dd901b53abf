"""A page as a sheet of paper for the board of the hamlet's house of culture: large letters, and a code to read on."""

import segno
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe
from wagtail.models import Page

from kheo.portal.models import ArticlePage, EventPage, PublicPage
from kheo.portal.queries.events import when_line

DAY = 86400


def _page(pk: int) -> PublicPage:
    page = get_object_or_404(Page.objects.live(), pk=pk).specific
    if not isinstance(page, ArticlePage | EventPage):
        raise Http404
    return page


@login_not_required
@require_safe
def notice(request, pk):
    """The sheet. Its heading is all that matters from two steps away; what must be read in full is behind the code."""
    page = _page(pk)
    context = {"page": page, "when": when_line(page) if isinstance(page, EventPage) else ""}
    return render(request, "portal/notice.html", context)


@login_not_required
@require_safe
def notice_code(request, pk):
    """The QR code of a page's address, drawn here."""
    code = segno.make(_page(pk).full_address, error="m")
    answer = HttpResponse(code.svg_inline(scale=6, border=2, omitsize=True), content_type="image/svg+xml")
    answer["Cache-Control"] = f"public, max-age={DAY}"
    return answer
