"""Việc của tôi, and the views of the register that a person keeps."""

from django.contrib import messages
from django.db import IntegrityError, transaction
from django.http import QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET, require_POST

from kheo.accounts.access import can_anywhere
from kheo.accounts.doors import for_holders
from kheo.accounts.permissions import Permission
from kheo.movement.forms.filters import SavedViewForm, today_line
from kheo.movement.models import SavedView
from kheo.movement.queries import desk

QUERY_LIMIT = SavedView._meta.get_field("query").max_length  # characters, once written as in an address


@require_GET
def my_work(request):
    heaps = desk.my_work(request.user, on=timezone.localdate())
    done = desk.DONE_TITLE
    waiting = sum(heap.count for heap in heaps if heap.title != done)
    late = sum(heap.count for heap in heaps if heap.late)
    context = {
        "heaps": heaps,
        "subline": today_line(waiting, late),
        "may_import": can_anywhere(request.user, Permission.IMPORT_RUN),
        "may_write": can_anywhere(request.user, Permission.EXEMPLAR_WRITE),
        "may_see": can_anywhere(request.user, Permission.EXEMPLAR_VIEW),
    }
    return render(request, "movement/my_work.html", context)


@require_POST
@for_holders(Permission.EXEMPLAR_VIEW)
def saved_view_add(request):
    form = SavedViewForm(request.POST)
    address = f"{reverse('movement:exemplar_list')}?{form.data.get('query', '')[:1000]}"
    if not form.is_valid() or len(_clean(form)) > QUERY_LIMIT:
        messages.error(request, "Chưa lưu được bộ lọc: hãy đặt tên (nhiều nhất 80 ký tự) và bớt điều kiện lọc quá dài.")
        return redirect(address)
    try:
        with transaction.atomic():
            SavedView.objects.create(user=request.user, name=form.cleaned_data["name"], query=_clean(form))
        messages.success(request, f"Đã lưu bộ lọc “{form.cleaned_data['name']}”.")
    except IntegrityError:
        messages.error(request, f"Đã có bộ lọc tên “{form.cleaned_data['name']}”; hãy đặt tên khác.")
    return redirect(address)


def _clean(form) -> str:
    """Only what a query string can hold: nothing of the form leads to another address."""
    return QueryDict(form.cleaned_data["query"]).urlencode()


@require_POST
@for_holders(Permission.EXEMPLAR_VIEW)
def saved_view_remove(request, pk):
    view = get_object_or_404(SavedView.objects.filter(user=request.user), pk=pk)
    view.delete()
    messages.success(request, f"Đã bỏ bộ lọc “{view.name}”.")
    return redirect("movement:exemplar_list")
