"""A secret vote is secret: nothing in the tables, in their order, on the trail or in a count says who ticked what."""

from datetime import timedelta
from itertools import pairwise

import pytest
from django.core.management import call_command
from django.db import connection
from django.utils import timezone

from kheo.accounts.roles import Role
from kheo.audit.models import Event
from kheo.polls import queries
from kheo.polls.actions import polls, sealing, votes
from kheo.polls.actions.votes import Caller
from kheo.polls.models import SMALL_PANEL, NetworkKey, Poll, Tick, Vote, Voter
from tests import make

pytestmark = pytest.mark.django_db
CAST = 40


def filled(**facts) -> Poll:
    """A poll in which voter number n ticked choice n modulo 3, and, with two ticks, the one after it too."""
    poll = make.poll(choices="ABC", **facts)
    keys = list(poll.choices.values_list("pk", flat=True))
    for number in range(CAST):
        ticked = [keys[(number + each) % 3] for each in range(poll.max_ticks)]
        votes.cast(poll, ticked, by=None, caller=Caller(f"{number:064x}", "203.0.113.7"))
    return poll


def close(poll):
    Poll.objects.filter(pk=poll.pk).update(closes_at=timezone.now() - timedelta(seconds=1))
    poll.refresh_from_db()


def natural(model):
    """Keys in the order in which the database itself keeps the rows."""
    column = "rowid" if connection.vendor == "sqlite" else "ctid"
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT id FROM {model._meta.db_table} ORDER BY {column}")
        return [key for (key,) in cursor.fetchall()]


def columns(model):
    return {field.name for field in model._meta.get_fields() if field.concrete}


def test_a_ballot_has_no_voter_no_time_and_a_key_of_no_order():
    poll = filled()
    keys = sorted(Vote.objects.values_list("pk", flat=True))

    assert (columns(Vote), columns(Tick)) == ({"id", "poll", "voter"}, {"id", "vote", "choice"})
    assert columns(Voter) == {"id", "poll", "user", "browser", "network"}
    assert set(poll.votes.values_list("voter", flat=True)) == {None}
    # Keys that count lie side by side; of random ones the nearest two lie far apart.
    for model in (Voter, Vote, Tick):
        keys = sorted(model.objects.values_list("pk", flat=True))
        assert min(after - before for before, after in pairwise(keys)) > 2**20


def test_no_row_number_of_the_database_counts_beside_the_random_key():
    """On SQLite the key is the row number; on PostgreSQL the order on the disk is undone by sealing (below)."""
    if connection.vendor != "sqlite":
        pytest.skip("row numbers are SQLite's")
    filled()

    for model in (Voter, Vote, Tick):
        with connection.cursor() as cursor:
            cursor.execute(f"SELECT count(*) FROM {model._meta.db_table} WHERE rowid <> id")
            assert cursor.fetchone() == (0,)


def test_sealing_writes_the_same_ballots_anew_in_no_order():
    poll = filled(kind="multiple", max_ticks=2)
    before = sorted(sorted(vote.ticks.values_list("choice__text", flat=True)) for vote in poll.votes.all())
    old, lines = set(Vote.objects.values_list("pk", flat=True)), queries.results_of([poll])[poll.pk]
    close(poll)

    call_command("seal_polls")

    assert not old & set(Vote.objects.values_list("pk", flat=True))
    assert queries.results_of([poll])[poll.pk] == lines
    after = [sorted(Vote.objects.get(pk=key).ticks.values_list("choice__text", flat=True)) for key in natural(Vote)]
    assert sorted(after) == before
    assert after != [sorted("ABC"[(number + each) % 3] for each in range(2)) for number in range(CAST)]
    assert Tick.objects.count() == 2 * CAST


def test_all_rows_of_a_sealed_poll_came_in_one_transaction():
    if connection.vendor != "postgresql":
        pytest.skip("only PostgreSQL remembers in which transaction a row came")
    poll = filled()
    close(poll)

    sealing.seal_closed()

    with connection.cursor() as cursor:
        cursor.execute("SELECT count(DISTINCT xmin::text) FROM polls_vote")
        assert cursor.fetchone() == (1,)


def test_sealing_forgets_the_networks_and_is_done_once():
    poll = filled()
    close(poll)
    NetworkKey.objects.create(day=timezone.localdate() - timedelta(days=3), key=b"x" * 32)

    assert (sealing.seal_closed(), sealing.seal_closed()) == (1, 0)

    assert set(Voter.objects.values_list("network", flat=True)) == {""}
    assert [kept.day for kept in NetworkKey.objects.all()] == [timezone.localdate()]


def test_an_open_poll_is_not_sealed():
    poll = filled()

    assert (sealing.seal_closed(), sealing.seal(poll.pk, at=timezone.now())) == (0, False)


def test_a_poll_by_name_keeps_its_names_when_sealed():
    poll, member = make.poll(audience="members", is_secret=False), make.user(full_name="Trần Thị Bưởi")
    votes.cast(poll, [poll.choices.first().pk], by=member, caller=Caller())
    close(poll)

    sealing.seal_closed()

    assert [[cell.text for cell in row] for row in queries.by_name(poll).rows] == [["Trần Thị Bưởi", "Có"]]
    assert queries.by_name(filled()) is None


def test_the_trail_holds_how_many_voted_and_no_ballot():
    poll = filled()
    head = make.member(Role.HEAD, make.province())
    polls.close_early(poll, by=head, note="Đủ phiếu.")

    sealing.seal_closed()

    told = [(event.verb, event.by, event.changes) for event in Event.objects.all()]
    assert told[1:] == [("poll.seal", None, {"voters": CAST, "ballots": CAST, "ticks": CAST})]
    assert (told[0][0], set(told[0][2])) == ("poll.close_early", {"closes_at"})


def test_a_running_count_of_few_ballots_is_shown_to_nobody():
    poll = make.poll(results_shown="now")
    key, at = poll.choices.first().pk, timezone.now()

    seen = []
    for number in range(SMALL_PANEL + 1):
        seen.append(queries.poll_page(poll, at).result is not None)
        votes.cast(poll, [key], by=None, caller=Caller(f"{number:064x}"))

    assert seen == [False] * SMALL_PANEL + [True]
    assert queries.poll_page(poll, poll.closes_at).result.ballots == SMALL_PANEL + 1


def test_results_of_an_open_poll_wait_for_its_closing_when_so_set():
    poll = filled(results_shown="after")

    assert queries.poll_page(poll, timezone.now()).result is None
    assert queries.poll_page(poll, poll.closes_at).result.ballots == CAST
