"""Work as it goes: a note with its numbers typed once, the ledger of resources, the guidance thread."""

from django.db import models
from django.db.models import Q
from django.utils import timezone

from kheo.accounts.access import units_where
from kheo.accounts.models import User
from kheo.accounts.permissions import Permission
from kheo.movement.models.exemplar import Exemplar, Outcome, Resource


class Progress(models.Model):
    """Cập nhật tiến độ: what was done by a day."""

    exemplar = models.ForeignKey(Exemplar, models.CASCADE, related_name="progress")
    on = models.DateField("ngày", default=timezone.localdate)
    note = models.TextField("đã làm được gì", blank=True)
    by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["-on", "-pk"]

    def __str__(self):
        return f"{self.exemplar_id}: {self.on}"


class Figure(models.Model):
    """A number typed on a progress note, for one outcome: what came about since the last note (an increment)."""

    progress = models.ForeignKey(Progress, models.CASCADE, related_name="figures")
    outcome = models.ForeignKey(Outcome, models.CASCADE, related_name="figures")
    amount = models.DecimalField("thêm được", max_digits=16, decimal_places=2)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["progress", "outcome"], name="figure_once_a_note"),
            models.CheckConstraint(condition=Q(amount__gte=0), name="figure_not_negative"),
        ]

    def __str__(self):
        return str(self.amount)


class ContributionQuerySet(models.QuerySet):
    def visible_to(self, user):
        return self.filter(units_where(user, Permission.EXEMPLAR_VIEW, "exemplar__unit"))


class Contribution(models.Model):
    """A row of the resource ledger. Donors are groups ("56 hộ"); a name is the consented exception."""

    exemplar = models.ForeignKey(Exemplar, models.CASCADE, related_name="contributions")
    progress = models.ForeignKey(Progress, models.CASCADE, null=True, blank=True, related_name="contributions")
    figure = models.OneToOneField(Figure, models.CASCADE, null=True, blank=True, related_name="contribution")
    kind = models.CharField("loại", max_length=10, choices=Resource)
    amount = models.DecimalField("số lượng", max_digits=16, decimal_places=2)
    measure = models.CharField("đơn vị tính", max_length=40)
    description = models.CharField("hiện vật gì", max_length=300, blank=True)
    donors = models.CharField("ai đóng góp", max_length=300, blank=True, help_text="Ghi nhóm: “56 hộ thôn An Mô”.")
    names_consented = models.BooleanField("người có tên đã đồng ý nêu tên", default=False)
    on = models.DateField("ngày", default=timezone.localdate)
    import_batch = models.ForeignKey(
        "movement.ImportBatch", models.PROTECT, null=True, blank=True, db_index=False, related_name="contributions"
    )

    objects = ContributionQuerySet.as_manager()

    class Meta:
        ordering = ["-on", "-pk"]
        constraints = [
            models.CheckConstraint(condition=Q(amount__gte=0), name="contribution_not_negative"),
            models.CheckConstraint(condition=Q(kind__in=Resource.values), name="contribution_kind_known"),
        ]
        indexes = [
            models.Index(fields=["kind", "exemplar"], name="contribution_kind"),
            models.Index(
                fields=["import_batch"], condition=Q(import_batch__isnull=False), name="contribution_import_batch"
            ),
        ]

    def __str__(self):
        return f"{self.amount} {self.measure}"


class Guidance(models.Model):
    """One message of the guidance thread between a unit and the focal body."""

    exemplar = models.ForeignKey(Exemplar, models.CASCADE, related_name="guidance")
    by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    text = models.TextField("nội dung")
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["at", "pk"]

    def __str__(self):
        return self.text[:60]
