"""Reads a list of people from a spreadsheet: which column is what, what stands in each row, what is wrong with it."""

import re
import zlib
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from functools import reduce
from io import BytesIO
from pathlib import PurePath
from zipfile import BadZipFile, ZipFile

from python_calamine import CalamineError, CalamineWorkbook

from kheo.accounts.phones import NotAPhone, read_phone
from kheo.accounts.roles import Role
from kheo.core.vietnamese import clean, fold

LARGEST_FILE = 5 * 1024 * 1024  # bytes; a list of a province's people takes less than a tenth
LARGEST_UNPACKED = 50 * 1024 * 1024  # bytes; beyond this a small file is a bomb
MOST_CELLS = 3_000_000
MOST_ROWS = 2000
HEADER_WITHIN = 15  # rows of titles above the header
OLD_OR_LOCKED = b"\xd0\xcf\x11\xe0"  # an OLE container: .xls renamed, or an encrypted workbook
CELL = re.compile(rb"""\br=["']([A-Z]{1,3})(\d{1,7})["']""")
BROKEN = "Tệp hỏng hoặc không phải .xlsx thật. Hãy mở bằng chương trình bảng tính, lưu lại rồi thử lần nữa."
TOO_WIDE = "Tệp bung ra quá lớn, không phải danh sách người."

# What each column may be called, without accents.
COLUMNS = {
    "full_name": ("ho va ten", "ho ten", "ten", "ho va ten can bo"),
    "phone": ("so dien thoai", "dien thoai", "sdt", "di dong"),
    "unit": ("don vi", "ten don vi", "ma don vi", "don vi cong tac", "ten hoac ma don vi"),
    "role": ("vai tro", "vai tro tren kheo"),
    "title": ("chuc vu", "chuc danh"),
}
LABELS = {
    "full_name": "Họ và tên",
    "phone": "Số điện thoại",
    "unit": "Đơn vị",
    "role": "Vai trò",
    "title": "Chức vụ",
}
NEEDED = ("full_name", "unit", "role")
LIMITS = {"full_name": 200, "unit": 200, "role": 60, "title": 120}
ROLES = {fold(word): role for role in Role for word in (role.label, role.value)}


class Unreadable(Exception):
    """The file cannot be read as a list of people. Its text is the sentence the user reads."""


@dataclass(frozen=True)
class Row:
    """One person of the list as text, the sheet's row number, and what is wrong, by column."""

    number: int
    full_name: str
    phone: str
    unit: str
    role: str
    title: str
    problems: dict[str, str] = field(default_factory=dict)

    def wrong(self, column: str, sentence: str) -> "Row":
        """The same row with one more problem; the first said of a column stays."""
        return replace(self, problems={column: sentence, **self.problems})


def read(name: str, content: bytes) -> list[Row]:
    """The rows of the first sheet. Raises `Unreadable` with a sentence for whatever is no such list."""
    table = _table(name, content)
    start, columns = _header(table)
    rows = [
        _row(number, cells, columns)
        for number, cells in enumerate(table[start + 1 :], start=start + 2)
        if any(_text(cell) for cell in cells)
    ]
    if not rows:
        raise Unreadable("Bảng không có dòng nào dưới dòng tiêu đề.")
    if len(rows) > MOST_ROWS:
        raise Unreadable("Bảng có hơn 2.000 dòng. Hãy chia thành nhiều tệp.")
    return _alone(rows)


def _table(name: str, content: bytes) -> Sequence[Sequence]:
    if PurePath(name).suffix.lower() != ".xlsx":
        raise Unreadable("Chỉ nhận tệp .xlsx. Hãy mở tệp bằng chương trình bảng tính rồi lưu lại thành .xlsx.")
    if not content:
        raise Unreadable("Tệp này trống.")
    if len(content) > LARGEST_FILE:
        raise Unreadable("Tệp lớn hơn 5 MB, không phải danh sách người.")
    _check_packing(content)
    try:
        book = CalamineWorkbook.from_filelike(BytesIO(content))
        return book.get_sheet_by_index(0).to_python(skip_empty_area=False, nrows=MOST_ROWS + HEADER_WITHIN + 2)
    except (CalamineError, IndexError, ValueError, OSError):
        raise Unreadable(BROKEN) from None
    except BaseException as panic:
        # A damaged file can make the reader's Rust code panic, which is no Exception to Python.
        if type(panic).__name__ == "PanicException":
            raise Unreadable(BROKEN) from None
        raise


