"""The next moment at which a public page changes by the clock alone."""

from datetime import datetime, timedelta

from django.db.models import Min
from django.utils import timezone
from wagtail.models import Page

from kheo.core.pagecache import KeptOfGeneration
from kheo.polls.queries import next_turn as poll_turns
from kheo.portal.models import EventPage


def next_turn(at: datetime) -> datetime:
    """Midnight in Việt Nam, the end of an event, the turn of a poll or of a scheduled page: whichever comes first."""
    return TURN.get(valid=lambda turn: turn > at)


def _next_turn() -> datetime:
    at = timezone.now()
    midnight = timezone.localtime(at).replace(hour=0, minute=0, second=0, microsecond=0) + timedelta(days=1)
    events = EventPage.objects.live().filter(ends_at__gt=at).aggregate(first=Min("ends_at"))["first"]
    begins = EventPage.objects.live().filter(ends_at=None, starts_at__gt=at).aggregate(first=Min("starts_at"))["first"]
    leaves = Page.objects.live().filter(expire_at__gt=at).aggregate(first=Min("expire_at"))["first"]
    return min(filter(None, [midnight, events, begins, leaves, poll_turns(at)]))


TURN = KeptOfGeneration(_next_turn)
