"""Mail that did not go, for an administrator: to whom and why not, never what it says."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_POST

from kheo.accounts.access import can_anywhere
from kheo.accounts.permissions import Permission as P
from kheo.accounts.receipts import once
from kheo.core.pages import page_of
from kheo.core.parts import table
from kheo.core.templatetags.vietnamese import moment
from kheo.notices import queries
from kheo.notices.actions import mails
from kheo.notices.models import Mail

HEADS = ("Người nhận", "Vì sao chưa gửi được", "Số lần đã thử", "Lần tới")


@require_GET
def mail_list(request):
    """Whether mail goes, how much waits, and what was given up."""
    _require(request.user)
    page = page_of(queries.in_trouble(), request.GET.get("trang"), query=request.GET)
    rows = [(str(mail.notice.user), mail.trouble, mail.tries, _next(mail)) for mail in page.rows]
    context = {
        "heading": "Thư điện tử",
        "is_on": mails.is_on(),
        "state": queries.mail_state(),
        "page": page,
        "table": table("Thư chưa gửi được", HEADS, rows, numeric=(2,)),
    }
    return render(request, "notices/mails.html", context)


@require_POST
@once
def try_again(request):
    """Try anew what was given up."""
    _require(request.user)
    count = mails.try_again(Mail.objects.failed(), by=request.user)
    messages.success(request, f"Đã xếp {count} thư để gửi lại.")
    return redirect("notices:mails")


def _next(mail: Mail) -> str:
    return f"thôi gửi từ {moment(mail.gave_up_at)}" if mail.gave_up_at else moment(mail.due_at)


def _require(user) -> None:
    if not can_anywhere(user, P.NOTICE_OVERSEE):
        raise PermissionDenied("Đồng chí chưa được giao quyền xem thư điện tử chưa gửi được.")
