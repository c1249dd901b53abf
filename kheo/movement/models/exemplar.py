"""A model or an honoured example, and what belongs to its file: forces, people in charge, outcomes."""

from datetime import date

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone

from kheo.accounts.access import units_where
from kheo.accounts.models import User
from kheo.accounts.permissions import Permission
from kheo.core.vietnamese import PartialDate, fold, format_date, nfc, sort_key
from kheo.movement.lifecycle.exemplar import NOT_COUNTED, PUBLIC, ExemplarStage
from kheo.movement.lifecycle.registration import REGISTERED
from kheo.movement.models.campaign import Directive, Field, Target, Theme
from kheo.movement.models.search import EXEMPLAR_WORDS, PUBLIC_WORDS
from kheo.units.models import Unit


class ExemplarKind(models.TextChoices):
    """Bình Phước guide, 22/6/2020: a way of working that can be copied, or a subject that is honoured."""

    PRACTICE = "practice", "Mô hình"
    EXAMPLE = "example", "Điển hình"


class Bearer(models.TextChoices):
    GROUP = "group", "Tập thể"
    PERSON = "person", "Cá nhân"


class Nature(models.TextChoices):
    ONE_OFF = "one_off", "Hoàn thành một việc"
    LASTING = "lasting", "Duy trì thường xuyên"


class Precision(models.TextChoices):
    DAY = "day", "ngày"
    MONTH = "month", "tháng"
    QUARTER = "quarter", "quý"
    YEAR = "year", "năm"


# The ten items of a registration (phường Thanh Khê 2026, 249/MTTQ-BTT), as far as they are prose.
TEN_ITEMS = {
    "situation": "thực trạng, lý do",
    "goal": "mục tiêu, tiêu chí đánh giá",
    "method": "nội dung, cách làm",
    "audience": "địa bàn, đối tượng",
    "resources_plan": "nguồn lực",
    "schedule": "thời gian, tiến độ, thời điểm đánh giá",
    "products": "sản phẩm, kết quả đầu ra",
    "sustain": "khả năng duy trì, nhân rộng",
}


class ExemplarQuerySet(models.QuerySet):
    def visible_to(self, user):
        """The one door: rows in units where the user may view exemplars."""
        return self.filter(units_where(user, Permission.EXEMPLAR_VIEW))

    def public(self):
        """Published by an approver, in a stage that may be shown; a person's only while that person agrees to it."""
        agreed = Consent.objects.filter(exemplar=models.OuterRef("pk"), withdrawn_on=None, covers_story=True)
        may = ~Q(bearer=Bearer.PERSON) | models.Exists(agreed)
        return self.filter(may, published_at__isnull=False, stage__in=PUBLIC)

    def to_learn_from(self, user):
        """Models that `user` may copy: what they see at work, and what everybody sees."""
        return (self.visible_to(user) | self.public()).filter(kind=ExemplarKind.PRACTICE)

    def counted(self):
        """Merged files are counted in the file they live on in."""
        # Said as "not in", so that SQLite walks the index of the order and not that of the stages.
        return self.exclude(stage__in=NOT_COUNTED)

    def within(self, unit):
        """Of a unit and all below it by line, or standing in its place; each once."""
        return self.filter(
            Q(unit__path__startswith=unit.path)
            | Q(unit__place__path__startswith=unit.path)
            | Q(place__path__startswith=unit.path)
        )

    def registered_in(self, round_):
        return self.filter(registrations__round=round_, registrations__stage__in=REGISTERED)

    def recognised(self, *, level: str | None = None, year: int | None = None):
        facts = Recognition.objects.filter(exemplar=models.OuterRef("pk"), annulled_on=None)
        facts = facts.filter(level=level) if level else facts
        facts = facts.filter(year=year) if year else facts
        return self.filter(models.Exists(facts))

    def by_name(self):
        return self.order_by("sort", "pk")

    def matching(self, text: str):
        """Rows that hold all words of `text`, in any spelling; no word in it, no change."""
        found = EXEMPLAR_WORDS.matching(text)
        return self if found is None else self.filter(pk__in=found)

    def matching_publicly(self, text: str):
        """As `matching`, by the words that everybody may read."""
        found = PUBLIC_WORDS.matching(text)
        return self if found is None else self.filter(pk__in=found)

    def best(self, text: str, *, limit: int = 20) -> list["Exemplar"]:
        """The best rows for `text`, exact accents first."""
        keys = EXEMPLAR_WORDS.best(text, self, limit=limit)
        rows = self.in_bulk(keys)
        return [rows[key] for key in keys]


