"""A vote prepared, run and counted: its list, its roll, its figures, its turns. The ballots themselves: `ballots`."""

from collections.abc import Callable, Collection, Iterable
from datetime import date
from functools import partial
from typing import BinaryIO
from uuid import uuid4

from django.core.files.base import File
from django.core.files.storage import default_storage
from django.db import transaction
from django.urls import reverse
from django.utils import timezone

from kheo.accounts.access import require
from kheo.accounts.actions.moves import make
from kheo.accounts.move import NotYet
from kheo.accounts.permissions import Permission
from kheo.appraisal.actions import ballots
from kheo.appraisal.lifecycle.nomination import IN_JUDGEMENT
from kheo.appraisal.lifecycle.vote import VOTE_MOVES, VoteStage
from kheo.appraisal.models import Nomination, Panel, PanelVote, RollEntry, SitsOut, VoteLine, VoteManner
from kheo.appraisal.models.conflict import ties_among
from kheo.appraisal.models.counting import Count, Sheet
from kheo.appraisal.models.judged import last_count
from kheo.audit.models import record
from kheo.core import filechecks
from kheo.notices.about import about
from kheo.notices.actions.telling import tell

UNFINISHED = (VoteStage.PREPARING, VoteStage.OPEN)
MANNER_UNKNOWN = "Hãy chọn cách bỏ phiếu."


@transaction.atomic
def prepare(
    panel: Panel, nominations: Iterable[Nomination], *, by, name: str, manner: str, on: date | None = None
) -> PanelVote:
    """A new vote of a panel over a list of files, with its seats on the roll. Raises `NotYet`."""
    panel = _held(panel, by)
    vote = PanelVote.objects.create(
        panel=panel, rule_set=panel.rule_set, name=_said(name), manner=_manner(manner), on=on or timezone.localdate(),
        made_by=by,
    )  # fmt: skip
    _put_lines(vote, nominations)
    record("panelvote.prepare", vote, by=by, files=vote.lines.count(), manner=vote.manner)
    return vote


@transaction.atomic
def write(
    vote: PanelVote, nominations: Iterable[Nomination], *, by, name: str, manner: str, on: date | None = None
) -> PanelVote:
    """Change the list, name or manner of a vote that is still being prepared. Raises `NotYet`."""
    vote = _locked(vote, by, VoteStage.PREPARING)
    before = [vote.name, vote.manner, vote.lines.count()]
    vote.name, vote.manner, vote.on = _said(name), _manner(manner), on or vote.on
    vote.save()
    vote.lines.all().delete()
    _put_lines(vote, nominations)
    record(
        "panelvote.write", vote, by=by, name=[before[0], vote.name], manner=[before[1], vote.manner],
        files=[before[2], vote.lines.count()],
    )  # fmt: skip
    return vote


@transaction.atomic
def call_roll(vote: PanelVote, present: Collection[int], *, by) -> PanelVote:
    """Say who is present (keys of users). Until the vote closes others may come; who has voted does not leave again."""
    vote = _locked(vote, by, *UNFINISHED)
    entries = list(vote.roll.select_related("user").select_for_update(of=("self",)))
    for entry in entries:
        if entry.has_voted and entry.user_id not in present:
            raise NotYet(f"{entry.user} đã bỏ phiếu nên không thể ghi là vắng mặt.")
        entry.is_present = entry.user_id in present
    RollEntry.objects.bulk_update(entries, ["is_present"])
    record("panelvote.roll", vote, by=by, present=sum(entry.is_present for entry in entries), seats=len(entries))
    return vote


@transaction.atomic
def advance(vote: PanelVote, name: str, *, by, note: str = "") -> PanelVote:
    """Make one move of the table; what belongs to a move alone is in `ALSO`. Raises `NotYet`."""
    vote = PanelVote.objects.select_for_update(of=("self",)).select_related("panel__unit").get(pk=vote.pk)
    if name == "open" and vote.stage == VoteStage.PREPARING:
        _bring_up_to_date(vote)
    was_open = vote.stage == VoteStage.OPEN
    also = partial(ALSO[name], by=by, note=note.strip())
    vote = make(vote, VOTE_MOVES[name], unit=vote.panel.unit, by=by, note=note, also=also)
    if name == "open" and vote.manner == VoteManner.ELECTRONIC:
        _call_to_vote(vote)
    if name == "set_aside":
        if was_open:
            _forget(vote)
        lines = vote.lines.filter(set_aside_reason="").select_related("nomination")
        next_turn(vote, [line.nomination for line in lines], by=by)
    return vote


