"""Which file is scored by whom: given by hand, shared out evenly, taken back. A tie to a file bars from it."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field

from django.db import transaction

from kheo.appraisal import balancing
from kheo.appraisal.actions.panels import hold_panel, require_open, take_back_all, without_sheet
from kheo.appraisal.models import Assignment, Nomination, Panel, ScoreSheet, Seat
from kheo.appraisal.models.conflict import Tie, ties_among
from kheo.audit.models import record
from kheo.movement.lifecycle.move import NotYet


@dataclass(frozen=True)
class Shared:
    """What became of a sharing out: what was given, and a sentence for each thing that was not."""

    given: list[Assignment]
    kept_out: list[str] = field(default_factory=list)


def assign(nomination: Nomination, seat: Seat, *, by) -> Assignment:
    """Give one file to one juror. Raises `NotYet` where something bars it; doing it twice gives it once."""
    shared = assign_many(seat.panel, [nomination.pk], [seat.pk], by=by)
    if shared.kept_out:
        raise NotYet(shared.kept_out[0])
    return Assignment.objects.standing().get(nomination=nomination, seat=seat)


@transaction.atomic
def assign_many(panel: Panel, nominations: Collection[int], seats: Collection[int], *, by) -> Shared:
    """Give ticked files to ticked jurors; who is tied to a file, and files not of this panel, are named and passed by."""
    panel = hold_panel(panel, by=by)
    require_open(panel)
    files = list(panel.files().filter(pk__in=nominations).select_related("exemplar"))
    judges = list(panel.seats.judging().filter(pk__in=seats).select_related("user"))
    if not files or not judges:
        raise NotYet("Hãy chọn ít nhất một hồ sơ đang xét và một thành viên chấm điểm.")
    ties = ties_among([judge.user for judge in judges], files)
    had = set(Assignment.objects.filter(seat__in=judges, taken_back_at=None).values_list("nomination", "seat"))
    pairs, kept_out = [], []
    for file in files:
        for judge in judges:
            if found := ties.get((judge.user_id, file.pk)):
                kept_out.append(why_not(judge.user, file, found))
            elif (file.pk, judge.pk) not in had:
                pairs.append((file, judge))
    return Shared(_give(panel, pairs, by, "panel.assign"), kept_out)


@transaction.atomic
def share_out(panel: Panel, *, by, only: Collection[int] | None = None) -> Shared:
    """Fill up each file of the panel (or those among `only`) to what its rule set asks, as evenly as conflicts allow."""
    panel = hold_panel(panel, by=by)
    require_open(panel)
    plan = planned(panel, only=only)
    return Shared(_give(panel, plan.pairs, by, "panel.share_out"), plan.unfilled)


@dataclass(frozen=True)
class Planned:
    """What sharing out would do now: pairs, what cannot be filled and why, and each juror's files then."""

    pairs: list[tuple[Nomination, Seat]]
    unfilled: list[str]
    loads: list[tuple[Seat, int, int]]
    files: int
    wanted: int


def planned(panel: Panel, *, only: Collection[int] | None = None) -> Planned:
    """The plan for a panel, from what is there now (ten queries, however many files)."""
    rows = panel.files().order_by("pk").select_related("exemplar")
    files = {file.pk: file for file in (rows if only is None else rows.filter(pk__in=only))}
    judges = {judge.pk: judge for judge in panel.seats.judging().order_by("pk").select_related("user")}
    by_user = {judge.user_id: key for key, judge in judges.items()}
    ties = ties_among([judge.user for judge in judges.values()], files.values())
    held = _held(panel, by_user)
    # What was taken back is given to the same juror again by hand alone: there was a reason.
    taken = Assignment.objects.filter(seat__in=judges, taken_back_at__isnull=False)
    barred = {(file, by_user[user]) for user, file in ties} | set(taken.values_list("nomination", "seat"))
    loads: dict[int, int] = defaultdict(int)
    for seat in Assignment.objects.standing().filter(seat__in=judges).values_list("seat", flat=True):
        loads[seat] += 1
    wanted = max(panel.rule_set.least_jurors, 1)
    plan = balancing.share_out(files, list(judges), wanted=wanted, barred=barred, held=held, loads=loads)
    unfilled = [_why_short(files[key], lacking, wanted, judges.values(), ties) for key, lacking in plan.short.items()]
    return Planned(
        pairs=[(files[file], judges[judge]) for file, judge in plan.given],
        unfilled=unfilled,
        loads=[(judge, loads.get(key, 0), plan.loads[key]) for key, judge in judges.items()],
        files=len(files),
        wanted=wanted,
    )


@transaction.atomic
def take_back(assignment: Assignment, *, by, reason: str) -> Assignment:
    """Take one file back from a juror who has not scored it."""
    panel = hold_panel(assignment.seat.panel, by=by)
    row = Assignment.objects.filter(pk=assignment.pk)
    if not reason.strip():
        raise NotYet("Cần ghi lý do thu lại.")
    if not row.filter(taken_back_at=None).exists():
        raise NotYet("Hồ sơ này đã được thu lại từ trước.")
    waiting = without_sheet(row)
    if not waiting:
        raise NotYet("Thành viên đã gửi phiếu cho hồ sơ này; phiếu đã gửi không thu lại.")
    take_back_all(waiting, reason=reason.strip()[:500])
    record(
        "panel.take_back", panel, by=by, note=reason.strip(), nomination=assignment.nomination_id,
        seat=assignment.seat_id,
    )  # fmt: skip
    return waiting[0]


def why_not(user, file: Nomination, ties: Iterable[Tie]) -> str:
    """Why this person does not get this file, said to whoever gives it."""
    return f"{user} không chấm “{file.exemplar}” vì là {', '.join(tie.label for tie in ties)}."


def _held(panel: Panel, by_user: dict[int, int]) -> dict[int, set]:
    """Who scores or has scored each file already: seats of this panel by key, others as ("other", key)."""
    held: dict[int, set] = defaultdict(set)
    given = Assignment.objects.standing().filter(nomination__in=panel.files().values("pk"))
    for file, user in given.values_list("nomination", "seat__user"):
        held[file].add(by_user.get(user, ("other", user)))
    sent = ScoreSheet.objects.of_council().exclude(sent_at=None).filter(left_out_reason="")
    for file, user in sent.filter(nomination__in=panel.files().values("pk")).values_list("nomination", "juror"):
        held[file].add(by_user.get(user, ("other", user)))
    return held


def _why_short(file: Nomination, lacking: int, wanted: int, judges: Iterable[Seat], ties) -> str:
    out = [str(judge.user) for judge in judges if (judge.user_id, file.pk) in ties]
    reason = f"; không tham gia: {', '.join(out)}" if out else ""
    return f"“{file.exemplar}” còn thiếu {lacking} trên {wanted} người chấm{reason}."


def _give(panel: Panel, pairs: list[tuple[Nomination, Seat]], by, verb: str) -> list[Assignment]:
    rows = [Assignment(nomination=file, seat=judge, by=by) for file, judge in pairs]
    if rows:
        Assignment.objects.bulk_create(rows, batch_size=500)
        record(verb, panel, by=by, given=len(rows), pairs=[[row.nomination_id, row.seat_id] for row in rows])
    return rows
