"""The editor's desk in the working app: stories that wait, taking one up, declining one."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_POST

from kheo.accounts.receipts import once
from kheo.core.pages import page_of
from kheo.movement.lifecycle.move import NotYet
from kheo.movement.views.telling import reason_of
from kheo.portal.actions import stories
from kheo.portal.forms.stories import TakeForm
from kheo.portal.models import Story
from kheo.portal.newsroom import require_entry
from kheo.portal.queries import stories as reads

PAGE = 25


@require_GET
def desk(request):
    """What the newsroom was sent, part by part."""
    require_entry(request.user)
    names = [name for name, _, _ in reads.PARTS]
    part = request.GET.get("xem") if request.GET.get("xem") in names else names[0]
    page = page_of(reads.at_desk(request.user, part), request.GET.get("trang"), size=PAGE, query=request.GET)
    here = reverse("stories:desk")
    context = {
        "page": page, "lines": reads.lines(page.rows), "part": part, "heading": "Tin bài gửi đến",
        "tabs": [(label, f"{here}?xem={name}", None, name == part) for name, label, _ in reads.PARTS],
    }  # fmt: skip
    return render(request, "portal/story_desk.html", context)


@require_POST
@once
def story_take(request, pk):
    """Make a draft of it and go on in the newsroom."""
    require_entry(request.user)
    kept = get_object_or_404(Story.objects.visible_to(request.user), pk=pk)
    form = TakeForm(request.POST)
    if not form.is_valid():
        messages.error(request, "Chưa chọn chuyên mục.")
        return redirect(kept)
    try:
        page = stories.take(kept, form.cleaned_data["section"], by=request.user)
    except NotYet as reason:
        messages.error(request, str(reason))
        return redirect(kept)
    return redirect("wagtailadmin_pages:edit", page.pk)


@require_POST
@once
def story_decline(request, pk):
    require_entry(request.user)
    kept = get_object_or_404(Story.objects.visible_to(request.user), pk=pk)
    try:
        stories.decline(kept, by=request.user, note=reason_of(request))
    except NotYet as reason:
        messages.error(request, str(reason))
    else:
        messages.success(request, "Đã ghi không dùng; người gửi đọc được lý do.")
    return redirect(kept)
