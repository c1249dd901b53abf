"""Number, day, signer and signed scan of a paper: entered by one, confirmed by another, withdrawn by a later paper."""

from datetime import date
from functools import partial
from typing import BinaryIO

from django.core.files.storage import default_storage
from django.db import transaction
from django.utils import timezone

from kheo.accounts.access import require
from kheo.accounts.actions import moves
from kheo.accounts.move import NotYet
from kheo.accounts.permissions import Permission
from kheo.audit.models import PersonalValue, record, take_turn
from kheo.core.vietnamese import format_date
from kheo.documents.actions import numbers, stored
from kheo.documents.layouts import NoLayout, layout_for
from kheo.documents.lifecycle import PAPER_MOVES, PaperStage
from kheo.documents.models import NumberRegister, PaperRecord
from kheo.documents.symbols import full_number

ONLY_PDF = "Bản quét đã ký cần là tệp PDF. Hãy quét hoặc lưu thành PDF rồi gửi lại."
NOT_YET_DAY = "Ngày ban hành {day} chưa tới."
NO_NUMBER = "Chưa có số. Hãy ghi số của cơ quan, hoặc lấy số ở sổ văn bản."
NO_SIGNER = "Chưa ghi người ký."
FROM_REGISTER = "Số và ngày này lấy từ sổ văn bản nên không sửa ở đây được."


def issue(
    row: PaperRecord, *, on: date, signer: str, by, signer_title: str = "", number: str = "",
    register: NumberRegister | None = None, scan: BinaryIO | None = None, scan_name: str = "",
) -> PaperRecord:  # fmt: skip
    """Record that a draft was issued. The number is the office's own as it is, or the register's next one.

    The scan may follow later (`add_scan`): the paper bears its number before it is scanned. Raises `NotYet`, `BadFile`.
    """
    if scan is None:
        return _issued(row, on=on, signer=signer, signer_title=signer_title, number=number, register=register, by=by)
    require(by, Permission.PAPER_WRITE, row.unit)
    file = stored.arrived(scan, scan_name or scan.name, key="pdf", refusal=ONLY_PDF)
    shell = PaperRecord()
    with stored.kept(shell.scan, file):
        return _issued(
            row, on=on, signer=signer, signer_title=signer_title, number=number, register=register, by=by,
            scan=shell.scan.name, scan_name=file.name, scan_sha256=file.sha256,
        )  # fmt: skip


@transaction.atomic
def _issued(row: PaperRecord, *, on: date, signer: str, number: str, register, by, **facts) -> PaperRecord:
    take_turn()
    row = _locked(row)
    signer, number = " ".join(signer.split()), " ".join(number.split())
    _check(row, on, signer)
    if row.stage == PaperStage.DRAFTED and row.is_numbered and register and not number:
        number = numbers.take(_of_the_unit(register, row), kind=row.kind, on=on, by=by, paper=row).said
    if row.is_numbered and not number:
        raise NotYet(NO_NUMBER)
    number = number if row.is_numbered else ""
    symbol = full_number(row.paper, number, on) if number else ""
    values = {"number": number, "symbol": symbol, "issued_on": on, "signer": signer, "entered_by": by, **facts}

    def write(paper: PaperRecord) -> None:
        for name, value in values.items():
            setattr(paper, name, value)

    return moves.make(
        row, PAPER_MOVES["issue"], unit=row.unit, by=by, also=write, symbol=symbol, issued_on=on,
        scan_sha256=facts.get("scan_sha256", ""), personal={"signer": signer},
    )  # fmt: skip


def add_scan(row: PaperRecord, scan: BinaryIO, name: str, *, by) -> PaperRecord:
    """Put the signed scan to an issued paper, or another in its place while nobody has confirmed it.

    Raises `NotYet`, `BadFile`.
    """
    require(by, Permission.PAPER_WRITE, row.unit)
    file = stored.arrived(scan, name, key="pdf", refusal=ONLY_PDF)
    shell = PaperRecord()
    with stored.kept(shell.scan, file), transaction.atomic():
        row = _open(row)
        before = row.scan.name
        row.scan, row.scan_name, row.scan_sha256 = shell.scan.name, file.name, file.sha256
        row.entered_by = by
        row.save()
        record("paperrecord.add_scan", row, by=by, sha256=row.scan_sha256, personal={"file": row.scan_name})
        if before:
            transaction.on_commit(partial(default_storage.delete, before))
    return row


