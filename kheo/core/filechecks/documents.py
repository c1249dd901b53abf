"""Opens PDF, DOCX and XLSX files and reads their text for stamps; bombs, passwords and broken files are refused."""

import json
import zipfile
import zlib
from typing import BinaryIO
from xml.sax import SAXException

from defusedxml import DefusedXmlException

from kheo.core import children
from kheo.core.filechecks import words
from kheo.core.filechecks.kinds import HALF, LOCKED, BadFile, Kind
from kheo.core.filechecks.stamps import Watch

MAX_PARTS = 5_000
MAX_UNPACKED = 300 * 2**20
MAX_RATIO = 250
RATIO_FROM = 20 * 2**20  # small parts may be packed as tight as they like
MAX_TEXT = 40 * 2**20  # of XML that is read for its words
PDF_SECONDS = 40

BOMB = "Tệp bung ra quá lớn so với tệp gửi lên nên không được mở. Hãy lưu lại tệp, hoặc xuất ra PDF rồi gửi."
STRANGE = "Tệp có phần khai báo lạ (có thể tải dữ liệu từ ngoài vào) nên không được mở. Hãy xuất ra PDF rồi gửi."
PDF_BROKEN = "Tệp PDF hỏng hoặc chưa tải xong nên không đọc được. Hãy mở thử, in lại ra PDF rồi gửi lần nữa."
PDF_LONG = "Tệp PDF quá dài hoặc quá rối nên không kiểm tra hết được. Hãy tách thành các tệp dưới 500 trang rồi gửi."
PDF_CARRIES = "Tệp PDF có tệp khác đính kèm bên trong. Hãy gửi từng tệp một."
PDF_ANSWERS = {"locked": LOCKED, "long": PDF_LONG, "carries": PDF_CARRIES, "broken": PDF_BROKEN}

_BROKEN_ZIP = (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, ValueError, RuntimeError)


def stamp_of(file: BinaryIO, kind: Kind) -> str | None:
    """The stamp found in a document's text, or None. Raises `BadFile` when it cannot be opened or read whole."""
    return _READERS[kind.key](file)


def _pdf(file: BinaryIO) -> str | None:
    # In a child: a PDF made to hurt can eat a processor or memory, and must not take the server along.
    file.seek(0)
    try:
        answer = json.loads(children.run("kheo.core.filechecks.pdf_child", file.read(), seconds=PDF_SECONDS))
    except children.Overrun as problem:
        raise BadFile(PDF_LONG) from problem
    except children.Failed as problem:
        raise BadFile(PDF_BROKEN) from problem
    if bad := answer.get("bad"):
        raise BadFile(PDF_ANSWERS[bad])
    return answer["stamp"]


def _docx(file: BinaryIO) -> str | None:
    return _office(file, "word/", words.Paragraphs)


def _xlsx(file: BinaryIO) -> str | None:
    return _office(file, "xl/", words.Cells)


_READERS = {"pdf": _pdf, "docx": _docx, "xlsx": _xlsx}


def _office(file: BinaryIO, folder: str, reader: type) -> str | None:
    """Unpack every part once (a checksum that is wrong is a broken file) and read the words of those in `folder`."""
    file.seek(0)
    watch = Watch()
    try:
        with zipfile.ZipFile(file) as archive:
            for part in _within_bounds(archive):
                if part.filename.endswith(".xml") and part.filename.startswith(folder):
                    with archive.open(part) as stream:
                        words.read(stream, reader(watch))
                _drain(archive, part)
    except DefusedXmlException as problem:
        raise BadFile(STRANGE) from problem
    except (*_BROKEN_ZIP, SAXException) as problem:
        raise BadFile(HALF) from problem
    return watch.end()


def _within_bounds(archive: zipfile.ZipFile) -> list[zipfile.ZipInfo]:
    parts = archive.infolist()
    if any(part.flag_bits & 1 for part in parts):
        raise BadFile(LOCKED)
    text = sum(part.file_size for part in parts if part.filename.endswith(".xml"))
    unpacked = sum(part.file_size for part in parts)
    if len(parts) > MAX_PARTS or unpacked > MAX_UNPACKED or text > MAX_TEXT:
        raise BadFile(BOMB)
    if any(part.file_size > RATIO_FROM and part.file_size > MAX_RATIO * max(part.compress_size, 1) for part in parts):
        raise BadFile(BOMB)
    return parts


def _drain(archive: zipfile.ZipFile, part: zipfile.ZipInfo) -> None:
    with archive.open(part) as stream:
        while stream.read(1 << 20):
            pass
