"""The honours day of a decision: planned once, its papers drawn from the list."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction

from kheo.accounts.access import require
from kheo.accounts.move import NotYet
from kheo.accounts.permissions import Permission
from kheo.appraisal.lifecycle.batch import BatchStage
from kheo.appraisal.models import DecisionBatch, HonoursDay
from kheo.audit.models import record


@transaction.atomic
def plan(
    batch: DecisionBatch, *, by, title: str, starts_at: datetime, where: str, order: Sequence[int], host: str = "",
    giver: str = "", per_turn: int = 10, guests: str = "",
) -> HonoursDay:  # fmt: skip
    """Say when, where and in which order; what was said before is replaced. Raises `NotYet` before the decision."""
    batch = DecisionBatch.objects.select_for_update(of=("self",), no_key=True).select_related("unit").get(pk=batch.pk)
    require(by, Permission.CERTIFICATE_PRINT, batch.unit)
    if batch.stage != BatchStage.DECIDED:
        raise NotYet("Chưa có quyết định nên chưa lập được ngày tôn vinh.")
    day = HonoursDay.objects.filter(batch=batch).first() or HonoursDay(batch=batch)
    day.title, day.starts_at, day.where = title.strip(), starts_at, where.strip()
    day.host, day.giver, day.per_turn, day.guests = host.strip(), giver.strip(), per_turn, guests.strip()
    day.order = list(order)
    day.save()
    # Guests are persons: the trail keeps how many, not who.
    record("honoursday.plan", day, by=by, starts_at=starts_at.isoformat(), guests=len(day.guests.splitlines()))
    return day
