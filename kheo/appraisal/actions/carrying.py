"""Đề nghị cấp trên: the files of a decided list that were marked so go up in one act, each with its whole file."""

from dataclasses import dataclass

from django.db import transaction

from kheo.accounts.access import require
from kheo.accounts.move import NotYet
from kheo.accounts.permissions import Permission
from kheo.appraisal.actions import nominations
from kheo.appraisal.lifecycle.batch import BatchStage
from kheo.appraisal.models import DecisionBatch, Nomination, Result
from kheo.appraisal.models.ladder import LADDER
from kheo.audit.models import record
from kheo.movement.models import Exemplar, Round


@dataclass(frozen=True)
class Carried:
    """The files proposed at the level above, and (file, why not) for those that stay."""

    gone: tuple[Nomination, ...]
    stayed: tuple[tuple[Nomination, str], ...]


def level_above(level: str) -> str | None:
    """The next level that judges, or None at the top."""
    place = LADDER.index(level) + 1
    return LADDER[place] if place < len(LADDER) else None


def marked(batch: DecisionBatch):
    """Items to go up that did not go yet."""
    items = batch.items.filter(result=Result.GRANTED, propose_up=True, nomination__carried_up=None)
    return items.select_related("nomination__exemplar__unit").order_by("nomination__exemplar_id")


@transaction.atomic
def carry_up(batch: DecisionBatch, *, round_: Round, by) -> Carried:
    """Propose them all; a file that may not go stays and it is said why."""
    batch = DecisionBatch.objects.select_for_update(of=("self",)).select_related("unit").get(pk=batch.pk)
    require(by, Permission.NOMINATION_PROPOSE, batch.unit)
    level = level_above(batch.level)
    if batch.stage != BatchStage.DECIDED:
        raise NotYet("Chỉ đề nghị cấp trên sau khi quyết định công nhận có hiệu lực.")
    if level is None:
        raise NotYet("Không còn cấp nào ở trên để đề nghị.")
    items = list(marked(batch))
    if not items:
        raise NotYet("Không còn hồ sơ nào được đánh dấu đề nghị cấp trên.")
    # All rows before the first event: whoever holds one of them may be waiting for the trail.
    keys = [item.nomination.exemplar_id for item in items]
    list(Exemplar.objects.filter(pk__in=keys).select_for_update(of=("self",)).order_by("pk"))
    gone, stayed = [], []
    for item in items:
        try:
            with transaction.atomic():
                gone.append(_propose(item.nomination, level, round_, by))
        except NotYet as reason:
            stayed.append((item.nomination, str(reason)))
    record("batch.carry_up", batch, by=by, files=[file.pk for file in gone], level=level)
    return Carried(tuple(gone), tuple(stayed))


def _propose(file: Nomination, level: str, round_: Round, by) -> Nomination:
    return nominations.propose(file.exemplar, level=level, round_=round_, by=by, case=file.case, below=file)
