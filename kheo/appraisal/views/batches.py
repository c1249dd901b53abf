"""Pages of decision batches: the list, the decision's number and scan, its confirmation."""

from pathlib import Path

from django.contrib import messages
from django.http import FileResponse, Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from kheo.accounts.access import can, require
from kheo.accounts.doors import for_holders
from kheo.accounts.move import NotYet
from kheo.accounts.permissions import Permission as P
from kheo.accounts.receipts import once
from kheo.appraisal.actions import batches, carrying
from kheo.appraisal.forms.batches import BatchForm, CarryForm, DecisionForm, ItemForm, NumberForm, PutForm, WithdrawForm
from kheo.appraisal.models import BatchItem, DecisionBatch, Nomination
from kheo.appraisal.models.heap import heaps
from kheo.appraisal.queries import batches as queries
from kheo.appraisal.views.drafting import desk_of
from kheo.core.filechecks import BadFile
from kheo.core.pages import PARAMETER, page_of
from kheo.core.serving import locked_down
from kheo.movement.views.telling import reason_of

PRESSED = {"correct": batches.correct, "confirm": batches.confirm, "approve": batches.approve}  # of one press
SAID = {
    "correct": "Đã mở lại danh sách để sửa.",
    "confirm": "Đã xác nhận quyết định; các công nhận có hiệu lực.",
    "approve": "Đã duyệt; các công nhận có hiệu lực.",
}


@require_GET
@for_holders(P.NOMINATION_VIEW)
def batch_list(request):
    """All batches of the units where the reader sees proposals, the latest moved first."""
    page = page_of(queries.batch_list(request.user), request.GET.get(PARAMETER), query=request.GET)
    rows = [(batch, queries.batch_path(batch)) for batch in page]
    return render(request, "appraisal/batch_list.html", {"page": page, "rows": rows, "may_begin": _may_begin(request)})


def _may_begin(request) -> bool:
    return queries.submitted_for(request.user).exists()


@require_http_methods(["GET", "POST"])
@for_holders(P.BATCH_ENTER)
@once
def batch_new(request):
    """A batch out of one heap of submitted files; all of the heap are put on its list."""
    waiting = heaps(queries.submitted_for(request.user))
    form = BatchForm(request.POST or None, heaps=waiting, initial={"heap": waiting[0].key} if waiting else {})
    if request.method == "POST" and form.is_valid():
        heap = form.cleaned_data["heap"]
        try:
            batch = batches.begin(
                heap.unit, level=heap.level, round_=heap.round, name=form.cleaned_data["name"], by=request.user
            )
            batches.put(batch, queries.waiting_for(batch), by=request.user)
        except NotYet as reason:
            form.add_error(None, str(reason))
        else:
            messages.success(request, "Đã lập danh sách. Ghi kết quả cho từng hồ sơ, rồi nhập quyết định.")
            return redirect(batch)
    return render(request, "appraisal/batch_new.html", {"form": form, "waiting": waiting})


@require_GET
def batch_detail(request, pk):
    """The list, where the decision stands, and what may be done."""
    batch = _batch(request, pk)
    files = queries.batch_files(batch, reader=request.user)
    may_list = batch.stage == "listing" and can(request.user, P.BATCH_ENTER, batch.unit)
    waiting = queries.waiting_for(batch) if may_list else Nomination.objects.none()
    context = {
        "batch": batch, "files": files, "path": queries.batch_path(batch), "may_list": may_list,
        "moves": [move for move in batches.open_moves(batch, request.user) if move.name in PRESSED],
        "may_enter": may_list, "may_withdraw": batch.stage == "decided" and can(request.user, P.BATCH_CONFIRM, batch.unit),
        "put_form": PutForm(files=waiting) if may_list and waiting.exists() else None,
        "granted": sum(file.item.result == "granted" for file in files),
        "letters": queries.letters_waiting(batch) if batch.stage in ("decided", "withdrawn") else 0,
        "may_number": batch.is_in_app and not batch.decision_no and can(request.user, P.BATCH_ENTER, batch.unit),
        "may_print": batch.stage == "decided" and can(request.user, P.CERTIFICATE_PRINT, batch.unit),
        "desk": desk_of(request.user, batch),
        "may_send": can(request.user, P.NOTICE_SEND, batch.unit), **_going_up(request, batch),
    }  # fmt: skip
    return render(request, "appraisal/batch_detail.html", context)


def _going_up(request, batch) -> dict:
    """How many marked files wait to go up, and the form for whoever may propose them."""
    going = carrying.marked(batch).count() if batch.stage == "decided" else 0
    if not going or not can(request.user, P.NOMINATION_PROPOSE, batch.unit):
        return {"going_up": going}
    rounds = queries.rounds_above(batch)
    return {"going_up": going, "carry_form": CarryForm(rounds=rounds, initial={"round": rounds.first()})}


@require_POST
@once
def batch_carry(request, pk):
    """The marked files are proposed at the level above."""
    batch = _batch(request, pk)
    require(request.user, P.NOMINATION_PROPOSE, batch.unit)
    form = CarryForm(request.POST, rounds=queries.rounds_above(batch))
    if not form.is_valid():
        messages.error(request, "Hãy chọn đợt thi đua của cấp trên.")
        return redirect(batch)
    try:
        carried = carrying.carry_up(batch, round_=form.cleaned_data["round"], by=request.user)
    except NotYet as reason:
        messages.error(request, str(reason))
        return redirect(batch)
    for file, why in carried.stayed:
        messages.warning(request, f"“{file.exemplar}” chưa đề nghị được: {why}")
    if carried.gone:
        messages.success(request, f"Đã đề nghị cấp trên {len(carried.gone)} hồ sơ.")
    return redirect(batch)


