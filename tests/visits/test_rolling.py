"""What was counted is summed once; figures are the same before, in the middle and after; secrets go."""

from datetime import date

import pytest
from django.core.management import call_command

from kheo.visits import queries
from kheo.visits.actions import rolling
from kheo.visits.models import Hit, PageDay, PageTotal, Presence, Salt, SectionDay, SiteDay, SiteHour, Who

from .conftest import moment

pytestmark = pytest.mark.django_db


@pytest.fixture
def days(hit):
    """Two days with hits of every kind; what they must come to is written beside each test by hand."""
    for page, at, agent, who in (
        ("thu:12", "2026-11-23 23:40", "A", Who.GUEST),
        ("thu:12", "2026-11-24 00:10", "A", Who.GUEST),
        ("thu:12", "2026-11-24 09:10", "B", Who.MEMBER),
        ("thu:13", "2026-11-24 09:40", "B", Who.GUEST),
        ("thu:14", "2026-11-24 09:50", "C", Who.GUEST),
        ("thu:15", "2026-11-24 10:00", "C", Who.GUEST),
        ("thu:12", "2026-11-24 10:01", "D", Who.NO_SCRIPT),
        ("thu:12", "2026-11-24 10:02", "E", Who.ROBOT),
    ):
        assert hit(page, at=at, agent=agent, who=who) is True


def figures():
    return (
        queries.views_of(["thu:12", "thu:13", "thu:14", "thu:15", "thu:99"]),
        queries.section_totals(),
        queries.site_total().total,
        [(p.day.day, p.guests, p.members, p.no_script, p.robots) for p in queries.series("day", *TWO_DAYS)],
        [(p.day.day, p.hour, p.views) for p in queries.series("hour", *TWO_DAYS) if p.views],
        queries.most_read(*TWO_DAYS),
    )


TWO_DAYS = date(2026, 11, 23), date(2026, 11, 24)
EXPECTED = (
    {"thu:12": 3, "thu:13": 1, "thu:14": 1, "thu:15": 1, "thu:99": 0},
    {"tin-co-so": 4, "tin-tuc": 1},
    6,
    [(23, 1, 0, 0, 0), (24, 4, 1, 1, 1)],
    [(23, 23, 1), (24, 0, 1), (24, 9, 3), (24, 10, 1)],
    [("thu:12", 3), ("thu:13", 1), ("thu:14", 1), ("thu:15", 1)],
)


def test_figures_are_right_before_in_the_middle_and_after(days):
    before = figures()
    first = rolling.roll_up(at=moment("2026-11-24 09:45"))
    middle = figures()
    rest = rolling.roll_up(at=moment("2026-11-24 10:30"))

    assert (before, middle, figures()) == (EXPECTED, EXPECTED, EXPECTED)
    assert (first, rest) == (4, 4)


def test_sums_are_what_was_counted(days):
    rolling.roll_up(at=moment("2026-11-24 10:30"))

    assert dict(PageTotal.objects.values_list("key", "views")) == {"thu:12": 3, "thu:13": 1, "thu:14": 1, "thu:15": 1}
    assert sorted(SectionDay.objects.values_list("day__day", "section", "views")) == [
        (23, "tin-co-so", 1), (24, "tin-co-so", 3), (24, "tin-tuc", 1),
    ]  # fmt: skip
    assert sum(PageDay.objects.filter(key="thu:12").values_list("views", flat=True)) == 3
    assert sum(SiteHour.objects.values_list("guests", flat=True)) == 5
    assert sorted(SiteDay.objects.values_list("day__day", "guests", "members", "no_script", "robots")) == [
        (23, 1, 0, 0, 0), (24, 4, 1, 1, 1),
    ]  # fmt: skip


def test_rolling_up_again_adds_nothing(days):
    rolling.roll_up(at=moment("2026-11-24 10:30"))

    assert rolling.roll_up(at=moment("2026-11-24 11:30")) == 0
    assert figures() == EXPECTED


