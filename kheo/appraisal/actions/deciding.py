"""What a decision does to each file on its list: a lasting fact, an award, a reason; and how it is taken back."""

from datetime import date

from kheo.accounts.actions import moves
from kheo.accounts.move import NotYet
from kheo.appraisal.actions import announcing, certificates, commendations
from kheo.appraisal.lifecycle.nomination import NOMINATION_MOVES
from kheo.appraisal.models import BatchItem, DecisionBatch, Nomination, Result
from kheo.movement.actions import recognitions
from kheo.movement.models import Exemplar

MOVE_OF = {Result.GRANTED: "grant", Result.DECLINED: "decline"}


def carry_out(batch: DecisionBatch, *, by) -> None:
    """In the transaction of whoever decided. Raises `NotYet` with the first file that may not be decided now."""
    items = list(batch.items.select_related("nomination__exemplar__unit", "award_form").order_by("nomination_id"))
    exemplars = _locked([item.nomination for item in items])
    for item in items:
        try:
            _decide(item, batch, exemplars[item.nomination.exemplar_id], by)
        except NotYet as reason:
            raise NotYet(f"“{item.nomination.exemplar}”: {reason}") from None
    for item in items:
        announcing.put_result(item, batch, by=by)


def _locked(files: list[Nomination]) -> dict[int, Exemplar]:
    """Every row this act will write, locked in one order before the first event: whoever holds one of them may still
    be waiting for the trail."""
    keys = [file.exemplar_id for file in files]
    exemplars = Exemplar.objects.filter(pk__in=keys).select_for_update(of=("self",)).order_by("pk")
    found = {exemplar.pk: exemplar for exemplar in exemplars}
    list(Nomination.objects.filter(pk__in=[file.pk for file in files]).select_for_update(of=("self",)).order_by("pk"))
    return found


def _decide(item: BatchItem, batch: DecisionBatch, exemplar: Exemplar, by) -> None:
    def also(moved: Nomination) -> None:
        moved.reason = item.reason
        if item.result == Result.DECLINED:
            moved.declined_on, moved.declined_by = batch.decided_on, by
        else:
            _grant(item, batch, exemplar, by)

    move = NOMINATION_MOVES[MOVE_OF[Result(item.result)]]
    item.nomination = moves.follow(item.nomination, move, by=by, note=item.reason, also=also, batch=batch.pk)


def _grant(item: BatchItem, batch: DecisionBatch, exemplar: Exemplar, by) -> None:
    item.recognition = recognitions.write(
        exemplar, by=by, level=batch.level, unit=batch.unit, issuer=batch.issuer, decision_no=batch.decision_no,
        decided_on=batch.decided_on, year=batch.round.year,
    )  # fmt: skip
    if batch.decision_no:  # the number is signed with the rest: without one the certificate waits for it
        certificates.write(item.recognition, by=by)
    if item.award_form:
        item.commendation = commendations.write(
            exemplar, by=by, unit=batch.unit, form=item.award_form, issuer=batch.issuer, year=batch.round.year,
            decision_no=batch.decision_no, decided_on=batch.decided_on,
        )  # fmt: skip
        certificates.write(item.commendation, by=by)
    item.save(update_fields=["recognition", "commendation"])


def put_number(batch: DecisionBatch, *, by) -> None:
    """The number of a decision that was approved here and numbered afterwards reaches its recognitions and their certificates."""
    for item in batch.items.exclude(recognition=None).select_related("recognition").order_by("pk"):
        certificates.write(recognitions.put_number(item.recognition, batch.decision_no, by=by), by=by)


def take_back(batch: DecisionBatch, *, by, decision: str, on: date) -> None:
    """Strike what the list gave and still stands, by the decision that annuls this one."""
    items = list(
        batch.items.select_related("recognition", "commendation", "nomination__exemplar__unit")
        .exclude(recognition=None)
        .order_by("pk")
    )
    _locked([item.nomination for item in items])
    for item in items:
        if item.recognition.annulled_on is None:
            recognitions.strike(item.recognition, by=by, decision=decision, on=on)
        if item.commendation and item.commendation.annulled_on is None:
            commendations.strike(item.commendation, by=by, decision=decision, on=on)
    for item in items:
        announcing.put_withdrawal(item, batch, by=by)
