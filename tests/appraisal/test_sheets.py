"""Sheets in three columns: drafts, sending, abstaining, opening again; who may and who may not."""

from decimal import Decimal

import pytest
from django.core.exceptions import PermissionDenied

from kheo.accounts.roles import Role
from kheo.appraisal.actions import assigning, panels, sheets
from kheo.appraisal.actions.sheets import LATE, Answer
from kheo.appraisal.models import Column, Criterion, Nomination, Profile, Score, ScoreSheet
from kheo.appraisal.models.judged import mark_of, missing_works
from kheo.audit.models import Event
from kheo.movement.lifecycle.move import NotYet
from tests import make
from tests.appraisal import making
from tests.appraisal.judging import answers, bench, sent

pytestmark = pytest.mark.django_db


def events(*verbs):
    return list(Event.objects.filter(verb__in=verbs).values_list("verb", "by"))


def test_a_draft_is_kept_and_leaves_no_event_until_it_is_sent():
    court = bench(1)
    juror, file = court.jurors[0], court.file()
    before = Event.objects.count()

    sheet = sheets.write(file, Column.COUNCIL, answers(court.rules, 8, 0), by=juror, comment="Đang xem")

    assert (sheet.total, sheet.is_sent, sheet.panel) == (None, False, court.panel)
    assert list(sheet.scores.values_list("points", flat=True)) == [Decimal(8), Decimal(0)]
    assert Event.objects.count() == before
    with pytest.raises(NotYet, match="còn tiêu chí chưa chấm"):
        sheets.send_all([file.pk], by=juror)

    sheets.write(file, Column.COUNCIL, answers(court.rules, 8, 0, 15, 20, 25, 15), by=juror)
    [sheet] = sheets.send_all([file.pk], by=juror)

    assert (sheet.total, sheet.is_sent) == (Decimal("83.000"), True)
    assert events("nomination.send_sheet") == [("nomination.send_sheet", juror.pk)]


def test_all_finished_sheets_go_in_one_act_or_none_does():
    court = bench(1)
    juror = court.jurors[0]
    done, half = court.file(), court.file()
    sheets.write(done, Column.COUNCIL, answers(court.rules, 5), by=juror)
    sheets.write(half, Column.COUNCIL, answers(court.rules, 5, None), by=juror)

    with pytest.raises(NotYet, match="chưa phiếu nào được gửi"):
        sheets.send_all([done.pk, half.pk], by=juror)
    assert not ScoreSheet.objects.exclude(sent_at=None).exists()

    assert [sheet.nomination for sheet in sheets.send_all([done.pk], by=juror)] == [done]
    with pytest.raises(NotYet, match="Không còn phiếu nào chờ gửi"):
        sheets.send_all([done.pk], by=juror)


def test_points_stay_within_the_maximum_and_the_old_ones_stay_when_refused():
    court = bench(1)
    file, juror = court.file(), court.jurors[0]
    sheets.write(file, Column.COUNCIL, answers(court.rules, 9), by=juror)

    for points in ("10.01", "-0.01"):
        with pytest.raises(NotYet, match="điểm từ 0 đến 10"):
            sheets.write(file, Column.COUNCIL, answers(court.rules, points), by=juror)

    assert set(Score.objects.values_list("points", flat=True)) == {Decimal(9)}


def test_criteria_of_another_rule_set_are_refused():
    court, other = bench(1), making.rule_set()
    strange = Criterion.objects.filter(group__rule_set=other).first().pk

    with pytest.raises(NotYet, match="không thuộc bộ tiêu chí"):
        sheets.write(court.file(), Column.COUNCIL, {strange: Answer(Decimal(1))}, by=court.jurors[0])


def test_only_a_juror_who_was_given_the_file_scores_it():
    court = bench(2)
    one, two = court.jurors
    file = court.file(to=[one])

    with pytest.raises(NotYet, match="không được giao"):
        sheets.write(file, Column.COUNCIL, answers(court.rules, 5), by=two)
    assignment = assigning.assign(file, court.panel.seats.get(user=two), by=court.panel.made_by)
    sheets.write(file, Column.COUNCIL, answers(court.rules, 5), by=two)
    assigning.take_back(assignment, by=court.panel.made_by, reason="Giao nhầm")
    with pytest.raises(NotYet, match="Không còn phiếu nào"):
        sheets.send_all([file.pk], by=two)


def test_an_abstention_is_an_answer_with_a_reason():
    court = bench(2, least_jurors=1)
    one, two = court.jurors
    file = court.file()
    sent(file, one, 10)

    with pytest.raises(NotYet, match="vì sao"):
        sheets.abstain(file, by=two, reason=" ")
    assert "phiếu chấm của hội đồng" in [ask.label for ask in missing_works(file)]
    sheet = sheets.abstain(file, by=two, reason="Không am hiểu lĩnh vực")

    assert (sheet.is_abstained, sheet.total) == (True, None)
    assert "phiếu chấm của hội đồng" not in [ask.label for ask in missing_works(file)]
    assert mark_of(file) == Decimal(60)  # six lines of ten points, of a hundred


