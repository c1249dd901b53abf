"""Votes of a panel over a list of files: the roll and, apart from it, ballots without voter, time or order (decision 0024)."""

from decimal import Decimal

from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils import timezone

from kheo.accounts.models import User
from kheo.appraisal.lifecycle.vote import VoteStage
from kheo.appraisal.models import counting
from kheo.appraisal.models.nomination import Nomination
from kheo.appraisal.models.panel import JUDGES, Panel
from kheo.appraisal.models.rules import Abstention, RuleSet, VoteManner
from kheo.polls.models.vote import Unordered

SMALL_PANEL = 5  # with fewer ballots a count may tell how somebody voted: the page warns before it is opened


class VoteQuerySet(models.QuerySet):
    def visible_to(self, user):
        return self.filter(panel__in=Panel.objects.visible_to(user))

    def waiting_for(self, user):
        """Open secret ballots on which `user` is present and has not voted."""
        waiting = RollEntry.objects.filter(user=user, is_present=True, has_voted=False).values("vote")
        return self.filter(stage=VoteStage.OPEN, manner=VoteManner.ELECTRONIC, pk__in=waiting)


class PanelVote(models.Model):
    """Một lần bỏ phiếu của hội đồng: one list, one manner, one turn."""

    panel = models.ForeignKey(Panel, models.PROTECT, related_name="votes", verbose_name="hội đồng")
    rule_set = models.ForeignKey(RuleSet, models.PROTECT, related_name="votes", verbose_name="bộ tiêu chí")
    name = models.CharField("tên cuộc bỏ phiếu", max_length=300)
    manner = models.CharField("cách bỏ phiếu", max_length=10, choices=VoteManner)
    turn = models.PositiveSmallIntegerField("vòng", default=1)
    again = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="turns")
    on = models.DateField("ngày", default=timezone.localdate)
    stage = models.CharField("bước", max_length=12, choices=VoteStage, default=VoteStage.PREPARING)
    stage_since = models.DateTimeField(default=timezone.now)
    reason = models.TextField("lý do gần nhất", blank=True)
    # For a vote by hand or on paper; of an electronic one they are counted at closing.
    handed_out = models.PositiveSmallIntegerField("số phiếu phát ra", null=True, blank=True)
    returned = models.PositiveSmallIntegerField("số phiếu thu về", null=True, blank=True)
    spoilt = models.PositiveSmallIntegerField("số phiếu không hợp lệ", null=True, blank=True)
    minutes = models.TextField("diễn biến, ý kiến", blank=True)
    scan = models.FileField("bản quét biên bản kiểm phiếu", upload_to="votes/", max_length=255, blank=True)
    made_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    closed_by = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")

    objects = VoteQuerySet.as_manager()
    noun = "cuộc bỏ phiếu"

    class Meta:
        verbose_name = "bỏ phiếu"
        ordering = ["-on", "-pk"]
        constraints = [
            models.CheckConstraint(condition=Q(stage__in=VoteStage.values), name="panel_vote_stage_known"),
            models.CheckConstraint(condition=Q(manner__in=VoteManner.values), name="panel_vote_manner_known"),
            models.CheckConstraint(
                condition=Q(handed_out=None, returned=None, spoilt=None)
                | Q(handed_out__gte=F("returned"), returned__gte=F("spoilt")),
                name="panel_vote_ballots_add_up",
            ),
        ]

    def __str__(self):
        return f"{self.name} (vòng {self.turn})"

    def get_absolute_url(self):
        return reverse("appraisal:vote_detail", args=[self.pk])

    @property
    def is_counted(self) -> bool:
        """Figures are shown from the closing on, to everybody alike; what was set aside stays readable with its reason."""
        return self.stage in (VoteStage.CLOSED, VoteStage.SET_ASIDE)

    def judges(self):
        """The seats that vote, secretaries apart."""
        return self.panel.seats.filter(left_on=None, part__in=JUDGES)

    def entitled(self) -> dict[int, int]:
        """For each line's key how many may vote on it now: those present less those who sit it out (three queries)."""
        present = set(self.roll.filter(is_present=True).values_list("user_id", flat=True))
        found = dict.fromkeys(self.lines.values_list("pk", flat=True), len(present))
        for line, user in SitsOut.objects.filter(line__vote=self).values_list("line_id", "user_id"):
            found[line] -= user in present
        return found

    def why_not_open(self) -> str | None:
        """Nothing to vote on, a held file, or too few present: for the meeting, and for each file (six queries)."""
        if not self.lines.exists():
            return "Chưa có hồ sơ nào trong danh sách bỏ phiếu."
        held = self.lines.filter(
            nomination__exemplar__holds__isnull=False, nomination__exemplar__holds__released_on=None
        )
        if line := held.first():
            return f"“{line.nomination.exemplar}” đang tạm chưa xét; hãy đưa ra khỏi danh sách."
        return self._why_no_quorum()

    def _why_no_quorum(self) -> str | None:
        present, seats, asked = (
            self.roll.filter(is_present=True).count(),
            self.judges().count(),
            self.panel.asked_quorum,
        )
        change = "Có thể đổi số tối thiểu của hội đồng, có ghi lý do."
        if not present or present * 100 < asked * seats:
            return f"Mới có {present}/{seats} thành viên có mặt; cần ít nhất {asked} %. {change}"
        key, entitled = min(self.entitled().items(), key=lambda pair: pair[1])
        if not entitled or entitled * 100 < asked * seats:
            name = self.lines.select_related("nomination__exemplar").get(pk=key).nomination.exemplar
            return (
                f"“{name}”: chỉ {entitled}/{seats} thành viên được bỏ phiếu (số còn lại vắng hoặc có liên quan đến hồ sơ); "
                f"cần ít nhất {asked} %. Hãy đưa hồ sơ ra khỏi danh sách. {change}"
            )
        return None

    def why_not_close(self) -> str | None:
        """By hand or on paper: the figures are there and add up with the roll (five queries)."""
        if self.manner == VoteManner.ELECTRONIC:
            return None
        if self.returned is None or self.lines.filter(agreed=None).exists():
            return "Chưa ghi đủ số phiếu của từng hồ sơ."
        if self.manner == VoteManner.PAPER and not self.scan:
            return "Chưa có bản quét biên bản kiểm phiếu."
        return self.why_wrong(counting.Sheet(self.handed_out, self.returned, self.spoilt), self._counts())

    def _counts(self) -> dict[int, counting.Count]:
        figures = self.lines.values_list("pk", "agreed", "opposed", "blank")
        return {key: counting.Count(*rest) for key, *rest in figures}

    def why_wrong(self, sheet: counting.Sheet, counts: dict[int, counting.Count]) -> str | None:
        """What in typed figures does not add up with each other or with the roll (five queries)."""
        present, entitled = self.roll.filter(is_present=True).count(), self.entitled()
        if sentence := sheet.why_wrong(present):
            return sentence
        for line in self.lines.select_related("nomination__exemplar"):
            if sentence := counts[line.pk].why_wrong(sheet.valid, entitled[line.pk], present):
                return f"“{line.nomination.exemplar}”: {sentence}"
        return None


