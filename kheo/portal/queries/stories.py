"""Reads of stories: one's own with their views, the newsroom's desk, and one story whole."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import QuerySet

from kheo.portal.lifecycle.story import StoryStage
from kheo.portal.models import Story
from kheo.portal.newsroom import may_enter
from kheo.portal.queries.news import count_key
from kheo.visits.queries import views_of

# Parts of the desk: (in the address, on the tab, which stories).
PARTS = (
    ("cho", "Chờ nhận", {"stage": StoryStage.SENT}),
    ("dang", "Đang biên tập", {"stage": StoryStage.TAKEN}),
    ("da-dang", "Đã đăng", {"page__live": True}),
    ("khong-dung", "Không dùng", {"stage": StoryStage.DECLINED}),
)


@dataclass(frozen=True)
class Line:
    """A story in a list. `address` and `views` once it is published."""

    story: Story
    standing: str
    address: str
    views: int | None
    photos: int


def mine(user) -> QuerySet:
    """One's own, the newest first."""
    return _told(Story.objects.filter(sender=user))


def at_desk(user, part: str) -> QuerySet:
    """What the newsroom finds in a part of its desk; what has waited longest stands first."""
    rows = _told(Story.objects.visible_to(user).filter(**_facts(part)))
    if part == "dang":
        rows = rows.exclude(page__live=True)
    return rows.order_by("sent_at", "pk") if part == "cho" else rows.order_by("-stage_since", "-pk")


def lines(rows: Iterable[Story]) -> list[Line]:
    """Rows as a list shows them; their views are asked for at once."""
    rows = list(rows)
    views = views_of([count_key(row.page) for row in rows if row.is_published])
    return [_line(row, views) for row in rows]


def line(story: Story) -> Line:
    return lines([story])[0]


def waiting_count(user) -> int | None:
    """How many stories wait for the newsroom; for its rail."""
    return Story.objects.waiting().count() if may_enter(user) else None


def _told(rows: QuerySet) -> QuerySet:
    return rows.select_related("page", "sender", "unit", "place").prefetch_related("photos")


def _facts(part: str) -> dict:
    return next(facts for name, _, facts in PARTS if name == part)


def _line(story: Story, views: dict[str, int]) -> Line:
    live = story.is_published
    return Line(
        story=story,
        standing=story.standing,
        address=story.page.address if live else "",
        views=views.get(count_key(story.page), 0) if live else None,
        photos=len(story.photos.all()),
    )
