"""What a juror has to score, and what other columns say beside a criterion."""

from collections import defaultdict
from dataclasses import dataclass

from kheo.appraisal.lifecycle.nomination import OPEN, NominationStage
from kheo.appraisal.models import Assignment, Column, Criterion, Nomination, Score, ScoreSheet, Seat
from kheo.appraisal.models.conflict import sentence_of, ties_among
from kheo.appraisal.queries.ranking import unsent_of
from kheo.core.vietnamese import format_number
from kheo.movement.models import SIGNED_PAPER

SENT, READY, STARTED, BLANK = "sent", "ready", "started", "blank"
WORDS = {SENT: "Đã gửi", READY: "Đã chấm đủ, chưa gửi", BLANK: "Chưa chấm"}


@dataclass(frozen=True)
class Given:
    """One file given to a juror: how far the own sheet is, or why it is not theirs any more."""

    nomination: Nomination
    panel: object
    sheet: ScoreSheet | None
    answered: int = 0
    asked: int = 0
    barred: str | None = None

    @property
    def state(self) -> str:
        if self.sheet is None or not (self.answered or self.sheet.is_sent):
            return BLANK
        return SENT if self.sheet.is_sent else READY if self.sheet.is_complete else STARTED

    @property
    def word(self) -> str:
        if self.barred:
            return "Không tham gia xét"
        if self.state == STARTED:
            return f"Đang chấm {self.answered}/{self.asked} tiêu chí"
        return "Không cho ý kiến" if self.sheet and self.sheet.is_abstained else WORDS[self.state]

    @property
    def mark(self):
        return self.sheet.total if self.sheet else None


def given_to(user) -> list[Given]:
    """Files of open panels that are given to `user`, what is left first (five queries, however many files)."""
    rows = Assignment.objects.standing().filter(
        seat__user=user, seat__panel__closed_on=None, nomination__stage__in=set(OPEN) - {NominationStage.RETURNED}
    )
    joined = ("seat__panel", "nomination__exemplar__unit", "nomination__rule_set")
    found = {row.nomination_id: row for row in rows.select_related(*joined).order_by("seat__panel", "pk")}
    sheets = {
        sheet.nomination_id: sheet
        for sheet in ScoreSheet.objects.of_council().filter(nomination__in=found, juror=user).prefetch_related("scores")
    }
    asked = _criteria_count({row.nomination.rule_set_id for row in found.values()})
    ties = ties_among([user], [row.nomination for row in found.values()])
    lines = [
        _given(row, sheets.get(key), asked[row.nomination.rule_set_id], sentence_of(ties.get((user.pk, key), ())))
        for key, row in found.items()
    ]
    return sorted(lines, key=lambda line: (bool(line.barred), line.state == SENT, line.nomination.exemplar.sort))


def _given(row: Assignment, sheet: ScoreSheet | None, asked: int, barred: str | None) -> Given:
    answered = 0
    if sheet is not None:
        answered = sum(score.points is not None or score.is_met is not None for score in sheet.scores.all())
    return Given(row.nomination, row.seat.panel, sheet, answered, asked, barred)


def _criteria_count(rule_sets: set[int]) -> dict[int, int]:
    from_groups: dict[int, int] = defaultdict(int)
    for key in Criterion.objects.filter(group__rule_set__in=rule_sets).values_list("group__rule_set", flat=True):
        from_groups[key] += 1
    return from_groups


def sits(user) -> bool:
    """Does this person sit in a panel that works? Their line of the rail stands on it (one indexed query)."""
    return Seat.objects.held().filter(user=user, panel__closed_on=None).exists()


def waiting_for(user) -> int | None:
    """How many given files have no sent sheet yet, for the rail."""
    return unsent_of(user).filter(nomination__stage=NominationStage.PROPOSED).count() or None


@dataclass(frozen=True)
class Beside:
    """What another column says to one criterion."""

    column: str
    said: str
    note: str
    proofs: list


def beside(nomination: Nomination, *, but: str = "") -> dict[int, list[Beside]]:
    """By criterion, what the unit and the appraiser sent, in the order of the columns (three queries)."""
    columns = [column for column in (Column.SELF, Column.APPRAISER) if column != but]
    scores = Score.objects.filter(
        sheet__nomination=nomination, sheet__column__in=columns, sheet__sent_at__isnull=False
    ).select_related("sheet")
    found: dict[int, list[Beside]] = defaultdict(list)
    rows = scores.prefetch_related("evidence").order_by("pk")
    for score in sorted(rows, key=lambda score: columns.index(score.sheet.column)):
        column = Column(score.sheet.column).label
        proofs = [proof for proof in score.evidence.all() if proof.caption != SIGNED_PAPER]
        found[score.criterion_id].append(Beside(column, said(score), score.note, proofs))
    return found


def said(score: Score) -> str:
    if score.is_met is not None:
        return "đạt" if score.is_met else "chưa đạt"
    return "bỏ trống" if score.points is None else format_number(score.points.normalize())
