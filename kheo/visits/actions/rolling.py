"""Raw hits become sums, each exactly once; what has served is deleted. Nobody acts here: no `by` and no event."""

from collections import Counter
from collections.abc import Iterable
from datetime import date, datetime, timedelta

from django.db import connections, transaction
from django.utils import timezone

from kheo.visits import rules, visitors
from kheo.visits.models import READERS, Hit, Presence, Salt, Who
from kheo.visits.router import ALIAS

BATCH = 5_000  # hits a transaction: readers' beacons wait no longer than that takes
TURN = 7_201_953  # names the lock that lets roll-ups on PostgreSQL in one after another
# What is rolled up is at least as old as who is here, so that what is not yet tells who is here.
TAKE = (
    "UPDATE visits_hit SET rolled = %s WHERE (day, half, network, visitor, key) IN "
    "(SELECT day, half, network, visitor, key FROM visits_hit WHERE NOT rolled AND at <= %s LIMIT %s) "
    "AND NOT rolled RETURNING day, half, key, section, who"
)


def _add(table: str, keys: str, sums: str) -> str:
    names = [*keys.split(), *sums.split()]
    grown = ", ".join(f"{name} = {table}.{name} + excluded.{name}" for name in sums.split())
    return (
        f"INSERT INTO {table} ({', '.join(names)}) VALUES ({', '.join(['%s'] * len(names))}) "
        f"ON CONFLICT ({', '.join(keys.split())}) DO UPDATE SET {grown}"
    )


ADD_PAGE = _add("visits_pagetotal", "key", "views")
ADD_PAGE_DAY = _add("visits_pageday", "day key", "views")
ADD_SECTION_DAY = _add("visits_sectionday", "day section", "views")
ADD_HOUR = _add("visits_sitehour", "day hour", "guests members no_script robots")
ADD_DAY = _add("visits_siteday", "day", "guests members no_script robots")


def roll_up(*, at: datetime) -> int:
    """Move every hit that is old enough into the sums, batch by batch, each in one transaction; how many went."""
    moved = 0
    while True:
        taken = _roll_batch(int(at.timestamp()) - rules.ONLINE)
        moved += taken
        if taken < BATCH:
            return moved


def sweep(*, at: datetime) -> int:
    """Delete what has served: raw hits after some days, who came back, secrets of days that are over. How many hits."""
    today = timezone.localtime(at).date()
    second, yesterday = int(at.timestamp()), today - timedelta(days=1)
    in_seam = second - rules.SEAM < timezone.make_aware(datetime.combine(today, datetime.min.time())).timestamp()
    gone, _ = Hit.objects.filter(day__lt=today - timedelta(days=rules.KEPT_DAYS), rolled=True).delete()
    Presence.objects.filter(at__lte=second - rules.ONLINE).delete()
    if Salt.objects.filter(day__lt=yesterday if in_seam else today).delete()[0]:
        visitors.forget()
    return gone


def _roll_batch(until: int) -> int:
    with transaction.atomic(using=ALIAS), connections[ALIAS].cursor() as cursor:
        if connections[ALIAS].vendor == "postgresql":
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", (TURN,))
        cursor.execute(TAKE, (True, until, BATCH))
        hits = [(_day(day), half, key, section, who) for day, half, key, section, who in cursor.fetchall()]
        for statement, rows in _sums(hits):
            cursor.executemany(statement, rows)
    return len(hits)


def _sums(hits: list[tuple]) -> Iterable[tuple[str, list[tuple]]]:
    """Each table's statement, and the rows to add."""
    read = [hit for hit in hits if hit[4] in READERS]
    yield ADD_PAGE, [(key, n) for key, n in sorted(Counter(hit[2] for hit in read).items())]
    yield ADD_PAGE_DAY, [(*at, n) for at, n in sorted(Counter((hit[0], hit[2]) for hit in read).items())]
    yield ADD_SECTION_DAY, [(*at, n) for at, n in sorted(Counter((hit[0], hit[3]) for hit in read if hit[3]).items())]
    yield ADD_HOUR, _by_kind((hit[0], hit[1] // 2, hit[4]) for hit in hits)
    yield ADD_DAY, _by_kind((hit[0], hit[4]) for hit in hits)


def _by_kind(places: Iterable[tuple]) -> list[tuple]:
    """Rows (place…, guests, members, no script, robots) of places whose last part is whose hit it was."""
    counted = Counter(places)
    return [(*place, *(counted[*place, who] for who in Who)) for place in sorted({found[:-1] for found in counted})]


def _day(value: date | str) -> date:
    return value if isinstance(value, date) else date.fromisoformat(value)
