"""Pages of conflicts of interest: what was found in a panel, kin declared, false alarms dismissed, sheets left out."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from kheo.accounts.access import can
from kheo.accounts.models import User
from kheo.accounts.permissions import Permission as P
from kheo.accounts.receipts import once
from kheo.appraisal.actions import conflicts
from kheo.appraisal.forms.panels import KinForm
from kheo.appraisal.models import Clearance, Kin, Nomination, Panel, ScoreSheet, Seat
from kheo.appraisal.queries import judging
from kheo.appraisal.views.panels import panel_of
from kheo.core.pages import key_in
from kheo.movement.lifecycle.move import NotYet
from kheo.movement.views.telling import reason_of

_WITH = ("exemplar__unit__place", "unit__place", "rule_set", "round")


@require_GET
def panel_conflicts(request, pk):
    """All ties between who sits and the files of the panel, dismissed ones too."""
    panel = panel_of(request, pk, needs=P.PANEL_CHANGE)
    context = {
        "panel": panel, "conflicts": judging.conflicts_of(panel), "heading": "Xung đột lợi ích",
        "may_clear": can(request.user, P.CONFLICT_CLEAR, panel.unit),
    }  # fmt: skip
    return render(request, "appraisal/panel_conflicts.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@once
def kin_declare(request, pk):
    """Say that one is related to whoever the file honours; the secretary writes it down for others."""
    nomination = nomination_of(request, pk)
    people = _sitting(nomination) if can(request.user, P.PANEL_CHANGE, nomination.unit) else None
    if people is None and not people_of_file(nomination).filter(pk=request.user.pk).exists():
        raise Http404
    form = KinForm(request.POST or None, people=people)
    if request.method == "POST" and form.is_valid():
        user = form.cleaned_data.get("user") or request.user
        try:
            conflicts.declare_kin(nomination, user=user, kinship=form.cleaned_data["kinship"], by=request.user)
        except NotYet as reason:
            form.add_error(None, str(reason))
        else:
            messages.success(request, f"Đã ghi: {user} không tham gia xét “{nomination.exemplar}”.")
            return redirect(nomination if people is not None else "appraisal:my_files")
    context = {"form": form, "nomination": nomination, "heading": "Khai quan hệ thân thích", "for_others": people}
    return render(request, "appraisal/kin_form.html", context)


@require_POST
@once
def kin_withdraw(request, pk):
    """Take a mistaken declaration back."""
    kin = get_object_or_404(Kin.objects.select_related("user", "exemplar"), pk=pk)
    nomination = get_object_or_404(
        Nomination.objects.visible_to(request.user).select_related(*_WITH),
        pk=key_in(request.POST.get("hs")), exemplar=kin.exemplar_id,
    )  # fmt: skip
    act = lambda: conflicts.withdraw_kin(kin, nomination, by=request.user, reason=reason_of(request))  # noqa: E731
    return _do(request, nomination, act, "Đã rút lời khai.")


@require_POST
@once
def conflict_clear(request, pk):
    """Judge one found tie a false alarm, with the reason."""
    nomination = nomination_of(request, pk)
    user = get_object_or_404(User, pk=key_in(request.POST.get("nguoi")))

    def act():
        conflicts.clear(
            nomination, user=user, tie=request.POST.get("lien_quan", ""), by=request.user, reason=reason_of(request)
        )

    return _do(request, nomination, act, "Đã bỏ cảnh báo; lý do hiện bên cạnh.")


@require_POST
@once
def conflict_restore(request, pk):
    """Take a dismissal back: the tie bars again."""
    rows = Clearance.objects.filter(nomination__in=Nomination.objects.visible_to(request.user))
    clearance = get_object_or_404(rows.select_related("nomination__unit__place", "nomination__exemplar", "user"), pk=pk)
    act = lambda: conflicts.restore(clearance, by=request.user, reason=reason_of(request))  # noqa: E731
    return _do(request, clearance.nomination, act, "Cảnh báo có hiệu lực trở lại.")


@require_POST
@once
def sheet_leave_out(request, pk):
    """Leave a sheet out whose juror proved to be tied to the file."""
    sheet = _sheet(request, pk)
    act = lambda: conflicts.leave_out(sheet, by=request.user)  # noqa: E731
    return _do(request, sheet.nomination, act, "Phiếu không được tính nữa; lý do hiện bên cạnh phiếu.")


@require_POST
@once
def sheet_count_again(request, pk):
    """Count a sheet again once the alarm was dismissed."""
    sheet = _sheet(request, pk)
    act = lambda: conflicts.count_again(sheet, by=request.user, reason=reason_of(request))  # noqa: E731
    return _do(request, sheet.nomination, act, "Phiếu được tính lại.")


def nomination_of(request, pk) -> Nomination:
    return get_object_or_404(Nomination.objects.visible_to(request.user).select_related(*_WITH), pk=pk)


def people_of_file(nomination: Nomination):
    """Who sits in a panel that the file may be given to."""
    panels = Panel.objects.open().filter(
        unit=nomination.unit_id, round=nomination.round_id, rule_set=nomination.rule_set_id
    )
    return User.objects.filter(pk__in=Seat.objects.held().filter(panel__in=panels).values("user"))


def _sitting(nomination: Nomination):
    return people_of_file(nomination).by_name()


def _sheet(request, pk) -> ScoreSheet:
    rows = ScoreSheet.objects.of_council().filter(nomination__in=Nomination.objects.visible_to(request.user))
    joined = ("nomination__unit__place", "nomination__exemplar", "nomination__rule_set", "juror")
    return get_object_or_404(rows.select_related(*joined), pk=pk)


def _do(request, nomination: Nomination, act, done: str):
    try:
        act()
    except NotYet as reason:
        messages.error(request, str(reason))
    else:
        messages.success(request, done)
    panel = Panel.objects.visible_to(request.user).filter(pk=key_in(request.POST.get("hoi_dong"))).first()
    return redirect("appraisal:panel_conflicts", pk=panel.pk) if panel else redirect(nomination)
