"""What an import leaves: the batch that can be undone, its staged rows, the mapping an office uses."""

from django.db import models
from django.utils import timezone

from kheo.accounts.access import units_where
from kheo.accounts.models import User
from kheo.accounts.permissions import Permission
from kheo.movement.models.campaign import Round
from kheo.units.models import Unit


class BatchStage(models.TextChoices):
    """Where an import stands."""

    WAITING = "waiting", "Chờ đọc tệp"
    READING = "reading", "Đang đọc tệp"
    READ = "read", "Đã đọc, chờ quyết định"
    WRITING = "writing", "Đang ghi"
    WRITTEN = "written", "Đã nhập"
    FAILED = "failed", "Không đọc được"
    UNDONE = "undone", "Đã hoàn tác"


class LandsAs(models.TextChoices):
    """What the rows of a list become."""

    LISTED = "listed", "Danh sách đăng ký: vào danh mục đã duyệt"
    RUNNING = "running", "Danh sách kết quả: mô hình đang thực hiện"


class ImportBatchQuerySet(models.QuerySet):
    def visible_to(self, user):
        return self.filter(units_where(user, Permission.IMPORT_RUN))


class ImportBatch(models.Model):
    """One file, from its reading to its writing; `unit` is the office whose list it is."""

    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+", verbose_name="cơ quan có danh sách")
    round = models.ForeignKey(Round, models.PROTECT, related_name="+", verbose_name="đợt")
    lands_as = models.CharField("nhập thành", max_length=10, choices=LandsAs, default=LandsAs.LISTED)
    on = models.DateField("đối chiếu đơn vị tại ngày", default=timezone.localdate)
    name = models.CharField("tên tệp", max_length=255)
    file = models.FileField(upload_to="imports/%Y/%m", max_length=255, blank=True)
    sha256 = models.CharField(max_length=64, blank=True)
    stage = models.CharField("bước", max_length=10, choices=BatchStage, default=BatchStage.WAITING)
    done = models.PositiveIntegerField("đã xong (dòng)", default=0)
    total = models.PositiveIntegerField("tổng số dòng", default=0)
    mapping = models.JSONField("cột được hiểu là", default=dict)
    reading = models.JSONField("kết quả đọc", default=dict)  # headers, errors, cautions: what the preview shows
    problem = models.TextField("vì sao không đọc được", blank=True)
    by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField(default=timezone.now)
    written_at = models.DateTimeField(null=True, blank=True)
    undone_at = models.DateTimeField(null=True, blank=True)
    undone_by = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")

    objects = ImportBatchQuerySet.as_manager()

    class Meta:
        ordering = ["-at"]
        verbose_name = "lần nhập"

    def __str__(self):
        return self.name


class StagedRow(models.Model):
    """A row understood but not yet written into the register."""

    batch = models.ForeignKey(ImportBatch, models.CASCADE, related_name="rows")
    sheet = models.CharField(max_length=100)
    row = models.PositiveIntegerField()
    facts = models.JSONField()

    class Meta:
        ordering = ["pk"]

    def __str__(self):
        return f"{self.sheet}:{self.row}"


class ImportMapping(models.Model):
    """How an office's header is to be read, as chosen last time."""

    unit = models.ForeignKey(Unit, models.CASCADE, related_name="+")
    signature = models.CharField(max_length=64)
    columns = models.JSONField()
    changed_at = models.DateTimeField(auto_now=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["unit", "signature"], name="mapping_once_an_office")]

    def __str__(self):
        return self.signature
