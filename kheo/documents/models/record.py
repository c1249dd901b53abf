"""A paper that was drafted here: what it says, and afterwards its number, day, signer and signed scan."""

import hashlib
import json

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone

from kheo.accounts.access import units_where
from kheo.accounts.models import User
from kheo.accounts.permissions import Permission
from kheo.core.vietnamese import fold
from kheo.documents import keeping
from kheo.documents.lifecycle import PaperStage
from kheo.documents.models.style import Spelling
from kheo.documents.paper import Form, Paper, PaperKind
from kheo.units.models import Unit

# What a paper says and whose it is: once it has left the desk as issued, nothing of this changes any more.
FROZEN = ("unit_id", "kind", "form", "title", "content", "spelling", "is_numbered")


class FrozenPaper(TypeError):
    """Somebody tried to change what an issued paper says."""


class PaperQuerySet(models.QuerySet):
    def visible_to(self, user):
        """Papers of the units where this person may read them."""
        return self.filter(units_where(user, Permission.PAPER_VIEW))

    def about(self, thing: models.Model):
        """Papers drafted about one thing of a room above."""
        return self.filter(about_kind=thing._meta.label_lower, about_pk=thing.pk)

    def matching(self, text: str):
        """A part of the title, the number or the name of what it is about, in any spelling."""
        return self.filter(folded__contains=fold(text))

    def issued(self):
        """Issued, and perhaps withdrawn since."""
        return self.filter(stage__in=[PaperStage.ISSUED, PaperStage.WITHDRAWN])

    def waiting_for_scan(self):
        return self.filter(stage=PaperStage.ISSUED, scan="")

    def waiting_for_confirmation(self):
        return self.filter(stage=PaperStage.ISSUED, wants_confirmation=True, confirmed_by=None)

    def update(self, **values):
        """As everywhere, but never what an issued paper says: that has no way in, not even this one."""
        if {f"{name}_id" if name == "unit" else name for name in values} & set(FROZEN) and self.issued().exists():
            raise FrozenPaper("An issued paper is never changed.")
        return super().update(**values)


