"""The public library of exemplars and its pages."""

from django.contrib.auth.decorators import login_not_required
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from kheo.core.pagecache import keep
from kheo.core.pages import page_of
from kheo.core.parts import Goal
from kheo.movement.models import Evidence, Exemplar
from kheo.movement.views.serving import answer_with
from kheo.portal.addresses import exemplar_url, place_url
from kheo.portal.context import frame_of
from kheo.portal.forms.library import LibraryFilters
from kheo.portal.models import Word
from kheo.portal.moments import next_turn
from kheo.portal.queries import coverage, news
from kheo.portal.queries import family as families
from kheo.portal.queries import library as shelf
from kheo.portal.queries.letters import voices
from kheo.portal.queries.schematic import schematic


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
        "cards": shelf.cards(page.rows, exemplar_url),
        "active": len(chosen),
        "places": found or [],
        "count_key": "trang:thu-vien",
        "unknown_place": chosen.get("dia_ban", "") if found == [] else "",
    }
    return _kept(request, render(request, "portal/library.html", context))


@login_not_required
@require_safe
def places(request):
    """Communes with public models and how many, by province."""
    found = coverage.coverage(on=timezone.localdate())
    provinces = [
        (
            each,
            [(one, place_url(one.unit)) for one in each.communes],
            schematic((one.unit, one.count) for one in each.every),
        )
        for each in found
    ]
    return _kept(request, render(request, "portal/library_places.html", {"provinces": provinces}))


def _kept(request, response):
    """For all readers who are not signed in, until something public changes or the day does."""
    return response if request.user.is_authenticated else keep(response, until=next_turn(timezone.now()))


@login_not_required
@require_safe
def exemplar(request, address, pk):
    """The public page of an exemplar; an old or shortened address leads to the one of today."""
    row = get_object_or_404(shelf.published(), pk=pk)
    if address != shelf.address(row):
        return redirect(exemplar_url(row), permanent=True)
    told = shelf.told(row)
    goals = [
        Goal(
            each.name, each.measure, each.target, each.actual, each.baseline,
            is_main=each.is_main, has_evidence=each.proofs > 0, on=each.actual_on,
        )
        for each in told.outcomes
    ]  # fmt: skip
    parts = [(label, getattr(row, name)) for name, label in shelf.STORY if getattr(row, name).strip()]
    root = families.family(row)
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
        "told": told, "exemplar": row, "goals": goals, "parts": parts, "photos": photos,
        "origin": origin, "origin_url": exemplar_url(origin) if origin else "", "place": shelf.place_line(row),
        "facts": shelf.facts_line(row), "family": _member(root) if root else None,
        "drawing": families.drawing(root) if root else None,
        "living": [_copy(each) for each in told.living_copies], "former": [_copy(each) for each in told.former_copies],
        "entries": news.entries(news.about_exemplar(row), within=frame_of(request).news),
        "voices": voices(row, at=timezone.now()), "count_key": f"mo-hinh:{row.pk}",
        "answers": [(word.label, f"{reverse('portal:word', args=[row.pk])}?noi={word.value}") for word in Word],
        "feedback_url": reverse("portal:feedback", query={"mo-hinh": row.pk}),
    }  # fmt: skip
    return _kept(request, render(request, "portal/exemplar.html", context))


def _copy(row: Exemplar) -> dict:
    return {"name": row.name, "url": exemplar_url(row), "spot": families.spot(row), "stage": row.get_stage_display()}


def _member(member: families.Member) -> dict:
    """A member of the family with its address, as portal/_family.html draws it."""
    learners = [_member(each) for each in member.learners]
    return {**_copy(member.exemplar), "is_here": member.is_here, "learners": learners}


@login_not_required
@require_safe
def photo(request, pk):
    """The clean copy of a public photo; the original with its place and device is never handed out here."""
    row = get_object_or_404(Evidence.objects.public(), pk=pk)
    return answer_with(row, "thumb" if request.GET.get("co") == "nho" and row.thumb else "clean", public=True)
