"""Which pages open without signing in: exactly these, by the name of their address."""

from django.urls import URLPattern, get_resolver

OPEN = {
    # Signing in and out (allauth), and coming in by an invitation.
    "account_login",
    "account_logout",
    "account_inactive",
    "mfa_authenticate",
    "accounts:welcome",
    # A guest with a 14-day link.
    "movement:guest_send",
    # What the public reads.
    "portal:home",
    "portal:library",
    "portal:exemplar",
    "portal:photo",
    "portal:library_places",
    # What the public sends: feedback, a suggestion, a word on a model; and the answer, by its code.
    "portal:feedback",
    "portal:suggestion",
    "portal:letter_answer",
    "portal:word",
    # Polls: what anyone reads, and the sending of a vote.
    "polls:list",
    "polls:poll",
    "polls:vote",
    # What the counter says of itself.
    "visits:statistics",
    "visits:method",
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
