"""Reads of polls: one poll with its result, the archive, the box of the front page, and the next turn of the clock."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Count, Min, Q
from django.utils import timezone

from kheo.accounts.access import can
from kheo.core.parts import Bar, Table, table
from kheo.core.vietnamese import format_number
from kheo.polls.lifecycle import POLL, Move, PollStage, has_votes
from kheo.polls.models import Choice, Poll, Tick, Voter

IN_BOX = 3  # open polls that the box of the front page names


@dataclass(frozen=True)
class Line:
    """One choice: `ticks` of so many ballots, `percent` of them in whole hundredths."""

    text: str
    ticks: int
    percent: int


@dataclass(frozen=True)
class Result:
    """Ballots and ticks counted apart. `panel`: how many might have voted, where that is known."""

    ballots: int
    ticks: int
    lines: tuple[Line, ...]
    panel: int | None

    @property
    def bars(self) -> list[Bar]:
        """A bar is as long as its share of all ballots, not of the longest."""
        return [Bar(f"{line.text} ({line.percent}%)", line.ticks, line.percent) for line in self.lines]

    @property
    def ahead(self) -> list[Line]:
        """The choices with the most ticks; more than one where they are level, none without a vote."""
        most = max((line.ticks for line in self.lines), default=0)
        return [line for line in self.lines if most and line.ticks == most]

    @property
    def told(self) -> str:
        """Denominators in words: "2.318 phiếu trên 3.000 thành viên, 5.102 lượt chọn"."""
        of = f" trên {format_number(self.panel)} thành viên lúc mở" if self.panel is not None else ""
        return f"{format_number(self.ballots)} phiếu{of}, {format_number(self.ticks)} lượt chọn"


@dataclass(frozen=True)
class PollPage:
    """One poll as anyone sees it. `result` is None where `why_hidden` says why; `ballots` is told all the same."""

    poll: Poll
    is_open: bool
    has_voted: bool
    ballots: int
    why_hidden: str
    result: Result | None


@dataclass(frozen=True)
class Past:
    """A closed poll in the archive."""

    poll: Poll
    result: Result


@dataclass(frozen=True)
class BoxLine:
    question: str
    url: str
    closes_at: datetime


@dataclass(frozen=True)
class Box:
    """What the front page says of polls. `last`: question, address and ballots of the poll that closed last."""

    open: tuple[BoxLine, ...]
    last: tuple[str, str, int] | None
    next_on: date | None


def poll_page(poll: Poll, at: datetime, *, user=None, browser: str = "") -> PollPage:
    """One public poll at a moment, for this member or browser."""
    ballots = poll.votes.count()
    hidden = poll.why_hidden(at, ballots)
    return PollPage(
        poll=poll,
        is_open=poll.is_open(at),
        has_voted=poll.is_open(at) and _has_voted(poll, user, browser),
        ballots=ballots,
        why_hidden=hidden,
        result=None if hidden else results_of([poll])[poll.pk],
    )


def results_of(polls: Iterable[Poll]) -> dict[int, Result]:
    """What was counted in each poll, in two queries. Whether it may be shown, `Poll.why_hidden` answers."""
    polls = list(polls)
    keys = [poll.pk for poll in polls]
    ballots = dict(
        Poll.objects.filter(pk__in=keys).order_by().annotate(ballots=Count("votes")).values_list("pk", "ballots")
    )
    ticked = defaultdict(list)
    counted = Choice.objects.filter(poll__in=keys).annotate(count=Count("ticks")).order_by("poll", "place")
    for choice in counted:
        ticked[choice.poll_id].append((choice.text, choice.count))
    return {poll.pk: _result(poll, ballots[poll.pk], ticked[poll.pk]) for poll in polls}


def archive(at: datetime):
    """Closed polls, the last one first; a page of it becomes `past`."""
    return Poll.objects.closed(at).order_by("-closes_at", "-pk")


def past(polls: Iterable[Poll]) -> list[Past]:
    polls = list(polls)
    results = results_of(polls)
    return [Past(poll, results[poll.pk]) for poll in polls]


def next_on(at: datetime) -> date | None:
    """The day of the next poll: one that waits for its hour, or one that was only announced."""
    today = timezone.localdate(at)
    found = Poll.objects.filter(stage=PollStage.PUBLISHED).aggregate(
        opens=Min("opens_at", filter=Q(opens_at__gt=at)), planned=Min("next_on", filter=Q(next_on__gte=today))
    )
    days = [found["planned"], found["opens"] and timezone.localdate(found["opens"])]
    return min(filter(None, days), default=None)


def box(at: datetime) -> Box:
    """For the front page, in three queries."""
    last = archive(at).annotate(ballots=Count("votes")).first()
    return Box(
        open=tuple(
            BoxLine(poll.question, poll.get_absolute_url(), poll.closes_at)
            for poll in Poll.objects.open(at).order_by("closes_at", "pk")[:IN_BOX]
        ),
        last=(last.question, last.get_absolute_url(), last.ballots) if last else None,
        next_on=next_on(at),
    )


def next_turn(at: datetime) -> datetime | None:
    """The next moment at which some poll opens or closes, so that a kept page must be drawn anew."""
    turns = Poll.objects.filter(stage=PollStage.PUBLISHED).aggregate(
        opens=Min("opens_at", filter=Q(opens_at__gt=at)), closes=Min("closes_at", filter=Q(closes_at__gt=at))
    )
    return min(filter(None, turns.values()), default=None)


def open_moves(poll: Poll, user) -> list[Move]:
    """The buttons of this person, in the order of the table; without those that votes have closed for good."""
    return [
        move
        for move in POLL
        if poll.stage in move.sources
        and any(can(user, permission, poll.unit) for permission in move.needs)
        and not (move.obstacle is has_votes and has_votes(poll, None))
    ]


def by_name(poll: Poll) -> Table | None:
    """Who ticked what, only of a poll that says on its form that it is by name."""
    if poll.is_secret:
        return None
    ticks = Tick.objects.filter(vote__poll=poll).select_related("choice", "vote__voter__user")
    said = defaultdict(list)
    for tick in ticks.order_by("choice__place"):
        said[tick.vote.voter.user].append(tick.choice.text)
    rows = sorted(said.items(), key=lambda pair: pair[0].sort)
    return table("Phiếu ghi tên", ("Họ và tên", "Đã chọn"), [(str(user), "; ".join(texts)) for user, texts in rows])


def _has_voted(poll: Poll, user, browser: str) -> bool:
    mine = Q(pk__in=[])
    if user is not None and user.is_authenticated:
        mine |= Q(user=user)
        if browser:
            mine |= Q(browser=browser, user=None)
    elif browser:
        mine |= Q(browser=browser)
    return Voter.objects.filter(mine, poll=poll).exists()


def _result(poll: Poll, ballots: int, ticked: list[tuple[str, int]]) -> Result:
    lines = tuple(Line(text, count, round(100 * count / ballots) if ballots else 0) for text, count in ticked)
    return Result(ballots, sum(count for _, count in ticked), lines, poll.panel)
