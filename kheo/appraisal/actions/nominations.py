"""What is done to a nomination: proposed, sent back, concluded, published, dropped, asked to be looked at again."""

from collections.abc import Callable
from datetime import date

from django.db import IntegrityError, transaction
from django.utils import timezone

from kheo.accounts.access import require
from kheo.accounts.permissions import Permission
from kheo.appraisal.actions.telling import tell_moved
from kheo.appraisal.lifecycle.nomination import NOMINATION, NOMINATION_MOVES, NominationStage
from kheo.appraisal.models import Nomination, RankGroup, RuleSet
from kheo.appraisal.models.ladder import LADDER, from_below, group_of, is_of_round, judge_of, proposer_of
from kheo.audit.models import record
from kheo.movement.actions import moves
from kheo.movement.lifecycle.move import Move, NotYet
from kheo.movement.models import Exemplar, Round
from kheo.units.models import Level, Unit

# Which day of the rule set is waited for at a stage; elsewhere nobody is.
DUE = {
    NominationStage.PROPOSED: "appraise_by", NominationStage.APPRAISED: "decide_by",
    NominationStage.PUBLISHED: "decide_by",
}  # fmt: skip
# Moves that are pressed on one file. A file is submitted with a tờ trình and granted by a decision, each with its list.
PRESSED = ("propose", "send_back", "appraise", "publish", "decline", "drop", "reconsider")


def unit_for(nomination: Nomination, move: Move) -> Unit:
    """Where a move is made: what the proposing side does in its own unit, all else in the unit that judges."""
    return nomination.proposer if Permission.NOMINATION_PROPOSE in move.needs else nomination.unit


def open_moves(nomination: Nomination, user) -> list[Move]:
    """The buttons on the page of one file. `publish` is none where the rule set asks for no comment."""
    found = [
        move
        for move in NOMINATION
        if move.name in PRESSED
        and nomination.stage in move.sources
        and moves.may(move, user, unit_for(nomination, move))
    ]
    return [move for move in found if move.name != "publish" or nomination.rule_set.comment_days]


@transaction.atomic
def propose(
    exemplar: Exemplar, *, level: str, round_: Round, by, case: str = "", below: Nomination | None = None
) -> Nomination:
    """Propose an exemplar at a level in a round. Raises `NotYet` with the sentence the user reads.

    `below` is the file that the level below decided; without it the granted one that was not carried up yet.
    """
    exemplar = Exemplar.objects.select_for_update(of=("self",)).select_related("unit__place", "place").get(
        pk=exemplar.pk
    )  # fmt: skip
    if level not in LADDER:
        raise NotYet("Cấp huyện đã kết thúc hoạt động; hãy chọn cấp khác.")
    proposer = proposer_of(exemplar.unit, level)
    require(by, Permission.NOMINATION_PROPOSE, proposer)
    judge = _judge(exemplar, level, round_)
    rules = _rules(judge, level)
    below = below or from_below(exemplar, proposer)
    nomination = Nomination(
        exemplar=exemplar, level=level, round=round_, unit=judge, rule_set=rules, group=group_of(exemplar),
        proposer=proposer, from_below=below, case=case.strip() or (below.case if below else ""), proposed_by=by,
        due_on=_due(NominationStage.PROPOSED, rules),
    )  # fmt: skip
    _why_not_new(nomination)
    if sentence := NOMINATION_MOVES["propose"].obstacle(nomination, by):
        raise NotYet(sentence)
    try:
        with transaction.atomic():
            nomination.save()
    except IntegrityError:
        raise NotYet(_twice(nomination)) from None
    record("nomination.propose", nomination, by=by, level=level, round=round_.pk, proposer=proposer.pk)
    tell_moved(nomination, "propose", by=by)
    return nomination


def _judge(exemplar: Exemplar, level: str, round_: Round) -> Unit:
    judge = judge_of(exemplar.unit, level)
    if judge is None:
        raise NotYet(f"{exemplar.unit.title} không có nơi xét công nhận {Level(level).label.lower()} ở trên.")
    if not is_of_round(exemplar, judge, round_):
        raise NotYet(f"{round_} không phải đợt thi đua của {judge}.")
    return judge


