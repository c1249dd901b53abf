"""Which pages open without signing in: exactly these, by the name of their address."""

from .access_table import newsroom, open_addresses

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
    # News, events, directives, search, places; feeds, and copies of photos that a published page shows.
    "wagtail_serve",
    "portal:picture",
    "portal:directives",
    "portal:directive",
    "portal:directive_file",
    "portal:search",
    "portal:suggest",
    "portal:places",
    "portal:place",
    "portal:notice",
    "portal:notice_code",
    "portal:feed_rss",
    "portal:feed_atom",
    "portal:section_rss",
    "portal:section_atom",
    "portal:calendar_feed",
    "portal:event_feed",
    "portal:sitemap",
    "portal:robots",
    # A file that a published page names; others are for the newsroom alone.
    "wagtaildocs_serve",
    # Open data.
    "api_docs",
    "api:api-root",
    "api:openapi-json",
    "api:articles",
    "api:articles_csv",
    "api:article",
    "api:exemplars",
    "api:exemplars_csv",
    "api:exemplar",
    "api:directives",
    "api:directives_csv",
    "api:statistics",
    # What the public sends: feedback, a suggestion, a word on a model; and the answer, by its code.
    "portal:feedback",
    "portal:suggestion",
    "portal:letter_answer",
    "portal:word",
    # Files shown for comment, and the sending of a comment.
    "shown:list",
    "shown:file",
    # Polls: what anyone reads, and the sending of a vote.
    "polls:list",
    "polls:poll",
    "polls:vote",
    # Whoever holds a certificate checks it.
    "certificates:lookup",
    "certificates:check",
    "certificates:scanned",
    # What the counter says of itself.
    "visits:statistics",
    "visits:statistics_csv",
    "visits:method",
    # The gallery of components, only where KHEO_DEBUG or KHEO_DEMO is set.
    "core:gallery",
}


def test_only_these_pages_open_without_signing_in():
    # Wagtail marks some addresses of its desk open and guards them itself: tests/portal/test_newsroom_access.py walks all.
    assert open_addresses() - newsroom() == OPEN
