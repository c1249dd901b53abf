"""A proposal of one exemplar at one level in one round, and what stands around it: holds, kin, visits."""

from datetime import date, timedelta
from functools import reduce
from operator import or_

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone

from kheo.accounts.access import can, units_where
from kheo.accounts.models import User
from kheo.accounts.permissions import Permission
from kheo.appraisal.lifecycle.nomination import OPEN, STANDING, NominationStage
from kheo.appraisal.models import conflict, judged
from kheo.appraisal.models.rules import Ask, RuleSet
from kheo.appraisal.models.submission import Submission
from kheo.movement.lifecycle.exemplar import ExemplarStage
from kheo.movement.models import Bearer, Exemplar, Round
from kheo.units.models import Level, Unit

RIPE = (ExemplarStage.RUNNING, ExemplarStage.COMPLETED)


class RankGroup(models.TextChoices):
    """Like is ranked with like (design section 4)."""

    RESIDENTS = "residents", "Khu dân cư"
    OFFICES = "offices", "Cơ quan, trường học"
    FORCES = "forces", "Lực lượng vũ trang"
    PERSONS = "persons", "Cá nhân"


class NominationQuerySet(models.QuerySet):
    def visible_to(self, user):
        """Three doors: the unit whose exemplar it is, the unit that judges it, and a juror for the files given to them."""
        own = units_where(user, Permission.EXEMPLAR_VIEW, "exemplar__unit")
        judged = units_where(user, Permission.NOMINATION_VIEW)
        given = (
            Q(assignments__seat__user=user, assignments__taken_back_at=None, assignments__seat__left_on=None)
            if user.is_authenticated
            else Q(pk__in=[])
        )
        keys = Nomination.objects.filter(own | judged | given).values("pk")
        return self.filter(pk__in=keys)

    def open(self):
        return self.filter(stage__in=OPEN)

    def standing(self):
        return self.filter(stage__in=STANDING)

    def under_comment(self, *, on: date):
        """Published, and `on` is no later than the last day on which comments are taken (one query beside)."""
        rules = RuleSet.objects.filter(nominations__stage=NominationStage.PUBLISHED).order_by().distinct()
        days = rules.values_list("pk", "comment_days")
        where = [Q(rule_set=pk, published_on__gt=on - timedelta(days=count)) for pk, count in days]
        return self.filter(reduce(or_, where, Q(pk__in=[])), stage=NominationStage.PUBLISHED)

    def shown(self, *, on: date):
        """What the public page shows on a day: under comment, and of exemplars that everybody may see.

        Whether a file is held makes no difference: its going away would tell.
        """
        return self.under_comment(on=on).filter(exemplar__in=Exemplar.objects.public())