@transaction.atomic
def correct(row: PaperRecord, *, number: str, on: date, signer: str, signer_title: str, note: str, by) -> PaperRecord:
    """Put right what was typed wrong, with a reason, while nobody has confirmed it. Raises `NotYet`."""
    require(by, Permission.PAPER_WRITE, row.unit)
    row = _open(row)
    number = " ".join(number.split()) if row.is_numbered else ""
    values = {"number": number, "issued_on": on, "signer": " ".join(signer.split()), "signer_title": signer_title}
    changes = {name: [getattr(row, name), value] for name, value in values.items() if getattr(row, name) != value}
    if not changes:
        return row
    _check(row, on, values["signer"])
    if hasattr(row, "entry") and {"number", "issued_on"} & set(changes):
        raise NotYet(FROM_REGISTER)
    if row.is_numbered and not number:
        raise NotYet(NO_NUMBER)
    if not note.strip():
        raise NotYet("Cần ghi lý do sửa.")
    for name, value in values.items():
        setattr(row, name, value)
    row.symbol, row.entered_by = full_number(row.paper, number, on) if number else "", by
    row.save()
    signed = {name: changes.pop(name)[1] for name in ("signer",) if name in changes}
    record("paperrecord.correct", row, by=by, note=note.strip(), personal=signed, **changes)
    return row


@transaction.atomic
def confirm(row: PaperRecord, *, by) -> PaperRecord:
    """Another person than the one who entered them holds number, day and signer against the scan. Raises `NotYet`."""
    require(by, Permission.PAPER_WRITE, row.unit)
    row = _locked(row)
    if sentence := row.why_not_confirmed(by):
        raise NotYet(sentence)
    row.confirmed_by, row.confirmed_at = by, timezone.now()
    row.save()
    record("paperrecord.confirm", row, by=by, symbol=row.symbol, sha256=row.scan_sha256)
    return row


@transaction.atomic
def withdraw(row: PaperRecord, *, on: date, by_paper: str, note: str, by) -> PaperRecord:
    """A later paper withdrew it. Raises `NotYet`."""
    by_paper = " ".join(by_paper.split())
    if not by_paper:
        raise NotYet("Cần ghi văn bản thu hồi: loại, số, ký hiệu.")
    if on > timezone.localdate():
        raise NotYet(f"Ngày thu hồi {format_date(on)} chưa tới.")
    if row.issued_on and on < row.issued_on:
        raise NotYet(f"Ngày thu hồi không trước ngày ban hành {format_date(row.issued_on)}.")

    def write(paper: PaperRecord) -> None:
        paper.withdrawn_on, paper.withdrawn_by_paper = on, by_paper

    return moves.make(
        row, PAPER_MOVES["withdraw"], unit=row.unit, by=by, note=note, also=write, withdrawn_on=on,
        withdrawn_by_paper=by_paper,
    )  # fmt: skip


@transaction.atomic
def purge_scan(row: PaperRecord, *, reason: str, by=None) -> None:
    """A secret came in after all: the scan and its name go, from the trail too; the event keeps hash and reason.

    For the administrator at the server (docs/operations/secrets.md). Another scan may then be put in and confirmed.
    Raises `NotYet`.
    """
    if not reason.strip():
        raise NotYet("Cần ghi lý do xóa hẳn.")
    row = _locked(row)
    if not row.scan:
        raise NotYet("Văn bản này không có bản quét.")
    path, sha256 = row.scan.name, row.scan_sha256
    row.scan = row.scan_name = row.scan_sha256 = ""
    row.confirmed_by = row.confirmed_at = None
    row.save()
    record("paperrecord.purge_scan", row, by=by, note=reason.strip(), sha256=sha256)
    PersonalValue.objects.filter(
        event__subject_type=row._meta.label_lower, event__subject_id=str(row.pk), field="file"
    ).delete()
    transaction.on_commit(partial(default_storage.delete, path))


def _locked(row: PaperRecord) -> PaperRecord:
    return PaperRecord.objects.select_for_update(of=("self",)).select_related("unit").get(pk=row.pk)


def _open(row: PaperRecord) -> PaperRecord:
    row = _locked(row)
    if row.confirmed_by_id:
        raise NotYet(f"{row.confirmed_by} đã xác nhận số, ngày, bản quét nên không sửa được nữa.")
    if not row.is_open:
        raise NotYet(f"Văn bản đang ở bước “{row.get_stage_display()}” nên không có gì để sửa.")
    return row


def _check(row: PaperRecord, on: date, signer: str) -> None:
    if on > timezone.localdate():
        raise NotYet(NOT_YET_DAY.format(day=format_date(on)))
    try:
        layout_for(row.form, on)
    except NoLayout as problem:
        raise NotYet(str(problem)) from problem
    if not signer:
        raise NotYet(NO_SIGNER)


def _of_the_unit(register: NumberRegister, row: PaperRecord) -> NumberRegister:
    if (register.unit_id, register.form) != (row.unit_id, row.form):
        raise NotYet("Sổ này không phải của đơn vị, hoặc khác thể thức với văn bản.")
    return register
