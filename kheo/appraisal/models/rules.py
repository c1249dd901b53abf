"""Rule sets: what is asked of a proposal, as versioned data per level, unit and time."""

from datetime import date
from decimal import Decimal

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone

from kheo.accounts.access import units_where
from kheo.accounts.models import User
from kheo.accounts.permissions import Permission
from kheo.appraisal.lifecycle.rules import RuleSetStage
from kheo.units.models import Level, Unit

PERCENT = [MinValueValidator(0), MaxValueValidator(100)]


class Profile(models.TextChoices):
    """How much is asked (design section 4). What each asks for is the table `ASKS`."""

    BASE = "base", "Cơ sở: đạt / chưa đạt, không chấm điểm"
    COMMUNE = "commune", "Xã: một phiếu ngắn, một cuộc họp, biểu quyết"
    PROVINCE = "province", "Tỉnh: đủ các bước"


class Ask(models.TextChoices):
    """A piece of work that a profile may ask for before `Kết luận thẩm định` or `Trình`."""

    VERDICT = "verdict", "kết luận đạt / chưa đạt từng tiêu chí"
    SELF = "self", "phiếu tự chấm của đơn vị"
    APPRAISER = "appraiser", "phiếu thẩm định của chuyên viên"
    COUNCIL = "council", "phiếu chấm của hội đồng"
    VISIT = "visit", "biên bản khảo sát thực tế"
    VOTE = "vote", "kết quả bỏ phiếu của hội đồng"


ASKS: dict[str, tuple[Ask, ...]] = {
    Profile.BASE: (Ask.VERDICT,),
    Profile.COMMUNE: (Ask.APPRAISER, Ask.VOTE),
    Profile.PROVINCE: (Ask.SELF, Ask.APPRAISER, Ask.COUNCIL, Ask.VISIT, Ask.VOTE),
}


class Column(models.TextChoices):
    """Whose scores a sheet holds: the three columns stand side by side."""

    SELF = "self", "Đơn vị tự chấm"
    APPRAISER = "appraiser", "Thẩm định"
    COUNCIL = "council", "Hội đồng"


class VoteManner(models.TextChoices):
    HAND = "hand", "Biểu quyết giơ tay"
    PAPER = "paper", "Phiếu kín bằng giấy"
    ELECTRONIC = "electronic", "Phiếu kín trên hệ thống"


class Abstention(models.TextChoices):
    """What the percentage of agreement is taken of."""

    OF_MEMBERS = "of_members", "Tính trên tổng số thành viên có mặt (phiếu trắng là không đồng ý)"
    OF_VALID = "of_valid", "Tính trên số phiếu hợp lệ, không kể phiếu trắng"


class RuleSetQuerySet(models.QuerySet):
    def visible_to(self, user):
        """Rules are open to whoever works at, above or below the unit they hold for; drafts only to who writes them."""
        around = Q(unit__path__in=_lines_of(user)) | units_where(user, Permission.EXEMPLAR_VIEW)
        return self.filter(around & ~Q(stage=RuleSetStage.DRAFT) | units_where(user, Permission.RULES_WRITE))

    def applied(self, unit: Unit, level: str, *, on: date | None = None):
        """The one that judges what is proposed to `unit` at `level` on a day: its own, else the nearest above's."""
        on = on or timezone.localdate()
        paths = [unit.path[:end] for end in range(Unit.steplen, len(unit.path) + 1, Unit.steplen)]
        begun = self.filter(stage=RuleSetStage.APPLIED, level=level, starts__lte=on, unit__path__in=paths)
        return begun.filter(Q(ends=None) | Q(ends__gte=on)).order_by("-unit__depth", "-starts", "-version")

    def held(self, unit: Unit, level: str) -> "RuleSet | None":
        """`applied`, its row locked until the transaction ends: no version takes its place between choice and use.

        Whoever waited for an application that is through finds no row, and asks once more for the new version.
        """
        for _ in range(2):
            rows = self.applied(unit, level).select_for_update(of=("self",), no_key=True)
            if found := rows.first():
                return found
        return None


def _lines_of(user) -> set[str]:
    paths = {held.unit.path for held in user.held}
    return {path[:end] for path in paths for end in range(Unit.steplen, len(path) + 1, Unit.steplen)}