def _rules(judge: Unit, level: str) -> RuleSet:
    rules = RuleSet.objects.held(judge, level)
    if rules is None:
        raise NotYet(
            f"{judge.title} chưa áp dụng bộ tiêu chí nào cho cấp này; cơ quan thường trực cần áp dụng bộ tiêu chí trước."
        )
    return rules


def _why_not_new(nomination: Nomination) -> None:
    exemplar, level = nomination.exemplar, nomination.level
    same = Nomination.objects.filter(exemplar=exemplar, level=level, round=nomination.round)
    if same.exclude(stage=NominationStage.DROPPED).exists():
        raise NotYet(_twice(nomination))
    year = nomination.round.year
    if exemplar.recognitions.in_force().filter(level=level, year=year).exists():
        raise NotYet(f"“{exemplar}” đã được công nhận cấp này năm {year}.")


def _twice(nomination: Nomination) -> str:
    return f"“{nomination.exemplar}” đã có đề nghị công nhận ở cấp này trong {nomination.round}."


@transaction.atomic
def advance(
    nomination: Nomination, name: str, *, by, note: str = "", also: Callable[[Nomination], None] | None = None
) -> Nomination:
    """Make a move of the nomination's life. Raises `NotYet` with the sentence the user reads.

    What the move asks for is asked of the locked row, so of two who press at once one is told that it was done.
    """
    move, note = NOMINATION_MOVES[name], note.strip()

    def effects(moved: Nomination) -> None:
        moved.reason = note
        moved.due_on = _due(moved.stage, moved.rule_set)
        if effect := EFFECTS.get(name):
            effect(moved, by, note)
        if also:
            also(moved)

    moved = moves.make(nomination, move, unit=unit_for(nomination, move), by=by, note=note, also=effects)
    tell_moved(moved, name, by=by, note=note)
    return moved


def _due(stage: str, rules: RuleSet) -> date | None:
    day = DUE.get(NominationStage(stage))
    return getattr(rules, day) if day else None


def _propose_again(moved: Nomination, by, note: str) -> None:
    moved.proposed_by = by


def _appraise(moved: Nomination, by, note: str) -> None:
    moved.concluded_by, moved.conclusion = by, note


def _publish(moved: Nomination, by, note: str) -> None:
    if moved.why_not_shown() and not note:
        raise NotYet(
            f"{moved.why_not_shown()} Hãy ghi nơi niêm yết danh sách (ví dụ: trụ sở Ủy ban nhân dân xã) rồi công khai."
        )
    moved.published_on = timezone.localdate()


def _decline(moved: Nomination, by, note: str) -> None:
    moved.declined_on, moved.declined_by = timezone.localdate(), by


def _drop(moved: Nomination, by, note: str) -> None:
    moved.from_below = None  # another proposal may carry that file up


def _reconsider(moved: Nomination, by, note: str) -> None:
    moved.reconsidered_at, moved.first_concluded_by = timezone.now(), moved.concluded_by
    moved.concluded_by, moved.conclusion, moved.submission = None, "", None


EFFECTS: dict[str, Callable[[Nomination, object, str], None]] = {
    "propose": _propose_again,
    "appraise": _appraise,
    "publish": _publish,
    "decline": _decline,
    "drop": _drop,
    "reconsider": _reconsider,
}


@transaction.atomic
def rank_in(nomination: Nomination, group: str, *, by) -> Nomination:
    """Rank the file in another group than the one its unit's kind leads to."""
    nomination = Nomination.objects.select_for_update(of=("self",)).get(pk=nomination.pk)
    require(by, Permission.NOMINATION_REVIEW, nomination.unit)
    before, nomination.group = nomination.group, RankGroup(group)
    if before != nomination.group:
        nomination.save(update_fields=["group"])
        record("nomination.rank_in", nomination, by=by, group=[before, nomination.group])
    return nomination
