"""Conflict of interest: kin declared, false alarms dismissed, and what that does to work already given or done."""

from django.db import transaction
from django.utils import timezone

from kheo.accounts.access import can, require
from kheo.accounts.permissions import Permission
from kheo.appraisal.actions.panels import take_back_all, without_sheet
from kheo.appraisal.lifecycle.nomination import OPEN
from kheo.appraisal.models import Assignment, Clearance, Kin, Kinship, Nomination, Panel, ScoreSheet, Tie
from kheo.appraisal.models.conflict import ties_found, ties_of
from kheo.audit.models import record
from kheo.movement.lifecycle.move import NotYet

FOUND_LATE = "Có quan hệ lợi ích với hồ sơ"  # said openly; which relation it is stays with the file's secretaries


def hold_nomination(nomination: Nomination) -> Nomination:
    """The file as it is now, locked until the caller's transaction ends. Panels are locked before files."""
    rows = Nomination.objects.select_for_update(of=("self",), no_key=True)
    return rows.select_related("exemplar__unit__place", "rule_set", "unit__place", "round").get(pk=nomination.pk)


def _hold_with_panels(nomination: Nomination) -> list[Nomination]:
    """All open files of the exemplar, locked, with the panels in which somebody scores them."""
    files = Nomination.objects.filter(exemplar=nomination.exemplar_id, stage__in=OPEN)
    panels = Panel.objects.filter(seats__assignments__nomination__in=files.values("pk")).values("pk")
    list(Panel.objects.filter(pk__in=panels).select_for_update(of=("self",), no_key=True).order_by("pk"))
    return list(files.select_for_update(of=("self",), no_key=True).select_related("exemplar").order_by("pk"))


@transaction.atomic
def declare_kin(nomination: Nomination, *, user, kinship: str, by) -> Kin:
    """A person says how they are related to whoever the file honours, or the secretary writes it down for them.

    From then on they are out of every open file of the exemplar: what waits is taken back, what was sent is left out.
    """
    if user.pk != by.pk:
        require(by, Permission.PANEL_CHANGE, nomination.unit)
    if kinship not in Kinship.values:
        raise NotYet("Hãy chọn quan hệ trong danh sách.")
    files = _hold_with_panels(nomination)
    kin, is_new = Kin.objects.get_or_create(
        exemplar_id=nomination.exemplar_id, user=user, defaults={"kinship": kinship, "declared_by": by}
    )
    if not is_new and kin.kinship == kinship:
        return kin
    kin.kinship = kinship
    kin.save(update_fields=["kinship"])
    # The relation itself is a family's matter: the trail keeps it where it can be erased.
    personal = {"related": user.full_name, "kinship": kin.get_kinship_display()}
    record("nomination.declare_kin", nomination, by=by, personal=personal)
    for file in files:
        keep_out(file, user, by=by)
    return kin


@transaction.atomic
def withdraw_kin(kin: Kin, nomination: Nomination, *, by, reason: str) -> None:
    """Take back a declaration that was a mistake. Sheets left out because of it are counted again by a named act."""
    if kin.declared_by_id != by.pk or kin.user_id == by.pk:
        require(by, Permission.CONFLICT_CLEAR, nomination.unit)
    if not reason.strip():
        raise NotYet("Cần ghi lý do rút lời khai.")
    hold_nomination(nomination)
    personal = {"related": kin.user.full_name, "kinship": kin.get_kinship_display()}
    record("nomination.withdraw_kin", nomination, by=by, note=reason.strip(), personal=personal)
    kin.delete()


@transaction.atomic
def clear(nomination: Nomination, *, user, tie: str, by, reason: str) -> Clearance:
    """Judge a found tie to be a false alarm, with the reason; nobody clears themselves."""
    nomination = hold_nomination(nomination)
    require(by, Permission.CONFLICT_CLEAR, nomination.unit)
    if user.pk == by.pk:
        raise NotYet("Không ai tự bỏ cảnh báo xung đột lợi ích của mình.")
    if not reason.strip():
        raise NotYet("Cần ghi vì sao không phải xung đột lợi ích.")
    if tie not in ties_found([user], [nomination]).get((user.pk, nomination.pk), []):
        raise NotYet("Không có cảnh báo này để bỏ.")
    cleared, is_new = Clearance.objects.get_or_create(
        nomination=nomination, user=user, tie=tie, defaults={"reason": reason.strip(), "by": by}
    )
    if is_new:
        record(
            "nomination.clear_conflict", nomination, by=by, note=reason.strip(), tie=str(Tie(tie).label),
            personal={"related": user.full_name},
        )  # fmt: skip
    return cleared


