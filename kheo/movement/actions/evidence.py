"""Evidence of a file: checked, copied clean, kept once; put right, taken away, purged."""

import hashlib
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import BinaryIO
from uuid import uuid4

from django.core.files.base import ContentFile, File
from django.core.files.storage import default_storage
from django.db import IntegrityError, transaction
from django.utils import timezone

from kheo.accounts.access import require
from kheo.accounts.permissions import Permission
from kheo.audit.models import PersonalValue, record
from kheo.core import filechecks as checks
from kheo.movement.actions.holding import hold, touched
from kheo.movement.lifecycle.move import NotYet
from kheo.movement.models import Evidence, Exemplar, Outcome, Progress, Upload

FILES = ("original", "clean", "thumb")


@dataclass(frozen=True)
class Added:
    """What became of one file: the row, whether it is new, and what the sender should read."""

    evidence: Evidence
    is_new: bool
    notes: tuple[str, ...] = ()


def add(
    exemplar: Exemplar, file: BinaryIO, name: str, *, by, caption: str = "", outcome: Outcome | None = None,
    progress: Progress | None = None, upload: Upload | None = None, sha256: str = "",
) -> Added:  # fmt: skip
    """Keep a file. Raises `checks.BadFile` for one that is not taken, and then nothing is kept.

    The same file on the same exemplar is not doubled. `sha256` is given where the file is a copy of what was sent.
    The slow work is done before the transaction, so that no other writer waits for it.
    """
    require(by, Permission.EXEMPLAR_WRITE, exemplar.unit)
    checked = checks.check(file, name)
    sha256 = sha256 or _sha256(file)
    if kept := exemplar.evidence.filter(sha256=sha256).first():
        return _again(kept, upload)
    row = Evidence(
        exemplar=exemplar, outcome=outcome, progress=progress, kind="photo" if checked.kind.is_photo else "document",
        name=checked.name, caption=caption.strip(), content_type=checked.kind.content_type, size=checked.size,
        sha256=sha256, by=by,
    )  # fmt: skip
    try:
        _put_files(row, file, checked)
        with transaction.atomic():
            _put_row(row, by=by, upload=upload)
    except BaseException as problem:
        _drop_files(_paths(row))
        kept = isinstance(problem, IntegrityError) and exemplar.evidence.filter(sha256=sha256).first()
        if not kept:
            raise
        return _again(kept, upload)  # two senders at once: the other came first
    return Added(row, True, checked.notes)


@transaction.atomic
def write(
    evidence: Evidence, *, by, caption: str, outcome: Outcome | None, taken_on: date | None
) -> Evidence:  # fmt: skip
    """Change what is said of a file: its caption, the outcome it proves, the day it was taken."""
    exemplar = hold(evidence.exemplar, by=by)
    evidence = Evidence.objects.select_for_update(of=("self",)).get(pk=evidence.pk)
    _check_links(exemplar, outcome, None)
    if taken_on and taken_on > timezone.localdate():
        raise NotYet("Ngày chụp không thể sau hôm nay.")
    after = {"caption": caption.strip(), "outcome": outcome, "taken_on": taken_on}
    changes = {key: [getattr(evidence, key), value] for key, value in after.items() if getattr(evidence, key) != value}
    if not changes:
        return evidence
    for key, value in after.items():
        setattr(evidence, key, value)
    evidence.save()
    touched(exemplar, at=timezone.now())
    # A caption may name somebody: the trail keeps it where it can be erased.
    personal = {"caption": after["caption"]} if "caption" in changes else {}
    plain = {key: [_key(value) for value in pair] for key, pair in changes.items() if key != "caption"}
    record("evidence.write", exemplar, by=by, evidence=evidence.pk, personal=personal, **plain)
    return evidence


@transaction.atomic
def remove(evidence: Evidence, *, by, reason: str) -> None:
    """Take a file away with its bytes; the event keeps its hash, size and the reason."""
    exemplar = hold(evidence.exemplar, by=by)
    if not reason.strip():
        raise NotYet("Cần ghi lý do bỏ minh chứng.")
    _take_away(Evidence.objects.select_for_update(of=("self",)).get(pk=evidence.pk), "evidence.remove", by, reason)
    touched(exemplar, at=timezone.now())


