"""Two at the same moment: a letter goes once, sending or cancelling wins and never both, nobody is told twice."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.core import mail as sent
from django.db import connections, transaction

from kheo.accounts.roles import Role
from kheo.audit.models import Event, breaks, record
from kheo.notices.about import About
from kheo.notices.actions import mails, outbox
from kheo.notices.actions.telling import tell
from kheo.notices.models import Dispatch, Mail, Notice
from tests import make

pytestmark = pytest.mark.django_db(transaction=True)
TURNS = 6


def together(*acts):
    """What each act gave, begun in the same instant."""
    door = Barrier(len(acts))

    def enter(act):
        door.wait()
        try:
            return act()
        finally:
            connections.close_all()

    with ThreadPoolExecutor(len(acts)) as pool:
        return [future.result(60) for future in [pool.submit(enter, act) for act in acts]]


@pytest.fixture
def province():
    return make.province()


@pytest.fixture
def senders(province):
    return [make.member(Role.SPECIALIST, province) for _ in range(2)]


@pytest.fixture
def commune():
    place = make.unit()
    for role in (Role.OFFICER, Role.UNIT_LEADER):
        make.member(role, place, email=f"{role}@example.vn")
    return place


def put(province, commune, count=1, **facts):
    return [make.dispatch(f"Thư {number}", to=[commune], unit=province, **facts) for number in range(count)]


def test_two_who_press_send_at_once_send_each_letter_once(province, senders, commune):
    letters = put(province, commune, 10)

    # One has ticked from the top of the list, the other from its end: neither waits for ever.
    done = together(
        lambda: outbox.send(letters, by=senders[0]),
        lambda: outbox.send(letters[::-1], by=senders[1]),
    )

    assert sorted(one.letters for one in done) == [0, 10]
    assert Notice.objects.count() == 20
    assert Event.objects.filter(verb="dispatch.send").count() == 10
    assert len({letter.ended_by_id for letter in Dispatch.objects.all()}) == 1
    assert len(sent.outbox) == 20


def test_of_sending_and_cancelling_one_wins(province, senders, commune):
    for _ in range(TURNS):
        (letter,) = put(province, commune)
        Notice.objects.all().delete()

        went, gone = together(
            lambda letter=letter: outbox.send([letter], by=senders[0]),
            lambda letter=letter: outbox.cancel([letter], by=senders[1], reason="Họp lại"),
        )

        letter.refresh_from_db()
        assert (went.letters, gone.letters, letter.stage, Notice.objects.count()) in [
            (1, 0, "sent", 2),
            (0, 1, "cancelled", 0),
        ]


def test_a_later_decision_against_a_sending_knows_what_went(province, senders, commune):
    """The deciding act has written to the trail before it stops the letter, as acts of rooms above do."""
    thing = {"about_kind": "movement.exemplar", "about_pk": 7}

    def decide():
        with transaction.atomic():
            record("demo.build", province, by=senders[1])
            return outbox.supersede(About("movement.exemplar", 7), by=senders[1], reason="Quyết định khác")

    for _ in range(TURNS):
        Dispatch.objects.all().delete()
        letters = put(province, commune, 5, **thing)

        went, stopped = together(lambda letters=letters: outbox.send(letters, by=senders[0]), decide)

        assert (went.letters, stopped.cancelled, stopped.sent_before) in [(5, 0, 5), (0, 5, 0)]


def test_one_step_put_twice_at_once_is_one_letter(province, senders, commune):
    for turn in range(TURNS):

        def press(turn=turn):
            return outbox.put([commune], "Báo kết quả", "", unit=province, by=senders[0], key=f"bước {turn}")

        first, second = together(press, press)

        assert first.pk == second.pk
        assert first.recipients.count() == 1


def test_one_step_told_twice_at_once_is_told_once(commune):
    people = [held.user for held in commune.memberships.all()]
    for turn in range(TURNS):

        def press(turn=turn):
            return tell(people, "Đã duyệt", key=f"bước {turn}")

        together(press, press)

        assert Notice.objects.filter(key=f"bước {turn}").count() == 2
    assert len(sent.outbox) == Mail.objects.count() == 2 * TURNS


def test_two_workers_send_each_mail_once(commune, monkeypatch):
    monkeypatch.setattr(mails, "_ask", [])
    people = [held.user for held in commune.memberships.all()]
    for turn in range(20):
        tell(people, f"Việc {turn}")

    done = together(mails.send_due, mails.send_due)

    assert sum(went for went, _ in done) == len(sent.outbox) == 40
    assert len({(message.subject, *message.to) for message in sent.outbox}) == 40
    assert Mail.objects.waiting().count() == 0


def test_the_chain_holds_after_many_at_once(province, senders, commune):
    letters = put(province, commune, 8)

    together(
        lambda: outbox.send(letters[:4], by=senders[0]),
        lambda: outbox.cancel(letters[2:6], by=senders[1], reason="Họp lại"),
        lambda: outbox.send(letters[4:], by=senders[0]),
    )

    assert list(breaks()) == []
    assert Dispatch.objects.waiting().count() == 0
    assert Event.objects.filter(verb__startswith="dispatch.").count() == 8
