"""Importing a list of 20,000 rows, against reading the file and inserting its cells with nothing looked at."""

import os
import random
import subprocess
import sys
from io import StringIO
from pathlib import Path

import xlsxwriter
from django.conf import settings
from django.core.management import call_command

from kheo.demo import ground
from kheo.movement.models import Round
from kheo.units.models import Level, Unit
from tools.bench.ground import Register
from tools.bench.measure import Benchmark
from tools.bench.yardsticks.imports import BareImport

ROWS = 20_000
MOST_MEMORY = 400  # MB
HEAD = (
    "STT", "Tên mô hình", "Đơn vị thực hiện", "Lĩnh vực", "Tập thể/Cá nhân", "Thời gian bắt đầu", "Kết quả",
    "Đất hiến (m2)", "Ngày công", "Số hộ", "Người phụ trách", "Ghi chú",
)  # fmt: skip
DOING = ("Hiến đất", "Trồng ném", "Góp vốn xoay vòng", "Tuyến đường hoa", "Camera an ninh", "Một cửa thân thiện")
WORDS = (  # noqa: SIM905 (a sentence is read as one)
    "giúp nhau làm kinh tế phát triển bền vững xây dựng nông thôn mới kiểu mẫu cùng dân chăm lo người nghèo giữ gìn "
    "an ninh trật tự bảo vệ môi trường xanh sạch đẹp"
).split()
FIELDS = ("Kinh tế", "Văn hóa - xã hội", "QP-AN", "HTCT")


class Import(Benchmark):
    name = "import"
    limit = 5
    rounds = 5
    sizes = "20.000 dòng x 12 cột: đọc, đối chiếu, ghi"

    def prepare(self) -> None:
        folder = Path(settings.DATA)
        self.register = Register(folder / "import.sqlite3").use()
        call_command("migrate", verbosity=0)
        ground.lay()
        self.round = Round.objects.order_by("-year").first()
        units = list(Unit.objects.filter(level=Level.COMMUNE, ends=None).values_list("pk", "name"))
        self.path = folder / "danh-sach.xlsx"
        write_list(self.path, [name for _, name in units])
        self.bare = BareImport(str(self.path), str(self.register.path), dict(units), self.round.pk)

    def before(self) -> None:
        self.bare.clear()

    def ours(self) -> None:
        self.register.use()
        call_command("import_register", str(self.path), round=self.round.code, stdout=StringIO(), stderr=StringIO())

    def yardstick(self) -> None:
        self.bare.run()

    def complaints(self) -> list[str]:
        """Peak memory of the command in a process of its own: this one has measured other things before."""
        self.register.use()
        self.bare.clear()
        asked = [sys.executable, "manage.py", "import_register", str(self.path), "--round", self.round.code]
        env = {
            **os.environ, "DJANGO_SETTINGS_MODULE": "config.settings", "KHEO_DATA": str(settings.DATA),
            "DATABASE_URL": f"sqlite:///{self.register.path}", "KHEO_DEBUG": "0", "KHEO_DEMO": "1",
        }  # fmt: skip
        with open(os.devnull, "w") as nowhere:
            process = subprocess.Popen(asked, cwd=settings.BASE, env=env, stdout=nowhere, stderr=nowhere)
            _, status, usage = os.wait4(process.pid, 0)
            process.returncode = os.waitstatus_to_exitcode(status)
        peak = usage.ru_maxrss / 1024
        print(f"import: đỉnh bộ nhớ {peak:.0f} MB, giới hạn {MOST_MEMORY} MB")
        said = [f"Bộ nhớ lên tới {peak:.0f} MB, quá {MOST_MEMORY} MB."] if peak > MOST_MEMORY else []
        if process.returncode or self.bare.count() != ROWS:
            said.append(f"Lệnh nhập không ghi đủ {ROWS} dòng (mã thoát {process.returncode}).")
        return said

    def clean(self) -> None:
        self.register.wrapper.close()


def write_list(path: Path, units: list[str]) -> None:
    """A list as an office keeps it, drawn from a seed: a title, a header, names, days and numbers as text and number."""
    draw = random.Random(2026)
    book = xlsxwriter.Workbook(str(path), {"constant_memory": True})
    sheet = book.add_worksheet("Danh mục")
    sheet.write_string(0, 0, "DANH MỤC MÔ HÌNH DÂN VẬN KHÉO")
    for column, header in enumerate(HEAD):
        sheet.write_string(2, column, header)
    for number in range(1, ROWS + 1):
        for column, value in enumerate(_row(draw, number, units)):
            sheet.write(2 + number, column, value)
    book.close()


def _row(draw: random.Random, number: int, units: list[str]) -> tuple:
    name = f"{draw.choice(DOING)} {' '.join(draw.sample(WORDS, 7))} thôn {draw.randrange(400)}"
    day = f"{draw.randrange(1, 29):02}/{draw.randrange(1, 13):02}/{draw.choice((2024, 2025, 2026))}"
    results = f"vận động {draw.randrange(5, 900)} triệu đồng, hơn {draw.randrange(10, 90)} lượt người tham gia"
    land, labour = draw.randrange(50, 9000), draw.randrange(5, 900)
    note = "" if draw.random() < 0.8 else "đang làm tốt"
    return (
        number, name, draw.choice(units), draw.choice(FIELDS), draw.choice(("Tập thể", "Cá nhân")), day, results,
        land, labour, draw.randrange(10, 300), f"Nguyễn Văn {draw.choice('ABCDE')}", note,
    )  # fmt: skip
