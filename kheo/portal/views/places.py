"""Xã tôi: find one's commune by its new or old name, and read what concerns it."""

from django.contrib.auth.decorators import login_not_required
from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from kheo.core.pagecache import keep
from kheo.portal.addresses import exemplar_url, place_url
from kheo.portal.context import frame_of
from kheo.portal.forms.places import PlaceForm
from kheo.portal.models import ContactsPage
from kheo.portal.moments import next_turn
from kheo.portal.queries import library as shelf
from kheo.portal.queries import news, places
from kheo.units.models import Level, Unit


@login_not_required
@require_safe
def find(request):
    """Communes that a name leads to; one alone is gone to at once. Without a name: all of them."""
    form = PlaceForm(request.GET)
    form.is_valid()
    asked = form.cleaned_data.get("q", "")
    today = timezone.localdate()
    found = places.places_named(asked, on=today) if asked else []
    if len(found) == 1:
        return redirect(place_url(found[0].unit))
    every = Unit.objects.living(on=today).filter(level=Level.COMMUNE, place=None).by_name() if not asked else []
    context = {
        "form": form,
        "asked": asked,
        "found": [(place_url(each.unit), each.unit.title, each.why) for each in found],
        "every": [(place_url(unit), unit.title) for unit in every],
    }
    return render(request, "portal/places.html", context)


@login_not_required
@require_safe
def place(request, code):
    """One commune: its news, its models, whom to ask, what it was called before."""
    unit = places.place_at(code, on=timezone.localdate())
    if unit is None:
        raise Http404
    told = places.place(unit, on=timezone.localdate())
    contacts = ContactsPage.objects.live().first()
    context = {
        "told": told,
        "entries": news.entries(told.articles, within=frame_of(request).news),
        "cards": shelf.cards(told.exemplars, exemplar_url),
        "people": contacts.people.all() if contacts else [],
        "library_url": reverse("portal:library", query={"dia_ban": unit.name}),
        "count_key": f"xa:{unit.pk}",
    }
    response = render(request, "portal/place.html", context)
    return response if request.user.is_authenticated else keep(response, until=next_turn(timezone.now()))
