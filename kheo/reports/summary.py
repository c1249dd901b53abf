"""The round in figures: this year beside last, every figure with the address of the records behind it."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from urllib.parse import urlencode

from django.db.models import Count, F, OuterRef, Q, QuerySet, Subquery, Sum
from django.urls import reverse

from kheo.accounts.access import units_where
from kheo.accounts.permissions import Permission
from kheo.core.exports import Table
from kheo.core.vietnamese import format_number
from kheo.movement.lifecycle.exemplar import COUNTED, ExemplarStage
from kheo.movement.lifecycle.registration import REGISTERED, Origin
from kheo.movement.models import (
    Bearer,
    Contribution,
    Exemplar,
    ExemplarKind,
    Field,
    Nature,
    Recognition,
    Registration,
    Resource,
    Round,
    Verdict,
    Verification,
)
from kheo.units.models import Unit

Figure = int | Decimal | None


@dataclass(frozen=True)
class Line:
    """One row of a section: last year's and this year's figure, and where each one's records are."""

    label: str
    now: Figure
    before: Figure
    url: str = ""
    url_before: str = ""
    key: str = ""
    is_money: bool = False

    @property
    def change(self) -> Figure:
        return None if self.now is None or self.before is None else self.now - self.before


@dataclass(frozen=True)
class Section:
    title: str
    lines: list[Line]
    wide: bool = False

    @property
    def longest(self) -> int:
        """The largest figure, against which the bars are drawn (at least 1)."""
        return max([1, *(int(line.now or 0) for line in self.lines)])


@dataclass(frozen=True)
class Alive:
    """Of those recognised in a year, how many were last confirmed as working well; the denominator beside it."""

    year: int
    recognised: int
    effective: int
    confirmed: int
    url: str

    @property
    def note(self) -> str:
        return f"{format_number(self.confirmed)} mô hình đã được xác nhận, theo lần xác nhận gần nhất."

    @property
    def year_text(self) -> str:
        return str(self.year)

    @property
    def recognised_text(self) -> str:
        return format_number(self.recognised)


@dataclass(frozen=True)
class Summary:
    round: Round
    before: Round | None
    unit: Unit | None
    total: Line
    alive: Alive
    sections: list[Section]
    marks = tuple(Field.values)

    @property
    def total_note(self) -> str:
        return "" if self.total.before is None else f"Năm trước: {format_number(self.total.before)}."


# Sections that are one GROUP BY each: title, column of the group, its words, filter of the list.
GROUPS = (
    ("Theo lĩnh vực", "exemplar__field", Field, "linh_vuc"),
    ("Theo nguồn gốc đăng ký", "origin", Origin, "nguon_goc"),
    ("Theo bước của mô hình", "exemplar__stage", ExemplarStage, "buoc"),
    ("Mô hình, điển hình", "exemplar__kind", ExemplarKind, "loai"),
    ("Tập thể, cá nhân", "exemplar__bearer", Bearer, "chu_the"),
    ("Tính chất", "exemplar__nature", Nature, "tinh_chat"),
)
NOT_SAID = ("exemplar__field", "exemplar__bearer")
STANDARD = (
    ("households", "Số hộ tham gia"),
    ("beneficiaries", "Số người hưởng lợi"),
    ("members", "Đoàn viên, hội viên tham gia"),
)


def previous_round(round_: Round) -> Round | None:
    """Last year's round, of the same campaign where there is one."""
    rounds = Round.objects.filter(year=round_.year - 1)
    return rounds.filter(campaign=round_.campaign).first() or rounds.first()