class Exemplar(models.Model):
    """One model or example. It lives once; it is registered each year, and recognised by decisions."""

    code = models.CharField("mã", max_length=20, unique=True, blank=True, null=True)
    name = models.CharField("tên mô hình, điển hình", max_length=500)
    kind = models.CharField("loại", max_length=10, choices=ExemplarKind, default=ExemplarKind.PRACTICE)
    bearer = models.CharField("chủ thể", max_length=10, choices=Bearer, blank=True)
    nature = models.CharField("tính chất", max_length=10, choices=Nature, default=Nature.LASTING)
    field = models.CharField("lĩnh vực", max_length=10, choices=Field, blank=True)
    themes = models.ManyToManyField(Theme, blank=True, related_name="exemplars", verbose_name="chủ đề")
    directives = models.ManyToManyField(Directive, blank=True, related_name="exemplars", verbose_name="gắn với")
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="exemplars", verbose_name="đơn vị thực hiện")
    place = models.ForeignKey(
        Unit, models.PROTECT, null=True, blank=True, related_name="exemplars_here", verbose_name="địa bàn"
    )
    place_detail = models.CharField("thôn, khu phố, địa điểm", max_length=200, blank=True)
    starts = models.DateField("thời gian bắt đầu", null=True, blank=True)
    starts_precision = models.CharField(max_length=8, choices=Precision, default=Precision.DAY)
    summary = models.CharField("tóm tắt một câu", max_length=500, blank=True)
    situation = models.TextField("thực trạng, lý do", blank=True)
    goal = models.TextField("mục tiêu, tiêu chí đánh giá", blank=True)
    method = models.TextField("nội dung, cách làm", blank=True)
    audience = models.TextField("địa bàn, đối tượng", blank=True)
    resources_plan = models.TextField("nguồn lực dự kiến", blank=True)
    schedule = models.TextField("thời gian, tiến độ, thời điểm đánh giá", blank=True)
    products = models.TextField("sản phẩm, kết quả đầu ra kiểm chứng được", blank=True)
    sustain = models.TextField("khả năng duy trì, nhân rộng", blank=True)
    vouched_by = models.CharField("ai xác nhận", max_length=200, blank=True)
    households = models.PositiveIntegerField("số hộ tham gia", null=True, blank=True)
    beneficiaries = models.PositiveIntegerField("số người hưởng lợi", null=True, blank=True)
    members = models.PositiveIntegerField("số đoàn viên, hội viên tham gia", null=True, blank=True)
    pattern = models.CharField("theo mẫu", max_length=40, blank=True)
    copied_from = models.ForeignKey(
        "self", models.SET_NULL, null=True, blank=True, db_index=False, related_name="copies"
    )
    merged_into = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, db_index=False, related_name="merged_here"
    )
    stage = models.CharField("bước", max_length=10, choices=ExemplarStage, default=ExemplarStage.NEW)
    stage_since = models.DateTimeField(default=timezone.now)
    # People are never searched by from here: an index each would only slow the writing of long lists.
    author = models.ForeignKey(
        User, models.PROTECT, null=True, blank=True, db_index=False, related_name="+", verbose_name="người soạn"
    )
    entered_by = models.ForeignKey(
        User, models.PROTECT, null=True, blank=True, db_index=False, related_name="+", verbose_name="người nhập"
    )
    published_at = models.DateTimeField("công khai từ", null=True, blank=True)
    published_by = models.ForeignKey(User, models.PROTECT, null=True, blank=True, db_index=False, related_name="+")
    import_batch = models.ForeignKey(
        "movement.ImportBatch", models.PROTECT, null=True, blank=True, db_index=False, related_name="exemplars"
    )
    extra = models.JSONField("các cột khác của danh sách gốc", default=dict, blank=True)
    created_at = models.DateTimeField(default=timezone.now, editable=False)
    changed_at = models.DateTimeField(default=timezone.now)
    folded = models.CharField(max_length=520, editable=False, default="")
    sort = models.CharField(max_length=400, editable=False, default="")

    objects = ExemplarQuerySet.as_manager()

    class Meta:
        verbose_name = "mô hình, điển hình"
        constraints = [
            models.CheckConstraint(condition=Q(stage__in=ExemplarStage.values), name="exemplar_stage_known"),
            models.CheckConstraint(condition=Q(kind__in=ExemplarKind.values), name="exemplar_kind_known"),
            models.CheckConstraint(condition=Q(field__in=["", *Field.values]), name="exemplar_field_known"),
            models.CheckConstraint(condition=Q(bearer__in=["", *Bearer.values]), name="exemplar_bearer_known"),
            models.CheckConstraint(
                condition=Q(stage="merged", merged_into__isnull=False) | (~Q(stage="merged") & Q(merged_into=None)),
                name="exemplar_merged_names_the_other",
            ),
            models.CheckConstraint(
                condition=Q(published_at=None, published_by=None)
                | Q(published_at__isnull=False, published_by__isnull=False),
                name="exemplar_published_by_someone",
            ),
        ]
        indexes = [
            models.Index(fields=["-changed_at", "-id"], name="exemplar_newest"),
            models.Index(fields=["sort", "id"], name="exemplar_by_name"),
            models.Index(fields=["field", "-changed_at", "-id"], name="exemplar_field"),
            models.Index(fields=["stage", "-changed_at", "-id"], name="exemplar_stage"),
            models.Index(fields=["unit", "-changed_at", "-id"], name="exemplar_unit"),
            models.Index(fields=["folded", "unit"], name="exemplar_same_name"),
            # Nearly all rows are empty here: a whole index would look useless to SQLite's planner once analysed.
            *(
                models.Index(fields=[name], condition=Q(**{f"{name}__isnull": False}), name=f"exemplar_{name}")
                for name in ("copied_from", "merged_into", "import_batch")
            ),
        ]

    def __str__(self):
        return self.name

    def save(self, *args, **kwargs):
        self.name = nfc(self.name).strip()
        self.folded, self.sort = fold(self.name)[:520], sort_key(self.name)[:400]
        super().save(*args, **kwargs)
        self.reindex()

    def get_absolute_url(self):
        return reverse("movement:exemplar_detail", args=[self.pk])

    def reindex(self) -> None:
        """Make the words of this file findable; `bulk_create` must call it (or put the words) itself."""
        parts = [self.name, self.code or "", self.summary, self.place_detail, self.unit.name]
        parts += self.participants.values_list("name", flat=True)
        for name, caption in self.evidence.values_list("name", "caption"):
            parts += [name, caption]
        EXEMPLAR_WORDS.put([(self.pk, " \n".join(parts))])
        PUBLIC_WORDS.put([(self.pk, self.public_words())] if self.is_public else [])

    def public_words(self) -> str:
        """What the public page shows of it, to be found by everyone once it is published."""
        bodies = self.participants.filter(unit__isnull=False).values_list("unit__name", flat=True)
        return " \n".join([self.name, self.summary, self.place_detail, self.unit.name, *bodies])

    @property
    def start(self) -> PartialDate | None:
        return PartialDate(self.starts, self.starts_precision) if self.starts else None

    @property
    def start_text(self) -> str:
        return format_date(self.start) if self.starts else ""

    @property
    def is_public(self) -> bool:
        return self.published_at is not None and self.stage in PUBLIC

    def is_registered(self) -> bool:
        """Has a listed registration in some round (one query)."""
        return self.registrations.filter(stage__in=REGISTERED).exists()

    def main_outcome(self):
        """The one outcome that will be counted first, or None (one query)."""
        return self.outcomes.filter(is_main=True).first()

    def missing_to_file(self) -> list[str]:
        """Which of the six facts are missing, in the user's words (design section 4, move `file`)."""
        checks = {
            "tên": self.name,
            "địa bàn": self.place_id,
            "tập thể hay cá nhân": self.bearer,
            "lĩnh vực": self.field,
        }
        if self.kind == ExemplarKind.EXAMPLE:
            # Điển hình, the short form: who, what they do, the result, who confirms it.
            checks |= {
                "việc làm tiêu biểu": self.summary.strip() or self.method.strip(),
                "kết quả": self.products.strip(),
                "ai xác nhận": self.vouched_by.strip(),
            }
        else:
            main = self.main_outcome()
            counted = main and main.measure and main.target is not None
            checks |= {"kết quả chính có đơn vị tính và chỉ tiêu": counted, "thời gian bắt đầu": self.starts}
        return [word for word, there in checks.items() if not there]

    def missing_to_launch(self) -> list[str]:
        """Which of the ten items, roles of forces and people in charge are missing (domain section 2, step 5)."""
        missing = [word for name, word in TEN_ITEMS.items() if not getattr(self, name).strip()]
        participants = list(self.participants.all())
        if not participants or any(not each.part.strip() for each in participants):
            missing.append("vai trò của từng lực lượng")
        if not self.charges.filter(until=None).exists():
            missing.append("người phụ trách")
        return missing


