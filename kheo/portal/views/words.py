"""A resident's word on whether a model still works: three answers with equal ease, once a browser."""

import secrets

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.core import signing
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from kheo.core.callers import address_of, network_of
from kheo.movement.lifecycle.move import NotYet
from kheo.portal.actions import words
from kheo.portal.addresses import exemplar_url
from kheo.portal.forms.letters import WordForm
from kheo.portal.queries import library as shelf
from kheo.portal.queries.letters import SHOWN_FROM

NOT_TAKEN = 422
THANKS = "Đã ghi nhận, cảm ơn bà con. Số liệu trên trang được cập nhật vào nửa đêm."
COOKIE, AGE = "ba-con", 366 * 24 * 60 * 60


@login_not_required
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def word(request, pk):
    """The question, with the answer that was pressed on the model's page already chosen (`?noi=`)."""
    row = get_object_or_404(shelf.published(), pk=pk)
    asked = {"word": request.GET.get("noi", "")}
    form = WordForm(request.POST or None, initial=asked)
    browser = _token(request)
    if request.method == "POST" and form.is_valid() and _given(request, form, row, browser):
        messages.success(request, THANKS)
        return redirect(exemplar_url(row))
    context = {"form": form, "exemplar": row, "url": exemplar_url(row), "from_count": SHOWN_FROM}
    response = render(request, "portal/word.html", context, status=NOT_TAKEN if form.errors else 200)
    if not browser:
        _give_mark(response)
    return response


def _given(request, form: WordForm, row, browser: str) -> bool:
    try:
        words.give(row, form.cleaned_data["word"], browser=browser, network=network_of(address_of(request)))
    except NotYet as reason:
        form.add_error(None, str(reason))
        return False
    return True


def _token(request) -> str:
    try:
        return _signer().unsign(request.COOKIES.get(COOKIE, ""))
    except signing.BadSignature:
        return ""


def _give_mark(response) -> None:
    """A random token that the browser shows at this question alone; without it nothing is counted."""
    response.set_cookie(
        COOKIE, _signer().sign(secrets.token_urlsafe(18)), max_age=AGE, path=reverse("portal:library"),
        httponly=True, samesite="Lax", secure=settings.SESSION_COOKIE_SECURE,
    )  # fmt: skip


def _signer() -> signing.Signer:
    return signing.Signer(salt="kheo.portal.words")