class VoteLine(models.Model):
    """One file on the list of one vote, with its counts once the vote is closed."""

    vote = models.ForeignKey(PanelVote, models.CASCADE, related_name="lines", verbose_name="cuộc bỏ phiếu")
    nomination = models.ForeignKey(Nomination, models.PROTECT, related_name="vote_lines", verbose_name="hồ sơ")
    position = models.PositiveSmallIntegerField("thứ tự", default=0)
    # Who may vote on this file: those present less those who sit it out (quorum is per file).
    entitled = models.PositiveSmallIntegerField("số người được bỏ phiếu", null=True, blank=True)
    agreed = models.PositiveSmallIntegerField("đồng ý", null=True, blank=True)
    opposed = models.PositiveSmallIntegerField("không đồng ý", null=True, blank=True)
    blank = models.PositiveSmallIntegerField("phiếu trắng", null=True, blank=True)
    # A new turn was asked for this file alone; the count stays readable and counts no more.
    set_aside_reason = models.TextField("lý do bỏ phiếu lại", blank=True)

    class Meta:
        verbose_name = "hồ sơ trong danh sách bỏ phiếu"
        ordering = ["position", "pk"]
        constraints = [models.UniqueConstraint(fields=["vote", "nomination"], name="vote_line_once")]

    def __str__(self):
        return str(self.nomination)

    @property
    def share(self) -> Decimal | None:
        """Percent in favour, the file's own rule set saying what blank ballots are; None before the count or without votes.

        A panel goes over to a new version of its rule set, while a file that was concluded stays with the old one.
        """
        if self.agreed is None:
            return None
        valid = self.agreed + self.opposed
        base = valid if self.nomination.rule_set.abstention == Abstention.OF_VALID else self.entitled
        return Decimal(self.agreed * 100) / base if base else None

    @property
    def is_passed(self) -> bool:
        return self.share is not None and self.share >= self.nomination.rule_set.vote_threshold


class SitsOut(models.Model):
    """Somebody who does not vote on one file, with the tie that bars them; frozen when the vote opens."""

    line = models.ForeignKey(VoteLine, models.CASCADE, related_name="sitting_out", verbose_name="hồ sơ")
    user = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name="thành viên")

    class Meta:
        verbose_name = "người không bỏ phiếu một hồ sơ"
        constraints = [models.UniqueConstraint(fields=["line", "user"], name="sits_out_once")]

    def __str__(self):
        return f"{self.user} không bỏ phiếu “{self.line}”"


class RollEntry(Unordered):
    """One line of the roll: present, and (electronic) has voted. It knows no ballot."""

    vote = models.ForeignKey(PanelVote, models.CASCADE, related_name="roll")
    user = models.ForeignKey(User, models.PROTECT, related_name="+")
    is_present = models.BooleanField(default=False)
    has_voted = models.BooleanField(default=False)
    is_late = models.BooleanField("đến sau khi kiểm phiếu", default=False)

    class Meta:
        verbose_name = "người bỏ phiếu"
        constraints = [models.UniqueConstraint(fields=["vote", "user"], name="roll_once")]

    def __str__(self):
        return str(self.user)


class Answer(models.TextChoices):
    AGREE = "agree", "Đồng ý"
    OPPOSE = "oppose", "Không đồng ý"
    BLANK = "blank", "Không cho ý kiến"


class Ballot(Unordered):
    """Phiếu kín on one file: no voter, no time, a key of no order.

    A voter answers a whole list at once, yet the answers are kept apart: whoever sits out one file would else be
    known by the ballot on which that file is missing.
    """

    line = models.ForeignKey(VoteLine, models.CASCADE, related_name="ballots")
    answer = models.CharField(max_length=10, choices=Answer)

    class Meta:
        verbose_name = "phiếu kín"
        constraints = [models.CheckConstraint(condition=Q(answer__in=Answer.values), name="ballot_answer_known")]

    def __str__(self):
        return f"phiếu của “{self.line}”"
