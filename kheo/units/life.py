"""The life of one unit, told in dated sentences."""

from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import groupby

from django.db.models import Q

from kheo.units.models import Succession, SuccessionKind, Unit

UNKNOWN_BEFORE = "Những việc trước đó chưa đủ căn cứ để ghi."


@dataclass(frozen=True)
class LifeEvent:
    """One event: its day (None: before all that is known), a sentence, the units it names, and its grounds."""

    on: date | None
    text: str
    others: tuple[Unit, ...] = field(default=())
    decision: str = ""
    note: str = ""
    complete: bool = True

    @property
    def when(self) -> str:
        """Where the grounds are lacking only the year is said."""
        if self.on is None:
            return ""
        return f"{self.on:%d/%m/%Y}" if self.complete else f"Năm {self.on.year}"


def listed(names: list[str]) -> str:
    """Names as a sentence lists them: "a, b và c"."""
    return " và ".join(filter(None, [", ".join(names[:-1]), names[-1] if names else ""]))


def life_of(unit: Unit) -> list[LifeEvent]:
    """What happened to the unit, oldest first; one query."""
    facts = Succession.objects.filter(Q(predecessor=unit) | Q(successor=unit)).order_by("on", "pk")
    facts = list(facts.select_related("predecessor", "successor", "old_parent", "new_parent"))
    events = [_told(unit, list(group)) for _, group in groupby(sorted(facts, key=_act), key=_act)]
    if unit.starts and not any(event.on == unit.starts for event in events):
        events.append(LifeEvent(unit.starts, "Bắt đầu hoạt động."))
    if unit.ends and not any(fact.predecessor_id == unit.pk and fact.kind in LEAVING for fact in facts):
        events.append(LifeEvent(unit.ends, "Ngày cuối cùng hoạt động."))
    events.sort(key=lambda event: event.on)
    if not unit.history_complete:
        events.insert(0, LifeEvent(None, UNKNOWN_BEFORE, complete=False))
    return events


LEAVING = (SuccessionKind.MERGE, SuccessionKind.SPLIT)


def _act(fact: Succession) -> tuple:
    """Facts of one act are told together: same day, same kind, same side of it."""
    return fact.on, fact.kind, fact.predecessor_id if fact.kind != SuccessionKind.MERGE else fact.successor_id


def _told(unit: Unit, facts: list[Succession]) -> LifeEvent:
    first = facts[0]
    leaves = first.predecessor_id == unit.pk
    text, others = TOLD[first.kind, leaves](unit, facts)
    return LifeEvent(
        first.on, text, tuple(others), first.decision, first.note, all(fact.complete for fact in facts)
    )  # fmt: skip


def _names(units) -> str:
    return listed([unit.name for unit in units])


def _gathers(unit, facts):
    parts = sorted((fact.predecessor for fact in facts), key=lambda part: part.sort)
    founded = "Thành lập trên cơ sở hợp nhất" if len(parts) > 1 else "Thành lập trên cơ sở"
    how = founded if unit.starts == facts[0].on else "Tiếp nhận"
    return f"{how} {_names(parts)}.", parts


def _goes_into(unit, facts):
    return f"Sáp nhập vào {facts[0].successor.name}; ngày cuối cùng hoạt động {_last_day(facts)}.", [facts[0].successor]


def _parts_into(unit, facts):
    parts = sorted((fact.successor for fact in facts), key=lambda part: part.sort)
    return f"Kết thúc hoạt động, kế tục là {_names(parts)}; ngày cuối cùng {_last_day(facts)}.", parts


def _comes_from(unit, facts):
    return f"Kế tục một phần {facts[0].predecessor.name}.", [facts[0].predecessor]


def _takes_name(unit, facts):
    return f"Đổi tên từ {facts[-1].old_name} thành {facts[-1].new_name}.", []


def _changes_line(unit, facts):
    before, after = facts[-1].old_parent, facts[-1].new_parent
    line = f"Chuyển từ {before.name} về {after.name}." if before and after else "Chuyển đơn vị cấp trên."
    return line, [one for one in (before, after) if one]


def _last_day(facts) -> str:
    return f"{facts[0].on - timedelta(days=1):%d/%m/%Y}"


# What happened, and whether it is this unit that goes (or, for what befalls one unit alone, is concerned).
TOLD = {
    (SuccessionKind.MERGE, False): _gathers,
    (SuccessionKind.MERGE, True): _goes_into,
    (SuccessionKind.SPLIT, True): _parts_into,
    (SuccessionKind.SPLIT, False): _comes_from,
    (SuccessionKind.RENAME, True): _takes_name,
    (SuccessionKind.REPARENT, True): _changes_line,
}
