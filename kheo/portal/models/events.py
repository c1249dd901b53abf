"""Events: what is coming, some of them featured."""

from datetime import datetime

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.fields import StreamField
from wagtail.models import PageManager
from wagtail.query import PageQuerySet

from kheo.portal.models.blocks import BodyBlock
from kheo.portal.models.pages import TITLE, PublicPage
from kheo.portal.models.photos import Photo


class EventIndexPage(PublicPage):
    """Sự kiện: the calendar."""

    max_count = 1
    parent_page_types = ["portal.HomePage"]
    subpage_types = ["portal.EventPage"]
    lead = models.CharField("lời dẫn", max_length=300, blank=True)
    summary_of = "lead"
    content_panels = [*TITLE, FieldPanel("lead")]

    class Meta:
        verbose_name = "lịch sự kiện"


class EventQuerySet(PageQuerySet):
    def coming(self, *, at: datetime):
        """Not over yet, the next first."""
        return self.filter(Q(ends_at__gte=at) | Q(ends_at=None, starts_at__gte=at)).order_by("starts_at", "pk")

    def over(self, *, at: datetime):
        return self.filter(Q(ends_at__lt=at) | Q(ends_at=None, starts_at__lt=at)).order_by("-starts_at", "-pk")

    def during(self, first, last):
        """That touch the days from `first` to `last`."""
        return self.filter(
            Q(starts_at__date__lte=last), Q(ends_at__date__gte=first) | Q(ends_at=None, starts_at__date__gte=first)
        ).order_by("starts_at", "pk")


class EventPage(PublicPage):
    """One event."""

    parent_page_types = ["portal.EventIndexPage"]
    subpage_types = []
    lead = models.TextField("tóm tắt", max_length=500, blank=True)
    starts_at = models.DateTimeField("bắt đầu")
    ends_at = models.DateTimeField("kết thúc", null=True, blank=True)
    where = models.CharField("địa điểm", max_length=300, blank=True)
    is_featured = models.BooleanField("sự kiện nổi bật", default=False)
    photo = models.ForeignKey(Photo, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name="ảnh")
    body = StreamField(BodyBlock(), verbose_name="nội dung", blank=True)
    objects = PageManager.from_queryset(EventQuerySet)()
    summary_of = "lead"
    content_panels = [
        *TITLE,
        MultiFieldPanel(
            [FieldPanel("starts_at"), FieldPanel("ends_at"), FieldPanel("where"), FieldPanel("is_featured")],
            heading="Khi nào, ở đâu",
        ),
        FieldPanel("lead"),
        FieldPanel("photo"),
        FieldPanel("body"),
    ]

    class Meta:
        verbose_name = "sự kiện"
        indexes = [models.Index(fields=["starts_at"], name="event_starts")]

    def clean(self):
        super().clean()
        if self.ends_at and self.starts_at and self.ends_at < self.starts_at:
            raise ValidationError({"ends_at": "Kết thúc phải sau lúc bắt đầu."})

    def words(self):
        return f"{super().words()} \n{self.where}"
