"""What is answered below /dem/, by the WSGI environment alone: it wants no session, no form token and no page.

POST /dem/ `t=<key>` counts a view: 202 counted, 204 a repeat, a robot, or nothing that may be counted. GET
/dem/anh.gif?t=<key> is for browsers without JavaScript. GET /dem/so/?t=<key>&t=<key> hands out the live figures.
"""

import json
import logging
from base64 import b64decode
from typing import Any
from urllib.parse import unquote

from django.conf import settings
from django.contrib.auth import get_user
from django.contrib.sessions.backends.db import SessionStore
from django.db import DatabaseError
from django.http import HttpRequest, parse_cookie

from kheo.core.callers import address_in
from kheo.visits import countable, live
from kheo.visits.actions import counting
from kheo.visits.models import Who
from kheo.visits.robots import is_robot

BEACON, PIXEL, FIGURES = "/dem/", "/dem/anh.gif", "/dem/so/"
BODY_LIMIT = 200  # bytes
QUERY_LIMIT = 4_000
KEYS_LIMIT = 60  # figures handed out at once
GIF = b64decode("R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7")

log = logging.getLogger(__name__)

Environ = dict[str, Any]
Answer = tuple[int, list[tuple[str, str]], bytes]


def answer(environ: Environ) -> Answer | None:
    """Status, headers and body; None for an address that is not ours."""
    found = ROOMS.get(environ["PATH_INFO"])
    if found is None:
        return None
    method, room = found
    if environ["REQUEST_METHOD"] != method:
        return 405, [("Allow", method), ("Content-Length", "0")], b""
    try:
        return room(environ)
    except DatabaseError:
        # Not counted, and not said to be.
        log.exception("Không ghi được lượt xem")
        return _empty(503)


def is_plain(environ: Environ) -> bool:
    """Whether it is a reader's beacon, for which nothing but the counter is asked (unless its page is not known yet)."""
    return (
        environ["PATH_INFO"] == BEACON
        and environ["REQUEST_METHOD"] == "POST"
        and settings.SESSION_COOKIE_NAME not in environ.get("HTTP_COOKIE", "")
    )


def _beacon(environ: Environ) -> Answer:
    size = environ.get("CONTENT_LENGTH") or "0"
    if not size.isdecimal() or int(size) > BODY_LIMIT:
        return _empty(400)
    keys = _keys(environ["wsgi.input"].read(int(size)).decode("ascii", "replace"))
    if not keys:
        return _empty(400)
    who = _who(environ)
    counted = _count(environ, keys[0], who)
    return _empty(202 if counted and who != Who.ROBOT else 204)


def _pixel(environ: Environ) -> Answer:
    keys = _keys(environ.get("QUERY_STRING", "")[:BODY_LIMIT])
    if keys:
        who = _who(environ)
        _count(environ, keys[0], who if who == Who.ROBOT else Who.NO_SCRIPT)
    return 200, _headers("image/gif", GIF), GIF


def _figures(environ: Environ) -> Answer:
    query = environ.get("QUERY_STRING", "")
    keys = _keys(query[:QUERY_LIMIT], KEYS_LIMIT) if query else []
    figures = live.figures(tuple(key for key in keys if countable.section_of(key) is not None))
    body = json.dumps(figures).encode()
    return 200, _headers("application/json", body), body


def _count(environ: Environ, key: str, who: Who) -> bool:
    section = countable.section_of(key)
    # What another site's page sends is nobody's view of ours.
    if section is None or environ.get("HTTP_SEC_FETCH_SITE", "same-origin") not in ("same-origin", "none"):
        return False
    caller = counting.Caller(address_in(environ), environ.get("HTTP_USER_AGENT", ""), who)
    return counting.count(key, section, caller)


def _who(environ: Environ) -> Who:
    if is_robot(environ.get("HTTP_USER_AGENT", "")):
        return Who.ROBOT
    cookies = environ.get("HTTP_COOKIE", "")
    if settings.SESSION_COOKIE_NAME not in cookies:
        return Who.GUEST
    request = HttpRequest()
    request.session = SessionStore(parse_cookie(cookies).get(settings.SESSION_COOKIE_NAME))
    return Who.MEMBER if get_user(request).is_authenticated else Who.GUEST


def _keys(query: str, limit: int = 1) -> list[str]:
    """The keys of "t=a:1&t=b:2"; [] where anything else stands in it, or more than `limit`."""
    parts = query.split("&")
    keys = [unquote(part[2:]) for part in parts if part.startswith("t=")]
    is_sound = len(parts) == len(keys) <= limit and all(countable.KEY.fullmatch(key) for key in keys)
    return keys if is_sound else []


def _headers(kind: str, body: bytes) -> list[tuple[str, str]]:
    return [("Content-Type", kind), ("Content-Length", str(len(body))), ("Cache-Control", "no-store")]


def _empty(status: int) -> Answer:
    return status, [] if status == 204 else [("Content-Length", "0")], b""


ROOMS = {BEACON: ("POST", _beacon), PIXEL: ("GET", _pixel), FIGURES: ("GET", _figures)}
