"""The one box: results by kind, suggestions while one types, and an honest "nothing found"."""

from django.contrib.auth.decorators import login_not_required
from django.http import JsonResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from kheo.core.vietnamese import clean
from kheo.portal.addresses import directive_url, exemplar_url
from kheo.portal.queries import search as finding

LONGEST = 200
SHORTEST = 2
URLS = {"exemplar": exemplar_url, "directive": directive_url}


def _asked(request) -> str:
    return clean(request.GET.get("q", ""))[0][:LONGEST].strip()


@login_not_required
@require_safe
def search(request):
    asked, kind = _asked(request), request.GET.get("loai", "")
    groups = finding.search(asked, kind=kind, urls=URLS) if asked else []
    kinds = [("Tất cả", reverse("portal:search", query={"q": asked}), kind not in finding.KINDS)] + [
        (name, reverse("portal:search", query={"q": asked, "loai": key}), kind == key)
        for key, (name, _) in finding.KINDS.items()
    ]
    context = {
        "asked": asked,
        "groups": [(group, reverse("portal:search", query={"q": asked, "loai": group.key})) for group in groups],
        "kinds": kinds,
        "fewer": [(each, reverse("portal:search", query={"q": each})) for each in finding.fewer_words(asked, urls=URLS)]
        if asked and not groups
        else [],
    }
    return render(request, "portal/search.html", context)


@login_not_required
@require_safe
def suggest(request):
    """Titles for what is typed so far, as JSON."""
    asked = _asked(request)
    found = finding.suggestions(asked, urls=URLS) if len(asked) >= SHORTEST else []
    return JsonResponse({"titles": found})
