"""The mark by which a browser is known in one poll: a random token, signed, in a cookie of that poll alone.

It is set when the form is shown. The roll keeps a digest of the token, so that the table lets nobody vote as another.
"""

import hashlib
import secrets
from datetime import timedelta

from django.conf import settings
from django.core import signing
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone

from kheo.core.callers import address_of, network_of
from kheo.polls.actions.votes import Caller
from kheo.polls.models import Poll

KEPT_AFTER = timedelta(days=1)  # beyond the closing, a mark serves nothing


def caller_of(request: HttpRequest, poll: Poll) -> Caller:
    """Which browser asks, and on which line, as far as either can be believed."""
    token = _token(request, poll)
    digest = hashlib.sha256(token.encode()).hexdigest() if token else ""
    return Caller(browser=digest, network=network_of(address_of(request)))


def give_mark(response: HttpResponse, request: HttpRequest, poll: Poll) -> None:
    """Have the browser carry a mark of this poll from now on, unless it carries a good one."""
    if _token(request, poll):
        return
    response.set_cookie(
        _name(poll),
        _signer().sign(f"{poll.pk}.{secrets.token_urlsafe(18)}"),
        expires=max(poll.closes_at, timezone.now()) + KEPT_AFTER,
        path=reverse("polls:list"),
        httponly=True,
        samesite="Lax",
        secure=settings.SESSION_COOKIE_SECURE,
    )


def _token(request: HttpRequest, poll: Poll) -> str:
    try:
        of, _, token = _signer().unsign(request.COOKIES.get(_name(poll), "")).partition(".")
    except signing.BadSignature:
        return ""
    return token if of == str(poll.pk) else ""


def _name(poll: Poll) -> str:
    return f"phieu-{poll.pk}"


def _signer() -> signing.Signer:
    return signing.Signer(salt="kheo.polls.browser")
