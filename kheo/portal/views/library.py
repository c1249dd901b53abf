"""The public library of exemplars and its pages."""

from django.contrib.auth.decorators import login_not_required
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from kheo.core.pages import page_of
from kheo.core.parts import Goal
from kheo.movement.models import Evidence, Exemplar
from kheo.movement.views.serving import answer_with
from kheo.portal.forms.library import LibraryFilters
from kheo.portal.queries import library as shelf


def page_url(exemplar: Exemplar) -> str:
    return reverse("portal:exemplar", args=[shelf.address(exemplar), exemplar.pk])


@login_not_required
@require_safe
def library(request):
    form = LibraryFilters(request.GET)
    chosen = form.chosen
    found = shelf.places_named(chosen["dia_ban"], on=timezone.localdate()) if "dia_ban" in chosen else None
    units = None if found is None else [each.unit for each in found]
    page = page_of(shelf.library(chosen, units), request.GET.get("trang"), size=shelf.PAGE, query=request.GET)
    context = {
        "form": form,
        "page": page,
        "cards": shelf.cards(page.rows, page_url),
        "active": len(chosen),
        "places": found or [],
        "unknown_place": chosen.get("dia_ban", "") if found == [] else "",
    }
    return render(request, "portal/library.html", context)


@login_not_required
@require_safe
def exemplar(request, address, pk):
    """The public page of an exemplar; an old or shortened address leads to the one of today."""
    row = get_object_or_404(shelf.published(), pk=pk)
    if address != shelf.address(row):
        return redirect(page_url(row), permanent=True)
    told = shelf.told(row)
    goals = [
        Goal(
            each.name, each.measure, each.target, each.actual, each.baseline,
            is_main=each.is_main, has_evidence=each.proofs > 0, on=each.actual_on,
        )
        for each in told.outcomes
    ]  # fmt: skip
    parts = [(label, getattr(row, name)) for name, label in STORY if getattr(row, name).strip()]
    copies = [(each, page_url(each)) for each in told.copies]
    origin = Exemplar.objects.public().filter(pk=row.copied_from_id).first() if row.copied_from_id else None
    photos = [
        {
            "url": reverse("portal:photo", args=[each.pk]),
            "thumb": reverse("portal:photo", args=[each.pk]) + "?co=nho",
            "caption": each.caption,
            "alt": each.caption or f"Ảnh của mô hình “{row.name}”",
        }
        for each in told.photos
    ]
    context = {
        "told": told, "exemplar": row, "goals": goals, "parts": parts, "copies": copies, "photos": photos,
        "origin": origin, "origin_url": page_url(origin) if origin else "", "place": shelf.place_line(row),
        "facts": shelf.facts_line(row),
    }  # fmt: skip
    return render(request, "portal/exemplar.html", context)


# What the public page tells of the file, in the words a reader understands.
STORY = (
    ("situation", "Trước đó"),
    ("goal", "Muốn đạt được gì"),
    ("method", "Cách làm"),
    ("audience", "Ở đâu, cho ai"),
    ("products", "Kết quả để lại"),
    ("sustain", "Giữ được và nhân rộng thế nào"),
)


@login_not_required
@require_safe
def photo(request, pk):
    """The clean copy of a public photo; the original with its place and device is never handed out here."""
    row = get_object_or_404(Evidence.objects.public(), pk=pk)
    return answer_with(row, "thumb" if request.GET.get("co") == "nho" and row.thumb else "clean", public=True)
