"""Commendations: the list and its spreadsheet, one with its history, entering one, taking one back, a batch's money."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from kheo.accounts.access import can, require
from kheo.accounts.doors import for_holders
from kheo.accounts.permissions import Permission as P
from kheo.accounts.receipts import once
from kheo.appraisal.actions import commendations
from kheo.appraisal.forms.awards import AnnulCommendationForm, CommendationFilters, CommendationForm
from kheo.appraisal.models import Commendation, DecisionBatch
from kheo.appraisal.queries import commendations as queries
from kheo.core.exports import Table, answer
from kheo.core.pages import page_of
from kheo.movement.lifecycle.move import NotYet
from kheo.movement.models import Exemplar

EXPORT_LIMIT = 20_000


@require_GET
@for_holders(P.EXEMPLAR_VIEW)
def commendation_list(request):
    """Those this person may see, with how many stand and what they come to."""
    form = CommendationFilters(request.GET)
    rows = queries.commendation_list(request.user, form.chosen)
    page = page_of(rows, request.GET.get("trang"), query=request.GET)
    context = {
        "heading": "Khen thưởng", "form": form, "page": page, "sums": queries.sums_of(rows),
        "query": request.GET.urlencode(),
    }  # fmt: skip
    return render(request, "appraisal/commendation_list.html", context)


@require_GET
@for_holders(P.EXEMPLAR_VIEW)
def commendation_export(request):
    """The list as a spreadsheet; persons are masked for whoever did not enter them."""
    rows = queries.commendation_list(request.user, CommendationFilters(request.GET).chosen)[:EXPORT_LIMIT]
    title = f"Danh sách khen thưởng Dân vận khéo {timezone.localdate():%d-%m-%Y}"
    return answer(title, queries.as_table(rows, title, request.user))


@require_http_methods(["GET", "POST"])
@once
def commendation_new(request, pk):
    """Enter one that a decision gave, for an exemplar."""
    found = Exemplar.objects.visible_to(request.user).select_related("unit__place", "place")
    exemplar = get_object_or_404(found, pk=pk)
    data = request.POST if request.method == "POST" else None
    form = CommendationForm(data, user=request.user, exemplar=exemplar)
    if not form.fields["unit"].queryset.exists():
        raise PermissionDenied("Đồng chí chưa được giao quyền ghi khen thưởng cho mô hình này.")
    if form.is_valid():
        try:
            row = commendations.enter(exemplar, by=request.user, **form.cleaned_data)
        except NotYet as reason:
            form.add_error(None, str(reason))
        else:
            messages.success(request, "Đã ghi khen thưởng.")
            return redirect(row)
    context = {"form": form, "heading": "Ghi khen thưởng", "button": "Ghi khen thưởng",
               "back": exemplar.get_absolute_url(), "back_label": str(exemplar)}  # fmt: skip
    return render(request, "appraisal/award_form.html", context)


@require_GET
def commendation_detail(request, pk):
    """One commendation, and everything else of the same collective or person."""
    return _draw(request, _of(request, pk))


@require_POST
@once
def commendation_annul(request, pk):
    """Enter the decision that takes it back."""
    row, form = _of(request, pk), AnnulCommendationForm(request.POST)
    require(request.user, P.COMMENDATION_ENTER, row.unit)
    if not form.is_valid():
        return _draw(request, row, form)
    try:
        commendations.annul(row, by=request.user, **form.cleaned_data)
    except NotYet as reason:
        form.add_error(None, str(reason))
        return _draw(request, row, form)
    messages.success(request, "Đã ghi quyết định thu hồi.")
    return redirect(row)


@require_GET
def commendation_history(request, pk):
    """The history of the same recipient as a spreadsheet."""
    row = _of(request, pk)
    title = f"Quá trình khen thưởng {timezone.localdate():%d-%m-%Y}"
    return answer(title, queries.as_table(queries.history_of(row, request.user).rows, title, request.user))


@require_GET
def batch_money(request, pk):
    """What the awards of one batch come to."""
    batch = _batch(request, pk)
    context = {"heading": "Tiền thưởng", "batch": batch, "money": queries.money_of(batch)}
    return render(request, "appraisal/batch_money.html", context)


@require_GET
def batch_money_export(request, pk):
    """The same as a spreadsheet, to sign for."""
    batch = _batch(request, pk)
    money = queries.money_of(batch)
    rows = [
        [number, line.name, line.form, line.multiple, line.amount, ""]
        for number, line in enumerate((line for line in money.lines if not line.is_annulled), start=1)
    ]
    rows.append([None, "Cộng", "", None, money.total, ""])
    headers = ("STT", "Tập thể, cá nhân", "Hình thức", "Lần lương cơ sở", "Tiền thưởng (đồng)", "Ký nhận")
    title = f"Tiền thưởng {timezone.localdate():%d-%m-%Y}"
    return answer(title, Table(f"Tiền thưởng: {batch}", headers, rows, (6, 44, 30, 16, 18, 20)))


def _batch(request, pk) -> DecisionBatch:
    return get_object_or_404(DecisionBatch.objects.visible_to(request.user).select_related("unit"), pk=pk)


def _of(request, pk) -> Commendation:
    return get_object_or_404(Commendation.objects.visible_to(request.user).select_related(*queries.JOINED), pk=pk)


def _draw(request, row: Commendation, form: AnnulCommendationForm | None = None):
    may_annul = row.annulled_on is None and can(request.user, P.COMMENDATION_ENTER, row.unit)
    context = {
        "row": row, "heading": row.recipient, "history": queries.history_of(row, request.user),
        "annul_form": form or (AnnulCommendationForm() if may_annul else None),
        "annulled": f"Từ ngày {row.annulled_on:%d/%m/%Y} theo {row.annulled_by_decision}." if row.annulled_on else "",
        "list_url": reverse("appraisal:commendation_list"),
    }  # fmt: skip
    return render(request, "appraisal/commendation_detail.html", context)
