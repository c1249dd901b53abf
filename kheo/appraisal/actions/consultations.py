"""Hiệp y: a list of files sent to bodies, and their answers, in the app or typed in from paper."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.utils import timezone

from kheo.accounts.access import can, require
from kheo.accounts.permissions import Permission
from kheo.appraisal.lifecycle.nomination import OPEN
from kheo.appraisal.models import Consultation, ConsultationAnswer, ConsultedBody, Nomination, Opinion
from kheo.audit.models import record
from kheo.movement.lifecycle.move import NotYet
from kheo.movement.models import Round
from kheo.units.models import Unit


@dataclass(frozen=True)
class Body:
    """A body to ask: a unit (its leaders answer in the app), or a name alone (its answer comes on paper)."""

    name: str
    unit: Unit | None = None


@transaction.atomic
def ask(
    files: Iterable[Nomination], *, name: str, due_on: date, bodies: Iterable[Body], by
) -> Consultation:  # fmt: skip
    """Send one list of one unit and round to these bodies. Raises `NotYet` with the sentence to read."""
    files, bodies = list(files), list(bodies)
    unit, round_ = _of_one(files)
    require(by, Permission.NOMINATION_REVIEW, unit)
    _check(files, name, due_on, bodies, by)
    made = Consultation.objects.create(unit=unit, round=round_, name=name.strip(), due_on=due_on, by=by)
    made.nominations.set(files)
    for body in bodies:
        ConsultedBody.objects.create(consultation=made, unit=body.unit, name=body.name.strip())
    record("consultation.ask", made, by=by, files=len(files), bodies=[body.name.strip() for body in bodies])
    return made


def _of_one(files: list[Nomination]) -> tuple[Unit, Round]:
    if not files:
        raise NotYet("Hãy chọn ít nhất một hồ sơ để hiệp y.")
    if len({(file.unit_id, file.round_id) for file in files}) > 1:
        raise NotYet("Một lần hiệp y chỉ gồm hồ sơ của một nơi xét và một đợt.")
    return files[0].unit, files[0].round


def _check(files: list[Nomination], name: str, due_on: date, bodies: list[Body], by) -> None:
    if not name.strip():
        raise NotYet("Hãy ghi nội dung hiệp y.")
    if due_on < timezone.localdate():
        raise NotYet("Hạn trả lời không thể trước hôm nay.")
    names = [body.name.strip() for body in bodies]
    if not any(names) or len(set(names)) < len(names):
        raise NotYet("Hãy ghi ít nhất một cơ quan được hỏi, mỗi cơ quan một lần.")
    for file in files:
        if file.stage not in OPEN:
            raise NotYet(f"“{file.exemplar}” đang ở bước “{file.get_stage_display()}”, không hiệp y nữa.")
        if sentence := file.why_barred(by):
            raise NotYet(f"“{file.exemplar}”: {sentence}")
        own = next((body for body in bodies if body.unit and body.unit.pk == file.exemplar.unit_id), None)
        if own:
            raise NotYet(
                f"{own.unit.title} là đơn vị có mô hình “{file.exemplar}” trong danh sách, không tự cho ý kiến."
            )


@transaction.atomic
def answer(
    body: ConsultedBody, answers: Mapping[Nomination, tuple[str, str]], *, by, paper_no: str = ""
) -> ConsultedBody:  # fmt: skip
    """One body's answer to the whole list: by file an opinion, with words unless it agrees. Later answers replace it.

    The unit's own leader answers in the app; whoever runs the consultation types in what came on paper, with its number.
    """
    body = ConsultedBody.objects.select_for_update(of=("self",)).select_related("consultation__unit", "unit").get(
        pk=body.pk
    )  # fmt: skip
    _may_answer(body, by, paper_no)
    asked = set(body.consultation.nominations.all())
    if asked != set(answers):
        raise NotYet("Hãy cho ý kiến đủ từng hồ sơ trong danh sách.")
    for file, (opinion, note) in answers.items():
        if opinion != Opinion.AGREE and not note.strip():
            raise NotYet(f"“{file.exemplar}”: hãy ghi nội dung khi không nhất trí hoặc có ý kiến.")
    body.answers.all().delete()
    ConsultationAnswer.objects.bulk_create(
        ConsultationAnswer(body=body, nomination=file, opinion=opinion, note=note.strip())
        for file, (opinion, note) in answers.items()
    )
    body.answered_at, body.answered_by, body.paper_no = timezone.now(), by, paper_no.strip()
    body.save(update_fields=["answered_at", "answered_by", "paper_no"])
    # What was said is restricted: the trail keeps only that it was.
    record("consultation.answer", body.consultation, by=by, body=body.name, paper_no=body.paper_no)
    return body


def _may_answer(body: ConsultedBody, by, paper_no: str) -> None:
    if body.consultation.closed_on is not None:
        raise NotYet("Lần hiệp y này đã kết thúc.")
    if body.unit and can(by, Permission.NOMINATION_PROPOSE, body.unit):
        return
    require(by, Permission.NOMINATION_REVIEW, body.consultation.unit)
    if not paper_no.strip():
        raise NotYet("Hãy ghi số văn bản trả lời của cơ quan được hỏi.")


@transaction.atomic
def close(consultation: Consultation, *, by) -> Consultation:
    """No more answers are taken."""
    consultation = Consultation.objects.select_for_update(of=("self",)).get(pk=consultation.pk)
    require(by, Permission.NOMINATION_REVIEW, consultation.unit)
    if consultation.closed_on is not None:
        raise NotYet("Lần hiệp y này đã kết thúc.")
    consultation.closed_on = timezone.localdate()
    consultation.save(update_fields=["closed_on"])
    record("consultation.close", consultation, by=by)
    return consultation
