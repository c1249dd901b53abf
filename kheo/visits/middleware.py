"""Two ways to the same door: before Django's other middleware, and before Django itself for a plain reader's beacon."""

from collections.abc import Callable, Iterable
from http import HTTPStatus

from django.http import HttpRequest, HttpResponse

from kheo.visits import door

REASONS = {status.value: f"{status.value} {status.phrase}" for status in HTTPStatus}


def count(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Middleware: answers what is sent to the counter's addresses; all else goes on."""

    def middleware(request: HttpRequest) -> HttpResponse:
        found = door.answer(request.environ) if request.path_info.startswith(door.BEACON) else None
        if found is None:
            return get_response(request)
        status, headers, body = found
        return HttpResponse(body, status=status, headers=dict(headers))

    return middleware


def before(application: Callable[..., Iterable[bytes]]) -> Callable[..., Iterable[bytes]]:
    """WSGI: a plain reader's beacon costs no request object and none of Django's signals; all else goes on."""

    def answer(environ: door.Environ, start_response: Callable) -> Iterable[bytes]:
        if not door.is_plain(environ):
            return application(environ, start_response)
        status, headers, body = door.answer(environ)
        start_response(REASONS[status], headers)
        return [body] if body else []

    return answer
