"""Pages of an office's own ways: its Word templates, and how it heads and spells its papers."""

from io import BytesIO

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import FileResponse, Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from kheo.accounts.access import can, can_anywhere, units_where
from kheo.accounts.doors import for_holders
from kheo.accounts.move import NotYet
from kheo.accounts.permissions import Permission
from kheo.accounts.receipts import once
from kheo.core import filechecks as checks
from kheo.core.parts import table
from kheo.core.serving import locked_down
from kheo.core.vietnamese import slug
from kheo.documents import drawing, own_templates, queries
from kheo.documents.actions import styles, templates
from kheo.documents.forms.offices import HeadForm, StyleForm, TemplateForm
from kheo.documents.models import PaperHead, PaperTemplate
from kheo.documents.own_templates import BadTemplate
from kheo.documents.own_templates.fields import written
from kheo.documents.paper import Form
from kheo.units.models import Unit

NOT_GIVEN = "Đồng chí chưa được giao quyền sửa mẫu, thể thức văn bản ở đơn vị này."
DOCX = checks.KINDS["docx"].content_type


@require_GET
@for_holders(Permission.PAPER_VIEW)
def template_list(request):
    """Templates in use, and the fields that one may name."""
    rows = PaperTemplate.objects.visible_to(request.user).current().select_related("unit", "uploaded_by")
    context = {
        "rows": [(row, can(request.user, Permission.PAPER_WRITE, row.unit)) for row in rows[:200]],
        "may_write": can_anywhere(request.user, Permission.PAPER_WRITE),
        "fields": fields_table(),
    }
    return render(request, "documents/template_list.html", context)


@require_http_methods(["GET", "POST"])
@for_holders(Permission.PAPER_WRITE)
@once
def template_new(request):
    """Put up a Word file, in the place of the one before."""
    sent = (request.POST, request.FILES) if request.method == "POST" else ()
    form = TemplateForm(*sent, user=request.user)
    if form.is_valid():
        facts = dict(form.cleaned_data)
        file = facts.pop("file")
        try:
            row = templates.put_up(file, file.name, by=request.user, **facts)
        except BadTemplate as reason:
            for sentence in reason.sentences:
                form.add_error("file", sentence)
        except (NotYet, checks.BadFile) as reason:
            form.add_error("file", str(reason))
        else:
            messages.success(request, f"Mẫu “{row.name}” đã dùng được. Tải bản điền thử để xem lại.")
            return redirect("documents:template_list")
    return render(request, "documents/template_form.html", {"form": form, "fields": fields_table()})


@require_GET
def template_file(request, pk, variant):
    """The template as it came, or filled with sample values."""
    row = _of(request, pk)
    try:
        content = drawing.content_of(row)
        if variant == "thu":
            content = own_templates.try_out(content, kind=row.kind, form=row.form)
    except FileNotFoundError:
        raise Http404 from None
    except BadTemplate as reason:
        messages.error(request, str(reason))
        return redirect("documents:template_list")
    name = f"dien-thu-{row.name}" if variant == "thu" else row.name
    return _handed(content, name)


@require_GET
@for_holders(Permission.PAPER_WRITE)
def template_starter(request, form):
    """A Word file to begin a template with: our own layout, a field in each place."""
    content = own_templates.starter(form, timezone.localdate())
    return _handed(content, f"mau-khoi-dau-{slug(Form(form).label)}.docx")


@require_POST
@once
def template_take_out(request, pk):
    """No paper is written by it any more."""
    row = _of(request, pk)
    if not can(request.user, Permission.PAPER_WRITE, row.unit):
        raise PermissionDenied(NOT_GIVEN)
    try:
        templates.take_out(row, by=request.user)
    except NotYet as reason:
        messages.error(request, str(reason))
    else:
        messages.success(request, "Đã thôi dùng mẫu. Từ nay văn bản loại này lấy theo mẫu của Khéo.")
    return redirect("documents:template_list")


@require_GET
@for_holders(Permission.PAPER_WRITE)
def style_list(request):
    """The units in which this person keeps papers, each with the head of its papers."""
    return render(request, "documents/style_list.html", {"rows": queries.styled(queries.offices(request.user))})


@require_http_methods(["GET", "POST"])
@once
def style_edit(request, pk):
    """How one unit heads, signs and spells its papers."""
    unit = get_object_or_404(Unit.objects.filter(units_where(request.user, Permission.PAPER_WRITE, "")), pk=pk)
    data = request.POST if request.method == "POST" else None
    initial = {"form": queries.usual_form(unit), "spelling": queries.spelling_of(unit)}
    form = StyleForm(data, initial=initial)
    said = {head.form: head for head in PaperHead.objects.filter(unit=unit)}
    heads = {one: HeadForm(data, prefix=one, usual=queries.usual_head(unit, one), said=said.get(one)) for one in Form}
    if all([form.is_valid(), *(head.is_valid() for head in heads.values())]):
        facts = {one: head.cleaned_data for one, head in heads.items()}
        styles.write(unit, heads=facts, by=request.user, **form.cleaned_data)
        messages.success(request, "Đã lưu. Văn bản soạn từ nay theo thể thức này; dự thảo đã có giữ như cũ.")
        return redirect("documents:style_list")
    context = {
        "form": form, "heads": [(one.label, head) for one, head in heads.items()],
        "heading": f"Thể thức văn bản: {unit.title}",
    }  # fmt: skip
    return render(request, "documents/style_form.html", context)


def _handed(content: bytes, name: str) -> FileResponse:
    return locked_down(FileResponse(BytesIO(content), as_attachment=True, filename=name, content_type=DOCX))


def fields_table():
    """The fields of a template, for its page."""
    rows = [(field.meaning, name, written(name)) for name, field in own_templates.FIELDS.items()]
    return table("Các trường dùng được trong mẫu", ("Nội dung", "Tên trường", "Cách viết trong tệp Word"), rows)


def _of(request, pk) -> PaperTemplate:
    return get_object_or_404(PaperTemplate.objects.visible_to(request.user).select_related("unit"), pk=pk)
