"""A file written whole, as one form sends it: facts, outcomes, forces, person in charge, what it belongs to."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from django.db import transaction

from kheo.movement.actions import charges, exemplars, outcomes, participants, registrations
from kheo.movement.lifecycle.registration import Origin
from kheo.movement.models import Directive, Exemplar, Outcome, Registration, Round, Theme


@dataclass(frozen=True)
class File:
    """What the form holds. None leaves that part of the file as it is.

    `outcomes` are dicts of `actions.outcomes` facts, the main one first, with `outcome` where one is already kept;
    `forces` rows for `participants.put`; `charge` the facts of `charges.appoint`.
    """

    facts: dict = field(default_factory=dict)
    outcomes: list[dict] | None = None
    forces: list[dict] | None = None
    charge: dict | None = None
    themes: Iterable[Theme] | None = None
    directives: Iterable[Directive] | None = None


@transaction.atomic
def begin(
    file: File, round_: Round, *, by, unit, origin: str = Origin.NEW, on_behalf_of: str = "",
) -> Registration:  # fmt: skip
    """A new exemplar with its file, and the draft of its registration in `round_`.

    One that was copied from another comes as `replicated`, whatever `origin` says.
    """
    facts = {key: value for key, value in file.facts.items() if key != "unit"}
    exemplar = exemplars.begin(by=by, unit=unit, **facts)
    _rest(exemplar, file, by=by)
    origin = Origin.REPLICATED if exemplar.copied_from_id else origin
    return registrations.draft(exemplar, round_, by=by, origin=origin, on_behalf_of=on_behalf_of)


@transaction.atomic
def write(exemplar: Exemplar, file: File, *, by) -> Exemplar:
    """Put the form's contents in place of the file's; each part that changed leaves its own event."""
    exemplars.write(exemplar, by=by, **file.facts)
    _rest(exemplar, file, by=by)
    return exemplar


def _rest(exemplar: Exemplar, file: File, *, by) -> None:
    if file.outcomes is not None:
        _put_outcomes(exemplar, file.outcomes, by=by)
    if file.forces is not None:
        participants.put(exemplar, file.forces, by=by)
    if file.charge is not None:
        charges.appoint(exemplar, by=by, **file.charge)
    if file.themes is not None and file.directives is not None:
        exemplars.tie(exemplar, by=by, themes=file.themes, directives=file.directives)


def _put_outcomes(exemplar: Exemplar, rows: list[dict], *, by) -> None:
    kept: list[Outcome] = []
    for row in rows:
        facts = {key: value for key, value in row.items() if key != "outcome"}
        former = row.get("outcome")
        kept.append(outcomes.write(former, by=by, **facts) if former else outcomes.add(exemplar, by=by, **facts))
    if kept:
        outcomes.make_main(kept[0], by=by)
    for gone in exemplar.outcomes.exclude(pk__in=[outcome.pk for outcome in kept]):
        outcomes.remove(gone, by=by)
