"""Why a change to units cannot be made, in the words that the person reads; an empty list means that it can."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from django.utils import timezone

from kheo.units.models import Succession, SuccessionKind, Unit


@dataclass(frozen=True)
class NewUnit:
    """A unit that an act founds: its name, and its code where it has one."""

    name: str
    code: str = ""


class NotPossible(Exception):
    """The change was not made. `reasons` are sentences for the person who asked."""

    def __init__(self, reasons: Sequence[str]):
        self.reasons = list(reasons)
        super().__init__(" ".join(self.reasons))


def stop_at(reasons: Sequence[str]) -> None:
    """Raise `NotPossible` when there is any reason."""
    if reasons:
        raise NotPossible(reasons)


def to_name(name: str, under: Unit | None, *, but: Sequence[Unit] = ()) -> list[str]:
    """Two living units under one unit do not share a name."""
    if not name.strip():
        return ["Hãy ghi tên đơn vị."]
    depth, path = (under.depth + 1, under.path) if under else (1, "")
    beside = Unit.objects.filter(depth=depth, path__startswith=path, ends=None, name=name.strip())
    if beside.exclude(pk__in=[unit.pk for unit in but]).exists():
        return [f"Đã có {name.strip()} đang hoạt động{f' thuộc {under}' if under else ''}."]
    return []


def to_code(code: str, *, but: Sequence[Unit] = ()) -> list[str]:
    """A code belongs to one living unit."""
    other = Unit.objects.filter(code=code, ends=None).exclude(pk__in=[unit.pk for unit in but]) if code else ()
    return [f"Mã {code} đang là mã của {unit}." for unit in other]


def to_day(units: Sequence[Unit], on: date) -> list[str]:
    """The change takes effect on a day that has come, after each unit's first day, and while it is still living."""
    reasons = []
    if on > timezone.localdate():
        reasons.append(f"Ngày có hiệu lực {on:%d/%m/%Y} chưa đến; hãy ghi vào ngày đó.")
    for unit in units:
        if unit.ends:
            reasons.append(f"{unit.title} đã kết thúc hoạt động ngày {unit.ends:%d/%m/%Y}.")
        elif unit.starts and on <= unit.starts:
            reasons.append(f"Ngày có hiệu lực phải sau ngày {unit.title} bắt đầu hoạt động ({unit.starts:%d/%m/%Y}).")
    return reasons


def to_lead(unit: Unit, on: date) -> list[str]:
    """`unit` carries others on from that day, so it must be living."""
    if unit.ends:
        return [f"{unit.title} đã kết thúc hoạt động ngày {unit.ends:%d/%m/%Y}, không thể nhận đơn vị khác."]
    if unit.starts and on < unit.starts:
        return [f"{unit.title} bắt đầu hoạt động ngày {unit.starts:%d/%m/%Y}, sau ngày có hiệu lực."]
    return []


def to_stand_under(unit: Unit, above: Unit) -> list[str]:
    if unit.pk == above.pk:
        return [f"{unit.title} không thể trực thuộc hay sáp nhập vào chính mình."]
    if above.path.startswith(unit.path):
        return [f"{above.title} đang trực thuộc {unit}; hãy chuyển {above} ra trước."]
    return []


def to_found(new: NewUnit, beside: Unit, units: Sequence[Unit]) -> list[str]:
    """Against a unit that takes the place of `units`, which give up their names and codes."""
    return to_name(new.name, beside.get_parent(), but=units) + to_code(new.code, but=units)


def to_merge(units: Sequence[Unit], into: Unit | NewUnit, on: date) -> list[str]:
    """Against ending `units` the day before `on` and going on as `into`."""
    if not units:
        return ["Hãy chọn ít nhất một đơn vị để sáp nhập."]
    reasons = to_day(units, on)
    if isinstance(into, NewUnit):
        return reasons + to_found(into, highest(units), units)
    reasons += to_lead(into, on)
    for unit in units:
        reasons += to_stand_under(unit, into)
    return reasons + [reason for child in children_of(units) for reason in to_name(child.name, into, but=[child])]


def to_split(unit: Unit, into: Sequence[Unit | NewUnit], on: date) -> list[str]:
    """Against ending `unit` the day before `on` and going on as several others."""
    reasons = to_day([unit], on) + to_have_no_children(unit)
    names = [one.name.strip() for one in into]
    if len(set(names)) < max(2, len(names)):
        reasons.append("Chia tách cần ít nhất hai đơn vị kế tục, mỗi đơn vị một tên.")
    for other in into:
        new = isinstance(other, NewUnit)
        reasons += to_found(other, unit, [unit]) if new else to_lead(other, on) + to_stand_under(unit, other)
    return reasons


