"""Stories: sent to the newsroom, withdrawn, declined with a reason, taken up as the draft of an article."""

import json
from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from functools import partial

from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.utils import timezone

from kheo.accounts.permissions import WORDS, Permission
from kheo.accounts.roles import GRANTS
from kheo.audit.models import record
from kheo.movement.actions import moves
from kheo.movement.actions.moves import open_moves as _open_moves
from kheo.portal.actions import story_photos
from kheo.portal.actions.arrivals import Ready
from kheo.portal.lifecycle.story import STORY, STORY_MOVES, UNUSED
from kheo.portal.models import ArticlePage, SectionPage, Story
from kheo.portal.newsroom import may_enter, require_entry
from kheo.units.models import Unit

WITHDRAW = STORY_MOVES["withdraw"]
KEPT_DAYS = 180  # after a story was declined or withdrawn


def send(
    *, by, title: str, body: list[dict], byline: str, place: Unit | None = None, exemplars: Iterable = (),
    photos: Sequence[Ready] = (), mark: str = "",
) -> Story:  # fmt: skip
    """Send a story. A photo block of `body` names its photo by its place in `photos`, from 1.

    The same `mark` of the same sender sends once: the story of the first press is returned.
    """
    unit = unit_of(by)
    rows = story_photos.stored(photos)
    try:
        with transaction.atomic():
            story = Story.objects.create(
                sender=by, unit=unit, title=title, body=body, byline=byline or str(by), place=place, mark=mark
            )
            story.exemplars.set(exemplars)
            for row in rows:
                row.story = story
                row.save()
            record("story.send", story, by=by, photo_count=len(rows))
    except BaseException as problem:
        story_photos.drop(rows)
        if isinstance(problem, IntegrityError) and (first := sent_with(mark, by)):
            return first
        raise
    return story


def sent_with(mark: str, by) -> Story | None:
    """The story that a form with this mark has sent already."""
    return Story.objects.filter(sender=by, mark=mark).first() if mark else None


def unit_of(by) -> Unit:
    """The unit somebody sends from: the first in which they may. Raises `PermissionDenied`."""
    for held in by.held:
        if Permission.STORY_SEND in GRANTS[held.role]:
            return held.unit
    raise PermissionDenied(f"Đồng chí chưa được giao quyền “{WORDS[Permission.STORY_SEND]}”.")


def withdraw(story: Story, *, by) -> Story:
    """The sender takes it back before anybody takes it up; it stays theirs after their role has ended."""
    return moves.follow(story, WITHDRAW, by=by, also=lambda held: None)


def decline(story: Story, *, by, note: str) -> Story:
    """Not used, for a reason that the sender reads."""
    require_entry(by)

    def also(held: Story) -> None:
        held.reason = note.strip()

    return moves.make(story, STORY_MOVES["decline"], unit=_top(), by=by, note=note, also=also)


def take(story: Story, section: SectionPage, *, by) -> ArticlePage:
    """Make the draft of an article under `section` of it: text, photos with their answers, byline, sender, place."""
    require_entry(by)

    def also(held: Story) -> None:
        held.page = _draft(held, section, by)

    return moves.make(story, STORY_MOVES["take"], unit=_top(), by=by, also=also).page


def erase(*, at: datetime | None = None) -> int:
    """Delete stories that nobody will use once their time is over, with their photos; returns how many."""
    due = (at or timezone.now()) - timedelta(days=KEPT_DAYS)
    keys = list(Story.objects.filter(stage__in=UNUSED, stage_since__lt=due).values_list("pk", flat=True))
    return sum(_erase_one(key) for key in keys)


@transaction.atomic
def _erase_one(key: int) -> bool:
    story = Story.objects.select_for_update(of=("self",)).filter(pk=key, stage__in=UNUSED).first()
    if story is None:
        return False
    photos = list(story.photos.all())
    record("story.erase", story, by=None, photo_count=len(photos))
    story.delete()
    transaction.on_commit(partial(story_photos.drop, photos))
    return True


def open_moves(story: Story, user) -> dict[str, object]:
    """The buttons, by the name of the move."""
    unit = _top() if may_enter(user) else None
    desk = [move for move in _open_moves(story, STORY, user, unit) if move.name != WITHDRAW.name] if unit else []
    own = [WITHDRAW] if story.stage in WITHDRAW.sources else []
    return {move.name: move for move in (*desk, *own) if not move.obstacle(story, user)}


def _draft(story: Story, section: SectionPage, by) -> ArticlePage:
    photos = {row.place: (row, story_photos.publishable(row, story, by=by)) for row in story.photos.all()}
    main = _main(story, photos)
    page = ArticlePage(
        title=story.title, body=json.dumps(_body(story, photos, main), ensure_ascii=False), author=story.byline,
        sender_id=story.sender_id, place_id=story.place_id, live=False, owner=by,
        photo=photos[main][1] if main else None, photo_caption=photos[main][0].caption if main else "",
    )  # fmt: skip
    section.add_child(instance=page)
    page.exemplars.set(story.exemplars.all())
    page.save()
    page.save_revision(user=by, log_action=True)
    return page


def _main(story: Story, photos: dict) -> int | None:
    """The photo above the article: the first that stands nowhere in the text, else the first of all."""
    inside = {block["value"]["photo"] for block in story.body if block["type"] == "photo"}
    return next((place for place in photos if place not in inside), next(iter(photos), None))


def _body(story: Story, photos: dict, main: int | None) -> list[dict]:
    blocks, shown = [], {main}
    for block in story.body:
        if block["type"] != "photo":
            blocks.append(block)
        elif (place := block["value"]["photo"]) in photos and place not in shown:
            row, photo = photos[place]
            blocks.append(_photo_block(row, photo, block["value"].get("caption", "")))
            shown.add(place)
    rest = [pair for place, pair in photos.items() if place not in shown]
    return [*blocks, *(_photo_block(row, photo, "") for row, photo in rest)]


def _photo_block(row, photo, caption: str) -> dict:
    return {"type": "photo", "value": {"photo": photo.pk, "caption": row.caption or caption}}


def _top() -> Unit:
    return Unit.objects.filter(depth=1).order_by("path").first()
