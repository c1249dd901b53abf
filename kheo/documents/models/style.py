"""How an office heads and spells its papers."""

from django.db import models
from django.db.models import Q

from kheo.documents.paper import Form
from kheo.units.models import Unit


class Spelling(models.TextChoices):
    """Where the tone mark of an open oa, oe, uy stands in a drawn paper; the keys are those of `core.vietnamese`."""

    OLD = "old", "Đảng ủy, hòa, thủy"
    NEW = "new", "Đảng uỷ, hoà, thuỷ"


class OfficeStyle(models.Model):
    """Thể thức của đơn vị: the form its papers take unless another is asked for, and its spelling."""

    unit = models.OneToOneField(Unit, models.PROTECT, related_name="office_style", verbose_name="đơn vị")
    form = models.CharField("thể thức thường dùng", max_length=6, choices=Form, default=Form.PARTY)
    spelling = models.CharField("cách viết dấu", max_length=3, choices=Spelling, default=Spelling.OLD)

    class Meta:
        verbose_name = "thể thức của đơn vị"
        constraints = [
            models.CheckConstraint(condition=Q(form__in=Form.values), name="office_style_form_known"),
            models.CheckConstraint(condition=Q(spelling__in=Spelling.values), name="office_style_spelling_known"),
        ]

    def __str__(self):
        return f"thể thức văn bản của {self.unit}"


class PaperHead(models.Model):
    """Phần đầu và người ký thường dùng of a unit's papers in one form. What is blank follows from the unit's name."""

    unit = models.ForeignKey(Unit, models.PROTECT, related_name="paper_heads", verbose_name="đơn vị")
    form = models.CharField("thể thức", max_length=6, choices=Form)
    superior = models.CharField("cơ quan cấp trên", max_length=200, blank=True)
    issuer = models.CharField("cơ quan ban hành", max_length=200, blank=True)
    symbol = models.CharField("ký hiệu cơ quan", max_length=40, blank=True)
    place = models.CharField("địa danh", max_length=100, blank=True)
    authority = models.CharField("thẩm quyền ký", max_length=200, blank=True)
    signer_title = models.CharField("chức vụ người ký", max_length=200, blank=True)
    signer = models.CharField("người ký", max_length=200, blank=True)
    keeper = models.CharField("nơi lưu", max_length=100, blank=True)

    class Meta:
        verbose_name = "phần đầu văn bản"
        constraints = [
            models.UniqueConstraint(fields=["unit", "form"], name="paper_head_once_a_form"),
            models.CheckConstraint(condition=Q(form__in=Form.values), name="paper_head_form_known"),
        ]

    def __str__(self):
        return f"{self.get_form_display()}, {self.unit}"
