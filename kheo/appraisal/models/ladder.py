"""Which unit judges an exemplar at a level, which one proposes it there, and with whom it is ranked."""

from kheo.accounts.access import can
from kheo.accounts.permissions import Permission
from kheo.appraisal.models.nomination import Nomination, RankGroup
from kheo.movement.models import Bearer, Exemplar, Round
from kheo.units.models import Kind, Level, Unit

# From the lowest up; the district is history and judges nothing any more.
LADDER = (Level.BASE, Level.COMMUNE, Level.PROVINCE, Level.CENTRAL)

RANKED_AS = {
    Kind.PARTY: RankGroup.RESIDENTS, Kind.CELL: RankGroup.RESIDENTS, Kind.HAMLET: RankGroup.RESIDENTS,
    Kind.POLICE: RankGroup.FORCES, Kind.MILITARY: RankGroup.FORCES,
}  # fmt: skip


def judges_of(unit: Unit) -> dict[str, Unit]:
    """By level, from the lowest up, the unit that judges what `unit` does: at the base itself or the nearest above,
    else by line or by place (two queries).

    Of several of one level on a line the highest counts: what the police of a province hangs below is the province.
    """
    line = _line(unit)
    lines = (line, _line(unit.place) if unit.place_id else [])
    found = {Level.BASE: next((each for each in reversed(line) if each.level == Level.BASE), None)}
    found |= {level: next((each for one in lines for each in one if each.level == level), None) for level in LADDER[1:]}
    return {level: judge for level, judge in found.items() if judge is not None}


def judge_of(unit: Unit, level: str) -> Unit | None:
    return judges_of(unit).get(level)


def proposer_of(unit: Unit, level: str) -> Unit:
    """Who proposes at `level`: the unit itself at its first level, above it whoever judges at the level below."""
    return _proposer(unit, level, judges_of(unit))


def _proposer(unit: Unit, level: str, judges: dict[str, Unit]) -> Unit:
    below = [judges[each] for each in LADDER[1 : LADDER.index(Level(level))] if each in judges]
    return below[-1] if below else unit


def ways_up(exemplar: Exemplar, user) -> dict[str, Unit]:
    """Levels at which `user` may propose this exemplar, as who acts for its proposer, with who judges there."""
    judges = judges_of(exemplar.unit)
    return {
        level: judge
        for level, judge in judges.items()
        if can(user, Permission.NOMINATION_PROPOSE, _proposer(exemplar.unit, level, judges))
    }


def group_of(exemplar: Exemplar) -> RankGroup:
    """Like is ranked with like: persons apart, then residents, armed forces, and all other bodies."""
    if exemplar.bearer == Bearer.PERSON:
        return RankGroup.PERSONS
    return RANKED_AS.get(Kind(exemplar.unit.kind), RankGroup.OFFICES)


def is_of_round(exemplar: Exemplar, judge: Unit, round_: Round) -> bool:
    """Was the round launched on the line of the exemplar's unit, of its place or of its judge?"""
    launcher = round_.campaign.unit.path
    units = filter(None, (exemplar.unit, exemplar.unit.place, exemplar.place, judge))
    return any(unit.path.startswith(launcher) for unit in units)


def from_below(exemplar: Exemplar, proposer: Unit) -> Nomination | None:
    """The file by which the level below recognised it, where it was not carried up yet."""
    granted = Nomination.objects.filter(exemplar=exemplar, unit=proposer, stage="granted", carried_up=None)
    return granted.order_by("-round__year", "-pk").first()


def _line(unit: Unit) -> list[Unit]:
    """The unit with all above it, from the top down."""
    return [*unit.get_ancestors(), unit]
