"""What is done to panels: founded, seats given and left, quorum changed with a reason, closed."""

from django.db import transaction
from django.utils import timezone

from kheo.accounts.access import can, require
from kheo.accounts.permissions import Permission
from kheo.appraisal.lifecycle.rules import RuleSetStage
from kheo.appraisal.models import Assignment, Panel, ScoreSheet, Seat, SeatPart
from kheo.audit.models import record
from kheo.movement.lifecycle.move import NotYet

WRITABLE = ("name", "field", "decision_no", "decided_on")
# Whoever judges is named a juror of the unit, or works in the body that judges there.
MAY_SIT = (Permission.JURY_SIT, Permission.NOMINATION_VIEW)


CLOSED_WITHOUT = "Hội đồng kết thúc khi chưa có phiếu chấm."


def hold_panel(panel: Panel, *, by=None) -> Panel:
    """The panel as it is now, locked until the caller's transaction ends; `by` must run panels there, if given."""
    rows = Panel.objects.select_for_update(of=("self",), no_key=True).select_related("unit__place", "rule_set")
    held = rows.get(pk=panel.pk)
    if by is not None:
        require(by, Permission.PANEL_CHANGE, held.unit)
    return held


def require_open(panel: Panel) -> None:
    if panel.closed_on:
        raise NotYet(f"“{panel}” đã kết thúc ngày {panel.closed_on:%d/%m/%Y}.")


@transaction.atomic
def found(*, unit, round_, rule_set, name: str, by, field="", decision_no="", decided_on=None) -> Panel:
    """A new panel, or (with `field`) a team that judges the files of one field."""
    require(by, Permission.PANEL_CHANGE, unit)
    if rule_set.stage != RuleSetStage.APPLIED:
        raise NotYet("Hội đồng chấm theo một bộ tiêu chí đang áp dụng; hãy chọn bộ khác.")
    panel = Panel.objects.create(
        unit=unit, round=round_, rule_set=rule_set, name=_named(name), field=field, decision_no=decision_no.strip(),
        decided_on=decided_on, made_by=by,
    )  # fmt: skip
    record("panel.found", panel, by=by, name=panel.name, field=field, decision_no=panel.decision_no)
    return panel


@transaction.atomic
def write(panel: Panel, *, by, **facts) -> Panel:
    """Change name, field, and the decision that founded it."""
    panel = hold_panel(panel, by=by)
    require_open(panel)
    if unknown := set(facts) - set(WRITABLE):
        raise TypeError(f"Not writable here: {sorted(unknown)}")
    if "name" in facts:
        facts["name"] = _named(facts["name"])
    changes = {key: [getattr(panel, key), value] for key, value in facts.items() if getattr(panel, key) != value}
    if changes:
        for key, (_, value) in changes.items():
            setattr(panel, key, value)
        panel.save(update_fields=list(changes))
        record("panel.write", panel, by=by, **changes)
    return panel


@transaction.atomic
def seat(panel: Panel, user, *, by, part: str = SeatPart.MEMBER, title: str = "") -> Seat:
    """Give somebody a seat. A panel has one chair; nobody sits in it twice."""
    panel = hold_panel(panel, by=by)
    require_open(panel)
    if not user.is_active or not any(can(user, permission, panel.unit) for permission in MAY_SIT):
        raise NotYet(
            f"{user} chưa là thành viên hội đồng tại {panel.unit}; lãnh đạo cơ quan thường trực giao vai trò đó trước."
        )
    held = panel.seats.held()
    if held.filter(user=user).exists():
        raise NotYet(f"{user} đã ở trong hội đồng này.")
    if part == SeatPart.CHAIR and (chair := held.filter(part=SeatPart.CHAIR).select_related("user").first()):
        raise NotYet(f"{chair.user} đang là Chủ tịch hội đồng; một hội đồng có một Chủ tịch.")
    made = Seat.objects.create(panel=panel, user=user, part=part, title=title.strip())
    record("panel.seat", panel, by=by, personal={"member": user.full_name}, seat=made.pk, part=str(part))
    return made


