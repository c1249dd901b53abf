"""The page of one registration: for its unit to send, for a specialist to review; and the moves of its life."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_GET, require_POST

from kheo.accounts.access import can
from kheo.accounts.permissions import Permission as P
from kheo.accounts.receipts import once
from kheo.movement.actions import registrations
from kheo.movement.lifecycle.move import NotYet
from kheo.movement.lifecycle.registration import REGISTRATION_MOVES, WITH_UNIT, Origin
from kheo.movement.models import Exemplar, Registration
from kheo.movement.queries.evidence import evidence_panel
from kheo.movement.queries.renewal import rounds_open
from kheo.movement.queries.review import review
from kheo.movement.views.drafts import address
from kheo.movement.views.telling import reason_of

_WITH = ("round", "exemplar__unit__place", "exemplar__place", "exemplar__copied_from", "entered_by", "filed_by")
MAIN = ("file", "list")  # the way ahead stands first
SAID = {
    "file": "Đã gửi đăng ký.",
    "send_back": "Đã gửi yêu cầu bổ sung cho đơn vị.",
    "list": "Đã duyệt đăng ký.",
    "refuse": "Đã ghi nhận: không đưa vào danh mục.",
    "drop": "Đã rút đăng ký.",
}


@require_GET
def registration_detail(request, pk):
    """Everything a reviewer weighs on one screen, last year's record beside."""
    found = Registration.objects.visible_to(request.user).select_related(*_WITH)
    registration = get_object_or_404(found, pk=pk)
    may_write = can(request.user, P.EXEMPLAR_WRITE, registration.exemplar.unit)
    context = {
        "registration": registration, "exemplar": registration.exemplar, "review": review(registration, request.user),
        "moves": sorted(registrations.open_moves(registration, request.user), key=lambda move: move.name not in MAIN),
        "may_write": may_write and registration.stage in WITH_UNIT,
        "evidence": evidence_panel(registration.exemplar, request.user),
        "sent_form": _sent(request),
    }  # fmt: skip
    return render(request, "movement/registration_detail.html", context)


@require_POST
@once
def registration_advance(request, pk, move):
    """Make one move of the table."""
    found = Registration.objects.visible_to(request.user).select_related("exemplar__unit", "round")
    registration = get_object_or_404(found, pk=pk)
    try:
        registrations.advance(registration, move, by=request.user, note=reason_of(request))
    except NotYet as reason:
        messages.error(request, str(reason))
    else:
        messages.success(request, SAID.get(move, REGISTRATION_MOVES[move].label))
    return redirect(registration)


@require_POST
@once
def registration_open(request, pk):
    """Open a registration of a model that is there, in the newest round that takes any."""
    exemplar = get_object_or_404(Exemplar.objects.visible_to(request.user).select_related("unit"), pk=pk)
    round_ = rounds_open(request.user).first()
    was_listed = exemplar.registrations.registered().exists()
    try:
        if round_ is None:
            raise NotYet("Chưa có đợt nào đang nhận đăng ký.")
        origin = Origin.CONTINUED if was_listed else Origin.REPLICATED if exemplar.copied_from_id else Origin.NEW
        registration = registrations.draft(exemplar, round_, by=request.user, origin=origin)
    except NotYet as reason:
        messages.error(request, str(reason))
        return redirect(exemplar)
    messages.success(request, f"Đã lập đăng ký trong {round_}.")
    return redirect(registration)


@require_POST
@once
def registration_ready(request, pk):
    """The officer says the draft is done, or takes that back."""
    registration = get_object_or_404(Registration.objects.visible_to(request.user), pk=pk)
    ready = "unready" not in request.POST
    try:
        registrations.mark_ready(registration, by=request.user, ready=ready)
    except NotYet as reason:
        messages.error(request, str(reason))
    else:
        messages.success(request, "Đã báo soạn xong, chờ lãnh đạo gửi." if ready else "Đã chuyển về đang soạn.")
    return redirect(registration)


def _sent(request):
    about = request.GET.get("da-luu", "")
    return address("file", about) if about in ("moi", "dien-hinh") else ""