@transaction.atomic
def vote_again(vote: PanelVote, nominations: Collection[Nomination], *, by, note: str) -> PanelVote:
    """A new turn for some files of a closed vote; their old counts stay readable, set aside with the reason."""
    vote = _locked(vote, by, VoteStage.CLOSED)
    if not note.strip():
        raise NotYet("Cần ghi lý do bỏ phiếu lại.")
    lines = vote.lines.filter(nomination__in=nominations, set_aside_reason="")
    if lines.count() != len(nominations) or not nominations:
        raise NotYet("Hãy chọn những hồ sơ bỏ phiếu lại trong danh sách; hồ sơ đã có vòng sau thì không chọn nữa.")
    lines.update(set_aside_reason=note.strip())
    again = next_turn(vote, nominations, by=by)
    record("panelvote.again", vote, by=by, note=note.strip(), files=len(nominations), turn=again.turn)
    return again


@transaction.atomic
def count(
    vote: PanelVote, sheet: Sheet | None, counts: dict[int, Count], *, by, minutes: str = "",
    scan: BinaryIO | None = None, scan_name: str = "",
) -> PanelVote:  # fmt: skip
    """Enter the figures of a vote by hand (`sheet` None: those present raised their hands) or on paper, before closing.

    `counts` is by the lines' keys. Raises `NotYet` where the sums do not hold, `BadFile` for a scan that is not taken.
    """
    vote = _locked(vote, by, VoteStage.OPEN)
    if vote.manner == VoteManner.ELECTRONIC:
        raise NotYet("Phiếu kín trên hệ thống do hệ thống đếm khi kết thúc.")
    lines = list(vote.lines.all())
    if set(counts) != {line.pk for line in lines}:
        raise NotYet("Hãy ghi đủ số phiếu của từng hồ sơ trong danh sách.")
    present = vote.roll.filter(is_present=True).count()
    sheet = sheet if vote.manner == VoteManner.PAPER and sheet else Sheet(present, present, 0)
    if sentence := vote.why_wrong(sheet, counts):
        raise NotYet(sentence)
    for line in lines:
        figures = counts[line.pk]
        line.agreed, line.opposed, line.blank = figures.agreed, figures.opposed, figures.blank
    VoteLine.objects.bulk_update(lines, ["agreed", "opposed", "blank"])
    vote.handed_out, vote.returned, vote.spoilt = sheet.handed_out, sheet.returned, sheet.spoilt
    vote.minutes = minutes.strip()
    if scan is not None:
        _keep_scan(vote, scan, scan_name)
    vote.save()
    record("panelvote.count", vote, by=by, returned=sheet.returned, spoilt=sheet.spoilt, has_scan=bool(vote.scan))
    return vote


@transaction.atomic
def came_late(vote: PanelVote, user, *, by) -> None:
    """Somebody came after the count: their vote is left out, openly."""
    vote = _locked(vote, by, VoteStage.CLOSED)
    if not vote.roll.filter(user=user, is_present=False, is_late=False).update(is_late=True):
        raise NotYet(f"{user} không có trong số thành viên vắng mặt lúc kiểm phiếu.")
    record("panelvote.late", vote, by=by, user=user.pk)


def next_turn(vote: PanelVote, nominations: Iterable[Nomination], *, by) -> PanelVote:
    """The vote that follows one set aside, being prepared, with the same people on the roll. The caller records it."""
    again = PanelVote.objects.create(
        panel=vote.panel, rule_set=vote.rule_set, name=vote.name, manner=vote.manner, turn=vote.turn + 1, again=vote,
        made_by=by,
    )  # fmt: skip
    # A file that was decided or withdrawn meanwhile is voted on no more.
    _fill(again, [each for each in nominations if each.stage in IN_JUDGEMENT])
    return again


def why_not_listed(nomination: Nomination, panel: Panel) -> str | None:
    """Why this file is not voted on by this panel now, or None."""
    if nomination.unit_id != panel.unit_id or nomination.round_id != panel.round_id:
        return "không thuộc đợt của hội đồng này."
    if nomination.rule_set_id != panel.rule_set_id and nomination.rule_set_id not in panel.rule_set.with_former():
        return "không xét theo bộ tiêu chí của hội đồng này."
    if nomination.stage not in IN_JUDGEMENT:
        return f"đang ở bước “{nomination.get_stage_display()}”."
    if sentence := nomination.why_held():
        return sentence[0].lower() + sentence[1:]
    return _why_voted(nomination)


def _why_voted(nomination: Nomination) -> str | None:
    if other := PanelVote.objects.filter(stage__in=UNFINISHED, lines__nomination=nomination).first():
        return f"đã có trong “{other}”."
    counted = last_count(nomination)
    if counted is None:
        return None
    since = nomination.reconsidered_at
    if since is None or counted.vote.stage_since > since:
        return f"đã có kết quả ở “{counted.vote}”; muốn bỏ phiếu lại thì mở vòng mới từ cuộc đó, có ghi lý do."
    return None


