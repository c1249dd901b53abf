"""Changes of units: one page an act, all by the same pattern; a merger is shown before it is made."""

from collections.abc import Callable
from dataclasses import dataclass

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from kheo.accounts import unit_reads
from kheo.accounts.access import can_anywhere
from kheo.accounts.forms import units as forms
from kheo.accounts.permissions import Permission
from kheo.accounts.receipts import once
from kheo.accounts.views.units import kept_unit, living_unit, must_hold
from kheo.core.pages import key_in
from kheo.units import actions
from kheo.units.models import Cluster, Unit
from kheo.units.obstacles import NotPossible, preview_merge


@dataclass(frozen=True)
class Act:
    """One way to change a unit: its words, its form, and the action that the form's facts go to."""

    title: str
    button: str
    form: type[forms.UnitForm]
    do: Callable
    done: str
    hint: str = ""
    initial: Callable = lambda unit: {}


def _correctable(unit: Unit) -> dict:
    return {name: getattr(unit, name) for name in actions.CORRECTABLE}


# Acts that an ended unit knows as well.
OF_ENDED = ("sua", "don-vi-cu")

ACTS = {
    "sua": Act(
        "Sửa thông tin", "Lưu", forms.CorrectForm, lambda unit, by, **facts: actions.correct(unit, by=by, **facts),
        "Đã lưu.", "Chỉ sửa điều ghi sai. Đơn vị đổi tên thật thì dùng “Đổi tên”, để còn tra được tên cũ.", _correctable,
    ),
    "don-vi-cu": Act(
        "Thêm đơn vị cũ đã sáp nhập vào đây", "Thêm đơn vị cũ", forms.FormerForm,
        lambda unit, by, **facts: actions.add_former(into=unit, by=by, **facts),
        "Đã thêm đơn vị cũ.", "Để danh sách cũ tra được tên cũ, và mô hình của đơn vị cũ có chỗ ghi.",
    ),
    "doi-ten": Act(
        "Đổi tên", "Đổi tên", forms.RenameForm, lambda unit, by, **facts: actions.rename(unit, by=by, **facts),
        "Đã đổi tên.", "Tên cũ vẫn tìm được, và hiện đúng trên báo cáo của ngày cũ.",
    ),
    "chuyen": Act(
        "Chuyển đơn vị cấp trên", "Chuyển", forms.ReParentForm,
        lambda unit, by, **facts: actions.re_parent(unit, by=by, **facts),
        "Đã chuyển.", "Các đơn vị trực thuộc đi theo. Báo cáo của ngày cũ vẫn theo tuyến cũ.",
    ),
    "chia-tach": Act(
        "Chia tách", "Chia tách", forms.SplitForm, lambda unit, by, **facts: actions.split(unit, by=by, **facts),
        "Đã chia tách.", "Đơn vị này kết thúc vào hôm trước ngày có hiệu lực. Hồ sơ của nó giữ nguyên.",
        lambda unit: {"of": unit},
    ),
    "ket-thuc": Act(
        "Kết thúc hoạt động", "Kết thúc", forms.CloseForm, lambda unit, by, **facts: actions.close(unit, by=by, **facts),
        "Đã ghi đơn vị kết thúc hoạt động.", "Dùng khi không có đơn vị nào kế tục. Hồ sơ của đơn vị giữ nguyên.",
    ),
    "co-quan-thuong-truc": Act(
        "Cơ quan thường trực", "Lưu", forms.FocalBodyForm,
        lambda unit, by, **facts: actions.set_focal_body(unit, by=by, **facts),
        "Đã lưu cơ quan thường trực.", "Cơ quan tham mưu công tác dân vận của cấp này và các đơn vị trực thuộc.",
    ),
}  # fmt: skip


@require_http_methods(["GET", "POST"])
@once
def unit_change(request, pk, act):
    unit, way = (kept_unit if act in OF_ENDED else living_unit)(request, pk), ACTS[act]
    form = way.form(request.POST or None, initial=way.initial(unit), units=_among(request.user, way))
    if request.method == "POST" and form.is_valid():
        facts = {"into": form.parts, **_dated(form)} if act == "chia-tach" else form.cleaned_data
        if _done(form, lambda: way.do(unit, request.user, **facts)):
            messages.success(request, way.done)
            return redirect("accounts:unit_detail", pk=pk)
    context = {"heading": way.title, "unit": unit, "form": form, "hint": way.hint, "button": way.button}
    return render(request, "accounts/unit_form.html", context)


def _among(user, way: Act):
    return unit_reads.units_kept(user, ended=way.form.reaches_back)


