"""What the pages of an import show: the columns as understood, errors, cautions and rows, a page at a time."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from kheo.core.exports import Table as Sheet
from kheo.core.pages import Page, page_of
from kheo.core.parts import Table, table
from kheo.core.vietnamese import PartialDate, format_date
from kheo.movement.importing.synonyms import TITLES
from kheo.movement.importing.values import FIELD_NAMES
from kheo.movement.models import BatchStage, Bearer, ImportBatch, ImportRemark
from kheo.units.models import Unit

PAGE = 50
VIEWS = {"loi": "Dòng có lỗi", "xem-lai": "Cần xem lại", "dong": "Dòng đọc được", "cot": "Các cột"}
REMARK_HEADS = ("Trang tính", "Dòng", "Cột", "Đang ghi", "Vì sao")
ROW_HEADS = (
    "Dòng", "Tên mô hình, điển hình", "Đơn vị", "Lĩnh vực", "Chủ thể", "Bắt đầu", "Đất (m²)", "Ngày công",
    "Kinh phí (đồng)", "Số hộ", "Phần khác",
)  # fmt: skip


def import_list(user):
    return ImportBatch.objects.visible_to(user).select_related("unit", "round", "by")


def earlier(batch: ImportBatch, user) -> ImportBatch | None:
    """The same file, written before and not undone."""
    same = ImportBatch.objects.visible_to(user).filter(sha256=batch.sha256, stage=BatchStage.WRITTEN)
    return same.exclude(pk=batch.pk).first()


@dataclass(frozen=True)
class Understood:
    """At first glance: which headers were understood as what, and which were not."""

    known: list[tuple[str, str]]
    unknown: list[str]


def understood(batch: ImportBatch) -> Understood:
    columns = [column for sheet in batch.reading.get("sheets", ()) for column in sheet["columns"]]
    known = {column["header"]: TITLES[column["meaning"]] for column in columns if column["meaning"] in TITLES}
    unknown = dict.fromkeys(column["header"] for column in columns if column["meaning"] not in TITLES)
    return Understood(list(known.items()), list(unknown))


@dataclass(frozen=True)
class View:
    """One of the lists below the preview: its key, its page of rows as a table."""

    key: str
    page: Page | None
    table: Table | None


def view_of(batch: ImportBatch, key: str, number, query) -> View:
    """The list asked for; without a word, the errors if there are any, else the rows."""
    if key not in VIEWS:
        key = "loi" if batch.reading.get("errors") else "dong" if batch.stage == BatchStage.READ else "xem-lai"
    if key == "cot":
        return View(key, None, None)
    if key == "dong":
        return _rows(batch, number, query)
    remarks = _remarks(batch).filter(is_error=key == "loi")
    page = page_of(remarks, number, size=PAGE, query=query)
    lines = [(f"{each.sheet}, {each.row}", each.reason, each.column, each.value or "(ô trống)") for each in page]
    return View(key, page, table(VIEWS[key], ("Trang, dòng", "Vì sao", "Cột", "Đang ghi"), lines))


def _remarks(batch: ImportBatch):
    """Of the reading that is shown: another one may be under way."""
    return ImportRemark.objects.filter(batch=batch, turn=batch.reading["turn"])


def _rows(batch: ImportBatch, number, query) -> View:
    page = page_of(batch.rows.filter(turn=batch.reading["turn"]), number, size=PAGE, query=query)
    units = {each.facts["unit"] for each in page}
    names = dict(Unit.objects.filter(pk__in=units).values_list("pk", "name"))
    lines = [(each.row, *_line(each.facts, names)) for each in page]
    return View("dong", page, table(VIEWS["dong"], ROW_HEADS, lines, numeric=[0, 6, 7, 8, 9]))


def _line(facts: dict, names: dict[int, str]) -> tuple:
    extra = "; ".join(f"{header}: {text}" for header, text in facts.get("extra", {}).items())
    return (
        facts.get("name", ""),
        names.get(facts["unit"], ""),
        FIELD_NAMES.get(facts.get("field", "")),
        Bearer(facts["bearer"]).label if facts.get("bearer") else None,
        _start(facts.get("start")),
        *(_amount(facts.get(name)) for name in ("land_m2", "labour_days", "money_vnd", "households")),
        extra,
    )


def _amount(value):
    return float(value) if isinstance(value, str) else value


def _start(told) -> str | None:
    return format_date(PartialDate(date.fromisoformat(told[0]), told[1])) if told else None


def errors_sheet(batch: ImportBatch) -> Sheet:
    """The errors as a sheet to mend the list by, then the cautions."""
    remarks = _remarks(batch).order_by("-is_error", "pk")

    def lines() -> Iterator[list]:
        for each in remarks.iterator(chunk_size=1000):
            yield ["Lỗi" if each.is_error else "Xem lại", each.sheet, each.row, each.column, each.value, each.reason]

    return Sheet(f"Cần sửa {batch.name}", ["Loại", *REMARK_HEADS], lines(), [10, 20, 8, 28, 40, 70])
