"""An office's own Word file for a kind of paper, with the same fields as ours."""

from django.db import models
from django.db.models import Q
from django.utils import timezone

from kheo.accounts.access import units_where
from kheo.accounts.models import User
from kheo.accounts.permissions import Permission
from kheo.documents.paper import Form, PaperKind
from kheo.units.models import Unit


class TemplateQuerySet(models.QuerySet):
    def visible_to(self, user):
        return self.filter(units_where(user, Permission.PAPER_VIEW))

    def current(self):
        """Those in use: not replaced and not taken out."""
        return self.filter(retired_at=None)


class PaperTemplate(models.Model):
    """Mẫu văn bản của đơn vị. One in use for each unit, kind and form; those before stay to be read."""

    unit = models.ForeignKey(Unit, models.PROTECT, related_name="paper_templates", verbose_name="đơn vị")
    kind = models.CharField("loại văn bản", max_length=24, choices=PaperKind)
    form = models.CharField("thể thức", max_length=6, choices=Form)
    name = models.CharField("tên tệp", max_length=255)
    file = models.FileField("tệp", upload_to="papers/templates/", max_length=255)
    size = models.PositiveIntegerField("dung lượng (byte)")
    sha256 = models.CharField(max_length=64)
    uploaded_by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name="người tải lên")
    uploaded_at = models.DateTimeField("tải lên lúc", default=timezone.now)
    retired_by = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")
    retired_at = models.DateTimeField("thôi dùng lúc", null=True, blank=True)

    objects = TemplateQuerySet.as_manager()

    class Meta:
        verbose_name = "mẫu văn bản"
        ordering = ["kind", "form", "-uploaded_at"]
        constraints = [
            models.UniqueConstraint(
                fields=["unit", "kind", "form"], condition=Q(retired_at=None), name="paper_template_one_in_use"
            ),
            models.CheckConstraint(condition=Q(form__in=Form.values), name="paper_template_form_known"),
            models.CheckConstraint(
                condition=Q(retired_by=None, retired_at=None) | Q(retired_by__isnull=False, retired_at__isnull=False),
                name="paper_template_retired_by_somebody",
            ),
        ]

    def __str__(self):
        return self.name
