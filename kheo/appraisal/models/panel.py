"""Who judges: panels, their seats, and which files are given to whom."""

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone

from kheo.accounts.access import units_where
from kheo.accounts.models import User
from kheo.accounts.permissions import Permission
from kheo.appraisal.lifecycle.nomination import NominationStage
from kheo.appraisal.models.nomination import Nomination
from kheo.appraisal.models.rules import RuleSet
from kheo.movement.models import Field, Round
from kheo.units.models import Unit


class SeatPart(models.TextChoices):
    CHAIR = "chair", "Chủ tịch"
    VICE = "vice", "Phó Chủ tịch"
    MEMBER = "member", "Thành viên"
    SECRETARY = "secretary", "Thư ký"


# A secretary's acts are clerical: counts as present and votes only when named a member as well by the panel's decision.
JUDGES = (SeatPart.CHAIR, SeatPart.VICE, SeatPart.MEMBER)


class PanelQuerySet(models.QuerySet):
    def visible_to(self, user):
        """Those of the units where the user runs panels or reads proposals, and those they sit in."""
        if not user.is_authenticated:
            return self.none()
        sits = Panel.objects.filter(seats__user=user, seats__left_on=None).values("pk")
        runs = units_where(user, Permission.PANEL_CHANGE) | units_where(user, Permission.NOMINATION_VIEW)
        return self.filter(runs | Q(pk__in=sits))

    def open(self):
        return self.filter(closed_on=None)


class Panel(models.Model):
    """Hội đồng (or a team by field) of one round at one unit."""

    unit = models.ForeignKey(Unit, models.PROTECT, related_name="panels", verbose_name="đơn vị")
    round = models.ForeignKey(Round, models.PROTECT, related_name="panels", verbose_name="đợt")
    rule_set = models.ForeignKey(RuleSet, models.PROTECT, related_name="panels", verbose_name="bộ tiêu chí")
    name = models.CharField("tên hội đồng, tổ", max_length=300)
    field = models.CharField("lĩnh vực (tổ thẩm định)", max_length=10, choices=Field, blank=True)
    decision_no = models.CharField("số quyết định thành lập", max_length=60, blank=True)
    decided_on = models.DateField("ngày quyết định", null=True, blank=True)
    # What the rule set asks, unless the panel had to be smaller; a change carries its reason on the trail.
    quorum = models.PositiveSmallIntegerField("số thành viên có mặt tối thiểu (%)", null=True, blank=True)
    quorum_reason = models.TextField("lý do đổi", blank=True)
    closed_on = models.DateField("kết thúc ngày", null=True, blank=True)
    made_by = models.ForeignKey(User, models.PROTECT, related_name="+")

    objects = PanelQuerySet.as_manager()

    class Meta:
        verbose_name = "hội đồng"
        ordering = ["-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(quorum=None) | ~Q(quorum_reason=""), name="panel_quorum_changed_with_reason"
            )
        ]

    def __str__(self):
        return self.name

    def get_absolute_url(self):
        return reverse("appraisal:panel_detail", args=[self.pk])

    def files(self):
        """Proposals that this panel judges: a team those of its field, a whole panel those that no team has."""
        rows = Nomination.objects.filter(
            unit=self.unit_id, round=self.round_id, rule_set=self.rule_set_id, stage=NominationStage.PROPOSED
        )
        if self.field:
            return rows.filter(exemplar__field=self.field)
        teams = Panel.objects.open().filter(unit=self.unit_id, round=self.round_id, rule_set=self.rule_set_id)
        return rows.exclude(exemplar__field__in=teams.exclude(field="").values("field"))

    @property
    def asked_quorum(self) -> int:
        """Percent of the judging seats that must be present."""
        return self.quorum if self.quorum is not None else (self.rule_set.quorum or 0)


class SeatQuerySet(models.QuerySet):
    def held(self):
        return self.filter(left_on=None)

    def judging(self):
        """Those who score and vote; a secretary's acts are clerical."""
        return self.held().filter(part__in=JUDGES)


class Seat(models.Model):
    """One person in one panel. A seat that is left stays, with its day and reason."""

    panel = models.ForeignKey(Panel, models.CASCADE, related_name="seats", verbose_name="hội đồng")
    user = models.ForeignKey(User, models.PROTECT, related_name="seats", verbose_name="thành viên")
    part = models.CharField("vai trò", max_length=10, choices=SeatPart, default=SeatPart.MEMBER)
    title = models.CharField("chức vụ, cơ quan", max_length=300, blank=True)
    left_on = models.DateField("thôi từ ngày", null=True, blank=True)
    left_reason = models.CharField("lý do thôi", max_length=500, blank=True)

    objects = SeatQuerySet.as_manager()

    class Meta:
        verbose_name = "thành viên hội đồng"
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["panel", "user"], condition=Q(left_on=None), name="seat_once"),
            models.UniqueConstraint(fields=["panel"], condition=Q(part="chair", left_on=None), name="seat_one_chair"),
        ]

    def __str__(self):
        return f"{self.user} ({self.get_part_display().lower()})"


class AssignmentQuerySet(models.QuerySet):
    def standing(self):
        """Given and not taken back, to somebody who still sits."""
        return self.filter(taken_back_at=None, seat__left_on=None)


class Assignment(models.Model):
    """One file given to one seat, to be scored."""

    nomination = models.ForeignKey(Nomination, models.CASCADE, related_name="assignments", verbose_name="hồ sơ")
    seat = models.ForeignKey(Seat, models.CASCADE, related_name="assignments", verbose_name="thành viên")
    at = models.DateTimeField(default=timezone.now)
    by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    taken_back_at = models.DateTimeField(null=True, blank=True)
    taken_back_reason = models.CharField("lý do thu lại", max_length=500, blank=True)

    objects = AssignmentQuerySet.as_manager()

    class Meta:
        verbose_name = "phân công chấm"
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["nomination", "seat"], condition=Q(taken_back_at=None), name="assignment_once"
            )
        ]

    def __str__(self):
        return f"{self.nomination} → {self.seat}"
