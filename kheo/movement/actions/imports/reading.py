"""Reads a list against the units living on a day and the register as it stands; writes nothing."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from os import PathLike

from kheo.movement.actions.imports.known import look_up, place_of_row
from kheo.movement.importing import Matcher, Reading, RowError, UnitFact, find_duplicates, read_register
from kheo.movement.models import ImportMapping, Round
from kheo.movement.patterns import PATTERNS
from kheo.units.models import Level, Unit
from kheo.units.queries import unit_facts


@dataclass(frozen=True)
class Found:
    """What was read; `known` rows stand in the register by name and unit, `listed` of them in this round already."""

    reading: Reading
    known: int = 0
    listed: int = 0


def read_list(
    source: str | PathLike[str] | bytes,
    *,
    name: str,
    office: Unit,
    round_: Round,
    on: date,
    within_office: bool = True,
    told: Callable[[int], None] | None = None,
) -> Found:
    """The rows, errors and cautions of a file that `office` sends. Raises `BadFile`.

    Headers are read as the office chose last time. With `within_office` a row of a unit elsewhere is an error.
    """
    facts = [UnitFact(*fact) for fact in unit_facts(on)]
    reading = read_register(
        source,
        name=name,
        match_unit=Matcher(facts, on=on, within=_province(office)).match,
        on=on,
        mapping=lambda signature: remembered(office, signature),
        default_unit=_default(facts, office, on),
        told=told,
    )
    if within_office:
        _keep_within(reading, office)
    return _beside_the_register(reading, round_)


def remembered(office: Unit, signature: str) -> dict[str, str | None]:
    """How this office chose to read a header of this shape; empty when it never chose."""
    found = ImportMapping.objects.filter(unit=office, signature=signature).values_list("columns", flat=True).first()
    return found or {}


def _province(office: Unit) -> str:
    if office.level == Level.PROVINCE:
        return office.name
    above = office.get_ancestors().filter(level=Level.PROVINCE).first()
    return above.name if above else ""


def _default(facts: list[UnitFact], office: Unit, on: date) -> UnitFact | None:
    """A commune's own list need not name the commune; a province's list must say whose each model is."""
    if office.level in (Level.PROVINCE, Level.CENTRAL):
        return None
    return next((fact for fact in facts if fact.id == office.pk and fact.lives_on(on)), None)


def _keep_within(reading: Reading, office: Unit) -> None:
    inside = set(Unit.objects.under(office).values_list("pk", flat=True))
    kept = []
    for row in reading.rows:
        if row.unit.id in inside:
            kept.append(row)
            continue
        column = reading.layouts[row.sheet].header("unit")
        reason = f"đơn vị không thuộc {office.name}"
        reading.errors.append(RowError(row.sheet, row.row, column, row.unit.name, reason))
    reading.rows = kept


def _beside_the_register(reading: Reading, round_: Round) -> Found:
    """Points at rows that seem to be in the list twice, or in the register."""
    if not reading.rows:
        return Found(reading)
    register = look_up(reading.rows, round_)
    usual = [pattern.name for pattern in PATTERNS]
    reading.cautions.extend(find_duplicates(reading.rows, register.names, stop_phrases=usual, layouts=reading.layouts))
    keys = [key for row in reading.rows if (key := register.keys.get(place_of_row(row)))]
    return Found(reading, len(keys), sum(key in register.registered for key in keys))
