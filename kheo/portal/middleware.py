"""The door of the editor's desk: who comes in, and what its pages may do there."""

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest

from kheo.portal import approving
from kheo.portal import newsroom as desk

ADDRESS = "/bien-tap/"
APPROVAL = "wagtailadmin_pages:workflow_action"
# Reports that show names in code, or "None" for what the house itself has laid: in no menu, and not by address.
UNREADABLE = {"page-types-usage": "page_types_usage", "aging-pages": "aging_pages"}
CLOSED = {f"wagtailadmin_reports:{name}{part}" for name in UNREADABLE.values() for part in ("", "_results")}
REFUSED = "Trang biên tập dành cho ban biên tập của cổng. Đồng chí có thể gửi tin bài ở mục “Gửi tin bài”."
# Wagtail's own pages draw themselves with inline styles and scripts; everything still comes from here alone.
POLICY = (
    "default-src 'self'; script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline'; "
    "img-src 'self' data: blob:; font-src 'self' data:; object-src 'none'; base-uri 'none'; frame-ancestors 'self'; "
    "form-action 'self'"
)


def newsroom(get_response):
    """Middleware: gives whoever may work here today the groups that Wagtail asks for, and turns others away."""

    def middleware(request: HttpRequest):
        if not request.path_info.startswith(ADDRESS):
            return get_response(request)
        if request.user.is_authenticated:
            desk.keep_groups(request.user)
        response = get_response(request)
        response["Content-Security-Policy"] = POLICY
        return response

    def process_view(request: HttpRequest, view, args, kwargs):
        if request.path_info.startswith(ADDRESS) and request.user.is_authenticated and not desk.may_enter(request.user):
            raise PermissionDenied(REFUSED)
        if request.resolver_match.view_name in CLOSED:
            raise Http404
        return approving.refused(request, kwargs) if request.resolver_match.view_name == APPROVAL else None

    middleware.process_view = process_view
    return middleware
