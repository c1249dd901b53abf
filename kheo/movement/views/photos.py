"""What a photo's page does: the three questions, blurring by cells, showing it to the public and hiding it."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from kheo.accounts.access import require
from kheo.accounts.permissions import Permission as P
from kheo.accounts.receipts import once
from kheo.core import filechecks as checks
from kheo.core.pages import key_in
from kheo.movement.actions import photos
from kheo.movement.forms.evidence import PeopleForm
from kheo.movement.lifecycle.move import NotYet
from kheo.movement.models import Evidence


@require_POST
@once
def evidence_people(request, pk):
    form = PeopleForm(request.POST)
    return _do(request, pk, "Đã lưu câu trả lời.", photos.answer, **(form.cleaned_data if form.is_valid() else {}))


@require_POST
@once
def evidence_show(request, pk):
    return _do(request, pk, "Đã duyệt đưa ảnh ra trang công khai.", photos.show)


@require_POST
@once
def evidence_hide(request, pk):
    return _do(request, pk, "Ảnh không còn trên trang công khai.", photos.hide)


@require_POST
def evidence_unblur(request, pk):
    return _do(request, pk, "Đã làm lại bản sạch từ ảnh gốc; hãy trả lời lại về người trong ảnh.", photos.unblur)


@require_http_methods(["GET", "HEAD", "POST"])
def evidence_blur(request, pk):
    """Choose cells to blur; doing it twice blurs no more than once, so no receipt is needed."""
    photo = _photo(request, pk)
    require(request.user, P.EXEMPLAR_WRITE, photo.exemplar.unit)
    grid = _grid(request.POST.get("grid") or request.GET.get("luoi", ""))
    if request.method == "POST":
        cells = [cell for cell in map(key_in, request.POST.getlist("cell")) if cell is not None]
        try:
            photos.blur(photo, cells, grid=grid, by=request.user)
        except NotYet as reason:
            messages.error(request, str(reason))
        else:
            messages.success(request, "Đã che mờ. Hãy xem lại rồi trả lời: còn nhận ra ai không?")
            return redirect("movement:evidence_detail", pk=pk)
    cells = [(cell, *(part + 1 for part in divmod(cell, grid))) for cell in range(grid * grid)]
    context = {"evidence": photo, "grid": grid, "grids": checks.GRIDS, "cells": cells, "heading": "Che mờ"}
    return render(request, "movement/evidence_blur.html", context)


def _do(request, pk, done, act, **facts):
    photo = _photo(request, pk)
    try:
        act(photo, by=request.user, **facts)
    except NotYet as reason:
        messages.error(request, str(reason))
    else:
        messages.success(request, done)
    return redirect("movement:evidence_detail", pk=pk)


def _photo(request, pk) -> Evidence:
    rows = Evidence.objects.visible_to(request.user).filter(kind="photo").select_related("exemplar__unit__place")
    return get_object_or_404(rows, pk=pk)


def _grid(text: str) -> int:
    return int(text) if text in {str(grid) for grid in checks.GRIDS} else checks.GRIDS[0]
