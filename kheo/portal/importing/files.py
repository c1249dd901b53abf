"""Which files are read and as what: one file or a folder, told by its content, within bounds."""

import json
import os
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from kheo.core.vietnamese import decode
from kheo.portal.importing import jsons, texts, webpages, wxr
from kheo.portal.importing.old import Old, Remark, Unreadable

FORMATS = ("wxr", "html", "json", "text")
MEGABYTE = 1024 * 1024
MOST_FILES, DEEPEST = 20_000, 20
PAGE_LIMIT, JSON_LIMIT = 8 * MEGABYTE, 64 * MEGABYTE
HEAD = 4096
READ = {
    ".xml",
    ".html",
    ".htm",
    ".xhtml",
    ".shtml",
    ".php",
    ".asp",
    ".aspx",
    ".json",
    ".jsonl",
    ".ndjson",
    ".txt",
    ".md",
}

_TAG = r"!doctype\s+html|html|head|body|article|main|meta|div|h1|p|table|title"
_MARKUP = re.compile(rf"^\s*(?:<!--.*?-->\s*)*<(?:{_TAG})\b", re.IGNORECASE | re.DOTALL)
_FOREIGN = (
    (b"%PDF", "PDF"), (b"PK", "nén hoặc Word, Excel"), (b"\xd0\xcf\x11\xe0", "Word hoặc Excel kiểu cũ"),
    (b"{\\rtf", "RTF"), (b"\xff\xd8\xff", "ảnh"), (b"\x89PNG", "ảnh"), (b"GIF8", "ảnh"), (b"\x1f\x8b", "nén"),
)  # fmt: skip
_NOT_READ = (
    "Tệp {what} không đọc được ở đây; chỉ đọc bản xuất WordPress (.xml), trang web (.html), JSON và văn bản thường."
)
Item = Old | Remark


def read(path: Path, *, format: str | None = None, base_url: str = "") -> Iterator[Item]:
    """Old articles of one file, or of every file below a folder; a remark for each file or part that is not read."""
    path = Path(path)
    if not path.is_dir():
        yield from _read_file(path, path.name, format, base_url, path.parent)
        return
    for number, (file, name) in enumerate(_files(path), 1):
        if number > MOST_FILES:
            yield Remark(path.name, "", f"Thư mục có hơn {MOST_FILES} tệp; hãy nhập từng phần.")
            return
        yield from _read_file(file, name, format, base_url, path)


def _files(root: Path) -> Iterator[tuple[Path, str]]:
    """Files that may hold articles, in the order of their names; links are not followed."""
    for folder, folders, names in os.walk(root):
        here = Path(folder)
        deep = len(here.relative_to(root).parts)
        folders[:] = sorted(name for name in folders if not name.startswith(".")) if deep < DEEPEST else []
        for name in sorted(names):
            file = here / name
            if file.suffix.lower() in READ and not name.startswith(".") and not file.is_symlink():
                yield file, str(file.relative_to(root))


def _read_file(file: Path, name: str, format: str | None, base_url: str, root: Path) -> Iterator[Item]:
    try:
        head = _head(file)
        found = format or _format(head)
        for item in _READERS[found](file, base_url, root):
            yield replace(item, file=name)
    except Unreadable as problem:
        yield Remark(name, "", str(problem))
    except (ValueError, RecursionError, AssertionError) as problem:  # one broken page stops no other
        yield Remark(name, "", f"Tệp hỏng, không đọc được ({type(problem).__name__}).")
    except OSError:
        yield Remark(name, "", "Không mở được tệp: tệp không có hoặc không được phép đọc.")


def _head(file: Path) -> bytes:
    with file.open("rb") as opened:
        head = opened.read(HEAD)
    if not head.strip(b"\0 \t\r\n\xef\xbb\xbf\xff\xfe"):
        raise Unreadable("Tệp trống, không có gì để đọc.")
    for start, what in _FOREIGN:
        if head.startswith(start):
            raise Unreadable(_NOT_READ.format(what=what))
    return head


def _format(head: bytes) -> str:
    """By the first bytes of a file."""
    text = decode(head)[0].lstrip("\ufeff \t\r\n")
    if text.startswith(("<?xml", "<rss")):
        return "html" if "<html" in text.lower() else "wxr"
    if text.startswith(("{", "[")) and not text.startswith("[caption"):
        return "json"
    return "html" if _MARKUP.match(text) else "text"


def _content(file: Path, limit: int, advice: str) -> bytes:
    size = file.stat().st_size
    if size > limit:
        raise Unreadable(f"Tệp nặng {size // MEGABYTE} MB, quá giới hạn {limit // MEGABYTE} MB. {advice}")
    return file.read_bytes()


def _text(file: Path, base_url: str, root: Path) -> Iterator[Item]:
    text = decode(_content(file, PAGE_LIMIT, "Một bài không thể dài như vậy."))[0]
    if "\0" in text:
        raise Unreadable("Tệp không phải văn bản.")
    yield texts.read_text(text)


def _html(file: Path, base_url: str, root: Path) -> Iterator[Item]:
    content = _content(file, PAGE_LIMIT, "Một bài không thể dài như vậy.")
    yield webpages.read_page(content, address=webpages.address_of(file, root, base_url))


def _json(file: Path, base_url: str, root: Path) -> Iterator[Item]:
    size = file.stat().st_size
    if size <= JSON_LIMIT:
        try:
            whole = json.loads(decode(file.read_bytes())[0])
        except RecursionError:
            raise Unreadable("JSON lồng nhau quá sâu, không đọc được.") from None
        except ValueError as problem:
            first = problem
        else:
            yield from jsons.read_whole(whole, jsons.Where(file.stem, base_url))
            return
    else:
        first = None
    yield from jsons.read_lines(file, first, jsons.Where(file.stem, base_url))


def _wxr(file: Path, base_url: str, root: Path) -> Iterator[Item]:
    yield from wxr.read_export(file)


_READERS = {"wxr": _wxr, "html": _html, "json": _json, "text": _text}
