"""The settings of the movement, all in one style: a list, and a form for one row."""

from collections.abc import Callable
from dataclasses import dataclass

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods

from kheo.accounts.access import can_anywhere, units_where
from kheo.accounts.permissions import Permission as P
from kheo.accounts.receipts import once
from kheo.core.pages import page_of
from kheo.movement.actions import campaigns
from kheo.movement.forms.campaigns import (
    CampaignForm,
    DirectiveFileForm,
    DirectiveForm,
    PriorityAreaForm,
    RoundForm,
    TargetFormSet,
    ThemeForm,
)
from kheo.movement.lifecycle.move import NotYet
from kheo.movement.models import Campaign, Directive, PriorityArea, Round, Theme
from kheo.movement.panels import sections_beside
from kheo.movement.views.telling import tell_cleaned


@dataclass(frozen=True)
class Setting:
    """One kind of row: its words, its form, which rows a person may change, and what a line of the list says."""

    name: str
    heading: str
    add: str
    model: type
    form: type
    needs: P
    rows: Callable[..., QuerySet]
    line: Callable[..., str]
    about: str = ""


def _all(model):
    return lambda user: model.objects.all() if can_anywhere(user, P.CAMPAIGN_CHANGE) else model.objects.none()


def _window(round_):
    late = " · cán bộ được tự gửi" if round_.officer_may_file else ""
    return f"mã {round_.code} · nhận đăng ký {round_.opens_on:%d/%m/%Y} đến {round_.closes_on:%d/%m/%Y}{late}"


def _span(row):
    return f"từ {row.starts:%d/%m/%Y}" + (f" đến {row.ends:%d/%m/%Y}" if row.ends else "")


SETTINGS = {
    "dot": Setting(
        "round", "Đợt thi đua", "Thêm đợt", Round, RoundForm, P.CAMPAIGN_CHANGE,
        lambda user: Round.objects.filter(units_where(user, P.CAMPAIGN_CHANGE, "campaign__unit")), _window,
    ),
    "phong-trao": Setting(
        "campaign", "Phong trào", "Thêm phong trào", Campaign, CampaignForm, P.CAMPAIGN_CHANGE,
        lambda user: Campaign.objects.filter(units_where(user, P.CAMPAIGN_CHANGE)).select_related("unit"),
        lambda row: f"{row.unit.title} · {_span(row)}",
    ),
    "chu-de": Setting(
        "theme", "Chủ đề", "Thêm chủ đề", Theme, ThemeForm, P.CAMPAIGN_CHANGE, _all(Theme), lambda row: "",
    ),
    "van-ban": Setting(
        "directive", "Văn bản chỉ đạo", "Thêm văn bản", Directive, DirectiveForm, P.CAMPAIGN_CHANGE, _all(Directive),
        lambda row: f"{row.title} · {row.issuer}" + ("" if row.is_public else " · nội bộ"),
        about="Văn bản là nội bộ cho đến khi được đánh dấu công khai. Không đưa văn bản mật vào đây.",
    ),
    "dia-ban": Setting(
        "priority", "Địa bàn trọng điểm", "Thêm địa bàn", PriorityArea, PriorityAreaForm, P.PRIORITY_CHANGE,
        lambda user: PriorityArea.objects.filter(units_where(user, P.PRIORITY_CHANGE)).select_related("unit"), _span,
        about="Nhãn nội bộ, có ngày bắt đầu và kết thúc; không bao giờ hiện ở trang công khai.",
    ),
}  # fmt: skip


@require_GET
def settings(request):
    """The list of the first kind this person may change."""
    allowed = [kind for kind, setting in SETTINGS.items() if can_anywhere(request.user, setting.needs)]
    return setting_list(request, allowed[0] if allowed else next(iter(SETTINGS)))


@require_GET
def setting_list(request, kind):
    """The rows this person may change."""
    setting = _of(request, kind)
    page = page_of(setting.rows(request.user), request.GET.get("trang"), size=50, query=request.GET)
    tabs = [
        (each.heading, reverse(f"movement:{each.name}_list"), each is setting)
        for each in SETTINGS.values()
        if can_anywhere(request.user, each.needs)
    ]
    context = {
        "setting": setting, "page": page, "tabs": tabs, "heading": setting.heading,
        "lines": [(row, reverse(f"movement:{setting.name}_edit", args=[row.pk]), setting.line(row)) for row in page.rows],
        "new_url": reverse(f"movement:{setting.name}_new"),
    }  # fmt: skip
    return render(request, "movement/setting_list.html", context)


@require_http_methods(["GET", "POST"])
@once
def setting_new(request, kind):
    """Add one."""
    setting = _of(request, kind)
    return _edit(request, setting, setting.model(), {}, setting.add)


@require_http_methods(["GET", "POST"])
@once
def setting_edit(request, kind, pk):
    """Change one."""
    setting = _of(request, kind)
    row = get_object_or_404(setting.rows(request.user), pk=pk)
    initial = {name: getattr(row, name) for name in campaigns.WRITABLE[setting.model]}
    return _edit(request, setting, row, initial, str(row))


def _edit(request, setting, row, initial, heading):
    data = request.POST if request.method == "POST" else None
    form = setting.form(data, user=request.user, initial=initial)
    targets = _targets(data, row) if setting.model is Directive else None
    valid = form.is_valid() and (targets is None or targets.is_valid())
    if valid and _put(request, row, form, targets):
        tell_cleaned(request, form)
        messages.success(request, "Đã lưu.")
        return redirect(f"movement:{setting.name}_list")
    back = reverse(f"movement:{setting.name}_list")
    context = {"form": form, "targets": targets, "setting": setting, "back": back, "heading": heading, "row": row}
    context["sections"] = sections_beside(row, request.user) if row.pk else []
    if isinstance(row, Directive) and row.pk:
        context |= {"files": row.files.all(), "file_form": DirectiveFileForm()}
    return render(request, "movement/setting_form.html", context)


def _put(request, row, form, targets):
    try:
        if targets is None:
            campaigns.put(row, by=request.user, **form.cleaned_data)
        else:
            said = [each.cleaned_data for each in targets if each.cleaned_data.get("name")]
            kept = [each for each in said if not each["DELETE"]]
            campaigns.put_directive(row, kept, by=request.user, **form.cleaned_data)
    except NotYet as reason:
        form.add_error(None, str(reason))
        return False
    return True


def _targets(data, row):
    kept = row.targets.values("pk", "name", "measure", "value") if row.pk else []
    return TargetFormSet(data, prefix="targets", initial=list(kept))


def _of(request, kind):
    setting = SETTINGS[kind]
    if not can_anywhere(request.user, setting.needs):
        raise PermissionDenied("Đồng chí chưa được giao quyền sửa các thiết lập này.")
    return setting
