"""Two thousand files with five sheets each, ranked within groups, plain and normalised, against one bare SQL statement."""

import sqlite3
from datetime import date
from random import Random

from django.utils import timezone

from kheo.appraisal.models import Column, Nomination, Panel, RankGroup, RuleSet, ScoreSheet, Seat
from kheo.appraisal.queries.ranking import ranking
from kheo.movement.models import Exemplar, Round
from tools.bench.ground import registers
from tools.bench.measure import Benchmark
from tools.bench.yardsticks.ranking import bare_ranking

FILES, JURORS, EACH = 2_000, 9, 5
SEED = 2026


class Ranking(Benchmark):
    name = "ranking"
    limit = 3
    sizes = "2.000 mô hình, mỗi mô hình 5 phiếu của 9 thành viên, xếp hạng trong 4 nhóm, điểm thật và điểm quy đổi"
    calls = 3

    def prepare(self) -> None:
        _, self.big = registers()
        specialist = self.big.user("chuyenvien")
        self.unit = specialist.held[0].unit
        self.round = Round.objects.get(code="dvk-2026")
        self.rules = RuleSet.objects.create(
            unit=self.unit, level="province", profile="province", name="Bộ tiêu chí để đo", starts=date(2026, 1, 1),
            stage="applied", pass_mark=70, made_by=specialist,
        )  # fmt: skip
        self._judge(specialist)
        self.database = sqlite3.connect(self.big.path)
        if self._as_numbers(ranking(self.rules, self.round, self.unit)) != self._bare_as_numbers():
            raise RuntimeError("The yardstick ranks otherwise.")

    def _judge(self, specialist) -> None:
        chance, now = Random(SEED), timezone.now()
        jurors = list(type(specialist).objects.order_by("pk")[:JURORS])
        panel = Panel.objects.create(
            unit=self.unit, round=self.round, rule_set=self.rules, name="Hội đồng để đo", made_by=specialist
        )
        Seat.objects.bulk_create(Seat(panel=panel, user=juror) for juror in jurors)
        groups = RankGroup.values
        files = Nomination.objects.bulk_create(
            Nomination(
                exemplar_id=key, level="province", round=self.round, unit=self.unit, rule_set=self.rules,
                group=groups[number % len(groups)], proposer=self.unit,
            )
            for number, key in enumerate(Exemplar.objects.order_by("pk").values_list("pk", flat=True)[:FILES])
        )  # fmt: skip
        sheets = []
        for file in files:
            true = chance.randint(40, 90)
            for place in chance.sample(range(JURORS), EACH):
                total = min(max(true + 2 * place - JURORS + chance.randint(-6, 6), 0), 100)
                sheets.append(
                    ScoreSheet(
                        nomination=file,
                        column=Column.COUNCIL,
                        juror=jurors[place],
                        panel=panel,
                        total=total,
                        sent_at=now,
                    )
                )
        ScoreSheet.objects.bulk_create(sheets, batch_size=1000)

    def _as_numbers(self, rows):
        return [(row.file, row.group, row.mark, row.place, row.sheets) for row in rows]

    def _bare_as_numbers(self):
        rows = bare_ranking(self.database, self._keys())
        places = {row[0]: (row[0], row[1], round(row[2] * 100), row[3], row[6]) for row in rows}
        return [places[row.file] for row in ranking(self.rules, self.round, self.unit)]

    def _keys(self) -> tuple[int, int, int]:
        return self.rules.pk, self.round.pk, self.unit.pk

    def ours(self):
        self.big.use()
        return ranking(self.rules, self.round, self.unit)

    def yardstick(self):
        return bare_ranking(self.database, self._keys())

    def clean(self) -> None:
        self.database.close()
        self.big.use()
        ScoreSheet.objects.filter(nomination__rule_set=self.rules).delete()
        Nomination.objects.filter(rule_set=self.rules).delete()
        Panel.objects.filter(rule_set=self.rules).delete()
        RuleSet.objects.filter(pk=self.rules.pk).delete()