class Nomination(models.Model):
    """Đề nghị công nhận. `unit` judges and decides; the exemplar's own unit (or the level below) proposes."""

    exemplar = models.ForeignKey(Exemplar, models.PROTECT, related_name="nominations", verbose_name="mô hình")
    level = models.CharField("cấp công nhận", max_length=10, choices=Level)
    round = models.ForeignKey(Round, models.PROTECT, related_name="nominations", verbose_name="đợt")
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="nominations", verbose_name="nơi xét công nhận")
    rule_set = models.ForeignKey(RuleSet, models.PROTECT, related_name="nominations", verbose_name="bộ tiêu chí")
    group = models.CharField("nhóm xếp hạng", max_length=10, choices=RankGroup)
    proposer = models.ForeignKey(Unit, models.PROTECT, related_name="proposals", verbose_name="nơi đề nghị")
    from_below = models.OneToOneField(
        "self", models.PROTECT, null=True, blank=True, related_name="carried_up", verbose_name="từ hồ sơ cấp dưới"
    )
    case = models.TextField("tóm tắt thành tích", blank=True)
    stage = models.CharField("bước", max_length=10, choices=NominationStage, default=NominationStage.PROPOSED)
    stage_since = models.DateTimeField(default=timezone.now)
    reason = models.TextField("lý do gần nhất", blank=True)
    proposed_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+", verbose_name="người đề nghị")
    proposed_at = models.DateTimeField(default=timezone.now)
    concluded_by = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")
    conclusion = models.TextField("kết luận thẩm định", blank=True)
    published_on = models.DateField("công khai từ ngày", null=True, blank=True)
    submission = models.ForeignKey(
        Submission, models.PROTECT, null=True, blank=True, related_name="nominations", verbose_name="tờ trình"
    )
    declined_on = models.DateField(null=True, blank=True)
    declined_by = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")
    reconsidered_at = models.DateTimeField(null=True, blank=True)
    # Who had concluded before the unit asked for another look: does not answer it (`declined_by` stays until then).
    first_concluded_by = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")
    due_on = models.DateField("hạn xử lý", null=True, blank=True)

    objects = NominationQuerySet.as_manager()

    class Meta:
        verbose_name = "đề nghị công nhận"
        ordering = ["-proposed_at", "-pk"]
        constraints = [
            models.CheckConstraint(condition=Q(stage__in=NominationStage.values), name="nomination_stage_known"),
            models.CheckConstraint(condition=Q(group__in=RankGroup.values), name="nomination_group_known"),
            models.UniqueConstraint(
                fields=["exemplar", "level", "round"], condition=~Q(stage="dropped"), name="nomination_once_a_round"
            ),
        ]
        indexes = [
            models.Index(fields=["unit", "round", "stage"], name="nomination_desk"),
            models.Index(fields=["rule_set", "stage"], name="nomination_rules"),
        ]

    def __str__(self):
        return f"{self.exemplar} ({self.get_level_display().lower()}, {self.round})"

    def get_absolute_url(self):
        return reverse("appraisal:nomination_detail", args=[self.pk])

    @staticmethod
    def list_address(**filters: str) -> str:
        """The focal body's list under these filters."""
        return reverse("appraisal:nomination_list", query=filters)

    # What stands in the way of a move, in the user's words; the lifecycle's obstacles ask these.

    def why_not_ripe(self) -> str | None:
        """Running or completed, its main outcome with actual, day and evidence (design section 4, move `propose`)."""
        if self.exemplar.stage not in RIPE:
            stage = self.exemplar.get_stage_display()
            return f"Mô hình đang ở bước “{stage}”; chỉ đề nghị khi đang thực hiện hoặc đã hoàn thành."
        main = self.exemplar.main_outcome()
        if main is None:
            return "Chưa đề nghị được: hồ sơ chưa có kết quả chính."
        if main.actual is None or main.actual_on is None:
            return f"Chưa đề nghị được: kết quả chính “{main.name}” chưa có số thực hiện và ngày."
        if not main.evidence.exists():
            return f"Chưa đề nghị được: kết quả chính “{main.name}” chưa có minh chứng."
        if main.target is not None and main.actual < main.target and not main.missed_reason.strip():
            return f"Kết quả chính “{main.name}” chưa đạt chỉ tiêu; hãy ghi vì sao chưa đạt rồi đề nghị."
        return None

    def why_held(self) -> str | None:
        """Only that it is held, never why: the reason is read by named roles alone."""
        if self.exemplar.holds.open().exists():
            return "Hồ sơ đang tạm chưa xét."
        return None

    def why_under_comment(self) -> str | None:
        days = self.rule_set.comment_days
        if not days:
            return None
        if self.published_on is None:
            return f"Chưa trình được: hồ sơ phải công khai lấy ý kiến {days} ngày."
        if timezone.localdate() <= self.comment_ends:
            return f"Chưa trình được: đang công khai lấy ý kiến đến hết ngày {self.comment_ends:%d/%m/%Y}."
        return None

    def why_not_to_reconsider(self) -> str | None:
        if self.reconsidered_at is not None:
            return "Hồ sơ này đã được xem xét lại một lần."
        last = self.declined_on + timedelta(days=self.rule_set.reconsider_days)
        if timezone.localdate() > last:
            return f"Đã hết hạn kiến nghị xem xét lại từ ngày {last:%d/%m/%Y}."
        return None

    def why_barred(self, user) -> str | None:
        return conflict.why_barred(user, self)

    def why_not_second(self, user) -> str | None:
        """Who concluded first does not answer the request to look again (design section 4, move `reconsider`)."""
        if self.reconsidered_at and user.pk in (self.first_concluded_by_id, self.declined_by_id):
            return "Đồng chí đã kết luận hồ sơ này lần đầu; kiến nghị xem xét lại phải do người khác trả lời."
        return None

    @property
    def comment_ends(self) -> date | None:
        """The last day on which comments are taken, or None where the file was not shown for comment."""
        days = self.rule_set.comment_days
        return self.published_on + timedelta(days=days - 1) if self.published_on and days else None

    def why_not_shown(self) -> str | None:
        """Why the public page cannot show this file while comments are taken (one query); None where it can."""
        if Exemplar.objects.public().filter(pk=self.exemplar_id).exists():
            return None
        if self.exemplar.bearer == Bearer.PERSON:
            return "Cá nhân chưa đồng ý cho công khai, nên hồ sơ không hiện ở trang lấy ý kiến."
        return "Mô hình chưa được duyệt đưa ra trang công khai, nên hồ sơ không hiện ở trang lấy ý kiến."

    def why_no_comment(self) -> str | None:
        if not self.rule_set.comment_days:
            return "Bộ tiêu chí không yêu cầu công khai lấy ý kiến; hồ sơ có thể trình ngay."
        return None

    def why_not_judged(self) -> str | None:
        """Which of the works that the rule set asks for are missing; the vote is asked for by `Trình`."""
        missing = [ask.label for ask in judged.missing_works(self) if ask != Ask.VOTE]
        return f"Chưa kết luận được, còn thiếu: {', '.join(missing)}." if missing else None

    def why_not_passed(self) -> str | None:
        return judged.why_not_passed(self)


