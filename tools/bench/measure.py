"""One measurement: ours and the yardstick in turn, round after round, and the ratio of their costs."""

import gc
import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass, field


class Benchmark:
    """What is measured. A subclass is given `name`, `limit` and `sizes` and the two things to run.

    `name` reads `group` or `group/case`; `limit` is the highest ratio allowed; `sizes` says in words what is run.
    `calls` repeats a quick thing within one round, so that a round is long enough to be timed (20 ms or more).
    `is_told`: both sides answer with their own cost (seconds a request under load), instead of being timed.
    """

    name: str
    limit: float | None = None
    sizes: str = ""
    rounds: int = 7
    calls: int = 1
    is_told: bool = False

    def prepare(self) -> None:
        """Makes the data, once, untimed."""

    def before(self) -> None:
        """Puts things back as they were, untimed, before each timing of either side."""

    def ours(self) -> object:
        """The thing itself."""
        raise NotImplementedError

    def yardstick(self) -> object:
        """What its cost is held against; imports nothing of ours where it is code (tools/bench/yardsticks)."""
        raise NotImplementedError

    def complaints(self) -> list[str]:
        """Other limits than time (memory, number of queries) that were passed, as sentences. Asked at the end."""
        return []

    def clean(self) -> None:
        """Takes the data away again; runs after a failure too."""


@dataclass(frozen=True)
class Result:
    """Ratios of one benchmark, round by round: our cost over the yardstick's, smaller is better."""

    name: str
    limit: float | None
    sizes: str
    ratios: tuple[float, ...]
    complaints: tuple[str, ...] = field(default=())

    @property
    def ratio(self) -> float:
        """Median of the rounds."""
        return statistics.median(self.ratios)

    @property
    def is_within(self) -> bool:
        """Whether there is a limit and nothing passed it."""
        return self.limit is not None and self.ratio <= self.limit and not self.complaints

    def as_json(self) -> dict[str, object]:
        """The row of the JSON file."""
        return {"name": self.name, "ratio": round(self.ratio, 4), "limit": self.limit, "rounds": len(self.ratios)}

    def as_line(self) -> str:
        """The line on the screen."""
        limit = "THIẾU GIỚI HẠN" if self.limit is None else f"giới hạn {self.limit:g}"
        verdict = "đạt" if self.is_within else "KHÔNG ĐẠT"
        spread = f"{min(self.ratios):.2f}–{max(self.ratios):.2f}"
        line = f"{self.name}: {self.ratio:.2f} ({spread}, {len(self.ratios)} vòng), {limit}: {verdict}  [{self.sizes}]"
        return "\n".join([line, *(f"    {complaint}" for complaint in self.complaints)])


def measure(benchmark: Benchmark, clock: Callable[[], float] = time.perf_counter) -> Result:
    """Runs a benchmark: one round to warm up, then its rounds; the side that goes first changes with each."""
    try:
        benchmark.prepare()
        one_round(benchmark, clock, ours_first=True)
        ratios = tuple(one_round(benchmark, clock, ours_first=not turn % 2) for turn in range(benchmark.rounds))
        complaints = tuple(benchmark.complaints())
    finally:
        benchmark.clean()
    return Result(benchmark.name, benchmark.limit, benchmark.sizes, ratios, complaints)


def one_round(benchmark: Benchmark, clock: Callable[[], float], *, ours_first: bool) -> float:
    """Cost of ours over the cost of the yardstick, in one round."""
    costs = {}
    sides = (benchmark.ours, benchmark.yardstick)
    for side in sides if ours_first else reversed(sides):
        costs[side.__name__] = cost(benchmark, side, clock)
    return costs["ours"] / max(costs["yardstick"], 1e-9)


def cost(benchmark: Benchmark, side: Callable[[], object], clock: Callable[[], float]) -> float:
    """Seconds that one side takes for its calls, or says; rubbish of the other side is collected first."""
    benchmark.before()
    gc.collect()
    if benchmark.is_told:
        told = side()
        assert isinstance(told, float)
        return told
    began = clock()
    for _ in range(benchmark.calls):
        side()
    return clock() - began