class ForceRole(models.TextChoices):
    LEAD = "lead", "Chủ trì"
    PARTNER = "partner", "Phối hợp"
    MEMBER = "member", "Tham gia"


class Participant(models.Model):
    """Lực lượng tham gia: a body (in the tree or by name) and what it does."""

    exemplar = models.ForeignKey(Exemplar, models.CASCADE, related_name="participants")
    unit = models.ForeignKey(Unit, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="đơn vị")
    name = models.CharField("tên lực lượng", max_length=200)
    role = models.CharField("vai trò", max_length=10, choices=ForceRole, default=ForceRole.MEMBER)
    part = models.CharField("việc làm cụ thể", max_length=500, blank=True)

    class Meta:
        ordering = ["pk"]

    def __str__(self):
        return self.name

    def save(self, *args, **kwargs):
        super().save(*args, **kwargs)
        self.exemplar.reindex()

    def delete(self, *args, **kwargs):
        gone = super().delete(*args, **kwargs)
        self.exemplar.reindex()
        return gone


class Charge(models.Model):
    """Người phụ trách: who answers for the exemplar, dated ("ai làm")."""

    exemplar = models.ForeignKey(Exemplar, models.CASCADE, related_name="charges")
    user = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="charges")
    name = models.CharField("họ tên", max_length=200, blank=True)
    title = models.CharField("chức vụ", max_length=200, blank=True)
    since = models.DateField("từ ngày", default=timezone.localdate)
    until = models.DateField("đến hết ngày", null=True, blank=True)

    class Meta:
        ordering = ["-since", "-pk"]

    def __str__(self):
        return " · ".join(filter(None, [self.name, self.title]))


