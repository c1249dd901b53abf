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
# By key: the state of all that is public (its generation) in which a page was asked about, and the answer. What a thread
# asked about an older state, and puts here late, is nobody's answer.
_known: dict[str, tuple[str, str]] = {}
_refused: dict[str, str] = {}


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
    now = pagecache.generation()
    asked, section = _known.get(key, ("", ""))
    if asked == now:
        return section
    if _refused.get(key) == now:
        return None
    found = _ask(key)
    _keep(key, now, found)
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


def _keep(key: str, now: str, found: str | None) -> None:
    kept, answer, most = (_refused, now, JUNK) if found is None else (_known, (now, found), MANY)
    if len(kept) >= most:
        kept.clear()
    kept[key] = answer
