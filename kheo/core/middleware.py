"""An address asked in a way it does not answer says so in words; Django's own answer is an empty page."""

from django.http import HttpResponseNotAllowed
from django.shortcuts import render


def explain_not_allowed(get_response):
    """Middleware: a page for 405, where somebody comes back to an address that only takes a form."""

    def middleware(request):
        response = get_response(request)
        if not isinstance(response, HttpResponseNotAllowed) or request.method not in ("GET", "POST"):
            return response
        page = render(request, "405.html", status=405)
        page["Allow"] = response["Allow"]
        return page

    return middleware
