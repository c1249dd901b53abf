"""The trail, for whoever may read it: filtered, paged, in Vietnamese; and the erasing of personal values."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_POST

from kheo.accounts import queries, trail
from kheo.accounts.access import can_anywhere
from kheo.accounts.actions import privacy
from kheo.accounts.actions.care import Refused
from kheo.accounts.forms.audit import TrailFilter
from kheo.accounts.permissions import Permission
from kheo.accounts.receipts import once
from kheo.core.pages import page_of
from kheo.core.vietnamese import clean


@require_GET
def audit(request):
    if not can_anywhere(request.user, Permission.AUDIT_VIEW):
        raise PermissionDenied("Đồng chí chưa được giao quyền xem nhật ký.")
    form = TrailFilter(request.GET, units=queries.units_of_trail(request.user))
    asked = form.cleaned_data if form.is_valid() else {}
    page = page_of(queries.trail_of(request.user, **asked), request.GET.get("trang"), size=50, query=request.GET)
    context = {
        "heading": "Nhật ký",
        "form": form,
        "active": sum(bool(value) for name, value in asked.items() if name != "chu_the"),
        "page": page,
        "lines": trail.lines(page.rows),
        # Named only with an event to be read of it: an address typed by hand tells no name of other records.
        "subject": trail.subject_name(asked["chu_the"]) if asked.get("chu_the") and page.rows else "",
        "subject_key": asked.get("chu_the"),
        "may_erase": can_anywhere(request.user, Permission.PERSONAL_ERASE),
    }
    return render(request, "accounts/audit.html", context)


@require_POST
@once
def audit_erase(request, number):
    event = get_object_or_404(queries.events_visible_to(request.user), number=number)
    subject = trail.subject_of(event)
    try:
        gone = privacy.erase(subject, by=request.user, note=clean(request.POST.get("note", ""))[0])
    except Refused as reason:
        messages.error(request, str(reason))
    else:
        messages.success(request, f"Đã xóa {gone} giá trị cá nhân trong nhật ký của {subject}.")
    return redirect(f"{reverse('accounts:audit')}?chu_the={event.subject_type}:{event.subject_id}")
