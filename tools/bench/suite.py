"""The table of what is measured. A new benchmark is a module beside this one and a row here."""

from tools.bench.measure import Benchmark

SUITE: tuple[type[Benchmark], ...] = ()
