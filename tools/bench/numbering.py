"""Two hundred numbers taken from a register at once: none lost, none twice; against the database counting alone."""

from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path

from django.conf import settings
from django.core.management import call_command
from django.db import connections

from kheo.accounts.models import Membership, User
from kheo.accounts.roles import Role
from kheo.demo import ground
from kheo.documents.actions import numbers, registers
from kheo.documents.models import RegisterEntry
from tools.bench.ground import Register
from tools.bench.measure import Benchmark
from tools.bench.yardsticks.numbering import BareNumbering

NUMBERS, AT_ONCE = 200, 8
DAY = date(2026, 10, 9)


class Numbering(Benchmark):
    name = "numbering"
    limit = 8  # a number is asked for by somebody who may, and leaves its event on the chained trail
    rounds = 3
    sizes = f"{NUMBERS} số, {AT_ONCE} người cùng lúc, mỗi số một giao dịch có nhật ký"

    def prepare(self) -> None:
        folder = Path(settings.DATA)
        self.place = Register(folder / "numbering.sqlite3").use()
        call_command("migrate", verbosity=0)
        unit = ground.lay().province
        self.clerk = User.objects.create_user("vanthu", full_name="Văn thư")
        Membership.objects.create(user=self.clerk, role=Role.SPECIALIST, unit=unit, starts=date(2020, 1, 1))
        self.register = registers.set_up(
            unit=unit, form="party", name="Sổ đi", starts=date(2025, 1, 1), ends=date(2030, 1, 1), by_type=True,
            by=self.clerk,
        )  # fmt: skip
        self.taken = 0
        self.bare_path = folder / "bare-numbering.sqlite3"
        self.bare = BareNumbering(str(self.bare_path))

    def ours(self) -> None:
        with ThreadPoolExecutor(AT_ONCE) as pool:
            list(pool.map(self._take, range(AT_ONCE)))
        self.taken += NUMBERS

    def yardstick(self) -> None:
        self.bare.run(NUMBERS, AT_ONCE)

    def complaints(self) -> list[str]:
        """Every number from 01 on is there once."""
        self.place.use()
        held = sorted(RegisterEntry.objects.values_list("number", flat=True))
        whole = held == list(range(1, self.taken + 1))
        print(f"numbering: {len(held)} số đã lấy, {'không thiếu, không trùng' if whole else 'THIẾU HOẶC TRÙNG'}")
        return [] if whole else ["Dãy số có chỗ thiếu hoặc trùng."]

    def clean(self) -> None:
        for path in (self.place.path, self.bare_path):
            path.unlink(missing_ok=True)

    def _take(self, _: int) -> None:
        Register(self.place.path).use()  # this thread's own connection
        clerk = User.objects.get(pk=self.clerk.pk)
        for _ in range(NUMBERS // AT_ONCE):
            numbers.take(self.register, kind="decision", on=DAY, title="x", by=clerk)
        connections["default"].close()
