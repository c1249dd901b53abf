"""Honours day: when, where and in which order those of a decision's list come up."""

from django.db import models
from django.urls import reverse

from kheo.appraisal.models.batch import DecisionBatch


class HonoursDay(models.Model):
    """Ngày tôn vinh of one decision. Its papers are drawn from the list itself; only what the list lacks is kept."""

    batch = models.OneToOneField(DecisionBatch, models.CASCADE, related_name="honours", verbose_name="đợt công nhận")
    title = models.CharField("tên buổi lễ", max_length=300)
    starts_at = models.DateTimeField("bắt đầu lúc")
    where = models.CharField("địa điểm", max_length=300)
    host = models.CharField("người dẫn chương trình", max_length=200, blank=True)
    giver = models.CharField("người trao", max_length=200, blank=True)
    per_turn = models.PositiveSmallIntegerField("số lượt lên nhận mỗi lần", default=10)
    guests = models.TextField("đại biểu", blank=True)
    # Keys of the list's items as they come up; one that is not here comes after them, in the order of the list.
    order = models.JSONField("thứ tự trao", default=list, blank=True)

    class Meta:
        verbose_name = "ngày tôn vinh"
        constraints = [models.CheckConstraint(condition=models.Q(per_turn__gte=1), name="honours_turn_of_some")]

    def __str__(self):
        return self.title

    def get_absolute_url(self):
        return reverse("appraisal:honours", args=[self.batch_id])
