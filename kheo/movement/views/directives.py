"""Files of a directive, added and taken away on its settings page."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_POST

from kheo.accounts.doors import for_holders
from kheo.accounts.permissions import Permission
from kheo.accounts.receipts import once
from kheo.core import filechecks as checks
from kheo.movement.actions import directives
from kheo.movement.forms.campaigns import DirectiveFileForm
from kheo.movement.lifecycle.move import NotYet
from kheo.movement.models import Directive, DirectiveFile


@require_POST
@for_holders(Permission.CAMPAIGN_CHANGE)
@once
def file_add(request, pk):
    row = get_object_or_404(Directive, pk=pk)
    form = DirectiveFileForm(request.POST, request.FILES)
    if not form.is_valid():
        messages.error(request, "Chưa chọn tệp.")
        return redirect("movement:directive_edit", pk)
    file = form.cleaned_data["file"]
    try:
        directives.add_file(row, file, file.name, by=request.user)
    except (checks.BadFile, NotYet) as reason:
        messages.error(request, str(reason))
    else:
        messages.success(request, "Đã thêm tệp.")
    return redirect("movement:directive_edit", pk)


@require_POST
@for_holders(Permission.CAMPAIGN_CHANGE)
@once
def file_remove(request, pk, file):
    directives.remove_file(get_object_or_404(DirectiveFile, pk=file, directive=pk), by=request.user)
    messages.success(request, "Đã bỏ tệp.")
    return redirect("movement:directive_edit", pk)
