"""Search and summary at 100,000 exemplars, against the same questions asked of the database with nothing around."""

import sqlite3
from pathlib import Path

from django.conf import settings

from kheo.core.vietnamese import fold
from kheo.movement.models import Exemplar, Round
from kheo.reports.summary import summary
from tools.bench.ground import BIG, WORDS, registers
from tools.bench.measure import Benchmark
from tools.bench.yardsticks.search import BareSearch
from tools.bench.yardsticks.summary import bare_summary

# Common and rare words, with accents and without, one word and several.
ASKED = (
    "tổ tự quản", "to tu quan", "thôn", "Nhan Biều", "nhan bieu", "hội nông dân", "xã triệu bình", "nước", "duong",
)  # fmt: skip


class Search(Benchmark):
    name = "search"
    limit = 3
    sizes = f"{BIG:,} mô hình, {len(ASKED)} câu hỏi, 20 dòng tốt nhất".replace(",", ".")

    def prepare(self) -> None:
        _, self.big = registers()
        self.rows = Exemplar.objects.visible_to(self.big.user("chuyenvien"))
        self.path = Path(settings.DATA) / "bare.sqlite3"
        self.bare = BareSearch(str(self.path))
        with sqlite3.connect(self.big.path) as database:
            self.bare.fill(database.execute(f"SELECT rowid, folded FROM {WORDS}"))
        self.queries = [
            " AND ".join([*words[:-1], f"{words[-1]}*"]) for words in (fold(text).split() for text in ASKED)
        ]
        if idle := [query for query in self.queries if not self.bare.best(query)]:
            raise RuntimeError(f"A question that finds nothing measures nothing: {idle}")

    def ours(self):
        self.big.use()
        return [self.rows.all().best(text) for text in ASKED]

    def yardstick(self):
        return [self.bare.best(query) for query in self.queries]

    def clean(self) -> None:
        self.bare.close()
        self.path.unlink(missing_ok=True)


class Summary(Benchmark):
    name = "summary"
    limit = 2
    sizes = f"{BIG:,} mô hình, hai năm".replace(",", ".")

    def prepare(self) -> None:
        _, self.big = registers()
        self.user = self.big.user("chuyenvien")
        self.round = Round.objects.get(code="dvk-2026")
        before = Round.objects.get(code="dvk-2025")
        self.years = ((self.round.pk, 2026), (before.pk, 2025))
        self.place = self.user.held[0].unit.path
        self.database = sqlite3.connect(self.big.path)
        # The yardstick must count what the page counts.
        if bare_summary(self.database, self.years, self.place)[0] != sorted(
            [(before.pk, self._total().before), (self.round.pk, self._total().now)]
        ):
            raise RuntimeError("The yardstick counts something else.")

    def _total(self):
        return summary(self.user, self.round).total

    def ours(self):
        self.big.use()
        return summary(self.user, self.round)

    def yardstick(self):
        return bare_summary(self.database, self.years, self.place)

    def clean(self) -> None:
        self.database.close()


READS = (Search, Summary)
