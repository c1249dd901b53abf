"""The beacon answers before anything else is asked: it wants no session, no form token and no page.

POST /dem/ `t=<key>` counts a view: 202 counted, 204 a repeat, a robot, or nothing that may be counted. GET
/dem/anh.gif?t=<key> is for browsers without JavaScript. GET /dem/so/?t=<key>&t=<key> hands out the live figures.
"""

import re
from base64 import b64decode
from collections.abc import Callable
from urllib.parse import unquote

from django.conf import settings
from django.contrib.auth import get_user
from django.contrib.sessions.backends.db import SessionStore
from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed, JsonResponse

from kheo.core.callers import address_of
from kheo.visits import countable, live
from kheo.visits.actions.counting import Caller
from kheo.visits.actions.counting import count as count_hit
from kheo.visits.models import Who
from kheo.visits.robots import is_robot

BEACON, PIXEL, FIGURES = "/dem/", "/dem/anh.gif", "/dem/so/"
BODY_LIMIT = 200  # bytes
QUERY_LIMIT = 4_000
KEYS_LIMIT = 60  # figures handed out at once
KEY = re.compile(r"[a-z][a-z-]{0,19}:[a-z0-9][a-z0-9-]{0,60}")
GIF = b64decode("R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7")


def count(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Middleware: counts what is sent to the beacon's address; all else goes on."""

    def middleware(request: HttpRequest) -> HttpResponse:
        path = request.path_info
        if not path.startswith(BEACON):
            return get_response(request)
        if path == BEACON:
            return _beacon(request)
        if path == PIXEL:
            return _pixel(request)
        return _figures(request) if path == FIGURES else get_response(request)

    return middleware


def _beacon(request: HttpRequest) -> HttpResponse:
    if request.method != "POST":
        return HttpResponseNotAllowed(["POST"])
    size = request.META.get("CONTENT_LENGTH") or "0"
    if not size.isdecimal() or int(size) > BODY_LIMIT:
        return _empty(400)
    [key] = _keys(request.read(int(size)).decode("ascii", "replace")) or [None]
    if key is None:
        return _empty(400)
    who = _who(request)
    counted = _count(request, key, who)
    return _empty(202 if counted and who != Who.ROBOT else 204)


def _pixel(request: HttpRequest) -> HttpResponse:
    if request.method != "GET":
        return HttpResponseNotAllowed(["GET"])
    [key] = _keys(request.META.get("QUERY_STRING", "")[:BODY_LIMIT]) or [None]
    if key is not None:
        who = _who(request)
        _count(request, key, who if who == Who.ROBOT else Who.NO_SCRIPT)
    response = HttpResponse(GIF, content_type="image/gif")
    response["Content-Length"] = str(len(GIF))
    response["Cache-Control"] = "no-store"
    return response


def _figures(request: HttpRequest) -> HttpResponse:
    if request.method != "GET":
        return HttpResponseNotAllowed(["GET"])
    query = request.META.get("QUERY_STRING", "")
    keys = _keys(query[:QUERY_LIMIT], KEYS_LIMIT) if query else []
    response = JsonResponse(live.figures(tuple(key for key in keys if countable.section_of(key) is not None)))
    response["Content-Length"] = str(len(response.content))
    response["Cache-Control"] = "no-store"
    return response


def _count(request: HttpRequest, key: str, who: Who) -> bool:
    section = countable.section_of(key)
    # What another site's page sends is nobody's view of ours.
    if section is None or request.META.get("HTTP_SEC_FETCH_SITE", "same-origin") not in ("same-origin", "none"):
        return False
    caller = Caller(address_of(request), request.META.get("HTTP_USER_AGENT", ""), who)
    return count_hit(key, section, caller)


def _who(request: HttpRequest) -> Who:
    if is_robot(request.META.get("HTTP_USER_AGENT", "")):
        return Who.ROBOT
    if settings.SESSION_COOKIE_NAME not in request.META.get("HTTP_COOKIE", ""):
        return Who.GUEST
    request.session = SessionStore(request.COOKIES.get(settings.SESSION_COOKIE_NAME))
    return Who.MEMBER if get_user(request).is_authenticated else Who.GUEST


def _keys(query: str, limit: int = 1) -> list[str]:
    """The keys of "t=a:1&t=b:2"; [] where anything else stands in it, or more than `limit`."""
    parts = query.split("&")
    keys = [unquote(part[2:]) for part in parts if part.startswith("t=")]
    is_sound = len(parts) == len(keys) <= limit and all(KEY.fullmatch(key) for key in keys)
    return keys if is_sound else []


def _empty(status: int) -> HttpResponse:
    response = HttpResponse(status=status)
    if status != 204:
        response["Content-Length"] = "0"
    return response
