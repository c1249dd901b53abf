"""Hands out files of the newsroom: to everybody where a published page names them, else to the newsroom alone."""

from django.contrib.auth.decorators import login_not_required
from django.contrib.contenttypes.models import ContentType
from django.http import Http404
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe
from wagtail.documents import get_document_model
from wagtail.documents.views.serve import serve
from wagtail.models import Page, ReferenceIndex

from kheo.portal.newsroom import may_enter


@login_not_required
@require_safe
def document(request, document_id: int, document_filename: str):
    """A file by its key and name. What no published page names is not there for others."""
    found = get_object_or_404(get_document_model(), pk=document_id)
    public = is_public(found)
    if not public and not (request.user.is_authenticated and may_enter(request.user)):
        raise Http404
    answer = serve(request, document_id, document_filename)
    answer["Cache-Control"] = "public, max-age=3600" if public else "private, no-store"
    answer["X-Content-Type-Options"] = "nosniff"
    return answer


def is_public(found) -> bool:
    """Does a published page name this file, in its text or as a file to take along?"""
    pages = ContentType.objects.get_for_model(Page)
    keys = ReferenceIndex.get_references_to(found).filter(base_content_type=pages).values_list("object_id", flat=True)
    return Page.objects.live().filter(pk__in=[int(key) for key in keys]).exists()
