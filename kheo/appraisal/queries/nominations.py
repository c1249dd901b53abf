"""Lists of nominations: what was sent to a focal body, what a unit proposed; with marks, and as a spreadsheet."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet

from kheo.accounts.access import units_where
from kheo.accounts.permissions import Permission
from kheo.appraisal.models import Hold, Nomination
from kheo.appraisal.models.conflict import sentence_of, ties_among
from kheo.appraisal.queries.paths import nomination_path
from kheo.core.exports import Table
from kheo.core.parts import StagePath
from kheo.movement.models import Exemplar

JOINED = ("exemplar__unit", "round", "unit", "proposer", "rule_set", "submission")
EXPORT_LIMIT = 20_000  # rows; a longer list is filtered first


@dataclass(frozen=True)
class Line:
    """One row of a list: the file, its way, and what this reader may know of it."""

    nomination: Nomination
    path: StagePath
    barred: str | None
    is_held: bool


def _held(rows: QuerySet, value: str) -> QuerySet:
    holds = Hold.objects.open().values("exemplar")
    return rows.filter(exemplar__in=holds) if value == "co" else rows.exclude(exemplar__in=holds)


# One row a filter: its name in the address, and what it leaves of the rows.
FILTERS: dict[str, Callable[[QuerySet, Any], QuerySet]] = {
    "q": lambda rows, text: rows.filter(exemplar__in=Exemplar.objects.matching(text).values("pk")),
    "dot": lambda rows, round_: rows.filter(round=round_),
    "cap": lambda rows, level: rows.filter(level=level),
    "don_vi": lambda rows, unit: rows.filter(exemplar__in=Exemplar.objects.within(unit).values("pk")),
    "linh_vuc": lambda rows, field: rows.filter(exemplar__field=field),
    "nhom": lambda rows, group: rows.filter(group=group),
    "buoc": lambda rows, stage: rows.filter(stage=stage),
    "tam_hoan": _held,
}


def sent_to(user, chosen: dict[str, Any]) -> QuerySet:
    """Files judged in units where `user` reads proposals, the longest waiting first."""
    return _chosen(Nomination.objects.filter(units_where(user, Permission.NOMINATION_VIEW)), chosen)


def proposed_by(user, chosen: dict[str, Any]) -> QuerySet:
    """Proposals of exemplars that `user` reads at work, or that units where `user` proposes made."""
    own = units_where(user, Permission.EXEMPLAR_VIEW, "exemplar__unit")
    return _chosen(
        Nomination.objects.filter(own | units_where(user, Permission.NOMINATION_PROPOSE, "proposer")), chosen
    )


def _chosen(rows: QuerySet, chosen: dict[str, Any]) -> QuerySet:
    for name in FILTERS.keys() & chosen.keys():
        rows = FILTERS[name](rows, chosen[name])
    return rows.select_related(*JOINED).order_by("-stage_since", "-pk")


def lines(nominations: Iterable[Nomination], user) -> list[Line]:
    """Rows with their marks, in a number of queries that does not depend on how many there are."""
    files = list(nominations)
    ties = ties_among([user], files)
    held = held_among(files, user)
    return [
        Line(file, nomination_path(file), sentence_of(ties.get((user.pk, file.pk), ())), file.exemplar_id in held)
        for file in files
    ]


def held_among(nominations: Iterable[Nomination], user) -> set[int]:
    """Of these files the exemplars that are held, as far as `user` may know of holds."""
    exemplars = [file.exemplar_id for file in nominations]
    holds = Hold.objects.visible_to(user).open().filter(exemplar__in=exemplars)
    return set(holds.values_list("exemplar", flat=True))


COLUMNS: tuple[tuple[str, int, Callable[[Nomination], Any]], ...] = (
    ("Mã", 14, lambda file: file.exemplar.code),
    ("Tên mô hình, điển hình", 60, lambda file: file.exemplar.name),
    ("Đơn vị thực hiện", 30, lambda file: file.exemplar.unit.name),
    ("Lĩnh vực", 26, lambda file: file.exemplar.get_field_display()),
    ("Nhóm xếp hạng", 22, lambda file: file.get_group_display()),
    ("Cấp công nhận", 16, lambda file: file.get_level_display()),
    ("Đợt", 28, lambda file: file.round.name),
    ("Nơi đề nghị", 30, lambda file: file.proposer.name),
    ("Ngày đề nghị", 12, lambda file: file.proposed_at),
    ("Bước", 24, lambda file: file.get_stage_display()),
    ("Từ ngày", 12, lambda file: file.stage_since),
    ("Đang ở", 36, lambda file: nomination_path(file).holder),
    ("Tóm tắt thành tích", 60, lambda file: file.case),
)
HEADERS = ("STT", *(header for header, _, _ in COLUMNS))


def table_of(rows: QuerySet, user, title: str) -> Table:
    """The list as a sheet. A file that its reader must keep away from is left out, and the title says how many."""
    told, out = open_rows(rows, user)
    left = f" (không gồm {out} hồ sơ có liên quan đến người tải)" if out else ""
    return Table(f"{title}{left}", HEADERS, told, [6, *(width for _, width, _ in COLUMNS)])


def open_rows(rows: QuerySet, user) -> tuple[list[list[Any]], int]:
    """The cells of each row that is open to its reader, and how many rows were left out."""
    files = list(rows[:EXPORT_LIMIT])
    ties = ties_among([user], files)
    kept = [file for file in files if (user.pk, file.pk) not in ties]
    return list(_cells(kept)), len(files) - len(kept)


def _cells(files: list[Nomination]) -> Iterator[list[Any]]:
    for number, file in enumerate(files, 1):
        yield [number, *(value(file) for _, _, value in COLUMNS)]
