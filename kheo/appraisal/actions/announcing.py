"""Decide now, announce later: what a unit will read waits in the outbox until a named person sends it."""

from datetime import timedelta

from kheo.appraisal.models import BatchItem, DecisionBatch, Nomination, Result
from kheo.notices.about import about
from kheo.notices.actions import outbox


def put_result(item: BatchItem, batch: DecisionBatch, *, by) -> None:
    """A letter to the unit of one file about what was decided. An older letter that still waits is cancelled."""
    outbox.supersede(about(item.nomination), by=by, reason=f"Đã có kết quả theo {_decision(batch)}.")
    subject, text = (_granted if item.result == Result.GRANTED else _declined)(item, batch)
    _put(item, batch, "decided", subject, text, by)


def put_withdrawal(item: BatchItem, batch: DecisionBatch, *, by) -> None:
    """The decision is annulled: what was not sent is never sent; whoever has read it reads this too."""
    reason = f"Quyết định đã bị hủy bỏ theo {batch.withdrawn_by_decision}."
    if outbox.supersede(about(item.nomination), by=by, reason=reason).sent_before:
        subject = f"Hủy bỏ công nhận “{item.nomination.exemplar}”"
        text = (
            f"{_decision(batch)} đã bị hủy bỏ theo {batch.withdrawn_by_decision} từ ngày {batch.withdrawn_on:%d/%m/%Y}."
        )
        _put(item, batch, "withdrawn", subject, text, by)


def _put(item: BatchItem, batch: DecisionBatch, step: str, subject: str, text: str, by) -> None:
    file = item.nomination
    units = {unit.pk: unit for unit in (file.exemplar.unit, file.proposer)}.values()
    thing = about(file)
    outbox.put(
        units, subject, text, unit=batch.unit, by=by, key=thing.step(step, batch.pk), about=thing,
        link=file.get_absolute_url(), bundle=str(batch),
    )  # fmt: skip


def _granted(item: BatchItem, batch: DecisionBatch) -> tuple[str, str]:
    file = item.nomination
    text = f"{_decision(batch)} công nhận “{file.exemplar}” cấp {file.get_level_display().lower()}, {file.round}."
    if item.award_form:
        text += f" Hình thức khen thưởng: {item.award_form.name}."
    return f"“{file.exemplar}” được công nhận", text


def _declined(item: BatchItem, batch: DecisionBatch) -> tuple[str, str]:
    """The subject may go by mail: it does not say which way it went, and never why."""
    file = item.nomination
    text = f"Chưa công nhận cấp {file.get_level_display().lower()}, {file.round}. Lý do: {item.reason}"
    return f"Kết quả xét công nhận “{file.exemplar}”", f"{text}\n{_way_on(file)}".strip()


def _way_on(file: Nomination) -> str:
    days = file.rule_set.reconsider_days
    if not days or file.reconsidered_at:
        return ""
    last = file.declined_on + timedelta(days=days)
    return f"Đơn vị có thể kiến nghị xem xét lại một lần, đến hết ngày {last:%d/%m/%Y}."


def _decision(batch: DecisionBatch) -> str:
    number = f" số {batch.decision_no}" if batch.decision_no else ""
    return f"Quyết định{number} ngày {batch.decided_on:%d/%m/%Y} của {batch.issuer}"
