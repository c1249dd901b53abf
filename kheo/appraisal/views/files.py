"""What is written beside one file: holds, visits, and answers to what the public said."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from kheo.accounts.access import can, require
from kheo.accounts.doors import for_holders
from kheo.accounts.permissions import Permission as P
from kheo.accounts.receipts import once
from kheo.appraisal.actions import comments, holds, visits
from kheo.appraisal.forms.files import CommentAnswerForm, HoldForm, ReleaseForm, VisitForm
from kheo.appraisal.models import Hold, Nomination, PublicComment, Visit
from kheo.appraisal.models.nomination import may_hold
from kheo.appraisal.queries import files as queries
from kheo.appraisal.queries.nominations import JOINED
from kheo.core.filechecks import BadFile
from kheo.core.pages import PARAMETER, page_of
from kheo.movement.actions import evidence
from kheo.movement.lifecycle.move import NotYet
from kheo.movement.models import Exemplar
from kheo.movement.views.telling import tell_cleaned


@require_GET
@for_holders(P.HOLD_VIEW)
def hold_list(request):
    """Files that are held now, those to be looked at again first."""
    page = page_of(queries.open_holds(request.user), request.GET.get(PARAMETER), query=request.GET)
    return render(request, "appraisal/hold_list.html", {"page": page, "today": timezone.localdate()})


@require_http_methods(["GET", "POST"])
@once
def hold_new(request, pk):
    """Hold an exemplar's files, with a reason."""
    exemplar = _holdable(request, pk)
    form = HoldForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            holds.put(exemplar, by=request.user, **form.cleaned_data)
        except NotYet as reason:
            form.add_error(None, str(reason))
        else:
            tell_cleaned(request, form)
            messages.success(request, "Đã ghi: hồ sơ tạm chưa xét.")
            return redirect("appraisal:hold_list")
    return _form(request, form, exemplar, "Tạm chưa xét", "Tạm chưa xét hồ sơ này")


@require_http_methods(["GET", "POST"])
@once
def hold_release(request, pk):
    """End a hold, on a ground that is written down."""
    hold = get_object_or_404(Hold.objects.visible_to(request.user).select_related("exemplar__unit"), pk=pk)
    _holdable(request, hold.exemplar_id)
    form = ReleaseForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            holds.release(hold, reason=form.cleaned_data["reason"], by=request.user)
        except NotYet as reason:
            form.add_error(None, str(reason))
        else:
            tell_cleaned(request, form)
            messages.success(request, "Đã thôi tạm hoãn; hồ sơ được xét tiếp.")
            return redirect("appraisal:hold_list")
    return _form(request, form, hold.exemplar, "Thôi tạm hoãn", "Xét tiếp hồ sơ này")


def _holdable(request, pk) -> Exemplar:
    exemplar = get_object_or_404(Exemplar.objects.visible_to(request.user).select_related("unit"), pk=pk)
    if not may_hold(request.user, P.HOLD_CHANGE, exemplar):
        raise PermissionDenied("Đồng chí chưa được giao quyền tạm hoãn hồ sơ này.")
    return exemplar


def _form(request, form, exemplar, heading, button):
    context = {"form": form, "exemplar": exemplar, "heading": heading, "button": button}
    return render(request, "movement/part_form.html", context)


@require_http_methods(["GET", "POST"])
@once
def visit_new(request, pk):
    """Write down a visit."""
    found = Nomination.objects.visible_to(request.user).select_related(*JOINED)
    nomination = get_object_or_404(found, pk=pk)
    require(request.user, P.NOMINATION_REVIEW, nomination.unit)
    return _visit(request, nomination, None)


@require_http_methods(["GET", "POST"])
@once
def visit_edit(request, pk):
    """Put one right."""
    files = Nomination.objects.visible_to(request.user).values("pk")
    found = Visit.objects.filter(nomination__in=files).select_related("nomination__exemplar__unit", "nomination__unit")
    visit = get_object_or_404(found, pk=pk)
    require(request.user, P.NOMINATION_REVIEW, visit.nomination.unit)
    return _visit(request, visit.nomination, visit)


def _visit(request, nomination, visit):
    may_add = can(request.user, P.EXEMPLAR_WRITE, nomination.exemplar.unit)
    sent = (request.POST, request.FILES) if request.method == "POST" else (None, None)
    facts = {"exemplar": nomination.exemplar, "may_add": may_add, "visit": visit}
    form = VisitForm(*sent, **facts)
    if request.method == "POST" and form.is_valid() and _kept(request, form, nomination, visit):
        tell_cleaned(request, form)
        messages.success(request, "Đã ghi khảo sát thực tế.")
        return redirect(nomination)
    context = {"form": form, "nomination": nomination, "visit": visit}
    return render(request, "appraisal/visit_form.html", context)


def _kept(request, form, nomination, visit) -> bool:
    photos = list(form.cleaned_data.get("photos") or ())
    try:
        for file in form.cleaned_data.get("files") or ():
            photos.append(evidence.add(nomination.exemplar, file, file.name, by=request.user).evidence)
        if visit:
            visits.correct(visit, by=request.user, photos=photos, **form.facts)
        else:
            visits.enter(nomination, by=request.user, photos=photos, **form.facts)
    except BadFile as reason:
        form.add_error("files", str(reason))
        return False
    except NotYet as reason:
        form.add_error(None, str(reason))
        return False
    return True


@require_GET
@for_holders(P.NOMINATION_REVIEW)
def comment_list(request):
    """What the public said, what waits for an answer first; complaints apart, for those who watch over them."""
    which = "han-che" if "han-che" in request.GET else ""
    rows = queries.comments(request.user, complaints=bool(which))
    page = page_of(rows, request.GET.get(PARAMETER), query=request.GET)
    context = {"page": page, "which": which, "may_restricted": queries.watches_complaints(request.user)}
    return render(request, "appraisal/comment_list.html", context)


@require_http_methods(["GET", "POST"])
@once
def comment_detail(request, pk):
    """Read one, and write down what was done with it."""
    found = PublicComment.objects.visible_to(request.user)
    comment = get_object_or_404(found.select_related("nomination__exemplar__unit", "answered_by"), pk=pk)
    form = CommentAnswerForm(request.POST or None, initial={"text": comment.answer})
    if request.method == "POST" and form.is_valid():
        try:
            comments.answer(comment, text=form.cleaned_data["text"], by=request.user)
        except NotYet as reason:
            form.add_error(None, str(reason))
        else:
            tell_cleaned(request, form)
            messages.success(request, "Đã ghi cách xử lý.")
            return redirect("appraisal:comment_list")
    return render(request, "appraisal/comment_detail.html", {"comment": comment, "form": form})


@require_POST
@once
def comment_restrict(request, pk):
    """It is a complaint: it leaves this list for those who watch over complaints."""
    comment = get_object_or_404(PublicComment.objects.visible_to(request.user), pk=pk)
    comments.restrict(comment, by=request.user)
    messages.success(request, "Đã chuyển sang chế độ hạn chế: chỉ người theo dõi khiếu nại, tố cáo đọc được.")
    return redirect("appraisal:comment_list")
