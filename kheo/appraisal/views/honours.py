"""The honours day of a decision: its plan, and its papers to download."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_GET, require_http_methods

from kheo.accounts.access import require
from kheo.accounts.move import NotYet
from kheo.accounts.permissions import Permission as P
from kheo.accounts.receipts import once
from kheo.appraisal.actions import honours as actions
from kheo.appraisal.forms.honours import HonoursForm, initial_of
from kheo.appraisal.models import DecisionBatch, HonoursDay
from kheo.appraisal.queries import honours as queries
from kheo.documents.typesetting import MissingLetter

TYPES = {"pdf": "application/pdf", "docx": queries.DOCX}


@require_http_methods(["GET", "POST"])
@once
def honours(request, pk):
    """Plan the day; below, what can be downloaded."""
    batch = _batch(request, pk)
    day = HonoursDay.objects.filter(batch=batch).first()
    items = queries.honoured_items(batch, day.order if day else ())
    form = HonoursForm(request.POST or None, items=items, initial=initial_of(day) if day else {})
    if request.method == "POST" and form.is_valid():
        try:
            day = actions.plan(batch, by=request.user, **form.facts())
        except NotYet as reason:
            form.add_error(None, str(reason))
        else:
            messages.success(request, "Đã lưu. Các tài liệu bên cạnh theo đúng nội dung này.")
            return redirect(day)
    papers = queries.papers_for(day) if day else []
    context = {"heading": "Ngày tôn vinh", "batch": batch, "day": day, "form": form, "papers": papers}
    return render(request, "appraisal/honours.html", context)


@require_GET
def honours_paper(request, pk, what):
    """One of the day's papers, drawn now."""
    batch = _batch(request, pk)
    day = get_object_or_404(HonoursDay.objects.select_related("batch__unit"), batch=batch)
    if what not in dict(queries.papers_for(day)):
        raise Http404
    paper = queries.PAPERS[what]
    try:
        content = paper.draw(queries.ceremony_of(day))
    except (MissingLetter, ValueError) as reason:
        messages.error(request, str(reason))
        return redirect(day)
    answer = HttpResponse(content, content_type=TYPES[paper.suffix])
    answer["Content-Disposition"] = f'attachment; filename="{what}.{paper.suffix}"'
    answer["Cache-Control"] = "private, no-store"
    return answer


def _batch(request, pk) -> DecisionBatch:
    batch = get_object_or_404(DecisionBatch.objects.visible_to(request.user).select_related("unit"), pk=pk)
    require(request.user, P.CERTIFICATE_PRINT, batch.unit)
    return batch
