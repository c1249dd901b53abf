"""What the pages of votes show: lists, one vote with its roll and result, and cautions before a secret ballot."""

from collections import defaultdict
from dataclasses import dataclass

from django.db.models import Count, Q, QuerySet

from kheo.accounts.access import can
from kheo.accounts.actions.moves import open_moves
from kheo.accounts.move import Move
from kheo.accounts.permissions import Permission
from kheo.appraisal.lifecycle.nomination import IN_JUDGEMENT
from kheo.appraisal.lifecycle.vote import VOTE, VoteStage
from kheo.appraisal.models import (
    SMALL_PANEL,
    Nomination,
    Panel,
    PanelVote,
    RollEntry,
    SitsOut,
    VoteLine,
    VoteManner,
)
from kheo.appraisal.models.conflict import ties_among
from kheo.core.parts import StagePath, Table, stage_path, table
from kheo.core.vietnamese import format_number

WAY = (VoteStage.PREPARING, VoteStage.OPEN, VoteStage.CLOSED)
FEW = (
    "Chỉ có {present} người bỏ phiếu: với số phiếu ít như vậy, kết quả có thể cho biết ai bỏ thế nào. Đồng chí nên mời thêm "
    "thành viên, hoặc biểu quyết công khai."
)
ALIKE = (
    "Nếu mọi phiếu đều giống nhau thì ai cũng biết từng người bỏ thế nào; điều đó cách nào cũng không tránh được, hãy báo "
    "trước để các thành viên biết."
)
LATE = (
    "{person} đã bỏ phiếu hồ sơ “{name}” trước khi mối liên quan được biết. Phiếu kín không rút lại được; nếu cần, hãy bỏ "
    "phiếu lại hồ sơ này."
)
FEW_ON_A_FILE = "“{name}”: chỉ {entitled} người được bỏ phiếu nên số phiếu dễ cho biết ai bỏ thế nào."


def vote_list(user) -> QuerySet[PanelVote]:
    """Votes that this person may see, newest first, with the number of files on each list."""
    votes = PanelVote.objects.visible_to(user).select_related("panel__unit", "panel__round")
    return votes.annotate(files=Count("lines", distinct=True)).order_by("-on", "-pk")


def waiting_for(user) -> QuerySet[PanelVote]:
    """Open secret ballots that wait for this person."""
    return PanelVote.objects.waiting_for(user).select_related("panel").order_by("pk")


def waiting_ballots(user) -> int | None:
    """How many of them, for the rail; None where there is none."""
    return PanelVote.objects.waiting_for(user).count() or None


def vote_path(vote: PanelVote) -> StagePath:
    """Where a vote stands; one set aside goes no further."""
    labels = [VoteStage(each).label for each in WAY]
    is_aside = vote.stage == VoteStage.SET_ASIDE
    now = len(WAY) - 1 if is_aside else WAY.index(VoteStage(vote.stage))
    return stage_path(
        labels, now, label=vote.get_stage_display(), since=vote.stage_since,
        ended=vote.stage == VoteStage.CLOSED, halted=is_aside,
    )  # fmt: skip


def files_to_list(panel: Panel, vote: PanelVote | None = None) -> QuerySet[Nomination]:
    """Files that this panel may vote on now; of the vote being written also its own."""
    files = Nomination.objects.filter(
        unit=panel.unit_id, round=panel.round_id, rule_set__in=panel.rule_set.with_former(), stage__in=IN_JUDGEMENT
    ).exclude(exemplar__holds__isnull=False, exemplar__holds__released_on=None)
    taken = VoteLine.objects.filter(set_aside_reason="").exclude(vote__stage=VoteStage.SET_ASIDE)
    taken = taken.exclude(vote=vote) if vote else taken
    # A reconsidered file is voted on anew; whether its count is older is asked when the list is sent.
    busy = taken.filter(Q(vote__stage__in=[VoteStage.PREPARING, VoteStage.OPEN]) | Q(nomination__reconsidered_at=None))
    files = files.exclude(pk__in=busy.values("nomination"))
    return files.select_related("exemplar__unit").order_by("group", "exemplar__sort", "pk")


