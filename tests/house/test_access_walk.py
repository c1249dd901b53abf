"""Every address × every role × own and foreign objects × GET and POST, by the table in tests/house/access.

A new address without a row fails here; tests/house/access/row.py says how to add one. Each test walks one room's rows
over one cast and lists all that is wrong; what a request does is undone before the next.
"""

import json

import pytest
from django.db import transaction
from django.test import Client
from django.urls import reverse

from kheo.audit.models import Event

from .access.cast import gather
from .access_table import AWAITED, ONESELF, OWN_THINGS, addresses, newsroom, open_addresses, rooms, rows

LOGIN = "/tai-khoan/dang-nhap/?next="
METHODS = ("GET", "POST")

pytestmark = pytest.mark.django_db
each_room = pytest.mark.parametrize("room", sorted(rooms()))


@pytest.fixture
def cast(db):
    return gather()


@pytest.fixture
def clients(cast):
    """A signed-in browser for each of the people."""
    found = {}
    for role, person in cast.people.items():
        found[role] = Client()
        found[role].force_login(person)
    return found


def wrong(cases, check):
    """What `check` has against each case (row, role), each in a savepoint of its own."""
    found = []
    for row, role in cases:
        try:
            with transaction.atomic():
                check(row, role)
                transaction.set_rollback(True)
        except AssertionError as reason:
            found.append(f"{row}, {role}: {str(reason).splitlines()[0]}")
        except Exception as broken:
            found.append(f"{row}, {role}: {broken!r}")
    return found


def ask(client, row, kwargs, cast, method=None):
    address = reverse(row.name, kwargs=kwargs)
    method = method or row.method
    if method == "GET":
        answer = client.get(address, row.query(cast))
    elif method == "POST" and not row.is_json:
        answer = client.post(address, row.data(cast))
    else:
        answer = client.generic(method, address, json.dumps(row.data(cast)), content_type="application/json")
    if answer.streaming:
        b"".join(answer.streaming_content)  # read to its end, a file is closed
    return answer


def test_every_address_has_a_row():
    named = {row.name for row in rows()}

    lacking = set(addresses()) - open_addresses() - ONESELF - OWN_THINGS - newsroom() - named

    assert {name for name in lacking if not name.startswith(AWAITED)} == set()
    assert named - set(addresses()) == set()


def test_every_row_lets_somebody_in_and_says_what_they_see():
    assert [str(row) for row in rows() if not row.let_in] == []
    assert [str(row) for row in rows() if row.method == "GET" and row.sees is None] == []


@each_room
def test_every_address_with_an_object_names_a_foreign_one(room, cast):
    with transaction.atomic():
        lacking = [str(row) for row in rooms()[room] if row.own(cast) and row.foreign is None]
        transaction.set_rollback(True)

    assert lacking == []


@each_room
def test_those_let_in_see_their_own(room, cast, clients):
    def check(row, role):
        answer = ask(clients[role], row, row.own(cast), cast)
        assert answer.status_code in ((200,) if row.method == "GET" else row.answers), f"answered {answer.status_code}"
        if row.method == "GET":
            check_seen(row, "" if answer.streaming else answer.content.decode(errors="replace"), cast)
        else:
            check_left(row)

    cases = [(row, role) for row in rooms()[room] for role in sorted(row.let_in)]

    assert wrong(cases, check) == []


def check_seen(row, text, cast):
    seen = row.sees(cast)
    assert seen in text, f"does not see {seen!r}"
    if not row.shows_foreign:
        foreign = [name for name in cast.foreign_names if name in text]
        assert foreign == [], f"reads {foreign} of another commune"


def check_left(row):
    if row.leaves:
        last = Event.objects.order_by("-number").first()
        assert (last and last.verb) == row.leaves, f"left {last and last.verb}"


@each_room
def test_all_others_are_refused_and_leave_nothing(room, cast, clients):
    cases = [(row, role) for row in rooms()[room] for role in sorted(set(clients) - set(row.let_in))]

    assert wrong(cases, lambda row, role: check_refused(row, clients[role], row.own(cast), cast)) == []


@each_room
def test_everybody_is_refused_what_belongs_to_others(room, cast, clients):
    cases = [(row, role) for row in rooms()[room] if row.foreign for role in sorted(clients)]

    assert wrong(cases, lambda row, role: check_refused(row, clients[role], row.foreign(cast), cast)) == []


def check_refused(row, client, kwargs, cast):
    before = Event.objects.count()
    answer = ask(client, row, kwargs, cast)
    assert answer.status_code in (403, 404), f"answered {answer.status_code} {answer.get('Location', '')}"
    assert Event.objects.count() == before, "left an event"


@each_room
def test_strangers_are_sent_to_sign_in(room, cast):
    def check(row, role):
        answer = ask(Client(), row, row.own(cast), cast)
        assert answer.get("Location", "").startswith(LOGIN), f"answered {answer.status_code}"

    cases = [(row, "a stranger") for row in rooms()[room] if row.name not in open_addresses()]

    assert wrong(cases, check) == []


def test_pages_about_oneself_send_strangers_to_sign_in():
    answers = [ask_plainly(name, method) for name in sorted(ONESELF) for method in METHODS]

    assert [answer["Location"].startswith(LOGIN) for answer in answers] == [True] * len(answers)


def ask_plainly(name, method):
    return Client().generic(method, reverse(name))


@each_room
def test_a_method_without_a_row_is_not_allowed(room, cast, clients):
    table = rooms()[room]
    asked = {(row.name, row.method) for row in rows()}
    once_each = {row.name: row for row in table}.values()

    def check(row, role):
        method = next(method for method in METHODS if (row.name, method) not in asked)
        answer = ask(clients[role], row, row.own(cast), cast, method)
        assert answer.status_code == 405, f"answered {answer.status_code} to {method}"

    cases = [(row, min(row.let_in)) for row in once_each if any((row.name, one) not in asked for one in METHODS)]

    assert wrong(cases, check) == []
