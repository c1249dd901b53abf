"""Files of a directive: checked, kept once, taken away."""

import hashlib
from functools import partial
from typing import BinaryIO
from uuid import uuid4

from django.core.exceptions import PermissionDenied
from django.core.files.base import File
from django.core.files.storage import default_storage
from django.db import transaction

from kheo.accounts.access import can_anywhere
from kheo.accounts.permissions import WORDS, Permission
from kheo.audit.models import record
from kheo.core import filechecks as checks
from kheo.movement.lifecycle.move import NotYet
from kheo.movement.models import Directive, DirectiveFile


def add_file(directive: Directive, file: BinaryIO, name: str, *, by) -> DirectiveFile:
    """Keep a file of a directive. Raises `checks.BadFile` (a stamp of secrecy, a kind not taken), `NotYet` for a photo.

    The same file is not kept twice.
    """
    _allow(by)
    checked = checks.check(file, name)
    if checked.kind.is_photo:
        raise NotYet("Hãy gửi bản PDF hoặc Word của văn bản, không gửi ảnh chụp.")
    file.seek(0)
    sha256 = hashlib.file_digest(file, "sha256").hexdigest()
    if kept := directive.files.filter(sha256=sha256).first():
        return kept
    row = DirectiveFile(
        directive=directive, name=checked.name, content_type=checked.kind.content_type, size=checked.size, sha256=sha256
    )
    file.seek(0)
    row.file.save(uuid4().hex, File(file), save=False)
    try:
        with transaction.atomic():
            row.save()
            record("directive.file_add", directive, by=by, file=row.name, sha256=sha256)
    except BaseException:
        default_storage.delete(row.file.name)
        raise
    return row


@transaction.atomic
def remove_file(row: DirectiveFile, *, by) -> None:
    """Take a file away; the trail keeps its name and digest."""
    _allow(by)
    record("directive.file_remove", row.directive, by=by, file=row.name, sha256=row.sha256)
    transaction.on_commit(partial(default_storage.delete, row.file.name))
    row.delete()


def _allow(by) -> None:
    if not can_anywhere(by, Permission.CAMPAIGN_CHANGE):
        raise PermissionDenied(f"Đồng chí chưa được giao quyền “{WORDS[Permission.CAMPAIGN_CHANGE]}”.")
