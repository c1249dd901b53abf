"""Pages on which one scores: the juror's list, a sheet beside the one-page file, all sheets once more before sending."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods, require_POST, require_safe

from kheo.accounts.access import can
from kheo.accounts.permissions import Permission as P
from kheo.accounts.receipts import once
from kheo.appraisal.actions import papers, sheets
from kheo.appraisal.forms.sheets import SheetForm
from kheo.appraisal.models import Column, Nomination, ScoreSheet
from kheo.appraisal.queries.one_page import one_page, shown_to_jurors
from kheo.appraisal.queries.scoring import READY, SENT, beside, given_to, sits
from kheo.appraisal.views.conflicts import nomination_of
from kheo.core.pages import key_in
from kheo.movement.lifecycle.move import NotYet
from kheo.movement.views.serving import answer_with
from kheo.movement.views.telling import reason_of, tell_cleaned

# The word in the address of a column that is not a juror's own.
COLUMNS = {"tu-cham": Column.SELF, "tham-dinh": Column.APPRAISER, "hoi-dong": Column.COUNCIL}
WORDS = {column: word for word, column in COLUMNS.items()}
HEADINGS = {Column.SELF: "Phiếu tự chấm", Column.APPRAISER: "Phiếu thẩm định", Column.COUNCIL: "Phiếu chấm"}


@require_GET
def my_files(request):
    """Hồ sơ được giao: what is left, what is done."""
    _require_seat(request.user)
    lines = given_to(request.user)
    context = {
        "heading": "Hồ sơ được giao", "lines": lines, "ready": sum(line.state == READY for line in lines),
        "sent": sum(line.state == SENT for line in lines),
        "left": sum(line.state != SENT and not line.barred for line in lines), "sent_form": _saved(request),
    }  # fmt: skip
    return render(request, "appraisal/my_files.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@once
def sheet_edit(request, pk, column):
    """One sheet: the juror's own, the unit's, or the appraiser's. Saving keeps a draft; sending is its own press."""
    nomination, column = nomination_of(request, pk), COLUMNS[column]
    sheet = _own_sheet(nomination, column, request.user)
    may_not = sheets.why_not_written(nomination, column, request.user)
    form = _form(request, nomination, column, sheet)
    if request.method == "POST" and form.is_valid() and _kept(form, nomination, column, request):
        tell_cleaned(request, form)
        return _onwards(request, nomination, column)
    context = {
        "nomination": nomination, "exemplar": nomination.exemplar, "form": form, "sheet": sheet, "column": column,
        "word": WORDS[column], "heading": HEADINGS[column], "lines": form.lines(beside(nomination, but=column)),
        "page": one_page(nomination), "may_not": may_not, "is_council": column == Column.COUNCIL,
        "autosave_url": _autosave(nomination, column), "may_reopen": _may_reopen(sheet, nomination, request.user),
        "may_send": sheets.may_send(nomination, column, request.user),
        "may_correct": _may_correct(sheet, nomination, request.user),
    }  # fmt: skip
    return render(request, "appraisal/sheet_form.html", context)


@require_POST
def sheet_autosave(request, pk, column):
    """Keep what stands in the sheet now; 400 where it cannot be kept as it is."""
    nomination, column = _writable(request, pk, column)
    form = _form(request, nomination, column, None)
    if not form.is_valid():
        return JsonResponse({"reason": "Còn chỗ chưa hợp lệ."}, status=400)
    try:
        sheets.write(nomination, column, form.answers(), by=request.user, comment=form.cleaned_data["comment"])
    except NotYet as reason:
        return JsonResponse({"reason": str(reason)}, status=400)
    return JsonResponse({})


@require_POST
@once
def sheet_send(request, pk, column):
    """Send the unit's sheet or the appraiser's."""
    nomination, column = _writable(request, pk, column)
    if column == Column.COUNCIL:
        raise Http404  # a juror's sheets go together, from the page of all of them
    return _do(request, nomination, "Đã gửi phiếu.", sheets.send, nomination, column)


@require_POST
@once
def sheet_abstain(request, pk):
    """Give no opinion on one file, with a reason."""
    nomination, _ = _writable(request, pk, WORDS[Column.COUNCIL])
    return _do(request, None, "Đã ghi: không cho ý kiến.", sheets.abstain, nomination, reason=reason_of(request))


@require_POST
@once
def sheet_reopen(request, pk):
    """Take one's own sheet back to go on with it."""
    rows = ScoreSheet.objects.filter(nomination__in=Nomination.objects.visible_to(request.user))
    sheet = get_object_or_404(rows.select_related("nomination"), pk=pk, juror=request.user)
    target = reverse("appraisal:sheet_edit", args=[sheet.nomination_id, WORDS[sheet.column]])
    return _do(request, target, "Phiếu mở lại, chưa gửi.", sheets.reopen, sheet, reason=reason_of(request))


