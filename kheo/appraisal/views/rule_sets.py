"""Rule sets: a list, one with its sheet, the form of a draft, and applying it with a look at whom it touches."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from kheo.accounts.access import can, can_anywhere, require
from kheo.accounts.permissions import Permission as P
from kheo.accounts.receipts import once
from kheo.appraisal.actions import rule_sets
from kheo.appraisal.forms.rule_sets import RuleSetForms
from kheo.appraisal.lifecycle.rules import RuleSetStage
from kheo.appraisal.models import RuleSet
from kheo.appraisal.queries import rule_sets as queries
from kheo.appraisal.samples import SAMPLES
from kheo.core.pages import page_of
from kheo.movement.actions import drafts
from kheo.movement.lifecycle.move import NotYet
from kheo.movement.views.drafts import address, kept
from kheo.movement.views.telling import reason_of

FORM, NEW = "rule_set", "moi"


@require_GET
def rule_set_list(request):
    """Those this person may read."""
    if not request.user.held:
        raise PermissionDenied("Đồng chí chưa được giao vai trò ở đơn vị nào.")
    stage = request.GET.get("buoc", "")
    stage = stage if stage in RuleSetStage.values else ""
    page = page_of(queries.rule_set_list(request.user, stage), request.GET.get("trang"), query=request.GET)
    here = reverse("appraisal:rule_set_list")
    tabs = [("Tất cả", here, None, not stage)]
    tabs += [(RuleSetStage(key).label, f"{here}?buoc={key}", None, key == stage) for key in queries.STAGE_ORDER]
    context = {
        "heading": "Bộ tiêu chí", "page": page, "tabs": tabs, "may_write": can_anywhere(request.user, P.RULES_WRITE),
        "samples": SAMPLES.values(),
    }  # fmt: skip
    return render(request, "appraisal/rule_set_list.html", context)


@require_GET
def rule_set_detail(request, pk):
    """One rule set: its figures, its sheet, its versions, what is judged by it, and what may be done."""
    rules = _of(request, pk)
    moves = rule_sets.open_moves(rules, request.user)
    may_write = can(request.user, P.RULES_WRITE, rules.unit)
    context = {
        "rules": rules, "heading": rules.name, "sheet": queries.sheet_of(rules), "use": queries.use_of(rules),
        "versions": queries.versions_of(rules, request.user),
        "may_apply": any(move.name == "apply" for move in moves),
        "ending": next((move for move in moves if move.name == "supersede"), None),
        "may_edit": may_write and not rules.is_frozen,
        "may_revise": may_write and rules.stage == RuleSetStage.APPLIED,
        "why_not": None if rules.is_frozen else rules.why_not_applicable(),
        "sent_form": _sent(request, rules),
    }  # fmt: skip
    return render(request, "appraisal/rule_set_detail.html", context)


@require_http_methods(["GET", "POST"])
@once
def rule_set_new(request):
    """Write a new one, from a shipped sample or from nothing."""
    if not can_anywhere(request.user, P.RULES_WRITE):
        raise PermissionDenied("Đồng chí chưa được giao quyền soạn bộ tiêu chí.")
    return _edit(request, None)


@require_http_methods(["GET", "POST"])
@once
def rule_set_edit(request, pk):
    """Change a draft."""
    rules = _of(request, pk)
    require(request.user, P.RULES_WRITE, rules.unit)
    if rules.is_frozen:
        messages.error(request, f"“{rules}” {rules.get_stage_display().lower()} nên không sửa được; hãy lập bản mới.")
        return redirect(rules)
    return _edit(request, rules)


@require_POST
@once
def rule_set_revise(request, pk):
    """Begin a new version of an applied one."""
    rules = _of(request, pk)
    try:
        new = rule_sets.revise(rules, by=request.user)
    except NotYet as reason:
        messages.error(request, str(reason))
        return redirect(rules)
    messages.success(
        request, f"Đã lập bản {new.version} để sửa. Bộ đang áp dụng giữ nguyên cho đến khi bản này áp dụng."
    )
    return redirect("appraisal:rule_set_edit", pk=new.pk)


@require_POST
@once
def rule_set_discard(request, pk):
    """Throw a draft away."""
    rules = _of(request, pk)
    try:
        rule_sets.discard(rules, by=request.user)
    except NotYet as reason:
        messages.error(request, str(reason))
        return redirect(rules)
    drafts.discard(request.user, FORM, str(pk))
    messages.success(request, f"Đã bỏ “{rules}”.")
    return redirect("appraisal:rule_set_list")


@require_http_methods(["GET", "POST"])
@once
def rule_set_apply(request, pk):
    """Say whom it touches; on pressing, apply it."""
    rules = _of(request, pk)
    require(request.user, P.RULES_APPLY, rules.unit)
    if request.method == "POST":
        try:
            applied, touched = rule_sets.apply(rules, by=request.user)
        except NotYet as reason:
            messages.error(request, str(reason))
        else:
            messages.success(request, _said(touched))
            return redirect(applied)
        return redirect(rules)
    context = {
        "rules": rules, "heading": f"Áp dụng “{rules}”", "preview": queries.preview_of(rules),
        "why_not": rules.why_not_applicable() if not rules.is_frozen else f"“{rules}” đã được áp dụng.",
    }  # fmt: skip
    return render(request, "appraisal/rule_set_apply.html", context)


@require_POST
@once
def rule_set_end(request, pk):
    """End an applied one without a successor."""
    rules = _of(request, pk)
    try:
        rule_sets.supersede(rules, by=request.user, note=reason_of(request))
    except NotYet as reason:
        messages.error(request, str(reason))
    else:
        messages.success(request, "Đã thôi áp dụng. Hồ sơ đang xét theo bộ này vẫn xét theo bộ này đến hết.")
    return redirect(rules)


def _of(request, pk) -> RuleSet:
    found = RuleSet.objects.visible_to(request.user).select_related("unit", "replaces", "made_by", "applied_by")
    return get_object_or_404(found, pk=pk)


def _sent(request, rules: RuleSet | None) -> str:
    """Where the form that has just arrived saved itself: its copy kept on the device is no longer needed."""
    about = request.GET.get("da-luu", "")
    return address(FORM, about) if rules and about in (NEW, str(rules.pk)) else ""


def _said(touched: rule_sets.Touched) -> str:
    said = ["Đã áp dụng."]
    if touched.moved:
        said.append(f"{len(touched.moved)} hồ sơ chuyển sang bản này.")
    if touched.stayed:
        said.append(f"{len(touched.stayed)} hồ sơ đã kết luận hoặc đã bỏ phiếu giữ bản cũ.")
    if touched.to_confirm:
        said.append(f"{len(touched.to_confirm)} phiếu đã gửi cần xác nhận lại.")
    return " ".join(said)


def _edit(request, rules: RuleSet | None):
    about = str(rules.pk) if rules else NEW
    sample = None if rules else SAMPLES.get(request.GET.get("mau", ""))
    facts = {"user": request.user, "rule_set": rules, "sample": sample}
    forms, is_draft = None, False
    if request.method == "POST":
        forms = RuleSetForms(request.POST, **facts)
        if forms.is_valid() and (saved := _save(request, rules, forms)):
            drafts.discard(request.user, FORM, about)
            if "more" in request.POST:
                return redirect(f"{reverse('appraisal:rule_set_edit', args=[saved.pk])}?da-luu={about}")
            return redirect(f"{saved.get_absolute_url()}?da-luu={about}")
    elif draft := None if sample else kept(request.user, FORM, about):
        forms, is_draft = RuleSetForms(draft, **facts).unjudged(), True
    context = {
        "forms": forms or RuleSetForms(**facts), "rules": rules, "sample": sample, "is_draft": is_draft, "about": about,
        "heading": f"Sửa “{rules}”" if rules else "Soạn bộ tiêu chí", "autosave_url": address(FORM, about),
        "samples": SAMPLES.values(), "sent_form": _sent(request, rules),
        "back": rules.get_absolute_url() if rules else reverse("appraisal:rule_set_list"),
    }  # fmt: skip
    return render(request, "appraisal/rule_set_form.html", context)


def _save(request, rules: RuleSet | None, forms: RuleSetForms) -> RuleSet | None:
    try:
        if rules:
            saved = rule_sets.write(rules, by=request.user, groups=forms.said(), **forms.facts.facts())
        else:
            unit = forms.facts.cleaned_data["unit"]
            saved = rule_sets.draft(unit, by=request.user, groups=forms.said(), **forms.facts.facts())
    except NotYet as reason:
        forms.facts.add_error(None, str(reason))
        return None
    messages.success(request, "Đã lưu bản đang soạn.")
    return saved