@dataclass(frozen=True)
class VotePage:
    """One vote as `user` may see it. Figures are there from the closing on, for everybody alike."""

    vote: PanelVote
    path: StagePath
    files: Table
    facts: tuple[tuple[str, str], ...]
    roll: tuple[RollEntry, ...]
    moves: tuple[Move, ...]
    cautions: tuple[str, ...]
    may_run: bool
    may_vote: bool
    has_voted: bool
    turns: tuple[PanelVote, ...] = ()
    absent: tuple[RollEntry, ...] = ()

    @property
    def main(self) -> str:
        """The one main act of the page now: the ballot, the figures, or a move by its name."""
        if self.may_vote:
            return "ballot"
        if self.vote.stage == VoteStage.OPEN:
            return "count" if self.may_count and self.vote.returned is None else "close"
        return "open"

    @property
    def may_count(self) -> bool:
        return self.may_run and self.vote.stage == VoteStage.OPEN and self.vote.manner != VoteManner.ELECTRONIC

    @property
    def may_call(self) -> bool:
        return self.may_run and not self.vote.is_counted

    @property
    def present(self) -> int:
        return sum(entry.is_present for entry in self.roll)

    @property
    def voted(self) -> int:
        return sum(entry.has_voted for entry in self.roll)


def vote_page(vote: PanelVote, user) -> VotePage:
    """Everything on the page of one vote, in a number of queries that does not grow with the list."""
    roll = tuple(vote.roll.select_related("user").order_by("user__full_name", "user_id"))
    may_run = can(user, Permission.VOTE_RUN, vote.panel.unit)
    mine = next((entry for entry in roll if entry.user_id == user.pk), None)
    is_open = vote.stage == VoteStage.OPEN and vote.manner == VoteManner.ELECTRONIC
    return VotePage(
        vote=vote,
        path=vote_path(vote),
        files=result_table(vote) if vote.is_counted else list_table(vote, shows_ties=may_run),
        facts=_facts(vote),
        roll=roll,
        moves=tuple(open_moves(vote, VOTE, user, vote.panel.unit)),
        cautions=cautions(vote) if may_run else (),
        may_run=may_run,
        may_vote=bool(is_open and mine and mine.is_present and not mine.has_voted),
        has_voted=bool(mine and mine.has_voted),
        turns=tuple(vote.turns.order_by("pk")),
        absent=tuple(entry for entry in roll if not entry.is_present and not entry.is_late),
    )


def _facts(vote: PanelVote) -> tuple[tuple[str, str], ...]:
    rules = vote.rule_set
    facts = [
        ("Cách bỏ phiếu", vote.get_manner_display()),
        ("Ngày", f"{vote.on:%d/%m/%Y}"),
        ("Tỷ lệ đồng ý cần có", f"{rules.vote_threshold} %" if rules.vote_threshold else ""),
        ("Phiếu trắng", rules.get_abstention_display()),
        ("Có mặt tối thiểu", f"{vote.panel.asked_quorum} % thành viên"),
    ]
    if vote.is_counted and vote.returned is not None and vote.manner != VoteManner.HAND:
        figures = (vote.handed_out, vote.returned, vote.returned - vote.spoilt, vote.spoilt)
        words = ("Phát ra", "Thu về", "Hợp lệ", "Không hợp lệ")
        facts += [(word, f"{format_number(figure)} phiếu") for word, figure in zip(words, figures, strict=True)]
    return tuple(facts)


def _lines(vote: PanelVote):
    return vote.lines.select_related("nomination__exemplar__unit", "nomination__rule_set", "vote")


