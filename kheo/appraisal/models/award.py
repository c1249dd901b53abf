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
from kheo.core.vietnamese import exact_key
from kheo.movement.models import Bearer, Exemplar
from kheo.units.models import Level, Unit


class AwardKind(models.TextChoices):
    """Loại hình khen thưởng of a form, and what sort of result an award rests on."""

    MOVEMENT = "movement", "Theo phong trào, chuyên đề"
    MERIT = "merit", "Công trạng"
    SUDDEN = "sudden", "Đột xuất"


# Results of a movement or of one sudden deed are no basis of an award for merit (principle of NĐ 152/2025/NĐ-CP).
NO_BASIS: dict[str, tuple[AwardKind, ...]] = {AwardKind.MERIT: (AwardKind.MOVEMENT, AwardKind.SUDDEN)}


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


class AwardFormQuerySet(models.QuerySet):
    def for_basis(self, basis: str):
        """Those that results of this sort may be a basis of."""
        return self.exclude(kind__in=[kind for kind, refused in NO_BASIS.items() if basis in refused])

    def in_force(self, *, on: date):
        """Those that a decision of this day may give."""
        return self.filter(Q(ends=None) | Q(ends__gte=on), starts__lte=on)


class AwardForm(models.Model):
    """A form of award (giấy khen, bằng khen...) of one level for one kind of bearer. Multiples are data, with source."""

    name = models.CharField("hình thức khen thưởng", max_length=200)
    level = models.CharField("cấp", max_length=10, choices=Level)
    bearer = models.CharField("đối tượng", max_length=10, choices=Bearer)
    kind = models.CharField("loại hình", max_length=10, choices=AwardKind, default=AwardKind.MOVEMENT)
    multiple = models.DecimalField(
        "mức tiền thưởng (lần lương cơ sở)", max_digits=5, decimal_places=2, validators=[MinValueValidator(0)]
    )
    starts = models.DateField("áp dụng từ ngày")
    ends = models.DateField("đến hết ngày", null=True, blank=True)
    source = models.CharField("căn cứ", max_length=300, blank=True)
    is_sample = models.BooleanField("mẫu, không phải quy định", default=False)

    objects = AwardFormQuerySet.as_manager()

    class Meta:
        verbose_name = "hình thức khen thưởng"
        ordering = ["level", "name", "bearer", "-starts"]
        constraints = [
            models.UniqueConstraint(fields=["name", "level", "bearer", "starts"], name="award_form_once"),
            models.CheckConstraint(
                condition=Q(ends=None) | Q(ends__gte=models.F("starts")), name="award_form_ends_after_start"
            ),
            models.CheckConstraint(condition=Q(kind__in=AwardKind.values), name="award_form_kind_known"),
        ]

    def __str__(self):
        return f"{self.name} ({self.get_level_display().lower()}, {self.get_bearer_display().lower()})"

    def why_not_on(self, day: date) -> str | None:
        """Why a decision of this day cannot give it (one query), or None."""
        if day < self.starts or (self.ends and day > self.ends):
            until = f" đến {self.ends:%d/%m/%Y}" if self.ends else ""
            return f"“{self}” chỉ áp dụng từ {self.starts:%d/%m/%Y}{until}."
        if self.multiple and BaseSalary.on(day) is None:
            return f"Chưa ghi lương cơ sở của ngày {day:%d/%m/%Y}, nên chưa tính được tiền thưởng."
        return None

    def why_not_for(self, basis: str) -> str | None:
        """Why results of this sort are no basis of this form, or None."""
        if basis in NO_BASIS.get(self.kind, ()):
            return (
                f"Kết quả {AwardKind(basis).label.lower()} không làm căn cứ khen thưởng công trạng "
                "(nguyên tắc của Nghị định 152/2025/NĐ-CP). Hãy chọn hình thức khác."
            )
        return None


class CommendationQuerySet(models.QuerySet):
    def visible_to(self, user):
        return self.filter(
            units_where(user, Permission.EXEMPLAR_VIEW, "exemplar__unit")
            | units_where(user, Permission.NOMINATION_VIEW)
        )

    def standing(self):
        return self.filter(annulled_on=None)

    def of_recipient(self, other: "Commendation"):
        """Of the same collective or person, as far as the same words tell: persons may share a name."""
        return self.filter(recipient_key=other.recipient_key, bearer=other.bearer)


class Commendation(models.Model):
    """Khen thưởng: who, what for, by which decision, how much. One achievement is not awarded twice at one level."""

    exemplar = models.ForeignKey(Exemplar, models.PROTECT, related_name="commendations", verbose_name="mô hình")
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="commendations", verbose_name="nơi khen thưởng")
    form = models.ForeignKey(AwardForm, models.PROTECT, related_name="+", verbose_name="hình thức")
    level = models.CharField("cấp", max_length=10, choices=Level)
    bearer = models.CharField("đối tượng", max_length=10, choices=Bearer)
    recipient = models.CharField("tên tập thể, cá nhân", max_length=300)
    # The same name whatever case, spaces or placing of tone marks: twice is seen however it is typed.
    recipient_key = models.CharField(max_length=300, editable=False, default="", db_index=True)
    address = models.CharField("đơn vị, địa chỉ", max_length=300, blank=True)
    achievement = models.CharField("thành tích", max_length=500)
    basis = models.CharField("thành tích thuộc loại", max_length=10, choices=AwardKind, default=AwardKind.MOVEMENT)
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
                fields=["exemplar", "level", "year", "recipient_key"],
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

    def save(self, *args, **kwargs):
        self.recipient_key = exact_key(self.recipient)[:300]
        super().save(*args, **kwargs)

    def get_absolute_url(self):
        return reverse("appraisal:commendation_detail", args=[self.pk])

    @property
    def amount(self) -> int:
        """Tiền thưởng in đồng: the multiple of the base salary of the decision's day, as fixed then."""
        return int(self.multiple * self.base_salary)
