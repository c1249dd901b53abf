"""Finds the file of a picture that an old article names: beside the article, or in the folder of the old uploads."""

import base64
import binascii
import re
import unicodedata
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from urllib.parse import unquote, urlsplit

from kheo.core.filechecks import PHOTO_LIMIT, BadFile, check

_SMALLER = re.compile(r"-\d{2,4}x\d{2,4}(?=\.\w+$)")  # WordPress' copies: anh-300x200.jpg of anh.jpg
_SCALED = re.compile(r"-scaled(?=\.\w+$)")
MISSING = "không thấy tệp ảnh “{name}”"


@dataclass(frozen=True)
class Found:
    """A picture that may be kept, by its file or (pasted into the text) its bytes; or the sentence why there is none."""

    name: str = ""
    path: Path | None = None
    pasted: bytes = b""
    problem: str = ""

    def content(self) -> bytes:
        return self.path.read_bytes() if self.path else self.pasted


class Album:
    """The folders in which pictures are looked for. Nothing outside of them is ever opened."""

    def __init__(self, *folders: Path):
        self.folders = [folder.resolve() for folder in dict.fromkeys(folders)]

    def find(self, sources: tuple[str, ...], *, beside: Path | None = None) -> Found:
        """The first of the names that leads to a picture; `beside` is the article's own folder."""
        folders = [*([beside.resolve()] if beside else []), *self.folders]
        problem = ""
        for source in sources:
            if source.startswith("data:"):
                path, content, name = None, _inside(source), "ảnh dán trong bài"
            else:
                path = self._file(source, folders)
                content, name = (_read(path), path.name) if path else (None, _last(source))
            if content is None:
                problem = problem or MISSING.format(name=name)
                continue
            try:
                checked = check(BytesIO(content), name)
                if not checked.kind.is_photo:
                    raise BadFile("không phải ảnh")
                return Found(name, path, b"" if path else content)
            except BadFile as reason:
                problem = f"ảnh “{name}”: {reason}"
        return Found(problem=problem)

    def _file(self, source: str, folders: list[Path]) -> Path | None:
        try:
            path = unquote(urlsplit(source.strip()).path).replace("\\", "/")
        except ValueError:
            return None
        parts = [part for part in path.split("/") if part not in ("", ".")]
        if not parts or ".." in parts[-1] or "\0" in path:
            return None
        for name in dict.fromkeys(
            (_SCALED.sub("", _SMALLER.sub("", parts[-1])), _SMALLER.sub("", parts[-1]), parts[-1])
        ):
            for start in range(len(parts)):
                for folder in folders:
                    if found := _within(folder, [*parts[start:-1], name]):
                        return found
        return None


def _within(folder: Path, parts: list[str]) -> Path | None:
    """A file below a folder, however its name's accents are composed; never one that a link leads out to."""
    written = "/".join(parts)
    for form in dict.fromkeys((written, unicodedata.normalize("NFC", written), unicodedata.normalize("NFD", written))):
        try:
            found = (folder / form).resolve()
            if found.is_relative_to(folder) and found.is_file():
                return found
        except (OSError, ValueError, RuntimeError):
            continue
    return None


def _read(path: Path) -> bytes | None:
    try:
        with path.open("rb") as file:
            return file.read(PHOTO_LIMIT + 1)
    except OSError:
        return None


def _inside(source: str) -> bytes | None:
    head, _, body = source.partition(",")
    if not head.endswith(";base64") or len(body) > PHOTO_LIMIT * 4 // 3 + 8:
        return None
    try:
        return base64.b64decode(unquote(body), validate=False)
    except (binascii.Error, ValueError):
        return None


def _last(source: str) -> str:
    return unquote(source.split("?")[0].rstrip("/").rpartition("/")[2])[:100] or source[:60]
