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

# Built at the same time as this table and still without a row. Only ever shorter: a new address gets its row at once.
AWAITED = {
    "movement:consent_new",
    "movement:consent_take_back",
    "movement:contribution_new",
    "movement:contribution_remove",
    "movement:draft_discard",
    "movement:draft_save",
    "movement:exemplar_advance",
    "movement:exemplar_detail",
    "movement:exemplar_edit",
    "movement:exemplar_export",
    "movement:exemplar_list",
    "movement:exemplar_merge",
    "movement:exemplar_publish",
    "movement:exemplar_withdraw",
    "movement:guidance_say",
    "movement:my_work",
    "movement:progress_edit",
    "movement:progress_new",
    "movement:progress_remove",
    "movement:recognition_annul",
    "movement:recognition_new",
    "movement:registration_advance",
    "movement:registration_detail",
    "movement:registration_list",
    "movement:registration_new",
    "movement:registration_ready",
    "movement:saved_view_add",
    "movement:saved_view_remove",
    "movement:search",
    "movement:verification_new",
    "reports:ledger",
    "reports:summary",
    "reports:summary_export",
}


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
        if isinstance(pattern, URLPattern):
            yield namespace + (pattern.name or str(pattern.pattern)), pattern.callback
        else:
            inner = f"{pattern.namespace}:" if pattern.namespace else ""
            yield from _patterns(pattern, namespace + inner)


def open_addresses() -> set[str]:
    """Those that open without signing in; tests/house/test_open_views.py holds their set."""
    return {name for name, view in addresses().items() if not getattr(view, "login_required", True)}
