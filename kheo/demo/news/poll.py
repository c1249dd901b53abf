"""The one poll of the demo: closed, sealed, with what was decided because of it; none is open."""

import hashlib
from datetime import date, timedelta

from django.utils import timezone

from kheo.accounts.models import User
from kheo.demo.news import happenings as told
from kheo.demo.news.publish import moment
from kheo.polls.actions import polls, sealing
from kheo.polls.models import Choice, Poll, Tick, Vote, Voter
from kheo.units.models import Unit

AT_ONCE = 500


def hold(unit: Unit, *, by: User) -> Poll:
    """Put the poll with its ballots into the past as rows; it is sealed and concluded by the acts of its own room."""
    closes = moment(date.fromisoformat(told.POLL_CLOSES), "17:00")
    poll = Poll.objects.create(
        unit=unit, question=told.POLL_QUESTION, description=told.POLL_ABOUT, stage="published",
        opens_at=moment(date.fromisoformat(told.POLL_OPENS), "07:00"), closes_at=closes,
    )  # fmt: skip
    _ballots(poll)
    sealing.seal(poll.pk, at=closes + timedelta(minutes=5))
    return polls.conclude(
        poll, conclusion=told.POLL_CONCLUSION, concluded_on=date.fromisoformat(told.POLL_CONCLUDED),
        next_on=next_day(timezone.localdate()), by=by,
    )  # fmt: skip


def next_day(today: date) -> date:
    """When the next one is planned: the coming 20 March, the day registrations are due, at least a month away."""
    due = date(today.year, 3, 20)
    return due if due - today > timedelta(days=30) else date(today.year + 1, 3, 20)


def _ballots(poll: Poll) -> None:
    votes: list[Vote] = []
    ticks: list[Tick] = []
    for place, (text, count) in enumerate(told.POLL_CHOICES, start=1):
        choice = Choice.objects.create(poll=poll, text=text, place=place)
        mine = [Vote(poll=poll) for _ in range(count)]
        votes += mine
        ticks += [Tick(vote=vote, choice=choice) for vote in mine]
    browsers = (hashlib.sha256(f"minh họa {number}".encode()).hexdigest() for number in range(len(votes)))
    Voter.objects.bulk_create((Voter(poll=poll, browser=browser) for browser in browsers), AT_ONCE)
    Vote.objects.bulk_create(votes, AT_ONCE)
    Tick.objects.bulk_create(ticks, AT_ONCE)
