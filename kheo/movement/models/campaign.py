"""What the movement is run by: campaigns, rounds, themes, directives with targets, priority areas."""

from datetime import date

from django.db import models
from django.db.models import Q
from django.utils import timezone

from kheo.accounts.access import units_where
from kheo.accounts.permissions import Permission
from kheo.core.vietnamese import fold, sort_key
from kheo.units.models import Unit


class Field(models.TextChoices):
    """The four fields; each has its own mark (shape and colour) everywhere."""

    ECONOMY = "economy", "Kinh tế"
    CULTURE = "culture", "Văn hóa - xã hội"
    DEFENCE = "defence", "Quốc phòng - an ninh"
    POLITICS = "politics", "Xây dựng hệ thống chính trị"


class Campaign(models.Model):
    """A movement over a free span of years, e.g. "Dân vận khéo giai đoạn 2026-2030"."""

    name = models.CharField("tên phong trào", max_length=200)
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="campaigns", verbose_name="đơn vị phát động")
    starts = models.DateField("bắt đầu")
    ends = models.DateField("kết thúc", null=True, blank=True)

    class Meta:
        ordering = ["-starts"]
        constraints = [
            models.CheckConstraint(
                condition=Q(ends=None) | Q(ends__gte=models.F("starts")), name="campaign_ends_after_start"
            )
        ]

    def __str__(self):
        return self.name


class RoundQuerySet(models.QuerySet):
    def around(self, user):
        """Rounds launched at, above or below a unit in which `user` holds a role (or in whose place it stands).

        What a neighbouring commune launches for itself is no matter of theirs. The highest launcher comes first.
        """
        units = {unit for held in user.held for unit in (held.unit, held.unit.place) if unit}
        above = {unit.path[:end] for unit in units for end in range(Unit.steplen, len(unit.path) + 1, Unit.steplen)}
        where = Q(campaign__unit__path__in=above)
        for unit in units:
            where |= Q(campaign__unit__path__startswith=unit.path)
        return self.filter(where).order_by("campaign__unit__depth", "-year", "code")


class Round(models.Model):
    """A year's round of a campaign, with the days between which registrations are taken."""

    campaign = models.ForeignKey(Campaign, models.PROTECT, related_name="rounds", verbose_name="phong trào")
    code = models.SlugField("mã đợt", max_length=40, unique=True, help_text="Ví dụ: dvk-2026")
    name = models.CharField("tên đợt", max_length=200)
    year = models.PositiveSmallIntegerField("năm")
    opens_on = models.DateField("nhận đăng ký từ")
    closes_on = models.DateField("nhận đăng ký đến hết ngày")
    review_days = models.PositiveSmallIntegerField("số ngày để rà soát", default=5)
    mend_days = models.PositiveSmallIntegerField("số ngày để bổ sung", default=7)
    officer_may_file = models.BooleanField("cán bộ được tự gửi đăng ký", default=False)

    objects = RoundQuerySet.as_manager()

    class Meta:
        ordering = ["-year", "code"]
        constraints = [
            models.CheckConstraint(condition=Q(closes_on__gte=models.F("opens_on")), name="round_closes_after_opening")
        ]

    def __str__(self):
        return self.name

    def why_closed(self, exemplar, *, on: date | None = None) -> str | None:
        """Why a registration is not taken today, or None. A điển hình may be found outside the window."""
        on = on or timezone.localdate()
        if exemplar.kind == "example" or self.opens_on <= on <= self.closes_on:
            return None
        if on < self.opens_on:
            return f"{self.name} nhận đăng ký từ ngày {self.opens_on:%d/%m/%Y}."
        return f"{self.name} đã hết hạn nhận đăng ký từ ngày {self.closes_on:%d/%m/%Y}; đề nghị chuyên viên mở lại đợt."


class Theme(models.Model):
    """A sub-theme, local and configurable: Nông thôn mới, Chuyển đổi số..."""

    name = models.CharField("chủ đề", max_length=120, unique=True)
    sort = models.CharField(max_length=360, editable=False)

    class Meta:
        ordering = ["sort"]

    def __str__(self):
        return self.name

    def save(self, *args, **kwargs):
        self.sort = sort_key(self.name)[:360]
        super().save(*args, **kwargs)


class DirectiveQuerySet(models.QuerySet):
    def public(self):
        """Those that everybody may read."""
        return self.filter(is_public=True)

    def in_force(self, *, on: date):
        """In force on a day: begun, not ended, not replaced."""
        begun = Q(valid_from=None) | Q(valid_from__lte=on)
        return self.filter(begun, Q(valid_until=None) | Q(valid_until__gte=on), replaced_by=None)

    def matching(self, text: str):
        """All words of `text` in number, kind, issuer or title, in any spelling."""
        rows = self
        for word in fold(text).split()[:12]:
            rows = rows.filter(folded__contains=word)
        return rows