@require_POST
@once
def batch_put(request, pk):
    """Ticked files go on the list."""
    batch = _batch(request, pk)
    form = PutForm(request.POST, files=queries.waiting_for(batch))
    if not form.is_valid():
        messages.error(request, "Chưa chọn hồ sơ nào để đưa vào danh sách.")
        return redirect(batch)
    return _act(request, batch, "Đã đưa vào danh sách.", batches.put, batch, form.cleaned_data["nominations"])


@require_POST
@once
def batch_take_off(request, pk, item):
    batch = _batch(request, pk)
    return _act(request, batch, "Đã đưa hồ sơ ra khỏi danh sách.", batches.take_off, _item(batch, item))


@require_http_methods(["GET", "POST"])
@once
def batch_item(request, pk, item):
    """What the list proposes for one file."""
    batch = _batch(request, pk)
    require(request.user, P.BATCH_ENTER, batch.unit)
    item = _item(batch, item)
    initial = {name: getattr(item, name) for name in ("result", "reason", "award_form", "propose_up")}
    form = ItemForm(request.POST or None, item=item, initial=initial)
    if request.method == "POST" and form.is_valid():
        try:
            batches.set_result(item, by=request.user, **form.cleaned_data)
        except NotYet as reason:
            form.add_error(None, str(reason))
        else:
            messages.success(request, "Đã ghi kết quả đề xuất.")
            return redirect(batch)
    context = {"batch": batch, "form": form, "heading": item.nomination.exemplar.name, "button": "Lưu kết quả"}
    return render(request, "appraisal/batch_form.html", context)


@require_http_methods(["GET", "POST"])
@once
def batch_enter(request, pk):
    """Number, day, signer and the signed scan."""
    batch = _batch(request, pk)
    require(request.user, P.BATCH_ENTER, batch.unit)
    kept = ("decision_no", "decided_on", "issuer", "signer", "signer_title")
    form = DecisionForm(
        request.POST or None, request.FILES or None, initial={name: getattr(batch, name) for name in kept}
    )
    if request.method == "POST" and form.is_valid():
        facts = {name: form.cleaned_data[name] for name in kept}
        scan = form.cleaned_data["scan"]
        try:
            batches.enter(batch, by=request.user, scan=scan, scan_name=scan.name if scan else "", **facts)
        except BadFile as reason:
            form.add_error("scan", str(reason))
        except NotYet as reason:
            form.add_error(None, str(reason))
        else:
            messages.success(request, "Đã nhập quyết định. Người thứ hai đối chiếu với bản quét rồi xác nhận.")
            return redirect(batch)
    context = {
        "batch": batch,
        "form": form,
        "heading": "Nhập quyết định",
        "button": "Lưu, chờ xác nhận",
        "sends_files": True,
    }
    return render(request, "appraisal/batch_form.html", context)


@require_http_methods(["GET", "POST"])
@once
def batch_number(request, pk):
    """The number that the paper got after the approval."""
    batch = _batch(request, pk)
    require(request.user, P.BATCH_ENTER, batch.unit)
    form = NumberForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        scan = form.cleaned_data["scan"]
        facts = {"decision_no": form.cleaned_data["decision_no"], "scan_name": scan.name if scan else ""}
        try:
            batches.number(batch, by=request.user, scan=scan, **facts)
        except BadFile as reason:
            form.add_error("scan", str(reason))
        except NotYet as reason:
            form.add_error(None, str(reason))
        else:
            messages.success(request, "Đã ghi số quyết định.")
            return redirect(batch)
    context = {"batch": batch, "form": form, "heading": "Ghi số quyết định", "button": "Lưu số", "sends_files": True}
    return render(request, "appraisal/batch_form.html", context)


@require_POST
@once
def batch_advance(request, pk, move):
    """One press of the table: correct, confirm, approve."""
    batch = _batch(request, pk)
    facts = {"note": reason_of(request)} if move == "correct" else {}
    return _act(request, batch, SAID[move], PRESSED[move], batch, **facts)


@require_http_methods(["GET", "POST"])
@once
def batch_withdraw(request, pk):
    """The decision that annuls this one."""
    batch = _batch(request, pk)
    require(request.user, P.BATCH_CONFIRM, batch.unit)
    form = WithdrawForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            batches.withdraw(batch, by=request.user, **form.cleaned_data)
        except NotYet as reason:
            form.add_error(None, str(reason))
        else:
            messages.success(request, "Đã ghi quyết định hủy bỏ; các công nhận trong danh sách hết hiệu lực.")
            return redirect(batch)
    context = {
        "batch": batch,
        "form": form,
        "heading": "Ghi quyết định hủy bỏ",
        "button": "Ghi hủy bỏ",
        "is_grave": True,
    }
    return render(request, "appraisal/batch_form.html", context)


@require_GET
def batch_scan(request, pk):
    """The signed scan, as a download."""
    batch = _batch(request, pk)
    if not batch.scan:
        raise Http404
    name = f"quyet-dinh-{batch.pk}{Path(batch.scan.name).suffix}"
    return locked_down(FileResponse(batch.scan.open("rb"), as_attachment=True, filename=name))


def _batch(request, pk) -> DecisionBatch:
    found = DecisionBatch.objects.visible_to(request.user).select_related(
        "unit__place", "round", "entered_by", "confirmed_by"
    )
    return get_object_or_404(found, pk=pk)


def _item(batch: DecisionBatch, pk) -> BatchItem:
    return get_object_or_404(batch.items.select_related("nomination__exemplar", "batch"), pk=pk)


def _act(request, batch, said, action, *subjects, **facts):
    try:
        action(*subjects, by=request.user, **facts)
    except NotYet as reason:
        messages.error(request, str(reason))
    else:
        messages.success(request, said)
    return redirect(batch)