class RuleSet(models.Model):
    """Bộ tiêu chí. Values are data, moves are code; every shipped one is a sample, not a regulation."""

    unit = models.ForeignKey(Unit, models.PROTECT, related_name="rule_sets", verbose_name="đơn vị ban hành")
    level = models.CharField("cấp công nhận", max_length=10, choices=Level)
    profile = models.CharField("mức quy định", max_length=10, choices=Profile)
    name = models.CharField("tên bộ tiêu chí", max_length=300)
    source = models.CharField("căn cứ", max_length=500, blank=True)
    is_sample = models.BooleanField("mẫu, không phải quy định", default=False)
    version = models.PositiveSmallIntegerField("phiên bản", default=1)
    replaces = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="replaced_by", verbose_name="thay cho"
    )
    starts = models.DateField("áp dụng từ ngày")
    ends = models.DateField("đến hết ngày", null=True, blank=True)
    stage = models.CharField("bước", max_length=12, choices=RuleSetStage, default=RuleSetStage.DRAFT)
    stage_since = models.DateTimeField(default=timezone.now)

    pass_mark = models.DecimalField(
        "điểm sàn (trên thang 100)", max_digits=5, decimal_places=2, null=True, blank=True, validators=PERCENT
    )
    bonus_limit = models.DecimalField("điểm thưởng tối đa", max_digits=5, decimal_places=2, default=Decimal(0))
    least_jurors = models.PositiveSmallIntegerField("số phiếu chấm tối thiểu của hội đồng cho một hồ sơ", default=0)
    quorum = models.PositiveSmallIntegerField(
        "số thành viên có mặt tối thiểu (% của hội đồng)", null=True, blank=True, validators=PERCENT
    )
    vote_threshold = models.PositiveSmallIntegerField(
        "tỷ lệ đồng ý tối thiểu (%)", null=True, blank=True, validators=PERCENT
    )
    vote_manner = models.CharField("cách bỏ phiếu", max_length=10, choices=VoteManner, blank=True)
    abstention = models.CharField(
        "cách tính phiếu trắng", max_length=10, choices=Abstention, default=Abstention.OF_MEMBERS
    )
    comment_days = models.PositiveSmallIntegerField("số ngày công khai lấy ý kiến", default=0)
    reconsider_days = models.PositiveSmallIntegerField("số ngày được kiến nghị xem xét lại", default=15)
    validity_months = models.PositiveSmallIntegerField(
        "công nhận có giá trị bao nhiêu tháng", null=True, blank=True,
        help_text="Để trống: không thời hạn, chỉ hết hiệu lực bằng quyết định hủy bỏ.",
    )  # fmt: skip
    propose_by = models.DateField("hạn gửi đề nghị", null=True, blank=True)
    appraise_by = models.DateField("hạn thẩm định", null=True, blank=True)
    decide_by = models.DateField("hạn quyết định", null=True, blank=True)
    made_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    applied_by = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")

    objects = RuleSetQuerySet.as_manager()

    class Meta:
        verbose_name = "bộ tiêu chí"
        ordering = ["-starts", "-version"]
        constraints = [
            models.CheckConstraint(condition=Q(stage__in=RuleSetStage.values), name="rule_set_stage_known"),
            models.CheckConstraint(condition=Q(profile__in=Profile.values), name="rule_set_profile_known"),
            models.CheckConstraint(
                condition=Q(ends=None) | Q(ends__gte=models.F("starts")), name="rule_set_ends_after_start"
            ),
        ]

    def __str__(self):
        return f"{self.name} (bản {self.version})"

    def get_absolute_url(self):
        return reverse("appraisal:rule_set_detail", args=[self.pk])

    @property
    def asks(self) -> tuple[Ask, ...]:
        return ASKS[self.profile]

    @property
    def has_scores(self) -> bool:
        return Ask.VERDICT not in self.asks

    @property
    def is_frozen(self) -> bool:
        return self.stage != RuleSetStage.DRAFT

    def with_former(self) -> list[int]:
        """Keys of this version and of those before it (one query a version): concluded files stay with theirs."""
        keys, former = [self.pk], self.replaces_id
        while former and former not in keys:
            keys.append(former)
            former = RuleSet.objects.values_list("replaces", flat=True).get(pk=former)
        return keys

    def why_late(self, what: str, *, on: date | None = None) -> str | None:
        """Why `what` ("propose", "appraise", "decide") is past its day, or None."""
        last = getattr(self, f"{what}_by")
        words = {"propose": "gửi đề nghị", "appraise": "thẩm định", "decide": "quyết định"}
        if last is None or (on or timezone.localdate()) <= last:
            return None
        return f"Đã hết hạn {words[what]} từ ngày {last:%d/%m/%Y}."

    def why_not_applicable(self) -> str | None:
        """What is missing before it can be applied (a few queries)."""
        return self._why_incomplete() or self._why_not_in_turn()

    def _why_incomplete(self) -> str | None:
        if not Criterion.objects.filter(group__rule_set=self).exists():
            return "Chưa áp dụng được: bộ tiêu chí chưa có tiêu chí nào."
        if self.has_scores and self.pass_mark is None:
            return "Chưa áp dụng được: chưa ghi điểm sàn."
        if Ask.VOTE in self.asks and not (self.vote_manner and self.vote_threshold and self.quorum):
            return "Chưa áp dụng được: chưa ghi đủ cách bỏ phiếu, tỷ lệ đồng ý và số thành viên có mặt tối thiểu."
        if self.has_scores and Criterion.objects.filter(group__rule_set=self, maximum=None).exists():
            return "Chưa áp dụng được: có tiêu chí chưa ghi điểm tối đa."
        return None

    def _why_not_in_turn(self) -> str | None:
        """Replaced by somebody else meanwhile, replacing too early or during a vote, or beside another of its time."""
        if old := self.replaces:
            if now := old.replaced_by.exclude(pk=self.pk).exclude(stage=RuleSetStage.DRAFT).first():
                return f"“{old}” đã được thay bằng “{now}”; bản này không còn thay cho bộ đang áp dụng."
            if self.starts > timezone.localdate():
                return (
                    f"Bản mới áp dụng từ ngày {self.starts:%d/%m/%Y}; đến ngày đó hãy bấm Áp dụng, "
                    "để không ngày nào thiếu bộ tiêu chí."
                )
            if vote := old.votes.filter(stage="open").first():
                return f"Cuộc bỏ phiếu “{vote}” đang mở theo bản cũ; hãy kết thúc hoặc hủy rồi áp dụng bản mới."
        same = RuleSet.objects.filter(unit=self.unit, level=self.level, stage=RuleSetStage.APPLIED)
        same = same.exclude(pk__in=[self.pk, self.replaces_id]).filter(Q(ends=None) | Q(ends__gte=self.starts))
        if self.ends:
            same = same.filter(starts__lte=self.ends)
        if other := same.first():
            return f"Chưa áp dụng được: trùng thời gian với “{other}”; hãy thay thế bộ đó trước."
        return None


