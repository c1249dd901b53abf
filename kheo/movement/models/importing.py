"""What an import leaves: the batch that can be undone, its staged rows and remarks, the mapping an office uses."""

from datetime import timedelta

from django.db import models
from django.utils import timezone

from kheo.accounts.access import units_where
from kheo.accounts.models import User
from kheo.accounts.permissions import Permission
from kheo.movement.models.campaign import Round
from kheo.units.models import Unit

# A task that is alive says so at least this often (it reads or writes 500 rows in well under a second).
SILENCE = timedelta(seconds=60)


class BatchStage(models.TextChoices):
    """Where an import stands."""

    WAITING = "waiting", "Chờ đọc tệp"
    READING = "reading", "Đang đọc tệp"
    READ = "read", "Đã đọc, chờ quyết định"
    QUEUED = "queued", "Chờ ghi vào sổ"
    WRITING = "writing", "Đang ghi vào sổ"
    WRITTEN = "written", "Đã nhập"
    FAILED = "failed", "Không đọc được"
    DROPPED = "dropped", "Đã bỏ"
    UNDONE = "undone", "Đã hoàn tác"


BUSY = (BatchStage.WAITING, BatchStage.READING, BatchStage.QUEUED, BatchStage.WRITING)


class LandsAs(models.TextChoices):
    """What the rows of a list become."""

    LISTED = "listed", "Danh sách đăng ký: vào danh mục đã duyệt"
    RUNNING = "running", "Danh sách kết quả: mô hình đang thực hiện"


class KnownAs(models.TextChoices):
    """What becomes of a row whose name stands in the register already, for the same unit (decision 0020)."""

    NEW = "new", "Ghi thành mô hình mới"
    CONTINUED = "continued", "Đăng ký tiếp mô hình đã có"


class ImportBatchQuerySet(models.QuerySet):
    def visible_to(self, user):
        return self.filter(units_where(user, Permission.IMPORT_RUN))


class ImportBatch(models.Model):
    """One file, from its reading to its writing; `unit` is the office whose list it is."""

    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+", verbose_name="cơ quan có danh sách")
    round = models.ForeignKey(Round, models.PROTECT, related_name="+", verbose_name="đợt")
    lands_as = models.CharField("nhập thành", max_length=10, choices=LandsAs, default=LandsAs.LISTED)
    known_as = models.CharField("dòng đã có trong sổ", max_length=10, choices=KnownAs, default=KnownAs.NEW)
    on = models.DateField("đối chiếu đơn vị tại ngày", default=timezone.localdate)
    name = models.CharField("tên tệp", max_length=255)
    file = models.FileField(upload_to="imports/%Y/%m", max_length=255, blank=True)
    sha256 = models.CharField(max_length=64, blank=True, db_index=True)
    stage = models.CharField("bước", max_length=10, choices=BatchStage, default=BatchStage.WAITING)
    skip_errors = models.BooleanField("chỉ nhập các dòng đúng", default=False)
    # Each task that takes the batch up counts one turn; a task whose turn has passed leaves its work.
    turn = models.PositiveIntegerField(default=0)
    beat_at = models.DateTimeField("dấu hiệu hoạt động gần nhất", default=timezone.now)
    done = models.PositiveIntegerField("đã xong (dòng)", default=0)
    total = models.PositiveIntegerField("tổng số dòng", default=0)
    reading = models.JSONField("kết quả đọc", default=dict)  # columns as understood, counts: what the preview shows
    result = models.JSONField("đã ghi", default=dict)  # new, continued, skipped
    problem = models.TextField("vì sao không được", blank=True)
    by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField(default=timezone.now)
    written_at = models.DateTimeField(null=True, blank=True)
    undone_at = models.DateTimeField(null=True, blank=True)
    undone_by = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")

    objects = ImportBatchQuerySet.as_manager()

    class Meta:
        ordering = ["-at", "-pk"]
        verbose_name = "lần nhập"

    def __str__(self):
        return f"{self.name} ({timezone.localtime(self.at):%d/%m/%Y %H:%M})"

    @property
    def is_busy(self) -> bool:
        return self.stage in BUSY

    def is_silent(self, *, at=None) -> bool:
        """Busy by its stage, but nobody has worked at it for a while: no worker runs, or the one that did has died."""
        return self.is_busy and (at or timezone.now()) - self.beat_at > SILENCE


class StagedRow(models.Model):
    """A row understood but not yet written into the register."""

    batch = models.ForeignKey(ImportBatch, models.CASCADE, related_name="rows")
    turn = models.PositiveIntegerField(default=0)
    sheet = models.CharField(max_length=100)
    row = models.PositiveIntegerField()
    facts = models.JSONField()

    class Meta:
        ordering = ["pk"]

    def __str__(self):
        return f"{self.sheet}:{self.row}"


class ImportRemark(models.Model):
    """An error of a row, or a caution beside it, in its place in the file."""

    batch = models.ForeignKey(ImportBatch, models.CASCADE, related_name="remarks")
    turn = models.PositiveIntegerField(default=0)
    is_error = models.BooleanField()
    sheet = models.CharField(max_length=100)
    row = models.PositiveIntegerField()
    column = models.CharField(max_length=300, blank=True)
    value = models.CharField(max_length=500, blank=True)
    reason = models.TextField()

    class Meta:
        ordering = ["pk"]
        indexes = [models.Index(fields=["batch", "is_error", "id"], name="remark_of_batch")]

    def __str__(self):
        return f"{self.sheet}:{self.row}: {self.reason}"


class ImportMapping(models.Model):
    """How an office's header is to be read, as chosen last time."""

    unit = models.ForeignKey(Unit, models.CASCADE, related_name="+")
    signature = models.CharField(max_length=64)
    columns = models.JSONField()  # header → meaning; null keeps the column beside the rest, "" leaves it out
    changed_at = models.DateTimeField(auto_now=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["unit", "signature"], name="mapping_once_an_office")]

    def __str__(self):
        return self.signature
