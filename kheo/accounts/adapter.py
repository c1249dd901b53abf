"""What allauth is told of this house: nobody signs up alone, no mail is needed, guessing locks nobody out."""

from allauth.account.adapter import DefaultAccountAdapter
from allauth.core.internal import ratelimit
from django.conf import settings
from django.core import signing
from django.http import HttpResponse
from django.urls import reverse

from kheo.accounts.backends import username_of
from kheo.accounts.rail import first_address
from kheo.audit.models import record
from kheo.core.callers import address_of

# A browser that signed in before shows this signed mark. Guessing from elsewhere can then never lock its owner out.
KNOWN = "kheo_known"
KNOWN_DAYS = 180
GUESSES_BY_STRANGERS = {"guesses": "50/h/key"}


class Adapter(DefaultAccountAdapter):
    """The public does not register; people come by invitation."""

    def is_open_for_signup(self, request):
        return False

    def get_client_ip(self, request):
        return address_of(request)

    def pre_authenticate(self, request, **credentials):
        """Failures are counted by name and address together, and by address; see also `_let_strangers_guess`."""
        super().pre_authenticate(request, **credentials)
        self._let_strangers_guess(request, username_of(credentials.get("username", "")))

    def _let_strangers_guess(self, request, username):
        # Many addresses guessing at one name: they are stopped, browsers known to its owner are not.
        self._guess = None
        if known_to(request) == username:
            return
        self._guess = ratelimit.consume(
            request, app="kheo.accounts", action="guesses", config=GUESSES_BY_STRANGERS, key=username
        )
        if not self._guess:
            self._rollback_login_failed_rl_usage()
            raise self.validation_error("too_many_login_attempts")

    def authenticate(self, request, **credentials):
        user = super().authenticate(request, **credentials)
        if user and self._guess:
            self._guess.rollback()
        return user

    def _get_login_attempts_cache_key(self, request, **credentials):
        # With the address: an outsider who fails at an officer's name shuts out only himself.
        return f"{self.get_client_ip(request)}:{username_of(credentials.get('username', ''))}"

    def post_login(self, request, user, **kwargs) -> HttpResponse:
        response = super().post_login(request, user, **kwargs)
        remember_browser(response, user)
        return response

    def get_login_redirect_url(self, request):
        """To the first line of one's own rail: the desk, or for a juror or a journalist their own page."""
        return first_address(request.user)

    def get_password_change_redirect_url(self, request):
        return reverse("accounts:me")

    def set_password(self, user, password):
        user.must_change_password = False
        super().set_password(user, password)
        record("person.change_password", user, by=user)


def remember_browser(response: HttpResponse, user) -> None:
    """Mark this browser as one from which `user` has signed in."""
    response.set_cookie(
        KNOWN,
        signing.dumps(user.username.lower(), salt=KNOWN),
        max_age=KNOWN_DAYS * 24 * 3600,
        secure=settings.SESSION_COOKIE_SECURE,
        httponly=True,
        samesite="Lax",
    )


def known_to(request) -> str | None:
    """The user name whose owner signed in from this browser before, or None."""
    try:
        return signing.loads(request.COOKIES.get(KNOWN, ""), salt=KNOWN, max_age=KNOWN_DAYS * 24 * 3600)
    except signing.BadSignature:
        return None
