"""Chooses benchmarks by name, measures them, and says what came out on the screen and as JSON."""

import argparse
import json
import time
from collections.abc import Sequence
from pathlib import Path

from tools.bench.measure import Benchmark, Result, measure


def run(arguments: Sequence[str], suite: Sequence[type[Benchmark]]) -> int:
    """0 when everything asked for is within its limit; 1 when a limit is passed or missing, or a name unknown."""
    options = parser().parse_args(arguments)
    unknown = [name for name in options.names if not any(is_asked(one, [name]) for one in suite)]
    chosen = [one for one in suite if is_asked(one, options.names)]
    if unknown or not chosen:
        print(f"Không có phép đo nào tên {', '.join(unknown) or 'nào cả'}. Có: {', '.join(one.name for one in suite)}")
        return 1
    began = time.monotonic()
    results = [told(measure(one())) for one in chosen]
    print(f"{len(results)} phép đo trong {time.monotonic() - began:.0f} giây.")
    if options.json:
        text = json.dumps([result.as_json() for result in results], ensure_ascii=False, indent=2)
        Path(options.json).write_text(text + "\n", "utf-8")
    return int(not all(result.is_within for result in results))


def parser() -> argparse.ArgumentParser:
    """Options of `script/bench`."""
    options = argparse.ArgumentParser(prog="script/bench", description="Đo từng việc so với thước của nó.")
    options.add_argument("names", nargs="*", metavar="TÊN", help="tên phép đo hoặc nhóm; không ghi là tất cả")
    options.add_argument("--json", metavar="TỆP", help="ghi [{name, ratio, limit, rounds}] vào tệp này")
    return options


def is_asked(one: type[Benchmark], names: Sequence[str]) -> bool:
    """Whether a name or its group was asked for; no names ask for all."""
    return not names or one.name in names or one.name.partition("/")[0] in names


def told(result: Result) -> Result:
    """The same result, once it is on the screen: a long run shows what it has so far."""
    print(result.as_line(), flush=True)
    return result
