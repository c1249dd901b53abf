"""What was judged of a nomination so far: which works are missing, its mark, its vote."""

from decimal import Decimal

from django.db.models import Avg

from kheo.appraisal.lifecycle.vote import VoteStage
from kheo.appraisal.models.rules import Ask, Column


def _is_sent(column: Column):
    return lambda nomination: nomination.sheets.counted().filter(column=column).exists()


def _has_enough_jurors(nomination) -> bool:
    """Enough sheets of the council came in, and none that was asked for is still out."""
    given = nomination.assignments.filter(taken_back_at=None, seat__left_on=None).values("seat__user")
    back = nomination.sheets.finished().filter(column=Column.COUNCIL)
    scored = nomination.sheets.counted().filter(column=Column.COUNCIL).count()
    waiting = given.exclude(seat__user__in=back.values("juror"))
    return scored >= max(nomination.rule_set.least_jurors, 1) and not waiting.exists()


DONE = {
    Ask.VERDICT: _is_sent(Column.APPRAISER),
    Ask.SELF: _is_sent(Column.SELF),
    Ask.APPRAISER: _is_sent(Column.APPRAISER),
    Ask.COUNCIL: _has_enough_jurors,
    Ask.VISIT: lambda nomination: nomination.visits.exists(),
    Ask.VOTE: lambda nomination: last_count(nomination) is not None,
}


def missing_works(nomination) -> list[Ask]:
    """Works that the rule set asks for and that are not there yet, in its order."""
    return [ask for ask in nomination.rule_set.asks if not DONE[ask](nomination)]


def mark_of(nomination) -> Decimal | None:
    """The mark on the scale of 100: the mean of the council's sheets, or where none is asked for the appraiser's."""
    if not nomination.rule_set.has_scores:
        return None
    column = Column.COUNCIL if Ask.COUNCIL in nomination.rule_set.asks else Column.APPRAISER
    return nomination.sheets.counted().filter(column=column).aggregate(mark=Avg("total"))["mark"]


def last_count(nomination):
    """The counted line of this file in the latest vote that stands, or None."""
    lines = nomination.vote_lines.filter(vote__stage=VoteStage.CLOSED, agreed__isnull=False, set_aside_reason="")
    return lines.select_related("vote__panel", "nomination__rule_set").order_by("-vote_id").first()


def why_not_passed(nomination) -> str | None:
    """Below the pass mark, without a vote, or below the threshold of the vote; the sentence, or None."""
    rules, missing = nomination.rule_set, missing_works(nomination)
    if missing:
        return f"Chưa đủ điều kiện, còn thiếu: {', '.join(ask.label for ask in missing)}."
    mark = mark_of(nomination)
    if mark is not None and mark < rules.pass_mark:
        return "Hồ sơ chưa đạt điểm sàn của bộ tiêu chí."
    if not rules.has_scores and not nomination.sheets.counted().filter(column=Column.APPRAISER, is_met=True).exists():
        return "Hồ sơ có tiêu chí chưa đạt."
    if Ask.VOTE in rules.asks and not last_count(nomination).is_passed:
        return "Hồ sơ chưa đạt tỷ lệ phiếu đồng ý của bộ tiêu chí."
    return None
