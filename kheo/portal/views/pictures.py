"""Hands out the smaller copies of the portal's photos: to everybody where a published page shows them."""

from django.contrib.auth.decorators import login_not_required
from django.http import FileResponse, Http404
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe

from kheo.portal.models import FIT, Photo, PhotoRendition
from kheo.portal.newsroom import may_enter

KEPT = "public, max-age=86400"


@login_not_required
@require_safe
def picture(request, name):
    """A copy of a photo; one that no published page shows is for the newsroom alone."""
    row = get_object_or_404(PhotoRendition.objects.select_related("image"), file=name)
    public = Photo.objects.filter(FIT, pk=row.image_id, uses__page__live=True).exists()
    if not public and not (request.user.is_authenticated and may_enter(request.user)):
        raise Http404
    try:
        answer = FileResponse(row.file.open("rb"))
    except FileNotFoundError:
        raise Http404 from None
    answer["Cache-Control"] = KEPT if public else "private, no-store"
    answer["X-Content-Type-Options"] = "nosniff"
    return answer
