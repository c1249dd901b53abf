"""Whoever was given a password chooses their own before anything else."""

from django.contrib import messages
from django.shortcuts import redirect

OPEN = {"account_change_password", "account_logout", "account_reauthenticate", "mfa_reauthenticate"}
FIRST = "Đồng chí đang dùng mật khẩu do người khác đặt. Hãy chọn mật khẩu riêng trước khi làm việc."


def change_password_first(get_response):
    """Middleware: sends a person whose `must_change_password` is set to the page where they change it."""

    def middleware(request):
        return get_response(request)

    def process_view(request, view, args, kwargs):
        must = request.user.is_authenticated and request.user.must_change_password
        if not must or request.resolver_match.view_name in OPEN:
            return None
        messages.warning(request, FIRST)
        return redirect("account_change_password")

    middleware.process_view = process_view
    return middleware
