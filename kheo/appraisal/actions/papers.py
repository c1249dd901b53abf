"""Sheets on paper: typed in beside their scan, checked by another person, corrected with a reason at each change."""

import os
from dataclasses import dataclass
from typing import BinaryIO
from uuid import uuid4

from django.core.files import File
from django.core.files.storage import default_storage
from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from kheo.accounts.access import require
from kheo.accounts.permissions import Permission
from kheo.appraisal.actions.conflicts import hold_nomination
from kheo.appraisal.actions.panels import CLOSED_WITHOUT
from kheo.appraisal.actions.sheets import LATE, Answer, Answers, fitting, is_late, put, why_not_now
from kheo.appraisal.lifecycle.nomination import NominationStage
from kheo.appraisal.models import Assignment, Column, Nomination, Score, ScoreChange, ScoreSheet
from kheo.audit.models import record
from kheo.core import filechecks as checks
from kheo.movement.lifecycle.move import NotYet


@dataclass(frozen=True)
class Paper:
    """What stands on a paper: whose it is, its answers, and that they gave no opinion (with why)."""

    juror: object
    answers: Answers
    comment: str = ""
    abstained_reason: str = ""


def enter(nomination: Nomination, column: str, paper: Paper, scan: BinaryIO, name: str, *, by) -> ScoreSheet:
    """Type in a sheet from paper. It counts once another person has checked it against the scan.

    Raises `checks.BadFile` for a scan that is not taken. The scan is looked into before the transaction begins.
    """
    require(by, Permission.SCORE_ENTER, nomination.unit)
    checked = checks.check(scan, name)
    kept = _store(scan, checked)
    try:
        return _enter(nomination, column, paper, kept, by)
    except BaseException:
        default_storage.delete(kept)
        raise


@transaction.atomic
def _enter(nomination: Nomination, column: str, paper: Paper, scan: str, by) -> ScoreSheet:
    nomination = hold_nomination(nomination)
    if sentence := why_not_now(nomination):
        raise NotYet(sentence)
    panel = _panel_of(nomination, paper.juror) if column == Column.COUNCIL else None
    if column != Column.SELF and (barred := nomination.why_barred(paper.juror)):
        raise NotYet(barred.replace("Đồng chí", str(paper.juror)))
    whose = {"juror": paper.juror} if column == Column.COUNCIL else {}
    rows = ScoreSheet.objects.filter(nomination=nomination, column=column, **whose)
    sheet = rows.first() or ScoreSheet(nomination=nomination, column=column)
    if sheet.is_sent and (sheet.is_complete or sheet.is_abstained):
        raise NotYet("Phiếu này đã có; phiếu đã nhập được sửa có ghi lý do.")
    sheet.nomination, sheet.panel, sheet.juror = nomination, panel, paper.juror
    sheet.comment, sheet.entered_by, sheet.scan = paper.comment.strip(), by, scan
    sheet.is_abstained = bool(paper.abstained_reason.strip())
    sheet.abstained_reason = paper.abstained_reason.strip()[:500]
    sheet.save()
    put(sheet, nomination, paper.answers)
    if not sheet.is_complete and not sheet.is_abstained:
        raise NotYet("Phiếu còn tiêu chí chưa chấm. Nếu trên giấy bỏ trống, hãy hỏi lại người chấm.")
    sheet.sent_at, sheet.again_reason = timezone.now(), ""
    if column == Column.COUNCIL and is_late(nomination, panel):
        sheet.left_out_reason = LATE
    sheet.save()
    record(
        "nomination.enter_paper", nomination, by=by, sheet=sheet.pk, column=Column(column).label,
        personal={"juror": str(paper.juror)}, left_out=sheet.left_out_reason,
    )  # fmt: skip
    return sheet


@transaction.atomic
def check(sheet: ScoreSheet, *, by) -> ScoreSheet:
    """Another person compared what was typed with the scan: the sheet counts from now on."""
    nomination = hold_nomination(sheet.nomination)
    require(by, Permission.SCORE_ENTER, nomination.unit)
    sheet = _held(sheet)
    if sheet.checked_by_id:
        raise NotYet("Phiếu này đã được kiểm tra.")
    if sheet.entered_by_id == by.pk:
        raise NotYet("Người kiểm tra phải khác người nhập phiếu.")
    if not sheet.is_complete and not sheet.is_abstained:
        raise NotYet("Bộ tiêu chí đã đổi sau khi nhập; hãy nhập lại phiếu theo bản mới rồi kiểm tra.")
    sheet.checked_by, sheet.checked_at = by, timezone.now()
    sheet.save(update_fields=["checked_by", "checked_at"])
    record("nomination.check_paper", nomination, by=by, sheet=sheet.pk)
    return sheet


