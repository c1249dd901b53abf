"""The page of one exemplar, and the moves of its life."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_GET, require_POST

from kheo.accounts.access import can, can_anywhere, require
from kheo.accounts.permissions import Permission as P
from kheo.accounts.receipts import once
from kheo.core.pages import key_in
from kheo.core.vietnamese import clean
from kheo.movement.actions import exemplars, registrations
from kheo.movement.forms.parts import GuidanceForm, VerificationForm
from kheo.movement.lifecycle.exemplar import ENDED, EXEMPLAR_MOVES
from kheo.movement.lifecycle.move import NotYet
from kheo.movement.lifecycle.registration import OPEN, REGISTERED
from kheo.movement.models import Exemplar
from kheo.movement.panels import panels_of
from kheo.movement.queries.evidence import evidence_panel
from kheo.movement.queries.exemplar_page import LATEST, exemplar_page
from kheo.movement.queries.renewal import rounds_open
from kheo.movement.views.drafts import address
from kheo.movement.views.telling import reason_of

_WITH = ("unit__place", "place", "merged_into", "author", "entered_by", "published_by")
MERGE_CHOICES = 20


@require_GET
def exemplar_detail(request, pk):
    """Everything about one exemplar that this person may see, and the moves open to them."""
    exemplar = get_object_or_404(Exemplar.objects.visible_to(request.user).select_related(*_WITH), pk=pk)
    page = exemplar_page(exemplar, request.user, latest=None if "tien-do" in request.GET else LATEST)
    moves = [move for move in exemplars.open_moves(exemplar, request.user) if move.name != "merge"]
    context = {
        "page": page, "exemplar": exemplar, "evidence": evidence_panel(exemplar, request.user),
        "moves": moves, "main_move": _main(moves, exemplar, page),
        "may": _may(request.user, exemplar), "next_step": _registration_step(request.user, page),
        "guidance_form": GuidanceForm(), "verification_form": VerificationForm(),
        "sent_form": _sent(request, exemplar.pk), "may_register": _may_register(request.user, exemplar, page),
        "origin": _origin(request.user, exemplar), "panels": panels_of(exemplar, request.user),
        "may_copy": exemplar.kind == "practice" and can_anywhere(request.user, P.EXEMPLAR_WRITE),
    }  # fmt: skip
    return render(request, "movement/exemplar_detail.html", context)


@require_POST
@once
def exemplar_advance(request, pk, move):
    """Make one move of the table."""
    exemplar = get_object_or_404(Exemplar.objects.visible_to(request.user).select_related("unit"), pk=pk)
    into = _other(request, request.POST.get("into", "")) if move == "merge" else None
    try:
        exemplars.advance(exemplar, move, by=request.user, note=reason_of(request), into=into)
    except NotYet as reason:
        messages.error(request, str(reason))
    else:
        messages.success(request, f"{EXEMPLAR_MOVES[move].label}: đã ghi nhận.")
    return redirect(exemplar)


@require_GET
def exemplar_merge(request, pk):
    """Choose the file that lives on: by name, among those this person oversees."""
    exemplar = get_object_or_404(Exemplar.objects.visible_to(request.user).select_related("unit"), pk=pk)
    require(request.user, P.EXEMPLAR_OVERSEE, exemplar.unit)
    words = clean(request.GET.get("tim", ""))[0].strip()[:200]
    found = Exemplar.objects.visible_to(request.user).exclude(pk=pk).exclude(stage="merged").select_related("unit")
    rows = found.matching(words) if words else found.filter(unit=exemplar.unit)
    context = {"exemplar": exemplar, "rows": rows.by_name()[:MERGE_CHOICES], "words": words, "heading": "Gộp hồ sơ"}
    return render(request, "movement/exemplar_merge.html", context)


@require_POST
@once
def exemplar_publish(request, pk):
    """Approve showing it to the public."""
    exemplar = get_object_or_404(Exemplar.objects.visible_to(request.user), pk=pk)
    try:
        exemplars.publish(exemplar, by=request.user)
    except NotYet as reason:
        messages.error(request, str(reason))
    else:
        messages.success(request, "Đã đưa ra trang công khai.")
    return redirect(exemplar)


@require_POST
@once
def exemplar_withdraw(request, pk):
    """Take it off the public pages."""
    exemplar = get_object_or_404(Exemplar.objects.visible_to(request.user), pk=pk)
    try:
        exemplars.withdraw(exemplar, by=request.user, note=reason_of(request))
    except NotYet as reason:
        messages.error(request, str(reason))
    else:
        messages.success(request, "Đã thôi công khai.")
    return redirect(exemplar)


def _origin(user, exemplar):
    """What it learned from, if this person may know of it: the copy may have been made by somebody who sees more."""
    return Exemplar.objects.to_learn_from(user).filter(pk=exemplar.copied_from_id).first()


def _other(request, pk):
    if not pk:
        return None
    return get_object_or_404(Exemplar.objects.visible_to(request.user), pk=key_in(pk))


def _main(moves, exemplar, page):
    """The one main act of the page: launch when it is listed; else none of the moves stands out."""
    listed = any(each.stage == "listed" for each in page.registrations)
    return next((move for move in moves if move.name == "launch" and listed), None)


def _registration_step(user, page):
    """The open registration, with the moves of it that wait for this person."""
    current = page.current
    if current is None or current.stage not in OPEN:
        return None
    return {"registration": current, "moves": registrations.open_moves(current, user)}


def _may(user, exemplar):
    """What this person may do here, as words a template can ask for."""
    asked = {
        "write": P.EXEMPLAR_WRITE, "guide": P.GUIDANCE_WRITE, "recognise": P.RECOGNITION_ENTER,
        "publish": P.EXEMPLAR_PUBLISH, "oversee": P.EXEMPLAR_OVERSEE,
    }  # fmt: skip
    alive = exemplar.stage != "merged"
    return {word: alive and can(user, permission, exemplar.unit) for word, permission in asked.items()}


def _may_register(user, exemplar, page):
    """Is there a round that takes it, in which it is neither listed nor on its way?"""
    round_ = rounds_open(user).first()
    taken = {each.round_id for each in page.registrations if each.stage in (*OPEN, *REGISTERED)}
    return round_ is not None and round_.pk not in taken and exemplar.stage not in ENDED


def _sent(request, pk):
    """The form that has just been saved: its copy kept on the device is no longer needed."""
    about = request.GET.get("da-luu", "")
    return address("file", about) if about == str(pk) else ""