class HoldQuerySet(models.QuerySet):
    def open(self):
        return self.filter(released_on=None)

    def visible_to(self, user):
        """Of exemplars on the line of `user`, and of those proposed to where `user` judges."""
        own = units_where(user, Permission.HOLD_VIEW, "exemplar__unit")
        judged = Nomination.objects.filter(units_where(user, Permission.HOLD_VIEW)).values("exemplar")
        return self.filter(own | Q(exemplar__in=judged))


class Hold(models.Model):
    """Tạm chưa xét: an exemplar waits while something is verified (NĐ 152/2025). Never public, never shown to jurors."""

    exemplar = models.ForeignKey(Exemplar, models.PROTECT, related_name="holds", verbose_name="mô hình")
    reason = models.TextField("lý do")
    since = models.DateField("từ ngày", default=timezone.localdate)
    by = models.ForeignKey(User, models.PROTECT, related_name="+")
    review_on = models.DateField("xem lại vào ngày", null=True, blank=True)
    released_on = models.DateField("thôi tạm hoãn từ ngày", null=True, blank=True)
    released_by = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")
    release_reason = models.TextField("căn cứ thôi tạm hoãn", blank=True)

    objects = HoldQuerySet.as_manager()

    class Meta:
        verbose_name = "tạm chưa xét"
        ordering = ["-since", "-pk"]
        constraints = [
            models.UniqueConstraint(fields=["exemplar"], condition=Q(released_on=None), name="hold_one_open"),
            models.CheckConstraint(
                condition=Q(released_on=None, released_by=None)
                | Q(released_on__isnull=False, released_by__isnull=False) & ~Q(release_reason=""),
                name="hold_released_by_someone_with_reason",
            ),
        ]

    def __str__(self):
        return f"tạm chưa xét từ {self.since:%d/%m/%Y}"


def may_hold(user, permission: Permission, exemplar: Exemplar) -> bool:
    """Does `user` hold this permission over holds on the line of the exemplar's unit, or where it was proposed to?"""
    if can(user, permission, exemplar.unit):
        return True
    return Nomination.objects.filter(units_where(user, permission), exemplar=exemplar).exists()


class Visit(models.Model):
    """Khảo sát thực tế: who went when, what was found. Photos are pieces of evidence of the exemplar."""

    nomination = models.ForeignKey(Nomination, models.PROTECT, related_name="visits", verbose_name="hồ sơ")
    on = models.DateField("ngày khảo sát", default=timezone.localdate)
    people = models.TextField("thành phần đoàn")
    met = models.TextField("đã gặp, đã xem", blank=True)
    findings = models.TextField("nhận xét tại chỗ")
    advice = models.TextField("kiến nghị", blank=True)
    photos = models.ManyToManyField("movement.Evidence", blank=True, related_name="+", verbose_name="ảnh")
    by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name="người ghi")
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = "khảo sát thực tế"
        ordering = ["-on", "-pk"]

    def __str__(self):
        return f"khảo sát ngày {self.on:%d/%m/%Y}"
