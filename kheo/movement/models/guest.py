"""The 14-day link: someone without an account sends three photos, one number, one sentence; an officer accepts."""

from django.db import models
from django.utils import timezone

from kheo.accounts.access import units_where
from kheo.accounts.models import User
from kheo.accounts.permissions import Permission
from kheo.movement.models.exemplar import Exemplar, Outcome
from kheo.movement.models.progress import Progress

LINK_DAYS = 14


class GuestQuerySet(models.QuerySet):
    def visible_to(self, user):
        return self.filter(units_where(user, Permission.EXEMPLAR_VIEW, f"{self.model.TO_EXEMPLAR}__unit"))


class GuestLink(models.Model):
    """A link for one exemplar. Only a digest of its token is kept."""

    TO_EXEMPLAR = "exemplar"
    exemplar = models.ForeignKey(Exemplar, models.CASCADE, related_name="guest_links")
    outcome = models.ForeignKey(Outcome, models.CASCADE, null=True, blank=True, related_name="+")
    token = models.CharField(max_length=64, unique=True)
    for_whom = models.CharField("gửi cho ai", max_length=200)
    made_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    made_at = models.DateTimeField(default=timezone.now)
    expires_at = models.DateTimeField()
    closed_at = models.DateTimeField(null=True, blank=True)

    objects = GuestQuerySet.as_manager()

    class Meta:
        ordering = ["-made_at"]

    def __str__(self):
        return self.for_whom

    def is_open(self, *, at=None) -> bool:
        return self.closed_at is None and (at or timezone.now()) < self.expires_at


class GuestNote(models.Model):
    """What came through a link; it becomes progress only when an officer accepts it."""

    TO_EXEMPLAR = "link__exemplar"
    link = models.ForeignKey(GuestLink, models.CASCADE, related_name="notes")
    sentence = models.CharField("một câu", max_length=500)
    amount = models.DecimalField("một con số", max_digits=16, decimal_places=2, null=True, blank=True)
    at = models.DateTimeField(default=timezone.now)
    accepted_by = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")
    answered_at = models.DateTimeField(null=True, blank=True)
    answer = models.CharField("trả lời", max_length=300, blank=True)
    progress = models.OneToOneField(Progress, models.SET_NULL, null=True, blank=True, related_name="guest_note")

    objects = GuestQuerySet.as_manager()

    class Meta:
        ordering = ["-at"]

    def __str__(self):
        return self.sentence[:60]


class GuestPhoto(models.Model):
    """A photo of a guest's note, already stripped of EXIF and GPS."""

    note = models.ForeignKey(GuestNote, models.CASCADE, related_name="photos")
    file = models.FileField(upload_to="guest/%Y/%m", max_length=255)
    sha256 = models.CharField(max_length=64)

    def __str__(self):
        return str(self.note_id)