def result_table(vote: PanelVote) -> Table:
    """What each file got, once the vote is closed."""
    heads = ("Hồ sơ", "Được bỏ phiếu", "Đồng ý", "Không đồng ý", "Phiếu trắng", "Tỷ lệ", "Kết quả")
    rows = [
        (
            f"{line.nomination.exemplar} ({line.nomination.exemplar.unit})", line.entitled, line.agreed, line.opposed,
            line.blank, percent(line), verdict(line),
        )
        for line in _lines(vote)
    ]  # fmt: skip
    return table("Kết quả kiểm phiếu", heads, rows, numeric=range(1, 6))


def list_table(vote: PanelVote, *, shows_ties: bool) -> Table:
    """The list before the count; who runs the vote also sees who sits out which file."""
    apart = sitting_out(vote) if shows_ties else {}
    heads = ("Hồ sơ", "Đơn vị", *(("Không bỏ phiếu hồ sơ này",) if shows_ties else ()))
    rows = [
        (
            str(line.nomination.exemplar), str(line.nomination.exemplar.unit),
            *((", ".join(apart.get(line.pk, ())) or "không ai",) if shows_ties else ()),
        )
        for line in _lines(vote)
    ]  # fmt: skip
    return table("Danh sách bỏ phiếu", heads, rows)


def percent(line: VoteLine) -> str | None:
    return None if line.share is None else f"{format_number(round(line.share, 1))} %"


def verdict(line: VoteLine) -> str:
    if line.set_aside_reason:
        return f"bỏ phiếu lại: {line.set_aside_reason}"
    if line.vote.stage == VoteStage.SET_ASIDE:
        return "đã hủy"
    return "Đạt" if line.is_passed else "Chưa đạt"


def sitting_out(vote: PanelVote) -> dict[int, list[str]]:
    """For each line's key the names of those who do not vote on it (one query)."""
    found = defaultdict(list)
    for each in SitsOut.objects.filter(line__vote=vote).select_related("user").order_by("user__full_name"):
        found[each.line_id].append(str(each.user))
    return dict(found)


def cautions(vote: PanelVote) -> tuple[str, ...]:
    """What to think of before a secret ballot is opened: a count of few tells more than it should; and what came late."""
    if vote.manner != VoteManner.ELECTRONIC or vote.stage == VoteStage.SET_ASIDE:
        return ()
    if vote.is_counted:
        return late_ties(vote)
    present = vote.roll.filter(is_present=True).count()
    if 0 < present < SMALL_PANEL:
        return (FEW.format(present=present), ALIKE)
    few = [
        FEW_ON_A_FILE.format(name=line.nomination.exemplar, entitled=entitled)
        for line, entitled in _entitled(vote)
        if present and entitled < SMALL_PANEL
    ]
    return (*few, ALIKE)


def late_ties(vote: PanelVote) -> tuple[str, ...]:
    """Who voted secretly on a file and has a tie to it that was not known then: no ballot can be taken back."""
    voters = [entry.user for entry in vote.roll.filter(has_voted=True).select_related("user")]
    lines = {line.nomination_id: line for line in _lines(vote)}
    apart = set(SitsOut.objects.filter(line__vote=vote).values_list("user_id", "line__nomination_id"))
    names = {person.pk: person for person in voters}
    found = ties_among(voters, [line.nomination for line in lines.values()])
    return tuple(
        LATE.format(person=names[user], name=lines[file].nomination.exemplar)
        for user, file in found
        if (user, file) not in apart
    )


def _entitled(vote: PanelVote):
    entitled = vote.entitled()
    return [(line, entitled[line.pk]) for line in _lines(vote)]


def result_for(nomination: Nomination, user) -> list[VoteLine] | None:
    """The counted lines of one file that this person may see, newest first; for the file's own page. None without."""
    lines = nomination.vote_lines.filter(vote__in=PanelVote.objects.visible_to(user), agreed__isnull=False)
    counted = lines.filter(vote__stage__in=[VoteStage.CLOSED, VoteStage.SET_ASIDE])
    return list(counted.select_related("vote__panel", "nomination__rule_set").order_by("-vote_id")) or None
