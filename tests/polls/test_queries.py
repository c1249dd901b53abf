"""What the pages read: figures with their denominators, the box of the front page, the next turn of the clock."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from kheo.polls import queries
from kheo.polls.actions import votes
from kheo.polls.actions.votes import Caller
from kheo.polls.models import Poll
from tests import make

pytestmark = pytest.mark.django_db
HOUR, DAY = timedelta(hours=1), timedelta(days=1)


@pytest.fixture
def now():
    return timezone.now()


def vote(poll, *texts, number):
    keys = [poll.choices.get(text=text).pk for text in texts]
    votes.cast(poll, keys, by=None, caller=Caller(f"{number:064x}"), at=poll.opens_at)


def asked(read):
    with CaptureQueriesContext(
        connection,
    ) as seen:
        read()
    return len(seen)


def test_voters_and_ticks_are_counted_apart():
    poll = make.closed_poll(kind="multiple", max_ticks=3, choices=("Đường hoa", "Thu gom rác", "Lớp học"))
    for number, texts in enumerate([("Đường hoa",), ("Đường hoa", "Lớp học"), ("Lớp học", "Đường hoa", "Thu gom rác")]):
        vote(poll, *texts, number=number)

    result = queries.results_of([poll])[poll.pk]

    assert (result.ballots, result.ticks) == (3, 6)
    assert [(line.text, line.ticks, line.percent) for line in result.lines] == [
        ("Đường hoa", 3, 100), ("Thu gom rác", 1, 33), ("Lớp học", 2, 67),
    ]  # fmt: skip
    assert result.told == "3 phiếu, 6 lượt chọn"
    assert [line.text for line in result.ahead] == ["Đường hoa"]
    assert [bar.share for bar in result.bars] == [100, 33, 67]


def test_a_poll_of_members_says_of_how_many():
    poll = make.closed_poll(audience="members", panel=1204)

    result = queries.results_of([poll])[poll.pk]

    assert result.told == "0 phiếu trên 1.204 thành viên lúc mở, 0 lượt chọn"
    assert (result.ahead, [line.percent for line in result.lines]) == ([], [0, 0])


def test_level_choices_are_both_ahead():
    poll = make.closed_poll()
    vote(poll, "Có", number=1)
    vote(poll, "Không", number=2)

    assert [line.text for line in queries.results_of([poll])[poll.pk].ahead] == ["Có", "Không"]


def test_the_box_names_open_polls_the_first_to_close_first(now):
    later = make.poll("Sau", closes_at=now + 2 * DAY)
    sooner = make.poll("Trước", closes_at=now + HOUR)
    make.poll("Chưa duyệt", stage="drafting")
    make.poll("Đã bỏ", stage="dropped")

    box = queries.box(now)

    assert [(line.question, line.url) for line in box.open] == [
        (poll.question, poll.get_absolute_url()) for poll in (sooner, later)
    ]
    assert (box.last, box.next_on) == (None, None)


def test_the_box_without_an_open_poll_tells_the_last_result_and_the_next_day(now):
    make.closed_poll("Lâu rồi", closes_at=now - 5 * DAY, next_on=timezone.localdate(now) + 40 * DAY)
    last = make.closed_poll("Mô hình được yêu thích", next_on=timezone.localdate(now) - DAY)
    for number in range(3):
        vote(last, "Có", number=number)

    box = queries.box(now)

    assert (box.open, box.last) == ((), ("Mô hình được yêu thích", last.get_absolute_url(), 3))
    assert box.next_on == timezone.localdate(now) + 40 * DAY


def test_a_poll_that_waits_for_its_hour_is_the_next_one(now):
    make.closed_poll(next_on=timezone.localdate(now) + 40 * DAY)
    make.poll(opens_at=now + 3 * DAY, closes_at=now + 9 * DAY)

    assert queries.next_on(now) == timezone.localdate(now + 3 * DAY)


def test_the_next_turn_is_the_next_opening_or_closing_of_an_approved_poll(now):
    turns = []
    assert queries.next_turn(now) is None
    make.closed_poll()
    make.poll(stage="drafting", opens_at=now + HOUR)
    assert queries.next_turn(now) is None
    for facts in ({"closes_at": now + 5 * HOUR}, {"opens_at": now + 3 * HOUR}, {"closes_at": now + 2 * HOUR}):
        make.poll(**facts)
        turns.append(queries.next_turn(now))

    assert turns == [now + 5 * HOUR, now + 3 * HOUR, now + 2 * HOUR]
    assert queries.next_turn(now + 4 * HOUR) == now + 5 * HOUR


def test_box_and_results_ask_the_same_for_one_poll_and_for_many(now):
    make.poll()
    make.closed_poll()
    one = asked(lambda: (queries.box(now), queries.past(queries.archive(now))))
    for _ in range(3):
        make.poll()
        make.closed_poll()

    assert asked(lambda: (queries.box(now), queries.past(queries.archive(now)))) == one == 6


def test_words_of_the_clock(now):
    drafted, coming = make.poll(stage="drafting"), make.poll(opens_at=now + HOUR)

    turns = [poll.turn(now) for poll in (drafted, coming, make.poll(), make.closed_poll())]

    assert turns == ["Đang soạn", "Chờ đến giờ mở", "Đang mở", "Đã đóng"]
    assert list(Poll.objects.coming(now)) == [coming]
