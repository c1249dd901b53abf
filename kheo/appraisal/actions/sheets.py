"""Score sheets: written as drafts, sent, abstained from, opened again, typed in from paper, checked, corrected.

A draft belongs to whoever writes it and leaves no event; the trail begins with the sending (decision 0031).
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone

from kheo.accounts.access import can, require
from kheo.accounts.permissions import Permission
from kheo.appraisal.actions.conflicts import hold_nomination
from kheo.appraisal.lifecycle.nomination import OPEN, NominationStage
from kheo.appraisal.models import Assignment, Column, Criterion, Nomination, Panel, Score, ScoreSheet, conflict
from kheo.appraisal.models.conflict import ties_among
from kheo.audit.models import record
from kheo.core.vietnamese import format_number
from kheo.movement.lifecycle.move import NotYet

TO_SCORE_ONESELF = (NominationStage.PROPOSED, NominationStage.RETURNED)
LATE = "Gửi sau khi đã kết luận thẩm định hoặc hội đồng đã kết thúc"


@dataclass(frozen=True)
class Answer:
    """What a sheet says to one criterion; blank is None, and zero is a score."""

    points: Decimal | None = None
    is_met: bool | None = None
    note: str = ""
    evidence: tuple[int, ...] = ()


Answers = Mapping[int, Answer]  # by the criterion's key


@transaction.atomic
def write(nomination: Nomination, column: str, answers: Answers, *, by, comment: str = "") -> ScoreSheet:
    """Keep a draft of one's own sheet. Raises `NotYet` once it is sent, or where one may not score this file."""
    nomination = hold_nomination(nomination)
    assignment = _require_writer(nomination, column, by)
    sheet = _sheet_of(nomination, column, by, assignment)
    if sheet.is_sent:
        raise NotYet("Phiếu đã gửi thì không sửa được; hãy mở lại phiếu trước khi hội đồng kết thúc.")
    sheet.comment = comment.strip()
    put(sheet, nomination, answers)
    return sheet


@transaction.atomic
def send(nomination: Nomination, column: str, *, by) -> ScoreSheet:
    """Send the unit's own sheet or the appraiser's; every criterion must be answered."""
    nomination = hold_nomination(nomination)
    _require_writer(nomination, column, by)
    if column == Column.SELF:
        require(by, Permission.NOMINATION_PROPOSE, nomination.exemplar.unit)
    sheet = ScoreSheet.objects.filter(nomination=nomination, column=column).first()
    if sheet is not None and sheet.is_sent:
        raise NotYet("Phiếu này đã gửi.")
    if sheet is None or not sheet.is_complete:
        raise NotYet("Chưa gửi được: còn tiêu chí chưa chấm (0 là một điểm, bỏ trống là chưa chấm).")
    sheet.juror = by
    _send(sheet, nomination, by=by)
    return sheet


@transaction.atomic
def send_all(keys: Iterable[int], *, by) -> list[ScoreSheet]:
    """Send all of a juror's finished sheets among the files `keys`, in one act: all of them, or none.

    Pressed twice, or from two phones, each sheet is sent once; nothing left to send is a sentence.
    """
    mine = Assignment.objects.standing().filter(seat__user=by, nomination__in=list(keys))
    panels = Panel.objects.filter(pk__in=mine.values("seat__panel"))
    list(panels.select_for_update(of=("self",), no_key=True).order_by("pk"))
    rows = Nomination.objects.filter(pk__in=mine.values("nomination")).select_for_update(of=("self",), no_key=True)
    files = {file.pk: file for file in rows.select_related("exemplar", "rule_set", "unit").order_by("pk")}
    drafts = ScoreSheet.objects.of_council().filter(nomination__in=files, juror=by, sent_at=None)
    ties = ties_among([by], files.values())
    sent = []
    for sheet in drafts.select_related("panel").order_by("pk"):
        nomination = sheet.nomination = files[sheet.nomination_id]
        if sentence := conflict.sentence_of(ties.get((by.pk, nomination.pk), ())) or why_not_now(nomination):
            raise NotYet(f"“{nomination.exemplar}”: {sentence}")
        if not sheet.is_complete:
            raise NotYet(f"Phiếu của “{nomination.exemplar}” còn tiêu chí chưa chấm; chưa phiếu nào được gửi.")
        _send(sheet, nomination, by=by)
        sent.append(sheet)
    if not sent:
        raise NotYet("Không còn phiếu nào chờ gửi: các phiếu đã chấm đủ đều đã gửi.")
    return sent


