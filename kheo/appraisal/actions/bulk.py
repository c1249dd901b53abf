"""One act on many files: who it would touch is said first; what may not be is left out openly, never silently."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db import transaction

from kheo.appraisal.actions import nominations
from kheo.appraisal.lifecycle.nomination import NOMINATION_MOVES
from kheo.appraisal.models import Nomination
from kheo.movement.actions import moves
from kheo.movement.lifecycle.move import Move, NotYet


@dataclass(frozen=True)
class Sorted:
    """Files that the act takes, and (file, why not) for those that it leaves."""

    taken: tuple[Nomination, ...]
    left: tuple[tuple[Nomination, str], ...]


def preview(files: Iterable[Nomination], name: str, *, by) -> Sorted:
    """What the act would do now; nothing is written."""
    move = NOMINATION_MOVES[name]
    found = [(file, _why_not(file, move, by)) for file in files]
    return Sorted(
        tuple(file for file, why in found if why is None), tuple((file, why) for file, why in found if why is not None)
    )


def _why_not(file: Nomination, move: Move, by) -> str | None:
    if not moves.may(move, by, nominations.unit_for(file, move)):
        return "Đồng chí chưa được giao quyền ở nơi xét hồ sơ này."
    if file.stage not in move.sources:
        return f"Đang ở bước “{file.get_stage_display()}”."
    return (file.why_barred(by) or move.obstacle(file, by)) or None


@transaction.atomic
def run(files: Iterable[Nomination], name: str, *, by, note: str = "") -> Sorted:
    """Make the move on each file that allows it. Whom the person is bound to is left out, even from clerical acts."""
    keys = [file.pk for file in files]
    # All rows before the first event: whoever holds one of them may be waiting for the trail.
    locked = Nomination.objects.filter(pk__in=keys).select_for_update(of=("self",)).order_by("pk")
    rows = list(locked.select_related("exemplar__unit", "unit", "proposer", "rule_set"))
    taken, left = [], []
    for file in rows:
        try:
            if sentence := _why_not(file, NOMINATION_MOVES[name], by):
                raise NotYet(sentence)
            with transaction.atomic():
                taken.append(nominations.advance(file, name, by=by, note=note))
        except NotYet as reason:
            left.append((file, str(reason)))
    return Sorted(tuple(taken), tuple(left))
