"""Che mờ: the newsroom's page for making parts of a photo unrecognisable."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.views.decorators.http import require_http_methods

from kheo.core import filechecks as checks
from kheo.core.pages import key_in
from kheo.movement.lifecycle.move import NotYet
from kheo.portal.actions import photos
from kheo.portal.models import Photo
from kheo.portal.newsroom import require_entry

GRIDS = {str(grid): grid for grid in checks.GRIDS}


@require_http_methods(["GET", "HEAD", "POST"])
def photo_blur(request, pk):
    """Choose cells to blur; doing it twice blurs no more than once, so no receipt is needed."""
    require_entry(request.user)
    photo = get_object_or_404(Photo, pk=pk)
    grid = GRIDS.get(request.POST.get("grid") or request.GET.get("luoi", ""), checks.GRIDS[0])
    if request.method == "POST":
        cells = [cell for cell in map(key_in, request.POST.getlist("cell")) if cell is not None]
        try:
            photos.blur(photo, cells, grid=grid, by=request.user)
        except NotYet as reason:
            messages.error(request, str(reason))
        else:
            messages.success(request, "Đã che mờ. Hãy xem lại rồi trả lời: còn nhận ra ai trong ảnh không?")
            return redirect("wagtailimages:edit", pk)
    cells = [(cell, *(part + 1 for part in divmod(cell, grid))) for cell in range(grid * grid)]
    context = {"photo": photo, "grid": grid, "grids": checks.GRIDS, "cells": cells}
    return TemplateResponse(request, "portal/photo_blur.html", context)
