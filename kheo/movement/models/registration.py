"""The registration of one exemplar in one round."""

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone

from kheo.accounts.access import units_where
from kheo.accounts.models import User
from kheo.accounts.permissions import Permission
from kheo.movement.lifecycle.registration import OPEN, REGISTERED, Origin, RegistrationStage
from kheo.movement.models.campaign import Round
from kheo.movement.models.exemplar import Exemplar


class RegistrationQuerySet(models.QuerySet):
    def visible_to(self, user):
        return self.filter(units_where(user, Permission.EXEMPLAR_VIEW, "exemplar__unit"))

    def registered(self):
        """Only listed ones count as registered."""
        return self.filter(stage__in=REGISTERED)

    def open(self):
        return self.filter(stage__in=OPEN)

    def open_or_listed(self):
        """At most one a round of an exemplar: the one that counts or is on its way."""
        return self.filter(stage__in=(*OPEN, *REGISTERED))


class Registration(models.Model):
    """One exemplar asks to be on the list of one round."""

    exemplar = models.ForeignKey(Exemplar, models.PROTECT, related_name="registrations", verbose_name="mô hình")
    round = models.ForeignKey(Round, models.PROTECT, related_name="registrations", verbose_name="đợt")
    origin = models.CharField("nguồn gốc", max_length=10, choices=Origin, default=Origin.NEW)
    stage = models.CharField("bước", max_length=10, choices=RegistrationStage, default=RegistrationStage.DRAFTING)
    stage_since = models.DateTimeField(default=timezone.now)
    reason = models.TextField("lý do gần nhất", blank=True)
    is_ready = models.BooleanField("cán bộ đã soạn xong", default=False)
    on_behalf_of = models.CharField("nhập thay cho", max_length=200, blank=True)
    entered_by = models.ForeignKey(
        User, models.PROTECT, null=True, db_index=False, related_name="+", verbose_name="người nhập"
    )
    filed_by = models.ForeignKey(User, models.PROTECT, null=True, blank=True, db_index=False, related_name="+")
    filed_at = models.DateTimeField(null=True, blank=True)
    due_on = models.DateField("hạn xử lý", null=True, blank=True)
    import_batch = models.ForeignKey(
        "movement.ImportBatch", models.PROTECT, null=True, blank=True, db_index=False, related_name="registrations"
    )
    created_at = models.DateTimeField(default=timezone.now, editable=False)

    objects = RegistrationQuerySet.as_manager()

    class Meta:
        verbose_name = "đăng ký"
        constraints = [
            models.CheckConstraint(condition=Q(stage__in=RegistrationStage.values), name="registration_stage_known"),
            models.CheckConstraint(condition=Q(origin__in=Origin.values), name="registration_origin_known"),
            models.UniqueConstraint(
                fields=["exemplar", "round"],
                condition=~Q(stage__in=["dropped", "refused"]),
                name="registration_once_a_round",
            ),
        ]
        indexes = [
            models.Index(fields=["round", "stage", "-stage_since"], name="registration_round_stage"),
            # "Is this one on the list of that round?", asked of each row of a long list.
            models.Index(fields=["exemplar", "round", "stage"], name="registration_of_exemplar"),
            models.Index(fields=["stage", "-stage_since"], name="registration_stage"),
            models.Index(
                fields=["import_batch"], condition=Q(import_batch__isnull=False), name="registration_import_batch"
            ),
        ]

    def __str__(self):
        return f"{self.exemplar} ({self.round})"

    def get_absolute_url(self):
        return reverse("movement:registration_detail", args=[self.pk])

    @property
    def unit_id(self):
        """The unit an event of this registration belongs to."""
        return self.exemplar.unit_id