def summary(user, round_: Round, *, unit: Unit | None = None) -> Summary:
    """The figures of a round over what `user` may see, or over one unit of it. A fixed number of queries."""
    before = previous_round(round_)
    rows = _registered(user, unit).filter(round__in=[each.pk for each in (round_, before) if each])
    per_round = dict(rows.values_list("round").annotate(Count("pk")).order_by())
    link = _Links(round_, before, unit)
    total = Line("Mô hình, điển hình đã duyệt đăng ký", *_pair(per_round, round_, before), *link())
    sections = [_group(rows, link, round_, before, *each) for each in GROUPS]
    sections += [
        _standard(rows, link, round_, before),
        _resources(user, unit, round_, before),
        _by_unit(user, rows, unit, round_, before),
    ]
    return Summary(round_, before, unit, total, _alive(user, unit, round_.year - 1), sections)


def _registered(user, unit: Unit | None) -> QuerySet:
    rows = Registration.objects.filter(
        units_where(user, Permission.SUMMARY_VIEW, "exemplar__unit"), stage__in=REGISTERED, exemplar__stage__in=COUNTED
    )
    return rows.filter(within(unit, "exemplar__")) if unit else rows


def within(unit: Unit, to: str = "") -> Q:
    """The same as `Exemplar.objects.within`, seen from a row that leads to an exemplar."""
    return (
        Q(**{f"{to}unit__path__startswith": unit.path})
        | Q(**{f"{to}unit__place__path__startswith": unit.path})
        | Q(**{f"{to}place__path__startswith": unit.path})
    )


class _Links:
    """Addresses of the register, filtered as a figure was counted."""

    def __init__(self, round_: Round, before: Round | None, unit: Unit | None):
        self.rounds, self.unit = (round_, before), unit
        self.path = reverse("movement:exemplar_list")

    def __call__(self, **chosen) -> tuple[str, str]:
        if self.unit and "don_vi" not in chosen:
            chosen["don_vi"] = self.unit.pk
        now, before = (self._to(each, chosen) if each else "" for each in self.rounds)
        return now, before

    def _to(self, round_: Round, chosen: dict) -> str:
        return f"{self.path}?{urlencode({'dot': round_.pk, **chosen})}"


def _pair(counts: dict, round_: Round, before: Round | None) -> tuple[Figure, Figure]:
    return counts.get(round_.pk, 0), counts.get(before.pk, 0) if before else None


def _group(rows, link, round_, before, title: str, column: str, words, name: str) -> Section:
    counts: dict = defaultdict(dict)
    for group, which, number in rows.values_list(column, "round").annotate(Count("pk")).order_by():
        counts[group][which] = number
    lines = [
        Line(label, *_pair(counts[value], round_, before), *link(**{name: value}), key=value)
        for value, label in words.choices
        if not (words is ExemplarStage and value not in COUNTED)
    ]
    if column in NOT_SAID and counts[""]:
        lines.append(Line("Chưa ghi", *_pair(counts[""], round_, before), *link(**{name: "none"})))
    return Section(title, lines)


def _standard(rows, link, round_, before) -> Section:
    sums = {
        row["round"]: row
        for row in rows.values("round").annotate(**{name: Sum(f"exemplar__{name}") for name, _ in STANDARD}).order_by()
    }
    lines = []
    for name, label in STANDARD:
        now = sums.get(round_.pk, {}).get(name)
        then = sums.get(before.pk, {}).get(name) if before else None
        lines.append(Line(label, now, then, *link()))
    return Section("Người dân tham gia, hưởng lợi", lines)


def ledger(user, *, unit: Unit | None = None, round_: Round, kind: str = "") -> QuerySet:
    """The rows of the resource ledger behind the round's figures: of its exemplars, dated in its year."""
    registered = _registered(user, unit).filter(round=round_)
    rows = Contribution.objects.filter(exemplar__in=registered.values("exemplar"), on__year=round_.year)
    return rows.filter(kind=kind) if kind else rows


