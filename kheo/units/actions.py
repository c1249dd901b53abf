"""Every change of the units and their history. No permission is checked here: pages over units live above."""

from collections.abc import Sequence
from datetime import date, timedelta

from django.db import transaction

from kheo.audit.models import record
from kheo.units import obstacles
from kheo.units.models import Cluster, FocalBody, Succession, SuccessionKind, Unit
from kheo.units.obstacles import NewUnit, stop_at

DAY = timedelta(days=1)
# What a correction may change: facts that were typed wrong, not facts that have changed.
CORRECTABLE = ("name", "code", "level", "kind", "place", "starts", "note", "history_complete")


@transaction.atomic
def add(*, name: str, level: str, kind: str, under: Unit | None, by, **facts) -> Unit:
    """A new unit under another one, or as the top of a tree. Raises `NotPossible`."""
    _lock()
    under = _again(under)
    stop_at(obstacles.to_name(name, under) + obstacles.to_code(facts.get("code", "")))
    unit = _put(Unit(name=name, level=level, kind=kind, **facts), under)
    record("unit.add", unit, by=by, name=unit.name, level=level, kind=kind, under=_plain(under))
    return unit


@transaction.atomic
def add_former(
    *, name: str, level: str, kind: str, into: Unit, on: date, by, old_parent: Unit | None = None, decision: str = "",
    complete: bool = True, note: str = "",
) -> Unit:  # fmt: skip
    """A unit of old that went into `into` on `on`, so that old lists find it. Raises `NotPossible`.

    `old_parent` is what it reported to until then; `complete` says whether there are grounds for the day.
    """
    _lock()
    into = _again(into)
    stop_at(obstacles.to_add_former(name, into, on))
    unit = Unit(name=name, level=level, kind=kind, ends=on - DAY, note=note, history_complete=False)
    unit = _put(unit, into)
    _fact(
        SuccessionKind.MERGE, on, unit, into, decision, old_parent=old_parent, new_parent=into, complete=complete
    )  # fmt: skip
    record("unit.add_former", unit, by=by, note=decision, name=unit.name, into=into.name, on=on)
    return unit


@transaction.atomic
def correct(unit: Unit, *, by, **facts) -> Unit:
    """Mend what was typed wrong; what truly changed on a day is `rename` or `re_parent`."""
    if unknown := set(facts) - set(CORRECTABLE):
        raise TypeError(f"Not correctable: {sorted(unknown)}")
    _lock()
    unit = _again(unit)
    changes = {name: [_plain(getattr(unit, name)), _plain(value)] for name, value in facts.items()}
    changes = {name: pair for name, pair in changes.items() if pair[0] != pair[1]}
    if not changes:
        return unit
    stop_at(obstacles.to_correct(unit, facts))
    for name, value in facts.items():
        setattr(unit, name, value)
    unit.save()
    record("unit.correct", unit, by=by, **changes)
    return unit


@transaction.atomic
def rename(unit: Unit, name: str, *, on: date, by, decision: str = "") -> Unit:
    """From `on` the unit is called `name`; what it was called before stays known. Raises `NotPossible`."""
    _lock()
    unit, name = _again(unit), name.strip()
    stop_at(obstacles.to_rename(unit, name, on))
    before, unit.name = unit.name, name
    unit.save()
    _fact(SuccessionKind.RENAME, on, unit, unit, decision, old_name=before, new_name=unit.name)
    record("unit.rename", unit, by=by, note=decision, name=[before, unit.name], on=on)
    return unit


@transaction.atomic
def re_parent(unit: Unit, parent: Unit, *, on: date, by, decision: str = "") -> Unit:
    """From `on` the unit, with all below it, reports to `parent`. Raises `NotPossible`."""
    _lock()
    unit, parent = _again(unit), _again(parent)
    stop_at(obstacles.to_re_parent(unit, parent, on))
    before = _move(unit, parent, on, decision)
    record("unit.re_parent", unit, by=by, note=decision, under=[_plain(before), parent.name], on=on)
    return _again(unit)


@transaction.atomic
def merge(units: Sequence[Unit], *, into: Unit | NewUnit, on: date, by, decision: str = "") -> Unit:
    """End `units` the day before `on`; `into`, living or founded by this act, goes on. Raises `NotPossible`.

    Nothing that hangs on an ended unit is touched: it hangs under its successor from now on, so that whoever reads
    there reads it too. Living units below it report to the successor from `on`.
    """
    _lock()
    units = [_again(unit) for unit in units]
    into = into if isinstance(into, NewUnit) else _again(into)
    stop_at(obstacles.to_merge(units, into, on))
    children = obstacles.children_of(units)
    for unit in units:
        _end(unit, on)  # first, so that its name and code are free
    into = _found(into, like=obstacles.highest(units), on=on) if isinstance(into, NewUnit) else into
    for child in children:
        _move(child, into, on, decision)
    for unit in units:
        before = _hang(unit, into)
        _fact(SuccessionKind.MERGE, on, unit, into, decision, old_parent=before, new_parent=into)
    record("unit.merge", into, by=by, note=decision, units=_listed(units), moved=_listed(children), on=on)
    return _again(into)


