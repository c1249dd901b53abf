"""One vote at a time: what is taken, what is refused with a sentence, and what each leaves behind."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from kheo.audit.models import Event
from kheo.polls.actions import votes
from kheo.polls.actions.votes import Already, Caller, Refused
from kheo.polls.models import NETWORK_LIMIT, NetworkKey, Tick, Vote, Voter
from tests import make

pytestmark = pytest.mark.django_db
HOME = Caller(browser="b" * 64, network="203.0.113.7")


def keys(poll, *places):
    of = dict(poll.choices.values_list("place", "pk"))
    return [of[place] for place in places]


def cast(poll, *places, by=None, caller=HOME, **rest):
    votes.cast(poll, keys(poll, *places), by=by, caller=caller, **rest)


def browser(number, network="203.0.113.7"):
    return Caller(browser=f"{number:064x}", network=network)


def counted():
    return Voter.objects.count(), Vote.objects.count(), Tick.objects.count()


def refused(poll, ticked, *, by=None, caller=HOME):
    before = counted()
    with pytest.raises(Refused) as reason:
        votes.cast(poll, ticked, by=by, caller=caller)
    assert counted() == before
    return str(reason.value)


def test_a_vote_of_a_browser_leaves_a_line_and_a_ballot_that_do_not_know_each_other():
    poll = make.poll()

    cast(poll, 2)

    voter, vote = Voter.objects.get(), Vote.objects.get()
    assert (voter.user, voter.browser, vote.voter) == (None, HOME.browser, None)
    assert [tick.choice.text for tick in vote.ticks.all()] == ["Không"]
    assert voter.network not in ("", HOME.network)


def test_ticks_are_counted_by_the_limits_of_the_poll():
    poll = make.poll(kind="multiple", min_ticks=2, max_ticks=3, choices="ABCDE")
    elsewhere = keys(make.poll(), 1)

    assert [refused(poll, keys(poll, *places)) for places in ((), (1,), (1, 2, 3, 4))] == [
        "Chọn từ 2 đến 3 phương án; phiếu này đang chọn 0.",
        "Chọn từ 2 đến 3 phương án; phiếu này đang chọn 1.",
        "Chọn từ 2 đến 3 phương án; phiếu này đang chọn 4.",
    ]
    assert refused(poll, keys(poll, 1, 1)) == "Một phương án chỉ chọn được một lần."
    foreign = "Có phương án không thuộc bình chọn này. Hãy mở lại trang rồi chọn."
    assert [refused(poll, [*keys(poll, 1), key]) for key in (*elsewhere, None, 0)] == [foreign] * 3
    cast(poll, 1, 3)
    assert counted() == (1, 1, 2)


@pytest.mark.parametrize(
    ("facts", "sentence"),
    [
        ({"closes_at": timezone.now() - timedelta(seconds=1)}, "Bình chọn này đã đóng, không nhận thêm phiếu."),
        ({"opens_at": timezone.now() + timedelta(hours=1)}, "Chưa đến giờ mở."),
        ({"stage": "drafting"}, "Chưa đến giờ mở."),
    ],
)
def test_a_poll_that_is_not_open_takes_nothing(facts, sentence):
    poll = make.poll(**facts)

    assert refused(poll, keys(poll, 1)) == sentence


def test_open_runs_from_its_first_moment_to_just_before_its_last():
    poll = make.poll()

    for number, at in enumerate((poll.opens_at, poll.closes_at - timedelta(microseconds=1))):
        cast(poll, 1, caller=browser(number), at=at)
    for at in (poll.opens_at - timedelta(microseconds=1), poll.closes_at):
        with pytest.raises(Refused):
            cast(poll, 1, caller=browser(9), at=at)

    assert counted() == (2, 2, 2)


def test_a_browser_votes_once_in_each_poll():
    poll, other = make.poll(), make.poll()
    cast(poll, 1)

    with pytest.raises(Already, match="Trình duyệt này đã gửi một phiếu"):
        cast(poll, 2)
    cast(other, 2)

    assert [vote.ticks.get().choice.text for vote in poll.votes.all()] == ["Có"]


def test_a_browser_without_a_token_is_told_to_open_the_page_again():
    poll = make.poll()

    assert refused(poll, keys(poll, 1), caller=Caller(network="203.0.113.7")) == votes.NO_TOKEN


def test_a_member_votes_once_wherever_they_sit():
    poll, member = make.poll(audience="members"), make.user()

    assert refused(poll, keys(poll, 1)) == votes.FOR_MEMBERS
    cast(poll, 1, by=member)
    with pytest.raises(Already, match="Đồng chí đã gửi phiếu"):
        cast(poll, 2, by=member, caller=browser(5))

    assert counted() == (1, 1, 1)


def test_members_share_a_browser_but_nobody_votes_there_with_and_without_an_account():
    poll, one, other, third = make.poll(), make.user(), make.user(), make.user()

    cast(poll, 1, by=one)
    cast(poll, 2, by=other)
    assert refused(poll, keys(poll, 1)) == votes.BROWSER_VOTED
    cast(poll, 1, caller=browser(7))
    assert refused(poll, keys(poll, 1), by=third, caller=browser(7)) == votes.BROWSER_VOTED

    assert counted() == (3, 3, 3)


def test_a_network_that_is_full_leaves_other_networks_members_and_tomorrow():
    poll = make.poll()
    cast(poll, 1, caller=browser(0))
    network = Voter.objects.get().network
    Voter.objects.bulk_create(
        Voter(poll=poll, browser=f"{number:064x}", network=network) for number in range(1, NETWORK_LIMIT)
    )
    late, tomorrow = browser(NETWORK_LIMIT), timezone.now() + timedelta(days=1)

    assert refused(poll, keys(poll, 1), caller=late) == votes.NETWORK_FULL
    cast(make.poll(), 1, caller=late)
    cast(poll, 1, caller=browser(NETWORK_LIMIT + 1, network="198.51.100.2"))
    cast(poll, 1, by=make.user(), caller=late)
    poll.closes_at += timedelta(days=2)
    poll.save()
    cast(poll, 1, caller=browser(NETWORK_LIMIT + 2), at=tomorrow)

    assert poll.voters.count() == NETWORK_LIMIT + 3


def test_a_network_has_another_digest_each_day_and_in_each_poll_and_old_keys_are_gone():
    poll, other = make.poll(closes_at=timezone.now() + timedelta(days=5)), make.poll()
    today = timezone.now()
    cast(poll, 1, caller=browser(1), at=today)
    cast(other, 1, caller=browser(2), at=today)
    cast(poll, 1, caller=browser(3), at=today + timedelta(days=1))

    assert len(set(Voter.objects.values_list("network", flat=True))) == 3
    assert [kept.day for kept in NetworkKey.objects.all()] == [timezone.localdate(today + timedelta(days=1))]


def test_a_vote_leaves_no_event_on_the_trail():
    cast(make.poll(), 1)

    assert not Event.objects.exists()


def test_a_poll_by_name_ties_the_ballot_to_its_voter():
    poll, member = make.poll(audience="members", is_secret=False), make.user()

    cast(poll, 2, by=member)

    assert [(vote.voter.user, vote.ticks.get().choice.text) for vote in poll.votes.all()] == [(member, "Không")]


@pytest.mark.parametrize(
    "row",
    [
        lambda poll, user: {"user": user},
        lambda poll, user: {"browser": "b" * 64},
        lambda poll, user: {},
    ],
)
def test_the_database_itself_holds_one_line_for_one_voter(row):
    poll, user = make.poll(), make.user()
    Voter.objects.create(poll=poll, user=user)
    Voter.objects.create(poll=poll, browser="b" * 64)

    with pytest.raises(IntegrityError), transaction.atomic():
        Voter.objects.create(poll=poll, **row(poll, user))


def test_the_database_itself_holds_what_a_poll_can_be():
    wrong = [
        {"is_secret": False, "audience": "everyone"}, {"kind": "single", "max_ticks": 2}, {"min_ticks": 0},
        {"kind": "multiple", "min_ticks": 3, "max_ticks": 2}, {"conclusion": "Mở lớp"},
        {"closes_at": timezone.now() - timedelta(days=3)}, {"stage": "open"},
    ]  # fmt: skip

    for facts in wrong:
        with pytest.raises(IntegrityError), transaction.atomic():
            make.poll(**facts)
