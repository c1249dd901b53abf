"""Hiệp y: bodies that are asked about a list of files, and what the public says of files shown for comment."""

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone

from kheo.accounts.access import units_where
from kheo.accounts.models import User
from kheo.accounts.permissions import Permission
from kheo.appraisal.models.nomination import Nomination
from kheo.movement.models import Round
from kheo.units.models import Unit


class ConsultationQuerySet(models.QuerySet):
    def visible_to(self, user):
        """Answers are restricted: who reviews proposals of the unit, and each body for what it was asked itself."""
        asked = ConsultedBody.objects.filter(units_where(user, Permission.NOMINATION_PROPOSE)).values("consultation")
        return self.filter(units_where(user, Permission.NOMINATION_REVIEW) | Q(pk__in=asked))


class Consultation(models.Model):
    """One list sent to the bodies asked, with the day by which they answer."""

    unit = models.ForeignKey(Unit, models.PROTECT, related_name="consultations", verbose_name="đơn vị hỏi")
    round = models.ForeignKey(Round, models.PROTECT, related_name="consultations", verbose_name="đợt")
    name = models.CharField("nội dung hiệp y", max_length=300)
    nominations = models.ManyToManyField(Nomination, related_name="consultations", verbose_name="hồ sơ")
    asked_on = models.DateField("ngày hỏi", default=timezone.localdate)
    due_on = models.DateField("trả lời trước ngày")
    closed_on = models.DateField("kết thúc ngày", null=True, blank=True)
    by = models.ForeignKey(User, models.PROTECT, related_name="+")

    objects = ConsultationQuerySet.as_manager()

    class Meta:
        verbose_name = "hiệp y"
        ordering = ["-asked_on", "-pk"]

    def __str__(self):
        return self.name

    def get_absolute_url(self):
        return reverse("appraisal:consultation_detail", args=[self.pk])


class ConsultedBody(models.Model):
    """A body that is asked: a unit with an account, or a name whose answer comes on paper and is typed in."""

    consultation = models.ForeignKey(Consultation, models.CASCADE, related_name="bodies")
    unit = models.ForeignKey(Unit, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="đơn vị")
    name = models.CharField("tên cơ quan", max_length=300)
    answered_at = models.DateTimeField(null=True, blank=True)
    answered_by = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")
    paper_no = models.CharField("số văn bản trả lời", max_length=60, blank=True)

    class Meta:
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(fields=["consultation", "name"], name="consulted_once")]

    def __str__(self):
        return self.name


class Opinion(models.TextChoices):
    AGREE = "agree", "Nhất trí"
    OBJECT = "object", "Không nhất trí"
    REMARK = "remark", "Có ý kiến"


class ConsultationAnswer(models.Model):
    """What one body says to one file. Restricted: never to the unit concerned, to jurors or the public."""

    body = models.ForeignKey(ConsultedBody, models.CASCADE, related_name="answers")
    nomination = models.ForeignKey(Nomination, models.CASCADE, related_name="consultation_answers")
    opinion = models.CharField("ý kiến", max_length=10, choices=Opinion)
    note = models.TextField("nội dung", blank=True)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["body", "nomination"], name="consultation_answered_once"),
            models.CheckConstraint(condition=Q(opinion="agree") | ~Q(note=""), name="consultation_objection_has_words"),
        ]

    def __str__(self):
        return self.get_opinion_display()


class PublicCommentQuerySet(models.QuerySet):
    def visible_to(self, user):
        return self.filter(units_where(user, Permission.NOMINATION_REVIEW, "nomination__unit"))


class PublicComment(models.Model):
    """What a reader said of a file while it was shown for comment; read by the focal body, never published."""

    nomination = models.ForeignKey(Nomination, models.CASCADE, related_name="comments", verbose_name="hồ sơ")
    text = models.TextField("ý kiến")
    name = models.CharField("họ tên", max_length=200, blank=True)
    contact = models.CharField("điện thoại hoặc thư", max_length=200, blank=True)
    at = models.DateTimeField(default=timezone.now)
    answer = models.TextField("xử lý", blank=True)
    answered_by = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")
    answered_at = models.DateTimeField(null=True, blank=True)

    objects = PublicCommentQuerySet.as_manager()

    class Meta:
        verbose_name = "ý kiến của người dân"
        ordering = ["at", "pk"]

    def __str__(self):
        return self.text[:60]
