"""Pages of paper sheets: typed in beside the scan, checked by another person, corrected with a reason."""

from django.contrib import messages
from django.http import FileResponse, Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from kheo.accounts.access import require
from kheo.accounts.models import User
from kheo.accounts.permissions import Permission as P
from kheo.accounts.receipts import once
from kheo.appraisal.actions import papers
from kheo.appraisal.actions.papers import Paper
from kheo.appraisal.forms.sheets import CorrectionForm, PaperForm
from kheo.appraisal.models import Assignment, Column, Nomination, ScoreChange, ScoreSheet
from kheo.appraisal.views.conflicts import nomination_of
from kheo.core.filechecks import BadFile
from kheo.core.serving import locked_down
from kheo.movement.lifecycle.move import NotYet
from kheo.movement.views.telling import tell_cleaned


@require_http_methods(["GET", "HEAD", "POST"])
@once
def paper_new(request, pk):
    """Type in a juror's sheet from paper."""
    nomination = nomination_of(request, pk)
    require(request.user, P.SCORE_ENTER, nomination.unit)
    form = PaperForm(
        request.POST or None, request.FILES or None, rules=nomination.rule_set, people=_awaited(nomination)
    )
    if request.method == "POST" and form.is_valid() and (sheet := _entered(form, nomination, request)):
        tell_cleaned(request, form)
        messages.success(request, "Đã nhập phiếu. Phiếu được tính sau khi một người khác kiểm tra.")
        return redirect("appraisal:paper_detail", pk=sheet.pk)
    context = {"form": form, "nomination": nomination, "lines": form.lines(), "heading": "Nhập phiếu chấm giấy"}
    return render(request, "appraisal/paper_form.html", context)


@require_safe
def paper_detail(request, pk):
    """A sheet beside its scan, for checking and putting right."""
    return _draw(request, _sheet(request, pk))


@require_POST
@once
def paper_check(request, pk):
    """Say that what was typed is what stands on the paper."""
    sheet = _sheet(request, pk)
    try:
        papers.check(sheet, by=request.user)
    except NotYet as reason:
        messages.error(request, str(reason))
    else:
        messages.success(request, "Đã kiểm tra; phiếu được tính từ bây giờ.")
    return redirect("appraisal:paper_detail", pk=pk)


@require_POST
@once
def sheet_correct(request, pk):
    """Put scores right, with the reason."""
    sheet = _sheet(request, pk)
    form = CorrectionForm(request.POST, rules=sheet.nomination.rule_set, sheet=sheet)
    if form.is_valid():
        try:
            papers.correct(sheet, form.answers(), by=request.user, reason=form.cleaned_data["reason"])
        except NotYet as reason:
            form.add_error(None, str(reason))
        else:
            messages.success(request, "Đã sửa điểm, lý do ghi bên cạnh.")
            return redirect("appraisal:paper_detail", pk=pk)
    return _draw(request, sheet, form)


@require_safe
def paper_scan(request, pk):
    """The scan, as it was sent: shown, or downloaded where it is no picture."""
    sheet = _sheet(request, pk)
    if not sheet.scan:
        raise Http404
    name = sheet.scan.name.rpartition("/")[2]
    is_photo = name.rpartition(".")[2] in ("jpg", "jpeg", "png", "webp")
    return locked_down(FileResponse(sheet.scan.open("rb"), as_attachment=not is_photo, filename=f"phieu-{pk}-{name}"))


def _draw(request, sheet: ScoreSheet, form: CorrectionForm | None = None):
    nomination = sheet.nomination
    may_not = papers.why_not_corrected(sheet, nomination, request.user)
    changes = ScoreChange.objects.filter(score__sheet=sheet).select_related("score__criterion", "by")
    if form is None and may_not is None:
        form = CorrectionForm(rules=nomination.rule_set, sheet=sheet)
    may_check = sheet.is_on_paper and not sheet.checked_by_id and sheet.entered_by_id != request.user.pk
    context = {
        "sheet": sheet, "nomination": nomination, "form": form, "lines": form.lines() if form else [],
        "scores": sheet.scores.select_related("criterion"), "changes": changes, "may_not": may_not,
        "may_check": may_check, "heading": "Phiếu chấm giấy" if sheet.is_on_paper else "Phiếu thẩm định",
    }  # fmt: skip
    return render(request, "appraisal/paper_detail.html", context)


def _entered(form: PaperForm, nomination: Nomination, request) -> ScoreSheet | None:
    said = form.cleaned_data
    paper = Paper(said["juror"], form.answers(), said["comment"], said["abstained_reason"])
    scan = said["scan"]
    try:
        return papers.enter(nomination, Column.COUNCIL, paper, scan, scan.name, by=request.user)
    except BadFile as reason:
        form.add_error("scan", str(reason))
    except NotYet as reason:
        form.add_error(None, str(reason))
    return None


def _awaited(nomination: Nomination):
    """Jurors who were given the file and have no sheet that was sent."""
    sent = nomination.sheets.of_council().exclude(sent_at=None).values("juror")
    given = Assignment.objects.filter(nomination=nomination, seat__left_on=None).values("seat__user")
    return User.objects.filter(pk__in=given).exclude(pk__in=sent).by_name()


def _sheet(request, pk) -> ScoreSheet:
    """A sheet whose names the secretary knows anyway: from paper, or of the appraiser's column."""
    rows = ScoreSheet.objects.exclude(entered_by=None) | ScoreSheet.objects.filter(column=Column.APPRAISER)
    rows = rows.filter(nomination__in=Nomination.objects.visible_to(request.user))
    joined = ("nomination__unit__place", "nomination__exemplar__unit", "nomination__rule_set", "juror", "entered_by")
    sheet = get_object_or_404(rows.select_related(*joined, "checked_by", "panel"), pk=pk)
    require(request.user, P.SCORE_ENTER, sheet.nomination.unit)
    return sheet
