"""Approving at the desk: what stands on the screen is what is approved, and what is unfit is not."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from wagtail.models import Page

from kheo.portal.models import PublicPage

APPROVE = "approve"
FIELDS = ("action-workflow-action", "workflow-action-name")
AGAIN = "Điều vừa sửa đã được lưu; chữa xong thì bấm “Duyệt” lần nữa."


def unfit(page: Page) -> list[str]:
    """What stands in the way of publishing the newest version of a page, in words of what to do."""
    newest = page.get_latest_revision_as_object()
    return newest.why_not_public() if isinstance(newest, PublicPage) else []


def only_save_what_is_unfit(request: HttpRequest, page: Page) -> None:
    """An approval of what is unfit becomes a plain save, so that nothing typed is lost, and says why."""
    if not _approves(request) or not (reasons := unfit(page)):
        return
    request.POST = request.POST.copy()
    for field in FIELDS:
        request.POST.pop(field, None)
    for reason in [*reasons, AGAIN]:
        messages.error(request, f"Chưa duyệt được. {reason}" if reason != AGAIN else reason)


def approve_what_was_seen(request: HttpRequest, page: Page) -> None:
    """An approval given in the form holds for what the form shows, changes of the approver's own among it.

    Wagtail asks for the same approval anew where a version came after the one that was sent. Here the form of an older
    version is refused, so whoever approves in it has the newest before them.
    """
    state = page.current_workflow_task_state
    if not _approves(request) or state is None:
        return
    task = state.task.specific
    if any(name == APPROVE for name, _, _ in task.get_actions(page, request.user)):
        task.on_action(state, request.user, APPROVE)


def refused(request: HttpRequest, kwargs: dict) -> HttpResponse | None:
    """The answer to an approval outside the form (from a preview) of what is unfit; nothing where it may go on."""
    page = Page.objects.filter(pk=kwargs["page_id"]).first() if kwargs.get("action_name") == APPROVE else None
    if page is None or not (reasons := unfit(page)):
        return None
    for reason in reasons:
        messages.error(request, f"Chưa duyệt được. {reason}")
    return redirect("wagtailadmin_pages:edit", page.pk)


def _approves(request: HttpRequest) -> bool:
    return request.method == "POST" and request.POST.get("workflow-action-name") == APPROVE
