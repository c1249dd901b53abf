"""Which files are taken, told by their content alone, and what is said about the others."""

import zipfile
from dataclasses import dataclass
from typing import BinaryIO

import filetype

MEGABYTE = 1024 * 1024
PHOTO_LIMIT = 20 * MEGABYTE
DOCUMENT_LIMIT = 50 * MEGABYTE
HEAD = 8192  # bytes that tell a kind
OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


class BadFile(Exception):
    """A file is not taken. Its text is the sentence the user reads: what is wrong and what to do."""


@dataclass(frozen=True)
class Kind:
    """One kind of file: its name for people, how it is served, how it is called, how large it may be (bytes)."""

    key: str
    label: str
    content_type: str
    suffixes: tuple[str, ...]
    limit: int

    @property
    def is_photo(self) -> bool:
        return self.limit == PHOTO_LIMIT


_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

KINDS = {
    kind.key: kind
    for kind in (
        Kind("jpg", "ảnh JPEG", "image/jpeg", ("jpg", "jpeg", "jpe", "jfif"), PHOTO_LIMIT),
        Kind("png", "ảnh PNG", "image/png", ("png",), PHOTO_LIMIT),
        Kind("webp", "ảnh WebP", "image/webp", ("webp",), PHOTO_LIMIT),
        Kind("pdf", "tệp PDF", "application/pdf", ("pdf",), DOCUMENT_LIMIT),
        Kind("docx", "văn bản Word", _WORD, ("docx",), DOCUMENT_LIMIT),
        Kind("xlsx", "bảng tính Excel", _SHEET, ("xlsx",), DOCUMENT_LIMIT),
    )
}
BY_SUFFIX = {suffix: kind for kind in KINDS.values() for suffix in kind.suffixes}

TAKEN = "Nhận ảnh JPG, PNG, WebP và tài liệu PDF, DOCX, XLSX."
HEIC = (
    "Ảnh HEIC của iPhone chưa mở được ở đây. Trên điện thoại, vào Cài đặt → Camera → Định dạng, chọn "
    "“Tương thích nhất” rồi chụp lại; hoặc gửi ảnh qua Zalo rồi lưu về, ảnh sẽ thành JPEG."
)
LOCKED = "Tệp đặt mật khẩu nên không kiểm tra được. Hãy bỏ mật khẩu rồi gửi lại."
OLD = "Đây là tệp Office kiểu cũ (.doc, .xls, .ppt). Hãy mở ra, lưu thành .docx, .xlsx hoặc PDF rồi gửi lại."
PAGE = "Đây là trang web hoặc ảnh vẽ (HTML, SVG), có thể mang mã chạy được nên không nhận. Hãy chụp màn hình, gửi ảnh."
EMPTY = "Tệp rỗng, không có gì bên trong. Hãy chọn lại tệp."
HALF = "Tệp hỏng hoặc chưa tải xong nên không mở được. Hãy mở thử trên máy, lưu lại rồi gửi lần nữa."
MACRO = "Tệp có macro (mã chạy được) nên không nhận. Hãy lưu thành bản không có macro rồi gửi lại."
FILM = "Chưa nhận phim và tiếng. Hãy gửi vài ảnh, hoặc ghi đường dẫn của bài đã đăng vào phiếu tiến độ."
PACKED = "Đây là tệp nén. Hãy giải nén rồi gửi từng tệp bên trong."

# What `filetype` calls a file → the sentence.
_NAMED = {
    "image/heic": HEIC,
    "image/heif": HEIC,
    "image/avif": HEIC,
    "application/zip": PACKED,
    "application/x-rar-compressed": PACKED,
    "application/x-7z-compressed": PACKED,
    "application/gzip": PACKED,
}
# The end of a name → the sentence, so that nobody sends forty megabytes for nothing.
BY_NAME = {
    **dict.fromkeys(("heic", "heif", "avif"), HEIC),
    **dict.fromkeys(("doc", "xls", "ppt"), OLD),
    **dict.fromkeys(("svg", "html", "htm", "xhtml", "mht"), PAGE),
    **dict.fromkeys(("docm", "xlsm", "pptm"), MACRO),
    **dict.fromkeys(("mp4", "mov", "avi", "mkv", "3gp", "mp3", "m4a", "wav", "aac"), FILM),
    **dict.fromkeys(("zip", "rar", "7z", "gz", "tar"), PACKED),
}
_MARKUP = (b"<!doctype html", b"<html", b"<svg", b"<script", b"<?xml", b"<head", b"<body")
_PARTS = {"word/document.xml": "docx", "xl/workbook.xml": "xlsx"}


def kind_of(file: BinaryIO) -> Kind:
    """The kind by what is inside; raises `BadFile` with what to do instead."""
    file.seek(0)
    head = file.read(HEAD)
    if not head.strip(b"\0\t\r\n "):
        raise BadFile(EMPTY)
    if head.startswith(OLD_OFFICE):
        raise BadFile(_old_office(file))
    if zipfile.is_zipfile(file) and head.startswith(b"PK"):
        return _office(file)
    found = filetype.guess(head)
    if found is not None and (kind := BY_SUFFIX.get(found.extension)) and kind.key not in _PARTS.values():
        return kind
    raise BadFile(_other(head, found.mime if found else ""))


def _other(head: bytes, mime: str) -> str:
    if sentence := _NAMED.get(mime):
        return sentence
    if mime.startswith(("video/", "audio/")):
        return FILM
    if head.lstrip(b"\xef\xbb\xbf\r\n\t ").lower().startswith(_MARKUP):
        return PAGE
    if head.startswith(b"PK"):
        return HALF
    return f"Loại tệp này không nhận được. {TAKEN}"


def _old_office(file: BinaryIO) -> str:
    file.seek(0)
    # A Word or Excel file with a password is an encrypted package inside the old container.
    return LOCKED if "EncryptedPackage".encode("utf-16-le") in file.read() else OLD


def _office(file: BinaryIO) -> Kind:
    try:
        with zipfile.ZipFile(file) as archive:
            names = set(archive.namelist())
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError, RuntimeError) as problem:
        raise BadFile(HALF) from problem
    if any(name.lower().endswith("vbaproject.bin") for name in names):
        raise BadFile(MACRO)
    for part, key in _PARTS.items():
        if part in names:
            return KINDS[key]
    office = any(name.startswith(("ppt/", "xl/", "Object ")) or name == "mimetype" for name in names)
    raise BadFile(f"Loại tài liệu này chưa nhận. {TAKEN}" if office else PACKED)
