"""A secret ballot is secret: nothing in the tables, in their order or on the trail joins a voter to an answer."""

from itertools import pairwise

import pytest
from django.apps import apps
from django.db import connection

from kheo.appraisal.models import Ballot, RollEntry
from kheo.audit.models import Event
from tests.appraisal.voting import BLANK, NO, YES, Table

pytestmark = pytest.mark.django_db


def voted(seats=12, files=3):
    """Everybody votes in the order of the roll; juror n agrees where n modulo 3 is the file's place."""
    table = Table(seats=seats, files=files)
    vote = table.opened()
    for number, juror in enumerate(table.jurors):
        table.cast(vote, juror, *[(YES, NO, BLANK)[(number + place) % 3] for place in range(files)])
    return table, vote


def natural(model):
    """Keys in the order in which the database itself keeps the rows."""
    column = "rowid" if connection.vendor == "sqlite" else "ctid"
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT id FROM {model._meta.db_table} ORDER BY {column}")
        return [key for (key,) in cursor.fetchall()]


def columns(model):
    return {field.name for field in model._meta.get_fields() if field.concrete}


def test_a_ballot_knows_its_line_and_its_answer_alone():
    assert columns(Ballot) == {"id", "line", "answer"}
    assert columns(RollEntry) == {"id", "vote", "user", "is_present", "has_voted", "is_late"}


def test_no_table_points_at_a_ballot():
    pointing = [
        model._meta.label
        for model in apps.get_models()
        for field in model._meta.get_fields()
        if field.concrete and field.is_relation and field.related_model is Ballot
    ]

    assert pointing == []


def test_keys_are_of_no_order():
    voted()

    for model in (Ballot, RollEntry):
        keys = sorted(model.objects.values_list("pk", flat=True))
        assert min(after - before for before, after in pairwise(keys)) > 2**20
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute(f"SELECT count(*) FROM {Ballot._meta.db_table} WHERE rowid <> id")
            assert cursor.fetchone() == (0,)


def test_the_answers_of_one_voter_do_not_hang_together_after_the_closing():
    """Before it they came in one transaction, three by three; afterwards all came at once, in an order of chance."""
    table, vote = voted()
    sets = [[(YES, NO, BLANK)[(number + place) % 3] for place in range(3)] for number in range(12)]
    before = set(Ballot.objects.values_list("pk", flat=True))

    vote = table.close(vote)

    assert not before & set(Ballot.objects.values_list("pk", flat=True))
    answers = dict(Ballot.objects.values_list("pk", "answer"))
    assert [answers[key] for key in natural(Ballot)] != [each for one in sets for each in one]
    # Counted another way than the closing does: from what everybody was told to answer.
    expected = [tuple(sum(one[place] == each for one in sets) for each in (YES, NO, BLANK)) for place in range(3)]
    assert list(vote.lines.order_by("position").values_list("agreed", "opposed", "blank")) == expected
    again = [
        tuple(Ballot.objects.filter(line=line, answer=each).count() for each in (YES, NO, BLANK))
        for line in vote.lines.order_by("position")
    ]
    assert again == expected


def test_all_ballots_of_a_closed_vote_came_in_one_transaction():
    if connection.vendor != "postgresql":
        pytest.skip("only PostgreSQL remembers in which transaction a row came")
    table, vote = voted()

    table.close(vote)

    with connection.cursor() as cursor:
        cursor.execute(f"SELECT count(DISTINCT xmin::text) FROM {Ballot._meta.db_table}")
        assert cursor.fetchone() == (1,)


def test_the_trail_holds_the_opening_and_the_closing_and_no_ballot():
    table, vote = voted()
    before = Event.objects.count()
    table.close(vote)

    events = Event.objects.filter(verb__startswith="panelvote").order_by("number")
    assert [event.verb for event in events] == [
        "panelvote.prepare", "panelvote.roll", "panelvote.open", "panelvote.close",
    ]  # fmt: skip
    assert Event.objects.count() == before + 1
    assert [event.by for event in events] == [table.secretary] * 4
    assert [set(event.changes) for event in events] == [
        {"files", "manner"}, {"present", "seats"}, {"stage"}, {"stage"},
    ]  # fmt: skip


def test_of_a_vote_broken_off_no_ballot_is_left():
    table, vote = voted()

    table.close(vote, "set_aside", note="Có người chưa nhận được giấy mời")

    assert not Ballot.objects.exists()
