"""What has had its time goes: notices, and letters that were sent or cancelled long ago."""

from datetime import datetime, timedelta

from django.db import transaction
from django.utils import timezone

from kheo.audit.models import Event, record
from kheo.notices.lifecycle import DispatchStage
from kheo.notices.models import Dispatch, Notice

READ_DAYS = 90  # after it was read
UNREAD_DAYS = 365  # after it came, read or not
LETTER_DAYS = 3 * 365  # after it was sent or cancelled; the trail keeps that it was
AT_ONCE = 1000

ERASED = "(đã xóa theo yêu cầu)"


def sweep(*, at: datetime | None = None) -> tuple[int, int]:
    """Delete what is over its term; returns how many notices and letters went."""
    at = at or timezone.now()
    read = Notice.objects.filter(read_at__lt=at - timedelta(days=READ_DAYS))
    old = Notice.objects.filter(at__lt=at - timedelta(days=UNREAD_DAYS))
    ended = Dispatch.objects.exclude(stage=DispatchStage.WAITING)
    letters = list(ended.filter(stage_since__lt=at - timedelta(days=LETTER_DAYS)).order_by("pk"))
    for letter in letters:
        _sweep_one(letter)
    return _delete(read) + _delete(old), len(letters)


def _delete(rows) -> int:
    """A thousand at a time, each in a transaction of its own: nobody waits long for the sweeper."""
    gone = 0
    while keys := list(rows.values_list("pk", flat=True)[:AT_ONCE]):
        with transaction.atomic():
            Notice.objects.filter(pk__in=keys).delete()
        gone += len(keys)
    return gone


@transaction.atomic
def _sweep_one(letter: Dispatch) -> None:
    record("dispatch.sweep", letter, by=None)
    letter.delete()


def hear(event: Event, subject) -> None:
    """Personal values of `subject` are erased from the trail: what was told of it, or to it, goes too.

    A letter that waits stays: its sender reads it before it goes, and whoever erases may have it cancelled.
    """
    if event.verb != "audit.erase_personal":
        return
    kind = subject._meta.label_lower
    Notice.objects.filter(about_kind=kind, about_pk=subject.pk).delete()
    if kind == "accounts.user":
        Notice.objects.filter(user=subject).delete()
    ended = Dispatch.objects.filter(about_kind=kind, about_pk=subject.pk).exclude(stage=DispatchStage.WAITING)
    ended.update(subject=ERASED, text="", about_name=ERASED)
