"""Đợt công nhận: one decision with its list, entered by one person and confirmed by another, or approved here."""

import hashlib
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import BinaryIO
from uuid import uuid4

from django.core.files.base import File
from django.core.files.storage import default_storage
from django.db import IntegrityError, transaction
from django.utils import timezone

from kheo.accounts.access import require
from kheo.accounts.actions import moves
from kheo.accounts.move import Move, NotYet
from kheo.accounts.permissions import Permission
from kheo.appraisal.actions import deciding
from kheo.appraisal.lifecycle.batch import BATCH, BATCH_MOVES, BatchStage
from kheo.appraisal.lifecycle.nomination import NominationStage
from kheo.appraisal.models import AwardForm, AwardKind, BatchItem, DecisionBatch, Nomination, Result
from kheo.audit.models import record
from kheo.core import filechecks
from kheo.movement.models import Round
from kheo.units.models import Unit


def open_moves(batch: DecisionBatch, user) -> list[Move]:
    return moves.open_moves(batch, BATCH, user, batch.unit)


@transaction.atomic
def begin(unit: Unit, *, level: str, round_: Round, name: str, by) -> DecisionBatch:
    """An empty list, to be filled with files that were submitted."""
    require(by, Permission.BATCH_ENTER, unit)
    if not name.strip():
        raise NotYet("Hãy đặt tên cho đợt công nhận.")
    batch = DecisionBatch.objects.create(
        unit=unit, level=level, round=round_, name=name.strip(), made_by=by, issuer=unit.title
    )
    record("batch.begin", batch, by=by)
    return batch


def _listing(batch: DecisionBatch, by) -> DecisionBatch:
    """The batch, locked, while its list may still change."""
    batch = DecisionBatch.objects.select_for_update(of=("self",)).select_related("unit", "round").get(pk=batch.pk)
    require(by, Permission.BATCH_ENTER, batch.unit)
    if batch.stage != BatchStage.LISTING:
        raise NotYet(f"Đợt công nhận đang ở bước “{batch.get_stage_display()}”, danh sách không sửa được nữa.")
    return batch


@transaction.atomic
def put(batch: DecisionBatch, nominations: Iterable[Nomination], *, by) -> list[BatchItem]:
    """Put submitted files on the list, after those that are there. All or none."""
    batch = _listing(batch, by)
    last = batch.items.count()
    keys = [file.pk for file in nominations]
    # Locked: a file that another list takes at this moment is seen there.
    files = Nomination.objects.filter(pk__in=keys).select_for_update(of=("self",)).select_related("exemplar")
    found = sorted(files.order_by("pk"), key=lambda file: keys.index(file.pk))
    items = []
    for position, file in enumerate(found, last + 1):
        if (file.unit_id, file.level, file.round_id) != (batch.unit_id, batch.level, batch.round_id):
            raise NotYet(f"“{file.exemplar}” thuộc nơi xét, cấp hoặc đợt khác.")
        if file.stage != NominationStage.SUBMITTED:
            raise NotYet(f"“{file.exemplar}” chưa ở bước “Đã trình”.")
        other = file.batch_items.filter(batch__stage__in=[BatchStage.LISTING, BatchStage.ENTERED]).first()
        if other:
            raise NotYet(f"“{file.exemplar}” đã có trong “{other.batch}”.")
        items.append(BatchItem.objects.create(batch=batch, nomination=file, position=position))
    record("batch.put", batch, by=by, files=[item.nomination_id for item in items])
    return items


@transaction.atomic
def set_result(
    item: BatchItem, *, by, result: str, reason: str = "", award_form: AwardForm | None = None, propose_up: bool = False
) -> BatchItem:
    """What the list proposes for one file; what may not be is said before anything is kept."""
    batch = _listing(item.batch, by)
    if result == Result.DECLINED:
        if not reason.strip():
            raise NotYet("Hãy ghi lý do chưa công nhận; đơn vị đọc được câu này.")
        award_form, propose_up = None, False
    if award_form and (award_form.level != batch.level or award_form.bearer != item.nomination.exemplar.bearer):
        raise NotYet("Hình thức khen thưởng không đúng cấp hoặc không đúng đối tượng (tập thể, cá nhân).")
    if award_form and (sentence := _why_no_award(award_form, batch)):
        raise NotYet(sentence)
    item.result, item.reason, item.award_form, item.propose_up = result, reason.strip(), award_form, propose_up
    item.save()
    record(
        "batch.set_result", batch, by=by, file=item.nomination_id, result=result,
        award=award_form.pk if award_form else None, propose_up=propose_up,
    )  # fmt: skip
    return item


def _why_no_award(form: AwardForm, batch: DecisionBatch) -> str | None:
    """Everything on such a list rests on results of the movement."""
    day = batch.decided_on or timezone.localdate()
    return form.why_not_for(AwardKind.MOVEMENT) or form.why_not_on(day)


@transaction.atomic
def take_off(item: BatchItem, *, by) -> None:
    """Take a file off the list; it stays submitted."""
    batch = _listing(item.batch, by)
    record("batch.take_off", batch, by=by, file=item.nomination_id)
    item.delete()


