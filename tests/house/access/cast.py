"""The standing cast of the access walk: one commune with a person in every role, and the commune beside it."""

from dataclasses import dataclass

from kheo.accounts.models import Membership, User
from kheo.accounts.roles import Role
from kheo.movement.models import Exemplar, Outcome, Registration, Round
from kheo.units.models import Unit
from tests import make

NOBODY = "nobody"  # signed in, holds no role anywhere


@dataclass(frozen=True)
class Commune:
    """A commune with a colleague to be looked after, a model running, and one that is being registered."""

    unit: Unit
    colleague: User
    membership: Membership
    exemplar: Exemplar
    outcome: Outcome
    drafted: Exemplar
    registration: Registration
    filed: Registration


@dataclass(frozen=True)
class Cast:
    """`people`: by role (and NOBODY), each with their one role in `own.unit`."""

    round: Round
    own: Commune
    foreign: Commune
    people: dict[str, User]

    @property
    def foreign_names(self) -> list[str]:
        """What nobody of the own commune should ever read on a working page."""
        beside = self.foreign
        return [beside.colleague.full_name, beside.exemplar.name, beside.drafted.name]


def gather() -> Cast:
    """The whole cast, made in the caller's transaction."""
    round_ = make.round()
    own = _commune("xã Ái Tử", round_, "Lê Thị Hiền", ("Tuyến đường hoa thôn Xuân", "Tổ tiết kiệm thôn Hạ"))
    foreign = _commune("xã Nam Cửa Việt", round_, "Phan Ngoại Hương", ("Bến bãi bình yên", "Lưới điện bờ biển"))
    people: dict[str, User] = {
        role: make.member(role, own.unit, full_name=f"Người {Role(role).label}") for role in Role
    }
    people[NOBODY] = make.user(full_name="Người chưa có vai trò")
    return Cast(round_, own, foreign, people)


def _commune(name: str, round_: Round, colleague: str, models: tuple[str, str]) -> Commune:
    unit = make.unit(name)
    person = make.user(full_name=colleague)
    running = make.exemplar(models[0], unit=unit)
    new = make.exemplar(models[1], unit=unit, stage="new")
    filed = make.exemplar(f"{models[1]} lớp hai", unit=unit, stage="new")
    for exemplar in (new, filed):
        make.outcome(exemplar)
    return Commune(
        unit=unit,
        colleague=person,
        membership=make.membership(person, Role.OFFICER, unit),
        exemplar=running,
        outcome=make.outcome(running),
        drafted=new,
        registration=make.registration(new, round=round_, entered_by=person),
        filed=make.registration(filed, round=round_, stage="filed", entered_by=person),
    )