def _check_packing(content: bytes) -> None:
    if content.startswith(OLD_OR_LOCKED):
        raise Unreadable("Tệp đặt mật khẩu hoặc là tệp đời cũ. Hãy bỏ mật khẩu và lưu lại thành .xlsx.")
    try:
        with ZipFile(BytesIO(content)) as packed:
            if sum(part.file_size for part in packed.infolist()) > LARGEST_UNPACKED:
                raise Unreadable(TOO_WIDE)
            for part in packed.namelist():
                if part.startswith("xl/worksheets/") and part.endswith(".xml"):
                    _check_corners(packed.read(part))
    except (BadZipFile, ValueError, OSError, RuntimeError, NotImplementedError, zlib.error):
        raise Unreadable(BROKEN) from None


def _check_corners(sheet: bytes) -> None:
    """Two cells in far corners make the reader lay out every cell between them: billions, from a file of 2 KB."""
    rows = columns = 1
    for letters, digits in CELL.findall(sheet):
        columns = max(columns, reduce(lambda whole, letter: whole * 26 + letter - 64, letters, 0))
        rows = max(rows, int(digits))
    if rows * columns > MOST_CELLS:
        raise Unreadable(TOO_WIDE)


def _header(table: Sequence[Sequence]) -> tuple[int, dict[str, int]]:
    """The row of titles and which column is what: the first row that names all that is needed."""
    best: dict[str, int] = {}
    for number, cells in enumerate(table[:HEADER_WITHIN]):
        found = _columns(cells)
        if all(column in found for column in NEEDED):
            return number, found
        best = max(best, found, key=len)
    missing = ", ".join(f"“{LABELS[column]}”" for column in NEEDED if column not in best)
    raise Unreadable(f"Không thấy dòng tiêu đề có đủ các cột cần thiết; còn thiếu cột {missing}.")


def _columns(cells: Sequence) -> dict[str, int]:
    found: dict[str, int] = {}
    for place, cell in enumerate(cells):
        title = fold(_text(cell)).strip(" *:()")
        for column, names in COLUMNS.items():
            if title in names:
                found.setdefault(column, place)
    return found


def _row(number: int, cells: Sequence, columns: dict[str, int]) -> Row:
    said = {column: _text(cells[place]) if place < len(cells) else "" for column, place in columns.items()}
    problems = {column: "Chưa có." for column in NEEDED if not said[column]}
    for column, limit in LIMITS.items():
        if len(said.get(column, "")) > limit:
            problems[column] = f"Dài quá {limit} ký tự."
            said[column] = said[column][:limit]
    row = Row(number, said["full_name"], "", said["unit"], said["role"], said.get("title", ""), problems)
    return _with_role(_with_phone(row, said.get("phone", "")))


def _with_phone(row: Row, text: str) -> Row:
    try:
        return replace(row, phone=read_phone(text))
    except NotAPhone as reason:
        return replace(row, phone=text[:24]).wrong("phone", str(reason))


def _with_role(row: Row) -> Row:
    role = ROLES.get(fold(row.role))
    if role is None:
        labels = "; ".join(str(role.label) for role in Role)
        return row.wrong("role", f"Không có vai trò “{row.role}”. Các vai trò: {labels}.")
    return replace(row, role=role.value)


def _alone(rows: list[Row]) -> list[Row]:
    """A phone that stands twice in the list belongs to nobody surely: the later row is told of the first."""
    first: dict[str, int] = {}
    told = []
    for row in rows:
        if row.phone and "phone" not in row.problems:
            if row.phone in first:
                row = row.wrong("phone", f"Trùng số điện thoại với dòng {first[row.phone]}.")
            first.setdefault(row.phone, row.number)
        told.append(row)
    return told


def _text(cell) -> str:
    """A cell as people see it: a phone kept as a number has no ".0", an unseen character is no character."""
    if isinstance(cell, float) and cell.is_integer():
        cell = int(cell)
    if isinstance(cell, datetime | date):
        return f"{cell:%d/%m/%Y}"
    return " ".join(clean("" if cell is None else str(cell))[0].split())
