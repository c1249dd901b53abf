"""Writing the file of a model: a new registration, and mending one that is there."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from kheo.accounts.access import can_anywhere, require
from kheo.accounts.permissions import Permission
from kheo.accounts.receipts import once
from kheo.core.pages import key_in
from kheo.movement.actions import consents, drafts, files, registrations
from kheo.movement.forms import file_set
from kheo.movement.forms.file_set import FileForms
from kheo.movement.lifecycle.move import NotYet
from kheo.movement.models import Exemplar, ExemplarKind, Field, Round
from kheo.movement.patterns import PATTERNS
from kheo.movement.views.drafts import address, kept
from kheo.movement.views.telling import tell_cleaned

PATTERN = {pattern.key: pattern for pattern in PATTERNS}
SHORT = "dien-hinh"
NOBODY_S = "Đồng chí chưa được giao quyền soạn đăng ký cho đơn vị nào."


@require_http_methods(["GET", "POST"])
@once
def registration_new(request):
    """Register: six facts, a usual kind to start from, the rest later. `?loai=dien-hinh` is the short form."""
    if not can_anywhere(request.user, Permission.EXEMPLAR_WRITE):
        raise PermissionDenied(NOBODY_S)
    kind = ExemplarKind.EXAMPLE if request.GET.get("loai") == SHORT else ExemplarKind.PRACTICE
    about = "moi" if kind == ExemplarKind.PRACTICE else SHORT
    if request.method == "POST":
        forms = FileForms(request.POST, writer=request.user, kind=kind)
        if forms.is_valid() and (registration := _begin(request, forms)):
            drafts.discard(request.user, "file", about)
            return redirect(f"{registration.get_absolute_url()}?da-luu={about}")
    else:
        forms = _blank(request, kind, about)
    return render(request, "movement/file_form.html", _context(request, forms, about) | _starts(kind))


@require_http_methods(["GET", "POST"])
@once
def exemplar_edit(request, pk):
    """Mend the file. Where somebody else has changed it meanwhile, that is said before anything is written over."""
    exemplar = get_object_or_404(Exemplar.objects.visible_to(request.user).select_related("unit"), pk=pk)
    require(request.user, Permission.EXEMPLAR_WRITE, exemplar.unit)
    about = str(pk)
    if request.method == "POST":
        forms = FileForms(request.POST, writer=request.user, kind=exemplar.kind, exemplar=exemplar)
        if forms.is_valid() and not _is_stale(request, forms, exemplar) and _write(request, forms, exemplar):
            drafts.discard(request.user, "file", about)
            return redirect(f"{exemplar.get_absolute_url()}?da-luu={about}")
    else:
        draft, about_it = kept(request.user, "file", about), {"kind": exemplar.kind, "exemplar": exemplar}
        forms = FileForms(draft, writer=request.user, initial=file_set.of_exemplar(exemplar), **about_it)
        forms = forms.unjudged() if draft else forms
    context = _context(request, forms, about) | {"exemplar": exemplar, "heading": "Sửa hồ sơ"}
    return render(request, "movement/file_form.html", context)


def _begin(request, forms):
    cleaned = forms.facts.cleaned_data
    try:
        registration = files.begin(
            forms.file(), cleaned["round"], by=request.user, unit=cleaned["unit"], on_behalf_of=cleaned["on_behalf_of"]
        )
    except NotYet as reason:
        forms.facts.add_error(None, str(reason))
        return None
    _consent(request, forms, registration.exemplar)
    tell_cleaned(request, *forms.parts)
    messages.success(request, f"Đã lưu “{registration.exemplar}”.")
    if "file" in request.POST:
        _file(request, registration)
    return registration


def _file(request, registration):
    """Saved and sent with one press; what stands in the way is said, and the draft stays."""
    if "file" not in {move.name for move in registrations.open_moves(registration, request.user)}:
        registrations.mark_ready(registration, by=request.user)
        messages.info(request, "Đã báo soạn xong; lãnh đạo đơn vị sẽ gửi.")
        return
    try:
        registrations.advance(registration, "file", by=request.user)
    except NotYet as reason:
        messages.warning(request, str(reason))
    else:
        messages.success(request, "Đã gửi đăng ký.")


def _is_stale(request, forms, exemplar):
    """Was the file changed after this form was opened? The second press goes through: by then one has been told."""
    seen = request.POST.get("seen", "")
    if not seen or seen == exemplar.changed_at.isoformat():
        return False
    forms.facts.add_error(
        None,
        f"Hồ sơ vừa được người khác sửa lúc {timezone.localtime(exemplar.changed_at):%H:%M ngày %d/%m/%Y}. "
        "Hãy mở trang mô hình ở thẻ khác để xem; bấm lưu lần nữa là ghi theo bản này.",
    )
    return True


def _write(request, forms, exemplar):
    try:
        files.write(exemplar, forms.file(), by=request.user)
    except NotYet as reason:
        forms.facts.add_error(None, str(reason))
        return False
    tell_cleaned(request, *forms.parts)
    messages.success(request, "Đã lưu hồ sơ.")
    return True


def _consent(request, forms, exemplar):
    cleaned = forms.facts.cleaned_data
    if cleaned.get("consents"):
        agreed = {"covers_name": True, "covers_story": True}
        consents.give(exemplar, by=request.user, person=cleaned["name"][:200], how=cleaned["consent_how"], **agreed)


def _blank(request, kind, about):
    draft = kept(request.user, "file", about)
    if draft:
        return FileForms(draft, writer=request.user, kind=kind).unjudged()
    return FileForms(writer=request.user, kind=kind, initial=_beginning(request))


def _beginning(request):
    """From a usual kind, from another exemplar, or from nothing."""
    if pattern := PATTERN.get(request.GET.get("mau", "")):
        return file_set.of_pattern(pattern)
    if original := key_in(request.GET.get("chep")):
        return file_set.of_original(get_object_or_404(Exemplar.objects.to_learn_from(request.user), pk=original))
    return {}


def _context(request, forms, about):
    pattern = forms.facts["pattern"].value() if "pattern" in forms.facts.fields else ""
    return {
        "forms": forms, "about": about, "autosave_url": address("file", about), "pattern": PATTERN.get(pattern or ""),
        "may_file": can_anywhere(request.user, Permission.REGISTRATION_FILE) or _officer_may_file(request.user),
        "is_draft": forms.facts.is_bound and request.method == "GET",
    }  # fmt: skip


def _officer_may_file(user):
    return Round.objects.around(user).filter(officer_may_file=True, closes_on__gte=timezone.localdate()).exists()


def _starts(kind):
    if kind == ExemplarKind.EXAMPLE:
        return {"heading": "Đăng ký điển hình"}
    groups = [(label, [each for each in PATTERNS if each.field == key]) for key, label in Field.choices]
    return {"heading": "Đăng ký mô hình", "pattern_groups": groups}