class Directive(models.Model):
    """A document that directs: resolution, directive, plan. Internal until it is made public."""

    number = models.CharField("số, ký hiệu", max_length=60, blank=True)
    kind = models.CharField("loại văn bản", max_length=60)
    issuer = models.CharField("cơ quan ban hành", max_length=200)
    title = models.CharField("trích yếu", max_length=500)
    issued_on = models.DateField("ngày ban hành", null=True, blank=True)
    valid_from = models.DateField("có hiệu lực từ", null=True, blank=True)
    valid_until = models.DateField("hết hiệu lực sau ngày", null=True, blank=True)
    replaced_by = models.ForeignKey("self", models.SET_NULL, null=True, blank=True, related_name="replaces")
    is_public = models.BooleanField("công khai", default=False)
    folded = models.TextField(editable=False, default="")

    objects = DirectiveQuerySet.as_manager()

    class Meta:
        ordering = ["-issued_on", "number"]

    def __str__(self):
        return f"{self.kind} {self.number}".strip()

    def save(self, *args, **kwargs):
        self.folded = fold(f"{self.kind} {self.number} {self.issuer} {self.title}")
        super().save(*args, **kwargs)

    def is_in_force(self, *, on: date) -> bool:
        """As `DirectiveQuerySet.in_force` says of rows."""
        begun = self.valid_from is None or self.valid_from <= on
        return begun and (self.valid_until is None or self.valid_until >= on) and self.replaced_by_id is None


class DirectiveFile(models.Model):
    """A file of a directive: checked when it came (no secrecy stamp), handed out to all once the directive is public."""

    directive = models.ForeignKey(Directive, models.CASCADE, related_name="files", verbose_name="văn bản")
    name = models.CharField("tên tệp", max_length=255)
    file = models.FileField(upload_to="directives/", max_length=255)
    content_type = models.CharField(max_length=100)
    size = models.PositiveBigIntegerField()
    sha256 = models.CharField(max_length=64)
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(fields=["directive", "sha256"], name="directive_file_once")]

    def __str__(self):
        return self.name


class Target(models.Model):
    """Chỉ tiêu: a figure that a directive asks for; outcomes link to it."""

    directive = models.ForeignKey(Directive, models.CASCADE, related_name="targets")
    name = models.CharField("chỉ tiêu", max_length=300)
    measure = models.CharField("đơn vị tính", max_length=40)
    value = models.DecimalField("mức", max_digits=16, decimal_places=2, null=True, blank=True)

    def __str__(self):
        return self.name


class PriorityKind(models.TextChoices):
    """The kinds of place the source page names. On communes, zones and bodies; never on a hamlet or a person."""

    HARD = "hard", "Nơi khó khăn, phức tạp"
    RELIGIOUS = "religious", "Vùng đông đồng bào có đạo"
    PROJECT = "project", "Vùng dự án trọng điểm"
    INDUSTRY = "industry", "Cụm công nghiệp, khu kinh tế"
    OFFICE = "office", "Cơ quan hành chính, đơn vị sự nghiệp"


class PriorityAreaQuerySet(models.QuerySet):
    def visible_to(self, user):
        return self.filter(units_where(user, Permission.PRIORITY_VIEW))

    def current(self, *, on: date):
        return self.filter(Q(starts__lte=on), Q(ends=None) | Q(ends__gte=on))


class PriorityArea(models.Model):
    """A dated, internal tag. It never reaches a public page, filter, search or export (a test holds that)."""

    unit = models.ForeignKey(Unit, models.PROTECT, related_name="priority_areas", verbose_name="đơn vị")
    kind = models.CharField("loại địa bàn", max_length=12, choices=PriorityKind)
    starts = models.DateField("từ ngày", default=timezone.localdate)
    ends = models.DateField("đến hết ngày", null=True, blank=True)

    objects = PriorityAreaQuerySet.as_manager()

    class Meta:
        ordering = ["kind", "starts"]
        constraints = [
            models.UniqueConstraint(fields=["unit", "kind"], condition=Q(ends=None), name="priority_once_while_open"),
            models.CheckConstraint(condition=Q(kind__in=PriorityKind.values), name="priority_kind_known"),
        ]

    def __str__(self):
        return f"{self.get_kind_display()}: {self.unit}"
