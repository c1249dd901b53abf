"""Files on their way in pieces: opened by the sender's own id, added to in step, finished once, swept when left."""

import os
from collections.abc import Iterable
from datetime import timedelta
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.core.files.storage import default_storage
from django.db import IntegrityError, transaction
from django.db.models import Sum
from django.utils import timezone

from kheo.accounts.access import can_anywhere, require
from kheo.accounts.permissions import WORDS, Permission
from kheo.core import filechecks as checks
from kheo.movement.actions import evidence
from kheo.movement.lifecycle.move import NotYet
from kheo.movement.models import Exemplar, Upload

PIECE_LIMIT = 4 * 1024 * 1024  # bytes of one piece; the page sends 1 MB
WAITING_LIMIT = 500 * 1024 * 1024  # bytes one person may have on the way at once
KEPT_DAYS = 3  # a broken upload can go on this long
FOLDER = "uploads"


class OutOfStep(Exception):
    """A piece does not begin where the last one ended. `offset` is where to go on."""

    def __init__(self, offset: int):
        super().__init__(f"Phần gửi lên không nối với phần đã nhận; hãy gửi tiếp từ byte {offset}.")
        self.offset = offset


class TooMany(Exception):
    """More on the way than one person may have. Its text is the sentence the user reads."""


def begin(exemplar: Exemplar | None, id_: UUID, *, name: str, size: int, by) -> Upload:
    """Open an upload; asking again for the same id gives the same one. Raises `BadFile`, `TooMany`.

    Without an exemplar it is for a story to the newsroom.
    """
    _admit(by, exemplar)
    checks.refuse_early(name, size)
    try:
        with transaction.atomic():
            known = Upload.objects.filter(pk=id_).first()
            if known is None:
                _check_room(by, size)
                name = checks.clean_name(name)
                return Upload.objects.create(
                    pk=id_, by=by, exemplar=exemplar, name=name, size=size, part=f"{FOLDER}/{id_}.part"
                )
    except IntegrityError:
        known = Upload.objects.get(pk=id_)  # asked twice at once
    if (known.by_id, known.exemplar_id, known.size) != (by.pk, exemplar.pk if exemplar else None, size):
        raise checks.BadFile("Lần gửi này đã dùng cho một tệp khác. Hãy chọn lại tệp.")
    return known


def offset_of(upload: Upload) -> int:
    """How many bytes are surely here: the smaller of what the row says and what the disk holds."""
    if upload.evidence_id is not None:
        return upload.size
    return min(upload.received, _on_disk(upload))


def append(upload: Upload, offset: int, data: bytes, *, by) -> int:
    """Add a piece; returns the new offset. The bytes reach the disk before the row tells of them.

    Raises `OutOfStep` with the true offset, `BadFile` where more comes than was said, or when the whole is not taken.
    """
    _admit(by, upload.exemplar)
    with transaction.atomic():
        upload = Upload.objects.select_for_update(of=("self",)).select_related("exemplar__unit").get(pk=upload.pk)
        true = offset_of(upload)
        if offset != true:
            raise OutOfStep(true)
        if offset + len(data) > upload.size:
            raise checks.BadFile("Tệp gửi lên dài hơn dung lượng đã báo. Hãy chọn lại tệp.")
        if not data:
            return true
        _write(upload, offset, data)
        upload.received = offset + len(data)
        upload.save(update_fields=["received"])
    if upload.received == upload.size:
        _check_whole(upload)
    return upload.received


def finish(
    exemplar: Exemplar, ids: Iterable[str], *, by, **facts
) -> tuple[list[evidence.Added], list[str]]:  # fmt: skip
    """Make evidence of whole uploads; returns what was added and a sentence for each that was not.

    Doing it twice adds nothing twice. `facts` are those of `evidence.add`: caption, outcome, progress.
    """
    added, refused = [], []
    for id_ in dict.fromkeys(ids):
        upload = _own(id_, exemplar, by)
        try:
            if upload is None or offset_of(upload) != upload.size:
                raise NotYet("Tệp chưa gửi xong. Hãy chọn lại tệp và chờ gửi xong rồi lưu.")
            added.append(_finish_one(upload, by, facts))
        except (checks.BadFile, NotYet) as reason:
            refused.append(f"{upload.name if upload else 'Tệp đã chọn'}: {reason}")
    return added, refused


def sweep(*, now=None) -> int:
    """Drop uploads nobody went on with for some days, finished ones with them, and parts without a row."""
    before = (now or timezone.now()) - timedelta(days=KEPT_DAYS)
    gone = 0
    for upload in Upload.objects.filter(at__lt=before):
        gone += upload.evidence_id is None
        discard(upload)
    known = set(Upload.objects.values_list("part", flat=True))
    for name in _parts_on_disk():
        path = f"{FOLDER}/{name}"
        if path not in known and default_storage.get_modified_time(path) < before:
            default_storage.delete(path)
            gone += 1
    return gone


def discard(upload: Upload) -> None:
    """Drop an upload and its bytes: the bytes first, so that nothing of a refused file outlives a broken moment."""
    default_storage.delete(upload.part.name)
    Upload.objects.filter(pk=upload.pk).delete()


def _admit(by, exemplar: Exemplar | None) -> None:
    if exemplar is not None:
        require(by, Permission.EXEMPLAR_WRITE, exemplar.unit)
    elif not can_anywhere(by, Permission.STORY_SEND):
        raise PermissionDenied(f"Đồng chí chưa được giao quyền “{WORDS[Permission.STORY_SEND]}”.")


def _finish_one(upload: Upload, by, facts: dict) -> evidence.Added:
    if upload.evidence_id is not None:
        return evidence.Added(upload.evidence, False)
    try:
        with default_storage.open(upload.part.name, "rb") as file:
            added = evidence.add(upload.exemplar, file, upload.name, by=by, upload=upload, **facts)
    except checks.BadFile:
        discard(upload)
        raise
    default_storage.delete(upload.part.name)
    return added


def _check_whole(upload: Upload) -> None:
    """Tell the sender now, beside the file, that it will not be taken; then nothing of it is kept."""
    try:
        with default_storage.open(upload.part.name, "rb") as file:
            checks.check(file, upload.name)
    except checks.BadFile:
        discard(upload)
        raise


def _own(id_: str, exemplar: Exemplar, by) -> Upload | None:
    try:
        key = UUID(str(id_))
    except ValueError:
        return None
    found = Upload.objects.filter(pk=key, by=by, exemplar=exemplar)
    return found.select_related("exemplar__unit", "evidence").first()


def _check_room(by, size: int) -> None:
    waiting = Upload.objects.filter(by=by, evidence=None).aggregate(total=Sum("size"))["total"] or 0
    if waiting + size > WAITING_LIMIT:
        raise TooMany("Đang có quá nhiều tệp gửi dở. Hãy lưu các tệp đã gửi xong, hoặc thử lại sau.")


def _write(upload: Upload, offset: int, data: bytes) -> None:
    path = default_storage.path(upload.part.name)
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(os.open(path, os.O_RDWR | os.O_CREAT, 0o600), "r+b") as part:
        part.seek(offset)
        part.write(data)
        part.truncate()
        part.flush()
        os.fsync(part.fileno())


def _on_disk(upload: Upload) -> int:
    return default_storage.size(upload.part.name) if default_storage.exists(upload.part.name) else 0


def _parts_on_disk() -> list[str]:
    return default_storage.listdir(FOLDER)[1] if default_storage.exists(FOLDER) else []
