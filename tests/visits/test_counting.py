"""A view is counted once, for readers of published pages only, and for one network no more than its allowance."""

import pytest
from django.db import connections

from kheo.accounts.roles import Role
from kheo.core import pagecache
from kheo.visits import countable, queries, rules, visitors
from kheo.visits.models import Hit, Presence, Salt, Who
from tests import make

from .conftest import CHROME, moment

pytestmark = pytest.mark.django_db
GOOGLEBOT = "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)"


def stored():
    """(page, whose) of every hit, counted by hand."""
    return sorted(Hit.objects.values_list("key", "who"))


def test_a_view_is_counted_and_its_repeat_is_not(send):
    assert [send("thu:12"), send("thu:12"), send("thu:13")] == [202, 204, 202]

    assert queries.views_of(["thu:12", "thu:13", "thu:14"]) == {"thu:12": 1, "thu:13": 1, "thu:14": 0}


def test_another_half_hour_of_the_clock_counts_anew(hit):
    asked = ("10:05", "10:29", "10:30", "10:31", "11:00")

    assert [hit("thu:12", at=f"2026-11-24 {time}") for time in asked] == [True, False, True, False, True]


def test_another_browser_of_the_same_house_is_another_visitor(send):
    assert [send("thu:12", agent=CHROME), send("thu:12", agent=CHROME + " Edg/120")] == [202, 202]


@pytest.mark.parametrize("key", ["thu:99", "la:12", "thu:14x"])
def test_what_is_not_published_is_not_counted(send, key):
    assert send(key) == 204
    assert stored() == []


def test_a_page_taken_back_is_no_longer_counted(send):
    assert send("thu:12") == 202
    countable._kinds["thu"] = countable.Kind(lambda tail: None)
    pagecache.forget()

    assert send("thu:12", address="203.113.1.2") == 204


@pytest.mark.parametrize(
    "body", ["", "t", "t=", "x=thu:12", "t=thu:12&t=thu:13", "t=Thu:12", "t=thu:12'--", "t=thu%2F12", "\xff\xfe", "t=" + "a" * 300]
)  # fmt: skip
def test_an_odd_body_is_refused_without_a_trace(send, body):
    assert send("", body=body) == 400
    assert stored() == []


def test_a_body_as_browsers_encode_it_is_read(send):
    assert send("", body="t=thu%3A12") == 202


@pytest.mark.parametrize("method", ["get", "put", "delete", "head"])
def test_other_methods_are_not_allowed(client, method):
    answer = getattr(client, method)("/dem/")

    assert (answer.status_code, answer["Allow"]) == (405, "POST")


def test_no_cookie_is_set_and_no_session_begun(client):
    answer = client.post("/dem/", "t=thu:12", "application/x-www-form-urlencoded", HTTP_USER_AGENT=CHROME)

    assert (answer.status_code, dict(answer.cookies), answer.content) == (202, {}, b"")


def test_robots_are_counted_apart(send):
    assert [send("thu:12", agent=GOOGLEBOT), send("thu:12", agent=""), send("thu:12", agent="curl/8.5")] == [204] * 3

    assert stored() == [("thu:12", Who.ROBOT)] * 3
    assert queries.views_of(["thu:12"]) == {"thu:12": 0}
    assert queries.site_total().total == 0


def test_a_browser_without_script_is_counted_apart(client):
    answer = client.get("/dem/anh.gif?t=thu:12", HTTP_USER_AGENT=CHROME)

    assert (answer.status_code, answer["Content-Type"], answer["Cache-Control"]) == (200, "image/gif", "no-store")
    assert answer.content.startswith(b"GIF89a")
    assert stored() == [("thu:12", Who.NO_SCRIPT)]
    assert queries.views_of(["thu:12"]) == {"thu:12": 0}


def test_the_image_comes_for_an_odd_key_too(client):
    assert client.get("/dem/anh.gif?t=../etc", HTTP_USER_AGENT=CHROME).status_code == 200
    assert stored() == []


def test_a_beacon_of_another_site_is_not_counted(send):
    sent = [send("thu:12", HTTP_SEC_FETCH_SITE=site) for site in ("cross-site", "same-site", "same-origin")]

    assert sent == [204, 204, 202]


def test_a_member_is_known_by_a_session_that_is_valid(client, send):
    client.force_login(make.member(Role.VIEWER, make.unit()))
    assert send("thu:12") == 202
    client.cookies["sessionid"] = "x" * 32
    assert send("thu:13") == 202

    assert stored() == [("thu:12", Who.MEMBER), ("thu:13", Who.GUEST)]


def test_agents_do_not_lift_the_allowance_of_a_network(hit, monkeypatch):
    monkeypatch.setattr(rules, "PER_NETWORK", 20)
    counted = [hit("thu:12", at="2026-11-24 10:05", agent=f"Mozilla {number}") for number in range(50)]

    assert counted == [True] * 20 + [False] * 30
    assert Hit.objects.count() == 20
    assert hit("thu:12", at="2026-11-24 10:05", address="203.113.1.2") is True
    assert hit("thu:12", at="2026-11-24 10:30", agent="Mozilla 0") is True


def test_pages_do_not_lift_the_allowance_of_a_network(hit, monkeypatch):
    monkeypatch.setattr(rules, "PER_NETWORK", 2)

    assert [hit(f"thu:{n}", at="2026-11-24 10:05") for n in (12, 13, 14)] == [True, True, False]


