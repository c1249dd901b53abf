"""Whole public pages kept as files, for readers who are not signed in (decision 0022).

A folder `DATA/pages/now` (a link to the folder of this generation) holds them at their own addresses, so that nginx can
hand them out by itself. `forget` begins a new, empty generation: what a worker was still drawing from older rows lands
in the old folder, where nobody looks. Only a view that says `keep` is kept; whoever shows a cookie of ours gets a fresh
page.
"""

import gzip
import json
import os
import shutil
import time
from collections import OrderedDict
from collections.abc import Callable
from datetime import datetime
from hashlib import blake2b
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseNotModified

MARK = "kept_until"  # set on a response by `keep`
PAGE, PACKED, FACTS = "index.html", "index.html.gz", "facts.json"
COOKIES = (settings.SESSION_COOKIE_NAME, "messages")  # who shows one of these is not a mere reader
IN_MEMORY = 400  # pages a process holds of one generation
LONGEST_PATH = 200
NEVER = 0.0
STALE_FOLDERS = 60  # seconds for which an older generation is left alone: somebody may be reading it

_memory: OrderedDict[str, tuple] = OrderedDict()
_memory_of = ""
_due = [NEVER, 0.0]  # when the first kept page of this generation turns stale, and when that was last looked up


def keep(response: HttpResponse, *, until: datetime | None = None) -> HttpResponse:
    """Mark a response as the same for every reader who is not signed in, at the latest until a moment."""
    setattr(response, MARK, until.timestamp() if until else NEVER)
    return response


def generation() -> str:
    """Names the state of all that is public: whoever keeps something of it asks for it anew when this has changed."""
    try:
        return os.readlink(f"{settings.PAGES_FOLDER}/now")  # asked for every view that is counted: no Path is made
    except FileNotFoundError:
        return _begin()


def forget() -> None:
    """Something public has changed and is committed: every kept page is drawn anew."""
    _begin()


def forget_on_commit() -> None:
    """Forget once the transaction that changes something public is committed."""
    transaction.on_commit(forget)


class KeptOfGeneration:
    """One value worked out of what is public, kept in this process until something public changes."""

    def __init__(self, work_out: Callable[[], Any]):
        self._work_out, self._of, self._value = work_out, "", None

    def get(self, *, valid: Callable[[Any], bool] = lambda value: True) -> Any:
        """The value; worked out anew after a change, or where `valid` says no to the kept one."""
        this = generation()
        if self._of != this or not valid(self._value):
            self._value = self._work_out()
            self._of = this  # named only once it is there; a change meanwhile has another name
        return self._value


