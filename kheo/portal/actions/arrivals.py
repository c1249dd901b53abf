"""Files that come with a story: sent in pieces beforehand, or with the form; photos are checked and copied clean."""

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from io import BytesIO
from typing import BinaryIO
from uuid import UUID

from django.core.files.storage import default_storage

from kheo.core import filechecks as checks
from kheo.movement.actions import uploads
from kheo.movement.models import Upload
from kheo.portal.models import MOST_PHOTOS

NOT_WHOLE = "Tệp chưa gửi xong. Hãy chọn lại tệp và chờ gửi xong rồi bấm Gửi."
NO_PHOTO = "Đây không phải ảnh JPG, PNG, WebP."


@dataclass(frozen=True)
class Ready:
    """A photo made clean: JPEGs without place or device, and the hash of what was sent."""

    clean: bytes
    thumb: bytes
    sha256: str


def ready(file: BinaryIO, name: str) -> Ready:
    """Make a photo ready. Raises `BadFile`."""
    if not checks.check(file, name).kind.is_photo:
        raise checks.BadFile(NO_PHOTO)
    sha256 = hashlib.sha256(file.read()).hexdigest()
    clean = checks.clean_copy(file)
    return Ready(clean, checks.thumb(clean), sha256)


def from_document(photos: Sequence[bytes]) -> tuple[dict[int, Ready], int]:
    """Photos of a Word document by their place in it, and how many could not be taken (drawings, broken ones)."""
    found: dict[int, Ready] = {}
    for place, content in enumerate(photos):
        try:
            found[place] = ready(BytesIO(content), f"anh-{place + 1}")
        except checks.BadFile:
            continue
    return found, len(photos) - len(found)


def photos_of(ids: Iterable[str], files: Iterable, *, by, room: int = MOST_PHOTOS) -> tuple[list[Ready], list[str]]:
    """At most `room` photos from uploads and plain files, and a sentence for each that is not taken."""
    found: dict[str, Ready] = {}
    refused: list[str] = []
    for name, file in _opened(ids, files, by, refused):
        try:
            photo = ready(file, name)
        except checks.BadFile as reason:
            refused.append(f"{checks.clean_name(name)}: {reason}")
            continue
        if photo.sha256 not in found and len(found) == room:
            refused.append(f"{checks.clean_name(name)}: mỗi tin bài có nhiều nhất {MOST_PHOTOS} ảnh.")
        else:
            found[photo.sha256] = photo
    return list(found.values()), refused


def document_of(ids: Sequence[str], file, *, by) -> tuple[str, BytesIO] | None:
    """The Word document that came, by name: the last one chosen. Raises `BadFile` where it has not come whole."""
    refused: list[str] = []
    for name, content in _opened(ids[-1:], [file] if file else [], by, refused):
        return name, BytesIO(content.read())
    if refused:
        raise checks.BadFile(NOT_WHOLE)
    return None


def waiting(ids: Iterable[str], *, by) -> list[Upload]:
    """Uploads of these ids that are here whole, to be shown again with a form that comes back."""
    return [upload for id_ in ids if (upload := _own(id_, by)) and uploads.offset_of(upload) == upload.size]


def forget(ids: Iterable[str], *, by) -> None:
    """Drop uploads that have become part of a story."""
    for id_ in ids:
        if upload := _own(id_, by):
            uploads.discard(upload)


def _opened(ids, files, by, refused: list[str]):
    for id_ in dict.fromkeys(ids):
        upload = _own(id_, by)
        if upload is None or uploads.offset_of(upload) != upload.size:
            refused.append(f"{upload.name if upload else 'Tệp đã chọn'}: {NOT_WHOLE}")
            continue
        with default_storage.open(upload.part.name, "rb") as file:
            yield upload.name, file
    for file in files:
        yield file.name, file


def _own(id_: str, by) -> Upload | None:
    try:
        key = UUID(str(id_))
    except ValueError:
        return None
    return Upload.objects.filter(pk=key, by=by, exemplar=None).first()
