"""The frame of script/bench, held with a clock that the test moves."""

import json

import pytest

from tools.bench.measure import Benchmark, measure
from tools.bench.report import run


class Clock:
    """Seconds that pass only when somebody works."""

    now = 0.0

    def __call__(self):
        return self.now


clock = Clock()


class Double(Benchmark):
    """Ours takes twice as long as its yardstick."""

    name = "double/plain"
    limit = 2.5
    sizes = "không có gì"
    rounds = 3
    log: list[str]

    def prepare(self):
        type(self).log = ["prepare"]

    def ours(self):
        clock.now += 2
        self.log.append("ours")

    def yardstick(self):
        clock.now += 1
        self.log.append("yardstick")

    def clean(self):
        self.log.append("clean")


class Passed(Double):
    name = "passed"
    limit = 1.9


class Missing(Double):
    name = "missing"
    limit = None


class Heavy(Double):
    name = "heavy"

    def complaints(self):
        return ["dùng 500 MB, giới hạn 400 MB"]


class Broken(Double):
    name = "broken"

    def ours(self):
        raise RuntimeError


def test_measure_takes_turns_and_changes_who_goes_first():
    result = measure(Double(), clock)

    assert result.ratios == (2.0, 2.0, 2.0)
    warm_up = first = third = ["ours", "yardstick"]
    assert Double.log == ["prepare", *warm_up, *first, "yardstick", "ours", *third, "clean"]


def test_measure_repeats_quick_calls_within_a_round():
    class Quick(Double):
        calls = 2

    measure(Quick(), clock)

    assert Quick.log.count("ours") == 2 * (1 + 3)


def test_measure_cleans_up_after_a_failure():
    with pytest.raises(RuntimeError):
        measure(Broken(), clock)

    assert Broken.log == ["prepare", "clean"]


@pytest.mark.parametrize(
    ("benchmark_", "is_within"), [(Double, True), (Passed, False), (Missing, False), (Heavy, False)]
)
def test_result_is_within_only_under_a_limit_and_without_complaint(benchmark_, is_within):
    assert measure(benchmark_(), clock).is_within == is_within


class Real(Benchmark):
    """Works for real, with the real clock: ours sums twice what the yardstick sums."""

    name = "real"
    limit = 20.0
    sizes = "200.000 và 100.000 số"

    def ours(self):
        sum(range(200_000))

    def yardstick(self):
        sum(range(100_000))


class RealPassed(Real):
    name = "real/passed"
    limit = 0.0001


def test_run_writes_json_and_ends_with_0_when_all_is_within(tmp_path, capsys):
    file = tmp_path / "bench.json"

    assert run(["--json", str(file)], [Real]) == 0

    [row] = json.loads(file.read_text("utf-8"))
    assert (row["name"], row["limit"], row["rounds"]) == ("real", 20.0, 7)
    assert 0 < row["ratio"] < 20
    assert "real: " in capsys.readouterr().out


def test_run_ends_with_1_when_a_limit_is_passed():
    assert run(["real/passed"], [Real, RealPassed]) == 1


def test_run_ends_with_1_on_an_unknown_name(capsys):
    assert run(["nothing"], [Real]) == 1
    assert capsys.readouterr().out == "Không có phép đo nào tên nothing. Có: real\n"


def test_run_chooses_by_group(capsys):
    run(["real"], [Real, RealPassed, Double])

    assert "2 phép đo" in capsys.readouterr().out
