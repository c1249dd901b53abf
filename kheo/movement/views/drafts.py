"""Drafts: what a form sends while it is being written, and how a view gives it back."""

from django.http import Http404, HttpResponseRedirect, JsonResponse, QueryDict
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST

from kheo.movement.actions import drafts
from kheo.movement.models import Draft

FORMS = ("file", "renewal", "rule_set", "story")  # the forms that save themselves
_NOT_KEPT = {"csrfmiddlewaretoken", "once"}


@require_POST
def draft_save(request, form, about):
    """Keep what stands in the form now; 400 where it cannot be kept."""
    _check(form)
    data = {key: values for key, values in request.POST.lists() if key not in _NOT_KEPT}
    if drafts.keep(request.user, form, about[:60], data) is None:
        return JsonResponse({"reason": "Bản nháp quá dài, không lưu được."}, status=400)
    return JsonResponse({}, status=200)


@require_POST
def draft_discard(request, form, about):
    """Throw the draft away and show the form as it was."""
    _check(form)
    drafts.discard(request.user, form, about[:60])
    back = request.POST.get("next", "")
    safe = url_has_allowed_host_and_scheme(back, allowed_hosts={request.get_host()})
    # Not `redirect`, which would take a word for the name of a view.
    return HttpResponseRedirect(back if safe else reverse("movement:registration_new"))


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
    return reverse("movement:draft_save", args=[form, about])


def _check(form: str) -> None:
    if form not in FORMS:
        raise Http404