def _resources(user, unit, round_, before) -> Section:
    sums = {
        each.pk: dict(
            ledger(user, unit=unit, round_=each)
            .exclude(kind=Resource.IN_KIND)
            .values_list("kind")
            .annotate(Sum("amount"))
            .order_by()
        )
        for each in (round_, before)
        if each
    }

    def url(each: Round | None, kind: str) -> str:
        query = {"dot": each.pk if each else "", "loai": kind, **({"don_vi": unit.pk} if unit else {})}
        return f"{reverse('reports:ledger')}?{urlencode(query)}" if each else ""

    lines = [
        Line(
            kind.label,
            sums[round_.pk].get(kind),
            sums[before.pk].get(kind) if before else None,
            url(round_, kind),
            url(before, kind),
            is_money=kind == Resource.MONEY,
        )
        for kind in (Resource.LAND, Resource.LABOUR, Resource.MONEY)
    ]
    return Section("Nguồn lực huy động trong năm", lines)


def _by_unit(user, rows, unit: Unit | None, round_, before) -> Section:
    """One line a unit next below: by line or by place, as the list behind it counts; the total counts each once."""
    groups = rows.values_list(
        "round", F("exemplar__unit__path"), F("exemplar__unit__place__path"), F("exemplar__place__path")
    ).annotate(Count("pk"))
    depth = unit.depth + 1 if unit else _top_depth(user)
    counts: dict[str, dict[int, int]] = defaultdict(lambda: defaultdict(int))
    for which, *paths, number in groups.order_by():
        for path in {_at_depth(path, depth, unit) for path in paths if path} - {""}:
            counts[path][which] += number
    link = _Links(round_, before, unit)
    units = {each.path: each for each in Unit.objects.filter(path__in=list(counts)).by_name()}
    lines = [
        Line(each.title, *_pair(counts[path], round_, before), *link(don_vi=each.pk)) for path, each in units.items()
    ]
    return Section("Theo đơn vị, địa bàn", lines, wide=True)


def _at_depth(path: str, depth: int, unit: Unit | None) -> str:
    if unit and not path.startswith(unit.path):
        return ""
    return path[: depth * Unit.steplen] if len(path) >= depth * Unit.steplen else path


def _top_depth(user) -> int:
    """One below the highest unit in which the person may see the summary."""
    depths = [held.unit.depth for held in user.held]
    return min(depths, default=1) + 1


def _alive(user, unit: Unit | None, year: int) -> Alive:
    """Recognised in `year` and still in force: how many work well by their latest confirmation."""
    rows = Exemplar.objects.filter(units_where(user, Permission.SUMMARY_VIEW)).counted()
    rows = rows.filter(within(unit)) if unit else rows
    latest = Verification.objects.filter(exemplar=OuterRef("pk")).order_by("-on", "-pk")
    found = (
        rows.filter(pk__in=Recognition.objects.filter(year=year, annulled_on=None).values("exemplar"))
        .annotate(verdict=Subquery(latest.values("verdict")[:1]))
        .aggregate(
            recognised=Count("pk"),
            effective=Count("pk", filter=Q(verdict=Verdict.EFFECTIVE)),
            confirmed=Count("pk", filter=Q(verdict__isnull=False)),
        )
    )
    query = {"nam_cong_nhan": year, "xac_nhan": Verdict.EFFECTIVE.value, **({"don_vi": unit.pk} if unit else {})}
    return Alive(year=year, url=f"{reverse('movement:exemplar_list')}?{urlencode(query)}", **found)


def as_table(found: Summary) -> Table:
    """The whole summary as one sheet."""
    year = found.round.year
    return Table(
        f"Tổng hợp {found.round.name}{f', {found.unit.name}' if found.unit else ''}",
        ["Chỉ tiêu", f"Năm {year}", f"Năm {year - 1}", "Tăng, giảm"],
        list(_table_rows(found)),
        [52, 18, 18, 16],
    )


def _table_rows(found: Summary) -> Iterable[list]:
    yield [found.total.label, found.total.now, found.total.before, found.total.change]
    alive = found.alive
    yield [f"Mô hình được công nhận năm {alive.year}", alive.recognised, None, None]
    yield ["Trong đó đã xác nhận hoạt động hiệu quả", alive.effective, None, None]
    for section in found.sections:
        yield []
        yield [section.title]
        for line in section.lines:
            yield [line.label, line.now, line.before, line.change]
