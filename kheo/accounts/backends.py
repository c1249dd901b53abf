"""Sign-in by user name or phone."""

import re

from allauth.account.auth_backends import AuthenticationBackend

from kheo.accounts.models import User


def phone_digits(text: str) -> str:
    """A Vietnamese phone number in one form: "+84 912 345 678" and "0912.345.678" both give "0912345678"."""
    digits = re.sub(r"[^\d+]", "", text)
    return re.sub(r"^(\+84|0084|84(?=\d{9}$))", "0", digits)


class NameOrPhone(AuthenticationBackend):
    """allauth's own backend, with a phone number turned into the user name of its owner first."""

    def authenticate(self, request, **credentials):
        login = credentials.get("username") or ""
        if re.fullmatch(r"[\d\s.+()-]{9,20}", login):
            owner = User.objects.filter(phone=phone_digits(login)).values_list("username", flat=True).first()
            credentials["username"] = owner or login
        return super().authenticate(request, **credentials)
