"""The table of what is measured. A new benchmark is a module beside this one and a row here."""

from tools.bench.articles import Uncached
from tools.bench.beacon import Beacon
from tools.bench.certificates import Certificates
from tools.bench.imports import Import
from tools.bench.kept import KEPT
from tools.bench.measure import Benchmark
from tools.bench.numbering import Numbering
from tools.bench.pages import PAGES
from tools.bench.ranking import Ranking
from tools.bench.reads import READS

SUITE: tuple[type[Benchmark], ...] = (Import, Numbering, *PAGES, *READS, Ranking, Beacon, *KEPT, Uncached, Certificates)
