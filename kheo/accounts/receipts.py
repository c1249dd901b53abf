"""A double click acts once: a form's hidden `once` mark, and a receipt of what the first press led to."""

from collections.abc import Callable
from functools import wraps

from django.contrib import messages
from django.db import IntegrityError, transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from kheo.accounts.models import Receipt

AGAIN = "Việc này đã được ghi nhận từ lần bấm trước, không thực hiện lại."


def once(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Make a POST view act once for each `once` mark (put `{% once %}` into its form).

    The receipt stands in the view's own transaction. A second press waits for the first and is sent where the first
    led. A form that comes back, or an answer with an error message, did nothing: its mark may be used again.
    """

    @wraps(view)
    def acting(request: HttpRequest, *args, **kwargs) -> HttpResponse:
        mark = request.POST.get("once", "")[:64] if request.method == "POST" else ""
        if not mark or not mark.isprintable() or not request.user.is_authenticated:
            return view(request, *args, **kwargs)
        with transaction.atomic():
            receipt = _first_with(request.user, mark)
            if receipt is None:
                return _already(request, mark)
            response = view(request, *args, **kwargs)
            if response.status_code in (301, 302, 303) and not _refused(request):
                receipt.address = response["Location"]
                receipt.save(update_fields=["address"])
            else:
                receipt.delete()
        return response

    return acting


def _first_with(user, mark: str) -> Receipt | None:
    try:
        with transaction.atomic():
            return Receipt.objects.create(user=user, mark=mark)
    except IntegrityError:
        return None


def _already(request: HttpRequest, mark: str) -> HttpResponse:
    messages.info(request, AGAIN)
    return redirect(Receipt.objects.get(user=request.user, mark=mark).address)


def _refused(request: HttpRequest) -> bool:
    storage = messages.get_messages(request)
    found = any(message.level >= messages.ERROR for message in storage)
    storage.used = False  # looked at here, still to be shown
    return found
