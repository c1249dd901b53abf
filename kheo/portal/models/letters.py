"""What the public sends: feedback and suggestions, answered to whoever has the code; where to turn with what is not ours.

A complaint or denunciation that lands here is restricted: it leaves the commune it names and is read by few.
"""

from django.db import models
from django.db.models import Q
from django.utils import timezone

from kheo.accounts.access import NOWHERE, units_where
from kheo.accounts.models import User, covers_whole_tree
from kheo.accounts.permissions import Permission
from kheo.movement.models import Exemplar
from kheo.portal.lifecycle.letter import LetterStage
from kheo.portal.models.news import ArticlePage
from kheo.units.models import Unit

TEXT_LIMIT = 5000  # characters of one letter

# Of whoever writes, and of whom they write about (Luật 91/2025/QH15); all of it is erased by `erase_letters`.
LETTER_PERSONAL = {
    "sender_name": "basic",
    "contact": "basic",
    "title": "basic",
    "text": "basic",
    "answer": "basic",
}


class LetterKind(models.TextChoices):
    FEEDBACK = "feedback", "Góp ý"
    SUGGESTION = "suggestion", "Giới thiệu gương"


class LetterQuerySet(models.QuerySet):
    def visible_to(self, user):
        """The one door: letters of units where `user` answers, and those passed on to units where `user` writes.

        A complaint opens only to those who watch over complaints in the whole tree and belong to no unit it names.
        """
        if not user.is_authenticated:
            return self.none()
        answers = units_where(user, Permission.FEEDBACK_ANSWER)
        passed = units_where(user, Permission.EXEMPLAR_WRITE, "passed_to")
        return self.filter((Q(is_complaint=False) & (answers | passed)) | _complaints_for(user))

    def waiting(self):
        return self.filter(stage=LetterStage.RECEIVED)


def _complaints_for(user) -> Q:
    if not covers_whole_tree(user, Permission.COMPLAINT_VIEW):
        return NOWHERE
    allowed = Q(is_complaint=True)
    for held in user.held:
        for unit in filter(None, (held.unit, held.unit.place)):
            if unit.depth > 1:
                allowed &= ~_names(unit)
    return allowed


def _names(unit: Unit) -> Q:
    """Names this unit, one below it, or the commune it belongs to."""
    step = Unit.steplen
    above = [unit.path[:length] for length in range(2 * step, len(unit.path) + 1, step)]
    return Q(place__isnull=False) & (Q(place__path__startswith=unit.path) | Q(place__path__in=above))


class Letter(models.Model):
    """One letter. Its code is kept as a digest only: whoever reads a copy of the database can use none of them."""

    kind = models.CharField("loại", max_length=12, choices=LetterKind)
    code = models.CharField(max_length=64, unique=True, editable=False)
    at = models.DateTimeField("gửi lúc", default=timezone.now)
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="letters", verbose_name="nơi tiếp nhận")
    place = models.ForeignKey(
        Unit, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="địa bàn được nhắc đến"
    )
    exemplar = models.ForeignKey(
        Exemplar, models.SET_NULL, null=True, blank=True, related_name="letters", verbose_name="về mô hình"
    )
    article = models.ForeignKey(
        ArticlePage, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name="về bài viết"
    )
    title = models.CharField("người, tập thể hoặc việc tốt", max_length=300, blank=True)
    text = models.TextField("nội dung", blank=True)
    sender_name = models.CharField("họ tên người gửi", max_length=120, blank=True)
    contact = models.CharField("cách liên hệ", max_length=200, blank=True)
    consented_at = models.DateTimeField("đồng ý cho dùng họ tên, cách liên hệ lúc", null=True, blank=True)
    stage = models.CharField("bước", max_length=12, choices=LetterStage, default=LetterStage.RECEIVED)
    stage_since = models.DateTimeField("từ lúc", default=timezone.now)
    passed_to = models.ForeignKey(
        Unit, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="đã chuyển đến"
    )
    answer = models.TextField("trả lời", blank=True)
    answered_by = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")
    is_complaint = models.BooleanField("khiếu nại, tố cáo", default=False)
    erased_at = models.DateTimeField(null=True, blank=True)

    objects = LetterQuerySet.as_manager()

    class Meta:
        ordering = ["-at", "-pk"]
        verbose_name = "thư góp ý"
        indexes = [models.Index(fields=["stage", "unit"], name="letter_stage_unit")]
        constraints = [
            models.CheckConstraint(condition=Q(stage__in=LetterStage.values), name="letter_stage_known"),
            models.CheckConstraint(condition=Q(kind__in=LetterKind.values), name="letter_kind_known"),
            # Whom we may write back to has said so.
            models.CheckConstraint(
                condition=Q(sender_name="", contact="") | Q(consented_at__isnull=False), name="letter_sender_consented"
            ),
            models.CheckConstraint(
                condition=Q(is_complaint=False) | Q(passed_to=None), name="letter_complaint_passed_to_nobody"
            ),
        ]

    def __str__(self):
        # Said on the trail and in messages: never what it is about.
        return f"{self.get_kind_display()} số {self.pk}"

    @property
    def about(self) -> str:
        """What it speaks of, in a line."""
        return str(self.exemplar or self.article or self.title or "Góp ý chung")

    @property
    def is_erased(self) -> bool:
        return self.erased_at is not None


class LetterPhoto(models.Model):
    """A photo sent with a suggestion, without place and device; private."""

    letter = models.ForeignKey(Letter, models.CASCADE, related_name="photos")
    file = models.FileField(upload_to="letters/%Y/%m", max_length=255)
    sha256 = models.CharField(max_length=64)

    class Meta:
        ordering = ["pk"]

    def __str__(self):
        return str(self.letter_id)


# What a sender reads before anybody has written the local addresses down.
ANYWHERE = (
    "Khiếu nại, tố cáo được tiếp nhận tại nơi tiếp công dân của Ủy ban nhân dân hoặc Thanh tra cấp có thẩm quyền giải "
    "quyết. Xin gửi đơn, hoặc đến trực tiếp vào ngày tiếp công dân."
)


class ReferralQuerySet(models.QuerySet):
    def complaint_text(self) -> str:
        """Where complaints and denunciations are received."""
        return self.filter(for_complaints=True).values_list("text", flat=True).first() or ANYWHERE


class Referral(models.Model):
    """Where to turn with what is not ours: local, so a row; shipped ones are samples until somebody makes them true."""

    name = models.CharField("việc gì", max_length=200, unique=True)
    text = models.TextField("nơi tiếp nhận, địa chỉ, giờ làm việc", max_length=1500)
    for_complaints = models.BooleanField("dùng cho khiếu nại, tố cáo", default=False)
    is_sample = models.BooleanField("là mẫu, chưa sửa theo địa phương", default=False)

    objects = ReferralQuerySet.as_manager()

    class Meta:
        ordering = ["-for_complaints", "name"]
        verbose_name = "nơi tiếp nhận"

    def __str__(self):
        return self.name


class Allowance(models.Model):
    """How often one network did something within an hour of the clock. `network` is a hash under the day's own key."""

    hour = models.DateTimeField()
    act = models.CharField(max_length=40)
    network = models.BigIntegerField()
    used = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["hour", "act", "network"], name="allowance_once_an_hour")]

    def __str__(self):
        return f"{self.act}: {self.used}"