def enter(
    batch: DecisionBatch, *, by, decision_no: str, decided_on: date, signer: str, issuer: str, signer_title: str = "",
    scan: BinaryIO | None = None, scan_name: str = "",
) -> DecisionBatch:  # fmt: skip
    """Record number, day, signer and signed scan of the decision. `BadFile` for a scan that is not taken."""
    if decided_on > timezone.localdate():
        raise NotYet("Ngày quyết định không thể sau hôm nay.")
    stored, digest = _store(scan, scan_name)

    def also(moved: DecisionBatch) -> None:
        moved.decision_no, moved.decided_on = decision_no.strip(), decided_on
        moved.signer, moved.signer_title, moved.issuer = signer.strip(), signer_title.strip(), issuer.strip()
        if stored:
            moved.scan, moved.scan_sha256 = stored, digest
        moved.entered_by = by

    facts = {"decision_no": decision_no.strip(), "decided_on": decided_on, "scan": digest}
    try:
        return _make(batch, "enter", by=by, also=also, before=also, **facts)
    except BaseException:
        if stored:
            default_storage.delete(stored)
        raise


def _store(scan: BinaryIO | None, name: str) -> tuple[str, str]:
    """The scan, checked and kept under a name of no meaning; ("", "") where none was sent."""
    if scan is None:
        return "", ""
    kind = filechecks.check(scan, name).kind
    scan.seek(0)
    digest = hashlib.file_digest(scan, "sha256").hexdigest()
    scan.seek(0)
    return default_storage.save(f"decisions/{uuid4().hex}.{kind.suffixes[0]}", File(scan)), digest


def correct(batch: DecisionBatch, *, by, note: str) -> DecisionBatch:
    """Back to the list: something was wrong in what was entered."""
    return _make(batch, "correct", by=by, note=note, also=lambda moved: None)


def confirm(batch: DecisionBatch, *, by) -> DecisionBatch:
    """Another person than the one who entered it compares with the scan and confirms: now it is decided."""

    def also(moved: DecisionBatch) -> None:
        moved.confirmed_by, moved.confirmed_at = by, timezone.now()
        deciding.carry_out(moved, by=by)

    return _make(batch, "confirm", by=by, also=also)


def approve(batch: DecisionBatch, *, by) -> DecisionBatch:
    """Head or standing committee decide in the app; the paper follows."""

    def also(moved: DecisionBatch) -> None:
        moved.confirmed_by, moved.confirmed_at = by, timezone.now()
        moved.is_in_app, moved.decided_on = True, moved.decided_on or timezone.localdate()
        moved.issuer, moved.signer = moved.issuer or moved.unit.title, moved.signer or by.full_name
        deciding.carry_out(moved, by=by)

    return _make(batch, "approve", by=by, also=also)


@transaction.atomic
def number(
    batch: DecisionBatch, *, by, decision_no: str, scan: BinaryIO | None = None, scan_name: str = ""
) -> DecisionBatch:
    """The paper of a decision that was approved here got its number: kept once, with the scan where there is one."""
    batch = DecisionBatch.objects.select_for_update(of=("self",)).select_related("unit").get(pk=batch.pk)
    require(by, Permission.BATCH_ENTER, batch.unit)
    if batch.stage != BatchStage.DECIDED or batch.decision_no:
        raise NotYet("Chỉ ghi số cho quyết định đã duyệt trên hệ thống và chưa có số.")
    if not decision_no.strip():
        raise NotYet("Hãy ghi số, ký hiệu quyết định.")
    stored, digest = _store(scan, scan_name)
    batch.decision_no, batch.scan, batch.scan_sha256 = decision_no.strip(), stored, digest
    batch.save(update_fields=["decision_no", "scan", "scan_sha256"])
    deciding.put_number(batch, by=by)
    record("batch.number", batch, by=by, decision_no=batch.decision_no, scan=digest)
    return batch


def withdraw(batch: DecisionBatch, *, by, decision: str, on: date, note: str) -> DecisionBatch:
    """The decision is annulled by another one: its recognitions and awards end, unsent letters are cancelled."""
    if not decision.strip():
        raise NotYet("Hãy ghi số quyết định hủy bỏ.")
    if batch.decided_on and on < batch.decided_on:
        raise NotYet("Ngày hủy bỏ không thể trước ngày quyết định công nhận.")

    def also(moved: DecisionBatch) -> None:
        moved.withdrawn_on, moved.withdrawn_by_decision = on, decision.strip()
        deciding.take_back(moved, by=by, decision=decision.strip(), on=on)

    return _make(batch, "withdraw", by=by, note=note, also=also, decision=decision.strip(), on=on)


@transaction.atomic
def _make(batch: DecisionBatch, name: str, *, by, also, note: str = "", before=None, **facts) -> DecisionBatch:
    """Make the move on the locked row; `before` fills what the move's own obstacle asks for."""
    move = BATCH_MOVES[name]
    if before:

        def filled(subject, user, obstacle=move.obstacle):
            before(subject)
            return obstacle(subject, user)

        move = replace(move, obstacle=filled)

    def keep(moved: DecisionBatch) -> None:
        moved.reason = note.strip()
        also(moved)

    try:
        return moves.make(batch, move, unit=batch.unit, by=by, note=note, also=keep, **facts)
    except IntegrityError as error:
        raise NotYet("Việc này vừa được người khác thực hiện; hãy tải lại trang.") from error