def middleware(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Middleware: answers with a kept page, or keeps the page that is drawn.

    Each process begins a generation: one that was killed between a commit and its `forget` leaves nothing stale.
    """
    _begin()

    def answer(request: HttpRequest) -> HttpResponse:
        if not _may_be_kept(request):
            return get_response(request)
        this = _turn()
        found = _find(this, request.path_info)
        if found is not None:
            return _answer_with(found, request)
        response = get_response(request)
        until = getattr(response, MARK, None)
        if until is None or response.status_code != 200 or response.cookies or response.streaming:
            return response
        _put(this, request.path_info, response, until)
        return response

    return answer


def _may_be_kept(request: HttpRequest) -> bool:
    path = request.path_info
    return (
        request.method in ("GET", "HEAD")
        and not request.META.get("QUERY_STRING")
        and not any(name in request.COOKIES for name in COOKIES)
        and path.endswith("/")
        and len(path) < LONGEST_PATH
        and ".." not in path
        and (request.is_secure() or not settings.SECURE_SSL_REDIRECT)
        and bool(request.get_host())  # a host that is not ours is refused here, as everywhere
    )


def _folder() -> Path:
    return Path(settings.PAGES_FOLDER)


def _now() -> Path:
    return _folder() / "now"


def _begin() -> str:
    """A new generation; the link is turned in one step, so there is always one."""
    home = _folder()
    name = f"{time.time_ns():x}-{os.getpid():x}"
    (home / name).mkdir(parents=True)
    step = home / f"{name}.link"
    os.symlink(name, step)
    os.replace(step, _now())
    _sweep(home, name)
    return name


def _sweep(home: Path, name: str) -> None:
    for old in home.iterdir():
        if old.name not in ("now", name) and not old.is_symlink():
            try:
                if time.time() - old.stat().st_mtime > STALE_FOLDERS:
                    shutil.rmtree(old, ignore_errors=True)
            except FileNotFoundError:
                continue


def _turn() -> str:
    """This generation, after beginning the next where a kept page has turned stale by the clock."""
    global _memory_of
    this = generation()
    if this != _memory_of:
        _memory.clear()
        _memory_of = this
        _due[:] = [NEVER, 0.0]
    moment = time.time()
    if moment - _due[1] >= 1:
        _due[:] = [_read_due(this), moment]
    if _due[0] and moment >= _due[0]:
        return _turn_after(_begin())
    return this


def _turn_after(this: str) -> str:
    global _memory_of
    _memory.clear()
    _memory_of = this
    _due[:] = [NEVER, time.time()]
    return this


def _read_due(this: str) -> float:
    try:
        return (_folder() / this / "due").stat().st_mtime
    except FileNotFoundError:
        return NEVER


def _say_due(this: str, until: float) -> None:
    known = _read_due(this)
    if until and (not known or until < known):
        path = _folder() / this / "due"
        path.touch()
        os.utime(path, (until, until))
        _due[0] = until


def _find(this: str, path: str) -> tuple | None:
    found = _memory.get((this, path))
    if found is None:
        folder = _folder() / this / path.strip("/")
        try:
            facts = json.loads((folder / FACTS).read_bytes())
            found = facts, (folder / PAGE).read_bytes(), (folder / PACKED).read_bytes()
        except (FileNotFoundError, NotADirectoryError):
            return None
        _remember(this, path, found)
    if found[0]["until"] and time.time() >= found[0]["until"]:
        return None
    return found


def _remember(this: str, path: str, found: tuple) -> None:
    # By generation too: a thread that was late may put an old page here, where nobody asks for it.
    _memory[this, path] = found
    while len(_memory) > IN_MEMORY:
        _memory.popitem(last=False)


def _put(this: str, path: str, response: HttpResponse, until: float) -> None:
    body = response.content
    tag = f'"{blake2b(body, digest_size=12).hexdigest()}"'
    response["ETag"] = tag
    response["Cache-Control"] = "no-cache"
    response["Vary"] = "Cookie, Accept-Encoding"
    facts = {"headers": dict(response.items()), "until": until}
    found = facts, body, gzip.compress(body, 6, mtime=0)
    _remember(this, path, found)
    folder = _folder() / this / path.strip("/")
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name, content in ((PAGE, body), (PACKED, found[2]), (FACTS, json.dumps(facts).encode())):
            _write(folder / name, content)
        _say_due(this, until)
    except OSError:
        return  # the generation ended meanwhile, or the disk is full: the page was drawn all the same


def _write(path: Path, content: bytes) -> None:
    """A reader sees the whole file or none."""
    part = path.with_suffix(f".{os.getpid()}.{time.monotonic_ns()}")
    part.write_bytes(content)
    os.replace(part, path)


def _answer_with(found: tuple, request: HttpRequest) -> HttpResponse:
    facts, body, packed = found
    if request.META.get("HTTP_IF_NONE_MATCH") == facts["headers"]["ETag"]:
        response = HttpResponseNotModified()
        response["ETag"] = facts["headers"]["ETag"]
        return response
    zipped = "gzip" in request.META.get("HTTP_ACCEPT_ENCODING", "")
    response = HttpResponse(packed if zipped else body)
    for name, value in facts["headers"].items():
        response.headers[name] = value
    response.headers["Content-Length"] = str(len(packed if zipped else body))
    if zipped:
        response.headers["Content-Encoding"] = "gzip"
    return response
