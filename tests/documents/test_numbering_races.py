"""Two hundred numbers at once, and two people with one paper: no gap, no double, one outcome."""

from concurrent.futures import ThreadPoolExecutor
from datetime import date
from threading import Barrier

import pytest
from django.db import connections, transaction

from kheo.accounts.move import NotYet
from kheo.accounts.roles import Role
from kheo.audit.models import Event, record
from kheo.documents import queries
from kheo.documents.actions import issuing, numbers
from kheo.documents.models import PaperRecord, RegisterEntry
from tests import make

pytestmark = pytest.mark.django_db(transaction=True)
DAY = date(2026, 10, 9)
TOGETHER = 20


def together(acts, at_once=TOGETHER) -> list:
    """What each act gave or was refused with; the first `at_once` begin in the same instant, the rest as they leave."""
    start = Barrier(min(len(acts), at_once))

    def run(number, act):
        try:
            if number < start.parties:
                start.wait(timeout=60)
            return act()
        except (NotYet, Undone) as reason:
            return type(reason)
        finally:
            connections.close_all()

    with ThreadPoolExecutor(start.parties) as pool:
        waiting = [pool.submit(run, number, act) for number, act in enumerate(acts)]
        return [future.result(timeout=300) for future in waiting]


class Undone(Exception):
    """The act around a number fell, after the number was taken."""


def test_two_hundred_numbers_at_once_have_no_gap_and_no_double():
    register = make.number_register()
    clerk = make.member(Role.SPECIALIST, register.unit)

    said = together([lambda: numbers.take(register, kind="decision", on=DAY, by=clerk).said] * 200)

    assert sorted(said, key=int) == [f"{number:02d}" for number in range(1, 201)]
    assert sorted(RegisterEntry.objects.values_list("number", flat=True)) == list(range(1, 201))
    assert [(shown.line.last, shown.missing) for shown in queries.register_lines(register)] == [(200, ())]


def test_acts_that_fall_after_their_number_leave_no_gap_among_those_that_stand():
    register = make.number_register()
    clerk = make.member(Role.SPECIALIST, register.unit)

    def falls():
        with transaction.atomic():
            numbers.take(register, kind="decision", on=DAY, by=clerk)
            raise Undone

    stands = lambda: numbers.take(register, kind="decision", on=DAY, by=clerk).number  # noqa: E731

    answers = together([stands, falls] * 30)

    assert sorted(answer for answer in answers if answer is not Undone) == list(range(1, 31))
    assert answers.count(Undone) == 30


def test_acts_that_record_first_and_acts_that_do_not_never_wait_for_each_other_forever():
    register = make.number_register()
    clerk = make.member(Role.SPECIALIST, register.unit)

    def after_an_event():
        with transaction.atomic():
            record("numberregister.change", register, by=clerk)
            return numbers.take(register, kind="decision", on=DAY, by=clerk).number

    plainly = lambda: numbers.take(register, kind="decision", on=DAY, by=clerk).number  # noqa: E731

    assert sorted(together([after_an_event, plainly] * 20)) == list(range(1, 41))


def test_two_people_issue_one_paper_and_one_number_is_used():
    register = make.number_register()
    clerks = [make.member(Role.SPECIALIST, register.unit) for _ in range(2)]
    for _ in range(5):
        row = make.paper_record(unit=register.unit, by=clerks[0])

        answers = together([
            lambda by=by, row=row: issuing.issue(row, on=DAY, signer="Lê Quang Vinh", register=register, by=by).number
            for by in clerks
        ])  # fmt: skip

        assert answers.count(NotYet) == 1

    assert sorted(RegisterEntry.objects.values_list("number", flat=True)) == [1, 2, 3, 4, 5]


def test_two_people_confirm_at_once_and_one_is_told_so():
    row = make.issued_paper()
    heads = [make.member(Role.HEAD, row.unit) for _ in range(2)]

    answers = together([lambda by=by: issuing.confirm(row, by=by).confirmed_by for by in heads])

    assert answers.count(NotYet) == 1
    row.refresh_from_db()
    assert row.confirmed_by in answers
    assert Event.objects.filter(verb="paperrecord.confirm").count() == 1


def test_a_correction_against_a_confirmation_never_changes_what_was_confirmed():
    for _ in range(4):
        row = make.issued_paper()
        head, clerk = make.member(Role.HEAD, row.unit), make.member(Role.SPECIALIST, row.unit)
        facts = {"number": "06", "on": DAY, "signer": "Lê Quang Vinh", "signer_title": "Bí thư", "note": "gõ nhầm"}

        answers = together([
            lambda row=row, head=head: issuing.confirm(row, by=head).number,
            lambda row=row, clerk=clerk, facts=facts: issuing.correct(row, by=clerk, **facts).number,
        ])  # fmt: skip

        row = PaperRecord.objects.get(pk=row.pk)
        assert (answers, row.number) in [(["05", NotYet], "05"), (["06", "06"], "06")]
