"""My notices: by thing, the newest first; opened, marked as read; and where they go besides."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from kheo.accounts.actions import people
from kheo.accounts.receipts import once
from kheo.core.pages import key_in, page_of
from kheo.notices import queries
from kheo.notices.actions import mails, reading
from kheo.notices.forms import MailForm
from kheo.notices.models import Notice


@require_GET
def notice_list(request, which="chua-doc"):
    """What I was told: the things with something unread, or all of them."""
    unread = which == "chua-doc"
    page = page_of(queries.heads(request.user, unread=unread), request.GET.get("trang"), size=20, query=request.GET)
    count = queries.unread_count(request.user)
    context = {
        "heading": "Thông báo",
        "unread": unread,
        "page": page,
        "items": queries.items(request.user, page.rows, unread=unread),
        "tabs": [
            ("Chưa đọc", reverse("notices:list"), count, unread),
            ("Tất cả", reverse("notices:all"), None, not unread),
        ],
        "newest": queries.newest(request.user) if count else None,
    }
    return render(request, "notices/list.html", context)


@require_GET
def detail(request, pk):
    """One notice by itself: where a mail leads."""
    notice = _of(request, pk)
    return render(request, "notices/detail.html", {"heading": notice.subject, "notice": notice})


@require_POST
def open_one(request, pk):
    """Mark it as read and go where it leads."""
    notice = reading.read(_of(request, pk), by=request.user)
    return redirect(notice.link or reverse("notices:list"))


@require_POST
def read_all(request):
    """Mark all as read that stood on the page."""
    up_to = key_in(request.POST.get("up_to"))
    if up_to is not None:
        count = reading.read_all(by=request.user, up_to=up_to)
        messages.success(request, f"Đã đánh dấu {count} thông báo là đã đọc.")
    return redirect("notices:list")


@require_http_methods(["GET", "POST"])
@once
def ways(request):
    """Where my notices go besides the app."""
    form = MailForm(request.POST or None, initial={"email": request.user.email})
    if request.method == "POST" and form.is_valid():
        people.set_mail(request.user, by=request.user, email=form.cleaned_data["email"])
        messages.success(request, "Đã lưu.")
        return redirect("notices:ways")
    context = {"heading": "Cách nhận thông báo", "form": form, "mail_is_on": mails.is_on()}
    return render(request, "notices/ways.html", context)


def _of(request, pk) -> Notice:
    return get_object_or_404(Notice.objects.visible_to(request.user), pk=pk)
