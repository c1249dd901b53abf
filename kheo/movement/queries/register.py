"""The register as a list: which rows a set of filters leaves, in which order, and as a spreadsheet."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from django.db.models import Exists, OuterRef, QuerySet

from kheo.core.exports import Table
from kheo.movement.lifecycle.registration import REGISTERED
from kheo.movement.models import Contribution, Exemplar, PriorityArea, Registration, Verification

ORDERS = {"moi": ("Mới cập nhật trước", ("-changed_at", "-id")), "ten": ("Theo tên", ("sort", "id"))}
DEFAULT_ORDER = "moi"


def _registration_stage(rows: QuerySet, stage: str) -> QuerySet:
    return rows.filter(Exists(Registration.objects.filter(exemplar=OuterRef("pk"), stage=stage)))


def _with_resource(rows: QuerySet, kind: str) -> QuerySet:
    return rows.filter(Exists(Contribution.objects.filter(exemplar=OuterRef("pk"), kind=kind)))


def _verdict(rows: QuerySet, verdict: str) -> QuerySet:
    latest = Verification.objects.filter(exemplar=OuterRef("pk")).order_by("-on", "-pk")
    if verdict == "none":
        return rows.filter(~Exists(Verification.objects.filter(exemplar=OuterRef("pk"))))
    return rows.annotate(latest_verdict=latest.values("verdict")[:1]).filter(latest_verdict=verdict)


def _priority(rows: QuerySet, user, kind: str) -> QuerySet:
    """By the tags `user` may see: rows are seen in more places than tags, and a filter must not tell them there."""
    open_ = PriorityArea.objects.visible_to(user).filter(kind=kind, ends=None)
    return rows.filter(Exists(open_.filter(unit=OuterRef("unit"))) | Exists(open_.filter(unit=OuterRef("place"))))


# One row a filter: its name in the address, and what it leaves of the rows.
FILTERS: dict[str, Callable[[QuerySet, Any], QuerySet]] = {
    "q": lambda rows, text: rows.matching(text),
    "linh_vuc": lambda rows, field: rows.filter(field="" if field == "none" else field),
    "buoc": lambda rows, stage: rows.filter(stage=stage),
    "dang_ky": _registration_stage,
    "don_vi": lambda rows, unit: rows.within(unit),
    "loai": lambda rows, kind: rows.filter(kind=kind),
    "chu_the": lambda rows, bearer: rows.filter(bearer="" if bearer == "none" else bearer),
    "tinh_chat": lambda rows, nature: rows.filter(nature=nature),
    "chu_de": lambda rows, theme: rows.filter(themes=theme),
    "gan_voi": lambda rows, directive: rows.filter(directives=directive),
    "cong_nhan": lambda rows, level: rows.recognised(level=level),
    "nam_cong_nhan": lambda rows, year: rows.recognised(year=year),
    "nguon_luc": _with_resource,
    "xac_nhan": _verdict,
    "lan_nhap": lambda rows, batch: rows.filter(import_batch=batch),
    "nam_bat_dau": lambda rows, year: rows.filter(starts__year=year),
}


# Filters that ask for one and the same listed registration: name in the address, column.
REGISTERED_AS = {"dot": "round", "nguon_goc": "origin"}


def exemplar_list(user, chosen: dict[str, Any], order: str = DEFAULT_ORDER) -> QuerySet:
    """Rows `user` may see that pass every chosen filter; merged files are left out unless asked for by stage."""
    rows = Exemplar.objects.visible_to(user)
    if not chosen.get("buoc"):
        rows = rows.counted()
    registered = {column: chosen[name] for name, column in REGISTERED_AS.items() if name in chosen}
    if registered:
        listed = Registration.objects.filter(exemplar=OuterRef("pk"), stage__in=REGISTERED, **registered)
        rows = rows.filter(Exists(listed))
    for name in FILTERS.keys() & chosen.keys():
        rows = FILTERS[name](rows, chosen[name])
    if "dia_ban" in chosen:
        rows = _priority(rows, user, chosen["dia_ban"])
    return rows.order_by(*ORDERS.get(order, ORDERS[DEFAULT_ORDER])[1])


REGISTRATION_FILTERS: dict[str, Callable[[QuerySet, Any], QuerySet]] = {
    "q": lambda rows, text: rows.filter(exemplar__in=Exemplar.objects.matching(text).values("pk")),
    "dot": lambda rows, round_: rows.filter(round=round_),
    "don_vi": lambda rows, unit: rows.filter(exemplar__in=Exemplar.objects.within(unit).values("pk")),
    "buoc": lambda rows, stage: rows.filter(stage=stage),
    "nguon_goc": lambda rows, origin: rows.filter(origin=origin),
    "linh_vuc": lambda rows, field: rows.filter(exemplar__field=field),
}


def registration_list(user, chosen: dict[str, Any]) -> QuerySet:
    """Registrations `user` may see that pass every chosen filter, the latest moved first."""
    rows = Registration.objects.visible_to(user)
    for name, value in chosen.items():
        rows = REGISTRATION_FILTERS[name](rows, value)
    return rows.select_related("exemplar__unit", "round").order_by("-stage_since", "-pk")


def for_list(rows: QuerySet) -> QuerySet:
    """With what a line of the list shows, in a fixed number of queries."""
    return rows.select_related("unit", "place").prefetch_related("outcomes")


@dataclass(frozen=True)
class Column:
    """One column of the export: its header, its width, what it shows."""

    header: str
    width: int
    value: Callable[[Exemplar], Any]


def _sum(kind: str) -> Callable[[Exemplar], Any]:
    def total(exemplar: Exemplar):
        amounts = [each.amount for each in exemplar.contributions.all() if each.kind == kind]
        return sum(amounts) if amounts else None  # silent is not zero

    return total


COLUMNS = (
    Column("Mã", 14, lambda e: e.code),
    Column("Tên mô hình, điển hình", 60, lambda e: e.name),
    Column("Đơn vị thực hiện", 28, lambda e: e.unit.name),
    Column("Địa bàn", 22, lambda e: e.place.name if e.place else ""),
    Column("Thôn, khu phố", 18, lambda e: e.place_detail),
    Column("Loại", 12, lambda e: e.get_kind_display()),
    Column("Tập thể/Cá nhân", 14, lambda e: e.get_bearer_display() if e.bearer else ""),
    Column("Tính chất", 22, lambda e: e.get_nature_display()),
    Column("Lĩnh vực", 26, lambda e: e.get_field_display() if e.field else ""),
    Column("Bắt đầu", 12, lambda e: e.start_text),
    Column("Bước", 16, lambda e: e.get_stage_display()),
    Column("Đất hiến (m²)", 14, _sum("land")),
    Column("Ngày công", 12, _sum("labour")),
    Column("Kinh phí (đồng)", 18, _sum("money")),
    Column("Số hộ tham gia", 12, lambda e: e.households),
    Column("Số người hưởng lợi", 12, lambda e: e.beneficiaries),
    Column("Đoàn viên, hội viên tham gia", 14, lambda e: e.members),
    Column("Công nhận cao nhất", 24, lambda e: _highest(e)),
)
LEVEL_ORDER = ("base", "commune", "district", "province", "central")


def _highest(exemplar: Exemplar) -> str:
    standing = [each for each in exemplar.recognitions.all() if each.annulled_on is None]
    best = max(standing, key=lambda each: LEVEL_ORDER.index(each.level), default=None)
    return f"Cấp {best.get_level_display().lower()}, {best.year}" if best else ""


def as_table(rows: QuerySet, title: str) -> Table:
    """The rows as a sheet, read in portions so that a long list costs little memory."""
    rows = rows.select_related("unit", "place").prefetch_related("contributions", "recognitions")

    def lines() -> Iterator[list[Any]]:
        for number, exemplar in enumerate(rows.iterator(chunk_size=500), start=1):
            yield [number, *(column.value(exemplar) for column in COLUMNS)]

    return Table(title, ["STT", *(c.header for c in COLUMNS)], lines(), [6, *(c.width for c in COLUMNS)])
