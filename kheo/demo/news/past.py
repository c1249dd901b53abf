"""A past for the counter of the demo: days, hours, sections and pages that agree with one another, drawn from a seed.

Made up, as every page of the demo says at its top. Written to the counter's own tables, which may be a database apart.
"""

from collections import Counter
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from django.db import transaction
from django.utils import timezone

from kheo.accounts.models import User
from kheo.demo.news.publish import ARTICLES, BEGUN
from kheo.portal.models import ArticlePage, ContactsPage, EventIndexPage, GuidesPage, HomePage, SectionPage
from kheo.portal.queries.news import count_key
from kheo.visits import countable
from kheo.visits.actions.openings import open_balance
from kheo.visits.models import Opening, PageDay, PageTotal, SectionDay, SiteDay, SiteHour
from kheo.visits.router import ALIAS

SEED = 1949
AT_ONCE = 500
OLD_SITE = 12_354_367  # the figure of the source page, as its article's own came over with the import
OLD_LABEL = "Tổng lượt của cổng cũ"
# Of a hundred views in a day, those of each hour from midnight.
HOURS = (1, 0, 0, 0, 1, 3, 6, 8, 8, 7, 6, 5, 4, 4, 5, 6, 5, 4, 4, 6, 7, 6, 3, 1)
WEEK = (1.0, 1.05, 1.0, 1.0, 0.95, 0.7, 0.6)  # from Monday
FADING, LASTING = 0.55, 0.004  # of an article's readers: what is left of a day's on the next, and the daily trickle


@dataclass(frozen=True)
class Counted:
    """A page that readers open, with its section ("" for none)."""

    key: str
    section: str


def lay(articles: dict[str, ArticlePage], *, by: User) -> None:
    """Write what the old portal's counter stood at, and all days from this portal's beginning to yesterday."""
    open_balance(Opening.SITE, OLD_SITE, label=OLD_LABEL, on=BEGUN, by=by)
    by_day = days(articles, yesterday=timezone.localdate() - timedelta(days=1))
    with transaction.atomic(using=ALIAS):
        _write(by_day)


def days(articles: dict[str, ArticlePage], *, yesterday: date) -> dict[date, Counter]:
    """How often each page was read on each day."""
    draw = Random(SEED)
    found: dict[date, Counter] = {}
    pages = _standing()
    day = BEGUN
    while day <= yesterday:
        found[day] = Counter(
            {
                page: max(1, round(usual * WEEK[day.weekday()] * draw.uniform(0.7, 1.35)))
                for page, usual in pages.items()
            }
        )
        day += timedelta(days=1)
    for article in ARTICLES:
        page = counted(count_key(articles[article.key]), article.section)
        posted = date.fromisoformat(article.posted)
        for number in range((yesterday - posted).days + 1):
            share = (1 - FADING) * FADING**number + LASTING
            views = round(article.views * share * draw.uniform(0.75, 1.25))
            if views:
                found[posted + timedelta(days=number)][page] += views
    return found


def counted(key: str, otherwise: str = "") -> Counted:
    """A page with the section that the counter knows for it; `otherwise` where nobody has said yet."""
    found = countable.section_of(key)
    return Counted(key, otherwise if found is None else found)


def _standing() -> dict[Counted, int]:
    """Pages that are read every day, with how often."""
    found = {}
    for kind, usual in ((HomePage, 62), (EventIndexPage, 7), (GuidesPage, 9), (ContactsPage, 4)):
        found[counted(f"trang:{kind.objects.get().pk}")] = usual
    for slug, usual in (("tin-tuc", 18), ("tin-co-so", 26), ("tuyen-truyen", 8)):
        found[counted(f"muc:{SectionPage.objects.get(slug=slug).pk}", slug)] = usual
    return found


def _write(by_day: dict[date, Counter]) -> None:
    draw = Random(SEED + 1)
    totals: Counter = Counter()
    rows: dict[type, list] = {PageDay: [], SectionDay: [], SiteDay: [], SiteHour: []}
    for day, pages in by_day.items():
        sections: Counter = Counter()
        for page, views in pages.items():
            totals[page.key] += views
            sections[page.section] += views
            rows[PageDay].append(PageDay(day=day, key=page.key, views=views))
        rows[SectionDay] += [SectionDay(day=day, section=key, views=views) for key, views in sections.items() if key]
        _hours(day, pages.total(), rows, draw)
    PageTotal.objects.bulk_create([PageTotal(key=key, views=views) for key, views in totals.items()], AT_ONCE)
    for table, made in rows.items():
        table.objects.bulk_create(made, AT_ONCE)


def _hours(day: date, views: int, rows: dict[type, list], draw: Random) -> None:
    """Share a day's views out to its hours, so that the hours sum up to the day."""
    members = round(views * draw.uniform(0.03, 0.07))
    whole = {
        "guests": views - members, "members": members, "no_script": round(views * 0.012),
        "robots": round(views * draw.uniform(0.18, 0.3)),
    }  # fmt: skip
    rows[SiteDay].append(SiteDay(day=day, **whole))
    shares = {name: Counter(draw.choices(range(24), HOURS, k=amount)) for name, amount in whole.items()}
    for hour in range(24):
        sums = {name: share[hour] for name, share in shares.items()}
        if any(sums.values()):
            rows[SiteHour].append(SiteHour(day=day, hour=hour, **sums))
