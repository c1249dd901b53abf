"""The three columns on the page of a file, as far as each reader may see them."""

from collections import defaultdict
from dataclasses import dataclass
from decimal import Decimal

from django.db.models import Q
from django.utils import timezone

from kheo.accounts.access import can
from kheo.accounts.permissions import Permission as P
from kheo.appraisal.lifecycle.nomination import NominationStage
from kheo.appraisal.models import Ask, Assignment, Column, Criterion, Nomination, ScoreSheet
from kheo.appraisal.models.judged import mark_of
from kheo.appraisal.queries.calibration import numbered
from kheo.appraisal.queries.ranking import veils_for
from kheo.appraisal.queries.scoring import said
from kheo.core.vietnamese import format_number
from kheo.movement.models import PriorityArea

TO_SCORE = (NominationStage.PROPOSED, NominationStage.RETURNED)


@dataclass(frozen=True)
class SheetLine:
    """One sheet: whose ("Thành viên 2" where the reader may not know), what it came to, and where it is read."""

    who: str
    result: str
    note: str = ""
    sheet: ScoreSheet | None = None
    is_left_out: bool = False


@dataclass(frozen=True)
class SheetsPart:
    """`rows`: (criterion, self, appraiser, council); `veil`: why this reader sees no marks of the council."""

    heads: list[str]
    rows: list[tuple]
    totals: list[str]
    council: list[SheetLine]
    papers: list[SheetLine]
    awaited: list[str]
    mark: str
    veil: str
    tags: list[str]
    has_council: bool
    may_self: bool
    may_appraise: bool
    may_paper: bool
    is_mine: bool

    @property
    def is_empty(self) -> bool:
        return not any((self.rows, self.council, self.papers, self.awaited, self.tags, self.has_acts))

    @property
    def has_acts(self) -> bool:
        return self.may_self or self.may_appraise or self.may_paper or self.is_mine


def sheets_part(nomination: Nomination, user) -> SheetsPart | None:
    """What `_sheets.html` draws; None for whoever has nothing to do with scores (ten queries at most)."""
    judges = can(user, P.NOMINATION_VIEW, nomination.unit)
    own = can(user, P.EXEMPLAR_VIEW, nomination.exemplar.unit)
    is_mine = Assignment.objects.standing().filter(nomination=nomination, seat__user=user).exists()
    if not (judges or own or is_mine):
        return None
    asks, veil = nomination.rule_set.asks, veils_for(user, [nomination]).get(nomination.pk, "")
    sheets = list(nomination.sheets.select_related("juror", "panel").prefetch_related("scores"))
    sees_council = (judges or is_mine) and not veil and Ask.COUNCIL in asks
    columns = _columns(asks, judges or is_mine)
    may_enter = can(user, P.SCORE_ENTER, nomination.unit)
    part = SheetsPart(
        heads=[column.label for column in columns] + (["Hội đồng"] if sees_council else []),
        rows=_rows(nomination, sheets, columns, sees_council),
        totals=[_total(_of(sheets, column)) for column in columns] + ([_mark(nomination)] if sees_council else []),
        council=_council(nomination, sheets, user) if sees_council else [],
        papers=[_paper(sheet) for sheet in sheets if sheet.is_on_paper] if may_enter else [],
        awaited=_awaited(nomination) if judges and Ask.COUNCIL in asks else [],
        mark=_mark(nomination) if sees_council else "",
        veil=veil if judges and Ask.COUNCIL in asks else "",
        tags=_tags(nomination, user),
        has_council=Ask.COUNCIL in asks,
        may_self=Ask.SELF in asks and nomination.stage in TO_SCORE
        and can(user, P.EXEMPLAR_WRITE, nomination.exemplar.unit),
        may_appraise=may_enter and nomination.stage == NominationStage.PROPOSED,
        may_paper=may_enter and nomination.stage == NominationStage.PROPOSED and nomination.rule_set.has_scores,
        is_mine=is_mine,
    )  # fmt: skip
    return None if part.is_empty else part


def _columns(asks, sees_all: bool) -> list[Column]:
    wanted = [Column.SELF] if Ask.SELF in asks else []
    return [*wanted, Column.APPRAISER] if sees_all else wanted


def _of(sheets, column: str) -> ScoreSheet | None:
    return next((sheet for sheet in sheets if sheet.column == column and sheet.is_sent), None)