@transaction.atomic
def split(unit: Unit, *, into: Sequence[Unit | NewUnit], on: date, by, decision: str = "") -> list[Unit]:
    """End `unit` the day before `on`; several others go on in its place. Raises `NotPossible`.

    It stays under the unit it reported to: of several successors none holds all of it.
    """
    _lock()
    unit = _again(unit)
    into = [one if isinstance(one, NewUnit) else _again(one) for one in into]
    stop_at(obstacles.to_split(unit, into, on))
    _end(unit, on)
    parts = [_found(one, like=unit, on=on) if isinstance(one, NewUnit) else one for one in into]
    for part in parts:
        _fact(SuccessionKind.SPLIT, on, unit, part, decision, old_parent=unit.get_parent())
    record("unit.split", unit, by=by, note=decision, into=_listed(parts), on=on)
    return [_again(part) for part in parts]


@transaction.atomic
def close(unit: Unit, *, last_day: date, by, decision: str = "") -> Unit:
    """The unit ends and nobody carries it on; what hangs on it stays. Raises `NotPossible`."""
    _lock()
    unit = _again(unit)
    stop_at(obstacles.to_day([unit], last_day) + obstacles.to_have_no_children(unit))
    unit.ends = last_day
    unit.save()
    record("unit.close", unit, by=by, note=decision, ends=[None, last_day])
    return unit


@transaction.atomic
def set_cluster(units: Sequence[Unit], cluster: Cluster | None, *, by) -> int:
    """Put units into a cluster of like units, or out of any. Returns how many changed."""
    changed = [unit for unit in units if unit.cluster_id != (cluster and cluster.pk)]
    before = Cluster.objects.in_bulk({unit.cluster_id for unit in changed})
    Unit.objects.filter(pk__in=[unit.pk for unit in changed]).update(cluster=cluster)
    for unit in changed:
        record("unit.set_cluster", unit, by=by, cluster=[_plain(before.get(unit.cluster_id)), _plain(cluster)])
    return len(changed)


@transaction.atomic
def save_cluster(cluster: Cluster, *, by) -> Cluster:
    """Add a cluster, or give one another name or note."""
    verb = "cluster.change" if cluster.pk else "cluster.add"
    cluster.save()
    record(verb, cluster, by=by, name=cluster.name)
    return cluster


@transaction.atomic
def set_focal_body(unit: Unit, *, name: str, short_name: str = "", starts: date, by) -> FocalBody:
    """From `starts` this body answers for dân vận in the unit; the one before it ends the day before."""
    unit = Unit.objects.select_for_update(no_key=True).get(pk=unit.pk)
    if later := FocalBody.objects.filter(unit=unit, starts__gt=starts).first():
        stop_at([f"Đã ghi {later.name} từ ngày {later.starts:%d/%m/%Y}; hãy chọn ngày sau đó."])
    FocalBody.objects.filter(unit=unit, ends=None, starts__lt=starts).update(ends=starts - DAY)
    body, _ = FocalBody.objects.update_or_create(
        unit=unit, starts=starts, defaults={"name": name.strip(), "short_name": short_name.strip(), "ends": None}
    )
    record("unit.set_focal_body", unit, by=by, name=body.name, starts=starts)
    return body


def _lock() -> None:
    """One change of the tree at a time: a move rewrites the paths of all below, a second one must not read between."""
    list(Unit.objects.filter(depth=1).order_by("pk").select_for_update(no_key=True).values_list("pk"))


def _again(unit: Unit | None) -> Unit | None:
    """The row as it stands now: treebeard's moves change paths behind the objects one holds."""
    return unit and Unit.objects.get(pk=unit.pk)


def _put(unit: Unit, under: Unit | None) -> Unit:
    return _again(under).add_child(instance=unit) if under else Unit.add_root(instance=unit)


def _found(new: NewUnit, *, like: Unit, on: date) -> Unit:
    """A unit of the level and kind of `like`, beside it."""
    facts = {"level": like.level, "kind": like.kind, "place": like.place, "cluster": like.cluster}
    return _put(Unit(name=new.name.strip(), code=new.code, starts=on, **facts), _again(like).get_parent())


def _end(unit: Unit, on: date) -> None:
    unit.ends = on - DAY
    unit.save()


def _hang(unit: Unit, parent: Unit) -> Unit | None:
    """Move in today's tree; returns where it hung."""
    before = _again(unit).get_parent()
    _again(unit).move(_again(parent), "last-child")
    return before


def _move(unit: Unit, parent: Unit, on: date, decision: str) -> Unit | None:
    """Let a living unit report elsewhere; one that moves twice on a day came from where it was at first."""
    before = _hang(unit, parent)
    fact = Succession.objects.filter(kind=SuccessionKind.REPARENT, on=on, predecessor=unit).first()
    if fact:
        fact.new_parent = parent
        fact.save()
    else:
        _fact(SuccessionKind.REPARENT, on, unit, unit, decision, old_parent=before, new_parent=parent)
    return before


def _fact(kind: SuccessionKind, on: date, predecessor: Unit, successor: Unit, decision: str, **facts) -> None:
    Succession.objects.create(
        kind=kind, on=on, predecessor=predecessor, successor=successor, decision=decision, **facts
    )  # fmt: skip


def _plain(value):
    """As the trail keeps it: rows by their names, which a reader knows; the facts of history keep the rows."""
    return str(value) if hasattr(value, "pk") else value


def _listed(units: Sequence[Unit]) -> str:
    return "; ".join(unit.name for unit in units)
