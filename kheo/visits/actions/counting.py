"""A hit is counted: at once, once, and before the answer. Nobody acts here, so there is no `by` and no event.

This is the shortest path of the whole server: three statements in one transaction, no ORM.
"""

import time
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache

from django.db import connections, transaction
from django.utils import timezone

from kheo.core.callers import network_of
from kheo.visits import rules, visitors
from kheo.visits.models import READERS, Who
from kheo.visits.router import ALIAS

ADD = (
    "INSERT INTO visits_hit (day, half, visitor, key, section, who, rolled) VALUES (%s, %s, %s, %s, %s, %s, %s) "
    "ON CONFLICT DO NOTHING"
)
TAKE = (
    'INSERT INTO visits_allowance ("window", network, taken) VALUES (%s, %s, 1) ON CONFLICT ("window", network) '
    "DO UPDATE SET taken = visits_allowance.taken + 1 WHERE visits_allowance.taken < %s"
)
APPEAR = (
    "INSERT INTO visits_presence (visitor, network, who, seen) VALUES (%s, %s, %s, %s) "
    "ON CONFLICT (visitor) DO UPDATE SET who = excluded.who, seen = excluded.seen"
)
STAY = "UPDATE visits_presence SET seen = %s, who = %s WHERE visitor = %s AND seen < %s"
LEAVE = "DELETE FROM visits_presence WHERE visitor = %s"


@dataclass(frozen=True)
class Caller:
    """What the counter learns of somebody, and forgets at once."""

    address: str
    agent: str
    who: Who


def count(key: str, section: str, caller: Caller, *, at: float | None = None) -> bool:
    """Count a view of a published page at a moment (seconds since 1970). False: a repeat, or beyond the allowance.

    True is said only once the hit is committed.
    """
    second = int(time.time() if at is None else at)
    day, half, midnight = _place(second // rules.HALF_HOUR)
    salt, names = visitors.salt_of(day), _names(caller)
    visitor, crowd = visitors.hash_of(salt, *names, caller.agent[: rules.AGENT_LIMIT]), visitors.hash_of(salt, *names)
    with transaction.atomic(using=ALIAS), connections[ALIAS].cursor() as cursor:
        cursor.execute(ADD, (day, half, visitor, key, section, caller.who, False))
        if not cursor.rowcount:
            cursor.execute(STAY, (second, caller.who, visitor, second - rules.STEP))
            return False
        cursor.execute(TAKE, (second // rules.WINDOW, crowd, rules.PER_NETWORK))
        if not cursor.rowcount:
            transaction.set_rollback(True, using=ALIAS)
            return False
        if caller.who in READERS:
            cursor.execute(APPEAR, (visitor, crowd, caller.who, second))
            if second - midnight < rules.SEAM:
                _leave_yesterday(cursor, day, names, caller.agent)
    return True


@lru_cache(maxsize=64)
def _place(slot: int) -> tuple[date, int, int]:
    """The day and half-hour, Vietnamese time, of half-hours since 1970; and the second at which that day began."""
    moment = datetime.fromtimestamp(slot * rules.HALF_HOUR, UTC).astimezone(timezone.get_default_timezone())
    half = moment.hour * 2 + moment.minute // 30
    return moment.date(), half, (slot - half) * rules.HALF_HOUR


def _names(caller: Caller) -> tuple[str, ...]:
    network = network_of(caller.address)
    return (network,) if caller.who in READERS else (network, f"apart {caller.who}")


def _leave_yesterday(cursor, day: date, names: tuple[str, ...], agent: str) -> None:
    """Soon after midnight a visitor has a new hash: the one of yesterday is no second person who is here."""
    salt = visitors.earlier_salt(day - timedelta(days=1))
    if salt:
        cursor.execute(LEAVE, (visitors.hash_of(salt, *names, agent[: rules.AGENT_LIMIT]),))
