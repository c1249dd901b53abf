"""Pages on which files are given to jurors: by hand, ticked, and shared out evenly after a look at what would come."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from kheo.accounts.permissions import Permission as P
from kheo.accounts.receipts import once
from kheo.appraisal.actions import assigning
from kheo.appraisal.models import Assignment, Panel
from kheo.appraisal.queries import judging
from kheo.appraisal.views.panels import panel_of
from kheo.core.pages import PARAMETER, key_in, page_of
from kheo.movement.lifecycle.move import NotYet
from kheo.movement.views.telling import reason_of

TOLD = 20  # sentences about what was passed by


@require_http_methods(["GET", "HEAD", "POST"])
@once
def panel_files(request, pk):
    """The panel's files with who has each; ticked files are given to ticked jurors."""
    panel = panel_of(request, pk, needs=P.PANEL_CHANGE)
    if request.method == "POST":
        return _assign(request, panel)
    page = page_of(judging.files_of(panel), request.GET.get(PARAMETER), size=50, cap=5000, query=request.GET)
    context = {
        "panel": panel, "page": page, "judges": panel.seats.judging().select_related("user"),
        "wanted": max(panel.rule_set.least_jurors, 1), "heading": "Phân công chấm",
    }  # fmt: skip
    return render(request, "appraisal/panel_files.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@once
def panel_share_out(request, pk):
    """What sharing out would do, with count and names; a press does it."""
    panel = panel_of(request, pk, needs=P.PANEL_CHANGE)
    if request.method == "POST":
        try:
            shared = assigning.share_out(panel, by=request.user)
        except NotYet as reason:
            messages.error(request, str(reason))
        else:
            _tell(request, shared)
        return redirect("appraisal:panel_files", pk=pk)
    context = {"panel": panel, "plan": assigning.planned(panel), "heading": "Phân công tự động"}
    return render(request, "appraisal/panel_share_out.html", context)


@require_POST
@once
def assignment_take_back(request, pk):
    """Take one file back from a juror, with a reason."""
    rows = Assignment.objects.filter(seat__panel__in=Panel.objects.visible_to(request.user))
    assignment = get_object_or_404(rows.select_related("seat__panel__unit", "seat__user"), pk=pk)
    try:
        assigning.take_back(assignment, by=request.user, reason=reason_of(request))
    except NotYet as reason:
        messages.error(request, str(reason))
    else:
        messages.success(request, f"Đã thu lại hồ sơ từ {assignment.seat.user}.")
    return redirect("appraisal:panel_files", pk=assignment.seat.panel_id)


def _assign(request, panel: Panel):
    ticked = {name: [key for key in map(key_in, request.POST.getlist(name)) if key] for name in ("hs", "tv")}
    try:
        shared = assigning.assign_many(panel, ticked["hs"], ticked["tv"], by=request.user)
    except NotYet as reason:
        messages.error(request, str(reason))
    else:
        _tell(request, shared)
    return redirect("appraisal:panel_files", pk=panel.pk)


def _tell(request, shared: assigning.Shared) -> None:
    if shared.given:
        files = len({row.nomination_id for row in shared.given})
        messages.success(request, f"Đã phân công {len(shared.given)} lượt chấm cho {files} hồ sơ.")
    else:
        messages.info(request, "Không có lượt chấm nào mới để phân công.")
    for sentence in shared.kept_out[:TOLD]:
        messages.warning(request, sentence)
    if len(shared.kept_out) > TOLD:
        messages.warning(request, f"Và {len(shared.kept_out) - TOLD} trường hợp khác; xem trang xung đột lợi ích.")
