"""Roles given to a known person, changed and ended."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods

from kheo.accounts import queries
from kheo.accounts.access import roles_to_give
from kheo.accounts.actions import care, memberships
from kheo.accounts.forms.people import ChangeForm, EndForm, GrantForm
from kheo.accounts.models import Membership, User
from kheo.accounts.receipts import once
from kheo.accounts.views.people import require_carer, seen


@require_http_methods(["GET", "POST"])
@once
def membership_grant(request, pk):
    require_carer(request.user)
    person = seen(request, pk)
    form = GrantForm(request.POST or None, units=queries.units_in_care(request.user), by=request.user)
    if request.method == "POST" and form.is_valid():
        try:
            memberships.grant(person, by=request.user, **form.cleaned_data)
        except care.Refused as reason:
            form.add_error(None, str(reason))
        else:
            messages.success(request, f"Đã giao vai trò cho {person}.")
            return redirect("accounts:person", pk=pk)
    context = {"heading": f"Giao thêm vai trò: {person}", "form": form, "person": person}
    return render(request, "accounts/membership_form.html", context)


def given_by(request, pk) -> Membership:
    """The membership of a page, if its person is seen and its role may be taken by the reader."""
    people = User.objects.visible_to(request.user)
    found = get_object_or_404(Membership.objects.filter(user__in=people).select_related("user", "unit"), pk=pk)
    care.require_giving(request.user, found.role, found.unit)
    return found


@require_http_methods(["GET", "POST"])
@once
def membership_change(request, pk):
    held = given_by(request, pk)
    form = ChangeForm(request.POST or None, initial={"role": held.role, "title": held.title})
    form.offer(roles_to_give(request.user, held.unit))
    if request.method == "POST" and form.is_valid():
        try:
            memberships.change(held, by=request.user, **form.cleaned_data)
        except care.Refused as reason:
            form.add_error(None, str(reason))
        else:
            messages.success(request, f"Đã đổi vai trò của {held.user}.")
            return redirect("accounts:person", pk=held.user_id)
    context = {"heading": f"Đổi vai trò: {held.user}", "form": form, "held": held, "person": held.user}
    return render(request, "accounts/membership_form.html", context)


@require_http_methods(["GET", "POST"])
@once
def membership_end(request, pk):
    held = given_by(request, pk)
    form = EndForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            memberships.end(held, by=request.user, **form.cleaned_data)
        except care.Refused as reason:
            form.add_error(None, str(reason))
        else:
            messages.success(request, f"Đã ghi ngày kết thúc vai trò của {held.user}.")
            return redirect("accounts:person", pk=held.user_id)
    context = {"heading": f"Kết thúc vai trò: {held.user}", "form": form, "held": held, "person": held.user}
    return render(request, "accounts/membership_form.html", context)
