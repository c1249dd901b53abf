"""What the editors work with: polls written, approved, closed early, concluded."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from kheo.accounts.access import can, can_anywhere
from kheo.accounts.permissions import Permission as P
from kheo.accounts.receipts import once
from kheo.core.pages import page_of
from kheo.polls import queries
from kheo.polls.actions import polls
from kheo.polls.forms import ChoiceFormSet, ConclusionForm, PollForm, choices_said, initial_of, why_no_choices
from kheo.polls.lifecycle import POLL_MOVES, NotYet, PollStage
from kheo.polls.models import Poll

SAID = {
    "publish": "Đã duyệt. Bình chọn mở đúng giờ đã định.",
    "take_back": "Đã thu lại. Sửa xong, bình chọn cần được duyệt lại.",
    "drop": "Đã bỏ bình chọn.",
}


@require_GET
def poll_list(request):
    """The polls that this person works on."""
    _at_the_desk(request.user)
    at = timezone.now()
    rows = Poll.objects.visible_to(request.user).select_related("unit").order_by("-opens_at", "-pk")
    page = page_of(rows, request.GET.get("trang"), query=request.GET)
    context = {
        "heading": "Bình chọn",
        "page": page,
        "lines": [(poll, poll.turn(at)) for poll in page.rows],
        "may_write": can_anywhere(request.user, P.POLL_CHANGE),
    }
    return render(request, "polls/desk_list.html", context)


@require_http_methods(["GET", "POST"])
@once
def poll_new(request):
    """Write a new poll."""
    if not can_anywhere(request.user, P.POLL_CHANGE):
        raise PermissionDenied("Đồng chí chưa được giao quyền soạn bình chọn.")
    return _edit(request, None, "Soạn bình chọn", reverse("poll_desk:list"))


@require_http_methods(["GET", "POST"])
@once
def poll_edit(request, pk):
    """Change one that is still being written."""
    poll = _of(request, pk)
    if not can(request.user, P.POLL_CHANGE, poll.unit):
        raise PermissionDenied("Đồng chí chưa được giao quyền soạn bình chọn ở đơn vị này.")
    if poll.stage != PollStage.DRAFTING:
        messages.error(request, "Bình chọn đã duyệt thì không sửa được; hãy thu lại để sửa khi chưa có phiếu nào.")
        return redirect("poll_desk:detail", pk=pk)
    return _edit(request, poll, poll.question, reverse("poll_desk:detail", args=[pk]))


@require_GET
def poll_detail(request, pk):
    """One poll, its result under the same rule as for readers, and what may be done now."""
    return _draw(request, _of(request, pk))


@require_POST
@once
def poll_advance(request, pk, move):
    """Make one move of the table."""
    poll = _of(request, pk)
    try:
        polls.advance(poll, move, by=request.user)
    except NotYet as reason:
        messages.error(request, str(reason))
    else:
        messages.success(request, SAID.get(move, POLL_MOVES[move].label))
    return redirect("poll_desk:detail", pk=pk)


@require_POST
@once
def poll_close(request, pk):
    """Close an open poll before its time, with a reason."""
    poll = _of(request, pk)
    try:
        polls.close_early(poll, by=request.user, note=request.POST.get("note", ""))
    except NotYet as reason:
        messages.error(request, str(reason))
    else:
        messages.success(request, "Đã đóng bình chọn.")
    return redirect("poll_desk:detail", pk=pk)


@require_POST
@once
def poll_conclude(request, pk):
    """Say what was decided because of it."""
    poll, form = _of(request, pk), ConclusionForm(request.POST)
    if not can(request.user, P.POLL_OPEN, poll.unit):
        raise PermissionDenied("Đồng chí chưa được giao quyền công bố kết luận ở đơn vị này.")
    if not form.is_valid():
        return _draw(request, poll, form)
    try:
        polls.conclude(poll, by=request.user, **form.cleaned_data)
    except NotYet as reason:
        messages.error(request, str(reason))
    else:
        messages.success(request, "Đã ghi. Trang công khai hiện kết luận này.")
    return redirect("poll_desk:detail", pk=pk)


def _of(request, pk) -> Poll:
    return get_object_or_404(Poll.objects.visible_to(request.user).select_related("unit"), pk=pk)


def _at_the_desk(user) -> None:
    if not (can_anywhere(user, P.POLL_CHANGE) or can_anywhere(user, P.POLL_OPEN)):
        raise PermissionDenied("Đồng chí chưa được giao quyền soạn hay duyệt bình chọn.")


def _edit(request, poll: Poll | None, heading: str, back: str):
    data = request.POST if request.method == "POST" else None
    form = PollForm(data, user=request.user, initial=initial_of(poll) if poll else {})
    texts = [{"text": choice.text} for choice in poll.choices.all()] if poll else []
    choices = ChoiceFormSet(data, prefix="choices", initial=texts)
    if form.is_valid() and choices.is_valid() and (saved := _save(request, poll, form, choices)):
        messages.success(request, "Đã lưu.")
        if caution := saved.caution():
            messages.warning(request, caution)
        return redirect("poll_desk:detail", pk=saved.pk)
    context = {"form": form, "choices": choices, "heading": heading, "back": back}
    return render(request, "polls/desk_form.html", context)


def _save(request, poll: Poll | None, form: PollForm, choices) -> Poll | None:
    texts = choices_said(choices)
    if sentence := why_no_choices(texts):
        form.add_error(None, sentence)
        return None
    try:
        if poll is None:
            return polls.begin(choices=texts, by=request.user, **form.facts)
        return polls.write(poll, choices=texts, by=request.user, **form.facts)
    except NotYet as reason:
        form.add_error(None, str(reason))
        return None


def _draw(request, poll: Poll, form: ConclusionForm | None = None):
    at = timezone.now()
    page = queries.poll_page(poll, at)
    may_open = can(request.user, P.POLL_OPEN, poll.unit)
    said = {name: getattr(poll, name) for name in ("conclusion", "concluded_on", "next_on")}
    context = {
        "page": page, "poll": poll, "heading": poll.question, "turn": poll.turn(at),
        "choices": poll.choices.all(), "moves": queries.open_moves(poll, request.user),
        "may_edit": poll.stage == PollStage.DRAFTING and can(request.user, P.POLL_CHANGE, poll.unit),
        "may_close": may_open and page.is_open,
        "conclusion_form": form or (ConclusionForm(initial=said) if may_open and poll.is_closed(at) else None),
        "by_name": queries.by_name(poll) if page.result else None,
        "is_public": poll.stage == PollStage.PUBLISHED and poll.opens_at <= at,
    }  # fmt: skip
    return render(request, "polls/desk_detail.html", context)