def test_a_roll_up_in_small_batches_comes_to_the_same(days, monkeypatch):
    monkeypatch.setattr(rolling, "BATCH", 3)

    assert rolling.roll_up(at=moment("2026-11-24 10:30")) == 8
    assert figures() == EXPECTED


def test_a_repeat_is_a_repeat_after_the_roll_up(hit):
    assert hit("thu:12", at="2026-11-24 10:01") is True
    rolling.roll_up(at=moment("2026-11-24 10:20"))

    assert hit("thu:12", at="2026-11-24 10:21") is False
    assert queries.views_of(["thu:12"]) == {"thu:12": 1}


def test_a_hit_that_comes_late_is_summed_with_the_next(hit):
    hit("thu:12", at="2026-11-24 10:01")
    rolling.roll_up(at=moment("2026-11-24 10:20"))
    hit("thu:12", at="2026-11-24 10:02", agent="đến muộn")

    assert rolling.roll_up(at=moment("2026-11-24 10:25")) == 1
    assert queries.views_of(["thu:12"]) == {"thu:12": 2}


def test_weeks_begin_on_monday_and_months_are_whole(hit):
    for at in ("2026-11-01 10:00", "2026-11-22 10:00", "2026-11-23 10:00", "2026-11-29 10:00", "2026-12-31 10:00"):
        hit("thu:12", at=at)

    weeks = queries.series("week", date(2026, 11, 18), date(2026, 11, 30))
    months = queries.series("month", date(2026, 11, 20), date(2027, 1, 2))
    years = queries.series("year", date(2026, 3, 1), date(2027, 1, 2))

    assert [(p.day, p.views) for p in weeks] == [
        (date(2026, 11, 16), 1), (date(2026, 11, 23), 2), (date(2026, 11, 30), 0),
    ]  # fmt: skip
    assert [(p.day, p.views) for p in months] == [
        (date(2026, 11, 1), 4), (date(2026, 12, 1), 1), (date(2027, 1, 1), 0),
    ]  # fmt: skip
    assert [(p.day, p.views) for p in years] == [(date(2026, 1, 1), 5), (date(2027, 1, 1), 0)]


def test_hours_come_without_a_gap():
    points = queries.series("hour", *TWO_DAYS)

    assert [(p.day.day, p.hour) for p in points] == [(day, hour) for day in (23, 24) for hour in range(24)]


def test_raw_hits_go_after_their_days_and_sums_stay(days):
    rolling.roll_up(at=moment("2026-11-24 10:30"))

    assert rolling.sweep(at=moment("2026-12-01 10:00")) == 1
    assert {day.day for day in Hit.objects.values_list("day", flat=True)} == {24}
    assert rolling.sweep(at=moment("2026-12-02 10:00")) == 7
    assert figures() == EXPECTED


def test_what_is_not_summed_is_not_deleted(days):
    assert rolling.sweep(at=moment("2026-12-20 10:00")) == 0
    assert figures() == EXPECTED


def test_the_secret_of_a_day_goes_soon_after_it(hit):
    hit("thu:12", at="2026-11-23 10:00")
    hit("thu:12", at="2026-11-24 10:00")
    kept = []
    for at in ("2026-11-24 23:59", "2026-11-25 00:04", "2026-11-25 00:06"):
        rolling.sweep(at=moment(at))
        kept.append(sorted(day.day for day in Salt.objects.values_list("day", flat=True)))

    assert kept == [[24], [24], []]


def test_who_came_back_is_forgotten_when_no_longer_here(hit):
    hit("thu:12", at="2026-11-24 10:00")
    hit("thu:12", at="2026-11-24 10:20")
    assert Presence.objects.count() == 1

    rolling.sweep(at=moment("2026-11-24 10:26"))

    assert Presence.objects.count() == 0


def test_the_command_does_both(hit, capsys):
    hit("thu:12", at="2024-11-24 10:00")

    call_command("roll_up_visits", verbosity=2)

    assert capsys.readouterr().out == "Đã cộng 1 lượt, xóa 1 lượt thô cũ.\n"
    assert queries.views_of(["thu:12"]) == {"thu:12": 1}