def _put_lines(vote: PanelVote, nominations: Iterable[Nomination]) -> None:
    nominations = list(nominations)
    if not nominations:
        raise NotYet("Chưa chọn hồ sơ nào để bỏ phiếu.")
    for each in nominations:
        if sentence := why_not_listed(each, vote.panel):
            raise NotYet(f"“{each.exemplar}” {sentence}")
    _fill(vote, nominations)


def _fill(vote: PanelVote, nominations: Iterable[Nomination]) -> None:
    lines = [VoteLine(vote=vote, nomination=each, position=place) for place, each in enumerate(nominations, 1)]
    VoteLine.objects.bulk_create(lines)
    _bring_up_to_date(vote)


def _bring_up_to_date(vote: PanelVote) -> None:
    """The roll follows the seats, and who sits out follows the ties, until the vote opens."""
    judges = set(vote.judges().values_list("user_id", flat=True))
    vote.roll.exclude(user__in=judges).delete()
    new = judges - set(vote.roll.values_list("user_id", flat=True))
    RollEntry.objects.bulk_create(RollEntry(vote=vote, user_id=user) for user in new)
    SitsOut.objects.filter(line__vote=vote).delete()
    people = [entry.user for entry in vote.roll.select_related("user")]
    lines = vote.lines.select_related("nomination__exemplar")
    of = {line.nomination_id: line for line in lines}
    tied = ties_among(people, [line.nomination for line in lines])
    SitsOut.objects.bulk_create(SitsOut(line=of[file], user_id=person) for person, file in tied)


def _call_to_vote(vote: PanelVote) -> None:
    """Whoever is present is told that their ballot waits; a notice of the vote, which says nothing of any file."""
    here = [entry.user for entry in vote.roll.filter(is_present=True).select_related("user")]
    thing = about(vote)
    link = reverse("appraisal:ballot", args=[vote.pk])
    tell(here, f"Đang chờ phiếu của đồng chí: {vote}", link=link, about=thing, key=thing.step("open"))


def _forget(vote: PanelVote) -> None:
    """Nothing of a vote that was broken off is ever counted."""
    ballots.burn(vote)
    vote.lines.update(agreed=None, opposed=None, blank=None)


def _freeze(vote: PanelVote, **rest) -> None:
    entitled = vote.entitled()
    lines = list(vote.lines.all())
    for line in lines:
        line.entitled = entitled[line.pk]
    VoteLine.objects.bulk_update(lines, ["entitled"])


def _close(vote: PanelVote, *, by, note: str) -> None:
    vote.closed_by = by
    _freeze(vote)  # who came while it was open counts
    if vote.manner == VoteManner.ELECTRONIC:
        ballots.seal(vote)


def _say_why(vote: PanelVote, *, by, note: str) -> None:
    vote.reason = note


ALSO: dict[str, Callable] = {"open": _freeze, "close": _close, "set_aside": _say_why}


def _held(panel: Panel, by) -> Panel:
    """The panel, locked: two lists prepared at once do not take the same file."""
    panel = Panel.objects.select_for_update(of=("self",)).select_related("unit", "rule_set").get(pk=panel.pk)
    require(by, Permission.VOTE_RUN, panel.unit)
    if panel.closed_on:
        raise NotYet("Hội đồng này đã kết thúc.")
    return panel


def _locked(vote: PanelVote, by, *stages: VoteStage) -> PanelVote:
    vote = PanelVote.objects.select_for_update(of=("self",)).select_related("panel__unit", "rule_set").get(pk=vote.pk)
    require(by, Permission.VOTE_RUN, vote.panel.unit)
    if vote.stage not in stages:
        raise NotYet(f"Cuộc bỏ phiếu đang ở bước “{vote.get_stage_display()}”.")
    return vote


def _said(name: str) -> str:
    return name.strip() or "Bỏ phiếu xét công nhận"


def _manner(manner: str) -> str:
    if manner not in VoteManner.values:
        raise NotYet(MANNER_UNKNOWN)
    return manner


def _keep_scan(vote: PanelVote, scan: BinaryIO, name: str) -> None:
    checked = filechecks.check(scan, name)
    # The name on the disk says nothing, as for evidence.
    path = PanelVote._meta.get_field("scan").generate_filename(vote, f"{uuid4().hex}.{checked.kind.key}")
    former, vote.scan = vote.scan.name, default_storage.save(path, File(scan))
    if former:
        transaction.on_commit(partial(default_storage.delete, former))