@transaction.atomic
def leave(seat: Seat, *, by, reason: str) -> list[Assignment]:
    """Somebody leaves: sheets already sent stay, what was not yet scored is taken back and returned, to be given on."""
    panel = hold_panel(seat.panel, by=by)
    seat = Seat.objects.select_for_update(of=("self",)).select_related("user").get(pk=seat.pk)
    if seat.left_on:
        raise NotYet(f"{seat.user} đã thôi từ ngày {seat.left_on:%d/%m/%Y}.")
    reason = _reason(reason, "Cần ghi lý do thôi tham gia hội đồng.")
    waiting = without_sheet(Assignment.objects.filter(seat=seat, taken_back_at=None))
    take_back_all(waiting, reason=f"Thành viên thôi tham gia hội đồng: {reason}"[:500])
    seat.left_on, seat.left_reason = timezone.localdate(), reason[:500]
    seat.save(update_fields=["left_on", "left_reason"])
    record(
        "panel.leave", panel, by=by, note=reason, personal={"member": seat.user.full_name}, seat=seat.pk,
        given_back=len(waiting),
    )  # fmt: skip
    return waiting


@transaction.atomic
def set_quorum(panel: Panel, quorum: int | None, *, by, reason: str) -> Panel:
    """Ask for another share of members present than the rule set does (None: the rule set's again)."""
    panel = hold_panel(panel, by=by)
    require_open(panel)
    if quorum is not None and not 1 <= quorum <= 100:
        raise NotYet("Số thành viên có mặt tối thiểu là một tỷ lệ từ 1 đến 100 %.")
    reason = _reason(reason, "Cần ghi lý do đổi số thành viên có mặt tối thiểu.")
    before = panel.asked_quorum
    panel.quorum, panel.quorum_reason = quorum, "" if quorum is None else reason
    panel.save(update_fields=["quorum", "quorum_reason"])
    record("panel.set_quorum", panel, by=by, note=reason, quorum=[before, panel.asked_quorum])
    return panel


@transaction.atomic
def close(panel: Panel, *, by) -> Panel:
    """The panel's work is over: who has not sent a sheet is no longer waited for; what comes later is left out."""
    panel = hold_panel(panel, by=by)
    require_open(panel)
    waiting = without_sheet(Assignment.objects.standing().filter(seat__panel=panel))
    take_back_all(waiting, reason=CLOSED_WITHOUT)
    panel.closed_on = timezone.localdate()
    panel.save(update_fields=["closed_on"])
    record("panel.close", panel, by=by, given_back=len(waiting))
    return panel


@transaction.atomic
def reopen(panel: Panel, *, by, reason: str) -> Panel:
    """Take up the work of a closed panel again, with a reason."""
    panel = hold_panel(panel, by=by)
    if panel.closed_on is None:
        raise NotYet(f"“{panel}” đang làm việc.")
    reason, before = _reason(reason, "Cần ghi lý do mở lại hội đồng."), panel.closed_on
    panel.closed_on = None
    panel.save(update_fields=["closed_on"])
    record("panel.reopen", panel, by=by, note=reason, closed_on=[before, None])
    return panel


def without_sheet(assignments) -> list[Assignment]:
    """Those among `assignments` whose juror has not sent a sheet or abstained."""
    rows = list(assignments.select_related("seat", "nomination__exemplar"))
    sheets = ScoreSheet.objects.of_council().exclude(sent_at=None)
    sheets = sheets.filter(nomination__assignments__in=assignments.values("pk"))
    sent = set(sheets.values_list("nomination", "juror"))
    return [row for row in rows if (row.nomination_id, row.seat.user_id) not in sent]


def take_back_all(assignments: list[Assignment], *, reason: str) -> None:
    """Take back rows that the caller has locked the panel of; the caller records it."""
    at = timezone.now()
    for row in assignments:
        row.taken_back_at, row.taken_back_reason = at, reason
    Assignment.objects.bulk_update(assignments, ["taken_back_at", "taken_back_reason"], batch_size=300)


def _named(name: str) -> str:
    if not name.strip():
        raise NotYet("Hãy ghi tên hội đồng hoặc tổ thẩm định.")
    return name.strip()


def _reason(text: str, missing: str) -> str:
    if not text.strip():
        raise NotYet(missing)
    return text.strip()
