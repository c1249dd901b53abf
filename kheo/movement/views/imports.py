"""The pages of an import: hand in a list, see what was understood, decide, and take it back."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from kheo.accounts.access import can_anywhere
from kheo.accounts.permissions import Permission
from kheo.accounts.receipts import once
from kheo.core.exports import answer
from kheo.core.pages import page_of
from kheo.movement import tasks
from kheo.movement.actions import imports
from kheo.movement.forms.imports import CHOICES, KEEP, DecisionForm, FileForm, column_name, columns_chosen
from kheo.movement.lifecycle.move import NotYet
from kheo.movement.models import BatchStage, ImportBatch
from kheo.movement.queries import imports as shown


@require_GET
def import_list(request):
    _require_somewhere(request.user)
    page = page_of(shown.import_list(request.user), request.GET.get("trang"), query=request.GET)
    return render(request, "movement/import_list.html", {"page": page})


@require_http_methods(["GET", "POST"])
@once
def import_new(request):
    """Hand in a list; a worker reads it."""
    _require_somewhere(request.user)
    form = FileForm(request.POST or None, request.FILES or None, user=request.user)
    if request.method == "POST" and form.is_valid():
        facts = form.cleaned_data
        batch = imports.begin(
            facts["file"], by=request.user, office=facts["unit"], round_=facts["round"], lands_as=facts["lands_as"],
            on=facts["on"],
        )  # fmt: skip
        tasks.ask_for(batch)
        return redirect("movement:import_detail", pk=batch.pk)
    return render(request, "movement/import_new.html", {"form": form})


@require_GET
def import_detail(request, pk):
    batch = _batch(request, pk)
    return render(request, "movement/import_detail.html", _context(request, batch, DecisionForm(batch=batch)))


@require_GET
def import_state(request, pk):
    """How far a busy batch is, for a page that asks again; once it is done, the page is to be drawn anew."""
    batch = _batch(request, pk)
    if not batch.is_busy:
        return HttpResponse(headers={"HX-Refresh": "true"})
    return render(request, "movement/_import_state.html", {"batch": batch, "silent": batch.is_silent()})


@require_GET
def import_errors(request, pk):
    """The errors as a spreadsheet, to mend the list by."""
    batch = _batch(request, pk)
    return answer(f"can-sua-{batch.name.rpartition('.')[0]}", shown.errors_sheet(batch))


@require_POST
@once
def import_mapping(request, pk):
    """Read again with the columns as chosen; the office's next list of this shape is read so at once."""
    batch = _batch(request, pk)
    return _act(request, batch, imports.choose, columns_chosen(batch, request.POST), asks=True)


@require_POST
@once
def import_write(request, pk):
    """Decide to write all rows, or those without errors."""
    batch = _batch(request, pk)
    form = DecisionForm(request.POST, batch=batch)
    if not form.is_valid():
        return render(request, "movement/import_detail.html", _context(request, batch, form))
    skip = request.POST.get("skip") == "1"
    return _act(request, batch, imports.accept, asks=True, skip_errors=skip, known_as=form.known)


@require_POST
@once
def import_drop(request, pk):
    return _act(request, _batch(request, pk), imports.drop, said="Đã bỏ danh sách này; sổ không thay đổi.")


@require_POST
@once
def import_again(request, pk):
    """Give a batch that nobody works at any more to a worker again."""
    return _act(request, _batch(request, pk), imports.take_back, asks=True)


@require_POST
@once
def import_undo(request, pk):
    batch = _batch(request, pk)
    return _act(request, batch, imports.undo, said="Đã hoàn tác: các mô hình của lần nhập này đã được gỡ khỏi sổ.")


def _act(request, batch: ImportBatch, action, *args, asks: bool = False, said: str = "", **facts):
    try:
        batch = action(batch, *args, by=request.user, **facts)
    except NotYet as reason:
        messages.error(request, str(reason))
    else:
        if asks:
            tasks.ask_for(batch)
        if said:
            messages.success(request, said)
    return redirect("movement:import_detail", pk=batch.pk)


def _context(request, batch: ImportBatch, form: DecisionForm) -> dict:
    context = {"batch": batch, "form": form, "silent": batch.is_silent(), "earlier": None}
    if batch.stage == BatchStage.READ:
        context["earlier"] = shown.earlier(batch, request.user)
    if "rows" in batch.reading:
        view = shown.view_of(batch, request.GET.get("xem", ""), request.GET.get("trang"), request.GET)
        context |= {
            "understood": shown.understood(batch),
            "view": view,
            "tabs": _tabs(batch, view.key),
            "sheets": _sheets(batch) if view.key == "cot" else None,
            "choices": CHOICES,
        }
    return context


def _tabs(batch: ImportBatch, current: str) -> list[tuple]:
    counts = {"loi": batch.reading["errors"], "xem-lai": batch.reading["cautions"], "dong": batch.reading["rows"]}
    open_ = batch.stage == BatchStage.READ
    keys = [key for key in shown.VIEWS if open_ or key in ("loi", "xem-lai")]
    return [(shown.VIEWS[key], f"?xem={key}", counts.get(key), key == current) for key in keys]


def _sheets(batch: ImportBatch) -> list[tuple[str, list[tuple]]]:
    """Each sheet's columns with the name of their field and the meaning chosen."""
    return [
        (
            sheet["name"],
            [
                (column["header"], column_name(number, at), column["meaning"] or KEEP, column["samples"])
                for at, column in enumerate(sheet["columns"])
            ],
        )
        for number, sheet in enumerate(batch.reading["sheets"])
    ]


def _batch(request, pk) -> ImportBatch:
    batches = ImportBatch.objects.visible_to(request.user).select_related("unit", "round__campaign", "by", "undone_by")
    return get_object_or_404(batches, pk=pk)


def _require_somewhere(user) -> None:
    if not can_anywhere(user, Permission.IMPORT_RUN):
        raise PermissionDenied("Đồng chí chưa được giao quyền nhập danh sách ở đơn vị nào.")