def to_correct(unit: Unit, facts: dict) -> list[str]:
    """Against facts that would make two living units one, or end a unit before it begins."""
    starts = facts.get("starts", unit.starts)
    if unit.ends:
        late = starts and starts > unit.ends
        return [f"{unit.title} đã kết thúc ngày {unit.ends:%d/%m/%Y}, trước ngày bắt đầu vừa ghi."] if late else []
    reasons = to_code(facts.get("code", ""), but=[unit])
    return reasons + (to_name(facts["name"], unit.get_parent(), but=[unit]) if "name" in facts else [])


def to_add_former(name: str, into: Unit, on: date) -> list[str]:
    """Against a unit of old that went into `into` on that day."""
    reasons = [] if name.strip() else ["Hãy ghi tên đơn vị."]
    if on > timezone.localdate():
        reasons.append(f"Ngày sáp nhập {on:%d/%m/%Y} chưa đến.")
    if into.starts and on < into.starts:
        reasons.append(f"{into.title} bắt đầu hoạt động ngày {into.starts:%d/%m/%Y}, sau ngày sáp nhập.")
    if into.ends and on > into.ends:
        reasons.append(f"{into.title} đã kết thúc hoạt động ngày {into.ends:%d/%m/%Y}, trước ngày sáp nhập.")
    told = Succession.objects.filter(kind=SuccessionKind.MERGE, successor=into, predecessor__name=name.strip())
    return [*reasons, f"Đã ghi {name.strip()} sáp nhập vào {into}."] if told.exists() else reasons


def to_have_no_children(unit: Unit) -> list[str]:
    count = len(children_of([unit]))
    return [f"{unit.title} còn {count} đơn vị trực thuộc đang hoạt động; hãy chuyển chúng trước."] if count else []


def to_rename(unit: Unit, name: str, on: date) -> list[str]:
    reasons = (
        to_day([unit], on)
        + to_name(name, unit.get_parent(), but=[unit])
        + to_follow(unit, on, SuccessionKind.RENAME, "đổi tên")
    )
    return [*reasons, "Tên mới giống tên đang dùng."] if name.strip() == unit.name else reasons


def to_re_parent(unit: Unit, parent: Unit, on: date) -> list[str]:
    reasons = to_day([unit], on) + to_lead(parent, on) + to_stand_under(unit, parent)
    reasons += to_follow(unit, on, SuccessionKind.REPARENT, "chuyển đơn vị cấp trên")
    if unit.is_child_of(parent):
        return [*reasons, f"{unit.title} đã trực thuộc {parent}."]
    return reasons + to_name(unit.name, parent)


def to_follow(unit: Unit, on: date, kind: SuccessionKind, what: str) -> list[str]:
    """Such facts are written in the order of their days: each keeps what was before it."""
    later = Succession.objects.filter(predecessor=unit, kind=kind, on__gte=on).order_by("on").first()
    return [f"Đã ghi lần {what} ngày {later.on:%d/%m/%Y}; việc ghi sau phải có ngày sau đó."] if later else []


def highest(units: Sequence[Unit]) -> Unit:
    """Of units that end together the one whose own line does not end with them; what is founded stands beside it."""
    return min(units, key=lambda unit: unit.depth)


def children_of(units: Sequence[Unit]) -> list[Unit]:
    """Living units directly below these, except these themselves."""
    keys = {unit.pk for unit in units}
    return [
        child
        for unit in units
        for child in Unit.objects.filter(depth=unit.depth + 1, path__startswith=unit.path, ends=None).by_name()
        if child.pk not in keys
    ]


@dataclass(frozen=True)
class MergePreview:
    """What a merger would do, before it does it."""

    units: list[Unit]
    into: Unit | NewUnit
    on: date
    moving: list[Unit]
    ended_below: int
    standing: int
    reasons: list[str]

    @property
    def last_day(self) -> date:
        return self.on - timedelta(days=1)


def preview_merge(units: Sequence[Unit], into: Unit | NewUnit, on: date) -> MergePreview:
    """The units that end, those that will report to `into`, how many stand in their place, and what is against it."""
    below = [
        Unit.objects.filter(path__startswith=unit.path).exclude(ends=None).exclude(pk=unit.pk).count() for unit in units
    ]
    standing = Unit.objects.filter(place__in=units, ends=None).count()
    return MergePreview(list(units), into, on, children_of(units), sum(below), standing, to_merge(units, into, on))
