"""Papers of one file, drawn at once as Word or PDF and kept nowhere."""

from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_GET

from kheo.appraisal.models import Nomination
from kheo.appraisal.queries.file_papers import BY_KEY
from kheo.documents.handing import at_once

_WITH = ("exemplar__unit__place", "exemplar__place", "unit__place", "rule_set", "round")


@require_GET
def file_paper(request, pk, key, variant):
    """One paper of a file."""
    nomination = get_object_or_404(Nomination.objects.visible_to(request.user).select_related(*_WITH), pk=pk)
    paper = BY_KEY[key]
    if not paper.may(nomination, request.user):
        raise PermissionDenied(f"Đồng chí không lấy được “{paper.label}” của hồ sơ này.")
    return at_once(request, paper.build(nomination), variant, unit=paper.unit(nomination), back=nomination)
