"""Pages of number registers: set up, read, numbers taken and put in late."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods

from kheo.accounts.access import can, can_anywhere
from kheo.accounts.doors import for_holders
from kheo.accounts.move import NotYet
from kheo.accounts.permissions import Permission
from kheo.accounts.receipts import once
from kheo.core.pages import page_of
from kheo.documents import queries
from kheo.documents.actions import numbers, registers
from kheo.documents.forms.registers import BeginAfterForm, InsertForm, RegisterChangeForm, RegisterForm, TakeForm
from kheo.documents.models import NumberRegister

NOT_GIVEN = "Đồng chí chưa được giao quyền giữ sổ văn bản ở đơn vị này."


@require_GET
@for_holders(Permission.PAPER_VIEW)
def register_list(request):
    """Registers of the units whose papers this person reads."""
    rows = NumberRegister.objects.visible_to(request.user).select_related("unit")
    page = page_of(rows, request.GET.get("trang"), query=request.GET)
    may_write = can_anywhere(request.user, Permission.PAPER_WRITE)
    return render(request, "documents/register_list.html", {"page": page, "may_write": may_write})


@require_http_methods(["GET", "POST"])
@for_holders(Permission.PAPER_WRITE)
@once
def register_new(request):
    """Set up a register."""
    form = RegisterForm(request.POST if request.method == "POST" else None, user=request.user)
    if form.is_valid():
        try:
            register = registers.set_up(by=request.user, **form.facts)
        except NotYet as reason:
            form.add_error(None, str(reason))
        else:
            messages.success(request, "Đã lập sổ. Nếu trước đó đã dùng số, hãy ghi số cuối cùng đã dùng.")
            return redirect(register)
    return render(request, "documents/register_form.html", {"form": form, "heading": "Lập sổ văn bản"})


@require_GET
def register_detail(request, pk):
    """One register: its lines, the next numbers, who took which."""
    register = _of(request, pk)
    page = page_of(queries.register_entries(register), request.GET.get("trang"), query=request.GET)
    context = {
        "register": register, "heading": register.name, "lines": queries.register_lines(register), "page": page,
        "may_write": can(request.user, Permission.PAPER_WRITE, register.unit),
    }  # fmt: skip
    return render(request, "documents/register_detail.html", context)


@require_http_methods(["GET", "POST"])
@once
def register_edit(request, pk):
    """Its name and last day."""
    register = _written_by(request, pk)
    initial = {"name": register.name, "ends": register.ends}
    form = RegisterChangeForm(_sent(request), initial=initial)
    return _page(
        request, register, form, "Sửa sổ", lambda: registers.change(register, by=request.user, **form.cleaned_data)
    )


@require_http_methods(["GET", "POST"])
@once
def register_begin(request, pk):
    """How far the numbers had come before."""
    register = _written_by(request, pk)
    form = BeginAfterForm(_sent(request), register=register)
    heading = "Ghi số đã dùng trước khi lập sổ"
    return _page(request, register, form, heading, lambda: numbers.begin_after(register, by=request.user, **form.facts))


@require_http_methods(["GET", "POST"])
@once
def register_take(request, pk):
    """The next number for a paper that was drafted elsewhere."""
    register = _written_by(request, pk)
    form = TakeForm(_sent(request), initial={"on": timezone.localdate()})
    return _page(
        request, register, form, "Lấy số", lambda: numbers.take(register, by=request.user, **form.cleaned_data)
    )


@require_http_methods(["GET", "POST"])
@once
def register_insert(request, pk):
    """A number for a paper that came late."""
    register = _written_by(request, pk)
    form = InsertForm(_sent(request))
    return _page(
        request, register, form, "Chèn số", lambda: numbers.insert(register, by=request.user, **form.cleaned_data)
    )


def _of(request, pk) -> NumberRegister:
    rows = NumberRegister.objects.visible_to(request.user).select_related("unit", "made_by")
    return get_object_or_404(rows, pk=pk)


def _written_by(request, pk) -> NumberRegister:
    register = _of(request, pk)
    if not can(request.user, Permission.PAPER_WRITE, register.unit):
        raise PermissionDenied(NOT_GIVEN)
    return register


def _sent(request):
    return request.POST if request.method == "POST" else None


def _page(request, register, form, heading, act):
    """One act on a register: its form, and back to the register with what was done."""
    if form.is_valid():
        try:
            done = act()
        except NotYet as reason:
            form.add_error(None, str(reason))
        else:
            said = f"Số {done.said} ({done.type_code})." if hasattr(done, "type_code") else "Đã ghi."
            messages.success(request, said)
            return redirect(register)
    return render(request, "documents/register_act.html", {"register": register, "form": form, "heading": heading})
