"""Pages of evidence: the list with its upload, one file, the file itself, taking it away."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from kheo.accounts.access import can, require
from kheo.accounts.permissions import Permission as P
from kheo.accounts.receipts import once
from kheo.core import filechecks as checks
from kheo.core.templatetags.vietnamese import file_size
from kheo.movement.actions import evidence, photos, uploads
from kheo.movement.forms.evidence import AboutForm, EvidenceForm, PeopleForm
from kheo.movement.lifecycle.move import NotYet
from kheo.movement.models import Evidence, Exemplar
from kheo.movement.queries.evidence import evidence_panel, is_own, seen_twice
from kheo.movement.views.serving import VARIANTS, answer_with
from kheo.movement.views.telling import reason_of


@require_safe
def evidence_list(request, pk):
    exemplar = get_object_or_404(Exemplar.objects.visible_to(request.user).select_related("unit__place"), pk=pk)
    context = {"exemplar": exemplar, "panel": evidence_panel(exemplar, request.user)}
    return render(request, "movement/evidence_list.html", context)


@require_POST
def evidence_add(request, pk):
    """Save files that were sent in pieces, or with the form. Not `@once`: the hash keeps a file from being doubled,
    and looking into it must not hold a transaction open."""
    exemplar = get_object_or_404(Exemplar.objects.visible_to(request.user).select_related("unit"), pk=pk)
    require(request.user, P.EXEMPLAR_WRITE, exemplar.unit)
    form = EvidenceForm(request.POST, request.FILES, outcomes=exemplar.outcomes.all())
    if not form.is_valid():
        messages.error(request, " ".join(word for words in form.errors.values() for word in words))
        return redirect("movement:evidence_list", pk=pk)
    said = form.cleaned_data
    save_sent(request, exemplar, form.ids, said["files_file"], caption=said["caption"], outcome=said["outcome"])
    return redirect(f"{exemplar.get_absolute_url()}#minh-chung")


def save_sent(request, exemplar, ids, files, **facts):
    """Make evidence of what came in pieces (`ids`) and with a form (`files`), and say what became of each."""
    added, refused = uploads.finish(exemplar, ids, by=request.user, **facts)
    more, worse = _plain(exemplar, files, request.user, facts)
    _tell(request, added + more, refused + worse)


@require_http_methods(["GET", "HEAD", "POST"])
@once
def evidence_detail(request, pk):
    """One file: what is said of it, and, for its writers, putting that right."""
    kept = _visible(request, pk)
    initial = {"caption": kept.caption, "outcome": kept.outcome_id, "taken_on": kept.taken_on}
    form = AboutForm(request.POST or None, outcomes=kept.exemplar.outcomes.all(), initial=initial)
    if request.method == "POST" and form.is_valid():
        try:
            evidence.write(kept, by=request.user, **form.cleaned_data)
        except NotYet as reason:
            form.add_error(None, str(reason))
        else:
            messages.success(request, "Đã lưu.")
            return redirect("movement:evidence_detail", pk=pk)
    return render(request, "movement/evidence_detail.html", {**_about(request, kept), "form": form})


@require_POST
@once
def evidence_remove(request, pk):
    kept = _visible(request, pk)
    try:
        evidence.remove(kept, by=request.user, reason=reason_of(request))
    except NotYet as reason:
        messages.error(request, str(reason))
        return redirect("movement:evidence_detail", pk=pk)
    messages.success(request, f"Đã bỏ minh chứng “{kept}”; nhật ký giữ lại mã băm và lý do.")
    return redirect("movement:evidence_list", pk=kept.exemplar_id)


@require_safe
def evidence_file(request, pk, variant):
    """The bytes. A photo as it was sent is for the unit's own writers; others get the clean copy."""
    kept = _visible(request, pk)
    field = VARIANTS[variant]
    if field == "original" and kept.kind == "photo" and not _may(request, kept, P.EXEMPLAR_WRITE):
        raise Http404
    return answer_with(kept, field)


def _about(request, kept):
    may_write = _may(request, kept, P.EXEMPLAR_WRITE)
    seen = {True: "yes", False: "no", None: ""}[kept.shows_person]
    answers = {"shows_person": seen, "consented": kept.consented, "shows_child": kept.shows_child}
    rows = [
        ("Tên tệp", kept.name),
        ("Ngày chụp, ngày lập", f"{kept.taken_on:%d/%m/%Y}" if kept.taken_on else None),
        ("Chứng minh cho kết quả", str(kept.outcome) if kept.outcome else None),
        ("Người gửi", f"{kept.by or 'Không rõ'}, {timezone.localtime(kept.at):%d/%m/%Y}"),
        ("Dung lượng", file_size(kept.size)),
        ("Mã băm SHA-256", kept.sha256),
    ]
    return {
        "evidence": kept, "rows": rows, "people_form": PeopleForm(initial=answers),
        "unfit": photos.unfit_for_public(kept), "may_write": may_write,
        "may_show": _may(request, kept, P.EXEMPLAR_PUBLISH), "may_original": may_write or kept.kind != "photo",
        "twice": seen_twice([kept], request.user) if may_write and is_own(request.user, kept.exemplar) else [],
    }  # fmt: skip


def _visible(request, pk) -> Evidence:
    rows = Evidence.objects.visible_to(request.user).select_related("exemplar__unit__place", "outcome", "by")
    return get_object_or_404(rows, pk=pk)


def _may(request, kept, permission) -> bool:
    return kept.exemplar.stage != "merged" and can(request.user, permission, kept.exemplar.unit)


def _plain(exemplar, files, by, facts):
    added, refused = [], []
    for file in files:
        try:
            added.append(evidence.add(exemplar, file, file.name, by=by, **facts))
        except (checks.BadFile, NotYet) as reason:
            refused.append(f"{checks.clean_name(file.name)}: {reason}")
    return added, refused


def _tell(request, added, refused):
    new = sum(each.is_new for each in added)
    if new:
        messages.success(request, f"Đã lưu {new} minh chứng.")
    for note in [note for each in added for note in each.notes]:
        messages.info(request, note)
    for sentence in refused:
        messages.error(request, f"Chưa lưu được {sentence}")
