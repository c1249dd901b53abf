"""Decision batches: one decision with its list."""

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone

from kheo.accounts.access import units_where
from kheo.accounts.models import User
from kheo.accounts.permissions import Permission
from kheo.appraisal.lifecycle.batch import BatchStage
from kheo.appraisal.models import conflict
from kheo.appraisal.models.award import AwardForm, Commendation
from kheo.appraisal.models.nomination import Nomination
from kheo.movement.models import Recognition, Round
from kheo.units.models import Level, Unit


class BatchQuerySet(models.QuerySet):
    def visible_to(self, user):
        return self.filter(units_where(user, Permission.NOMINATION_VIEW))


class DecisionBatch(models.Model):
    """Đợt công nhận: number, day, signer and signed scan entered by one and confirmed by another, or approved here."""

    unit = models.ForeignKey(Unit, models.PROTECT, related_name="batches", verbose_name="đơn vị")
    level = models.CharField("cấp công nhận", max_length=10, choices=Level)
    round = models.ForeignKey(Round, models.PROTECT, related_name="batches", verbose_name="đợt")
    name = models.CharField("tên đợt công nhận", max_length=300)
    stage = models.CharField("bước", max_length=10, choices=BatchStage, default=BatchStage.LISTING)
    stage_since = models.DateTimeField(default=timezone.now)
    reason = models.TextField("lý do gần nhất", blank=True)
    issuer = models.CharField("cơ quan quyết định", max_length=200, blank=True)
    decision_no = models.CharField("số quyết định", max_length=60, blank=True)
    decided_on = models.DateField("ngày quyết định", null=True, blank=True)
    signer = models.CharField("người ký", max_length=200, blank=True)
    signer_title = models.CharField("chức vụ người ký", max_length=200, blank=True)
    scan = models.FileField("bản quét quyết định đã ký", upload_to="decisions/", max_length=255, blank=True)
    scan_sha256 = models.CharField(max_length=64, blank=True)
    is_in_app = models.BooleanField("duyệt trên hệ thống", default=False)
    made_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    entered_by = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")
    confirmed_by = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")
    confirmed_at = models.DateTimeField(null=True, blank=True)
    withdrawn_on = models.DateField("bị hủy bỏ từ ngày", null=True, blank=True)
    withdrawn_by_decision = models.CharField("theo quyết định", max_length=60, blank=True)

    objects = BatchQuerySet.as_manager()

    class Meta:
        verbose_name = "đợt công nhận"
        ordering = ["-stage_since", "-pk"]
        constraints = [
            models.CheckConstraint(condition=Q(stage__in=BatchStage.values), name="batch_stage_known"),
            models.CheckConstraint(
                condition=Q(confirmed_by=None) | Q(is_in_app=True) | ~Q(confirmed_by=models.F("entered_by")),
                name="batch_confirmed_by_another",
            ),
            models.CheckConstraint(
                condition=~Q(stage__in=["decided", "withdrawn"])
                | Q(confirmed_by__isnull=False, decided_on__isnull=False),
                name="batch_decided_by_someone",
            ),
            models.CheckConstraint(
                condition=~Q(stage="withdrawn") | ~Q(withdrawn_by_decision=""), name="batch_withdrawn_by_a_decision"
            ),
        ]

    def __str__(self):
        return self.name

    def get_absolute_url(self):
        return reverse("appraisal:batch_detail", args=[self.pk])

    def why_not_entered(self) -> str | None:
        if not self.items.exists():
            return "Danh sách chưa có hồ sơ nào."
        facts = {
            "số quyết định": self.decision_no, "ngày quyết định": self.decided_on, "người ký": self.signer,
            "cơ quan quyết định": self.issuer, "bản quét có chữ ký": self.scan,
        }  # fmt: skip
        missing = [word for word, there in facts.items() if not there]
        return f"Chưa nhập xong, còn thiếu: {', '.join(missing)}." if missing else None

    def why_not_confirmed(self, user) -> str | None:
        if user.pk == self.entered_by_id:
            return "Người xác nhận phải khác người nhập quyết định."
        return self.why_not_entered() or self._why_not_decided(user)

    def why_not_approved(self, user) -> str | None:
        return "Danh sách chưa có hồ sơ nào." if not self.items.exists() else self._why_not_decided(user)

    def _why_not_decided(self, user) -> str | None:
        """The first file on the list that may not be decided now, or that this person must keep away from."""
        items = list(self.items.select_related("nomination__exemplar", "nomination__rule_set"))
        ties = conflict.ties_among([user], [item.nomination for item in items])
        for item in items:
            sentence = conflict.sentence_of(ties.get((user.pk, item.nomination_id), ())) or item.why_not()
            if sentence:
                return f"“{item.nomination.exemplar}”: {sentence}"
        return None


class Result(models.TextChoices):
    GRANTED = "granted", "Công nhận"
    DECLINED = "declined", "Chưa công nhận"


class BatchItem(models.Model):
    """One file on the list: recognised or not yet, perhaps commended, perhaps proposed to the level above."""

    batch = models.ForeignKey(DecisionBatch, models.CASCADE, related_name="items", verbose_name="đợt công nhận")
    nomination = models.ForeignKey(Nomination, models.PROTECT, related_name="batch_items", verbose_name="hồ sơ")
    position = models.PositiveSmallIntegerField("thứ tự", default=0)
    result = models.CharField("kết quả", max_length=10, choices=Result, default=Result.GRANTED)
    reason = models.TextField("lý do chưa công nhận", blank=True)
    award_form = models.ForeignKey(
        AwardForm, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="khen thưởng kèm theo"
    )
    propose_up = models.BooleanField("đề nghị cấp trên công nhận", default=False)
    recognition = models.OneToOneField(Recognition, models.PROTECT, null=True, blank=True, related_name="batch_item")
    commendation = models.OneToOneField(Commendation, models.PROTECT, null=True, blank=True, related_name="batch_item")

    class Meta:
        verbose_name = "hồ sơ trong đợt công nhận"
        ordering = ["position", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["batch", "nomination"], name="batch_item_once"),
            models.CheckConstraint(
                condition=~Q(result="declined") | ~Q(reason=""), name="batch_item_declined_with_reason"
            ),
            models.CheckConstraint(
                condition=Q(result="granted") | Q(award_form=None, propose_up=False), name="batch_item_declined_bare"
            ),
        ]

    def __str__(self):
        return str(self.nomination)

    def why_not(self) -> str | None:
        """The three checks of a grant, asked again at the decision (design section 4)."""
        if self.nomination.stage != "submitted":
            return "hồ sơ chưa ở bước “Đã trình”."
        if self.result == Result.DECLINED:
            return None
        file = self.nomination
        return file.why_held() or file.why_not_passed() or file.why_under_comment()
