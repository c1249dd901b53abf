"""Photos of a story: kept, told of, added, taken away; and made photos of the portal when the story is taken up."""

from collections.abc import Iterable, Sequence
from functools import partial
from uuid import uuid4

from django.core.exceptions import PermissionDenied
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import transaction
from django.db.models import Max

from kheo.audit.models import record
from kheo.movement.lifecycle.move import NotYet
from kheo.portal.actions.arrivals import Ready
from kheo.portal.lifecycle.story import StoryStage
from kheo.portal.models import MOST_PHOTOS, Photo, Story, StoryPhoto
from kheo.portal.newsroom import may_enter

FACTS = ("caption", "description", "credit", "shows_person", "consented", "shows_child")


def stored(photos: Sequence[Ready], *, first: int = 1) -> list[StoryPhoto]:
    """Rows for these photos, their files written; they belong to no story yet. `drop` them where none comes of it."""
    rows = []
    for place, photo in enumerate(photos, first):
        row = StoryPhoto(place=place, sha256=photo.sha256)
        name = f"{uuid4().hex}.jpg"
        row.file.save(name, ContentFile(photo.clean), save=False)
        row.thumb.save(name, ContentFile(photo.thumb), save=False)
        rows.append(row)
    return rows


def drop(rows: Iterable[StoryPhoto]) -> None:
    """Delete the files of rows that are not kept."""
    for row in rows:
        for name in filter(None, (row.file.name, row.thumb.name)):
            default_storage.delete(name)


def add(story: Story, photos: Sequence[Ready], *, by) -> int:
    """Add photos to a story; returns how many were new."""
    last = story.photos.aggregate(last=Max("place"))["last"] or 0
    rows = stored(photos, first=last + 1)
    kept: list[StoryPhoto] = []
    try:
        with transaction.atomic():
            story = _held(story, by)
            known = set(story.photos.values_list("sha256", flat=True))
            kept = [row for row in rows if row.sha256 not in known][: MOST_PHOTOS - len(known)]
            _put(story, kept)
            if kept:
                record("story.add_photos", story, by=by, photo_count=len(kept))
    except BaseException:
        drop(rows)
        raise
    drop(row for row in rows if row not in kept)
    return len(kept)


def _put(story: Story, rows: list[StoryPhoto]) -> None:
    last = story.photos.aggregate(last=Max("place"))["last"] or 0
    for place, row in enumerate(rows, last + 1):
        row.story, row.place = story, place
        row.save()


@transaction.atomic
def describe(story: Story, facts: dict[int, dict], *, by) -> Story:
    """Put what is said of photos (by the key of each): caption, description, who took it, the three answers."""
    story = _held(story, by)
    changed = 0
    for photo in story.photos.filter(pk__in=facts):
        said = {name: facts[photo.pk][name] for name in FACTS}
        if any(getattr(photo, name) != value for name, value in said.items()):
            for name, value in said.items():
                setattr(photo, name, value)
            photo.save()
            changed += 1
    if changed:
        record("story.describe", story, by=by, photo_count=changed)
    return story


@transaction.atomic
def remove(photo: StoryPhoto, *, by) -> None:
    """Take a photo out of a story, files and all; the story's text shows it no more."""
    story = _held(photo.story, by)
    story.body = [
        block for block in story.body if block["type"] != "photo" or block["value"]["photo"] != photo.place
    ]  # fmt: skip
    story.save(update_fields=["body"])
    photo.delete()
    record("story.remove_photo", story, by=by)
    transaction.on_commit(partial(drop, [photo]))


def publishable(row: StoryPhoto, story: Story, *, by) -> Photo:
    """The portal's own photo made of this one, with what is known of it."""
    photo = Photo(
        title=(row.caption or f"{story.title}, ảnh {row.place}")[:255], description=row.description, credit=row.credit,
        shows_person=row.shows_person, consented=row.consented, shows_child=row.shows_child, uploaded_by_user=by,
    )  # fmt: skip
    with row.file.open("rb") as file:
        photo.put(file.read(), save=False)
    photo.save()
    row.photo = photo
    row.save(update_fields=["photo"])
    return photo


def may_change(story: Story, user) -> bool:
    """The sender until somebody takes it up, the newsroom until a page is made of it."""
    if story.sender_id == user.pk and story.stage == StoryStage.SENT:
        return True
    return story.stage in (StoryStage.SENT, StoryStage.TAKEN) and not story.page_id and may_enter(user)


def _held(story: Story, by) -> Story:
    held = Story.objects.select_for_update(of=("self",)).get(pk=story.pk)
    if held.sender_id != by.pk and not may_enter(by):
        raise PermissionDenied("Tin bài này của người khác.")
    if not may_change(held, by):
        raise NotYet("Ban biên tập đã nhận tin bài này; ảnh được sửa ở trang biên tập.")
    return held
