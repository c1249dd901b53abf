"""What may be counted: upper rooms register their kinds of page, and answer which are published."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from kheo.core import pagecache
from kheo.visits.router import renew

# What upper rooms call a page: its kind, and which one of that kind ("bai:12", "trang:thu-vien").
KEY = re.compile(r"[a-z][a-z-]{0,19}:[a-z0-9][a-z0-9-]{0,60}")
MANY = 20_000  # published keys that a process remembers
JUNK = 2_000  # and refused ones: a flood of made-up keys pushes no published one out


@dataclass(frozen=True)
class Kind:
    """`section_of(tail)`: the section of a published page, or None. `titles(tails)`: {tail: (title, address)}."""

    section_of: Callable[[str], str | None]
    titles: Callable[[list[str]], dict[str, tuple[str, str]]] | None = None


_kinds: dict[str, Kind] = {}
_section_names: list[Callable[[], dict[str, str]]] = []
_known: dict[str, str] = {}
_refused: set[str] = set()
_of = ""


def register(
    kind: str,
    section_of: Callable[[str], str | None],
    *,
    titles: Callable[[list[str]], dict[str, tuple[str, str]]] | None = None,
) -> None:
    """Have pages "kind:tail" counted ("bai:12", "trang:thu-vien").

    `section_of(tail)` answers the key of the section that a PUBLISHED page belongs to ("" for none), or None where
    there is no such page or it is not public. Its answers are kept until something public changes.
    """
    _kinds[kind] = Kind(section_of, titles)
    forget()


def name_sections(names: Callable[[], dict[str, str]]) -> None:
    """Have sections called by {key: title} on the page of statistics."""
    if names not in _section_names:
        _section_names.append(names)


def section_of(key: str) -> str | None:
    """The section of a page that may be counted ("" for none); None for a page that may not."""
    global _of
    now = pagecache.generation()
    if now != _of:
        forget()
        _of = now
    found = _known.get(key)
    if found is None and key not in _refused:
        found = _ask(key)
        _keep(key, found)
    return found


def titles(keys: Iterable[str]) -> dict[str, tuple[str, str]]:
    """Title and address of pages, for those that are still public: one question a kind."""
    tails: dict[str, list[str]] = {}
    for key in keys:
        kind, _, tail = key.partition(":")
        tails.setdefault(kind, []).append(tail)
    return {
        f"{kind}:{tail}": title
        for kind, those in tails.items()
        if kind in _kinds and _kinds[kind].titles
        for tail, title in _kinds[kind].titles(those).items()
    }


def section_names() -> dict[str, str]:
    """Titles of sections by their keys."""
    return {key: title for names in _section_names for key, title in names().items()}


def forget() -> None:
    """Ask anew from now on."""
    _known.clear()
    _refused.clear()


def _ask(key: str) -> str | None:
    kind, _, tail = key.partition(":")
    renew("default")
    return _kinds[kind].section_of(tail) if kind in _kinds else None


def _keep(key: str, found: str | None) -> None:
    if found is None:
        if len(_refused) >= JUNK:
            _refused.clear()
        _refused.add(key)
    else:
        if len(_known) >= MANY:
            _known.clear()
        _known[key] = found
