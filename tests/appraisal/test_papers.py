"""Paper sheets: typed in with the scan, counted once checked by another, corrected with a reason."""

from decimal import Decimal
from io import BytesIO

import pytest
from django.core.exceptions import PermissionDenied
from django.core.files.storage import default_storage

from kheo.accounts.roles import Role
from kheo.appraisal.actions import panels, papers, sheets
from kheo.appraisal.actions.papers import Paper
from kheo.appraisal.actions.sheets import LATE
from kheo.appraisal.models import Column, ScoreChange, ScoreSheet
from kheo.appraisal.models.judged import mark_of, missing_works
from kheo.core.filechecks import BadFile
from kheo.movement.lifecycle.move import NotYet
from tests import make
from tests.appraisal.judging import answers, bench, sent

pytestmark = pytest.mark.django_db


def entered(court, file, juror, *points, by=None, name="phieu.jpg", **facts):
    paper = Paper(juror, answers(court.rules, *points), **facts)
    return papers.enter(file, Column.COUNCIL, paper, BytesIO(make.picture()), name, by=by or court.specialist())


def kept_scans():
    return sorted(default_storage.listdir("score-sheets")[1]) if default_storage.exists("score-sheets") else []


def test_a_paper_sheet_counts_once_another_person_has_checked_it():
    court = bench(1)
    file, by = court.file(), court.specialist()

    sheet = entered(court, file, court.jurors[0], 10, by=by)

    assert (sheet.total, sheet.entered_by, mark_of(file)) == (Decimal(60), by, None)
    assert "phiếu chấm của hội đồng" in [ask.label for ask in missing_works(file)]
    with pytest.raises(NotYet, match="phải khác người nhập"):
        papers.check(sheet, by=by)
    papers.check(sheet, by=court.specialist())
    assert mark_of(file) == 60
    with pytest.raises(NotYet, match="đã được kiểm tra"):
        papers.check(sheet, by=court.specialist())


def test_a_secret_or_broken_scan_is_refused_and_nothing_stays():
    court = bench(1)
    file = court.file()
    before = kept_scans()

    with pytest.raises(BadFile):
        entered(court, file, court.jurors[0], 10, name="TỐI MẬT.jpg")
    with pytest.raises(NotYet, match="chưa chấm"):
        entered(court, file, court.jurors[0], 10, None)
    assert not ScoreSheet.objects.exists()
    assert kept_scans() == before


def test_a_paper_is_taken_only_of_a_juror_who_has_the_file_and_nothing_sent():
    court = bench(2)
    one, two = court.jurors
    file = court.file(to=[one])

    with pytest.raises(NotYet, match="chưa được giao"):
        entered(court, file, two, 10)
    sent(file, one, 10)
    with pytest.raises(NotYet, match="đã có"):
        entered(court, file, one, 5)


def test_a_paper_takes_the_place_of_a_draft_and_may_say_no_opinion():
    court = bench(1)
    juror, file = court.jurors[0], court.file()
    sheets.write(file, Column.COUNCIL, answers(court.rules, 3), by=juror)

    sheet = entered(court, file, juror, abstained_reason="Không dự họp phần này")

    assert (sheet.is_abstained, ScoreSheet.objects.count()) == (True, 1)


def test_a_paper_after_the_panel_closed_is_left_out_openly():
    court = bench(1)
    file = court.file()
    panels.close(court.panel, by=court.panel.made_by)

    assert entered(court, file, court.jurors[0], 10).left_out_reason == LATE


def test_a_paper_of_somebody_tied_to_the_file_is_refused_with_their_name():
    court = bench(1)
    juror, file = court.jurors[0], court.file()
    file.exemplar.author = juror
    file.exemplar.save()

    with pytest.raises(NotYet, match=f"{juror} không tham gia xét"):
        entered(court, file, juror, 10)


def test_each_correction_has_its_reason_and_is_checked_anew():
    court = bench(1)
    file, checker = court.file(), court.specialist()
    sheet = entered(court, file, court.jurors[0], 10)
    papers.check(sheet, by=checker)
    other = answers(court.rules, 10, 12, 10, 10, 10, 10)

    with pytest.raises(NotYet, match="lý do"):
        papers.correct(sheet, other, by=checker, reason=" ")
    with pytest.raises(NotYet, match="không bỏ trống"):
        papers.correct(sheet, answers(court.rules, None), by=checker, reason="x")
    [change] = papers.correct(sheet, other, by=checker, reason="Trên giấy ghi 12")

    assert (change.before, change.after, change.reason) == (Decimal(10), Decimal(12), "Trên giấy ghi 12")
    sheet.refresh_from_db()
    assert (sheet.total, sheet.checked_by) == (Decimal(62), None)
    with pytest.raises(NotYet, match="Không có điểm nào thay đổi"):
        papers.correct(sheet, other, by=checker, reason="Trên giấy ghi 12")


def test_nobody_corrects_what_a_juror_or_the_unit_sent_themselves():
    court = bench(1)
    file, leader = court.file(), None
    leader = make.member(Role.UNIT_LEADER, file.exemplar.unit)
    sheets.write(file, Column.SELF, answers(court.rules, 10), by=leader)
    own = sheets.send(file, Column.SELF, by=leader)

    for sheet in (own, sent(file, court.jurors[0], 10)):
        with pytest.raises(NotYet, match="chính người chấm"):
            papers.correct(sheet, answers(court.rules, 9), by=court.head(), reason="Chấm cao quá")
    assert not ScoreChange.objects.exists()


def test_a_colleague_corrects_the_appraisers_column_with_a_reason():
    court = bench(1)
    file, one = court.file(), court.specialist()
    sheets.write(file, Column.APPRAISER, answers(court.rules, 10), by=one)
    sheet = sheets.send(file, Column.APPRAISER, by=one)

    changes = papers.correct(sheet, answers(court.rules, 9), by=court.head(), reason="Thiếu minh chứng")

    assert len(changes) == 6
    with pytest.raises(PermissionDenied):
        papers.correct(sheet, answers(court.rules, 8), by=court.jurors[0], reason="x")
