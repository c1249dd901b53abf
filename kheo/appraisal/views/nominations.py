"""Pages of proposals: the lists, one file with what each part of the work shows of it, a new one, the moves."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from kheo.accounts.access import can_anywhere
from kheo.accounts.doors import for_holders
from kheo.accounts.permissions import Permission as P
from kheo.accounts.receipts import once
from kheo.appraisal import parts
from kheo.appraisal.actions import nominations
from kheo.appraisal.forms.nominations import GroupForm, NominationFilters, ProposeForm
from kheo.appraisal.lifecycle.nomination import NOMINATION_MOVES
from kheo.appraisal.models import Nomination
from kheo.appraisal.models.ladder import ways_up
from kheo.appraisal.queries import nominations as queries
from kheo.appraisal.queries.nomination_page import nomination_page
from kheo.core.exports import answer, csv_answer
from kheo.core.pages import PARAMETER, page_of
from kheo.movement.lifecycle.move import NotYet
from kheo.movement.models import Exemplar
from kheo.movement.views.telling import reason_of, tell_cleaned

PAGE = 50
MAIN = ("propose", "appraise", "publish")  # the way ahead stands first
SAID = {
    "propose": "Đã đề nghị lại.",
    "send_back": "Đã gửi yêu cầu bổ sung cho nơi đề nghị.",
    "appraise": "Đã kết luận thẩm định.",
    "publish": "Đã công khai lấy ý kiến.",
    "decline": "Đã ghi nhận: chưa công nhận.",
    "drop": "Đã rút đề nghị.",
    "reconsider": "Đã gửi kiến nghị xem xét lại.",
}


@require_GET
@for_holders(P.NOMINATION_VIEW)
def nomination_list(request):
    """What was sent to the focal body, with acts on many."""
    form = NominationFilters(request.GET, request.user)
    rows = queries.sent_to(request.user, form.chosen)
    context = {"acts": can_anywhere(request.user, P.NOMINATION_REVIEW)}
    return _list(request, form, rows, "appraisal/nomination_list.html", context)


@require_GET
@for_holders(P.EXEMPLAR_VIEW)
def proposal_list(request):
    """What the unit proposed: where each is, on whose desk, since when."""
    form = NominationFilters(request.GET, request.user)
    rows = queries.proposed_by(request.user, form.chosen)
    return _list(request, form, rows, "appraisal/proposal_list.html", {})


def _list(request, form, rows, template, context):
    page = page_of(rows, request.GET.get(PARAMETER), size=PAGE, cap=5000, query=request.GET)
    context |= {
        "form": form, "page": page, "lines": queries.lines(page.rows, request.user),
        "query": request.GET.urlencode(),
    }  # fmt: skip
    return render(request, template, context)


@require_GET
@for_holders(P.NOMINATION_VIEW)
def nomination_export(request):
    """The list as it is filtered, without files that the reader must keep away from; `dang=csv` for CSV."""
    form = NominationFilters(request.GET, request.user)
    rows = queries.sent_to(request.user, form.chosen)
    title = f"Danh sách đề nghị công nhận {timezone.localdate():%d-%m-%Y}"
    if request.GET.get("dang") == "csv":
        return csv_answer("de-nghi-cong-nhan.csv", queries.HEADERS, queries.open_rows(rows, request.user)[0])
    return answer(title, queries.table_of(rows, request.user, title))


@require_GET
def nomination_detail(request, pk):
    """One file: the way, the facts, what is done of what is asked, and what each part of the work adds."""
    nomination = _of(request, pk)
    moves = nominations.open_moves(nomination, request.user)
    page = nomination_page(nomination, request.user)
    context = {
        "page": page, "nomination": nomination, "exemplar": nomination.exemplar,
        "moves": sorted(moves, key=lambda move: move.name not in MAIN),
        "main_move": next((move.name for move in moves if move.name in MAIN), ""),
        "parts": parts.shown(nomination, request.user), "aside": parts.shown(nomination, request.user, aside=True),
        "group_form": GroupForm(initial={"group": nomination.group}) if page.reviews else None,
    }  # fmt: skip
    return render(request, "appraisal/nomination_detail.html", context)


@require_POST
@once
def nomination_advance(request, pk, move):
    """Make one move of the table."""
    nomination = _of(request, pk)
    try:
        nominations.advance(nomination, move, by=request.user, note=reason_of(request))
    except NotYet as reason:
        messages.error(request, str(reason))
    else:
        messages.success(request, SAID.get(move, NOMINATION_MOVES[move].label))
    return redirect(nomination)


@require_POST
@once
def nomination_group(request, pk):
    """Rank it in another group."""
    nomination, form = _of(request, pk), GroupForm(request.POST)
    if form.is_valid():
        nominations.rank_in(nomination, form.cleaned_data["group"], by=request.user)
        messages.success(request, "Đã đổi nhóm xếp hạng.")
    else:
        messages.error(request, "Hãy chọn một nhóm trong danh sách.")
    return redirect(nomination)


@require_http_methods(["GET", "POST"])
@once
def nomination_new(request, pk):
    """Propose an exemplar. What stands in the way is said before anything is typed."""
    found = Exemplar.objects.visible_to(request.user).select_related("unit__place", "place")
    exemplar = get_object_or_404(found, pk=pk)
    ways = ways_up(exemplar, request.user)
    if not ways:
        raise PermissionDenied("Đồng chí chưa được giao quyền đề nghị công nhận mô hình này.")
    form = ProposeForm(request.POST or None, exemplar=exemplar, ways=ways, user=request.user)
    if request.method == "POST" and form.is_valid():
        try:
            made = nominations.propose(exemplar, by=request.user, **form.cleaned_data)
        except NotYet as reason:
            form.add_error(None, str(reason))
        else:
            tell_cleaned(request, form)
            messages.success(request, "Đã đề nghị công nhận.")
            return redirect(made)
    lacking = Nomination(exemplar=exemplar).why_not_ripe()
    return render(request, "appraisal/nomination_new.html", {"form": form, "exemplar": exemplar, "lacking": lacking})


def _of(request, pk) -> Nomination:
    found = Nomination.objects.visible_to(request.user).select_related(*queries.JOINED, "unit__place", "concluded_by")
    return get_object_or_404(found, pk=pk)
