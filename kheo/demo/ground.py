"""What the demo stands on: real communes, bodies in them, rounds, themes, directives, priority areas."""

from dataclasses import dataclass, field
from datetime import date

from kheo.core.vietnamese import fold
from kheo.demo.stories.directives import DIRECTIVES, FORM_DIRECTIVES
from kheo.demo.stories.directives import Directive as ToldDirective
from kheo.demo.stories.model import THEMES
from kheo.movement.models import Campaign, Directive, PriorityArea, Round, Target, Theme
from kheo.units import places
from kheo.units.models import FocalBody, Level, Unit

QUANG_TRI = "44"
SINCE = date(2025, 7, 1)
# Whose line runs to a body of the province while they stand in a commune.
LINES = {"police": "Công an tỉnh Quảng Trị", "military": "Bộ Chỉ huy Quân sự tỉnh Quảng Trị"}
BORDER_GUARD = "Bộ Chỉ huy Bộ đội Biên phòng tỉnh Quảng Trị"
SAMPLE_PRIORITIES = (
    ("19639", "project"),
    ("19435", "hard"),
    ("19441", "hard"),
    ("19333", "office"),
    ("19669", "industry"),
)


@dataclass
class Ground:
    """Units and settings the stories and the generator stand on."""

    province: Unit
    communes: dict[str, Unit]
    rounds: dict[int, Round]
    themes: dict[str, Theme]
    directives: list[Directive]
    bodies: dict[tuple[str, str], Unit] = field(default_factory=dict)

    def body(self, label: str, kind: str, commune: str) -> Unit:
        """The unit called `label` in a commune; made when first named. Police and army report along their own line."""
        place = self.communes[commune]
        if fold(label) in (fold(place.name), fold(f"đảng ủy {place.name}")):
            return place
        key = (fold(label), commune)
        if key not in self.bodies:
            self.bodies[key] = self._add(label, kind, place)
        return self.bodies[key]

    def _add(self, label: str, kind: str, place: Unit) -> Unit:
        line = BORDER_GUARD if "biên phòng" in label.lower() else LINES.get(kind)
        above = self._line(line, kind) if line else place
        unit = Unit(name=label, level=Level.BASE, kind=kind, place=place, starts=None)
        return Unit.objects.get(pk=above.pk).add_child(instance=unit)

    def _line(self, name: str, kind: str) -> Unit:
        key = (fold(name), "")
        if key not in self.bodies:
            parent = Unit.objects.get(pk=self.province.pk)
            self.bodies[key] = parent.add_child(instance=Unit(name=name, level=Level.PROVINCE, kind=kind))
        return self.bodies[key]


def lay() -> Ground:
    """Load Quảng Trị and everything around it."""
    places.load([QUANG_TRI])
    places.load_old_trieu_phong()
    places.load_sample_cluster()
    province = Unit.objects.get(code=QUANG_TRI, level=Level.PROVINCE, ends=None)
    communes = {unit.code: unit for unit in Unit.objects.under(province).filter(level=Level.COMMUNE, ends=None)}
    FocalBody.objects.create(
        unit=province, name="Ban Tuyên giáo và Dân vận Tỉnh ủy Quảng Trị", short_name="Ban TGDV", starts=SINCE
    )
    FocalBody.objects.create(unit=communes["19645"], name="Ban Xây dựng Đảng xã Triệu Bình", starts=SINCE)
    FocalBody.objects.create(unit=communes["19669"], name="Ban Thường trực Ủy ban MTTQ xã Ái Tử", starts=SINCE)
    ground = Ground(province, communes, _rounds(province), _themes(), _directives())
    for code, kind in SAMPLE_PRIORITIES:
        PriorityArea.objects.create(unit=communes[code], kind=kind, starts=date(2026, 1, 1))
    return ground


def _rounds(province: Unit) -> dict[int, Round]:
    past = Campaign.objects.create(
        name="Dân vận khéo giai đoạn 2021-2025", unit=province, starts=date(2021, 1, 1), ends=date(2025, 12, 31)
    )
    now = Campaign.objects.create(
        name="Dân vận khéo giai đoạn 2026-2030", unit=province, starts=date(2026, 1, 1), ends=date(2030, 12, 31)
    )
    return {
        year: Round.objects.create(
            campaign=past if year < 2026 else now, code=f"dvk-{year}", name=f"Dân vận khéo năm {year}", year=year,
            opens_on=date(year - 1, 12, 1) if year > 2024 else date(year, 1, 1), closes_on=date(year, 12, 15),
        )
        for year in (2024, 2025, 2026)
    }  # fmt: skip


def _themes() -> dict[str, Theme]:
    return {name: Theme.objects.create(name=name) for name in THEMES}


def _directives() -> list[Directive]:
    """Those of the movement; those about the form of papers are made beside them."""
    newest_first = {each.number: _directive(each) for each in FORM_DIRECTIVES}
    for each in FORM_DIRECTIVES:
        if each.replaced_by:
            newest_first[each.number].replaced_by = newest_first[each.replaced_by]
            newest_first[each.number].save()
    return [_directive(each) for each in DIRECTIVES]


def _directive(told: ToldDirective) -> Directive:
    directive = Directive.objects.create(
        number=told.number, kind=told.kind, issuer=told.issuer, title=told.title, issued_on=told.issued_on,
        is_public=told.public,
    )  # fmt: skip
    for target in told.targets:
        Target.objects.create(directive=directive, name=target.name, measure=target.measure, value=target.value)
    return directive
