"""What is asked, of whom, from when to when, and what was decided because of it."""

from collections.abc import Sequence
from datetime import datetime

from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils import timezone

from kheo.accounts.access import units_where
from kheo.accounts.permissions import Permission
from kheo.core.vietnamese import format_number, slug
from kheo.polls.lifecycle import PollStage
from kheo.units.models import Unit

NETWORK_LIMIT = 200  # ballots a day from browsers of one network on one poll; a whole office votes, one script does not
SMALL_PANEL = 10  # below so many ballots a running count of a secret poll would tell who voted how
MOST_CHOICES = 30


class PollKind(models.TextChoices):
    """How many choices one ballot may tick."""

    SINGLE = "single", "Chọn một phương án"
    MULTIPLE = "multiple", "Chọn nhiều phương án"


class Audience(models.TextChoices):
    """Who may vote."""

    EVERYONE = "everyone", "Mọi người, mỗi trình duyệt một phiếu"
    MEMBERS = "members", "Thành viên đã đăng nhập, mỗi tài khoản một phiếu"


class ResultsShown(models.TextChoices):
    """From when results are shown: to everybody at the same moment, the editors included."""

    NOW = "now", "Ngay trong khi bình chọn"
    AFTER = "after", "Sau khi đóng"


class PollQuerySet(models.QuerySet):
    def visible_to(self, user):
        """What somebody works on: polls of the units where they may write or open them."""
        return self.filter(units_where(user, Permission.POLL_CHANGE) | units_where(user, Permission.POLL_OPEN))

    def public(self, at: datetime):
        """What anyone may read at a moment: approved, and its opening has come."""
        return self.filter(stage=PollStage.PUBLISHED, opens_at__lte=at)

    def open(self, at: datetime):
        return self.public(at).filter(closes_at__gt=at)

    def closed(self, at: datetime):
        return self.public(at).filter(closes_at__lte=at)

    def coming(self, at: datetime):
        return self.filter(stage=PollStage.PUBLISHED, opens_at__gt=at)


