"""Which pages open without signing in: exactly these, by the name of their address."""

from django.urls import URLPattern, get_resolver

OPEN = {
    # Signing in and out (allauth); signing up is closed by the adapter.
    "account_login",
    "account_signup",
    "account_reset_password",
    "account_reset_password_done",
    "account_reset_password_from_key",
    "account_reset_password_from_key_done",
    "account_confirm_email",
    "account_confirm_login_code",
    "account_inactive",
    "account_email_verification_sent",
    "account_logout",
    "mfa_authenticate",
    # The gallery of components, only where KHEO_DEBUG or KHEO_DEMO is set.
    "core:gallery",
}


def patterns(resolver, namespace=""):
    for pattern in resolver.url_patterns:
        if isinstance(pattern, URLPattern):
            yield namespace + (pattern.name or str(pattern.pattern)), pattern.callback
        else:
            inner = f"{pattern.namespace}:" if pattern.namespace else ""
            yield from patterns(pattern, namespace + inner)


def test_only_these_pages_open_without_signing_in():
    found = {name for name, view in patterns(get_resolver()) if not getattr(view, "login_required", True)}

    assert found == OPEN