@transaction.atomic
def abstain(nomination: Nomination, *, by, reason: str) -> ScoreSheet:
    """A juror gives no opinion on this file, with a reason. That is an answer: nobody waits for it any more."""
    nomination = hold_nomination(nomination)
    sheet = _sheet_of(nomination, Column.COUNCIL, by, _require_juror(nomination, by))
    if sheet.is_sent:
        raise NotYet("Phiếu đã gửi; hãy mở lại phiếu rồi chọn không cho ý kiến.")
    if not reason.strip():
        raise NotYet("Cần ghi vì sao không cho ý kiến.")
    sheet.is_abstained, sheet.abstained_reason = True, reason.strip()[:500]
    _send(sheet, nomination, by=by, note=sheet.abstained_reason)
    return sheet


@transaction.atomic
def reopen(sheet: ScoreSheet, *, by, reason: str) -> ScoreSheet:
    """Take one's own sheet back to go on with it: while the file is being judged and the panel has not closed."""
    nomination = hold_nomination(sheet.nomination)
    sheet = ScoreSheet.objects.select_for_update(of=("self",)).select_related("panel").get(pk=sheet.pk)
    if sheet.column == Column.COUNCIL:
        _require_juror(nomination, by)
    else:
        _require_writer(nomination, sheet.column, by)
    if sentence := why_not_reopened(sheet, nomination, by):
        raise NotYet(sentence)
    if not reason.strip():
        raise NotYet("Cần ghi lý do mở lại phiếu.")
    before = sheet.total
    sheet.sent_at, sheet.is_abstained, sheet.abstained_reason, sheet.left_out_reason = None, False, "", ""
    sheet.save()
    record("nomination.reopen_sheet", nomination, by=by, note=reason.strip(), sheet=sheet.pk, mark=[before, None])
    return sheet


def why_not_reopened(sheet: ScoreSheet, nomination: Nomination, user) -> str | None:
    """Why `user` may not open this sheet again now, or None."""
    if not sheet.is_sent:
        return "Phiếu này chưa gửi."
    if sheet.juror_id != user.pk or sheet.is_on_paper:
        return "Chỉ người chấm mở lại phiếu của mình; phiếu giấy được sửa có ghi lý do."
    may_be = TO_SCORE_ONESELF if sheet.column == Column.SELF else (NominationStage.PROPOSED,)
    if nomination.stage not in may_be:
        return "Hồ sơ đã qua bước chấm; phiếu đã gửi không mở lại được."
    if sheet.column == Column.SELF and _is_appraised(nomination):
        return "Chuyên viên đã chấm thẩm định theo phiếu này; hãy đề nghị trả hồ sơ để bổ sung rồi chấm lại."
    if sheet.panel_id and sheet.panel.closed_on:
        return "Hội đồng đã kết thúc; phiếu đã gửi không mở lại được."
    return None


def may_write(nomination: Nomination, column: str, user) -> bool:
    """Does this column belong to `user`, whatever the stage says?"""
    if column == Column.COUNCIL:
        return Assignment.objects.standing().filter(nomination=nomination, seat__user=user).exists()
    if column == Column.SELF:
        return can(user, Permission.EXEMPLAR_WRITE, nomination.exemplar.unit)
    return can(user, Permission.SCORE_ENTER, nomination.unit)


def may_send(nomination: Nomination, column: str, user) -> bool:
    """The unit's own sheet is written by its officers and sent by its leader."""
    if column == Column.SELF:
        return can(user, Permission.NOMINATION_PROPOSE, nomination.exemplar.unit)
    return may_write(nomination, column, user)


def may_read(nomination: Nomination, column: str, user) -> bool:
    """Who reads a sheet that is not a juror's: its writers, the body that judges, and who scores the file."""
    own = column == Column.SELF and can(user, Permission.EXEMPLAR_VIEW, nomination.exemplar.unit)
    return own or can(user, Permission.NOMINATION_VIEW, nomination.unit) or may_write(nomination, column, user)


def why_not_written(nomination: Nomination, column: str, user) -> str | None:
    """Why `user` cannot write this column's sheet now, or None."""
    try:
        _require_writer(nomination, column, user)
    except (NotYet, PermissionDenied) as reason:
        return str(reason)
    return None


def _is_appraised(nomination: Nomination) -> bool:
    is_back = nomination.stage == NominationStage.RETURNED
    return not is_back and nomination.sheets.filter(column=Column.APPRAISER).exclude(sent_at=None).exists()


def _send(sheet: ScoreSheet, nomination: Nomination, *, by, note: str = "") -> None:
    sheet.sent_at, sheet.again_reason = timezone.now(), ""
    if sheet.column == Column.COUNCIL and is_late(nomination, sheet.panel):
        sheet.left_out_reason = LATE
    sheet.save()
    verb = "nomination.abstain" if sheet.is_abstained else "nomination.send_sheet"
    # The mark itself stays with the sheet: whoever reads the trail is not the panel's chair.
    record(
        verb, nomination, by=by, note=note, sheet=sheet.pk, column=Column(sheet.column).label,
        left_out=sheet.left_out_reason,
    )  # fmt: skip


