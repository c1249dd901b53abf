"""Who runs a vote: prepares it, calls the roll, opens and closes it, enters figures, begins another turn."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import FileResponse, Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from kheo.accounts.access import can_anywhere, require
from kheo.accounts.models import User
from kheo.accounts.move import NotYet
from kheo.accounts.permissions import Permission as P
from kheo.accounts.receipts import once
from kheo.appraisal.actions import drafting, votes
from kheo.appraisal.forms.votes import AgainForm, CountForm, MinutesForm, RollForm, VoteForm
from kheo.appraisal.lifecycle.vote import VOTE_MOVES, VoteStage
from kheo.appraisal.models import Panel, PanelVote
from kheo.appraisal.queries import votes as queries
from kheo.appraisal.queries.minutes import Meeting, minutes_of
from kheo.appraisal.views.drafting import desk_of
from kheo.core.filechecks import BadFile
from kheo.core.pages import key_in, page_of
from kheo.core.serving import locked_down
from kheo.documents.queries import usual_form
from kheo.documents.texts.minutes import Unequal
from kheo.movement.views.telling import reason_of, tell_cleaned

SAID = {
    "open": "Đã bắt đầu bỏ phiếu.",
    "close": "Đã kết thúc và kiểm phiếu. Kết quả hiện như nhau với mọi người xem được cuộc này.",
    "set_aside": "Đã hủy. Vòng sau đã lập sẵn với cùng danh sách, chờ điểm danh.",
}


@require_GET
def vote_list(request):
    """Votes that this person runs, sits in or may read."""
    _at_the_table(request.user)
    page = page_of(queries.vote_list(request.user), request.GET.get("trang"), query=request.GET)
    lines = [(vote, queries.vote_path(vote)) for vote in page.rows]
    waiting = queries.waiting_for(request.user)
    context = {"heading": "Bỏ phiếu", "page": page, "lines": lines, "waiting": waiting}
    return render(request, "appraisal/vote_list.html", context)


@require_http_methods(["GET", "POST"])
@once
def vote_new(request, panel):
    """Prepare a vote of a panel; files ticked elsewhere come as `ho-so`."""
    panel = get_object_or_404(Panel.objects.visible_to(request.user).select_related("unit", "rule_set"), pk=panel)
    require(request.user, P.VOTE_RUN, panel.unit)
    ticked = [key for key in map(key_in, request.GET.getlist("ho-so")) if key]
    initial = {"manner": panel.rule_set.vote_manner, "on": timezone.localdate(), "files": ticked}
    form = VoteForm(request.POST or None, files=queries.files_to_list(panel), initial=initial)
    if request.method == "POST" and form.is_valid() and (vote := _saved(request, form, votes.prepare, panel)):
        messages.success(request, "Đã lập cuộc bỏ phiếu. Tiếp theo: điểm danh rồi bắt đầu.")
        return redirect(vote)
    return render(request, "appraisal/vote_form.html", {"heading": "Lập cuộc bỏ phiếu", "form": form, "panel": panel})


@require_http_methods(["GET", "POST"])
@once
def vote_edit(request, pk):
    """Change a vote that is still being prepared."""
    vote = _run_by(request, pk)
    if vote.stage != VoteStage.PREPARING:
        messages.error(request, "Cuộc bỏ phiếu đã bắt đầu nên danh sách không sửa được nữa.")
        return redirect(vote)
    said = {"name": vote.name, "manner": vote.manner, "on": vote.on}
    initial = said | {"files": list(vote.lines.values_list("nomination_id", flat=True))}
    form = VoteForm(request.POST or None, files=queries.files_to_list(vote.panel, vote), initial=initial)
    if request.method == "POST" and form.is_valid() and _saved(request, form, votes.write, vote):
        messages.success(request, "Đã lưu.")
        return redirect(vote)
    context = {"heading": vote.name, "form": form, "panel": vote.panel, "vote": vote}
    return render(request, "appraisal/vote_form.html", context)


@require_GET
def vote_detail(request, pk):
    """One vote: the list, the roll, the result once there is one, and what may be done now."""
    vote = _visible(request, pk)
    page = queries.vote_page(vote, request.user)
    context = {"page": page, "vote": vote, "heading": vote.name, "roll_form": RollForm(roll=page.roll)}
    context["desk"] = desk_of(request.user, vote) if page.may_run and vote.stage == VoteStage.CLOSED else None
    return render(request, "appraisal/vote_detail.html", context)


@require_POST
@once
def vote_roll(request, pk):
    """Say who is present."""
    vote = _run_by(request, pk)
    form = RollForm(request.POST, roll=list(vote.roll.select_related("user")))
    try:
        if not form.is_valid():
            raise NotYet("Danh sách thành viên vừa thay đổi; hãy điểm danh lại.")
        votes.call_roll(vote, form.cleaned_data["present"], by=request.user)
    except NotYet as reason:
        messages.error(request, str(reason))
    else:
        messages.success(request, f"Đã điểm danh: {len(form.cleaned_data['present'])} thành viên có mặt.")
    return redirect(vote)


@require_POST
@once
def vote_advance(request, pk, move):
    """Make one move of the table."""
    vote = _visible(request, pk)
    try:
        votes.advance(vote, move, by=request.user, note=reason_of(request))
    except NotYet as reason:
        messages.error(request, str(reason))
    else:
        messages.success(request, SAID.get(move, VOTE_MOVES[move].label))
    return redirect(vote)


@require_http_methods(["GET", "POST"])
@once
def vote_count(request, pk):
    """Enter the figures of a vote by hand or on paper."""
    vote = _run_by(request, pk)
    form = CountForm(request.POST or None, request.FILES or None, vote=vote)
    if request.method == "POST" and form.is_valid():
        try:
            votes.count(vote, by=request.user, **form.facts())
        except (NotYet, BadFile) as reason:
            form.add_error(None, str(reason))
        else:
            tell_cleaned(request, form)
            messages.success(request, "Đã ghi số phiếu. Xem lại rồi bấm “Kết thúc, kiểm phiếu”.")
            return redirect(vote)
    return render(request, "appraisal/vote_count.html", {"heading": "Ghi số phiếu", "form": form, "vote": vote})


@require_http_methods(["GET", "POST"])
@once
def vote_again(request, pk):
    """Another turn for some files of a closed vote."""
    vote = _run_by(request, pk)
    form = AgainForm(request.POST or None, vote=vote)
    if request.method == "POST" and form.is_valid():
        try:
            again = votes.vote_again(
                vote, list(form.cleaned_data["files"]), by=request.user, note=form.cleaned_data["note"]
            )
        except NotYet as reason:
            form.add_error(None, str(reason))
        else:
            messages.success(request, f"Đã lập vòng {again.turn}.")
            return redirect(again)
    return render(request, "appraisal/vote_again.html", {"heading": "Bỏ phiếu lại", "form": form, "vote": vote})


@require_http_methods(["GET", "POST"])
@once
def vote_minutes(request, pk):
    """Draft the minutes out of what was counted; the paper's own page gives Word and PDF."""
    vote = _run_by(request, pk)
    form = MinutesForm(request.POST or None, initial={"form": usual_form(vote.panel.unit)})
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        meeting = Meeting(said["where"], said["began"], said["ended"], tuple(said["counters"].splitlines()))
        try:
            paper = minutes_of(vote, said["which"], meeting, form=said["form"])
            return redirect(drafting.keep_minutes(vote, paper, by=request.user))
        except (NotYet, Unequal) as reason:
            form.add_error(None, str(reason))
    return render(request, "appraisal/vote_minutes.html", {"heading": "Soạn biên bản", "form": form, "vote": vote})


