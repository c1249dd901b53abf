"""Many at the same moment on one poll: none is lost, none counts twice, and none slips in beside a change."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connections
from django.test import Client
from django.utils import timezone

from kheo.accounts.roles import Role
from kheo.polls import queries
from kheo.polls.actions import polls, sealing, votes
from kheo.polls.actions.votes import Already, Caller, Refused
from kheo.polls.lifecycle import NotYet
from kheo.polls.models import Tick, Vote, Voter
from tests import make

pytestmark = pytest.mark.django_db(transaction=True)
VOTERS, AT_ONCE = 200, 40  # browsers, and how many of them stand at the door in the same instant


def together(acts, at_once=None) -> list:
    """What each act gave or was refused with; the first `at_once` begin in the same instant, the rest as they leave."""
    start = Barrier(min(len(acts), at_once or len(acts)))

    def run(number, act):
        try:
            if number < start.parties:
                start.wait(timeout=30)
            return act()
        except (NotYet, Refused) as reason:
            return type(reason)
        finally:
            connections.close_all()

    with ThreadPoolExecutor(start.parties) as pool:
        waiting = [pool.submit(run, number, act) for number, act in enumerate(acts)]
        return [future.result(timeout=120) for future in waiting]


def browser(number):
    return Caller(browser=f"{number:064x}", network=f"203.0.113.{number % 250}")


def test_two_hundred_voters_at_once_are_all_counted_once():
    poll = make.poll(kind="multiple", max_ticks=2, choices="ABCD")
    keys = list(poll.choices.values_list("pk", flat=True))
    # Each browser presses twice at once, and each ballot ticks two of four choices by the browser's number.
    ballots = [[keys[number % 4], keys[(number + 1) % 4]] for number in range(VOTERS)]
    presses = [number for number in range(VOTERS) for _ in range(2)]

    def press(number):
        return lambda: votes.cast(poll, ballots[number], by=None, caller=browser(number))

    answers = together([press(number) for number in presses], AT_ONCE)

    assert sorted(map(str, answers)) == sorted([str(None)] * VOTERS + [str(Already)] * VOTERS)
    assert (Voter.objects.count(), Vote.objects.count(), Tick.objects.count()) == (VOTERS, VOTERS, 2 * VOTERS)
    counted = {line.text: line.ticks for line in queries.results_of([poll])[poll.pk].lines}
    assert counted == dict.fromkeys("ABCD", VOTERS // 2)


def test_a_double_click_on_the_page_sends_one_vote():
    poll = make.poll()
    client = Client()
    client.get(poll.get_absolute_url())
    key = poll.choices.first().pk
    twins = [Client(), Client()]
    for twin in twins:
        twin.cookies = client.cookies.copy()

    answers = together(
        [lambda twin=twin: twin.post(f"{poll.get_absolute_url()}phieu/", {"choice": key}) for twin in twins]
    )

    assert [answer.status_code for answer in answers] == [302, 302]
    assert (Voter.objects.count(), Vote.objects.count()) == (1, 1)


def test_members_of_one_office_vote_at_once_each_once():
    poll = make.poll(audience="members")
    members = [make.user() for _ in range(50)]
    key = poll.choices.first().pk
    office = Caller(browser="c" * 64, network="203.0.113.7")

    together([lambda by=by: votes.cast(poll, [key], by=by, caller=office) for by in members * 2], AT_ONCE)

    assert sorted(Voter.objects.values_list("user_id", flat=True)) == sorted(member.pk for member in members)


def test_no_vote_lands_beside_a_change_of_the_poll():
    """Whoever comes first, a poll taken back has no votes, and one with votes is not taken back."""
    head = make.member(Role.HEAD, make.province())
    for number in range(6):
        poll = make.poll()
        key = poll.choices.first().pk

        together([
            lambda poll=poll, key=key, number=number: votes.cast(poll, [key], by=None, caller=browser(number)),
            lambda poll=poll: polls.advance(poll, "take_back", by=head),
        ])  # fmt: skip

        poll.refresh_from_db()
        assert (poll.stage, poll.votes.count()) in [("drafting", 0), ("published", 1)]


def test_no_vote_lands_after_an_early_closing_and_sealing_loses_none():
    head = make.member(Role.HEAD, make.province())
    poll = make.poll(kind="multiple", max_ticks=2, choices="ABC")
    keys = list(poll.choices.values_list("pk", flat=True))

    def close():
        polls.close_early(poll, by=head, note="Đủ phiếu.")
        sealing.seal_closed()

    acts = [
        lambda n=n: votes.cast(poll, [keys[n % 3], keys[(n + 1) % 3]], by=None, caller=browser(n)) for n in range(40)
    ]
    answers = together([*acts[:20], close, *acts[20:]], 20)
    taken = sum(answer is None for answer in answers) - 1

    poll.refresh_from_db()
    assert poll.sealed_at is not None
    assert set(answers) <= {None, Refused}
    assert (poll.voters.count(), poll.votes.count(), Tick.objects.count()) == (taken, taken, 2 * taken)
    assert poll.is_closed(timezone.now())


def test_two_seals_at_once_seal_once():
    poll = make.closed_poll()
    now = timezone.now()

    answers = together([lambda: sealing.seal(poll.pk, at=now)] * 2)

    assert sorted(answers) == [False, True]
