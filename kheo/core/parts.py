"""What the larger components show, as frozen shapes: a stage's path, a goal, the bars of a chart, a table."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

Amount = int | Decimal | float | None


@dataclass(frozen=True)
class Step:
    label: str
    place: str  # done, now or next


@dataclass(frozen=True)
class StagePath:
    """Where a thing is on its way, who holds it and since when. `components/path.html` draws it."""

    steps: tuple[Step, ...]
    label: str
    holder: str = ""
    since: date | None = None
    note: str = ""
    coming: str = ""
    late: bool = False
    ended: bool = False
    halted: bool = False

    @property
    def position(self) -> int:
        return sum(step.place != "next" for step in self.steps)


def stage_path(labels: Sequence[str], now: int, *, label: str = "", **rest: Any) -> StagePath:
    """A path through `labels`, standing at index `now`. `ended`: walked to its end; `halted`: it leads no further.

    Beside them: label (when it is not the step's own name), holder, since (a date), note, coming, late.
    """
    ended = rest.get("ended", False)
    steps = tuple(
        Step(word, "done" if i < now or (ended and i == now) else "now" if i == now else "next")
        for i, word in enumerate(labels)
    )
    return StagePath(steps, label or labels[now], **rest)


@dataclass(frozen=True)
class Goal:
    """One outcome: the aim, what was reached, and whether a proof stands beside it. `components/goal.html` draws it."""

    label: str
    unit: str
    target: Amount = None
    actual: Amount = None
    baseline: Amount = None
    is_main: bool = False
    has_evidence: bool = False
    url: str = ""
    on: date | None = None

    @property
    def exceeds(self) -> bool:
        return self.target is not None and self.actual is not None and self.actual > self.target

    @property
    def share(self) -> int:
        """How much of the bar is filled, in whole hundredths of what is drawn (the larger of target and actual)."""
        return _hundredths(self.actual, max(self.target or 0, self.actual or 0))

    @property
    def mark(self) -> int:
        """Where the target stands on the bar, when it was passed."""
        return _hundredths(self.target, self.actual) if self.exceeds else 100


@dataclass(frozen=True)
class Bar:
    label: str
    value: Amount
    share: int
    url: str = ""
    key: str = ""


def bars(rows: Iterable[tuple]) -> list[Bar]:
    """Rows (label, value[, url[, field key]]), each bar measured by the longest. `components/chart_bars.html`."""
    rows = [tuple(row) + ("",) * (4 - len(row)) for row in rows]
    longest = max((row[1] or 0 for row in rows), default=0)
    return [Bar(label, value, _hundredths(value, longest), url, key) for label, value, url, key in rows]


@dataclass(frozen=True)
class Cell:
    text: Any
    url: str = ""
    is_number: bool = False


@dataclass(frozen=True)
class Table:
    """A table with a caption, ready for `components/table.html`; the first cell of each row is its heading."""

    caption: str
    heads: tuple[Cell, ...]
    rows: tuple[tuple[Cell, ...], ...]
    foot: tuple[Cell, ...] = ()


def table(
    caption: str, heads: Sequence[str], rows: Iterable[Sequence], *, numeric: Iterable[int] = (), foot: Sequence = ()
) -> Table:
    """Each value is a text, a number, or (value, url). Columns whose index is in `numeric` are set right."""
    numeric = set(numeric)

    def cells(values):
        pairs = (value if isinstance(value, tuple) else (value, "") for value in values)
        return tuple(Cell(text, url, i in numeric) for i, (text, url) in enumerate(pairs))

    return Table(caption, cells(heads), tuple(cells(row) for row in rows), cells(foot))


def _hundredths(part: Amount, whole: Amount) -> int:
    if not part or not whole or part < 0:
        return 0
    return max(1, min(100, round(Decimal(str(part)) / Decimal(str(whole)) * 100)))
