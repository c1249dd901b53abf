"""Score sheets in three columns: self, appraiser, council. Zero is a score, blank is none, an abstention is an answer."""

from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import Q
from django.utils import timezone

from kheo.accounts.models import User
from kheo.appraisal import marking
from kheo.appraisal.models.nomination import Nomination
from kheo.appraisal.models.panel import Panel
from kheo.appraisal.models.rules import Column, Criterion


class SheetQuerySet(models.QuerySet):
    def finished(self):
        """Sent or abstained: nothing is waited for; what came too late is openly left out.

        A sheet typed in from paper is waited for until another person has checked it against the scan.
        """
        return self.exclude(sent_at=None).exclude(entered_by__isnull=False, checked_by=None)

    def counted(self):
        """What a mark is made of."""
        return self.finished().filter(is_abstained=False, left_out_reason="")

    def of_council(self):
        return self.filter(column=Column.COUNCIL)


class ScoreSheet(models.Model):
    """Phiếu chấm of one column (and juror) for one file. `total` follows from the scores and is written with them."""

    nomination = models.ForeignKey(Nomination, models.CASCADE, related_name="sheets", verbose_name="hồ sơ")
    column = models.CharField("cột", max_length=10, choices=Column)
    juror = models.ForeignKey(
        User, models.PROTECT, null=True, blank=True, related_name="sheets", verbose_name="người chấm"
    )
    # The panel for which a juror judged: spread and mean are a panel's own.
    panel = models.ForeignKey(
        Panel, models.PROTECT, null=True, blank=True, related_name="sheets", verbose_name="hội đồng"
    )
    comment = models.TextField("nhận xét chung", blank=True)
    is_abstained = models.BooleanField("không cho ý kiến", default=False)
    abstained_reason = models.CharField("lý do không cho ý kiến", max_length=500, blank=True)
    sent_at = models.DateTimeField("gửi lúc", null=True, blank=True)
    # Of 100, bonus on top; null until every criterion is answered. Without scores: whether all criteria are met.
    total = models.DecimalField(max_digits=7, decimal_places=3, null=True, blank=True)
    is_met = models.BooleanField(null=True, blank=True)
    # Sent once, then its criteria changed: whoever scored looks again and sends again.
    again_reason = models.CharField("cần xác nhận lại vì", max_length=500, blank=True)
    left_out_reason = models.CharField("không tính vì", max_length=500, blank=True)
    # A paper sheet: the secretary types it in, the scan stands beside it, another person checks.
    entered_by = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")
    scan = models.FileField("bản quét phiếu giấy", upload_to="score-sheets/", max_length=255, blank=True)
    checked_by = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")
    checked_at = models.DateTimeField(null=True, blank=True)
    changed_at = models.DateTimeField(default=timezone.now)

    objects = SheetQuerySet.as_manager()

    class Meta:
        verbose_name = "phiếu chấm"
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(condition=Q(column__in=Column.values), name="sheet_column_known"),
            models.CheckConstraint(
                condition=~Q(column="council") | Q(juror__isnull=False), name="sheet_of_council_has_a_juror"
            ),
            models.UniqueConstraint(
                fields=["nomination", "juror"], condition=Q(column="council"), name="sheet_once_a_juror"
            ),
            models.UniqueConstraint(
                fields=["nomination", "column"], condition=~Q(column="council"), name="sheet_once_a_column"
            ),
            models.CheckConstraint(
                condition=Q(is_abstained=False) | ~Q(abstained_reason=""), name="sheet_abstained_with_reason"
            ),
            models.CheckConstraint(
                condition=Q(checked_by=None) | ~Q(checked_by=models.F("entered_by")),
                name="sheet_checked_by_another",
            ),
            models.CheckConstraint(condition=Q(entered_by=None) | ~Q(scan=""), name="sheet_on_paper_has_its_scan"),
        ]
        indexes = [models.Index(fields=["nomination", "column", "total"], name="sheet_marks")]

    def __str__(self):
        return f"{self.get_column_display()}: {self.nomination}"

    @property
    def is_sent(self) -> bool:
        return self.sent_at is not None

    @property
    def is_on_paper(self) -> bool:
        return self.entered_by_id is not None

    def settle(self) -> None:
        """Write `total` and `is_met` from the scores as they stand (two queries); the caller saves."""
        rules = self.nomination.rule_set
        answered = {score.criterion_id: score for score in self.scores.all()}
        criteria = Criterion.objects.filter(group__rule_set=rules).select_related("group")
        lines = [_line(criterion, answered.get(criterion.pk)) for criterion in criteria]
        self.total = marking.total_of(lines, bonus_limit=rules.bonus_limit) if rules.has_scores else None
        self.is_met = None if rules.has_scores else marking.met_by(lines)

    @property
    def is_complete(self) -> bool:
        """Every criterion is answered, so that it can be sent."""
        return self.total is not None or self.is_met is not None


def _line(criterion: Criterion, score: "Score | None") -> marking.Line:
    return marking.Line(
        weight=criterion.group.weight, maximum=criterion.maximum, is_bonus=criterion.is_bonus,
        points=score.points if score else None, is_met=score.is_met if score else None,
    )  # fmt: skip


class Score(models.Model):
    """What one sheet says to one criterion. `points` null is blank, 0 is zero; `is_met` serves rule sets without points."""

    sheet = models.ForeignKey(ScoreSheet, models.CASCADE, related_name="scores", verbose_name="phiếu")
    criterion = models.ForeignKey(Criterion, models.PROTECT, related_name="scores", verbose_name="tiêu chí")
    points = models.DecimalField(
        "điểm", max_digits=5, decimal_places=2, null=True, blank=True, validators=[MinValueValidator(0)]
    )
    is_met = models.BooleanField("đạt", null=True, blank=True)
    note = models.CharField("căn cứ, nhận xét", max_length=1000, blank=True)
    evidence = models.ManyToManyField("movement.Evidence", blank=True, related_name="+", verbose_name="minh chứng")

    class Meta:
        verbose_name = "điểm"
        ordering = ["criterion__group__position", "criterion__position", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["sheet", "criterion"], name="score_once"),
            models.CheckConstraint(condition=Q(points=None) | Q(points__gte=0), name="score_not_negative"),
        ]

    def __str__(self):
        return f"{self.criterion}: {self.points}"


class ScoreChange(models.Model):
    """Somebody changed what another had scored: before, after, and why."""

    score = models.ForeignKey(Score, models.CASCADE, related_name="changes")
    before = models.DecimalField(max_digits=5, decimal_places=2, null=True)
    after = models.DecimalField(max_digits=5, decimal_places=2, null=True)
    reason = models.CharField("lý do", max_length=1000)
    by = models.ForeignKey(User, models.PROTECT, related_name="+")
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["pk"]
        constraints = [models.CheckConstraint(condition=~Q(reason=""), name="score_changed_with_reason")]

    def __str__(self):
        return self.reason
