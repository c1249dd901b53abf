"""Live figures for pages that are kept: asked by every reader's browser, worked out every few seconds in a process."""

import time
from collections import OrderedDict
from collections.abc import Callable
from typing import Any

from django.utils import timezone

from kheo.visits import queries

FRESH = 3  # seconds
MANY = 500  # sets of pages remembered

_kept: OrderedDict[Any, tuple[float, Any]] = OrderedDict()


def figures(keys: tuple[str, ...]) -> dict:
    """{views: {key: n}, guests, members, total, site}, at most `FRESH` seconds old."""
    views = kept(keys, FRESH, lambda: queries.views_of(keys)) if keys else {}
    return {"views": views, **kept("site", FRESH, _site)}


def kept(name: Any, seconds: float, work_out: Callable[[], Any]) -> Any:
    """What was worked out under a name, or anew when it is older than some seconds."""
    now = time.monotonic()
    found = _kept.get(name)
    if found is None or now - found[0] > seconds:
        found = _kept[name] = now, work_out()
        while len(_kept) > MANY:
            _kept.popitem(last=False)
    return found[1]


def forget() -> None:
    """Work everything out anew."""
    _kept.clear()


def _site() -> dict:
    online = queries.online(timezone.now())
    return {
        "guests": online.guests, "members": online.members, "total": online.total, "site": queries.site_total().total,
    }  # fmt: skip