@transaction.atomic
def restore(clearance: Clearance, *, by, reason: str) -> None:
    """Take a dismissal back: the tie bars again."""
    nomination = _hold_with_panels(clearance.nomination)
    file = clearance.nomination
    require(by, Permission.CONFLICT_CLEAR, file.unit)
    if not reason.strip():
        raise NotYet("Cần ghi lý do.")
    record(
        "nomination.restore_conflict", file, by=by, note=reason.strip(), tie=str(clearance.get_tie_display()),
        personal={"related": clearance.user.full_name},
    )  # fmt: skip
    user = clearance.user
    clearance.delete()
    for each in nomination:
        if each.pk == file.pk:
            keep_out(each, user, by=by)


@transaction.atomic
def leave_out(sheet: ScoreSheet, *, by) -> ScoreSheet:
    """Leave a juror's sheet out, openly: only where a tie to the file was found. Nobody drops a sheet for its marks."""
    nomination = hold_nomination(sheet.nomination)
    require(by, Permission.PANEL_CHANGE, nomination.unit)
    if not ties_of(sheet.juror, nomination):
        raise NotYet("Không tìm thấy quan hệ lợi ích của người chấm với hồ sơ này; phiếu vẫn được tính.")
    keep_out(nomination, sheet.juror, by=by)
    sheet.refresh_from_db()
    return sheet


@transaction.atomic
def count_again(sheet: ScoreSheet, *, by, reason: str) -> ScoreSheet:
    """Count a sheet again that was left out for a tie which proved a false alarm."""
    nomination = hold_nomination(sheet.nomination)
    require(by, Permission.CONFLICT_CLEAR, nomination.unit)
    sheet = ScoreSheet.objects.select_for_update(of=("self",)).get(pk=sheet.pk)
    if not sheet.left_out_reason.startswith(FOUND_LATE):
        raise NotYet("Phiếu này không để ngoài vì quan hệ lợi ích.")
    if ties_of(sheet.juror, nomination):
        raise NotYet("Quan hệ lợi ích vẫn còn; hãy bỏ cảnh báo, có ghi lý do, rồi tính lại phiếu.")
    if not reason.strip():
        raise NotYet("Cần ghi lý do tính lại phiếu.")
    before, sheet.left_out_reason = sheet.left_out_reason, ""
    sheet.save(update_fields=["left_out_reason"])
    record("nomination.count_again", nomination, by=by, note=reason.strip(), sheet=sheet.pk, left_out=[before, ""])
    return sheet


def keep_out(nomination: Nomination, user, *, by) -> None:
    """Take back what `user` has not scored of a locked file, and leave out what they have, saying since when."""
    if not ties_of(user, nomination):
        return
    said = f"{FOUND_LATE}, phát hiện ngày {timezone.localdate():%d/%m/%Y}"
    given = Assignment.objects.filter(nomination=nomination, seat__user=user, taken_back_at=None)
    waiting = without_sheet(given)
    take_back_all(waiting, reason=said)
    sent = ScoreSheet.objects.of_council().filter(nomination=nomination, juror=user, left_out_reason="")
    sheets = list(sent.exclude(sent_at=None).values_list("pk", flat=True))
    ScoreSheet.objects.filter(pk__in=sheets).update(left_out_reason=said)
    if waiting or sheets:
        record(
            "nomination.keep_out", nomination, by=by, note=said, given_back=len(waiting), left_out_sheets=len(sheets),
            personal={"related": user.full_name},
        )  # fmt: skip


def may_clear(user, nomination: Nomination) -> bool:
    return can(user, Permission.CONFLICT_CLEAR, nomination.unit)
