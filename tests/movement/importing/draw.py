"""Draws registers at random, as offices might keep them, with the rows and errors a careful clerk would read out.

Shares no code with the importer: what a cell says and what it means are both written down here, side by side.
"""

import datetime as dt
import random
import unicodedata
from dataclasses import dataclass, field
from decimal import Decimal

PATTERNS = (
    "Tổ hợp tác nuôi tôm liên kết bao tiêu", "Thắp sáng đường quê", "Chi bộ bốn tốt", "Cộng đồng an toàn về an ninh",
    "Tổng vệ sinh ngày Chủ nhật xanh", "Một cửa thân thiện, không chờ", "Hiến đất mở rộng đường", "Tiếng kẻng học bài",
    "Quân với dân xây đường liên thôn", "Góp vốn xoay vòng giúp hội viên thoát nghèo", "Phân loại rác tại nguồn",
)  # fmt: skip
HAMLETS = ("Bích La", "An Mô", "Long Quang", "Vân Tường", "Gia Độ", "Nhan Biều", "Hà Lộc", "Linh Chiểu")
UNITS = {
    "xã Triệu Phong": "19624",
    "xã Nam Cửa Việt": "19639",
    "xã Triệu Bình": "19645",
    "xã Triệu Cơ": "19654",
    "xã Ái Tử": "19669",
}
FIELDS = {
    "Kinh tế": ("Kinh tế", "kinh tế ", "KT", "KINH TẾ", "1. Kinh tế", "Lĩnh vực kinh tế"),
    "Văn hóa - xã hội": ("Văn hóa - xã hội", "Văn hoá – Xã hội", "VH-XH", "VHXH", "văn hóa, xã hội"),
    "Quốc phòng - an ninh": ("Quốc phòng - an ninh", "QPAN", "QP-AN", "Quốc phòng, an ninh", "an ninh - quốc phòng"),
    "Xây dựng hệ thống chính trị": ("Xây dựng hệ thống chính trị", "XD HTCT", "HTCT", "Hệ thống chính trị"),
}
MARK_HEADERS = (
    ("KT", "VH-XH", "QP-AN", "HTCT"),
    ("Kinh tế", "Văn hóa - xã hội", "Quốc phòng - an ninh", "Xây dựng hệ thống chính trị"),
    ("Kinh tế", "VHXH", "QPAN", "XD HTCT"),
)
BEARERS = {"tập thể": ("Tập thể", "tập thể", "TẬP THỂ", "TT"), "cá nhân": ("Cá nhân", "cá nhân ", "CN")}
HEADERS = {
    "number": ("STT", "TT", "Số TT", "T.T", "Số thứ tự"),
    "name": (
        "Tên mô hình, điển hình",
        "Mô hình",
        "Tên MH",
        "TÊN MÔ HÌNH",
        "Tên mô hình\n“Dân vận khéo”",
        "Tên điển hình",
    ),
    "unit": ("Đơn vị thực hiện", "Đơn vị", "Xã", "Xã/phường", "Địa phương", "Đơn vị chủ trì", "Tên đơn vị"),
    "field": ("Lĩnh vực", "LĨNH VỰC", "Thuộc lĩnh vực", "Lĩnh vực (đánh dấu x)"),
    "bearer": ("Tập thể/Cá nhân", "Loại hình", "TT/CN", "Tập thể, cá nhân"),
    "start": ("Thời gian bắt đầu", "Ngày ra mắt", "Bắt đầu từ", "Thời gian\nthực hiện", "Ngày bắt đầu"),
    "results": ("Kết quả nổi bật", "Kết quả", "Kết quả đạt được", "Hiệu quả"),
    "land": ("Đất hiến (m2)", "Diện tích đất hiến (m²)", "Hiến đất"),
    "labour": ("Ngày công", "Số ngày công", "Công lao động (ngày)"),
    "households": ("Số hộ", "Số hộ tham gia", "Hộ tham gia"),
    "note": ("Ghi chú", "GHI CHÚ"),
    "odd": ("Mã hồ sơ", "Cấp ủy theo dõi giúp"),
}
MONEY_HEADERS = {
    "Kinh phí vận động (triệu đồng)": 1_000_000,
    "Số tiền (đồng)": 1,
    "Kinh phí (nghìn đồng)": 1_000,
    "Kinh phí\n(ĐVT: triệu đồng)": 1_000_000,
    "Tổng kinh phí (tỷ đồng)": 1_000_000_000,
}
TITLES = (
    "TỈNH ỦY QUẢNG TRỊ", "BAN TUYÊN GIÁO VÀ DÂN VẬN", "*", "Triệu Phong, ngày 12 tháng 11 năm 2026",
    "DANH MỤC MÔ HÌNH, ĐIỂN HÌNH “DÂN VẬN KHÉO”", "(Kèm theo Công văn số 12-CV/BTGDV)", "BIỂU TỔNG HỢP KẾT QUẢ NĂM 2026",
)  # fmt: skip
SIGNATURES = ("T/M BAN THƯỜNG VỤ", "KT. TRƯỞNG BAN", "NGƯỜI LẬP BIỂU", "Nơi nhận:")
ROMAN = ("I", "II", "III", "IV", "V")
AMOUNTS = ("land", "labour", "money", "households")
OUT = {"land": "land_m2", "labour": "labour_days", "money": "money_vnd", "households": "households"}


