"""What the newsroom pays for a work of each kind, from a day on."""

from django.db import models
from django.db.models import Q
from django.utils import timezone

from kheo.portal.models.news import ArticleKind


class FeeRate(models.Model):
    """Mức nhuận bút: so much for a work of this kind posted on `starts` or later, until a newer rate. In đồng."""

    kind = models.CharField("thể loại", max_length=10, choices=ArticleKind)
    amount = models.PositiveBigIntegerField("mức (đồng)")
    starts = models.DateField("áp dụng từ ngày", default=timezone.localdate)
    is_sample = models.BooleanField("mức mẫu", default=False)

    class Meta:
        ordering = ["kind", "starts"]
        verbose_name = "mức nhuận bút"
        constraints = [
            models.UniqueConstraint(fields=["kind", "starts"], name="fee_rate_once_a_day"),
            models.CheckConstraint(condition=~Q(kind=ArticleKind.REPOST), name="fee_rate_not_for_reposts"),
        ]

    def __str__(self):
        return f"{self.get_kind_display()}, từ {self.starts:%d/%m/%Y}"
