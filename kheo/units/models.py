"""Units, the line they report along, the place they stand in, and the dated facts of their history."""

from datetime import date

from django.db import models
from django.db.models import Q
from treebeard.mp_tree import MP_Node, MP_NodeManager, MP_NodeQuerySet

from kheo.core.vietnamese import fold, nfc, sort_key


class Level(models.TextChoices):
    """Levels of the system; `district` is history since 30/6/2025."""

    BASE = "base", "Cơ sở"
    COMMUNE = "commune", "Xã và tương đương"
    DISTRICT = "district", "Huyện (đến 30/6/2025)"
    PROVINCE = "province", "Tỉnh"
    CENTRAL = "central", "Trung ương"


class Kind(models.TextChoices):
    """What sort of body a unit is."""

    PARTY = "party", "Cấp ủy"
    PARTY_BODY = "party_body", "Cơ quan đảng"
    STATE = "state", "Cơ quan nhà nước"
    SERVICE = "service", "Đơn vị sự nghiệp công lập"
    FRONT = "front", "Mặt trận Tổ quốc"
    MASS = "mass", "Tổ chức chính trị - xã hội"
    POLICE = "police", "Công an"
    MILITARY = "military", "Quân sự - biên phòng"
    BUSINESS = "business", "Doanh nghiệp"
    ZONE = "zone", "Ban quản lý khu kinh tế - cụm công nghiệp"
    CELL = "cell", "Chi bộ"
    HAMLET = "hamlet", "Thôn - khu phố"


class Cluster(models.Model):
    """Cụm thi đua: like units that may be compared with each other."""

    name = models.CharField("tên cụm", max_length=200, unique=True)
    note = models.TextField("ghi chú", blank=True)

    class Meta:
        ordering = ["name"]

    def __str__(self):
        return self.name


class UnitQuerySet(MP_NodeQuerySet):
    def living(self, *, on: date):
        """Units that exist on a day."""
        return self.filter(Q(starts=None) | Q(starts__lte=on), Q(ends=None) | Q(ends__gte=on))

    def under(self, unit):
        """A unit and all that report along its line today; ended units stand under their successor."""
        return self.filter(path__startswith=unit.path)

    def within(self, unit):
        """Under a unit by line, or standing in its place; each once."""
        return self.filter(Q(path__startswith=unit.path) | Q(place__path__startswith=unit.path))

    def matching(self, text: str):
        """A part of the name of today, in any spelling, or the code."""
        return self.filter(Q(folded__contains=fold(text)) | Q(code=text.strip()))

    def by_name(self):
        return self.order_by("sort", "pk")


class UnitManager(MP_NodeManager.from_queryset(UnitQuerySet)):
    def get_queryset(self):
        return UnitQuerySet(self.model, using=self._db).order_by("path")


class Unit(MP_Node):
    """One body. Its name is written as in running text: "xã Ái Tử", "Hội Nông dân xã Triệu Bình"."""

    name = models.CharField("tên", max_length=200)
    code = models.CharField("mã", max_length=20, blank=True, help_text="Mã hành chính (5 số với xã, 2 số với tỉnh).")
    level = models.CharField("cấp", max_length=10, choices=Level)
    kind = models.CharField("loại", max_length=12, choices=Kind)
    place = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="standing_here", verbose_name="địa bàn"
    )
    cluster = models.ForeignKey(Cluster, models.SET_NULL, null=True, blank=True, verbose_name="cụm thi đua")
    starts = models.DateField("hoạt động từ", null=True, blank=True)
    ends = models.DateField("ngày cuối cùng hoạt động", null=True, blank=True)
    history_complete = models.BooleanField("lịch sử đầy đủ", default=True)
    note = models.TextField("ghi chú", blank=True)
    folded = models.CharField(max_length=200, editable=False, db_index=True)
    note_folded = models.TextField(editable=False, default="")
    sort = models.CharField(max_length=600, editable=False, db_index=True)

    objects = UnitManager()

    class Meta:
        verbose_name = "đơn vị"
        constraints = [
            models.CheckConstraint(condition=Q(level__in=Level.values), name="unit_level_known"),
            models.CheckConstraint(condition=Q(kind__in=Kind.values), name="unit_kind_known"),
            models.CheckConstraint(
                condition=Q(ends=None) | Q(starts=None) | Q(ends__gte=models.F("starts")), name="unit_ends_after_start"
            ),
            models.UniqueConstraint(
                fields=["code"], condition=~Q(code="") & Q(ends=None), name="unit_code_once_among_living"
            ),
        ]

    def __str__(self):
        return self.name

    @property
    def title(self) -> str:
        """The name as it stands at the head of a line: "Xã Ái Tử"."""
        return self.name[:1].upper() + self.name[1:]

    @property
    def is_ended(self) -> bool:
        return self.ends is not None

    def prepare(self):
        """Fill what follows from name and note; a bulk write, which calls no `save`, must ask for it."""
        self.name = nfc(self.name).strip()
        self.folded, self.sort = fold(self.name)[:200], sort_key(self.name)[:600]
        self.note_folded = fold(self.note)

    def save(self, *args, **kwargs):
        self.prepare()
        super().save(*args, **kwargs)


class SuccessionKind(models.TextChoices):
    """What happened to a unit on a day."""

    MERGE = "merge", "Sáp nhập"
    SPLIT = "split", "Chia tách"
    RENAME = "rename", "Đổi tên"
    REPARENT = "reparent", "Chuyển đơn vị cấp trên"


class Succession(models.Model):
    """A dated fact: `predecessor` became (a part of) `successor`, took another name, or reports to another unit.

    For a merge or split `old_parent` is the line the predecessor reported along until the day before.
    """

    kind = models.CharField("việc", max_length=10, choices=SuccessionKind)
    on = models.DateField("ngày")
    predecessor = models.ForeignKey(Unit, models.PROTECT, related_name="successions", verbose_name="đơn vị cũ")
    successor = models.ForeignKey(Unit, models.PROTECT, related_name="predecessions", verbose_name="đơn vị kế tục")
    old_name = models.CharField("tên cũ", max_length=200, blank=True)
    new_name = models.CharField("tên mới", max_length=200, blank=True)
    old_parent = models.ForeignKey(Unit, models.PROTECT, null=True, blank=True, related_name="+")
    new_parent = models.ForeignKey(Unit, models.PROTECT, null=True, blank=True, related_name="+")
    decision = models.CharField("theo văn bản", max_length=200, blank=True)
    complete = models.BooleanField("đã đủ căn cứ", default=True)
    note = models.TextField("ghi chú", blank=True)

    class Meta:
        ordering = ["on", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["kind", "on", "predecessor", "successor"], name="succession_said_once"),
            models.CheckConstraint(condition=Q(kind__in=SuccessionKind.values), name="succession_kind_known"),
        ]

    def __str__(self):
        return f"{self.on}: {self.predecessor_id} → {self.successor_id}"


class FocalBody(models.Model):
    """Cơ quan thường trực of a province or commune: its name is local, so it is a dated row, not a constant."""

    unit = models.ForeignKey(Unit, models.CASCADE, related_name="focal_bodies")
    name = models.CharField("tên", max_length=200)
    short_name = models.CharField("tên gọi tắt", max_length=60, blank=True)
    starts = models.DateField("từ ngày")
    ends = models.DateField("đến ngày", null=True, blank=True)

    class Meta:
        ordering = ["-starts"]
        constraints = [models.UniqueConstraint(fields=["unit", "starts"], name="focal_body_once_a_day")]

    def __str__(self):
        return self.name
