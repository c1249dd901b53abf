"""Opening balances: what an older counter stood at, for the whole portal and for pages brought over."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_GET, require_http_methods

from kheo.accounts.access import can_anywhere
from kheo.accounts.permissions import WORDS, Permission
from kheo.accounts.receipts import once
from kheo.core.pages import page_of
from kheo.visits import countable, queries
from kheo.visits.actions import openings
from kheo.visits.forms import OpeningForm
from kheo.visits.models import Opening


@require_GET
def opening_list(request):
    """The portal's balance, and those of single pages."""
    _allow(request.user)
    rows = Opening.objects.exclude(key=Opening.SITE).order_by("-amount", "key")
    page = page_of(rows, request.GET.get("trang"), size=50, query=request.GET)
    called = countable.titles(row.key for row in page.rows)
    context = {
        "heading": "Lượt truy cập", "page": page, "site": queries.site_total(),
        "rows": [(row, *called.get(row.key, ("Một trang không còn công khai", ""))) for row in page.rows],
    }  # fmt: skip
    return render(request, "visits/opening_list.html", context)


@require_http_methods(["GET", "POST"])
@once
def opening_site(request):
    """The balance of the whole portal."""
    _allow(request.user)
    return _edit(request, Opening.objects.filter(key=Opening.SITE).first() or Opening(key=Opening.SITE), "Cả cổng")


@require_http_methods(["GET", "POST"])
@once
def opening_edit(request, pk):
    """The balance of one page."""
    _allow(request.user)
    row = get_object_or_404(Opening, pk=pk)
    title, _ = countable.titles([row.key]).get(row.key, ("Một trang không còn công khai", ""))
    return _edit(request, row, "Cả cổng" if row.key == Opening.SITE else title)


def _edit(request, row, title):
    initial = {"amount": row.amount, "on": row.on, "label": row.label} if row.pk else {}
    form = OpeningForm(request.POST if request.method == "POST" else None, initial=initial)
    if form.is_valid():
        openings.open_balance(row.key, by=request.user, **form.cleaned_data)
        messages.success(request, "Đã lưu số dư.")
        return redirect("openings:list")
    return render(request, "visits/opening_form.html", {"form": form, "heading": f"Số dư: {title}"})


def _allow(user):
    if not can_anywhere(user, Permission.VISITS_CHANGE):
        raise PermissionDenied(f"Đồng chí chưa được giao quyền “{WORDS[Permission.VISITS_CHANGE]}”.")