@transaction.atomic
def purge(evidence: Evidence, *, reason: str, by=None) -> None:
    """A secret came in after all: file, copies and name go, from the trail too; its event stays with hash and reason.

    For the administrator at the server (docs/operations/secrets.md), whatever the exemplar's stage.
    """
    if not reason.strip():
        raise NotYet("Cần ghi lý do xóa hẳn.")
    _take_away(Evidence.objects.select_for_update(of=("self",)).get(pk=evidence.pk), "evidence.purge", by, reason)
    PersonalValue.objects.filter(
        event__subject_type=Exemplar._meta.label_lower, event__subject_id=str(evidence.exemplar_id),
        event__changes__evidence=evidence.pk,
    ).delete()  # fmt: skip


def _take_away(evidence: Evidence, verb: str, by, reason: str) -> None:
    pk, exemplar, paths = evidence.pk, evidence.exemplar, _paths(evidence)
    facts = {"sha256": evidence.sha256, "size": evidence.size, "kind": evidence.kind}
    uploads = Upload.objects.filter(evidence=evidence)
    paths += [upload.part.name for upload in uploads if upload.part]
    uploads.delete()
    evidence.delete()
    record(verb, exemplar, by=by, note=reason.strip(), evidence=pk, **facts)
    transaction.on_commit(partial(_drop_files, paths))


def put_copies(row: Evidence, clean: bytes) -> list[str]:
    """Set a new clean copy and its thumb under new names; returns the former ones, to be dropped after the commit."""
    former = [row.clean.name, row.thumb.name]
    row.clean = _stored(row, "clean", ContentFile(clean), "jpg")
    row.thumb = _stored(row, "thumb", ContentFile(checks.thumb(clean)), "jpg")
    return [name for name in former if name]


def drop_files(names: list[str]) -> None:
    """Take stored files away; one that is already gone is no error."""
    _drop_files(names)


def _put_files(row: Evidence, file: BinaryIO, checked: checks.Checked) -> None:
    if checked.kind.is_photo:
        row.taken_on = checks.taken_on(file, today=timezone.localdate())
        put_copies(row, checks.clean_copy(file))
    file.seek(0)
    row.original = _stored(row, "original", File(file), checked.kind.key)


def _stored(row: Evidence, field: str, content: File, suffix: str) -> str:
    # The name on the disk says nothing: what people call their files may hold names of persons.
    name = row._meta.get_field(field).generate_filename(row, f"{uuid4().hex}.{suffix}")
    return default_storage.save(name, content)


def _put_row(row: Evidence, *, by, upload: Upload | None) -> None:
    exemplar = hold(row.exemplar, by=by)
    _check_links(exemplar, row.outcome, row.progress)
    row.save()
    if upload is not None:
        Upload.objects.filter(pk=upload.pk).update(evidence=row)
    touched(exemplar, at=timezone.now())
    record(
        "evidence.add", exemplar, by=by, evidence=row.pk, sha256=row.sha256, size=row.size, kind=row.kind,
        personal={"name": row.name, "caption": row.caption},
    )  # fmt: skip


def _again(kept: Evidence, upload: Upload | None) -> Added:
    if upload is not None:
        Upload.objects.filter(pk=upload.pk).update(evidence=kept)
    return Added(kept, False, (f"Tệp này đã có trong hồ sơ (“{kept}”), không lưu thêm lần nữa.",))


def _check_links(exemplar: Exemplar, outcome: Outcome | None, progress: Progress | None) -> None:
    if outcome is not None and outcome.exemplar_id != exemplar.pk:
        raise NotYet("Kết quả được chọn không phải của mô hình này.")
    if progress is not None and progress.exemplar_id != exemplar.pk:
        raise NotYet("Phiếu tiến độ được chọn không phải của mô hình này.")


def _paths(row: Evidence) -> list[str]:
    return [name for field in FILES if (name := getattr(row, field).name)]


def _drop_files(names: list[str]) -> None:
    for name in names:
        default_storage.delete(name)


def _sha256(file: BinaryIO) -> str:
    file.seek(0)
    found = hashlib.file_digest(file, "sha256").hexdigest()
    file.seek(0)
    return found


def _key(value):
    return value.pk if isinstance(value, Outcome) else value
