"""Printing 500 certificates as one PDF/A, against Typst alone on a file that holds the same pages as literal text."""

import shutil
import subprocess
import sys
from datetime import date
from pathlib import Path

from django.conf import settings

from kheo.documents.certificates import PrintedCertificate, to_sheet_of_certificates
from kheo.documents.paper import Form, Signer
from kheo.documents.typesetting.letters import FONTS
from tools.bench.measure import Benchmark
from tools.bench.yardsticks.certificates import BareCertificates

COUNT = 500
MOST_MEMORY = 350  # MB, of a process that does nothing else
DAY = date(2026, 10, 15)
PRINTING = """
from tools.bench import certificates
for first in range(0, 3 * certificates.COUNT, certificates.COUNT):
    certificates.to_sheet_of_certificates(certificates.certificates(first), today=certificates.DAY)
print([line for line in open("/proc/self/status") if line.startswith("VmHWM")][0].split()[1][:-3])
"""  # VmHWM is of this program alone; ru_maxrss would hold what the one that started it had taken before


def certificates(first: int = 0) -> list[PrintedCertificate]:
    """Five hundred, each with a name, a number and a signed link of its own."""
    return [
        PrintedCertificate(
            form=Form.STATE,
            award="Giấy khen",
            giver="Chủ tịch Ủy ban nhân dân xã Ái Tử",
            name=f"Chi hội Phụ nữ thôn Hà Xá số {number}",
            unit="Xã Ái Tử, tỉnh Quảng Trị",
            reason="Đã có thành tích xuất sắc trong phong trào thi đua “Dân vận khéo” năm 2026",
            signer=Signer("Chủ tịch", "Trần Văn Đức"),
            place="Ái Tử",
            on=DAY,
            decision="Quyết định số 156/QĐ-UBND ngày 15/10/2026",
            register=f"Số vào sổ vàng: {number:05}",
            code=f"KH-2026-{number:05}",
            link=f"https://danvankheo.example/xac-minh/KH-2026-{number:05}/",
        )
        for number in range(first, first + COUNT)
    ]


class Certificates(Benchmark):
    name = "certificates"
    limit = 2
    rounds = 7
    sizes = f"{COUNT} giấy khen có mã QR trong một tệp PDF/A"

    def prepare(self) -> None:
        self.folder = Path(settings.DATA) / "certificates"
        self.folder.mkdir(exist_ok=True)
        self.turn = 0

    def before(self) -> None:
        """New names for both sides each time: Typst remembers what it has set before."""
        self.turn += 1
        self.rows = certificates(self.turn * COUNT)
        self.bare = BareCertificates([(one.name, one.code, one.link) for one in self.rows], self.folder, FONTS)

    def ours(self) -> None:
        to_sheet_of_certificates(self.rows, today=DAY)

    def yardstick(self) -> None:
        self.bare.run()

    def complaints(self) -> list[str]:
        peak = peak_memory()
        print(f"certificates: bộ nhớ cao nhất khi in {COUNT} giấy: {peak} MB (giới hạn {MOST_MEMORY} MB)")
        return [f"Bộ nhớ {peak} MB, quá {MOST_MEMORY} MB."] if peak > MOST_MEMORY else []

    def clean(self) -> None:
        shutil.rmtree(self.folder, ignore_errors=True)


def peak_memory() -> int:
    """MB that a process of its own takes at most while it prints them three times over, as a server would."""
    process = subprocess.Popen([sys.executable, "-c", PRINTING], cwd=settings.BASE, stdout=subprocess.PIPE, text=True)
    told, _ = process.communicate(timeout=300)
    return int(told)