class Resource(models.TextChoices):
    """What people gave. Each has one unit of measure in the ledger."""

    MONEY = "money", "Tiền (đồng)"
    LAND = "land", "Đất (m²)"
    LABOUR = "labour", "Ngày công"
    IN_KIND = "in_kind", "Hiện vật"


LEDGER_MEASURE = {Resource.MONEY: "đồng", Resource.LAND: "m²", Resource.LABOUR: "ngày công"}


class Outcome(models.Model):
    """Kết quả đầu ra: what will be counted, in what, from where to where; null is "chưa có", zero is zero."""

    exemplar = models.ForeignKey(Exemplar, models.CASCADE, related_name="outcomes")
    name = models.CharField("điều sẽ đếm", max_length=200)
    measure = models.CharField("đơn vị tính", max_length=40)
    baseline = models.DecimalField("ban đầu", max_digits=16, decimal_places=2, null=True, blank=True)
    target = models.DecimalField("chỉ tiêu", max_digits=16, decimal_places=2, null=True, blank=True)
    actual = models.DecimalField("thực hiện", max_digits=16, decimal_places=2, null=True, blank=True)
    actual_on = models.DateField("tính đến ngày", null=True, blank=True)
    # What it stood at when the first progress note was written (from a list): notes add to it, nothing is lost.
    opening = models.DecimalField("đã có trước khi ghi tiến độ", max_digits=16, decimal_places=2, null=True, blank=True)
    opening_on = models.DateField(null=True, blank=True)
    is_main = models.BooleanField("kết quả chính", default=False)
    # A rate or a length of time does not add up over notes ("98 %", "12 phút"): there the newest figure is the actual.
    is_level = models.BooleanField("lấy số mới nhất, không cộng dồn", default=False)
    resource = models.CharField("vào sổ nguồn lực", max_length=10, choices=Resource, blank=True)
    missed_reason = models.CharField("vì sao chưa đạt", max_length=500, blank=True)
    of_target = models.ForeignKey(
        Target, models.SET_NULL, null=True, blank=True, db_index=False, related_name="outcomes"
    )

    class Meta:
        ordering = ["-is_main", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["exemplar"], condition=Q(is_main=True), name="outcome_one_main"),
            models.CheckConstraint(condition=Q(target=None) | Q(target__gte=0), name="outcome_target_not_negative"),
            models.CheckConstraint(condition=Q(actual=None) | Q(actual__gte=0), name="outcome_actual_not_negative"),
            models.CheckConstraint(
                condition=Q(actual=None) | Q(actual_on__isnull=False), name="outcome_actual_has_a_day"
            ),
        ]

    def __str__(self):
        return self.name

    @property
    def share(self) -> int | None:
        """Actual as a percentage of target, or None where either is missing or the target is zero."""
        return int(self.actual * 100 / self.target) if self.target and self.actual is not None else None


