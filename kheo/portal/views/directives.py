"""Public directives: the list, one of them, its files."""

from django.contrib.auth.decorators import login_not_required
from django.http import FileResponse, Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from kheo.core.pages import page_of
from kheo.core.serving import locked_down
from kheo.movement.models import Directive, DirectiveFile
from kheo.portal.addresses import directive_url
from kheo.portal.forms.directives import DirectiveFilters
from kheo.portal.queries import directives as papers


@login_not_required
@require_safe
def directives(request):
    form = DirectiveFilters(request.GET)
    today = timezone.localdate()
    rows = papers.directives(form.chosen, on=today)
    page = page_of(rows, request.GET.get("trang"), size=papers.PAGE, query=request.GET)
    context = {
        "form": form,
        "page": page,
        "rows": [(row, directive_url(row), row.is_in_force(on=today)) for row in page.rows],
        "active": len(form.chosen),
        "count_key": "trang:van-ban",
    }
    return render(request, "portal/directives.html", context)


@login_not_required
@require_safe
def directive(request, address, pk):
    """One directive; an old or shortened address leads to the one of today."""
    row = get_object_or_404(Directive.objects.public().select_related("replaced_by"), pk=pk)
    if request.path != directive_url(row):
        return redirect(directive_url(row), permanent=True)
    told = papers.told(row, on=timezone.localdate())
    context = {
        "told": told,
        "replaced_by": (told.replaced_by, directive_url(told.replaced_by)) if told.replaced_by else None,
        "replaces": [(each, directive_url(each)) for each in told.replaces],
        "count_key": f"van-ban:{row.pk}",
    }
    return render(request, "portal/directive.html", context)


@login_not_required
@require_safe
def directive_file(request, pk):
    """A file of a public directive, as a download."""
    row = get_object_or_404(DirectiveFile, pk=pk, directive__is_public=True)
    try:
        file = row.file.open("rb")
    except FileNotFoundError:
        raise Http404 from None
    answer = FileResponse(file, as_attachment=True, filename=row.name, content_type=row.content_type)
    return locked_down(answer, public=True)
