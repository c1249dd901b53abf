"""Pages of panels: the list, a new one, one panel with its seats, quorum and end; how its jurors score."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from kheo.accounts.access import can, can_anywhere, require
from kheo.accounts.permissions import Permission as P
from kheo.accounts.receipts import once
from kheo.appraisal.actions import panels
from kheo.appraisal.forms.panels import PanelFactsForm, PanelForm, QuorumForm, SeatForm
from kheo.appraisal.models import Panel, Seat
from kheo.appraisal.queries import judging
from kheo.appraisal.queries.calibration import calibration
from kheo.appraisal.views.drafting import desk_of
from kheo.core.pages import PARAMETER, page_of
from kheo.movement.lifecycle.move import NotYet
from kheo.movement.views.telling import reason_of, tell_cleaned


@require_GET
def panel_list(request):
    """Panels of the units where this person runs or reads them, and those they sit in."""
    runs = can_anywhere(request.user, P.PANEL_CHANGE)
    if not (runs or can_anywhere(request.user, P.NOMINATION_VIEW) or Seat.objects.filter(user=request.user).exists()):
        raise PermissionDenied("Đồng chí chưa được giao quyền xem hội đồng nào.")
    rows = judging.panel_list(request.user)
    page = page_of(rows, request.GET.get(PARAMETER), query=request.GET)
    context = {"heading": "Hội đồng, tổ thẩm định", "page": page, "may_found": runs}
    return render(request, "appraisal/panel_list.html", context)


@require_http_methods(["GET", "POST"])
@once
def panel_new(request):
    """Found a panel or a team."""
    if not can_anywhere(request.user, P.PANEL_CHANGE):
        raise PermissionDenied("Đồng chí chưa được giao quyền lập hội đồng.")
    form = PanelForm(request.POST or None, user=request.user)
    if request.method == "POST" and form.is_valid() and (panel := _done(form, panels.found, by=request.user)):
        tell_cleaned(request, form)
        messages.success(request, "Đã lập hội đồng. Hãy thêm thành viên.")
        return redirect(panel)
    return render(request, "appraisal/panel_form.html", {"form": form, "heading": "Lập hội đồng, tổ thẩm định"})


@require_http_methods(["GET", "POST"])
@once
def panel_edit(request, pk):
    """Change name, field and founding decision."""
    panel = panel_of(request, pk, needs=P.PANEL_CHANGE)
    facts = {name: getattr(panel, name) for name in panels.WRITABLE}
    form = PanelFactsForm(request.POST or None, initial=facts)
    if request.method == "POST" and form.is_valid() and _done(form, panels.write, panel, by=request.user):
        messages.success(request, "Đã lưu.")
        return redirect(panel)
    return render(request, "appraisal/panel_form.html", {"form": form, "heading": panel.name, "panel": panel})


@require_GET
def panel_detail(request, pk):
    """One panel: seats, how far their work is, and what may be done."""
    return _draw(request, panel_of(request, pk))


@require_POST
@once
def seat_add(request, pk):
    panel = panel_of(request, pk, needs=P.PANEL_CHANGE)
    form = SeatForm(request.POST, panel=panel)
    if form.is_valid() and _done(form, panels.seat, panel, form.cleaned_data.pop("user"), by=request.user):
        tell_cleaned(request, form)
        messages.success(request, "Đã thêm thành viên.")
        return redirect(panel)
    return _draw(request, panel, seat_form=form)


@require_POST
@once
def seat_leave(request, pk):
    """Somebody leaves the panel; what they had not scored goes back to be given on."""
    seats = Seat.objects.filter(panel__in=Panel.objects.visible_to(request.user)).select_related("panel__unit", "user")
    seat = get_object_or_404(seats, pk=pk)
    try:
        back = panels.leave(seat, by=request.user, reason=reason_of(request))
    except NotYet as reason:
        messages.error(request, str(reason))
    else:
        messages.success(request, f"{seat.user} đã thôi tham gia hội đồng.")
        if back:
            messages.info(request, f"{len(back)} hồ sơ chưa chấm đã thu lại; bấm “Phân công tự động” để giao tiếp.")
    return redirect(seat.panel)


@require_POST
@once
def panel_quorum(request, pk):
    """Ask for another share of members present, with a reason."""
    panel, form = panel_of(request, pk, needs=P.PANEL_CHANGE), QuorumForm(request.POST)
    if form.is_valid():
        said = form.cleaned_data
        if _done(form, panels.set_quorum, panel, by=request.user, facts=(said["quorum"],), reason=said["note"]):
            messages.success(request, "Đã đổi số thành viên có mặt tối thiểu; lý do ghi trong nhật ký.")
            return redirect(panel)
    return _draw(request, panel, quorum_form=form)


@require_POST
@once
def panel_close(request, pk):
    return _act(request, pk, panels.close, "Hội đồng đã kết thúc. Phiếu gửi sau giờ này không được tính.")


@require_POST
@once
def panel_reopen(request, pk):
    return _act(request, pk, panels.reopen, "Hội đồng làm việc trở lại.", with_reason=True)


@require_GET
def panel_calibration(request, pk):
    """How each juror scores beside the panel; names for the chair and oneself only."""
    panel = panel_of(request, pk)
    context = {"panel": panel, "found": calibration(panel, request.user), "heading": "Độ lệch khi chấm"}
    return render(request, "appraisal/panel_calibration.html", context)


def panel_of(request, pk, *, needs=None) -> Panel:
    rows = Panel.objects.visible_to(request.user).select_related("unit__place", "round", "rule_set")
    panel = get_object_or_404(rows, pk=pk)
    if needs is not None:
        require(request.user, needs, panel.unit)
    return panel


def _draw(request, panel: Panel, **forms):
    may_change = can(request.user, P.PANEL_CHANGE, panel.unit)
    works = may_change and panel.closed_on is None
    context = {
        "panel": panel, "heading": panel.name, "page": judging.panel_page(panel, request.user),
        "may_change": may_change, "seat_form": SeatForm(panel=panel) if works else None,
        "quorum_form": QuorumForm(initial={"quorum": panel.quorum}) if works else None,
        "desk": desk_of(request.user, panel),
    }  # fmt: skip
    return render(request, "appraisal/panel_detail.html", context | forms)


def _act(request, pk, act, done: str, *, with_reason: bool = False):
    panel = panel_of(request, pk)
    try:
        act(panel, by=request.user, **({"reason": reason_of(request)} if with_reason else {}))
    except NotYet as reason:
        messages.error(request, str(reason))
    else:
        messages.success(request, done)
    return redirect(panel)


def _done(form, act, *subjects, by, facts=None, **more):
    """Do it with what the form says; what stands in the way is said at the form."""
    said = more if facts is not None else form.cleaned_data
    try:
        return act(*subjects, *(facts or ()), by=by, **said)
    except NotYet as reason:
        form.add_error(None, str(reason))
        return None