class Poll(models.Model):
    """A public question. Open and closed are told by the clock, never by somebody's visit."""

    unit = models.ForeignKey(Unit, models.PROTECT, related_name="polls", verbose_name="đơn vị tổ chức")
    question = models.CharField("câu hỏi", max_length=300)
    description = models.TextField("giới thiệu", blank=True)
    kind = models.CharField("cách chọn", max_length=10, choices=PollKind, default=PollKind.SINGLE)
    min_ticks = models.PositiveSmallIntegerField("chọn ít nhất", default=1)
    max_ticks = models.PositiveSmallIntegerField("chọn nhiều nhất", default=1)
    audience = models.CharField("ai được bỏ phiếu", max_length=10, choices=Audience, default=Audience.EVERYONE)
    results_shown = models.CharField("kết quả hiện", max_length=10, choices=ResultsShown, default=ResultsShown.AFTER)
    is_secret = models.BooleanField("phiếu kín", default=True)
    opens_at = models.DateTimeField("mở lúc")
    closes_at = models.DateTimeField("đóng lúc")
    stage = models.CharField("bước", max_length=12, choices=PollStage, default=PollStage.DRAFTING)
    panel = models.PositiveIntegerField("số thành viên lúc duyệt mở", null=True, blank=True)
    closing_note = models.CharField("lý do đóng sớm", max_length=500, blank=True)
    conclusion = models.TextField("đã quyết định gì từ kết quả", blank=True)
    concluded_on = models.DateField("ngày kết luận", null=True, blank=True)
    next_on = models.DateField("ngày bình chọn tới", null=True, blank=True)
    sealed_at = models.DateTimeField("niêm lại lúc", null=True, blank=True)

    objects = PollQuerySet.as_manager()

    class Meta:
        verbose_name = "bình chọn"
        ordering = ["-opens_at", "-pk"]
        indexes = [models.Index(fields=["stage", "closes_at"], name="poll_by_closing")]
        constraints = [
            models.CheckConstraint(condition=Q(stage__in=PollStage.values), name="poll_stage_known"),
            models.CheckConstraint(condition=Q(kind__in=PollKind.values), name="poll_kind_known"),
            models.CheckConstraint(condition=Q(audience__in=Audience.values), name="poll_audience_known"),
            models.CheckConstraint(condition=Q(results_shown__in=ResultsShown.values), name="poll_results_known"),
            models.CheckConstraint(condition=Q(closes_at__gt=F("opens_at")), name="poll_closes_after_opening"),
            models.CheckConstraint(
                condition=Q(min_ticks__gte=1, max_ticks__gte=F("min_ticks"), max_ticks__lte=MOST_CHOICES),
                name="poll_ticks_in_order",
            ),
            models.CheckConstraint(
                condition=Q(kind=PollKind.MULTIPLE) | Q(min_ticks=1, max_ticks=1), name="poll_single_takes_one"
            ),
            models.CheckConstraint(
                condition=Q(is_secret=True) | Q(audience=Audience.MEMBERS), name="poll_of_everyone_is_secret"
            ),
            models.CheckConstraint(
                condition=Q(conclusion="", concluded_on=None) | (~Q(conclusion="") & Q(concluded_on__isnull=False)),
                name="poll_conclusion_has_its_day",
            ),
        ]

    def __str__(self):
        return self.question

    def get_absolute_url(self):
        return reverse("polls:poll", args=[self.pk, self.slug])

    @property
    def slug(self) -> str:
        return slug(self.question)[:80].strip("-") or "binh-chon"

    def is_open(self, at: datetime) -> bool:
        return self.stage == PollStage.PUBLISHED and self.opens_at <= at < self.closes_at

    def is_closed(self, at: datetime) -> bool:
        return self.stage == PollStage.PUBLISHED and self.closes_at <= at

    def turn(self, at: datetime) -> str:
        """Where it stands, in a reader's words: a stage while it is prepared, then what the clock says."""
        if self.stage != PollStage.PUBLISHED:
            return self.get_stage_display()
        return "Đã đóng" if self.is_closed(at) else "Đang mở" if self.is_open(at) else "Chờ đến giờ mở"

    @property
    def is_for_members(self) -> bool:
        return self.audience == Audience.MEMBERS

    def how_many(self) -> str:
        """What one ballot may tick: "Chọn một phương án", "Chọn từ 1 đến 3 phương án"."""
        low, high = format_number(self.min_ticks), format_number(self.max_ticks)
        if self.max_ticks == 1:
            return "Chọn một phương án"
        return f"Chọn {high} phương án" if low == high else f"Chọn từ {low} đến {high} phương án"

    def why_hidden(self, at: datetime, ballots: int) -> str:
        """Why nobody sees the results now, or "". The answer is the same for everybody."""
        if self.is_closed(at):
            return ""
        if self.results_shown == ResultsShown.AFTER:
            return f"Kết quả công bố khi bình chọn đóng, lúc {_moment(self.closes_at)}."
        if self.is_secret and ballots < SMALL_PANEL:
            return (
                f"Phiếu kín: kết quả hiện khi có từ {SMALL_PANEL} phiếu, "
                f"hoặc khi bình chọn đóng, lúc {_moment(self.closes_at)}."
            )
        return ""

    def caution(self) -> str:
        """What to think of before opening it, or "": a running count of a small secret poll tells on its voters."""
        if not self.is_secret or self.results_shown == ResultsShown.AFTER:
            return ""
        return (
            f"Phiếu kín mà kết quả hiện ngay: dưới {SMALL_PANEL} phiếu thì trang chưa hiện con số, vì số nhỏ làm lộ lá "
            "phiếu. Từ đó trở đi, ai theo dõi trang liên tục vẫn có thể đoán được phiếu vừa gửi. Nếu người bỏ phiếu quen "
            "biết nhau, hãy chọn “Sau khi đóng”."
        )

    def why_not(self, keys: Sequence[int | None], offered: set[int]) -> str:
        """Why these ticks are no ballot of this poll, or ""."""
        if any(key not in offered for key in keys):
            return "Có phương án không thuộc bình chọn này. Hãy mở lại trang rồi chọn."
        if len(set(keys)) != len(keys):
            return "Một phương án chỉ chọn được một lần."
        if not self.min_ticks <= len(keys) <= self.max_ticks:
            return f"{self.how_many()}; phiếu này đang chọn {format_number(len(keys))}."
        return ""


class Choice(models.Model):
    """One answer that may be ticked, at its place in the list."""

    poll = models.ForeignKey(Poll, models.CASCADE, related_name="choices")
    text = models.CharField("phương án", max_length=300)
    place = models.PositiveSmallIntegerField()

    class Meta:
        verbose_name = "phương án"
        ordering = ["place"]
        constraints = [
            models.UniqueConstraint(fields=["poll", "place"], name="choice_place_once"),
            models.UniqueConstraint(fields=["poll", "text"], name="choice_text_once"),
        ]

    def __str__(self):
        return self.text


def _moment(value: datetime) -> str:
    value = timezone.localtime(value)
    return f"{value.hour}:{value:%M} ngày {value:%d/%m/%Y}"
