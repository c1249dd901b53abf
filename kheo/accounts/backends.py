"""Sign-in by user name or phone."""

from allauth.account.auth_backends import AuthenticationBackend

from kheo.accounts.models import User
from kheo.accounts.phones import LOOKS_LIKE, phone_digits


def username_of(login: str) -> str:
    """The user name behind what was typed: itself, or the user name of the phone's owner. Cases count for nothing."""
    login = login.strip()
    if LOOKS_LIKE.fullmatch(login):
        owner = User.objects.filter(phone=phone_digits(login)).values_list("username", flat=True).first()
        return (owner or phone_digits(login)).lower()
    return login.lower()


class NameOrPhone(AuthenticationBackend):
    """allauth's own backend, with a phone number turned into the user name of its owner first."""

    def authenticate(self, request, **credentials):
        if credentials.get("username"):
            credentials["username"] = username_of(credentials["username"])
        return super().authenticate(request, **credentials)