@dataclass
class Grid:
    """Cells by 0-based row and column, and the merged ranges (top, left, bottom, right)."""

    cells: dict[tuple[int, int], object] = field(default_factory=dict)
    merged: list[tuple[int, int, int, int]] = field(default_factory=list)

    @property
    def height(self):
        return max(row for row, _ in self.cells) + 1

    @property
    def width(self):
        return max(column for _, column in self.cells) + 1


@dataclass
class Drawn:
    """A register: its grid, and what is to be read out of it."""

    grid: Grid
    sheet: str
    rows: list[dict]
    errors: list[dict]


class Drawing:
    """One register on its way to paper; `self.at` is the sheet row that is written next."""

    def __init__(self, seed, *, merges=True, dates=True, capital_marks=True):
        self.random = random.Random(seed)
        self.merges, self.dates = merges, dates
        self.units = [unit for unit in UNITS if capital_marks or "Á" not in unit]
        self.grid, self.at = Grid(), 0
        self.rows, self.errors = [], []
        self.sheet = self.random.choice(("Danh mục", "Sheet1", "DS 2026"))

    def draw(self):
        self._plan()
        for _ in range(self.random.randrange(4)):
            if self.random.random() < 0.6:
                self.grid.cells[self.at, self.random.choice((0, 0, len(self.columns) - 1))] = self.random.choice(TITLES)
            self.at += 1
        self._header()
        self._body()
        self._end()
        return Drawn(self.grid, self.sheet, self.rows, self.errors)

    def _plan(self):
        choose = self.random
        self.marks = choose.choice(MARK_HEADERS) if choose.random() < 0.5 else None
        self.prose = choose.random() < 0.5
        self.sections = choose.random() < 0.5
        self.merged_units = choose.random() < 0.5
        self.counted = choose.random() < 0.85
        self.coded = not self.sections and not self.merged_units and choose.random() < 0.2
        middle = ["unit", "field", "bearer", "start", "households", "note"]
        middle += ["results"] if self.prose else ["land", "labour", "money"]
        middle += ["odd"] if choose.random() < 0.4 else []
        choose.shuffle(middle)
        names = (["number"] if self.counted else []) + ["name", *middle]
        if choose.random() < 0.3:
            names.remove("name")
            names.insert(choose.randrange(1, len(names)), "name")
        self.columns = []
        for name in names:
            self.columns += [(name, index) for index in range(4)] if name == "field" and self.marks else [(name, None)]
        self.place = {column: at for at, column in enumerate(self.columns)}
        self.headers = {name: choose.choice(texts) for name, texts in HEADERS.items()}
        self.headers["money"], self.money_scale = choose.choice(list(MONEY_HEADERS.items()))
        if self.coded:
            self.headers["unit"] = "Mã đơn vị"

    def _header(self):
        two = bool(self.marks) and self.random.random() < 0.8
        for at, (name, index) in enumerate(self.columns):
            if index is None:
                self._put(at, self.headers[name])
                if two and self.merges:
                    self.grid.merged.append((self.at, at, self.at + 1, at))
            elif two:
                if index == 0:
                    self._put(at, self.headers["field"])
                    if self.merges:
                        self.grid.merged.append((self.at, at, self.at, at + 3))
                self.grid.cells[self.at + 1, at] = self.marks[index]
            else:
                self._put(at, self.marks[index])
        self.field_header = self.headers["field"] if two or not self.marks else self.marks[0]
        self.at += 2 if two else 1
        if self.random.random() < 0.2:
            for at in range(len(self.columns)):
                self._put(at, f"({at + 1})")
            self.at += 1

    def _put(self, column, value):
        if value is not None:
            self.grid.cells[self.at, column] = value

    def _body(self):
        units = self.random.sample(self.units, self.random.randrange(1, len(self.units)))
        for order, unit in enumerate(units):
            if self.sections:
                self.grid.cells[self.at, 0] = f"{ROMAN[order]}. {unit.upper()}"
                if self.merges:
                    self.grid.merged.append((self.at, 0, self.at, len(self.columns) - 1))
                self.at += 1
            self._group(unit, self.random.randrange(1, 6))
            if self.random.random() < 0.3:
                self._total("Cộng")
            if self.random.random() < 0.3:
                self.at += 1

    def _group(self, unit, size):
        top = self.at
        spoil_at = self.random.randrange(size) if self.random.random() < 0.35 else None
        for index in range(size):
            facts = self._facts(unit)
            cells = self._cells(facts, index)
            if self.merged_units and index:
                cells["unit"] = None
            if index == spoil_at:
                self._spoil(facts, cells, merged=self.merged_units and size > 1)
            else:
                self.rows.append(self._expected(facts))
            for (name, mark), at in self.place.items():
                self._put(at, cells[name] if mark is None else cells["marks"][mark])
            self.at += 1
        if self.merged_units and self.merges and size > 1:
            column = self.place["unit", None]
            self.grid.merged.append((top, column, self.at - 1, column))

    def _facts(self, unit):
        choose = self.random
        amount = lambda top: None if choose.random() < 0.3 else 0 if choose.random() < 0.2 else choose.randrange(1, top)  # noqa: E731
        facts = {
            "name": f"{choose.choice(PATTERNS)} thôn {choose.choice(HAMLETS)}",
            "unit": unit,
            "field": choose.choice(list(FIELDS)),
            "bearer": choose.choice(list(BEARERS)),
            "land": amount(9_000),
            "labour": amount(5_000),
            "money": amount(4_000),
            "households": amount(400),
        }
        if facts["money"]:
            facts["money"] *= 500_000
        if self.prose:
            # Nobody writes “0 ngày công” in a sentence.
            facts.update({name: facts[name] or None for name in ("land", "labour", "money")})
        return facts

    def _cells(self, facts, index):
        choose = self.random
        cells = {
            "number": index + 1,
            "name": facts["name"],
            "note": choose.choice((None, "đã kiểm tra", "bổ sung sau")),
        }
        cells["odd"] = choose.choice((None, "HS-07", "đồng chí Lan"))
        cells["unit"] = self._unit(facts["unit"])
        cells["field"] = choose.choice(FIELDS[facts["field"]])
        cells["marks"] = [choose.choice(("x", "X", "x ")) if name == facts["field"] else None for name in FIELDS]
        cells["bearer"] = choose.choice(BEARERS[facts["bearer"]])
        cells["start"], facts["start"], facts["precision"] = self._start()
        cells["households"] = self._amount(facts["households"], " hộ")
        cells["land"], cells["labour"] = self._amount(facts["land"], " m2"), self._amount(facts["labour"], " ngày công")
        cells["money"] = self._money(facts["money"])
        cells["results"] = self._sentence(facts) if self.prose else None
        return cells

    def _unit(self, unit):
        if self.coded:
            return UNITS[unit]
        if self.sections and not self.merged_units and self.random.random() < 0.5:
            return None
        return self.random.choice((unit, unit.capitalize(), unit.removeprefix("xã "), unit.upper(), f" {unit} "))

    def _start(self):
        day = dt.date(2024, 1, 1) + dt.timedelta(self.random.randrange(1000))
        forms = [
            (f"{day:%d/%m/%Y}", f"{day:%Y-%m-%d}", "day"),
            (f"{day.day}-{day.month}-{day.year}", f"{day:%Y-%m-%d}", "day"),
            (f"{day.month}/{day.year}", f"{day:%Y-%m}", "month"),
            (f"Tháng {day.month} năm {day.year}", f"{day:%Y-%m}", "month"),
            (f"{day.year}", f"{day:%Y}", "year"),
            (None, None, None),
        ]
        if self.dates:
            forms += [(day, f"{day:%Y-%m-%d}", "day")] * 3
        return self.random.choice(forms)

    def _amount(self, value, unit):
        if value is None:
            return self.random.choice((None, None, "-"))
        dotted = f"{value:,}".replace(",", ".")
        return self.random.choice((value, value, dotted, f"{dotted}{unit}", f" {value}{unit}"))

    def _money(self, value):
        if value is None:
            return None
        plain = Decimal(value) / self.money_scale
        whole = plain == plain.to_integral_value()
        text = f"{int(plain):,}".replace(",", ".") if whole else f"{plain:f}".rstrip("0").replace(".", ",")
        millions = (
            f"{Decimal(value) / 1_000_000:f}".rstrip("0").rstrip(".") if value % 1_000_000 else str(value // 1_000_000)
        )
        return self.random.choice(
            (int(plain) if whole else float(plain), text, f"{millions.replace('.', ',')} triệu đồng")
        )

    def _sentence(self, facts):
        parts = []
        if facts["land"]:
            parts.append(f"hiến {facts['land']:,} m2 đất".replace(",", "."))
        if facts["labour"]:
            parts.append(f"{facts['labour']:,} ngày công".replace(",", "."))
        if facts["money"]:
            millions = f"{facts['money'] / 1_000_000:.1f}".removesuffix(".0").replace(".", ",")
            dong = f"{facts['money']:,} đồng".replace(",", ".")
            parts.append(self.random.choice((f"{millions} triệu đồng", dong)))
        if facts["households"] and self.random.random() < 0.5:
            parts.append(f"{facts['households']} hộ tham gia")
        self.random.shuffle(parts)
        return self.random.choice(("; ", ";\n")).join(parts) or None

    def _spoil(self, facts, cells, *, merged):
        """Make one cell wrong and write down what must be said about it."""
        ways = ["name", "date", "households"]
        ways += ["two marks"] if self.marks else ["field"]
        ways += ["unit"] if not merged and not self.coded else []
        ways += [] if self.prose else ["land"]
        way = self.random.choice(ways)
        column, value, reason = {
            "name": ("name", None, "thiếu tên"),
            "date": ("start", self.random.choice(("31/02/2026", "30/2/2025", "31/4/2026")), "ngày không có trong lịch"),
            "households": ("households", self.random.choice((-40, "-40")), "số âm"),
            "two marks": ("field", "x", "đánh dấu 2 lĩnh vực"),
            "field": ("field", self.random.choice(("Thể thao", "Khác")), "lĩnh vực không có trong danh mục, chỉ có"),
            "unit": (
                "unit",
                self.random.choice(("Triệu Ái", "xã Triệu Long")),
                "đơn vị đã kết thúc, kế tục là xã Ái Tử",
            ),
            "land": ("land", self.random.choice(("khoảng nghìn mấy", "nhiều")), "không phải số; ví dụ ghi đúng"),
        }[way]
        if way == "two marks":
            cells["marks"] = ["x", "x", None, None]
            header = self.field_header
        else:
            cells[column] = value
            header = self.headers[column]
        said = "" if value is None else str(value)
        self.errors.append(
            {
                "sheet": self.sheet,
                "row": self.at + 1,
                "column": " ".join(header.split()),
                "value": said,
                "reason": reason,
            }
        )

    def _expected(self, facts):
        return {
            "row": self.at + 1,
            "name": facts["name"],
            "field": facts["field"],
            "unit": facts["unit"],
            "bearer": facts["bearer"],
            "start": facts["start"],
            "start_precision": facts["precision"],
            **{OUT[name]: facts[name] for name in AMOUNTS},
        }

    def _total(self, word):
        self.grid.cells[self.at, self.place["name", None]] = word
        self.grid.cells[self.at, self.place["households", None]] = self.random.randrange(1000)
        self.at += 1

    def _end(self):
        if self.random.random() < 0.6:
            self._total(self.random.choice(("Tổng cộng", "Tổng số", "TỔNG CỘNG:")))
        if self.random.random() < 0.6:
            self.at += 1
            self.grid.cells[self.at, self.random.randrange(len(self.columns))] = self.random.choice(SIGNATURES)
            self.grid.cells[self.at + 2, len(self.columns) - 1] = "Nguyễn Văn Lộc"


def spelled(drawn, change):
    """The same register with every text changed, e.g. to NFD; what is expected stays."""
    for place, value in drawn.grid.cells.items():
        if isinstance(value, str):
            drawn.grid.cells[place] = change(value)
    return drawn


def nfd(text):
    return unicodedata.normalize("NFD", text)