class CriterionGroup(models.Model):
    """Nhóm tiêu chí. `weight` multiplies what its criteria give (1 is plain)."""

    rule_set = models.ForeignKey(RuleSet, models.CASCADE, related_name="groups", verbose_name="bộ tiêu chí")
    name = models.CharField("tên nhóm", max_length=300)
    weight = models.DecimalField("hệ số", max_digits=4, decimal_places=2, default=Decimal(1))
    position = models.PositiveSmallIntegerField("thứ tự", default=0)

    class Meta:
        verbose_name = "nhóm tiêu chí"
        ordering = ["position", "pk"]

    def __str__(self):
        return self.name


class Criterion(models.Model):
    """Tiêu chí: a line of the sheet. Without scores it is met or not; a bonus line adds beyond the scale, never hides."""

    group = models.ForeignKey(CriterionGroup, models.CASCADE, related_name="criteria", verbose_name="nhóm")
    name = models.CharField("tiêu chí", max_length=500)
    description = models.TextField("cách chấm", blank=True)
    maximum = models.DecimalField(
        "điểm tối đa", max_digits=5, decimal_places=2, null=True, blank=True, validators=[MinValueValidator(0)]
    )
    is_bonus = models.BooleanField("điểm thưởng", default=False)
    # In a new version: the line it was copied from, so that what was scored there is carried over.
    replaces = models.ForeignKey("self", models.SET_NULL, null=True, blank=True, related_name="replaced_by")
    position = models.PositiveSmallIntegerField("thứ tự", default=0)

    class Meta:
        verbose_name = "tiêu chí"
        ordering = ["group__position", "group_id", "position", "pk"]

    def __str__(self):
        return self.name
