"""Puts a page into the newsroom as its people would: an editor writes it, a head approves it, on days in the past."""

from datetime import datetime, timedelta
from html import escape

from wagtail.models import Page, PageLogEntry, Revision, TaskState, WorkflowState
from wagtail.rich_text import RichText

from kheo.accounts.models import User
from kheo.demo.news.model import Head, Part, Points, Said, Shot
from kheo.portal.models import Photo, PublicPage

WRITTEN, SENT = timedelta(hours=5), timedelta(hours=1)  # before it was approved


def put(page: PublicPage, parent: Page, at: datetime, *, editor: User, head: User) -> PublicPage:
    """Add a page below `parent`, sent for approval by the editor and approved by the head at a moment."""
    page.owner, page.live = editor, False
    Page.objects.get(pk=parent.pk).specific.add_child(instance=page)
    page.save_revision(user=editor)
    page.get_workflow().start(page, editor).current_task_state.approve(user=head)
    _backdate(page, at)
    return page


def rewrite(page: PublicPage, at: datetime, *, editor: User, head: User) -> None:
    """Publish new contents of a page that is there: the standing ones that the portal begins with."""
    page.save_revision(user=editor).publish(user=head)
    _backdate(page, at)


def _backdate(page: PublicPage, at: datetime) -> None:
    """Let the history of a page say the days its story says, not the minute the demo was built."""
    key = str(page.pk)
    Revision.objects.filter(object_id=key, base_content_type__model="page").update(created_at=at - WRITTEN)
    WorkflowState.objects.filter(object_id=key, base_content_type__model="page").update(created_at=at - SENT)
    TaskState.objects.filter(workflow_state__object_id=key).update(started_at=at - SENT, finished_at=at)
    PageLogEntry.objects.filter(page=page.pk).update(timestamp=at)
    PageLogEntry.objects.filter(page=page.pk, action="wagtail.create").update(timestamp=at - WRITTEN)
    PageLogEntry.objects.filter(page=page.pk, action="wagtail.workflow.start").update(timestamp=at - SENT)
    Page.objects.filter(pk=page.pk).update(
        first_published_at=at, last_published_at=at, latest_revision_created_at=at - WRITTEN
    )


def body_of(parts: tuple[Part, ...], photos: dict[str, Photo]) -> list[tuple]:
    """A body's blocks; running text between two other blocks is one block."""
    blocks: list[tuple] = []
    html: list[str] = []
    for part in parts:
        if isinstance(part, Said | Shot):
            blocks += _text(html)
            html = []
            blocks.append(_apart(part, photos))
        else:
            html.append(_html(part))
    return blocks + _text(html)


def _apart(part: Said | Shot, photos: dict[str, Photo]) -> tuple:
    if isinstance(part, Said):
        return "quote", {"words": part.words, "who": part.who}
    return "photo", {"photo": photos[part.scene], "caption": part.caption}


def _text(html: list[str]) -> list[tuple]:
    return [("text", RichText("".join(html)))] if html else []


def _html(part: str | Head | Points) -> str:
    if isinstance(part, Head):
        return f"<h2>{_safe(part.text)}</h2>"
    if isinstance(part, Points):
        kind = "ol" if part.numbered else "ul"
        return f"<{kind}>{''.join(f'<li>{_safe(point)}</li>' for point in part.points)}</{kind}>"
    if part.startswith("**"):  # a question of an interview
        return f"<p><b>{_safe(part.strip('*'))}</b></p>"
    return f"<p>{_safe(part)}</p>"


def _safe(text: str) -> str:
    return escape(text, quote=False)