def test_a_juror_opens_the_own_sheet_again_until_the_panel_closes():
    court = bench(2)
    one, two = court.jurors
    file = court.file()
    sheet = sent(file, one, 10)

    with pytest.raises(NotYet, match="lý do"):
        sheets.reopen(sheet, by=one, reason="")
    with pytest.raises(NotYet, match="của mình"):
        sheets.reopen(sheet, by=two, reason="Muốn sửa giúp")
    sheets.reopen(sheet, by=one, reason="Chấm nhầm tiêu chí 2")
    assert not ScoreSheet.objects.get(pk=sheet.pk).is_sent
    sent(file, one, 5)
    panels.close(court.panel, by=court.panel.made_by)
    with pytest.raises(NotYet, match="Hội đồng đã kết thúc"):
        sheets.reopen(ScoreSheet.objects.get(pk=sheet.pk), by=one, reason="Lần nữa")


def test_what_comes_after_the_conclusion_is_kept_and_openly_left_out():
    court = bench(1)
    juror, file = court.jurors[0], court.file()
    Nomination.objects.filter(pk=file.pk).update(stage="appraised")

    sheet = sent(file, juror, 10)

    assert sheet.left_out_reason == LATE
    assert mark_of(file) is None


@pytest.mark.parametrize("stage", ["returned", "granted", "declined", "dropped"])
def test_a_file_that_is_not_with_the_panel_takes_no_sheet(stage):
    court = bench(1)
    file = court.file()
    Nomination.objects.filter(pk=file.pk).update(stage=stage)

    with pytest.raises(NotYet, match="không chấm được lúc này"):
        sheets.write(file, Column.COUNCIL, answers(court.rules, 5), by=court.jurors[0])


def test_the_unit_scores_itself_and_its_leader_sends_it():
    court = bench(1)
    file = court.file()
    unit = file.exemplar.unit
    officer, leader = make.member(Role.OFFICER, unit), make.member(Role.UNIT_LEADER, unit)
    proof = file.exemplar.evidence.first()
    said = answers(court.rules, 10)
    first = next(iter(said))
    said[first] = Answer(Decimal(9), note="Nghị quyết chi bộ", evidence=(proof.pk,))

    sheet = sheets.write(file, Column.SELF, said, by=officer)
    with pytest.raises(PermissionDenied):
        sheets.send(file, Column.SELF, by=officer)
    sheets.send(file, Column.SELF, by=leader)

    score = Score.objects.get(sheet=sheet, criterion=first)
    assert (score.note, list(score.evidence.all())) == ("Nghị quyết chi bộ", [proof])
    assert ScoreSheet.objects.get().juror == leader
    with pytest.raises(PermissionDenied):
        sheets.write(file, Column.SELF, said, by=make.member(Role.OFFICER, make.unit()))


def test_evidence_of_another_file_is_not_attached():
    court = bench(1)
    file = court.file()
    foreign = make.evidence(make.exemplar())
    key = next(iter(answers(court.rules, 1)))

    sheet = sheets.write(
        file, Column.SELF, {key: Answer(Decimal(1), evidence=(foreign.pk,))},
        by=make.member(Role.OFFICER, file.exemplar.unit),
    )  # fmt: skip

    assert list(sheet.scores.get().evidence.all()) == []


def test_the_specialist_scores_but_not_a_file_of_their_own():
    court = bench(1)
    file, by = court.file(), court.specialist()

    sheets.write(file, Column.APPRAISER, answers(court.rules, 10), by=by)
    sheets.send(file, Column.APPRAISER, by=by)

    assert ScoreSheet.objects.get().juror == by
    own = court.file(
        exemplar=making.ripe_exemplar(make.unit("thôn Hạ", under=court.rules.unit, level="base"), author=by)
    )
    with pytest.raises(NotYet, match="người soạn hồ sơ"):
        sheets.write(own, Column.APPRAISER, answers(court.rules, 10), by=by)


def test_who_only_typed_a_file_in_is_not_its_author():
    court = bench(1)
    by = court.specialist()
    unit = make.unit("thôn Thượng", under=court.rules.unit, level="base")
    file = court.file(exemplar=making.ripe_exemplar(unit, entered_by=by))

    assert sheets.write(file, Column.APPRAISER, answers(court.rules, 10), by=by).is_complete


def test_without_points_each_criterion_is_met_or_not():
    rules = making.rule_set(profile=Profile.BASE)
    file = making.nomination(rules=rules)
    by = make.member(Role.SPECIALIST, rules.unit)

    sheets.write(file, Column.APPRAISER, answers(rules, True, False, None, True, True, True), by=by)
    with pytest.raises(NotYet, match="còn tiêu chí chưa chấm"):
        sheets.send(file, Column.APPRAISER, by=by)
    sheets.write(file, Column.APPRAISER, answers(rules, True, False, True, True, True, True), by=by)
    sheet = sheets.send(file, Column.APPRAISER, by=by)

    assert (sheet.is_met, sheet.total) == (False, None)


def test_totals_stored_with_the_sheets_are_what_their_scores_add_up_to():
    court = bench(3)
    file = court.file()
    for juror, points in zip(court.jurors, [(10, 15, 15, 20, 25, 15), (0,), ("7.25", 3, 4, 5, 6, 7)], strict=True):
        sent(file, juror, *points)

    for sheet in ScoreSheet.objects.all():
        given = sum(sheet.scores.values_list("points", flat=True))
        assert sheet.total == given  # the six maxima are a hundred together
    assert round(mark_of(file), 3) == Decimal("44.083")  # (100 + 0 + 32,25) / 3