def is_late(nomination: Nomination, panel: Panel | None) -> bool:
    """The appraisal was concluded, or the panel closed, before this sheet came."""
    return nomination.stage != NominationStage.PROPOSED or bool(panel and panel.closed_on)


def _require_writer(nomination: Nomination, column: str, by) -> Assignment | None:
    """May `by` write this column's sheet now? Answers with a juror's assignment. Raises else."""
    if column == Column.COUNCIL:
        return _require_juror(nomination, by)
    if column == Column.SELF:
        require(by, Permission.EXEMPLAR_WRITE, nomination.exemplar.unit)
        if nomination.stage not in TO_SCORE_ONESELF:
            raise NotYet(f"Hồ sơ đang ở bước “{nomination.get_stage_display()}”; đơn vị không tự chấm nữa.")
        return None
    require(by, Permission.SCORE_ENTER, nomination.unit)
    if nomination.stage != NominationStage.PROPOSED:
        raise NotYet(f"Hồ sơ đang ở bước “{nomination.get_stage_display()}”; không chấm thẩm định nữa.")
    if barred := nomination.why_barred(by):
        raise NotYet(barred)
    return None


def _require_juror(nomination: Nomination, by) -> Assignment:
    """The file is given to `by`, nothing bars them from it, and it is still with the body that judges."""
    given = Assignment.objects.standing().filter(nomination=nomination, seat__user=by).select_related("seat__panel")
    assignment = given.order_by("seat__panel__closed_on", "pk").first()
    if barred := nomination.why_barred(by):
        raise NotYet(barred)
    if assignment is None:
        raise NotYet("Hồ sơ này không được giao cho đồng chí chấm, hoặc đã được thu lại.")
    if sentence := why_not_now(nomination):
        raise NotYet(sentence)
    return assignment


def why_not_now(nomination: Nomination) -> str | None:
    """A file that went back to its unit, or whose life is over, takes no sheet of a juror."""
    if nomination.stage not in OPEN or nomination.stage == NominationStage.RETURNED:
        return f"Hồ sơ đang ở bước “{nomination.get_stage_display()}”; không chấm được lúc này."
    return None


def _sheet_of(nomination: Nomination, column: str, by, assignment: Assignment | None) -> ScoreSheet:
    """The one sheet of this column (and juror), new or as it is."""
    if column == Column.COUNCIL:
        sheet, _ = ScoreSheet.objects.get_or_create(
            nomination=nomination, column=column, juror=by, defaults={"panel": assignment.seat.panel}
        )
    else:
        sheet, _ = ScoreSheet.objects.get_or_create(nomination=nomination, column=column, defaults={"juror": by})
    sheet.nomination = nomination
    return sheet


def put(sheet: ScoreSheet, nomination: Nomination, answers: Answers) -> None:
    """Write `answers` into the sheet's scores and settle its total."""
    criteria = {each.pk: each for each in Criterion.objects.filter(group__rule_set=nomination.rule_set_id)}
    if set(answers) - set(criteria):
        raise NotYet("Phiếu có tiêu chí không thuộc bộ tiêu chí của hồ sơ. Hãy mở lại trang rồi chấm tiếp.")
    had = {score.criterion_id: score for score in sheet.scores.all()}
    proofs = _own_evidence(nomination, answers)
    for key, answer in answers.items():
        score = had.get(key) or Score(sheet=sheet, criterion=criteria[key])
        score.points, score.is_met = fitting(criteria[key], answer, nomination.rule_set.has_scores)
        score.note = answer.note.strip()
        score.save()
        if answer.evidence or key in had:
            score.evidence.set(set(answer.evidence) & proofs)
    sheet.changed_at = timezone.now()
    sheet.settle()
    sheet.save()


def fitting(criterion: Criterion, answer: Answer, has_scores: bool) -> tuple[Decimal | None, bool | None]:
    """Points within the maximum, or met and not met; raises `NotYet` with the criterion's name."""
    if not has_scores:
        return None, answer.is_met
    if answer.points is not None and not 0 <= answer.points <= criterion.maximum:
        highest = format_number(criterion.maximum)
        raise NotYet(f"“{criterion}”: điểm từ 0 đến {highest}.")
    return answer.points, None


def _own_evidence(nomination: Nomination, answers: Answers) -> set[int]:
    wanted = {key for answer in answers.values() for key in answer.evidence}
    return set(nomination.exemplar.evidence.filter(pk__in=wanted).values_list("pk", flat=True)) if wanted else set()
