"""How a page is shown to a reader: each kind of page names its view, so that pages know no requests and no queries."""

from collections.abc import Callable

from django.http import Http404, HttpRequest, HttpResponse

_views: dict[str, Callable] = {}


def shows(kind: str) -> Callable:
    """Decorate the view of a kind of page: `@shows("ArticlePage")`, called with the request and the page."""

    def decorate(view: Callable) -> Callable:
        _views[kind] = view
        return view

    return decorate


def shown_by(page, request: HttpRequest) -> HttpResponse:
    """The answer of the view that shows pages of this kind; 404 for a kind that is not read by itself."""
    view = _views.get(type(page).__name__)
    if view is None:
        raise Http404
    return view(request, page)
