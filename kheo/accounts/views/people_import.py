"""Accounts from a spreadsheet: a file is read, shown with what is wrong in it, and then everybody is invited."""

from dataclasses import asdict

from django.core import signing
from django.http import Http404
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_http_methods, require_POST, require_safe

from kheo.accounts.access import roles_to_give
from kheo.accounts.actions import imports
from kheo.accounts.actions.care import Refused
from kheo.accounts.actions.invitations import link_sheet
from kheo.accounts.forms.people import PeopleFileForm
from kheo.accounts.importing import LABELS, LARGEST_FILE, Row, Unreadable, read
from kheo.accounts.models import Invitation
from kheo.accounts.receipts import once
from kheo.accounts.roles import Role
from kheo.accounts.views.people import require_carer
from kheo.core.exports import Table, answer

SALT = "kheo.people-import"
KEPT_FOR = 2 * 3600  # seconds between the preview and the decision


@require_http_methods(["GET", "POST"])
def people_import(request):
    """Read a file and show what was understood. Nothing is kept on the server: the rows travel, signed, in the page."""
    require_carer(request.user)
    form = PeopleFileForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        upload = form.cleaned_data["file"]
        try:
            rows = read(upload.name, upload.read(LARGEST_FILE + 1))
        except Unreadable as reason:
            form.add_error("file", str(reason))
        else:
            return _preview(request, rows)
    return render(request, "accounts/people_import.html", {"heading": "Nhập người từ bảng tính", "form": form})


def _preview(request, rows):
    checked = imports.check(rows, by=request.user)
    wrong = [one for one in checked if one.row.problems]
    context = {
        "heading": "Xem trước danh sách",
        "checked": [(one, [(LABELS[column], text) for column, text in one.row.problems.items()]) for one in checked],
        "wrong": len(wrong),
        "right": len(checked) - len(wrong),
        "packed": signing.dumps([asdict(row) for row in imports.without_problems(rows)], salt=SALT, compress=True),
    }
    return render(request, "accounts/people_import_preview.html", context)


@require_POST
@once
def people_import_run(request):
    require_carer(request.user)
    try:
        packed = signing.loads(request.POST.get("packed", ""), salt=SALT, max_age=KEPT_FOR)
        made = imports.invite_all([Row(**facts) for facts in packed], by=request.user)
    except (signing.BadSignature, Refused) as reason:
        said = str(reason) if isinstance(reason, Refused) else "Trang xem trước đã quá hạn. Hãy tải tệp lên lần nữa."
        form = PeopleFileForm()
        context = {"heading": "Nhập người từ bảng tính", "form": form, "problem": said}
        return render(request, "accounts/people_import.html", context, status=409)
    return redirect("accounts:people_import_done", batch=made[0].batch)


def _batch(request, batch) -> list[Invitation]:
    mine = Invitation.objects.filter(made_by=request.user, batch=batch).select_related("unit")
    found = list(mine.order_by("pk"))
    if not found:
        raise Http404
    return found


@require_safe
def people_import_done(request, batch):
    context = {"heading": "Đã tạo lời mời", "made": _batch(request, batch), "batch": batch}
    return render(request, "accounts/people_import_done.html", context)


@never_cache
@require_safe
def people_import_links(request, batch):
    """The sheet of one-time links, for whoever made them."""
    return answer("Liên kết nhận tài khoản", link_sheet(_batch(request, batch), lambda path: _absolute(request, path)))


def _absolute(request, path):
    return request.build_absolute_uri(path)


@require_GET
def people_import_sample(request):
    """An empty list with the right headers, and the words for the roles that the reader may give."""
    require_carer(request.user)
    may = {role for held in request.user.held for role in roles_to_give(request.user, held.unit)}
    roles = [[str(role.label)] for role in Role if role in may]
    headers = [LABELS[column] for column in ("full_name", "phone", "unit", "role", "title")]
    return answer("Mẫu danh sách người", Table("Danh sách người", headers, []), Table("Vai trò", ["Vai trò"], roles))
