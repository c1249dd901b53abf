"""Evidence: photos and documents, private by default, with a clean copy for others and a hash for duplicates."""

import uuid

from django.db import models
from django.db.models import Q
from django.utils import timezone

from kheo.accounts.access import units_where
from kheo.accounts.models import User
from kheo.accounts.permissions import Permission
from kheo.core.vietnamese import fold
from kheo.movement.models.exemplar import Exemplar, Outcome
from kheo.movement.models.progress import Progress

SIGNED_PAPER = "Bản giấy đã ký"  # the caption of the paper behind a registration that was typed in for somebody


class EvidenceQuerySet(models.QuerySet):
    def visible_to(self, user):
        return self.filter(units_where(user, Permission.EXEMPLAR_VIEW, "exemplar__unit"))

    def public(self):
        """Shown to everyone: approved photos of published exemplars in which nobody is shown without consent."""
        shown = self.filter(
            is_public=True, kind="photo", shows_person__isnull=False, exemplar__in=Exemplar.objects.public()
        )
        return shown.exclude(Q(shows_person=True) | Q(shows_child=True), consented=False)


class Evidence(models.Model):
    """Minh chứng: one file. `original` is kept as sent; `clean` has no EXIF or GPS and is what others see."""

    exemplar = models.ForeignKey(Exemplar, models.CASCADE, related_name="evidence")
    outcome = models.ForeignKey(Outcome, models.SET_NULL, null=True, blank=True, related_name="evidence")
    progress = models.ForeignKey(Progress, models.SET_NULL, null=True, blank=True, related_name="evidence")
    kind = models.CharField("loại", max_length=10, choices={"photo": "Ảnh", "document": "Tài liệu"})
    name = models.CharField("tên tệp", max_length=255)
    caption = models.CharField("chú thích", max_length=300, blank=True)
    taken_on = models.DateField("ngày chụp", null=True, blank=True)
    original = models.FileField(upload_to="evidence/original/%Y/%m", max_length=255)
    clean = models.FileField(upload_to="evidence/clean/%Y/%m", max_length=255, blank=True)
    thumb = models.FileField(upload_to="evidence/thumb/%Y/%m", max_length=255, blank=True)
    content_type = models.CharField(max_length=120)
    size = models.PositiveBigIntegerField("dung lượng (byte)")
    sha256 = models.CharField(max_length=64, db_index=True)
    shows_person = models.BooleanField("nhận ra được người trong ảnh", null=True)
    consented = models.BooleanField("người trong ảnh đã đồng ý", default=False)
    shows_child = models.BooleanField("có trẻ em", default=False)
    is_public = models.BooleanField("đưa ra trang công khai", default=False)
    by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField(default=timezone.now)
    folded = models.CharField(max_length=600, editable=False, default="")

    objects = EvidenceQuerySet.as_manager()

    class Meta:
        ordering = ["-at", "-pk"]
        constraints = [
            models.UniqueConstraint(fields=["exemplar", "sha256"], name="evidence_once_an_exemplar"),
            models.CheckConstraint(
                condition=Q(is_public=False) | Q(shows_child=False) | Q(consented=True),
                name="evidence_child_needs_consent",
            ),
        ]

    def __str__(self):
        return self.caption or self.name

    def save(self, *args, **kwargs):
        self.folded = fold(f"{self.name} {self.caption}")[:600]
        super().save(*args, **kwargs)
        self.exemplar.reindex()

    def delete(self, *args, **kwargs):
        gone = super().delete(*args, **kwargs)
        self.exemplar.reindex()
        return gone


class Upload(models.Model):
    """A file on its way in pieces. Its id is made by the sender, so a broken upload goes on where it stopped."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4)
    by = models.ForeignKey(User, models.CASCADE, related_name="+")
    exemplar = models.ForeignKey(Exemplar, models.CASCADE, null=True, related_name="uploads")
    name = models.CharField(max_length=255)
    size = models.PositiveBigIntegerField()
    received = models.PositiveBigIntegerField(default=0)
    part = models.FileField(upload_to="uploads/", max_length=255, blank=True)
    at = models.DateTimeField(default=timezone.now)
    evidence = models.ForeignKey(Evidence, models.SET_NULL, null=True, blank=True, related_name="+")

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(received__lte=models.F("size")), name="upload_not_more_than_its_size")
        ]

    def __str__(self):
        return self.name
