"""Rule sets written, revised, applied: a draft may be changed, an applied one only by the version that replaces it."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from decimal import Decimal

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from kheo.accounts.access import require
from kheo.accounts.permissions import Permission
from kheo.appraisal.lifecycle.nomination import NominationStage
from kheo.appraisal.lifecycle.rules import RULE_SET, RULE_SET_MOVES, RuleSetStage
from kheo.appraisal.models import (
    Criterion,
    CriterionGroup,
    Nomination,
    RuleSet,
    Score,
    ScoreChange,
    ScoreSheet,
    revision,
)
from kheo.appraisal.models.revision import Change
from kheo.audit.models import record
from kheo.movement.actions import moves
from kheo.movement.lifecycle.move import Move, NotYet
from kheo.units.models import Unit

FIGURES = (
    "pass_mark", "bonus_limit", "least_jurors", "quorum", "vote_threshold", "vote_manner", "abstention",
    "comment_days", "reconsider_days", "validity_months", "propose_by", "appraise_by", "decide_by",
)  # fmt: skip
WRITABLE = ("level", "profile", "name", "source", "is_sample", "starts", "ends", *FIGURES)


@dataclass(frozen=True)
class Line:
    """One criterion as it is written; `replaces` is the key of the line of the former version it goes on from."""

    name: str
    description: str = ""
    maximum: Decimal | None = None
    is_bonus: bool = False
    replaces: int | None = None


@dataclass(frozen=True)
class Group:
    """One group as it is written, with its criteria in order."""

    name: str
    lines: tuple[Line, ...] = ()
    weight: Decimal = Decimal(1)


@dataclass(frozen=True)
class Touched:
    """Whom an application touched: keys, so that a page can name them afterwards."""

    moved: list[int] = field(default_factory=list)
    stayed: list[int] = field(default_factory=list)
    to_confirm: list[int] = field(default_factory=list)
    words: str = ""


def open_moves(rule_set: RuleSet, user) -> list[Move]:
    return moves.open_moves(rule_set, RULE_SET, user, rule_set.unit)


@transaction.atomic
def draft(unit: Unit, *, by, groups: Iterable[Group], **facts) -> RuleSet:
    """A new rule set of `unit`, still being written."""
    require(by, Permission.RULES_WRITE, unit)
    rules = RuleSet(unit=unit, made_by=by, **_writable(facts))
    _check(rules)
    rules.save()
    lines = _put(rules, groups)
    record("ruleset.draft", rules, by=by, name=rules.name, level=rules.level, criteria=lines)
    return rules


@transaction.atomic
def write(rule_set: RuleSet, *, by, groups: Iterable[Group], **facts) -> RuleSet:
    """Change a draft. `NotYet` for one that was applied: it is changed by a new version only."""
    rules = _draft(rule_set, by)
    if rules.replaces_id and facts.get("level", rules.level) != rules.level:
        raise NotYet("Bản mới giữ nguyên cấp công nhận của bộ mà nó thay.")
    changes = {}
    for name, value in _writable(facts).items():
        before = getattr(rules, name)
        if before != value:
            changes[name] = [_plain(before), _plain(value)]
            setattr(rules, name, value)
    _check(rules)
    before = _told(rules)
    rules.save()
    _put(rules, groups)
    if before != (after := _told(rules)):
        changes["criteria"] = [before, after]
    if changes:
        record("ruleset.write", rules, by=by, **changes)
    return rules


@transaction.atomic
def revise(rule_set: RuleSet, *, by) -> RuleSet:
    """A draft that is a copy of an applied one, to take its place when it is applied."""
    old = RuleSet.objects.select_for_update(of=("self",), no_key=True).select_related("unit").get(pk=rule_set.pk)
    require(by, Permission.RULES_WRITE, old.unit)
    if old.stage != RuleSetStage.APPLIED:
        raise NotYet("Chỉ lập bản mới cho bộ tiêu chí đang áp dụng.")
    if other := old.replaced_by.filter(stage=RuleSetStage.DRAFT).first():
        raise NotYet(f"Đã có bản đang soạn để thay bộ này: “{other}”. Hãy sửa tiếp bản đó.")
    facts = {name: getattr(old, name) for name in WRITABLE} | {"starts": timezone.localdate()}
    if old.ends and old.ends < facts["starts"]:
        facts["ends"] = None
    new = RuleSet.objects.create(unit=old.unit, made_by=by, replaces=old, version=old.version + 1, **facts)
    _put(new, written(old, going_on=True))
    record("ruleset.revise", new, by=by, replaces=old.pk, version=new.version)
    return new


@transaction.atomic
def discard(rule_set: RuleSet, *, by) -> None:
    """Throw a draft away; nothing was judged by it."""
    rules = _draft(rule_set, by)
    record("ruleset.discard", rules, by=by, name=rules.name, version=rules.version)
    rules.delete()


@transaction.atomic
def apply(rule_set: RuleSet, *, by) -> tuple[RuleSet, Touched]:
    """Freeze a draft and have it judge from now on; the version it replaces is superseded and its open files go over.

    Of two persons pressing at once the second reads, in a `NotYet`, that it is done or which version came first.
    """
    require(by, Permission.RULES_APPLY, rule_set.unit)
    # One application at a time in a unit: two drafts of one time would else not see each other.
    Unit.objects.select_for_update(no_key=True).order_by().get(pk=rule_set.unit_id)
    if rule_set.replaces_id:
        RuleSet.objects.select_for_update(of=("self",)).get(pk=rule_set.replaces_id)
    rules = RuleSet.objects.select_related("replaces", "unit").get(pk=rule_set.pk)
    touched = _touched(rules)

    def also(applied: RuleSet) -> None:
        applied.applied_by = by
        if applied.replaces:
            _supersede(applied, by)
            _go_over(applied, touched, by)

    facts = {"moved": touched.moved, "to_confirm": touched.to_confirm} if rules.replaces_id else {}
    return moves.make(rules, RULE_SET_MOVES["apply"], unit=rules.unit, by=by, also=also, **facts), touched


def supersede(rule_set: RuleSet, *, by, note: str) -> RuleSet:
    """End an applied one without a successor; what was begun under it is judged by it to its end."""
    return moves.make(rule_set, RULE_SET_MOVES["supersede"], unit=rule_set.unit, by=by, note=note, also=_nothing)


def written(rules: RuleSet, *, going_on: bool = False) -> list[Group]:
    """The groups and lines of a rule set as they are written; `going_on`: for the version that replaces it."""
    made = []
    for group in rules.groups.prefetch_related("criteria"):
        lines = sorted(group.criteria.all(), key=lambda each: (each.position, each.pk))
        made.append(
            Group(
                group.name,
                tuple(
                    Line(each.name, each.description, each.maximum, each.is_bonus,
                         each.pk if going_on else each.replaces_id)
                    for each in lines
                ),
                group.weight,
            )
        )  # fmt: skip
    return made


def _nothing(subject) -> None:
    """The move itself is all."""


def _draft(rule_set: RuleSet, by) -> RuleSet:
    rules = RuleSet.objects.select_for_update(of=("self",)).select_related("unit", "replaces").get(pk=rule_set.pk)
    require(by, Permission.RULES_WRITE, rules.unit)
    if rules.is_frozen:
        raise NotYet(f"“{rules}” {rules.get_stage_display().lower()} nên không sửa được; hãy lập bản mới.")
    return rules


def _writable(facts: dict) -> dict:
    if unknown := set(facts) - set(WRITABLE):
        raise TypeError(f"Not writable here: {sorted(unknown)}")
    return facts


def _check(rules: RuleSet) -> None:
    if not rules.name.strip():
        raise NotYet("Hãy đặt tên cho bộ tiêu chí.")
    if rules.ends and rules.ends < rules.starts:
        raise NotYet("Ngày kết thúc phải từ ngày bắt đầu áp dụng trở đi.")


def _put(rules: RuleSet, groups: Iterable[Group]) -> int:
    """Put these groups and lines in place of the former of a draft; how many lines there are."""
    rules.groups.all().delete()
    former = set()
    if rules.replaces_id:
        former = set(Criterion.objects.filter(group__rule_set=rules.replaces_id).values_list("pk", flat=True))
    lines = []
    for place, group in enumerate(groups):
        row = CriterionGroup.objects.create(rule_set=rules, name=group.name, weight=group.weight, position=place)
        lines += [
            Criterion(
                group=row, name=line.name, description=line.description, maximum=line.maximum, position=position,
                is_bonus=line.is_bonus, replaces_id=line.replaces if line.replaces in former else None,
            )
            for position, line in enumerate(group.lines)
        ]  # fmt: skip
    Criterion.objects.bulk_create(lines)
    return len(lines)


def _told(rules: RuleSet) -> list:
    """Groups and lines as the trail keeps them."""
    return [
        [group.name, str(group.weight.normalize()), *([line.name, _plain(line.maximum)] for line in group.lines)]
        for group in written(rules)
    ]


def _plain(value):
    if isinstance(value, Decimal):
        return format(value.normalize(), "f")
    return value if value is None or isinstance(value, bool | int | str) else str(value)


def _touched(rules: RuleSet) -> Touched:
    """Who goes over and who stays, locked until the application is through."""
    if not rules.replaces_id:
        return Touched()
    change = revision.change_of(rules)
    # Locked in the order in which sheets are sent: panels, files, sheets. Whoever is sending is through before, or waits.
    list(revision.panels_of(rules.replaces).order_by("pk").select_for_update(of=("self",), no_key=True))
    moving = revision.moving(rules.replaces).order_by("pk").select_for_update(of=("self",), no_key=True)
    moved = [file.pk for file in moving]
    stayed = list(revision.staying(rules.replaces).order_by("pk").values_list("pk", flat=True))
    list(ScoreSheet.objects.filter(nomination__in=moved).order_by("pk").select_for_update(no_key=True).values("pk"))
    sheets = revision.to_confirm(rules.replaces).order_by("pk") if change.touches_sheets else []
    return Touched(moved, stayed, [sheet.pk for sheet in sheets], change.words())


def _supersede(new: RuleSet, by) -> None:
    if new.replaces.stage != RuleSetStage.APPLIED:
        return  # ended by hand before
    move = RULE_SET_MOVES["supersede"]
    moves.make(new.replaces, move, unit=new.unit, by=by, note=f"Thay bằng “{new}”.", also=_nothing)


def _go_over(new: RuleSet, touched: Touched, by) -> None:
    """The unconcluded files, their panels and prepared votes follow the new version; what was scored is carried."""
    old = new.replaces
    change = revision.change_of(new)
    revision.panels_of(old).update(rule_set=new)
    revision.votes_being_prepared(old).update(rule_set=new)
    _carry_scores(change, touched.moved, new, by)
    if change.touches_sheets:
        _ask_again(touched, new)
    moved = Nomination.objects.filter(pk__in=touched.moved)
    moved.filter(stage=NominationStage.PROPOSED).update(due_on=new.appraise_by)
    moved.update(rule_set=new)


def _carry_scores(change: Change, moved: list[int], new: RuleSet, by) -> None:
    """Scores follow their line; points that the new line cannot hold are taken back, which their change says."""
    scores = Score.objects.filter(sheet__nomination__in=moved)
    for former, line in change.altered:
        beyond = Q(points__gt=line.maximum) if line.maximum is not None else Q(points__isnull=False)
        lost = list(scores.filter(beyond, criterion=former))
        ScoreChange.objects.bulk_create(
            ScoreChange(
                score=score, before=score.points, after=None, by=by,
                reason=f"Bản {new.version} đổi tiêu chí này; điểm cũ không còn hợp với điểm tối đa mới.",
            )
            for score in lost
        )  # fmt: skip
        Score.objects.filter(pk__in=[score.pk for score in lost]).update(points=None)
    for former, line in (*change.same, *change.altered):
        scores.filter(criterion=former).update(criterion=line)


def _ask_again(touched: Touched, new: RuleSet) -> None:
    """Sheets that were sent are sent again; what a total was made of is no more."""
    sheets = ScoreSheet.objects.filter(nomination__in=touched.moved, is_abstained=False)
    sheets.filter(left_out_reason="").update(total=None, is_met=None)
    sheets.filter(pk__in=touched.to_confirm).update(
        sent_at=None, changed_at=timezone.now(), again_reason=f"Bộ tiêu chí có bản {new.version}: {touched.words}."
    )
