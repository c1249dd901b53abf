"""Files that come with an act: checked before, kept while it lasts, taken away again where it fails."""

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import BinaryIO
from uuid import uuid4

from django.core.files.base import File
from django.core.files.storage import default_storage
from django.db.models.fields.files import FieldFile

from kheo.accounts.move import NotYet
from kheo.core import filechecks as checks


@dataclass(frozen=True)
class Arrived:
    """A file that may be kept: what it is called, how many bytes, and their digest."""

    file: BinaryIO
    name: str
    size: int
    sha256: str


def arrived(file: BinaryIO, name: str, *, key: str, refusal: str) -> Arrived:
    """A file of one kind. Raises `checks.BadFile` (a stamp of secrecy, a bomb) or, of another kind, `NotYet`."""
    checked = checks.check(file, name)
    if checked.kind.key != key:
        raise NotYet(refusal)
    file.seek(0)
    sha256 = hashlib.file_digest(file, "sha256").hexdigest()
    return Arrived(file, checked.name, checked.size, sha256)


@contextmanager
def kept(place: FieldFile, one: Arrived) -> Iterator[None]:
    """The bytes stand in the store while the rows are written; where those fail, the bytes go too."""
    one.file.seek(0)
    place.save(uuid4().hex, File(one.file), save=False)
    try:
        yield
    except BaseException:
        default_storage.delete(place.name)
        raise
