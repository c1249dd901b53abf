"""One-time links: made by whoever looks after people, opened by whoever was sent one."""

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from kheo.accounts import queries
from kheo.accounts.actions import care, invitations
from kheo.accounts.forms.people import InviteForm, JoinForm, PasswordForm
from kheo.accounts.models import Invitation, User
from kheo.accounts.receipts import once
from kheo.accounts.views.people import require_carer

SIGN_IN_NEXT = "Xong. Mời đồng chí đăng nhập bằng mật khẩu vừa chọn."


@require_http_methods(["GET", "POST"])
@once
def invite(request):
    require_carer(request.user)
    form = InviteForm(request.POST or None, units=queries.units_in_care(request.user), by=request.user)
    if request.method == "POST" and form.is_valid():
        try:
            made = invitations.invite(by=request.user, **form.cleaned_data)
        except care.Refused as reason:
            form.add_error(None, str(reason))
        else:
            return redirect("accounts:invitation", pk=made.pk)
    return render(request, "accounts/invite.html", {"heading": "Mời người vào đơn vị", "form": form})


@never_cache
@require_safe
def invitation(request, pk):
    made = get_object_or_404(
        Invitation.objects.visible_to(request.user).select_related("unit", "user", "made_by"), pk=pk
    )
    link = request.build_absolute_uri(reverse("accounts:welcome", args=[invitations.secret_of(made)]))
    context = {
        "heading": f"Liên kết cho {made.full_name or made.user}",
        "invitation": made,
        "is_open": made.is_open(),
        "is_mine": made.made_by_id == request.user.pk,  # the link itself is for whoever made it
        "link": link if made.made_by_id == request.user.pk else "",
        "task": TASKS[_purpose(made)],
    }
    return render(request, "accounts/invitation.html", context)


# What a message may say besides the link: the name of the task, nothing about the person or the unit.
TASKS = {
    "join": "Nhận tài khoản Khéo",
    "role": "Nhận vai trò mới trên Khéo",
    "password": "Đặt lại mật khẩu Khéo",
}


def _purpose(made: Invitation) -> str:
    if made.user_id is None:
        return "join"
    return "role" if made.role else "password"


@require_POST
@once
def invitation_withdraw(request, pk):
    made = get_object_or_404(Invitation.objects.visible_to(request.user), pk=pk)
    try:
        invitations.withdraw(made, by=request.user)
    except care.Refused as reason:
        messages.error(request, str(reason))
    else:
        messages.success(request, "Đã hủy lời mời; liên kết không dùng được nữa.")
    return redirect("accounts:people")


@login_not_required
@never_cache
@sensitive_post_parameters("password1", "password2")
@require_http_methods(["GET", "POST"])
def welcome(request, secret):
    """The page behind a link. Looking at it uses nothing up: messengers fetch a link before people do."""
    found = invitations.found_by(secret)
    if found is None:
        return render(request, "accounts/welcome_gone.html", status=404)
    return {"join": _join, "role": _take_role, "password": _choose_password}[_purpose(found)](request, found)


def _join(request, found):
    person = User(full_name=found.full_name, phone=found.phone or None)
    form = JoinForm(
        request.POST or None, person=person, initial={"username": invitations.free_username(found.full_name)}
    )
    if request.method == "POST" and form.is_valid():
        try:
            invitations.join(found, username=form.cleaned_data["username"], password=form.cleaned_data["password1"])
        except care.Refused as reason:
            form.add_error(None, str(reason))
        else:
            messages.success(request, SIGN_IN_NEXT)
            return redirect("account_login")
    return render(request, "accounts/welcome.html", {"heading": "Nhận tài khoản", "form": form, "invitation": found})


def _choose_password(request, found):
    form = PasswordForm(request.POST or None, person=found.user)
    if request.method == "POST" and form.is_valid():
        try:
            invitations.choose_password(found, password=form.cleaned_data["password1"])
        except care.Refused as reason:
            form.add_error(None, str(reason))
        else:
            messages.success(request, SIGN_IN_NEXT)
            return redirect("account_login")
    return render(request, "accounts/welcome.html", {"heading": "Đặt lại mật khẩu", "form": form, "invitation": found})


def _take_role(request, found):
    if request.method == "POST" and request.user.is_authenticated:
        try:
            invitations.take_role(found, by=request.user)
        except care.Refused as reason:
            messages.error(request, str(reason))
        else:
            messages.success(request, f"Đồng chí đã nhận vai trò {found.get_role_display()} tại {found.unit}.")
        return redirect("accounts:me")
    return render(request, "accounts/welcome_role.html", {"heading": "Nhận vai trò", "invitation": found})
