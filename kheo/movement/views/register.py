"""The register and the registrations as lists, the search, and the spreadsheet of what is listed."""

from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET

from kheo.accounts.doors import for_holders
from kheo.accounts.permissions import Permission
from kheo.core.exports import answer
from kheo.core.pages import page_of
from kheo.movement.forms.filters import RegisterFilters, RegistrationFilters, SavedViewForm
from kheo.movement.models import Exemplar, SavedView
from kheo.movement.queries import register
from kheo.movement.queries.paths import exemplar_path, registration_path

EXPORT_LIMIT = 20_000  # rows; a longer list is filtered first


@require_GET
@for_holders(Permission.EXEMPLAR_VIEW)
def exemplar_list(request):
    form = RegisterFilters(request.GET, request.user)
    order = request.GET.get("xep", register.DEFAULT_ORDER)
    rows = register.for_list(register.exemplar_list(request.user, form.chosen, order))
    page = page_of(rows, request.GET.get("trang"), query=request.GET)
    context = {
        "form": form,
        "page": page,
        "rows": [(exemplar, exemplar_path(exemplar)) for exemplar in page.rows],
        "orders": [(key, label) for key, (label, _) in register.ORDERS.items()],
        "order": order,
        "query": request.GET.urlencode(),
        "views": SavedView.objects.filter(user=request.user),
        "saving": SavedViewForm(initial={"query": request.GET.urlencode()}),
    }
    return render(request, "movement/exemplar_list.html", context)


@require_GET
@for_holders(Permission.EXEMPLAR_VIEW)
def exemplar_export(request):
    form = RegisterFilters(request.GET, request.user)
    rows = register.exemplar_list(request.user, form.chosen, request.GET.get("xep", "ten"))[:EXPORT_LIMIT]
    title = f"Danh sách mô hình, điển hình Dân vận khéo {timezone.localdate():%d-%m-%Y}"
    return answer(title, register.as_table(rows, title))


@require_GET
@for_holders(Permission.EXEMPLAR_VIEW)
def registration_list(request):
    form = RegistrationFilters(request.GET, request.user)
    rows = register.registration_list(request.user, form.chosen)
    page = page_of(rows, request.GET.get("trang"), query=request.GET)
    context = {"form": form, "page": page, "rows": [(row, registration_path(row)) for row in page.rows]}
    return render(request, "movement/registration_list.html", context)


@require_GET
@for_holders(Permission.EXEMPLAR_VIEW)
def search(request):
    """The twenty best for what was typed; the whole list is one press away."""
    typed = request.GET.get("q", "").strip()[:200]
    found = register.for_list(Exemplar.objects.visible_to(request.user)).best(typed) if typed else []
    rows = [(exemplar, exemplar_path(exemplar)) for exemplar in found]
    return render(request, "movement/search.html", {"typed": typed, "rows": rows})
