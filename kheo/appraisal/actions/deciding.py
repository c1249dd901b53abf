"""What a decision does to each file on its list: a lasting fact, an award, a reason; and how it is taken back."""

from dataclasses import replace
from datetime import date

from kheo.accounts.permissions import Permission
from kheo.appraisal.lifecycle.nomination import NOMINATION_MOVES
from kheo.appraisal.models import BatchItem, DecisionBatch, Nomination, Result
from kheo.movement.actions import moves, recognitions
from kheo.movement.lifecycle.move import NotYet
from kheo.movement.models import Exemplar

MOVE_OF = {Result.GRANTED: "grant", Result.DECLINED: "decline"}


def carry_out(batch: DecisionBatch, *, by, through: Permission) -> None:
    """In the caller's transaction. Raises `NotYet` with the first file that may not be decided now."""
    for item in batch.items.select_related("nomination__exemplar__unit", "award_form").order_by("nomination_id"):
        try:
            _decide(item, batch, by, through)
        except NotYet as reason:
            raise NotYet(f"“{item.nomination.exemplar}”: {reason}") from None


def _decide(item: BatchItem, batch: DecisionBatch, by, through: Permission) -> None:
    move = replace(NOMINATION_MOVES[MOVE_OF[Result(item.result)]], needs=(through,))
    # Locked before the facts are written: a merger or another decision waits.
    exemplar = Exemplar.objects.select_for_update(of=("self",)).get(pk=item.nomination.exemplar_id)

    def also(moved: Nomination) -> None:
        moved.reason = item.reason
        if item.result == Result.DECLINED:
            moved.declined_on, moved.declined_by = batch.decided_on, by
        else:
            _grant(item, batch, exemplar, by)

    moves.make(item.nomination, move, unit=batch.unit, by=by, note=item.reason, also=also, batch=batch.pk)


def _grant(item: BatchItem, batch: DecisionBatch, exemplar: Exemplar, by) -> None:
    item.recognition = recognitions.write(
        exemplar, by=by, level=batch.level, unit=batch.unit, issuer=batch.issuer, decision_no=batch.decision_no,
        decided_on=batch.decided_on, year=batch.round.year,
    )  # fmt: skip
    item.save(update_fields=["recognition"])


def take_back(batch: DecisionBatch, *, by, decision: str, on: date) -> None:
    """Strike every recognition of the list that still stands, by the decision that annuls this one."""
    for item in batch.items.select_related("recognition").exclude(recognition=None):
        if item.recognition.annulled_on is None:
            recognitions.strike(item.recognition, by=by, decision=decision, on=on)
