"""An office's own Word files: taken in after a trial, replaced, taken out of use."""

from typing import BinaryIO

from django.db import transaction
from django.utils import timezone

from kheo.accounts.access import require
from kheo.accounts.move import NotYet
from kheo.accounts.permissions import Permission
from kheo.audit.models import record, take_turn
from kheo.documents import own_templates
from kheo.documents.actions import stored
from kheo.documents.models import PaperTemplate
from kheo.units.models import Unit

LIMIT = 5 * 2**20  # bytes; a template is a page or two with a mark on it
ONLY_DOCX = "Mẫu cần là tệp Word .docx. Hãy mở mẫu bằng Word, lưu thành .docx rồi gửi lại."


def put_up(file: BinaryIO, name: str, *, unit: Unit, kind: str, form: str, by) -> PaperTemplate:
    """Take a template into use in the place of the one before, if it can be filled with sample values.

    Raises `checks.BadFile` for a file that may hurt, `own_templates.BadTemplate` for fields nobody can fill, `NotYet`.
    """
    require(by, Permission.PAPER_WRITE, unit)
    one = stored.arrived(file, name, key="docx", refusal=ONLY_DOCX)
    if one.size > LIMIT:
        raise NotYet(f"Mẫu nặng quá {LIMIT // 2**20} MB. Hãy giảm cỡ hình trong mẫu.")
    one.file.seek(0)
    own_templates.try_out(one.file.read(), kind=kind, form=form)
    row = PaperTemplate(
        unit=unit, kind=kind, form=form, name=one.name, size=one.size, sha256=one.sha256, uploaded_by=by
    )
    with stored.kept(row.file, one), transaction.atomic():
        take_turn()
        before = _current(unit, kind, form)
        if before:
            _retire(before, by)
        row.save()
        record(
            "papertemplate.put_up", row, by=by, kind=row.get_kind_display(), name=row.name, sha256=row.sha256,
            replaces=before.name if before else "",
        )  # fmt: skip
    return row


@transaction.atomic
def take_out(row: PaperTemplate, *, by) -> PaperTemplate:
    """No paper is written by it any more; the file stays to be read. Raises `NotYet`."""
    take_turn()
    require(by, Permission.PAPER_WRITE, row.unit)
    row = PaperTemplate.objects.select_for_update(of=("self",)).get(pk=row.pk)
    if row.retired_at:
        raise NotYet("Mẫu này đã thôi dùng.")
    _retire(row, by)
    record("papertemplate.take_out", row, by=by, name=row.name)
    return row


def _current(unit: Unit, kind: str, form: str) -> PaperTemplate | None:
    rows = PaperTemplate.objects.select_for_update(of=("self",))
    return rows.current().filter(unit=unit, kind=kind, form=form).first()


def _retire(row: PaperTemplate, by) -> None:
    row.retired_by, row.retired_at = by, timezone.now()
    row.save(update_fields=["retired_by", "retired_at"])
