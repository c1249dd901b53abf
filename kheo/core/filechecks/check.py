"""One question about a file on its way in: may it be kept, as what, under which name, and what is to be said of it."""

import os
from dataclasses import dataclass
from typing import BinaryIO

from kheo.core.filechecks import documents, photos
from kheo.core.filechecks.kinds import BY_NAME, BY_SUFFIX, DOCUMENT_LIMIT, EMPTY, MEGABYTE, BadFile, Kind, kind_of
from kheo.core.filechecks.names import clean_name, suffix_of, true_name
from kheo.core.filechecks.stamps import SECRET, stamp_in_name


@dataclass(frozen=True)
class Checked:
    """A file that may be kept: its kind, its name, its size (bytes), and what the sender should read about it."""

    kind: Kind
    name: str
    size: int
    notes: tuple[str, ...] = ()


def check(file: BinaryIO, name: str) -> Checked:
    """Look into a whole file. Raises `BadFile`; the file is left at its start."""
    name = clean_name(name)
    _refuse_secret(stamp_in_name(name))
    size = file.seek(0, os.SEEK_END)
    if size == 0:
        raise BadFile(EMPTY)
    kind = kind_of(file)
    _refuse_large(size, kind.limit, kind.label)
    if kind.is_photo:
        photos.verify(file)
    else:
        _refuse_secret(documents.stamp_of(file, kind))
    file.seek(0)
    kept = true_name(name, kind)
    return Checked(kind, kept, size, _notes(name, kept, kind))


def refuse_early(name: str, size: int) -> None:
    """What can be refused before the first byte: by the name's end and the size said."""
    name = clean_name(name)
    _refuse_secret(stamp_in_name(name))
    suffix = suffix_of(name)
    if sentence := BY_NAME.get(suffix):
        raise BadFile(sentence)
    if size <= 0:
        raise BadFile(EMPTY)
    kind = BY_SUFFIX.get(suffix)
    _refuse_large(size, kind.limit if kind else DOCUMENT_LIMIT, kind.label if kind else "mỗi tệp")


def _refuse_large(size: int, limit: int, label: str) -> None:
    if size > limit:
        allowed, asked = limit // MEGABYTE, f"{size / MEGABYTE:.1f}".replace(".", ",")
        raise BadFile(f"Tệp nặng {asked} MB; {label} nhiều nhất {allowed} MB. Hãy giảm cỡ ảnh hoặc chia nhỏ tài liệu.")


def _refuse_secret(stamp: str | None) -> None:
    if stamp:
        raise BadFile(SECRET.format(stamp=stamp))


def _notes(said: str, kept: str, kind: Kind) -> tuple[str, ...]:
    if said == kept:
        return ()
    return (f"Tên tệp là “{said}” nhưng bên trong là {kind.label}; đã lưu thành “{kept}”.",)