class PaperRecord(models.Model):
    """Văn bản đã soạn. `content` is the paper as `keeping` writes it, so that it can be drawn again exactly.

    `about_kind`, `about_pk`, `about_name` say what it is about without knowing the room above.
    """

    noun = "văn bản"

    unit = models.ForeignKey(Unit, models.PROTECT, related_name="papers", verbose_name="đơn vị")
    kind = models.CharField("loại văn bản", max_length=24, choices=PaperKind)
    form = models.CharField("thể thức", max_length=6, choices=Form)
    spelling = models.CharField("cách viết dấu", max_length=3, choices=Spelling, default=Spelling.OLD)
    title = models.CharField("trích yếu", max_length=500)
    content = models.JSONField("nội dung")
    content_sha256 = models.CharField(max_length=64)
    about_kind = models.CharField(max_length=60, blank=True)
    about_pk = models.BigIntegerField(null=True, blank=True)
    about_name = models.CharField("soạn cho", max_length=500, blank=True)
    about_url = models.CharField(max_length=300, blank=True)
    made_at = models.DateTimeField("soạn lúc", default=timezone.now)
    made_by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name="người soạn")
    stage = models.CharField("bước", max_length=10, choices=PaperStage, default=PaperStage.DRAFTED)
    stage_since = models.DateTimeField("từ lúc", default=timezone.now)
    is_numbered = models.BooleanField("có số", default=True)
    number = models.CharField("số", max_length=20, blank=True)
    symbol = models.CharField("số, ký hiệu", max_length=80, blank=True)
    issued_on = models.DateField("ngày ban hành", null=True, blank=True)
    signer = models.CharField("người ký", max_length=200, blank=True)
    signer_title = models.CharField("chức vụ người ký", max_length=200, blank=True)
    scan = models.FileField("bản quét đã ký", upload_to="papers/scans/%Y/%m", max_length=255, blank=True)
    scan_name = models.CharField("tên tệp bản quét", max_length=255, blank=True)
    scan_sha256 = models.CharField(max_length=64, blank=True)
    entered_by = models.ForeignKey(
        User, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="người nhập"
    )
    wants_confirmation = models.BooleanField("cần người thứ hai xác nhận", default=False)
    confirmed_by = models.ForeignKey(
        User, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="người xác nhận"
    )
    confirmed_at = models.DateTimeField("xác nhận lúc", null=True, blank=True)
    withdrawn_on = models.DateField("thu hồi từ ngày", null=True, blank=True)
    withdrawn_by_paper = models.CharField("thu hồi theo văn bản", max_length=200, blank=True)
    folded = models.CharField(max_length=1200, editable=False, default="")

    objects = PaperQuerySet.as_manager()

    class Meta:
        verbose_name = "văn bản"
        ordering = ["-made_at", "-pk"]
        indexes = [
            models.Index(fields=["about_kind", "about_pk"], name="paper_about"),
            models.Index(fields=["unit", "-made_at"], name="paper_by_unit"),
        ]
        constraints = [
            models.CheckConstraint(condition=Q(stage__in=PaperStage.values), name="paper_stage_known"),
            models.CheckConstraint(condition=Q(form__in=Form.values), name="paper_form_known"),
            models.CheckConstraint(condition=Q(spelling__in=Spelling.values), name="paper_spelling_known"),
            models.CheckConstraint(
                condition=(
                    Q(stage__in=["drafted", "dropped"], number="", symbol="", issued_on=None, signer="", scan="")
                    & Q(entered_by=None)
                )
                | (
                    Q(stage__in=["issued", "withdrawn"], issued_on__isnull=False, entered_by__isnull=False)
                    & ~Q(signer="")
                ),
                name="paper_issued_with_its_facts",
            ),
            models.CheckConstraint(
                condition=Q(stage__in=["drafted", "dropped"]) | ~Q(number="") | Q(is_numbered=False),
                name="paper_issued_with_its_number",
            ),
            models.CheckConstraint(
                condition=Q(confirmed_by=None, confirmed_at=None)
                | Q(confirmed_by__isnull=False, confirmed_at__isnull=False, stage__in=["issued", "withdrawn"]),
                name="paper_confirmed_with_its_hour",
            ),
            models.CheckConstraint(
                condition=Q(confirmed_by=None) | ~Q(confirmed_by=models.F("entered_by")),
                name="paper_confirmed_by_another",
            ),
            models.CheckConstraint(
                condition=Q(stage="withdrawn", withdrawn_on__isnull=False) & ~Q(withdrawn_by_paper="")
                | ~Q(stage="withdrawn") & Q(withdrawn_on=None, withdrawn_by_paper=""),
                name="paper_withdrawn_by_a_paper",
            ),
        ]

    def __str__(self):
        return f"{self.get_kind_display()}: {self.title}"

    def save(self, *args, **kwargs):
        self._refuse_what_is_frozen()
        self.content_sha256 = digest_of(self.content)
        self.folded = fold(f"{self.title} {self.symbol} {self.about_name}")[:1200]
        super().save(*args, **kwargs)

    def get_absolute_url(self):
        return reverse("documents:paper_detail", args=[self.pk])

    def delete(self, *args, **kwargs):
        if PaperRecord.objects.issued().filter(pk=self.pk).exists():
            raise FrozenPaper("An issued paper is never removed.")
        return super().delete(*args, **kwargs)

    def _refuse_what_is_frozen(self) -> None:
        # Asked of the database, not of this object: it may have been fetched before the paper was issued.
        kept = PaperRecord.objects.issued().filter(pk=self.pk).values(*FROZEN).first() or {}
        if changed := [name for name, value in kept.items() if getattr(self, name) != value]:
            raise FrozenPaper(f"An issued paper is never changed: {', '.join(changed)}")

    @property
    def headline(self) -> str:
        """The trích yếu as a heading of its own; the kind where there is none."""
        return self.title[:1].upper() + self.title[1:] or self.get_kind_display()

    @property
    def paper(self) -> Paper:
        """What was drafted, exactly."""
        return keeping.from_data(self.content)

    @property
    def is_issued(self) -> bool:
        return self.stage in (PaperStage.ISSUED, PaperStage.WITHDRAWN)

    @property
    def is_open(self) -> bool:
        """May its number, day and signer still be put right? Not once a second person has confirmed them."""
        return self.stage == PaperStage.ISSUED and self.confirmed_by_id is None

    @property
    def is_untouched(self) -> bool:
        """Does the database still hold what was issued?"""
        return self.content_sha256 == digest_of(self.content)

    def why_not_confirmed(self, user) -> str | None:
        """Why this person cannot confirm it, or None."""
        if self.stage != PaperStage.ISSUED:
            return f"Văn bản đang ở bước “{self.get_stage_display()}” nên không có gì để xác nhận."
        if self.confirmed_by_id:
            return f"{self.confirmed_by} đã xác nhận văn bản này."
        if user.pk == self.entered_by_id:
            return "Người xác nhận phải khác người nhập số, ngày. Hãy nhờ người khác đối chiếu với bản đã ký."
        if not self.scan:
            return "Chưa có bản quét đã ký để đối chiếu."
        return None


def digest_of(content: dict) -> str:
    """SHA-256 of a paper's content, the same on every database however it orders an object's keys."""
    return hashlib.sha256(json.dumps(content, ensure_ascii=False, sort_keys=True).encode()).hexdigest()
