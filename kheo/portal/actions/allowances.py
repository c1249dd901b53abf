"""How much one network may send within an hour of the clock. No address is kept: a hash under the day's own key is.

The key of a day is the counter's (`kheo.visits`), deleted once the day is over: then nobody can tell who was who.
"""

from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from kheo.portal.models import Allowance
from kheo.visits import visitors

KEPT = timedelta(days=1)

# By act: how often within an hour. Wide enough for an office, a school, a village behind one line.
LETTERS = 10
LOOKUPS = 30
PHOTOS = 30  # tries with photos: looking into a file costs time
WORDS = 30  # about one exemplar


class Flooded(Exception):
    """This network has done it as often as it may for now."""


@transaction.atomic
def use(act: str, network: str, *, most: int, at: datetime | None = None) -> None:
    """Count one act of a network in this hour; raises `Flooded` beyond `most`, and then counts nothing."""
    at = at or timezone.now()
    hour = at.replace(minute=0, second=0, microsecond=0)
    key = visitors.hash_of(visitors.salt_of(timezone.localdate(at)), "cong", act, network)
    Allowance.objects.get_or_create(hour=hour, act=act, network=key)
    if not Allowance.objects.filter(hour=hour, act=act, network=key, used__lt=most).update(used=F("used") + 1):
        raise Flooded


def forget(*, at: datetime | None = None) -> int:
    """Drop what is over; how many rows went."""
    gone, _ = Allowance.objects.filter(hour__lt=(at or timezone.now()) - KEPT).delete()
    return gone