@require_http_methods(["GET", "POST"])
@once
def unit_add(request):
    must_hold(request.user, Permission.UNIT_CHANGE)
    kept = unit_reads.units_kept(request.user)
    under = kept.filter(pk=key_in(request.GET.get("duoi"))).first()
    form = forms.NewUnitForm(request.POST or None, initial={"under": under}, units=kept)
    if request.method == "POST" and form.is_valid():
        made = []
        if _done(form, lambda: made.append(actions.add(by=request.user, **form.cleaned_data))):
            messages.success(request, f"Đã thêm {made[0]}.")
            return redirect("accounts:unit_detail", pk=made[0].pk)
    context = {"heading": "Thêm đơn vị", "form": form, "button": "Thêm đơn vị", "unit": under}
    return render(request, "accounts/unit_form.html", context)


@require_GET
def unit_merge(request):
    """The form; with its fields in the address also what the merger would do."""
    must_hold(request.user, Permission.UNIT_CHANGE)
    kept = unit_reads.units_kept(request.user)
    if "on" not in request.GET:
        first = kept.filter(pk=key_in(request.GET.get("don-vi")))
        return _merge_page(request, forms.MergeForm(initial={"units": list(first)}, units=kept))
    form = forms.MergeForm(request.GET, units=kept)
    return _merge_page(request, form, preview=_preview(form) if form.is_valid() else None)


@require_POST
@once
def unit_merge_confirm(request):
    must_hold(request.user, Permission.UNIT_CHANGE)
    form = forms.MergeForm(request.POST, units=unit_reads.units_kept(request.user))
    made: list[Unit] = []
    if form.is_valid() and _done(form, lambda: made.append(_merge(form, request.user))):
        messages.success(request, f"Đã sáp nhập vào {made[0]}. Hồ sơ của các đơn vị cũ giữ nguyên, xem được tại đây.")
        return redirect("accounts:unit_detail", pk=made[0].pk)
    return _merge_page(request, form)


def _merge(form, by) -> Unit:
    return actions.merge(form.cleaned_data["units"], into=form.target, by=by, **_dated(form))


def _dated(form) -> dict:
    return {name: form.cleaned_data[name] for name in ("on", "decision")}


def _preview(form) -> dict:
    units = form.cleaned_data["units"]
    preview = preview_merge(units, form.target, form.cleaned_data["on"])
    return {"plan": preview, "people": unit_reads.people_count(units, timezone.localdate())}


def _merge_page(request, form, preview=None) -> HttpResponse:
    context = {"heading": "Sáp nhập đơn vị", "form": form, "preview": preview}
    return render(request, "accounts/unit_merge.html", context)


@require_GET
def unit_clusters(request):
    must_hold(request.user, Permission.UNIT_VIEW)
    seen = unit_reads.units_seen(request.user).filter(ends=None).exclude(cluster=None).by_name()
    members: dict[int, list[Unit]] = {}
    for unit in seen:
        members.setdefault(unit.cluster_id, []).append(unit)
    may_change = can_anywhere(request.user, Permission.UNIT_CHANGE)
    kept = set(unit_reads.clusters_kept(request.user).values_list("pk", flat=True)) if may_change else set()
    clusters = [
        (one, members.get(one.pk, []), one.pk in kept)
        for one in Cluster.objects.all()
        if one.pk in kept or one.pk in members
    ]
    context = {"heading": "Cụm thi đua", "clusters": clusters, "may_change": may_change}
    return render(request, "accounts/unit_clusters.html", context)


@require_http_methods(["GET", "POST"])
@once
def unit_cluster(request, pk=None):
    must_hold(request.user, Permission.UNIT_CHANGE)
    cluster = get_object_or_404(unit_reads.clusters_kept(request.user), pk=pk) if pk else Cluster()
    kept = unit_reads.units_kept(request.user)
    inside = list(kept.filter(cluster=cluster).by_name()) if pk else []
    initial = {"name": cluster.name, "note": cluster.note, "units": inside}
    form = forms.ClusterForm(request.POST or None, initial=initial, units=kept, cluster=cluster)
    if request.method == "POST" and form.is_valid():
        cluster.name, cluster.note = form.cleaned_data["name"], form.cleaned_data["note"]
        _save_cluster(cluster, inside, form.cleaned_data["units"], request.user)
        messages.success(request, "Đã lưu cụm.")
        return redirect("accounts:unit_clusters")
    context = {"heading": cluster.name or "Thêm cụm thi đua", "form": form, "button": "Lưu"}
    return render(request, "accounts/unit_form.html", context)


def _save_cluster(cluster, before, after, by):
    actions.save_cluster(cluster, by=by)
    actions.set_cluster([unit for unit in before if unit not in after], None, by=by)
    actions.set_cluster(after, cluster, by=by)


def _done(form, act) -> bool:
    """Do the act; what stands against it is shown at the head of the form."""
    try:
        act()
    except NotPossible as refusal:
        for reason in refusal.reasons:
            form.add_error(None, reason)
        return False
    return True
