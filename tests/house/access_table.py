"""The whole table of access, gathered from the rooms, and the addresses that need no row in it."""

import pkgutil
from collections.abc import Iterator
from importlib import import_module

from django.urls import URLPattern, get_resolver

from . import access
from .access.row import Row

# About nobody but the person who is signed in, without any object in the address; tests/accounts walks these pages.
ONESELF = {
    "account_reauthenticate",
    "account_change_password",
    "mfa_index",
    "mfa_reauthenticate",
    "mfa_activate_totp",
    "mfa_deactivate_totp",
    "mfa_view_recovery_codes",
    "mfa_generate_recovery_codes",
    "mfa_download_recovery_codes",
}

# A thing that belongs to one person, whatever their role: the room's own tests let its owner in and others not.
OWN_THINGS = {
    "movement:saved_view_remove",
    "notices:detail",
    "notices:open",
    "stories:story",
    "stories:story_photo",
    "stories:story_photos",
    "stories:story_photo_remove",
    "stories:story_withdraw",
    "stories:upload_piece",
}

# The portal's newsroom lets in whoever holds a role over the whole tree, and nobody of the cast does:
# tests/portal/test_newsroom_access.py walks these, and every address of the desk (Wagtail's own are two hundred).
NEWSROOM = {
    "stories:desk",
    "stories:story_take",
    "stories:story_decline",
    "stories:fees",
    "stories:fee_works",
    "stories:fee_download",
    "stories:fee_rate",
}
DESK = "bien-tap/"

# Rooms still being built, whose new addresses may wait for their rows. To be emptied: then every address needs its row.
AWAITED = ()


def rooms() -> dict[str, list[Row]]:
    """Rows of every module of tests/house/access that has ROWS, by the module's name."""
    found = {one.name: import_module(f"{access.__name__}.{one.name}") for one in pkgutil.iter_modules(access.__path__)}
    return {name: module.ROWS for name, module in found.items() if hasattr(module, "ROWS")}


def rows() -> list[Row]:
    return [row for room in rooms().values() for row in room]


def addresses() -> dict[str, object]:
    """Name (with its namespace) and view of every address that the resolver knows."""
    return dict(_patterns(get_resolver()))


def _patterns(resolver, namespace: str = "") -> Iterator[tuple[str, object]]:
    for pattern in resolver.url_patterns:
        yield from _named(pattern, namespace)


def _named(pattern, namespace: str = "") -> Iterator[tuple[str, object]]:
    if isinstance(pattern, URLPattern):
        yield namespace + (pattern.name or str(pattern.pattern)), pattern.callback
    else:
        inner = f"{pattern.namespace}:" if pattern.namespace else ""
        yield from _patterns(pattern, namespace + inner)


def newsroom() -> set[str]:
    """Names of the newsroom's addresses: its pages at work, and all of its desk."""
    desk = [pattern for pattern in get_resolver().url_patterns if str(pattern.pattern).startswith(DESK)]
    return NEWSROOM | {name for part in desk for name, _ in _named(part)}


def open_addresses() -> set[str]:
    """Those that open without signing in; tests/house/test_open_views.py holds their set."""
    return {name for name, view in addresses().items() if not getattr(view, "login_required", True)}
