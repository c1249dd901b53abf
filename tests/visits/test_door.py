"""A plain reader's beacon is answered before Django; all else goes on. The counter's tables are where they belong."""

from io import BytesIO

import pytest
from django.apps import apps
from django.core.management import call_command
from django.db import DatabaseError, connections, router

from kheo.visits import writer
from kheo.visits.actions import counting
from kheo.visits.middleware import before
from kheo.visits.models import Hit, Opening
from kheo.visits.router import Router, is_apart

from .conftest import CHROME

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def ask():
    """`ask("t=thu:12")`: what the WSGI door answers; "on" where it hands the request on to Django."""
    said = []
    door = before(lambda environ, start_response: start_response("on", []) or [environ["wsgi.input"].read()])

    def post(body="", path="/dem/", method="POST", **more):
        environ = {
            "PATH_INFO": path, "REQUEST_METHOD": method, "CONTENT_LENGTH": str(len(body)), "REMOTE_ADDR": "203.113.1.1",
            "wsgi.input": BytesIO(body.encode()), "HTTP_USER_AGENT": CHROME, **more,
        }  # fmt: skip
        content = door(environ, lambda status, headers: said.append((status, headers)))
        return said[-1][0], b"".join(content)

    yield post
    writer.close()


def test_a_plain_beacon_is_answered_at_once(ask):
    assert [ask("t=thu:12"), ask("t=thu:12"), ask("t=x")] == [
        ("202 Accepted", b""), ("204 No Content", b""), ("400 Bad Request", b""),
    ]  # fmt: skip
    assert list(Hit.objects.values_list("key", flat=True)) == ["thu:12"]


def test_what_is_not_plain_goes_on_with_its_body(ask):
    assert ask("t=thu:12", HTTP_COOKIE="a=1; sessionid=abc") == ("on", b"t=thu:12")
    assert ask("t=thu:12", path="/") == ("on", b"t=thu:12")
    assert ask(method="GET") == ("on", b"")
    assert Hit.objects.count() == 0


def test_a_hit_that_cannot_be_written_is_not_acknowledged(ask, monkeypatch):
    def fail(values):
        raise DatabaseError("đĩa đầy")

    monkeypatch.setattr(counting, "_insert", fail)

    assert ask("t=thu:12") == ("503 Service Unavailable", b"")


def test_a_closed_writer_begins_anew(ask):
    assert ask("t=thu:12")[0] == "202 Accepted"
    writer.close()

    assert ask("t=thu:13")[0] == "202 Accepted"


def test_the_counters_tables_and_no_others_are_in_its_database():
    ours = {model for model in apps.get_app_config("visits").get_models() if model is not Opening}
    writes = {model for model in apps.get_models() if router.db_for_write(model) == "visits"}

    assert writes == ours
    if is_apart():
        there = set(connections["visits"].introspection.table_names()) - {"django_migrations"}
        assert there == {model._meta.db_table for model in ours}


def test_one_migrate_does_both(capsys):
    call_command("migrate", check_unapplied=True, verbosity=0)
    call_command("migrate", database="visits", check_unapplied=True, verbosity=0)


def test_a_second_connection_to_one_database_is_not_migrated_twice(monkeypatch):
    monkeypatch.setattr("kheo.visits.router.is_apart", lambda: False)

    assert [Router().allow_migrate(alias, "visits", "hit") for alias in ("default", "visits")] == [True, False]
    assert [Router().allow_migrate(alias, "accounts", "user") for alias in ("default", "visits")] == [True, False]


def test_two_databases_hold_each_their_own(monkeypatch):
    monkeypatch.setattr("kheo.visits.router.is_apart", lambda: True)
    asked = [("visits", "hit"), ("visits", "opening"), ("accounts", "user")]

    assert [Router().allow_migrate("default", *one) for one in asked] == [False, True, True]
    assert [Router().allow_migrate("visits", *one) for one in asked] == [True, False, False]
