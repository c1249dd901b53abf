"""Reads .xlsx and .ods, which are zip archives of XML: looked through for bombs and broken parts before parsing."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from html import unescape

from kheo.movement.importing import opendocument
from kheo.movement.importing.parser import sheets_of
from kheo.movement.importing.sheets import BadFile, BrokenCell, Sheet, too_large

MAX_UNPACKED = 600 * 2**20
MAX_RATIO = 250
RATIO_FROM = 20 * 2**20  # small parts may be packed as tight as they like
MAX_PARTS = 5_000
CHUNK = 1 << 20

BOMB = "Tệp nén bất thường: bung ra quá lớn so với tệp gửi lên nên không được mở."
HALF = "Tệp hỏng hoặc chưa tải xong (không bung được). Hãy lưu lại tệp rồi tải lên lần nữa."
LOCKED = "Tệp đặt mật khẩu. Hãy bỏ mật khẩu rồi tải lên lại."

#: What a damaged archive may raise; RuntimeError stands for a password.
UNPACKING = (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, ValueError, RuntimeError)
#: The parts that tell one zip from another.
KINDS = (
    ("xl/workbook.xml", "xlsx"),
    ("word/document.xml", "Tệp là văn bản Word, không phải bảng tính."),
    ("ppt/presentation.xml", "Tệp là bản trình chiếu, không phải bảng tính."),
    ("xl/workbook.bin", "Tệp là bảng tính Excel nhị phân (.xlsb), không đọc được. Hãy lưu thành .xlsx."),
)

NEAR_ROWS, NEAR_COLUMNS = 99_999, 26
HINT = re.compile(rb'r="[A-Za-z](?:[A-Za-z]|[0-9]{6})')
# A cell with content that lies far out: beyond column Z or below row 99,999.
FAR = re.compile(rb"""<(?:\w+:)?c\s(?:[^<>]*?\s)?r=["']([A-Za-z]{2,}[0-9]+|[A-Za-z][0-9]{6,})["'](?:[^<>]*[^/<>])?>""")
ROW = re.compile(rb"""<(?:\w+:)?row\s(?:[^<>]*?\s)?r=["']([0-9]+)["']""")
FAILED = re.compile(rb"""<c\s(?=[^<>]*\bt="e")[^<>]*+>.{0,2000}?<v>([^<]*)</v>""", re.DOTALL)
UNCOMPUTED = re.compile(rb"""<c\s([^<>]*)><f(?:\s[^<>]*)?(?:/>|>([^<]*)</f>)(?:<v\s*/>|<v></v>|(?=</c>))""")
ATTRIBUTE = re.compile(r'(?:\w+:)?(\w+)="([^"]*)"')
REFERENCE = re.compile(rb"""\br="([A-Z]{1,3})([0-9]{1,7})\"""")


def kind(content: bytes) -> str:
    """Which workbook the archive holds: "xlsx" or "ods"; raises `BadFile` for any other archive."""
    with _opened(content) as archive:
        names = set(archive.namelist())
        for part, answer in KINDS:
            if part in names and answer == "xlsx":
                return answer
            if part in names:
                raise BadFile(answer)
        if "content.xml" in names and "mimetype" in names:
            if b"spreadsheet" in _read(archive, archive.getinfo("mimetype"))[:200]:
                return "ods"
            raise BadFile("Tệp là văn bản LibreOffice, không phải bảng tính.")
    raise BadFile("Tệp là kho nén ZIP, không phải bảng tính. Hãy giải nén rồi tải lên bảng tính bên trong.")


def read_xlsx(content: bytes) -> Iterator[Sheet]:
    """Sheets of an Excel workbook; every part is unpacked and checked before the parser sees the file."""
    broken: dict[str, dict[int, dict[int, BrokenCell]]] = {}
    with _opened(content) as archive:
        for part in _checked_parts(archive):
            if part.filename.startswith("xl/worksheets/") and part.filename.endswith(".xml"):
                broken[part.filename] = _scan(archive, part)
            elif not part.filename.startswith("xl/media/"):
                _measure(archive, part)
        paths = _sheet_paths(archive) if any(broken.values()) else {}
    for sheet in sheets_of(content):
        sheet.broken = broken.get(paths.get(sheet.name, ""), {})
        yield sheet


def read_ods(content: bytes) -> Iterator[Sheet]:
    """Sheets of an OpenDocument workbook, with the merged ranges that its parser does not tell."""
    with _opened(content) as archive:
        parts = {part.filename: part for part in _checked_parts(archive)}
        manifest = parts.get("META-INF/manifest.xml")
        if manifest and b"encryption-data" in _read(archive, manifest):
            raise BadFile(LOCKED)
        with _open_part(archive, parts["content.xml"]) as stream:
            found = opendocument.survey(_chunks(stream))
    for sheet in sheets_of(content):
        if sheet.name in found:
            sheet.merged, sheet.broken = found[sheet.name].merged, found[sheet.name].broken
        yield sheet


def _opened(content: bytes) -> zipfile.ZipFile:
    try:
        return zipfile.ZipFile(io.BytesIO(content))
    except UNPACKING as problem:
        raise BadFile(HALF) from problem


def _checked_parts(archive: zipfile.ZipFile) -> list[zipfile.ZipInfo]:
    """The parts by what they declare: their number, size and ratio; what is declared is later held to be true."""
    parts = archive.infolist()
    if len(parts) > MAX_PARTS or sum(part.file_size for part in parts) > MAX_UNPACKED:
        raise BadFile(BOMB)
    if any(part.flag_bits & 1 for part in parts):
        raise BadFile(LOCKED)
    if any(part.file_size > RATIO_FROM and part.file_size > MAX_RATIO * max(part.compress_size, 1) for part in parts):
        raise BadFile(BOMB)
    return parts


def _chunks(stream) -> Iterator[bytes]:
    try:
        while chunk := stream.read(CHUNK):
            yield chunk
    except UNPACKING as problem:
        raise BadFile(HALF) from problem


def _open_part(archive: zipfile.ZipFile, part: zipfile.ZipInfo):
    try:
        return archive.open(part)
    except UNPACKING as problem:
        raise BadFile(HALF) from problem


def _read(archive: zipfile.ZipFile, part: zipfile.ZipInfo) -> bytes:
    with _open_part(archive, part) as stream:
        return b"".join(_chunks(stream))


def _measure(archive: zipfile.ZipFile, part: zipfile.ZipInfo) -> None:
    """Unpack and throw away: a length or checksum that is not as declared raises `BadFile`."""
    with _open_part(archive, part) as stream:
        for _ in _chunks(stream):
            pass


def _scan(archive: zipfile.ZipFile, part: zipfile.ZipInfo) -> dict[int, dict[int, BrokenCell]]:
    """Walk a sheet's XML once: how far its cells reach, and which formulas failed or were never computed."""
    broken: dict[int, dict[int, BrokenCell]] = {}
    deepest, widest = 0, NEAR_COLUMNS
    for text in _cells_of(archive, part):
        if HINT.search(text) or b"r='" in text:
            depth, width = _reach(text)
            deepest, widest = max(deepest, depth), max(widest, width)
        _find_broken(text, broken)
    if widest > NEAR_COLUMNS:
        # Rows with cells below 99,999 were found above; how many there are matters only now.
        rows = (int(row) for text in _cells_of(archive, part) for row in ROW.findall(text))
        deepest = max(deepest, min(max(rows, default=0), NEAR_ROWS))
    too_large(deepest, widest)
    return broken


def _cells_of(archive: zipfile.ZipFile, part: zipfile.ZipInfo) -> Iterator[bytes]:
    """The XML in pieces that end with a whole cell."""
    rest = b""
    with _open_part(archive, part) as stream:
        for chunk in _chunks(stream):
            text = rest + chunk
            end = max(text.rfind(b"</c>") + 4, text.rfind(b"/>") + 2)
            rest = text[end:] if len(text) - end < 8 * CHUNK else b""
            yield text[:end]


def _reach(text: bytes) -> tuple[int, int]:
    depth = width = 0
    for reference in FAR.findall(text):
        letters = reference.rstrip(b"0123456789")
        depth = max(depth, int(reference[len(letters) :]))
        width = max(width, _column(letters.upper()) + 1)
    return depth, width


def _find_broken(text: bytes, broken: dict[int, dict[int, BrokenCell]]) -> None:
    if b't="e"' in text:
        for match in FAILED.finditer(text):
            value = match[1].decode("utf-8", "replace")
            _note(broken, match[0], BrokenCell(value, f"công thức trong ô bị lỗi {value}"))
    if b"<f" in text:
        for match in UNCOMPUTED.finditer(text):
            if b't="str"' not in match[1]:
                formula = "=" + (match[2] or b"").decode("utf-8", "replace")[:100]
                reason = "công thức chưa có kết quả, hãy mở tệp bằng Excel rồi lưu lại"
                _note(broken, b"<c " + match[1], BrokenCell(formula, reason))


def _note(broken: dict[int, dict[int, BrokenCell]], opening: bytes, cell: BrokenCell) -> None:
    if place := REFERENCE.search(opening):
        broken.setdefault(int(place[2]) - 1, {})[_column(place[1])] = cell


def _column(letters: bytes) -> int:
    """Column A is 0."""
    number = 0
    for letter in letters[:6]:
        number = number * 26 + letter - 64
    return number - 1


def _sheet_paths(archive: zipfile.ZipFile) -> dict[str, str]:
    """Sheet name → part, read from the workbook and its relations; empty where they do not follow the usual form."""
    try:
        workbook = archive.read("xl/workbook.xml").decode()
        relations = archive.read("xl/_rels/workbook.xml.rels").decode()
    except (KeyError, *UNPACKING):
        return {}
    targets = {}
    for tag in re.findall(r"<(?:\w+:)?Relationship\s[^>]*>", relations):
        marks = dict(ATTRIBUTE.findall(tag))
        target = marks.get("Target", "")
        targets[marks.get("Id")] = target.lstrip("/") if target.startswith("/") else f"xl/{target}"
    paths = {}
    for tag in re.findall(r"<(?:\w+:)?sheet\s[^>]*>", workbook):
        marks = dict(ATTRIBUTE.findall(tag))
        paths[unescape(marks.get("name", ""))] = targets.get(marks.get("id"), "")
    return paths
