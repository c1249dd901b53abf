"""Commendation: forms of award by level, money as multiples of the base salary, and what was awarded."""

from datetime import date
from decimal import Decimal

from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import Q
from django.urls import reverse

from kheo.accounts.access import units_where
from kheo.accounts.models import User
from kheo.accounts.permissions import Permission
from kheo.movement.models import Bearer, Exemplar
from kheo.units.models import Level, Unit


class BaseSalary(models.Model):
    """Lương cơ sở from a day on, in đồng a month, with the decree that sets it."""

    starts = models.DateField("từ ngày", unique=True)
    amount = models.PositiveIntegerField("mức lương cơ sở (đồng)")
    source = models.CharField("căn cứ", max_length=300)

    class Meta:
        verbose_name = "lương cơ sở"
        ordering = ["-starts"]

    def __str__(self):
        return f"từ {self.starts:%d/%m/%Y}"

    @classmethod
    def on(cls, day: date) -> "BaseSalary | None":
        return cls.objects.filter(starts__lte=day).order_by("-starts").first()


class AwardForm(models.Model):
    """A form of award (giấy khen, bằng khen...) of one level for one kind of bearer. Multiples are data, with source."""

    name = models.CharField("hình thức khen thưởng", max_length=200)
    level = models.CharField("cấp", max_length=10, choices=Level)
    bearer = models.CharField("đối tượng", max_length=10, choices=Bearer)
    multiple = models.DecimalField(
        "mức tiền thưởng (lần lương cơ sở)", max_digits=5, decimal_places=2, validators=[MinValueValidator(0)]
    )
    starts = models.DateField("áp dụng từ ngày")
    ends = models.DateField("đến hết ngày", null=True, blank=True)
    source = models.CharField("căn cứ", max_length=300, blank=True)
    is_sample = models.BooleanField("mẫu, không phải quy định", default=False)

    class Meta:
        verbose_name = "hình thức khen thưởng"
        ordering = ["level", "name", "bearer", "-starts"]
        constraints = [
            models.UniqueConstraint(fields=["name", "level", "bearer", "starts"], name="award_form_once"),
            models.CheckConstraint(
                condition=Q(ends=None) | Q(ends__gte=models.F("starts")), name="award_form_ends_after_start"
            ),
        ]

    def __str__(self):
        return f"{self.name} ({self.get_level_display().lower()}, {self.get_bearer_display().lower()})"


class CommendationQuerySet(models.QuerySet):
    def visible_to(self, user):
        return self.filter(
            units_where(user, Permission.EXEMPLAR_VIEW, "exemplar__unit")
            | units_where(user, Permission.NOMINATION_VIEW)
        )

    def standing(self):
        return self.filter(annulled_on=None)


class Commendation(models.Model):
    """Khen thưởng: who, what for, by which decision, how much. One achievement is not awarded twice at one level."""

    exemplar = models.ForeignKey(Exemplar, models.PROTECT, related_name="commendations", verbose_name="mô hình")
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="commendations", verbose_name="nơi khen thưởng")
    form = models.ForeignKey(AwardForm, models.PROTECT, related_name="+", verbose_name="hình thức")
    level = models.CharField("cấp", max_length=10, choices=Level)
    bearer = models.CharField("đối tượng", max_length=10, choices=Bearer)
    recipient = models.CharField("tên tập thể, cá nhân", max_length=300)
    address = models.CharField("đơn vị, địa chỉ", max_length=300, blank=True)
    achievement = models.CharField("thành tích", max_length=500)
    year = models.PositiveSmallIntegerField("năm")
    issuer = models.CharField("cơ quan quyết định", max_length=200)
    decision_no = models.CharField("số quyết định", max_length=60)
    decided_on = models.DateField("ngày quyết định")
    multiple = models.DecimalField("lần lương cơ sở", max_digits=5, decimal_places=2, default=Decimal(0))
    base_salary = models.PositiveIntegerField("lương cơ sở (đồng)", default=0)
    entered_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    annulled_on = models.DateField("thu hồi từ ngày", null=True, blank=True)
    annulled_by_decision = models.CharField("theo quyết định", max_length=60, blank=True)

    objects = CommendationQuerySet.as_manager()

    class Meta:
        verbose_name = "khen thưởng"
        ordering = ["-decided_on", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["exemplar", "level", "year", "recipient"],
                condition=Q(annulled_on=None),
                name="commendation_once_for_an_achievement",
            ),
            models.CheckConstraint(
                condition=Q(annulled_on=None, annulled_by_decision="")
                | (Q(annulled_on__isnull=False) & ~Q(annulled_by_decision="")),
                name="commendation_annulled_by_a_decision",
            ),
        ]

    def __str__(self):
        return f"{self.form.name}: {self.recipient}"

    def get_absolute_url(self):
        return reverse("appraisal:commendation_detail", args=[self.pk])

    @property
    def amount(self) -> int:
        """Tiền thưởng in đồng: the multiple of the base salary of the decision's day, as fixed then."""
        return int(self.multiple * self.base_salary)
