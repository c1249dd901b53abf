"""A hit is counted: at once, once, and before the answer. Nobody acts here, so there is no `by` and no event.

This is the shortest path of the whole server: one statement, no ORM.
"""

import time
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache

from django.db import connections
from django.utils import timezone

from kheo.core.callers import network_of
from kheo.visits import rules, visitors, writer
from kheo.visits.models import READERS, Who
from kheo.visits.router import ALIAS, renew

# One statement is one transaction, one call and (on PostgreSQL) one trip to the server.
COUNT = (
    "INSERT INTO visits_hit (day, half, network, visitor, key, section, who, at, rolled) "
    "SELECT %s, %s, %s, %s, %s, %s, %s, %s, %s "
    "WHERE (SELECT COUNT(*) FROM visits_hit WHERE day = %s AND half = %s AND network = %s) < %s ON CONFLICT DO NOTHING"
)
COUNT_HERE = COUNT.replace("%s", "?")
# PostgreSQL lets a network's hits in one after another; SQLite has one writer at a time anyway.
IN_TURN = "SELECT pg_advisory_xact_lock(%s); "
CAME_BACK = (
    "SELECT 1 FROM visits_hit WHERE day = %s AND half = %s AND network = %s AND visitor = %s AND key = %s "
    "AND NOT EXISTS (SELECT 1 FROM visits_presence WHERE visitor = %s AND at > %s)"
)
BACK = (
    "INSERT INTO visits_presence (visitor, network, who, at) VALUES (%s, %s, %s, %s) "
    "ON CONFLICT (visitor) DO UPDATE SET who = excluded.who, at = excluded.at"
)
# Nobody leaves twice: what was seen of a visitor under yesterday's hash ends where today's begins.
LEAVE = "UPDATE visits_hit SET at = 0 WHERE day = %s AND half = 47 AND network = %s AND visitor = %s"
FORGET = "DELETE FROM visits_presence WHERE visitor = %s"


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
    salt, names, agent = visitors.salt_of(day), _names(caller), caller.agent[: rules.AGENT_LIMIT]
    network, visitor = visitors.hash_of(salt, *names), visitors.hash_of(salt, *names, agent)
    crowd = (day, half, network)
    if _insert((*crowd, visitor, key, section, caller.who, second, False, *crowd, rules.PER_NETWORK)):
        if second - midnight < rules.SEAM:
            _leave_yesterday(day, names, agent)
        return True
    if caller.who in READERS:
        _come_back((*crowd, visitor, key), caller.who, second)
    return False


def _insert(values: tuple) -> bool:
    connection = connections[ALIAS]
    if connection.vendor == "sqlite" and not connection.in_atomic_block:
        return writer.execute(COUNT_HERE, values) == 1
    renew(ALIAS)
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(IN_TURN + COUNT, (values[2], *values))
            cursor.nextset()
        else:
            cursor.execute(COUNT, values)
        return cursor.rowcount == 1


def _come_back(view: tuple, who: Who, second: int) -> None:
    """A repeat says that its visitor is here. Asked first, which locks nothing: a flood of repeats writes nothing."""
    *_, network, visitor, _ = view
    with connections[ALIAS].cursor() as cursor:
        cursor.execute(CAME_BACK, (*view, visitor, second - rules.STEP))
        if cursor.fetchone():
            cursor.execute(BACK, (visitor, network, who, second))


@lru_cache(maxsize=64)
def _place(slot: int) -> tuple[date, int, int]:
    """The day and half-hour, Vietnamese time, of half-hours since 1970; and the second at which that day began."""
    moment = datetime.fromtimestamp(slot * rules.HALF_HOUR, UTC).astimezone(timezone.get_default_timezone())
    half = moment.hour * 2 + moment.minute // 30
    return moment.date(), half, (slot - half) * rules.HALF_HOUR


def _names(caller: Caller) -> tuple[str, ...]:
    network = network_of(caller.address)
    return (network,) if caller.who in READERS else (network, f"apart {caller.who}")


def _leave_yesterday(day: date, names: tuple[str, ...], agent: str) -> None:
    """Soon after midnight a visitor has a new hash: the one of yesterday is no second person who is here."""
    before = day - timedelta(days=1)
    salt = visitors.earlier_salt(before)
    if salt:
        visitor = visitors.hash_of(salt, *names, agent)
        with connections[ALIAS].cursor() as cursor:
            cursor.execute(LEAVE, (before, visitors.hash_of(salt, *names), visitor))
            cursor.execute(FORGET, (visitor,))
