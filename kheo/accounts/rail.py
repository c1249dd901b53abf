"""The rail of the working frame: rooms register entries in their `AppConfig.ready`, a person sees what is theirs."""

from collections.abc import Callable
from dataclasses import dataclass

from django.http import HttpRequest
from django.urls import reverse
from django.utils.functional import SimpleLazyObject

from kheo.accounts.access import can_anywhere
from kheo.accounts.permissions import Permission

# Groups stand in this order; the first has no title.
GROUPS = ("", "Xét công nhận", "Cổng thông tin", "Tổng hợp", "Đơn vị", "Hệ thống")


@dataclass(frozen=True)
class Entry:
    """One line: shown to whoever holds any of `needs` somewhere (to everybody when empty) and whom `admits` admits.

    `count` answers how many things wait there, or None; it runs on every page, so one indexed query at most.
    A day does not begin at one that is not `begins_day`, wherever it stands.
    """

    label: str
    url_name: str
    needs: tuple[Permission, ...] = ()
    group: str = ""
    order: int = 50
    count: Callable[..., int | None] | None = None
    admits: Callable[..., bool] | None = None
    begins_day: bool = True


_entries: dict[str, Entry] = {}


def register(*entries: Entry) -> None:
    """Add entries; one that names the same address again takes the place of the first."""
    for entry in entries:
        if entry.group not in GROUPS:
            raise ValueError(f"Unknown group of the rail: {entry.group!r}")
        _entries[entry.url_name] = entry


def entries() -> list[Entry]:
    """All entries, in the order in which they are shown."""
    return sorted(_entries.values(), key=lambda entry: (GROUPS.index(entry.group), entry.order, entry.label))


Line = tuple[str, str, int | None, bool]


def groups_for(user, path: str = "") -> list[tuple[str, list[Line]]]:
    """What `work.html` draws: [(title, [(label, url, count, is_current)])]; the longest fitting address is current."""
    shown = [(entry, reverse(entry.url_name)) for entry in entries() if _is_for(entry, user)]
    current = max((url for _, url in shown if path.startswith(url)), key=len, default=None)
    found: dict[str, list[Line]] = {}
    for entry, url in shown:
        count = entry.count(user) if entry.count else None
        found.setdefault(entry.group, []).append((entry.label, url, count, url == current))
    return list(found.items())


def first_address(user) -> str:
    """Where a person's day begins: the first line of their rail at which one may."""
    return next(reverse(entry.url_name) for entry in entries() if entry.begins_day and _is_for(entry, user))


def _is_for(entry: Entry, user) -> bool:
    holds = not entry.needs or any(can_anywhere(user, permission) for permission in entry.needs)
    return holds and (entry.admits is None or entry.admits(user))


def context(request: HttpRequest) -> dict:
    """Context processor: `rail`, worked out once and only by a page that draws it."""
    return {"rail": SimpleLazyObject(lambda: groups_for(request.user, request.path) if _signed_in(request) else [])}


def _signed_in(request: HttpRequest) -> bool:
    # A page of refusal may be drawn before any session was read.
    return hasattr(request, "user") and request.user.is_authenticated
