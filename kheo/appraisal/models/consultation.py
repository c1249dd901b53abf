"""Hiệp y: bodies that are asked about a list of files, and what the public says of files shown for comment."""

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone

from kheo.accounts.access import NOWHERE, units_where
from kheo.accounts.models import User, covers_whole_tree
from kheo.accounts.permissions import Permission
from kheo.appraisal.models.nomination import Nomination
from kheo.movement.models import Round
from kheo.units.models import Unit


class ConsultationQuerySet(models.QuerySet):
    def visible_to(self, user):
        """Answers are restricted: who reviews proposals of the unit, and each body for what it was asked itself."""
        asked = ConsultedBody.objects.filter(units_where(user, Permission.NOMINATION_PROPOSE)).values("consultation")
        return self.filter(units_where(user, Permission.NOMINATION_REVIEW) | Q(pk__in=asked))

    def open(self):
        return self.filter(closed_on=None)


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


class BodyQuerySet(models.QuerySet):
    def answered_by(self, user):
        """Bodies in whose name `user` may answer: of the own unit, or any of a consultation that `user` runs."""
        own = units_where(user, Permission.NOMINATION_PROPOSE)
        return self.filter(own | units_where(user, Permission.NOMINATION_REVIEW, "consultation__unit"))

    def waiting(self):
        return self.filter(answered_at=None, consultation__closed_on=None)


class ConsultedBody(models.Model):
    """A body that is asked: a unit with an account, or a name whose answer comes on paper and is typed in."""

    consultation = models.ForeignKey(Consultation, models.CASCADE, related_name="bodies")
    unit = models.ForeignKey(Unit, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="đơn vị")
    name = models.CharField("tên cơ quan", max_length=300)
    answered_at = models.DateTimeField(null=True, blank=True)
    answered_by = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")
    paper_no = models.CharField("số văn bản trả lời", max_length=60, blank=True)

    objects = BodyQuerySet.as_manager()

    class Meta:
        verbose_name = "cơ quan được hỏi"
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


# Of whoever writes (Luật 91/2025/QH15); all of it is erased by `erase_comments`.
COMMENT_PERSONAL = {"text": "basic", "name": "basic", "contact": "basic"}


class PublicCommentQuerySet(models.QuerySet):
    def visible_to(self, user):
        """Read where the file is judged; a complaint only by those who watch over complaints, as letters are."""
        if not user.is_authenticated:
            return self.none()
        read = Q(is_complaint=False) & units_where(user, Permission.NOMINATION_REVIEW, "nomination__unit")
        return self.filter(read | _complaints_for(user))

    def waiting(self):
        return self.filter(answered_at=None)


def _complaints_for(user) -> Q:
    """Whoever watches over complaints in the whole tree and belongs to no unit that the file is of."""
    if not covers_whole_tree(user, Permission.COMPLAINT_VIEW):
        return NOWHERE
    allowed = Q(is_complaint=True)
    for held in user.held:
        for unit in filter(None, (held.unit, held.unit.place)):
            if unit.depth > 1:
                allowed &= ~Q(nomination__exemplar__unit__path__startswith=unit.path)
    return allowed


class PublicComment(models.Model):
    """What a reader said of a file while it was shown for comment; read by the focal body, never published.

    `network` is a hash under the key of the day (`kheo.visits`), which is deleted with it: afterwards it tells nothing.
    """

    nomination = models.ForeignKey(Nomination, models.CASCADE, related_name="comments", verbose_name="hồ sơ")
    text = models.TextField("ý kiến")
    name = models.CharField("họ tên", max_length=200, blank=True)
    contact = models.CharField("điện thoại hoặc thư", max_length=200, blank=True)
    consented_at = models.DateTimeField("đồng ý cho dùng họ tên, cách liên hệ lúc", null=True, blank=True)
    is_complaint = models.BooleanField("khiếu nại, tố cáo", default=False)
    mark = models.CharField(max_length=64, blank=True, editable=False)
    network = models.BigIntegerField(null=True, editable=False)
    at = models.DateTimeField(default=timezone.now)
    answer = models.TextField("xử lý", blank=True)
    answered_by = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")
    answered_at = models.DateTimeField(null=True, blank=True)
    erased_at = models.DateTimeField(null=True, blank=True)

    objects = PublicCommentQuerySet.as_manager()

    class Meta:
        verbose_name = "ý kiến của người dân"
        ordering = ["at", "pk"]
        indexes = [models.Index(fields=["network", "at"], name="comment_network")]
        constraints = [
            models.UniqueConstraint(fields=["mark"], condition=~Q(mark=""), name="comment_once_a_form"),
            # Whom we may write back to has said so.
            models.CheckConstraint(
                condition=Q(name="", contact="") | Q(consented_at__isnull=False), name="comment_sender_consented"
            ),
            models.CheckConstraint(
                condition=Q(answered_at=None, answered_by=None, answer="")
                | Q(answered_at__isnull=False, answered_by__isnull=False),
                name="comment_answered_by_someone",
            ),
        ]

    def __str__(self):
        # Said on the trail and in messages: never what it says.
        return f"Ý kiến số {self.pk}"
