"""Progress notes, gifts of the ledger and the guidance thread: written, put right, taken away."""

from functools import partial

from django.contrib import messages
from django.db import transaction
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from kheo.accounts.access import require
from kheo.accounts.permissions import Permission as P
from kheo.accounts.receipts import once
from kheo.movement.actions import contributions, guidance, progress
from kheo.movement.forms.evidence import MANY
from kheo.movement.forms.parts import ContributionForm, GuidanceForm, ProgressForm
from kheo.movement.lifecycle.move import NotYet
from kheo.movement.models import Exemplar
from kheo.movement.views.evidence import save_sent
from kheo.movement.views.telling import reason_of, tell_cleaned


@require_http_methods(["GET", "POST"])
@once
def progress_new(request, pk):
    """Write one note: a number typed here is never typed again."""
    exemplar = _writable(request, pk)
    outcomes = list(exemplar.outcomes.all())
    form = ProgressForm(request.POST or None, outcomes=outcomes, initial={"on": timezone.localdate()})
    if request.method == "POST" and form.is_valid() and _done(request, form, _write, exemplar):
        messages.success(request, "Đã ghi tiến độ.")
        return redirect(exemplar)
    context = {"form": form, "exemplar": exemplar, "heading": "Ghi tiến độ"}
    return render(request, "movement/progress_form.html", context)


@require_http_methods(["GET", "POST"])
@once
def progress_edit(request, pk, note):
    """Put a note right; the figures follow everywhere."""
    exemplar = _writable(request, pk)
    kept = get_object_or_404(exemplar.progress, pk=note)
    outcomes = list(exemplar.outcomes.all())
    initial = {"on": kept.on, "note": kept.note}
    initial |= {f"figure-{figure.outcome_id}": figure.amount for figure in kept.figures.all()}
    form = ProgressForm(request.POST or None, outcomes=outcomes, progress=kept, initial=initial)
    if request.method == "POST" and form.is_valid() and _done(request, form, _correct, kept):
        messages.success(request, "Đã sửa phiếu tiến độ; các số liệu đã được tính lại.")
        return redirect(exemplar)
    context = {"form": form, "exemplar": exemplar, "note": kept, "heading": "Sửa phiếu tiến độ"}
    return render(request, "movement/progress_form.html", context)


@require_POST
@once
def progress_remove(request, pk, note):
    """Take a note away, with a reason."""
    exemplar = _writable(request, pk)
    kept = get_object_or_404(exemplar.progress, pk=note)
    try:
        progress.remove(kept, by=request.user, reason=reason_of(request))
    except NotYet as reason:
        messages.error(request, str(reason))
    else:
        messages.success(request, "Đã bỏ phiếu tiến độ; các số liệu đã được tính lại.")
    return redirect(exemplar)


@require_http_methods(["GET", "POST"])
@once
def contribution_new(request, pk):
    """Book what people gave, apart from the outcomes."""
    exemplar = _writable(request, pk)
    form = ContributionForm(request.POST or None, initial={"on": timezone.localdate()})
    if request.method == "POST" and form.is_valid() and _done(request, form, _enter, exemplar):
        messages.success(request, "Đã ghi vào sổ nguồn lực.")
        return redirect("movement:contribution_new", pk=pk)
    rows = exemplar.contributions.select_related("figure")
    context = {"form": form, "exemplar": exemplar, "rows": rows, "heading": "Sổ nguồn lực"}
    return render(request, "movement/contributions.html", context)


@require_POST
@once
def contribution_remove(request, pk, row):
    """Take a row off the ledger."""
    exemplar = _writable(request, pk)
    kept = get_object_or_404(exemplar.contributions, pk=row)
    try:
        contributions.remove(kept, by=request.user)
    except NotYet as reason:
        messages.error(request, str(reason))
    else:
        messages.success(request, "Đã bỏ dòng đó khỏi sổ nguồn lực.")
    return redirect("movement:contribution_new", pk=pk)


@require_POST
@once
def guidance_say(request, pk):
    """Add a message to the thread."""
    exemplar = get_object_or_404(Exemplar.objects.visible_to(request.user), pk=pk)
    form = GuidanceForm(request.POST)
    if not form.is_valid():
        messages.error(request, " ".join(form.errors["text"]))
        return redirect(exemplar)
    try:
        guidance.say(exemplar, form.cleaned_data["text"], by=request.user)
    except NotYet as reason:
        messages.error(request, str(reason))
    else:
        tell_cleaned(request, form)
        messages.success(request, "Đã gửi trao đổi.")
    return redirect(f"{exemplar.get_absolute_url()}#trao-doi")


def _writable(request, pk):
    exemplar = get_object_or_404(Exemplar.objects.visible_to(request.user).select_related("unit"), pk=pk)
    require(request.user, P.EXEMPLAR_WRITE, exemplar.unit)
    return exemplar


def _done(request, form, act, subject):
    """Did the action go through? What stands in its way is said at the top of the form."""
    try:
        act(request, subject, form)
    except NotYet as reason:
        form.add_error(None, str(reason))
        return False
    tell_cleaned(request, form)
    return True


def _write(request, exemplar, form):
    cleaned = form.cleaned_data
    note = progress.write(
        exemplar, by=request.user, on=cleaned["on"], note=cleaned["note"], figures=form.figures(),
        standard=form.standard(),
    )  # fmt: skip
    ids, files = request.POST.getlist("files")[:MANY], request.FILES.getlist("files_file")[:MANY]
    if ids or files:
        # Afterwards: looking into photos takes a while, and nobody else should wait for this note to be kept.
        transaction.on_commit(partial(save_sent, request, exemplar, ids, files, progress=note))


def _correct(request, kept, form):
    cleaned = form.cleaned_data
    progress.correct(kept, by=request.user, on=cleaned["on"], note=cleaned["note"], figures=form.figures())


def _enter(request, exemplar, form):
    contributions.enter(exemplar, by=request.user, **form.cleaned_data)
