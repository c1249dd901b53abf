"""What the register holds already of the units of a list: which row continues which model, and what merely resembles."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from django.db.models import Max

from kheo.core.vietnamese import fold
from kheo.movement.importing import Known, Row
from kheo.movement.lifecycle.exemplar import ENDED
from kheo.movement.models import Exemplar, Registration, Round

# Beyond so many models of the units of one list only names that are the same are looked for, not those alike.
MOST_ALIKE = 5_000
NAME_LENGTH = 520  # of Exemplar.folded

Place = tuple[int, str]


@dataclass
class Register:
    """The models of some units as they stood at one moment, by unit and folded name.

    `newest` and `newest_registration` are the highest keys seen: whatever came later has a higher one.
    """

    round: Round
    keys: dict[Place, int] = field(default_factory=dict)
    names: list[Known] = field(default_factory=list)
    registered: set[int] = field(default_factory=set)
    newest: int = 0
    newest_registration: int = 0


def place_of_row(row: Row) -> Place:
    """What identifies a model for a clerk: whose it is, and its name without regard to accents and case."""
    return row.unit.id, fold(row.name)[:NAME_LENGTH]


def look_up(rows: Iterable[Row], round_: Round) -> Register:
    """What the register holds for the units of `rows`. Ended models are not continued: they are left out."""
    found = Register(round_)
    found.newest = Exemplar.objects.aggregate(last=Max("pk"))["last"] or 0
    found.newest_registration = Registration.objects.aggregate(last=Max("pk"))["last"] or 0
    units = {row.unit.id for row in rows}
    models = Exemplar.objects.filter(unit__in=units, pk__lte=found.newest).exclude(stage__in=ENDED)
    for pk, unit, folded, name, code in models.order_by("pk").values_list("pk", "unit_id", "folded", "name", "code"):
        found.keys.setdefault((unit, folded), pk)
        if len(found.names) <= MOST_ALIKE:
            found.names.append(Known(name, unit, f"{name} ({code})" if code else name))
    if len(found.names) > MOST_ALIKE:
        found.names = _same(found.keys, rows)
    registered = Registration.objects.open_or_listed().filter(round=round_, exemplar__unit__in=units)
    found.registered = set(registered.values_list("exemplar_id", flat=True))
    return found


def _same(keys: dict[Place, int], rows: Iterable[Row]) -> list[Known]:
    return [Known(row.name, row.unit.id, row.name) for row in rows if place_of_row(row) in keys]