@transaction.atomic
def correct(sheet: ScoreSheet, answers: Answers, *, by, reason: str) -> list[ScoreChange]:
    """Put right what was typed from paper, or what a colleague scored in the appraiser's column; each with the reason.

    Nobody corrects a sheet that a juror or the unit sent themselves. A corrected paper is checked anew.
    """
    nomination = hold_nomination(sheet.nomination)
    require(by, Permission.SCORE_ENTER, nomination.unit)
    sheet = _held(sheet, on_paper=False)
    if sentence := why_not_corrected(sheet, nomination, by):
        raise NotYet(sentence)
    if not reason.strip():
        raise NotYet("Mỗi lần sửa điểm người khác đã chấm cần ghi lý do.")
    changes = [_change(score, answers[score.criterion_id], nomination, reason.strip(), by)
               for score in sheet.scores.select_related("criterion") if score.criterion_id in answers]  # fmt: skip
    changes = [change for change in changes if change]
    if not changes:
        raise NotYet("Không có điểm nào thay đổi.")
    sheet.checked_by = sheet.checked_at = None
    sheet.changed_at = timezone.now()
    sheet.settle()
    sheet.save()
    record("nomination.correct_sheet", nomination, by=by, note=reason.strip(), sheet=sheet.pk, scores=len(changes))
    return changes


def why_not_corrected(sheet: ScoreSheet, nomination: Nomination, user) -> str | None:
    """Why `user` may not correct this sheet, or None."""
    if not sheet.is_sent or not (sheet.is_on_paper or sheet.column == Column.APPRAISER):
        return "Chỉ sửa được phiếu nhập từ bản giấy và phiếu thẩm định; phiếu khác do chính người chấm mở lại."
    if nomination.stage != NominationStage.PROPOSED:
        return "Hồ sơ đã qua bước chấm; điểm không sửa được nữa."
    return None if sheet.is_on_paper else nomination.why_barred(user)


def _change(score: Score, answer: Answer, nomination: Nomination, reason: str, by) -> ScoreChange | None:
    points, is_met = fitting(score.criterion, answer, nomination.rule_set.has_scores)
    if (points, is_met) == (score.points, score.is_met):
        return None
    if points is None and is_met is None:
        raise NotYet(f"“{score.criterion}”: không bỏ trống điểm đã chấm.")
    # Met and not met stand in the same columns as 1 and 0.
    before, after = _figure(score.points, score.is_met), _figure(points, is_met)
    score.points, score.is_met = points, is_met
    score.save(update_fields=["points", "is_met"])
    return ScoreChange.objects.create(score=score, before=before, after=after, reason=reason[:1000], by=by)


def _figure(points, is_met):
    return points if points is not None else None if is_met is None else int(is_met)


def _held(sheet: ScoreSheet, *, on_paper: bool = True) -> ScoreSheet:
    held = ScoreSheet.objects.select_for_update(of=("self",)).select_related("nomination__rule_set").get(pk=sheet.pk)
    if on_paper and not held.is_on_paper:
        raise NotYet("Phiếu này do chính người chấm gửi, không phải phiếu giấy.")
    return held


def _panel_of(nomination: Nomination, juror):
    """The panel in which the juror was given this file, also one that is closed by now (then the sheet is late)."""
    # Given back only because the panel ended: the paper may still come in, and is then left out as late.
    still = Q(taken_back_at=None) | Q(taken_back_reason=CLOSED_WITHOUT)
    rows = Assignment.objects.filter(still, nomination=nomination, seat__user=juror, seat__left_on=None)
    given = rows.select_related("seat__panel").order_by("seat__panel__closed_on", "-pk").first()
    if given is None:
        raise NotYet(f"Hồ sơ này chưa được giao cho {juror} chấm.")
    return given.seat.panel


def _store(scan: BinaryIO, checked: checks.Checked) -> str:
    """Keep the scan under a name that says nothing."""
    scan.seek(0, os.SEEK_SET)
    name = ScoreSheet._meta.get_field("scan").generate_filename(None, f"{uuid4().hex}.{checked.kind.key}")
    return default_storage.save(name, File(scan))