@require_http_methods(["GET", "HEAD", "POST"])
@once
def sheet_review(request):
    """All sheets once more before they go; one press sends all that are finished."""
    _require_seat(request.user)
    lines = given_to(request.user)
    if request.method == "POST":
        keys = [key for key in map(key_in, request.POST.getlist("hs")) if key]
        try:
            sent = sheets.send_all(keys, by=request.user)
        except NotYet as reason:
            messages.error(request, str(reason))
        else:
            messages.success(request, f"Đã gửi {len(sent)} phiếu.")
        return redirect("appraisal:my_files")
    context = {
        "heading": "Xem lại tất cả", "ready": [line for line in lines if line.state == READY and not line.barred],
        "left": [line for line in lines if line.state not in (READY, SENT) and not line.barred],
        "sent": [line for line in lines if line.state == SENT],
    }  # fmt: skip
    return render(request, "appraisal/sheet_review.html", context)


@require_safe
def file_proof(request, pk, evidence, variant):
    """A piece of evidence as whoever scores the file sees it: photos as clean copies, papers named beside a criterion."""
    nomination = nomination_of(request, pk)
    rows = shown_to_jurors(nomination.exemplar)
    kept = get_object_or_404(rows, pk=evidence, **({} if variant == "tai" else {"kind": "photo"}))
    if variant == "tai" and kept.kind == "photo":
        raise Http404
    return answer_with(kept, {"sach": "clean", "nho": "thumb", "tai": "original"}[variant])


def _require_seat(user) -> None:
    if not sits(user):
        raise PermissionDenied("Đồng chí không ở trong hội đồng nào đang làm việc.")


def _writable(request, pk, column: str) -> tuple[Nomination, Column]:
    nomination = nomination_of(request, pk)
    if not sheets.may_write(nomination, COLUMNS[column], request.user):
        raise Http404
    return nomination, COLUMNS[column]


def _own_sheet(nomination: Nomination, column: str, user) -> ScoreSheet | None:
    whose = {"juror": user} if column == Column.COUNCIL else {}
    found = ScoreSheet.objects.select_related("panel", "juror")
    sheet = found.filter(nomination=nomination, column=column, **whose).first()
    if sheet is None and not sheets.may_write(nomination, column, user):
        raise Http404
    if sheet is not None and column != Column.COUNCIL and not sheets.may_read(nomination, column, user):
        raise Http404
    return sheet


def _form(request, nomination: Nomination, column: str, sheet: ScoreSheet | None) -> SheetForm:
    proofs = None if column == Column.COUNCIL else list(shown_to_jurors(nomination.exemplar)[:60])
    return SheetForm(request.POST or None, rules=nomination.rule_set, sheet=sheet, proofs=proofs)


def _kept(form: SheetForm, nomination: Nomination, column: str, request) -> bool:
    try:
        sheets.write(nomination, column, form.answers(), by=request.user, comment=form.cleaned_data["comment"])
        if request.POST.get("do") == "send" and column != Column.COUNCIL:
            sheets.send(nomination, column, by=request.user)
    except NotYet as reason:
        form.add_error(None, str(reason))
        return False
    return True


def _onwards(request, nomination: Nomination, column: str):
    """A juror goes on to the next file that is left; others stay with the file."""
    if column != Column.COUNCIL:
        messages.success(request, "Đã gửi phiếu." if request.POST.get("do") == "send" else "Đã lưu, chưa gửi.")
        return redirect(nomination)
    messages.success(request, f"Đã lưu phiếu của “{nomination.exemplar}”, chưa gửi.")
    left = [line for line in given_to(request.user) if line.state not in (READY, SENT) and not line.barred]
    later = next((line for line in left if line.nomination.pk != nomination.pk), None)
    if request.POST.get("do") == "next" and later:
        return redirect("appraisal:sheet_edit", pk=later.nomination.pk, column=WORDS[column])
    return redirect(f"{reverse('appraisal:my_files')}?da-luu={nomination.pk}")


def _autosave(nomination: Nomination, column: str) -> str:
    return reverse("appraisal:sheet_autosave", args=[nomination.pk, WORDS[column]])


def _saved(request) -> str:
    """The address of the sheet that has just been saved: its copy on the device has done its duty."""
    key = key_in(request.GET.get("da-luu"))
    return reverse("appraisal:sheet_autosave", args=[key, WORDS[Column.COUNCIL]]) if key else ""


def _may_reopen(sheet: ScoreSheet | None, nomination: Nomination, user) -> bool:
    return sheet is not None and sheets.why_not_reopened(sheet, nomination, user) is None


def _may_correct(sheet: ScoreSheet | None, nomination: Nomination, user) -> bool:
    """The appraiser's column is the body's: a colleague puts it right, with a reason."""
    there = sheet is not None and sheet.column == Column.APPRAISER and can(user, P.SCORE_ENTER, nomination.unit)
    return there and papers.why_not_corrected(sheet, nomination, user) is None


def _do(request, target, done: str, act, *subjects, **facts):
    try:
        act(*subjects, by=request.user, **facts)
    except NotYet as reason:
        messages.error(request, str(reason))
    else:
        messages.success(request, done)
    return redirect(target or "appraisal:my_files")
