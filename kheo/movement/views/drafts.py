"""Drafts: what a form sends while it is being written, and how a view gives it back."""

import re

from django.http import Http404, HttpRequest, JsonResponse, QueryDict
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST

from kheo.movement.actions import drafts
from kheo.movement.models import Draft

FORMS = ("file", "renewal")  # the forms that save themselves
_ABOUT = re.compile(r"[a-z0-9-]{1,60}")
_NOT_KEPT = {"csrfmiddlewaretoken", "once"}


@require_POST
def draft_save(request):
    """Keep what stands in the form now. Answers 204, or 400 where it cannot be kept."""
    form, about = _named(request)
    data = {key: values for key, values in request.POST.lists() if key not in _NOT_KEPT}
    if drafts.keep(request.user, form, about, data) is None:
        return JsonResponse({"reason": "Bản nháp quá dài, không lưu được."}, status=400)
    return JsonResponse({}, status=200)


@require_POST
def draft_discard(request):
    """Throw the draft away and show the form as it was."""
    drafts.discard(request.user, *_named(request))
    back = request.POST.get("next", "")
    safe = url_has_allowed_host_and_scheme(back, allowed_hosts={request.get_host()})
    return redirect(back if safe else "movement:registration_new")


def kept(user, form: str, about: str) -> QueryDict | None:
    """The draft as a form reads it, or None."""
    draft = Draft.objects.filter(user=user, form=form, about=about).first()
    if draft is None:
        return None
    data = QueryDict(mutable=True)
    for key, values in draft.data.items():
        data.setlist(key, values)
    return data


def address(form: str, about: str) -> str:
    """Where the form saves itself."""
    return f"{reverse('movement:draft_save')}?bieu-mau={form}&ve={about}"


def _named(request: HttpRequest) -> tuple[str, str]:
    form, about = request.GET.get("bieu-mau", ""), request.GET.get("ve", "")
    if form not in FORMS or not _ABOUT.fullmatch(about):
        raise Http404
    return form, about
