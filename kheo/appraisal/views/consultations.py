"""Pages of hiệp y: a list asked, its answers in restricted view, one body's own answer."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from kheo.accounts.access import can, can_anywhere
from kheo.accounts.doors import for_holders
from kheo.accounts.permissions import Permission as P
from kheo.accounts.receipts import once
from kheo.appraisal.actions import consultations
from kheo.appraisal.forms.consultations import ConsultForm, PaperForm, opinion_forms
from kheo.appraisal.models import Consultation, ConsultedBody
from kheo.appraisal.queries import consultations as queries
from kheo.appraisal.views.drafting import desk_of
from kheo.core.pages import PARAMETER, page_of
from kheo.movement.lifecycle.move import NotYet
from kheo.movement.views.telling import tell_cleaned


@require_GET
def consultation_list(request):
    """Those that this person runs, and those in which their unit is asked."""
    if not any(can_anywhere(request.user, each) for each in (P.NOMINATION_REVIEW, P.NOMINATION_PROPOSE)):
        raise PermissionDenied("Đồng chí chưa được giao việc hiệp y.")
    page = page_of(queries.consultation_list(request.user), request.GET.get(PARAMETER), query=request.GET)
    return render(request, "appraisal/consultation_list.html", {"page": page, "today": timezone.localdate()})


@require_http_methods(["GET", "POST"])
@for_holders(P.NOMINATION_REVIEW)
@once
def consultation_new(request):
    """Ask bodies about the files ticked in the list (`?hs=`)."""
    files = queries.askable(request.user)
    form = ConsultForm(request.POST or None, files=files)
    if request.method == "POST" and form.is_valid():
        try:
            made = consultations.ask(form.cleaned_data["hs"], by=request.user, **form.facts)
        except NotYet as reason:
            form.add_error(None, str(reason))
        else:
            tell_cleaned(request, form)
            messages.success(request, "Đã gửi danh sách hiệp y.")
            return redirect(made)
    ticked = queries.ticked(files, request.POST.getlist("hs") or request.GET.getlist("hs"))
    if not ticked:
        messages.error(request, "Hãy chọn hồ sơ trong danh sách rồi chọn “Hiệp y”.")
        return redirect("appraisal:nomination_list")
    return render(request, "appraisal/consultation_new.html", {"form": form, "files": ticked})


@require_GET
def consultation_detail(request, pk):
    """All answers for who runs it; for a body that is asked only its own."""
    consultation = _of(request, pk)
    runs = can(request.user, P.NOMINATION_REVIEW, consultation.unit)
    context = {
        "consultation": consultation,
        "page": queries.consultation_page(consultation, request.user),
        "runs": runs,
        "desk": desk_of(request.user, consultation),
    }
    return render(request, "appraisal/consultation_detail.html", context)


@require_http_methods(["GET", "POST"])
@once
def consultation_answer(request, pk):
    """One body's answer: by its own people in the app, or typed in from paper."""
    found = ConsultedBody.objects.answered_by(request.user).select_related("consultation__unit", "unit")
    body = get_object_or_404(found, pk=pk)
    data = request.POST if request.method == "POST" else None
    own = body.unit is not None and can(request.user, P.NOMINATION_PROPOSE, body.unit)
    paper = None if own else PaperForm(data, initial={"paper_no": body.paper_no})
    files = opinion_forms(body, queries.files_of(body.consultation), data)
    forms = [form for _, form in files] + ([paper] if paper else [])
    problem = ""
    valid = [form.is_valid() for form in forms]  # all of them are asked, so that each says what is wrong
    if data is not None and all(valid):
        said = {file: (form.cleaned_data["opinion"], form.cleaned_data["note"]) for file, form in files}
        try:
            number = paper.cleaned_data["paper_no"] if paper else ""
            consultations.answer(body, said, by=request.user, paper_no=number)
        except NotYet as reason:
            problem = str(reason)
        else:
            messages.success(request, "Đã ghi ý kiến.")
            return redirect(body.consultation)
    context = {"body": body, "files": files, "paper": paper, "problem": problem, "forms": forms}
    context["wrong"] = any(form.errors for form in forms)
    return render(request, "appraisal/consultation_answer.html", context)


@require_POST
@once
def consultation_close(request, pk):
    consultation = _of(request, pk)
    try:
        consultations.close(consultation, by=request.user)
    except NotYet as reason:
        messages.error(request, str(reason))
    else:
        messages.success(request, "Đã kết thúc lần hiệp y.")
    return redirect(consultation)


def _of(request, pk) -> Consultation:
    found = Consultation.objects.visible_to(request.user).select_related("unit", "round", "by")
    return get_object_or_404(found, pk=pk)
