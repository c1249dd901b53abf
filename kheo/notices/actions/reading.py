"""One's own notices are marked as read. Reading is no act on a record, so the trail is not told of it."""

from django.db import transaction
from django.utils import timezone

from kheo.notices.models import Notice


@transaction.atomic
def read(notice: Notice, *, by) -> Notice:
    """Mark one notice of one's own as read; the first time counts."""
    Notice.objects.visible_to(by).unread().filter(pk=notice.pk).update(read_at=timezone.now())
    return notice


@transaction.atomic
def read_all(*, by, up_to: int) -> int:
    """Mark one's own notices as read, up to the newest that stood on the page: one that came since stays unread."""
    return Notice.objects.visible_to(by).unread().filter(pk__lte=up_to).update(read_at=timezone.now())
