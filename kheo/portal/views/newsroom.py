"""Pages of ours at the editor's desk: choosing exemplars, Soát lỗi."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import JsonResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.views.decorators.http import require_GET, require_http_methods
from wagtail.models import Page

from kheo.core.vietnamese import clean
from kheo.movement.models import Exemplar
from kheo.movement.models.search import PUBLIC_WORDS
from kheo.portal import proofing
from kheo.portal.models import PublicPage

FOUND = 12


@require_GET
def exemplar_choices(request):
    """Public exemplars for the words typed so far, as JSON: [key, name]."""
    asked = clean(request.GET.get("q", ""))[0][:200]
    keys = PUBLIC_WORDS.best(asked, Exemplar.objects.public(), limit=FOUND)
    rows = Exemplar.objects.in_bulk(keys)
    return JsonResponse({"rows": [[key, rows[key].name] for key in keys]})


@require_http_methods(["GET", "POST"])
def proofread(request, pk):
    """Soát lỗi of the newest version of a page: each place marked, one press mends it in a new version."""
    page = get_object_or_404(Page, pk=pk).specific
    if not isinstance(page, PublicPage) or not page.permissions_for_user(request.user).can_edit():
        raise PermissionDenied("Đồng chí chưa được giao biên tập trang này.")
    page = page.get_latest_revision_as_object()
    if request.method == "POST":
        return _mend(request, page)
    told = proofing.pieces(page, on=proofing.written_on(page))
    context = {"page": page, "pieces": told, "count": sum(len(piece.marks) for piece in told)}
    return TemplateResponse(request, "portal/proofread.html", context)


def _mend(request, page: PublicPage):
    asked = request.POST
    try:
        start, end = int(asked.get("start", "")), int(asked.get("end", ""))
    except ValueError:
        start = end = -1
    place, found, by_text = asked.get("place", ""), asked.get("found", ""), asked.get("mend", "")[:500]
    if 0 <= start < end and proofing.mend(page, place, start, end, found=found, by_text=by_text):
        page.save_revision(user=request.user)
        messages.success(request, f"Đã sửa “{found.strip() or found}” trong bản nháp.")
    else:
        messages.warning(request, "Chỗ này đã khác từ lúc mở trang. Hãy xem lại danh sách bên dưới.")
    return redirect("proofread", page.pk)
