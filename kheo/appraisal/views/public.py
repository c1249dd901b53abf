"""What anyone opens: files shown for comment now, one of them, and a comment on it without an account."""

from datetime import timedelta

from django.contrib.auth.decorators import login_not_required
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from kheo.appraisal.actions import comments
from kheo.appraisal.forms.files import CommentForm
from kheo.appraisal.queries import public as queries
from kheo.core import pagecache
from kheo.core.callers import address_of, network_of
from kheo.core.pages import PARAMETER, page_of
from kheo.movement.lifecycle.move import NotYet

NOT_TAKEN = 422  # the form comes back with its sentence
PAGE = 30


@login_not_required
@require_safe
def shown_list(request):
    """All that is shown for comment today, until when."""
    page = page_of(queries.shown(on=timezone.localdate()), request.GET.get(PARAMETER), size=PAGE, query=request.GET)
    context = {"page": page, "lines": queries.lines(page.rows), "heading": "Công khai lấy ý kiến"}
    response = render(request, "appraisal/public_list.html", context)
    return response if request.user.is_authenticated else pagecache.keep(response, until=_midnight())


@login_not_required
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def shown_file(request, pk):
    """One file with its form. What is over is no longer here."""
    file = get_object_or_404(queries.shown(on=timezone.localdate()), pk=pk)
    form = CommentForm(request.POST or None)
    if request.method == "POST" and form.is_valid() and _kept(request, form, file):
        return render(request, "appraisal/public_thanks.html", {"file": file, "heading": "Đã nhận ý kiến"})
    context = {"file": file, "page": queries.page_of_file(file), "form": form, "heading": file.exemplar.name}
    context["crumbs"] = [("Công khai lấy ý kiến", reverse("shown:list")), (file.exemplar.name, "")]
    return render(request, "appraisal/public_file.html", context, status=NOT_TAKEN if form.errors else 200)


def _kept(request, form, file) -> bool:
    try:
        comments.send(file, network=network_of(address_of(request)), **form.facts)
    except NotYet as reason:
        form.add_error(None, str(reason))
        return False
    return True


def _midnight():
    """Days are told on these pages, so they are drawn anew at midnight at the latest."""
    now = timezone.localtime()
    return now.replace(hour=0, minute=0, second=0, microsecond=0) + timedelta(days=1)