class RecognitionQuerySet(models.QuerySet):
    def in_force(self, *, on: date | None = None):
        return self.filter(Q(annulled_on=None) | Q(annulled_on__gt=on or timezone.localdate()))

    def visible_to(self, user):
        return self.filter(units_where(user, Permission.EXEMPLAR_VIEW, "exemplar__unit"))


class Recognition(models.Model):
    """A lasting fact: level, body, decision, date. It ends only by a decision that annuls it."""

    exemplar = models.ForeignKey(Exemplar, models.PROTECT, related_name="recognitions")
    level = models.CharField("cấp công nhận", max_length=10, choices=Unit._meta.get_field("level").choices)
    unit = models.ForeignKey(Unit, models.PROTECT, null=True, blank=True, related_name="recognitions_given")
    issuer = models.CharField("cơ quan quyết định", max_length=200)
    decision_no = models.CharField("số quyết định", max_length=60, blank=True)
    decided_on = models.DateField("ngày quyết định")
    year = models.PositiveSmallIntegerField("năm công nhận")
    source = models.CharField(
        "nguồn", max_length=10, choices={"entered": "Nhập tay", "imported": "Từ danh sách"}, default="entered"
    )
    entered_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    annulled_on = models.DateField("hủy bỏ từ ngày", null=True, blank=True)
    annulled_by_decision = models.CharField("theo quyết định", max_length=60, blank=True)

    objects = RecognitionQuerySet.as_manager()

    class Meta:
        ordering = ["-decided_on", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(annulled_on=None, annulled_by_decision="")
                | (Q(annulled_on__isnull=False) & ~Q(annulled_by_decision="")),
                name="recognition_annulled_by_a_decision",
            ),
            models.UniqueConstraint(
                fields=["exemplar", "level", "year"],
                condition=Q(annulled_on=None),
                name="recognition_once_a_level_and_year",
            ),
        ]

    def __str__(self):
        return f"{self.get_level_display()} {self.year}"


class Verdict(models.TextChoices):
    EFFECTIVE = "effective", "Hoạt động hiệu quả"
    WEAK = "weak", "Cần củng cố"
    DEAD = "dead", "Không còn hoạt động"


class Verification(models.Model):
    """The dated answer to "còn hoạt động không?"; none at all is "Chưa xác nhận"."""

    exemplar = models.ForeignKey(Exemplar, models.CASCADE, related_name="verifications")
    verdict = models.CharField("đánh giá", max_length=10, choices=Verdict)
    on = models.DateField("ngày xác nhận", default=timezone.localdate)
    by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    note = models.CharField("ghi chú", max_length=500, blank=True)

    class Meta:
        ordering = ["-on", "-pk"]

    def __str__(self):
        return self.get_verdict_display()


class Consent(models.Model):
    """What an honoured or portrayed person agreed to have shown, when, and when withdrawn (Luật 91/2025/QH15)."""

    exemplar = models.ForeignKey(Exemplar, models.CASCADE, related_name="consents")
    person = models.CharField("người đồng ý", max_length=200)
    covers_name = models.BooleanField("được nêu tên", default=False)
    covers_photo = models.BooleanField("được đăng ảnh", default=False)
    covers_story = models.BooleanField("được kể câu chuyện", default=False)
    how = models.CharField("đồng ý bằng cách nào", max_length=300)
    given_on = models.DateField("ngày đồng ý")
    withdrawn_on = models.DateField("ngày rút lại", null=True, blank=True)
    recorded_by = models.ForeignKey(User, models.PROTECT, related_name="+")

    class Meta:
        ordering = ["-given_on", "-pk"]

    def __str__(self):
        return self.person
