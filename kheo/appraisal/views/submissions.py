"""Pages of tờ trình: which files go up together, and on whose desk they lie."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from kheo.accounts.access import can
from kheo.accounts.doors import for_holders
from kheo.accounts.move import NotYet
from kheo.accounts.permissions import Permission as P
from kheo.accounts.receipts import once
from kheo.appraisal.actions import submissions
from kheo.appraisal.forms.batches import DeskForm, SubmitForm
from kheo.appraisal.models import Submission
from kheo.appraisal.models.heap import heaps
from kheo.appraisal.queries import batches as queries
from kheo.appraisal.views.drafting import desk_of
from kheo.core.pages import PARAMETER, page_of


@require_GET
@for_holders(P.NOMINATION_VIEW)
def submission_list(request):
    page = page_of(queries.submission_list(request.user), request.GET.get(PARAMETER), query=request.GET)
    context = {"page": page, "may_submit": queries.to_submit(request.user).exists()}
    return render(request, "appraisal/submission_list.html", context)


@require_http_methods(["GET", "POST"])
@for_holders(P.NOMINATION_REVIEW)
@once
def submission_new(request):
    """Choose a heap, then the files; all of them go or none, and the first that may not is named."""
    waiting = queries.to_submit(request.user)
    found = heaps(waiting)
    heap = next((each for each in found if each.key == request.GET.get("nhom")), found[0] if len(found) == 1 else None)
    if heap is None:
        return render(request, "appraisal/submission_new.html", {"heaps": found})
    files = waiting.filter(unit=heap.unit, level=heap.level, round=heap.round)
    files = files.select_related("exemplar__unit", "rule_set").order_by("group", "exemplar__sort")
    form = SubmitForm(request.POST or None, files=files, initial={"nominations": files})
    if request.method == "POST" and form.is_valid():
        try:
            sent = submissions.submit(by=request.user, **form.cleaned_data)
        except NotYet as reason:
            form.add_error(None, str(reason))
        else:
            messages.success(request, "Đã trình.")
            return redirect(sent)
    context = {"heap": heap, "form": form, "files": queries.listed(list(files), reader=request.user)}
    return render(request, "appraisal/submission_new.html", context)


@require_GET
def submission_detail(request, pk):
    submission = _submission(request, pk)
    files = submission.nominations.select_related("exemplar__unit", "rule_set").order_by("group", "exemplar__sort")
    may = can(request.user, P.NOMINATION_REVIEW, submission.unit)
    context = {
        "submission": submission,
        "files": queries.listed(list(files), reader=request.user),
        "desk_form": DeskForm() if may else None,
        "desk": desk_of(request.user, submission),
    }
    return render(request, "appraisal/submission_detail.html", context)


@require_POST
@once
def submission_hand_on(request, pk):
    """It lies on another desk now."""
    submission = _submission(request, pk)
    form = DeskForm(request.POST)
    try:
        desk = form.cleaned_data["desk"] if form.is_valid() else ""
        submissions.hand_on(submission, desk=desk, by=request.user)
    except NotYet as reason:
        messages.error(request, str(reason))
    else:
        messages.success(request, "Đã ghi nơi đang giữ tờ trình.")
    return redirect(submission)


def _submission(request, pk) -> Submission:
    return get_object_or_404(Submission.objects.visible_to(request.user).select_related("unit", "round", "by"), pk=pk)
