"""Every address × every role × own and foreign objects × GET and POST, by the table in tests/house/access.

A new address without a row fails here; tests/house/access/row.py says how to add one.
"""

from contextlib import contextmanager

import pytest
from django.db import transaction
from django.test import Client
from django.urls import reverse

from kheo.audit.models import Event

from .access.cast import gather
from .access_table import ONESELF, addresses, open_addresses, rows

LOGIN = "/tai-khoan/dang-nhap/?next="
METHODS = ("GET", "POST")
TABLE = rows()


@pytest.fixture(scope="module")
def cast(django_db_setup, django_db_blocker):
    """One cast in one transaction for the whole walk."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield gather()
        transaction.set_rollback(True)


@pytest.fixture(scope="module")
def clients(cast):
    """A signed-in browser for each of the people."""
    found = {}
    for role, person in cast.people.items():
        found[role] = Client(raise_request_exception=True)
        found[role].force_login(person)
    return found


@contextmanager
def undone():
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


def ask(client, row, kwargs, cast, method=None):
    method = method or row.method
    address = reverse(row.name, kwargs=kwargs)
    if method == "GET":
        return client.get(address, row.query(cast))
    return client.post(address, row.data(cast))


def test_every_address_has_a_row():
    named = {row.name for row in TABLE}

    assert set(addresses()) - open_addresses() - ONESELF - named == set()
    assert named - set(addresses()) == set()


def test_every_row_lets_somebody_in_and_says_what_they_see_or_leave():
    assert [str(row) for row in TABLE if not row.let_in] == []
    assert [str(row) for row in TABLE if row.method == "GET" and row.sees is None] == []


def test_every_address_with_an_object_names_a_foreign_one(cast):
    with undone():
        assert [str(row) for row in TABLE if row.own(cast) and row.foreign is None] == []


@pytest.mark.parametrize("row", TABLE, ids=str)
def test_those_let_in_see_their_own(row, cast, clients):
    for role in sorted(row.let_in):
        with undone():
            answer = ask(clients[role], row, row.own(cast), cast)
            check_let_in(row, role, answer, cast)


def check_let_in(row, role, answer, cast):
    assert answer.status_code in ((200,) if row.method == "GET" else (200, 302)), (role, answer.status_code)
    text = "" if answer.streaming else answer.content.decode(errors="replace")
    if row.method == "GET":
        assert row.sees(cast) in text, f"{role} does not see {row.sees(cast)!r}"
        if not row.shows_foreign:
            assert [name for name in cast.foreign_names if name in text] == [], role
    elif row.leaves:
        last = Event.objects.order_by("-number").first()
        assert last is not None, f"{role} left no event"
        assert (role, last.verb) == (role, row.leaves)


@pytest.mark.parametrize("row", TABLE, ids=str)
def test_all_others_are_refused_and_leave_nothing(row, cast, clients):
    for role in sorted(set(clients) - set(row.let_in)):
        with undone():
            refused(row, role, clients[role], row.own(cast), cast)


@pytest.mark.parametrize("row", [row for row in TABLE if row.foreign], ids=str)
def test_everybody_is_refused_what_belongs_to_others(row, cast, clients):
    for role in sorted(clients):
        with undone():
            refused(row, role, clients[role], row.foreign(cast), cast)


def refused(row, role, client, kwargs, cast):
    before = Event.objects.count()
    answer = ask(client, row, kwargs, cast)
    assert answer.status_code in (403, 404), (role, answer.status_code, answer.headers.get("Location"))
    assert Event.objects.count() == before


@pytest.mark.parametrize("row", TABLE, ids=str)
def test_strangers_are_sent_to_sign_in(row, cast):
    if row.name in open_addresses():
        return
    with undone():
        answer = ask(Client(), row, row.own(cast), cast)

    assert answer.status_code == 302
    assert answer["Location"].startswith(LOGIN)


@pytest.mark.parametrize("name", sorted(ONESELF))
def test_pages_about_oneself_send_strangers_to_sign_in(name, cast):
    for answer in (Client().get(reverse(name)), Client().post(reverse(name))):
        assert answer.status_code == 302
        assert answer["Location"].startswith(LOGIN)


def unasked():
    asked = {(row.name, row.method) for row in TABLE}
    one = {row.name: row for row in TABLE}
    return [(row, method) for row in one.values() for method in METHODS if (row.name, method) not in asked]


@pytest.mark.parametrize(("row", "method"), unasked(), ids=str)
def test_a_method_without_a_row_is_not_allowed(row, method, cast, clients):
    with undone():
        answer = ask(clients[sorted(row.let_in)[0]], row, row.own(cast), cast, method)

    assert answer.status_code == 405
