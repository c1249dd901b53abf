"""One's own account."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods

from kheo.accounts import queries
from kheo.accounts.actions import people
from kheo.accounts.actions.care import Refused
from kheo.accounts.forms.people import PersonForm
from kheo.accounts.receipts import once


@require_GET
def me(request):
    user = request.user
    facts = [("Họ và tên", user.full_name), ("Tên đăng nhập", user.username), ("Số điện thoại", user.phone)]
    reach = queries.reach_of(user, on=timezone.localdate())
    return render(request, "accounts/me.html", {"heading": "Tài khoản của tôi", "facts": facts, "reach": reach})


@require_http_methods(["GET", "POST"])
@once
def me_edit(request):
    user = request.user
    form = PersonForm(request.POST or None, initial={"full_name": user.full_name, "phone": user.phone})
    if request.method == "POST" and form.is_valid():
        try:
            people.put_right(user, by=user, **form.cleaned_data)
        except Refused as reason:
            form.add_error(None, str(reason))
        else:
            messages.success(request, "Đã lưu.")
            return redirect("accounts:me")
    return render(request, "accounts/person_form.html", {"heading": "Sửa họ tên, số điện thoại", "form": form})