@require_POST
@once
def vote_late(request, pk):
    """Somebody came after the count."""
    vote = _run_by(request, pk)
    person = get_object_or_404(User, pk=key_in(request.POST.get("who", "")))
    try:
        votes.came_late(vote, person, by=request.user)
    except NotYet as reason:
        messages.error(request, str(reason))
    else:
        messages.success(request, f"Đã ghi: {person} đến sau kiểm phiếu, phiếu không được tính.")
    return redirect(vote)


@require_GET
def vote_scan(request, pk):
    """The scan of the counting minutes."""
    vote = _visible(request, pk)
    if not vote.scan or not vote.is_counted:
        raise Http404
    try:
        file = vote.scan.open("rb")
    except FileNotFoundError:
        raise Http404 from None
    suffix = vote.scan.name.rsplit(".", 1)[-1]
    return locked_down(FileResponse(file, as_attachment=True, filename=f"bien-ban-kiem-phieu-{vote.pk}.{suffix}"))


def _at_the_table(user) -> None:
    """Who runs votes, reads proposals or sits in some panel."""
    reads = any(can_anywhere(user, permission) for permission in (P.VOTE_RUN, P.NOMINATION_VIEW, P.JURY_SIT))
    if not reads and not Panel.objects.visible_to(user).exists():
        raise PermissionDenied("Đồng chí chưa tham gia hội đồng nào.")


def _visible(request, pk) -> PanelVote:
    votes_seen = PanelVote.objects.visible_to(request.user).select_related("panel__unit", "rule_set", "again")
    return get_object_or_404(votes_seen, pk=pk)


def _run_by(request, pk) -> PanelVote:
    vote = _visible(request, pk)
    require(request.user, P.VOTE_RUN, vote.panel.unit)
    return vote


def _saved(request, form, action, subject) -> PanelVote | None:
    said = form.cleaned_data
    try:
        vote = action(
            subject, list(said["files"]), by=request.user, name=said["name"], manner=said["manner"], on=said["on"]
        )
    except NotYet as reason:
        form.add_error(None, str(reason))
        return None
    tell_cleaned(request, form)
    return vote
