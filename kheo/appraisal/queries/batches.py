"""Reads for the pages of tờ trình and decision batches."""

from dataclasses import dataclass
from decimal import Decimal

from django.db.models import Avg, Count, Q

from kheo.accounts.access import units_where
from kheo.accounts.permissions import Permission
from kheo.appraisal.lifecycle.batch import BatchStage
from kheo.appraisal.lifecycle.nomination import NominationStage
from kheo.appraisal.lifecycle.vote import VoteStage
from kheo.appraisal.models import (
    Ask,
    BatchItem,
    Column,
    DecisionBatch,
    Nomination,
    ScoreSheet,
    Submission,
    VoteLine,
    conflict,
)
from kheo.core.parts import StagePath, stage_path
from kheo.movement.models import Round
from kheo.notices.models import Dispatch
from kheo.units.models import Unit

WAY = (BatchStage.LISTING, BatchStage.ENTERED, BatchStage.DECIDED)
HOLDER = {BatchStage.LISTING: "chuyên viên", BatchStage.ENTERED: "chờ người thứ hai đối chiếu"}


@dataclass(frozen=True)
class ListedFile:
    """One line of a list: the file, its mark (of 100) and its vote, where its rule set asks for them.

    `barred` says why the reader keeps away from this file; then neither mark nor vote is shown.
    """

    nomination: Nomination
    mark: Decimal | None
    vote: VoteLine | None
    item: BatchItem | None = None
    barred: str = ""


def submitted_for(user):
    """Files that stand submitted where `user` makes decisions, on no list that is still open."""
    taken = BatchItem.objects.filter(batch__stage__in=[BatchStage.LISTING, BatchStage.ENTERED]).values("nomination")
    files = Nomination.objects.filter(units_where(user, Permission.BATCH_ENTER), stage=NominationStage.SUBMITTED)
    return files.exclude(pk__in=taken)


def waiting_for(batch: DecisionBatch):
    """Files that may still go on this list."""
    taken = BatchItem.objects.filter(batch__stage__in=[BatchStage.LISTING, BatchStage.ENTERED]).values("nomination")
    files = Nomination.objects.filter(
        unit=batch.unit_id, level=batch.level, round=batch.round_id, stage=NominationStage.SUBMITTED
    )
    return files.exclude(pk__in=taken).select_related("exemplar__unit").order_by("group", "exemplar__sort")


def to_submit(user):
    """Files appraised, or shown for comment, where `user` may submit."""
    stages = (NominationStage.APPRAISED, NominationStage.PUBLISHED)
    return Nomination.objects.filter(units_where(user, Permission.NOMINATION_REVIEW), stage__in=stages)


def batch_list(user):
    return (
        DecisionBatch.objects.visible_to(user)
        .select_related("unit", "round")
        .annotate(
            files=Count("items"), granted=Count("items", filter=Q(items__result="granted")),
        )
    )  # fmt: skip


def submission_list(user):
    return (
        Submission.objects.visible_to(user).select_related("unit", "round", "by").annotate(files=Count("nominations"))
    )


def listed(
    nominations: list[Nomination], items: dict[int, BatchItem] | None = None, *, reader=None
) -> list[ListedFile]:
    """Files with mark and vote, in six queries at most however many they are. `reader`: None for a paper."""
    marks, votes, items = _marks(nominations), _votes(nominations), items or {}
    ties = conflict.ties_among([reader], nominations) if reader else {}
    return [
        ListedFile(file, None, None, items.get(file.pk), conflict.sentence_of(ties[reader.pk, file.pk]))
        if reader and (reader.pk, file.pk) in ties
        else ListedFile(file, marks.get((file.pk, _column(file))), votes.get(file.pk), items.get(file.pk))
        for file in nominations
    ]


def _column(file: Nomination) -> str:
    return Column.COUNCIL if Ask.COUNCIL in file.rule_set.asks else Column.APPRAISER


def _marks(nominations) -> dict[tuple[int, str], Decimal]:
    sheets = ScoreSheet.objects.counted().filter(nomination__in=nominations).order_by()
    found = sheets.values_list("nomination", "column").annotate(mark=Avg("total"))
    return {(file, column): mark for file, column, mark in found}


def _votes(nominations) -> dict[int, VoteLine]:
    lines = VoteLine.objects.filter(nomination__in=nominations, vote__stage=VoteStage.CLOSED, agreed__isnull=False)
    ordered = lines.select_related("vote", "nomination__rule_set").order_by("vote__turn", "vote_id")
    return {line.nomination_id: line for line in ordered}  # the latest turn stands


def batch_files(batch: DecisionBatch, *, reader=None) -> list[ListedFile]:
    """The list of a batch, in its order, as `reader` may see it."""
    items = list(
        batch.items.select_related(
            "nomination__exemplar__unit", "nomination__rule_set", "award_form", "recognition", "commendation"
        )
    )
    files = [item.nomination for item in items]
    return listed(files, {item.nomination_id: item for item in items}, reader=reader)


def batch_path(batch: DecisionBatch) -> StagePath:
    gone = batch.stage == BatchStage.WITHDRAWN
    return stage_path(
        [BatchStage(stage).label for stage in WAY],
        WAY.index(BatchStage.DECIDED if gone else batch.stage), label=batch.get_stage_display(),
        holder=HOLDER.get(batch.stage, ""), since=batch.stage_since, ended=batch.stage == BatchStage.DECIDED,
        halted=gone,
    )  # fmt: skip


def letters_waiting(batch: DecisionBatch) -> int:
    """Letters about the files of this list that nobody has sent yet (one query)."""
    files = batch.items.values("nomination")
    return Dispatch.objects.waiting().filter(about_kind=Nomination._meta.label_lower, about_pk__in=files).count()


def rounds_above(batch: DecisionBatch):
    """Rounds of this year that the unit takes part in, the highest launcher first: where its files may be proposed."""
    above = [batch.unit.path[:end] for end in range(Unit.steplen, len(batch.unit.path) + 1, Unit.steplen)]
    rounds = Round.objects.filter(campaign__unit__path__in=above, year=batch.round.year)
    return rounds.order_by("campaign__unit__depth", "code")
