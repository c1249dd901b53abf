"""Builds the demonstration: Quảng Trị with its real communes, invented people and some three hundred exemplars."""

from django.db import transaction

from kheo.accounts.models import User
from kheo.audit.models import record
from kheo.demo import (
    announcements,
    ground,
    honours,
    honours_judging,
    honours_rules,
    honours_votes,
    invent,
    papers,
    people,
    tell,
)
from kheo.demo.news import past, poll, publish
from kheo.demo.stories import STORIES
from kheo.movement.models import Campaign, Exemplar

TOTAL = 300


class AlreadyThere(Exception):
    """This database holds records already; the demo never mixes with them."""


def is_there() -> bool:
    return Campaign.objects.filter(rounds__code="dvk-2026").exists()


@transaction.atomic
def build(*, scale: int = 1) -> int:
    """Make everything in one transaction, so that a broken run leaves nothing. Returns how many exemplars there are.

    Raises `AlreadyThere` where the register is not empty.
    """
    if Exemplar.objects.exists():
        raise AlreadyThere("Cơ sở dữ liệu đã có mô hình; dữ liệu minh họa chỉ dựng trên cơ sở dữ liệu trống.")
    base = ground.lay()
    persons = people.make({people.PROVINCE: base.province, **base.communes})
    told = tell.tell_all(STORIES, base, persons)
    invent.invent(TOTAL * scale - len(STORIES), base, persons)
    papers.file_directives(persons["chuyenvien"])
    honours_rules.lay(base, persons)
    honours.lay(base, persons)
    honours_votes.lay(honours_judging.lay(base, persons), persons)
    announcements.lay(base, persons)
    record("demo.build", base.province, by=None, scale=scale)
    fill_portal(base, persons, told)
    return Exemplar.objects.count()


def fill_portal(base: ground.Ground, persons: dict[str, User], told: dict[str, Exemplar]) -> None:
    """News, events, standing pages, a poll, and what the counter saw of them."""
    room = publish.Newsroom(base, editor=persons["bientap"], head=persons["truongban"], told=told)
    articles = publish.fill(room)
    poll.hold(base.province, by=persons["truongban"])
    # Last: the counter may keep a database of its own, which another transaction guards.
    past.lay(articles, by=persons["truongban"])
