"""Pages of papers: the list, one paper, its files, and what is recorded once it was signed."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from kheo.accounts.access import can, can_anywhere
from kheo.accounts.doors import for_holders
from kheo.accounts.move import NotYet
from kheo.accounts.permissions import Permission
from kheo.accounts.receipts import once
from kheo.core import filechecks as checks
from kheo.core.pages import page_of
from kheo.core.parts import stage_path
from kheo.documents import cautions, drawing, queries
from kheo.documents.actions import drafts, issuing
from kheo.documents.drawing import NoSuchFile, draw
from kheo.documents.forms.papers import CorrectForm, IssueForm, PaperFilters, ScanForm, WithdrawForm
from kheo.documents.handing import handed_out
from kheo.documents.lifecycle import PaperStage
from kheo.documents.models import PaperRecord
from kheo.documents.own_templates import BadTemplate
from kheo.documents.typesetting import MissingLetter

NOT_GIVEN = "Đồng chí chưa được giao quyền ghi số, ngày, bản quét văn bản ở đơn vị này."


@require_GET
@for_holders(Permission.PAPER_VIEW)
def paper_list(request):
    """Papers this person may read, with filters kept in the address."""
    form = PaperFilters(request.GET, request.user)
    page = page_of(queries.paper_list(request.user, form.chosen), request.GET.get("trang"), query=request.GET)
    may_write = can_anywhere(request.user, Permission.PAPER_WRITE)
    return render(request, "documents/paper_list.html", {"form": form, "page": page, "may_write": may_write})


@require_GET
def paper_detail(request, pk):
    """One paper: what it is, what to look at, its files, and what may be done now."""
    return _draw(request, _of(request, pk))


@require_GET
def paper_file(request, pk, variant):
    """One file of a paper."""
    row = _of(request, pk)
    try:
        drawn = draw(row, variant)
    except NoSuchFile:
        raise Http404 from None
    except (MissingLetter, BadTemplate) as reason:
        messages.error(request, str(reason))
        return redirect(row)
    return handed_out(drawn)


@require_http_methods(["GET", "POST"])
@once
def paper_issue(request, pk):
    """Record number, day and signer; perhaps the scan."""
    row = _written_by(request, pk)
    if row.stage != PaperStage.DRAFTED:
        messages.error(request, f"Văn bản đang ở bước “{row.get_stage_display()}” nên không ghi ban hành lại được.")
        return redirect(row)
    signer = row.paper.signer
    said = {"signer": signer.name, "signer_title": signer.title} if signer else {}
    form = IssueForm(*_sent(request), row=row, initial=said)
    if form.is_valid() and _done(form, lambda: _issue(row, form, request.user)):
        messages.success(request, "Đã ghi số, ngày, người ký.")
        return redirect(row)
    return _form(request, row, form, "Ghi số, ngày ban hành")


@require_http_methods(["GET", "POST"])
@once
def paper_correct(request, pk):
    """Put right what was typed wrong."""
    row = _written_by(request, pk)
    if not row.is_open:
        messages.error(
            request, "Số, ngày đã được xác nhận hoặc văn bản không còn ở bước “Đã ban hành” nên không sửa được."
        )
        return redirect(row)
    form = CorrectForm(*_sent(request), row=row)
    if form.is_valid() and _done(form, lambda: issuing.correct(row, by=request.user, **form.facts)):
        messages.success(request, "Đã sửa.")
        return redirect(row)
    return _form(request, row, form, "Sửa số, ngày, người ký")


@require_POST
@once
def paper_scan(request, pk):
    """Put the signed scan to an issued paper."""
    row, form = _written_by(request, pk), ScanForm(request.POST, request.FILES)
    if not form.is_valid():
        messages.error(request, "Chưa chọn tệp.")
        return redirect(row)
    file = form.cleaned_data["scan"]
    return _answer(request, row, lambda: issuing.add_scan(row, file, file.name, by=request.user), "Đã gửi bản quét.")


@require_POST
@once
def paper_confirm(request, pk):
    """A second person holds the facts against the scan."""
    row = _written_by(request, pk)
    return _answer(request, row, lambda: issuing.confirm(row, by=request.user), "Đã xác nhận.")


@require_http_methods(["GET", "POST"])
@once
def paper_withdraw(request, pk):
    """Record that a later paper withdrew it."""
    row = _written_by(request, pk)
    if row.stage != PaperStage.ISSUED:
        messages.error(request, "Chỉ ghi thu hồi với văn bản đã ban hành.")
        return redirect(row)
    form = WithdrawForm(*_sent(request))
    if form.is_valid() and _done(form, lambda: issuing.withdraw(row, by=request.user, **form.cleaned_data)):
        messages.success(request, "Đã ghi thu hồi. Nội dung và bản quét vẫn được giữ.")
        return redirect(row)
    return _form(request, row, form, "Ghi thu hồi")


@require_POST
@once
def paper_drop(request, pk):
    """A draft that will not be used."""
    row = _written_by(request, pk)
    note = request.POST.get("note", "")
    return _answer(request, row, lambda: drafts.drop(row, by=request.user, note=note), "Đã bỏ dự thảo.")


def _of(request, pk) -> PaperRecord:
    rows = PaperRecord.objects.visible_to(request.user)
    return get_object_or_404(rows.select_related("unit", "made_by", "entered_by", "confirmed_by"), pk=pk)


def _written_by(request, pk) -> PaperRecord:
    row = _of(request, pk)
    if not can(request.user, Permission.PAPER_WRITE, row.unit):
        raise PermissionDenied(NOT_GIVEN)
    return row


def _sent(request):
    return (request.POST, request.FILES) if request.method == "POST" else ()


def _issue(row, form, by):
    facts = form.facts
    scan = facts.pop("scan", None)
    return issuing.issue(row, scan=scan or None, by=by, **facts)


def _done(form, act) -> bool:
    """Did the act go through? If not, its sentence stands at the head of the form and nothing typed is lost."""
    try:
        act()
    except (NotYet, checks.BadFile) as reason:
        form.add_error(None, str(reason))
        return False
    return True


def _answer(request, row, act, said):
    try:
        act()
    except (NotYet, checks.BadFile) as reason:
        messages.error(request, str(reason))
    else:
        messages.success(request, said)
    return redirect(row)


def _form(request, row, form, heading):
    return render(request, "documents/paper_form.html", {"row": row, "form": form, "heading": heading})


def _draw(request, row: PaperRecord):
    may_write = can(request.user, Permission.PAPER_WRITE, row.unit)
    on = row.issued_on or drawing.made_on(row)
    context = {
        "row": row, "heading": row.headline, "may_write": may_write,
        "warnings": cautions.warnings_of(row.paper, today=on), "twins": queries.twins(row),
        "has_template": drawing.template_for(row) is not None,
        "scan_form": ScanForm() if may_write and row.is_open else None,
        "why_not_confirmed": row.why_not_confirmed(request.user) if row.is_open else "",
        "path": _path(row),
    }  # fmt: skip
    return render(request, "documents/paper_detail.html", context)


def _path(row: PaperRecord):
    ends = {PaperStage.WITHDRAWN: "Đã thu hồi", PaperStage.DROPPED: "Đã bỏ"}
    labels = ["Dự thảo", ends.get(row.stage, "Đã ban hành")] if row.stage in ends else ["Dự thảo", "Đã ban hành"]
    now = 0 if row.stage == PaperStage.DRAFTED else 1
    return stage_path(labels, now, since=row.stage_since, ended=bool(now), halted=row.stage in ends)
