"""Trình: one tờ trình carries a list of files to the desk of whoever decides."""

from django.db import models
from django.urls import reverse
from django.utils import timezone

from kheo.accounts.access import units_where
from kheo.accounts.models import User
from kheo.accounts.permissions import Permission
from kheo.movement.models import Round
from kheo.units.models import Level, Unit


class SubmissionQuerySet(models.QuerySet):
    def visible_to(self, user):
        return self.filter(units_where(user, Permission.NOMINATION_VIEW))


class Submission(models.Model):
    """Tờ trình with its list. Whose desk it is on, and since when, follows from it; each move of it is an event."""

    unit = models.ForeignKey(Unit, models.PROTECT, related_name="submissions", verbose_name="đơn vị")
    level = models.CharField("cấp công nhận", max_length=10, choices=Level)
    round = models.ForeignKey(Round, models.PROTECT, related_name="submissions", verbose_name="đợt")
    to = models.CharField("trình", max_length=300)
    opinion = models.TextField("ý kiến của cơ quan thường trực", blank=True)
    at = models.DateTimeField(default=timezone.now)
    by = models.ForeignKey(User, models.PROTECT, related_name="+")
    # It moves from desk to desk before it is decided (văn phòng, phó bí thư, thường vụ).
    desk = models.CharField("đang ở bàn của", max_length=300)
    desk_since = models.DateTimeField(default=timezone.now)

    objects = SubmissionQuerySet.as_manager()

    class Meta:
        verbose_name = "tờ trình"
        ordering = ["-at", "-pk"]

    def __str__(self):
        return f"Tờ trình ngày {timezone.localtime(self.at):%d/%m/%Y}"

    def get_absolute_url(self):
        return reverse("appraisal:submission_detail", args=[self.pk])