def test_what_is_counted_apart_takes_nothing_from_readers(hit, monkeypatch):
    monkeypatch.setattr(rules, "PER_NETWORK", 1)
    hits = [hit("thu:12", at="2026-11-24 10:05", who=who) for who in (Who.ROBOT, Who.NO_SCRIPT, Who.GUEST)]

    assert hits == [True, True, True]


@pytest.mark.parametrize("proxies", [0, 1])
def test_a_forged_forwarding_header_makes_no_new_network(send, settings, monkeypatch, proxies):
    settings.KHEO_PROXIES = proxies
    monkeypatch.setattr(rules, "PER_NETWORK", 3)
    said = [send("thu:12", agent=f"Mozilla {n}", HTTP_X_FORWARDED_FOR=f"198.51.100.{n}, 203.113.1.1") for n in range(9)]

    assert said == [202] * 3 + [204] * 6


def test_an_ipv6_line_is_one_network(hit, monkeypatch):
    monkeypatch.setattr(rules, "PER_NETWORK", 2)
    line = [hit("thu:12", at="2026-11-24 10:05", address=f"2001:ee0:4:7::{n}", agent=f"A{n}") for n in range(1, 5)]

    assert line == [True, True, False, False]
    assert hit("thu:12", at="2026-11-24 10:05", address="2001:ee0:4:8::1") is True


def test_nothing_kept_tells_an_address_or_a_browser(send):
    send("thu:12", address="203.113.77.88", agent="Mozilla TenTrinhDuyet")
    send("thu:12", address="203.113.77.88", agent="Mozilla TenTrinhDuyet")

    kept = [str(row) for model in (Hit, Presence, Salt) for row in model.objects.values_list()]
    assert [row for row in kept if "203.113" in row or "TenTrinhDuyet" in row] == []


def test_the_same_visitor_has_another_hash_on_another_day(hit):
    hit("thu:12", at="2026-11-24 10:05")
    hit("thu:12", at="2026-11-25 10:05")

    assert len(set(Hit.objects.values_list("visitor", flat=True))) == 2
    assert len(set(Hit.objects.values_list("network", flat=True))) == 2
    assert Salt.objects.count() == 2


def test_workers_share_the_secret_of_a_day(hit):
    assert hit("thu:12", at="2026-11-24 10:05") is True
    visitors.forget()  # as in another process

    assert hit("thu:12", at="2026-11-24 10:06") is False


def test_a_hit_costs_one_statement(hit):
    hit("thu:12", at="2026-11-24 10:05")
    connection = connections["visits"]
    connection.force_debug_cursor = True
    before = len(connection.queries_log)

    assert hit("thu:13", at="2026-11-24 10:05") is True

    assert len(connection.queries_log) - before == 1
    connection.force_debug_cursor = False


def test_who_is_here_is_who_was_seen_in_five_minutes(hit):
    hit("thu:12", at="2026-11-24 09:50", address="203.113.1.9")
    hit("thu:12", at="2026-11-24 10:05")
    hit("thu:13", at="2026-11-24 10:06")
    hit("thu:12", at="2026-11-24 10:07", address="203.113.1.2", who=Who.MEMBER)
    hit("thu:12", at="2026-11-24 10:07", address="203.113.1.3", who=Who.ROBOT)
    hit("thu:12", at="2026-11-24 10:07", address="203.113.1.4", who=Who.NO_SCRIPT)

    found = [queries.online(moment(f"2026-11-24 10:{at}")) for at in ("08", "11:30", "12:01")]

    assert [(each.guests, each.members, each.total) for each in found] == [(1, 1, 2), (0, 1, 1), (0, 0, 0)]


def test_who_comes_back_to_a_page_is_here_again(hit):
    hit("thu:12", at="2026-11-24 10:05")
    assert hit("thu:12", at="2026-11-24 10:20") is False

    assert queries.online(moment("2026-11-24 10:21")).guests == 1


def test_who_signs_in_is_a_member_and_one_person(hit):
    hit("thu:12", at="2026-11-24 10:05")
    hit("thu:13", at="2026-11-24 10:06", who=Who.MEMBER)

    found = queries.online(moment("2026-11-24 10:07"))
    assert (found.guests, found.members) == (0, 1)


def test_midnight_makes_no_second_person(hit):
    hit("thu:12", at="2026-11-24 23:58")
    hit("thu:12", at="2026-11-25 00:01")

    assert queries.online(moment("2026-11-25 00:02")).total == 1


def test_a_crowd_of_agents_is_no_crowd(hit):
    for number in range(rules.ONLINE_PER_NETWORK + 20):
        hit("thu:12", at="2026-11-24 10:05", agent=f"Mozilla {number}")

    assert queries.online(moment("2026-11-24 10:06")).total == rules.ONLINE_PER_NETWORK


def test_beyond_the_allowance_nobody_is_here(hit, monkeypatch):
    monkeypatch.setattr(rules, "PER_NETWORK", 5)
    for number in range(20):
        hit("thu:12", at="2026-11-24 10:05", agent=f"Mozilla {number}")
        hit("thu:12", at="2026-11-24 10:07", agent=f"Mozilla {number}")

    assert queries.online(moment("2026-11-24 10:08")).total == 5


def test_live_figures_are_handed_out(client, send):
    send("thu:12")

    answer = client.get("/dem/so/?t=thu:12&t=thu:14&t=la:1")

    assert answer.json() == {"views": {"thu:12": 1, "thu:14": 0}, "guests": 1, "members": 0, "total": 1, "site": 1}
    assert (answer["Cache-Control"], dict(answer.cookies)) == ("no-store", {})
    assert client.get("/dem/so/").json()["views"] == {}
