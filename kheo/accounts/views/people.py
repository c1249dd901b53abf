"""People whom somebody looks after: the list, one person, the acts on an account, what they may do and why."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from kheo.accounts import queries, trail
from kheo.accounts.access import can_anywhere
from kheo.accounts.actions import care, invitations
from kheo.accounts.actions import people as accounts
from kheo.accounts.forms.people import PeopleFilter, PersonForm, UnitAskedForm
from kheo.accounts.models import Invitation, User
from kheo.accounts.permissions import Permission
from kheo.accounts.receipts import once
from kheo.core.pages import page_of
from kheo.core.vietnamese import clean
from kheo.units.models import Unit

HISTORY_SHOWN = 30


def require_carer(user):
    """Raise unless `user` looks after people somewhere."""
    if not can_anywhere(user, Permission.PEOPLE_CARE):
        raise PermissionDenied("Trang này dành cho người phụ trách tài khoản của đơn vị.")


@require_GET
def people(request):
    require_carer(request.user)
    form = PeopleFilter(request.GET, units=queries.units_in_care(request.user))
    asked = form.cleaned_data if form.is_valid() else {}
    found = queries.people_list(
        request.user, unit=asked.get("don_vi"), text=asked.get("q", ""), state=asked.get("tinh_trang", "")
    )
    context = {
        "heading": "Người của đơn vị",
        "page": page_of(found, request.GET.get("trang"), query=request.GET),
        "form": form,
        "active": sum(bool(asked.get(name)) for name in ("q", "don_vi", "tinh_trang")),
        "waiting": Invitation.objects.visible_to(request.user).open().select_related("unit", "user")[:20],
    }
    return render(request, "accounts/people.html", context)


def seen(request, pk) -> User:
    """The person of a page, if the reader may see them at all."""
    return get_object_or_404(User.objects.visible_to(request.user), pk=pk)


@require_GET
def person(request, pk):
    subject = seen(request, pk)
    in_care = subject != request.user and care.looks_after(request.user, subject)
    facts = [
        ("Tên đăng nhập", subject.username),
        ("Số điện thoại", subject.phone),
        ("Tình trạng", "Đang hoạt động" if subject.is_active else "Đang khóa"),
        ("Đăng nhập gần nhất", subject.last_login and f"{timezone.localtime(subject.last_login):%H:%M %d/%m/%Y}"),
    ]
    context = {
        "heading": subject.full_name,
        "person": subject,
        "facts": facts,
        "in_care": in_care,
        "reach": [(reach, _may_end(request.user, reach)) for reach in _reach(subject)],
        "may_read_rights": queries.may_read_rights(request.user, subject),
        "is_carer": subject != request.user and can_anywhere(request.user, Permission.PEOPLE_CARE),
        "history": trail.lines(list(queries.history_of(subject)[:HISTORY_SHOWN])),
    }
    return render(request, "accounts/person.html", context)


def _reach(subject):
    return queries.reach_of(subject, on=timezone.localdate())


def _may_end(user, reach) -> bool:
    held = reach.membership
    is_open = held.ends is None or held.ends >= timezone.localdate()
    return is_open and held.user_id != user.pk and care.gives(user, held.role, held.unit)


@require_http_methods(["GET", "POST"])
@once
def person_edit(request, pk):
    subject = seen(request, pk)
    if subject != request.user:
        care.require_care(request.user, subject)
    form = PersonForm(request.POST or None, initial={"full_name": subject.full_name, "phone": subject.phone})
    if request.method == "POST" and form.is_valid():
        try:
            accounts.put_right(subject, by=request.user, **form.cleaned_data)
        except care.Refused as reason:
            form.add_error(None, str(reason))
        else:
            messages.success(request, "Đã lưu.")
            return redirect("accounts:person", pk=pk)
    return render(request, "accounts/person_form.html", {"heading": f"Sửa: {subject}", "form": form})


@require_POST
@once
def person_disable(request, pk):
    subject = seen(request, pk)
    try:
        accounts.disable(subject, by=request.user, note=clean(request.POST.get("note", ""))[0])
    except care.Refused as reason:
        messages.error(request, str(reason))
    else:
        messages.success(request, f"Đã khóa tài khoản của {subject}.")
    return redirect("accounts:person", pk=pk)


@require_POST
@once
def person_enable(request, pk):
    subject = seen(request, pk)
    try:
        accounts.enable(subject, by=request.user)
    except care.Refused as reason:
        messages.error(request, str(reason))
    else:
        messages.success(request, f"Đã mở lại tài khoản của {subject}.")
    return redirect("accounts:person", pk=pk)


@require_POST
@once
def person_let_back_in(request, pk):
    subject = seen(request, pk)
    try:
        made = invitations.let_back_in(subject, by=request.user)
    except care.Refused as reason:
        messages.error(request, str(reason))
        return redirect("accounts:person", pk=pk)
    return redirect("accounts:invitation", pk=made.pk)


@require_GET
def person_rights(request, pk):
    subject = seen(request, pk)
    if not queries.may_read_rights(request.user, subject):
        raise Http404
    form = UnitAskedForm(request.GET or None, units=_units_to_ask(request.user, subject))
    unit = form.cleaned_data["don_vi"] if form.is_bound and form.is_valid() else None
    rights = queries.rights_in(subject, unit) if unit else []
    context = {
        "heading": "Người này được làm gì, vì sao",
        "person": subject,
        "reach": _reach(subject),
        "form": form,
        "unit": unit,
        "allowed": [right for right in rights if right.reasons],
        "denied": [right for right in rights if not right.reasons],
    }
    return render(request, "accounts/person_rights.html", context)


def _units_to_ask(user, subject):
    """Units that may be asked about: those the reader sees, and those the person belongs to."""
    living = Unit.objects.living(on=timezone.localdate())
    return (living.filter(queries.seen_or_held(user, subject))).select_related("place").by_name()
