"""The 14-day link: its making and its notes for the unit, and the open page on which a guest writes."""

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import FileResponse, Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from kheo.accounts.access import require
from kheo.accounts.permissions import Permission as P
from kheo.accounts.receipts import once
from kheo.core import filechecks as checks
from kheo.core.serving import locked_down
from kheo.movement.actions import guests
from kheo.movement.forms.guests import GuestLinkForm, GuestNoteForm
from kheo.movement.lifecycle.move import NotYet
from kheo.movement.models import Exemplar, GuestLink, GuestNote, GuestPhoto
from kheo.movement.queries import guests as queries
from kheo.movement.views.telling import reason_of

TASK = "Gửi ảnh và số liệu mô hình"  # all that a message says besides the link
THANKS = "Đã nhận. Cảm ơn bà con; cán bộ sẽ xem và trả lời ngay trên trang này."


@require_http_methods(["GET", "HEAD", "POST"])
@once
def guest_link_list(request, pk):
    """Links of one exemplar, what came through them, and a form for a new one."""
    exemplar = get_object_or_404(Exemplar.objects.visible_to(request.user).select_related("unit"), pk=pk)
    require(request.user, P.EXEMPLAR_WRITE, exemplar.unit)
    form = GuestLinkForm(request.POST or None, outcomes=exemplar.outcomes.all())
    if request.method == "POST" and form.is_valid():
        try:
            link = guests.make_link(exemplar, by=request.user, **form.cleaned_data)
        except NotYet as reason:
            form.add_error(None, str(reason))
        else:
            return redirect("movement:guest_link_detail", pk=link.pk)
    context = {"exemplar": exemplar, "form": form, "desk": queries.guest_desk(exemplar)}
    return render(request, "movement/guest_link_list.html", context)


@never_cache
@require_safe
def guest_link_detail(request, pk):
    """One link. Its address is shown to whoever made it, and to nobody else."""
    link = _own_link(request, pk)
    shown = link.made_by_id == request.user.pk and guests.why_closed(link) is None
    address = reverse("movement:guest_send", args=[guests.secret_of(link)]) if shown else ""
    context = {
        "link": link, "exemplar": link.exemplar, "closed": guests.why_closed(link), "task": TASK,
        "address": request.build_absolute_uri(address) if shown else "",
    }  # fmt: skip
    return render(request, "movement/guest_link_detail.html", context)


@require_POST
@once
def guest_link_close(request, pk):
    link = _own_link(request, pk)
    try:
        guests.close(link, by=request.user)
        messages.success(request, "Đã đóng liên kết.")
    except NotYet as reason:
        messages.error(request, str(reason))
    return redirect("movement:guest_link_list", pk=link.exemplar_id)


@require_POST
@once
def guest_note_accept(request, pk):
    note = _own_note(request, pk)
    try:
        guests.accept(note, by=request.user)
        messages.success(request, "Đã nhận: thành một phiếu tiến độ, ảnh vào minh chứng.")
    except (NotYet, checks.BadFile) as reason:
        messages.error(request, str(reason))
    return redirect("movement:guest_link_list", pk=note.link.exemplar_id)


@require_POST
@once
def guest_note_decline(request, pk):
    note = _own_note(request, pk)
    try:
        guests.decline(note, by=request.user, reason=reason_of(request))
        messages.success(request, "Đã trả lời; người gửi đọc được lý do khi mở lại liên kết.")
    except NotYet as reason:
        messages.error(request, str(reason))
    return redirect("movement:guest_link_list", pk=note.link.exemplar_id)


@require_safe
def guest_photo(request, pk):
    rows = GuestPhoto.objects.filter(note__in=GuestNote.objects.visible_to(request.user))
    photo = get_object_or_404(rows.select_related("note__link__exemplar__unit"), pk=pk)
    require(request.user, P.EXEMPLAR_WRITE, photo.note.link.exemplar.unit)
    try:
        return locked_down(FileResponse(photo.file.open("rb"), content_type="image/jpeg"), keep=True)
    except FileNotFoundError:
        raise Http404 from None


@login_not_required
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def guest_send(request, token):
    """The open page behind a link. It shows the exemplar's name, the question, and what came through this link."""
    link = guests.found_by(token)
    if link is None:
        return render(request, "movement/guest_gone.html", status=404)
    closed = guests.why_closed(link)
    sent = (request.POST, request.FILES) if request.method == "POST" else (None, None)
    form = GuestNoteForm(*sent, outcome=link.outcome)
    if request.method == "POST" and closed is None and form.is_valid() and _sent(form, link):
        messages.success(request, THANKS)
        return redirect("movement:guest_send", token=token)
    context = {"link": link, "form": form, "closed": closed, "notes": link.notes.all()[:10]}
    return render(request, "movement/guest_send.html", context)


def _sent(form, link) -> bool:
    cleaned = form.cleaned_data
    photos = [(file, file.name) for file in cleaned["photos"]]
    try:
        guests.send(link, sentence=cleaned["sentence"], amount=cleaned.get("amount"), photos=photos)
    except (NotYet, checks.BadFile) as reason:
        form.add_error("photos" if isinstance(reason, checks.BadFile) else None, str(reason))
        return False
    return True


def _own_link(request, pk) -> GuestLink:
    rows = GuestLink.objects.visible_to(request.user).select_related("exemplar__unit", "outcome", "made_by")
    link = get_object_or_404(rows, pk=pk)
    require(request.user, P.EXEMPLAR_WRITE, link.exemplar.unit)
    return link


def _own_note(request, pk) -> GuestNote:
    rows = GuestNote.objects.visible_to(request.user).select_related("link__exemplar__unit")
    note = get_object_or_404(rows, pk=pk)
    require(request.user, P.EXEMPLAR_WRITE, note.link.exemplar.unit)
    return note
