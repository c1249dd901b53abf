"""Two at the same moment in the scoring of files: nothing is sent twice, given twice, or counted of who must keep away."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connections

from kheo.appraisal.actions import assigning, conflicts, panels, papers, sheets
from kheo.appraisal.models import Assignment, Column, ScoreSheet
from kheo.appraisal.models.judged import mark_of
from kheo.audit.models import Event
from kheo.movement.lifecycle.move import NotYet
from tests.appraisal.judging import answers, bench
from tests.appraisal.test_papers import entered

pytestmark = pytest.mark.django_db(transaction=True)
TURNS = 5  # whoever comes first differs from turn to turn


def together(*acts) -> list:
    """What each act gave, or the kind of its refusal; all begin in the same instant."""
    start = Barrier(len(acts))

    def run(act):
        try:
            start.wait(timeout=30)
            return act()
        except NotYet as reason:
            return type(reason)
        finally:
            connections.close_all()

    with ThreadPoolExecutor(len(acts)) as pool:
        return [future.result(timeout=60) for future in [pool.submit(run, act) for act in acts]]


def test_a_juror_who_sends_from_two_phones_sends_each_sheet_once():
    court = bench(1)
    juror = court.jurors[0]
    files = [court.file() for _ in range(4)]
    for file in files:
        sheets.write(file, Column.COUNCIL, answers(court.rules, 10), by=juror)
    keys = [file.pk for file in files]

    got = together(lambda: sheets.send_all(keys, by=juror), lambda: sheets.send_all(keys[::-1], by=juror))

    assert sorted(len(each) if isinstance(each, list) else 0 for each in got) == [0, 4]
    assert ScoreSheet.objects.exclude(sent_at=None).count() == 4
    assert Event.objects.filter(verb="nomination.send_sheet").count() == 4


def test_two_phones_that_begin_one_sheet_make_one_sheet():
    court = bench(1)
    juror, file = court.jurors[0], court.file()

    together(*[lambda n=n: sheets.write(file, Column.COUNCIL, answers(court.rules, n), by=juror) for n in (3, 7)])

    sheet = ScoreSheet.objects.get()
    assert sheet.total in (18, 42)
    assert sum(sheet.scores.values_list("points", flat=True)) == sheet.total


def test_a_double_press_gives_each_file_once():
    court = bench(4, least_jurors=2)
    files = [court.file(to=[]) for _ in range(6)]
    by = court.panel.made_by

    together(lambda: assigning.share_out(court.panel, by=by), lambda: assigning.share_out(court.panel, by=by))

    assert Assignment.objects.count() == 12
    assert {file.assignments.count() for file in files} == {2}
    seats = list(court.panel.seats.values_list("pk", flat=True))
    keys = [file.pk for file in files]
    together(*[lambda: assigning.assign_many(court.panel, keys, seats, by=by)] * 2)
    assert Assignment.objects.count() == 24


def test_a_seat_left_while_sending_leaves_the_sheet_sent_or_the_file_given_back():
    for _ in range(TURNS):
        court = bench(1)
        juror, file = court.jurors[0], court.file()
        sheets.write(file, Column.COUNCIL, answers(court.rules, 10), by=juror)
        seat = court.panel.seats.get()

        together(
            lambda file=file, juror=juror: sheets.send_all([file.pk], by=juror),
            lambda seat=seat, by=court.panel.made_by: panels.leave(seat, by=by, reason="Chuyển công tác"),
        )

        is_sent = ScoreSheet.objects.get(nomination=file).is_sent
        is_given = Assignment.objects.filter(nomination=file, taken_back_at=None).exists()
        assert is_sent == is_given


def test_kin_declared_while_sending_never_leaves_a_sheet_that_counts():
    for _ in range(TURNS):
        court = bench(1)
        juror, file = court.jurors[0], court.file()
        sheets.write(file, Column.COUNCIL, answers(court.rules, 10), by=juror)

        together(
            lambda file=file, juror=juror: sheets.send_all([file.pk], by=juror),
            lambda file=file, juror=juror: conflicts.declare_kin(file, user=juror, kinship="spouse", by=juror),
        )

        sheet = ScoreSheet.objects.get(nomination=file)
        assert mark_of(file) is None
        assert not sheet.is_sent or sheet.left_out_reason.startswith(conflicts.FOUND_LATE)


def test_a_panel_closed_while_sending_has_the_sheet_in_time_or_none():
    for _ in range(TURNS):
        court = bench(1)
        juror, file = court.jurors[0], court.file()
        sheets.write(file, Column.COUNCIL, answers(court.rules, 10), by=juror)

        together(
            lambda file=file, juror=juror: sheets.send_all([file.pk], by=juror),
            lambda panel=court.panel: panels.close(panel, by=panel.made_by),
        )

        sheet = ScoreSheet.objects.get(nomination=file)
        assert (sheet.is_sent, sheet.left_out_reason) in [(True, ""), (False, "")]


def test_two_who_check_one_paper_check_it_once():
    court = bench(1)
    sheet = entered(court, court.file(), court.jurors[0], 10)

    got = together(*[lambda by=by: papers.check(sheet, by=by) for by in (court.specialist(), court.specialist())])

    assert got.count(NotYet) == 1
    assert Event.objects.filter(verb="nomination.check_paper").count() == 1