def _rows(nomination, sheets, columns, sees_council: bool) -> list[tuple]:
    shown = [_of(sheets, column) for column in columns]
    if not any(shown) and not sees_council:
        return []
    by_sheet = [{score.criterion_id: score for score in sheet.scores.all()} if sheet else {} for sheet in shown]
    means = _means(sheets) if sees_council else {}
    rows = []
    for criterion in Criterion.objects.filter(group__rule_set=nomination.rule_set_id):
        cells = [said(scores[criterion.pk]) if criterion.pk in scores else "" for scores in by_sheet]
        rows.append((criterion, cells + ([means.get(criterion.pk, "")] if sees_council else [])))
    return rows


def _counted_council(sheets) -> list[ScoreSheet]:
    finished = [sheet for sheet in sheets if sheet.column == Column.COUNCIL and sheet.is_sent]
    checked = [sheet for sheet in finished if not sheet.is_on_paper or sheet.checked_by_id]
    return [sheet for sheet in checked if not sheet.is_abstained and not sheet.left_out_reason]


def _means(sheets) -> dict[int, str]:
    points: dict[int, list[Decimal]] = defaultdict(list)
    for sheet in _counted_council(sheets):
        for score in sheet.scores.all():
            if score.points is not None:
                points[score.criterion_id].append(score.points)
    return {key: format_number(round(sum(given) / len(given), 2)) for key, given in points.items()}


def _total(sheet: ScoreSheet | None) -> str:
    if sheet is None:
        return "chưa có"
    if sheet.is_met is not None:
        return "đạt" if sheet.is_met else "chưa đạt"
    return "chưa có" if sheet.total is None else format_number(round(sheet.total, 2).normalize())


def _mark(nomination) -> str:
    mark = mark_of(nomination)
    return "chưa có" if mark is None else format_number(round(mark, 2).normalize())


def _council(nomination, sheets, user) -> list[SheetLine]:
    """Sheets that were sent, without names except one's own; the chair knows them."""
    rows = [sheet for sheet in sheets if sheet.column == Column.COUNCIL and sheet.is_sent]
    chaired = {sheet.panel_id for sheet in rows if sheet.panel_id} & set(
        user.seats.filter(left_on=None, part="chair").values_list("panel", flat=True)
    )
    numbers: dict = {}
    for panel in {sheet.panel for sheet in rows if sheet.panel_id}:
        sitting = panel.seats.values_list("user", flat=True)
        numbers |= {(panel.pk, juror): number for juror, number in numbered(panel, sitting).items()}
    lines = []
    for sheet in rows:
        known = sheet.juror_id == user.pk or sheet.panel_id in chaired
        number = numbers.get((sheet.panel_id, sheet.juror_id), "")
        who = str(sheet.juror) if known else f"Thành viên {number}".strip()
        lines.append(_line(sheet, who))
    return sorted(lines, key=lambda line: line.who)


def _line(sheet: ScoreSheet, who: str) -> SheetLine:
    result = "không cho ý kiến" if sheet.is_abstained else _total(sheet)
    unchecked = "phiếu giấy chờ kiểm tra" if sheet.is_on_paper and not sheet.checked_by_id else ""
    left_out = f"không tính: {sheet.left_out_reason}" if sheet.left_out_reason else ""
    return SheetLine(who, result, left_out or unchecked, sheet, bool(sheet.left_out_reason))


def _paper(sheet: ScoreSheet) -> SheetLine:
    who = f"{sheet.get_column_display()}: {sheet.juror}" if sheet.juror_id else sheet.get_column_display()
    return SheetLine(who, "đã kiểm tra" if sheet.checked_by_id else "chờ kiểm tra", sheet=sheet)


def _awaited(nomination) -> list[str]:
    """Who has the file and has not answered yet: their names, since somebody must ask them."""
    sent = nomination.sheets.of_council().exclude(sent_at=None).values("juror")
    rows = Assignment.objects.standing().filter(nomination=nomination, seat__panel__closed_on=None)
    return [str(row.seat.user) for row in rows.exclude(seat__user__in=sent).select_related("seat__user")]


def _tags(nomination, user) -> list[str]:
    """Tags of hard areas, for those alone who may see them; no mark follows from one."""
    exemplar = nomination.exemplar
    here = Q(unit=exemplar.unit_id) | Q(unit=exemplar.place_id)
    areas = PriorityArea.objects.visible_to(user).current(on=timezone.localdate()).filter(here)
    return sorted({area.get_kind_display() for area in areas})
