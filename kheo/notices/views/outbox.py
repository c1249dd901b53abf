"""The outbox: letters that wait, looked over with count and names, then sent or cancelled in one act."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_POST

from kheo.accounts.access import can_anywhere
from kheo.accounts.move import NotYet
from kheo.accounts.permissions import Permission as P
from kheo.accounts.receipts import once
from kheo.core.pages import key_in, page_of
from kheo.core.vietnamese import format_number
from kheo.notices import queries
from kheo.notices.actions import outbox
from kheo.notices.forms import MOST, keys_of
from kheo.notices.lifecycle import DispatchStage as S
from kheo.notices.models import Dispatch

SIZE = 50
STAGES = {"cho": S.WAITING, "da-gui": S.SENT, "da-huy": S.CANCELLED}


@require_GET
def letter_list(request, which="cho"):
    """Letters that wait, by the bundle they belong to; or those that went, or were cancelled."""
    _require(request.user)
    page = page_of(
        queries.in_stage(request.user, STAGES[which]), request.GET.get("trang"), size=SIZE, query=request.GET
    )
    context = {
        "heading": "Thư chờ gửi",
        "which": which,
        "tabs": _tabs(request.user, which),
        "page": page,
        "bundles": queries.bundles(page.rows) if which == "cho" else [],
        "all_ticked": "tat-ca" in request.GET,
    }
    return render(request, "notices/outbox.html", context)


@never_cache
@require_GET
def preview(request):
    """What would go, how many, and to whom by name; nothing is sent by looking."""
    _require(request.user)
    found = _chosen(request, request.GET)
    if not found:
        messages.info(request, "Chưa chọn thư nào đang chờ gửi.")
        return redirect("notices:outbox")
    letters = queries.letters(found)
    going = [letter for letter in letters if letter.reached]
    context = {
        "heading": f"Xem trước {format_number(len(letters))} thư",
        "letters": letters,
        "going": len(going),
        "people": queries.people_told(letters),
        "staying": [letter for letter in letters if not letter.reached],
        "hidden": [("thu", letter.dispatch.pk) for letter in letters],
    }
    return render(request, "notices/preview.html", context)


@require_GET
def letter(request, pk):
    """One letter: what it says, to whom it goes or went, and what became of it."""
    dispatch = get_object_or_404(_rows(request.user), pk=pk)
    waits = dispatch.stage == S.WAITING
    context = {
        "heading": dispatch.subject,
        "dispatch": dispatch,
        "letter": queries.letters([dispatch])[0] if waits else None,
        "told": queries.told_by([dispatch]).get(pk, []),
        "facts": queries.facts_of(dispatch),
    }
    return render(request, "notices/letter.html", context)


@require_POST
@once
def send(request):
    """Send the letters that stood on the page."""
    _require(request.user)
    sent = outbox.send(_named(request, request.POST), by=request.user)
    if sent.letters:
        told = f"{format_number(sent.letters)} thư, báo cho {format_number(sent.people)} lượt người"
        messages.success(request, f"Đã gửi {told}.")
    _tell_stayed(request, sent)
    return redirect("notices:outbox")


@require_POST
@once
def cancel(request):
    """Cancel them, with a reason."""
    _require(request.user)
    try:
        gone = outbox.cancel(_named(request, request.POST), by=request.user, reason=request.POST.get("note", ""))
    except NotYet as reason:
        messages.error(request, str(reason))
        return redirect("notices:outbox")
    if gone.letters:
        messages.success(request, f"Đã hủy {format_number(gone.letters)} thư; không ai nhận thư này.")
    _tell_stayed(request, gone)
    return redirect("notices:outbox")


def _tell_stayed(request, done: outbox.Sent) -> None:
    reasons = dict.fromkeys(reason for _, reason in done.stayed)
    for reason in list(reasons)[:5]:
        messages.warning(request, reason)


def _rows(user):
    return Dispatch.objects.visible_to(user).select_related("unit", "put_by", "ended_by")


def _named(request, data) -> list[Dispatch]:
    """Letters named by their keys, whatever their stage: one that went meanwhile is answered for, not passed over."""
    found = list(_rows(request.user).filter(pk__in=keys_of(data.getlist("thu"))).order_by("pk"))
    if not found:
        raise PermissionDenied("Không có thư nào trong số đã chọn thuộc đơn vị đồng chí phụ trách.")
    return found


def _chosen(request, data) -> list[Dispatch]:
    """Letters that wait: those ticked, or the whole bundle of one of them."""
    waiting = _rows(request.user).waiting().order_by("put_at", "pk")
    if (key := key_in(data.get("dot"))) is not None:
        one = get_object_or_404(waiting, pk=key)
        return list(waiting.filter(unit=one.unit, bundle=one.bundle)[:MOST])
    return list(waiting.filter(pk__in=keys_of(data.getlist("thu"))))


def _tabs(user, which: str) -> list[tuple]:
    return [
        ("Chờ gửi", reverse("notices:outbox"), queries.waiting_count(user), which == "cho"),
        ("Đã gửi", reverse("notices:outbox_sent"), None, which == "da-gui"),
        ("Đã hủy", reverse("notices:outbox_cancelled"), None, which == "da-huy"),
    ]


def _require(user) -> None:
    if not can_anywhere(user, P.NOTICE_SEND):
        raise PermissionDenied("Đồng chí chưa được giao quyền gửi thư của đơn vị nào.")
