"""Stories sent to the newsroom by people who never enter it, with their photos."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone

from kheo.movement.models import Exemplar
from kheo.portal.lifecycle.story import PUBLISHED, StoryStage
from kheo.portal.models.news import ArticlePage
from kheo.portal.models.photos import Photo
from kheo.portal.newsroom import may_enter
from kheo.units.models import Unit

MOST_PHOTOS = 10  # of one story


class StoryQuerySet(models.QuerySet):
    def visible_to(self, user):
        """One's own; for the newsroom all but what was withdrawn. Nobody else reads what has not been published."""
        mine = Q(sender=user)
        return self.filter(mine | ~Q(stage=StoryStage.WITHDRAWN) if may_enter(user) else mine)

    def waiting(self):
        """Sent, and nobody has taken them up yet."""
        return self.filter(stage=StoryStage.SENT)


class Story(models.Model):
    """Tin bài gửi đến. `body` holds blocks as a page's body does; a photo block names the place of its `StoryPhoto`."""

    sender = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="stories", verbose_name="người gửi"
    )
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+", verbose_name="đơn vị gửi")
    title = models.CharField("tên bài", max_length=200)
    body = models.JSONField("nội dung", default=list)
    byline = models.CharField("tác giả (bút danh)", max_length=200)
    place = models.ForeignKey(Unit, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name="địa bàn")
    exemplars = models.ManyToManyField(
        Exemplar, blank=True, related_name="+", verbose_name="mô hình, điển hình trong bài"
    )
    stage = models.CharField("bước", max_length=10, choices=StoryStage, default=StoryStage.SENT)
    stage_since = models.DateTimeField(default=timezone.now)
    reason = models.TextField("lý do không dùng", blank=True)
    sent_at = models.DateTimeField("gửi lúc", default=timezone.now)
    page = models.OneToOneField(
        ArticlePage, models.SET_NULL, null=True, blank=True, related_name="story", verbose_name="tin bài"
    )
    mark = models.CharField(max_length=64, blank=True)  # of the form it came with, so that a double press sends once

    objects = StoryQuerySet.as_manager()

    class Meta:
        ordering = ["-sent_at", "-pk"]
        verbose_name = "tin bài gửi đến"
        indexes = [models.Index(fields=["stage", "sent_at"], name="story_stage_sent")]
        constraints = [
            models.CheckConstraint(condition=Q(stage__in=StoryStage.values), name="story_stage_known"),
            models.UniqueConstraint(fields=["sender", "mark"], condition=~Q(mark=""), name="story_sent_once"),
            models.CheckConstraint(
                condition=~Q(stage=StoryStage.DECLINED) | ~Q(reason=""), name="story_declined_with_reason"
            ),
        ]

    def __str__(self):
        return self.title

    def get_absolute_url(self):
        return reverse("stories:story", args=[self.pk])

    @property
    def is_published(self) -> bool:
        """Is the page made of it live? Fetch with `page`."""
        return bool(self.page_id and self.page.live)

    @property
    def standing(self) -> str:
        """Where it stands, as its sender reads it."""
        if self.stage == StoryStage.TAKEN and self.is_published:
            return PUBLISHED
        return self.get_stage_display()


class StoryPhoto(models.Model):
    """One photo of a story: a clean copy without place or device, private until the newsroom makes a `Photo` of it."""

    story = models.ForeignKey(Story, models.CASCADE, related_name="photos")
    place = models.PositiveSmallIntegerField("thứ tự")
    file = models.FileField(upload_to="stories/%Y/%m", max_length=255)
    thumb = models.FileField(upload_to="stories/thumb/%Y/%m", max_length=255)
    sha256 = models.CharField(max_length=64)
    caption = models.CharField("chú thích", max_length=300, blank=True)
    description = models.CharField("mô tả", max_length=255, blank=True)
    credit = models.CharField("người chụp", max_length=200, blank=True)
    shows_person = models.BooleanField("nhận ra được người trong ảnh", null=True)
    consented = models.BooleanField("người trong ảnh đã đồng ý cho đăng", default=False)
    shows_child = models.BooleanField("có trẻ em", default=False)
    photo = models.ForeignKey(Photo, models.SET_NULL, null=True, blank=True, related_name="+")

    class Meta:
        ordering = ["place"]
        constraints = [
            models.UniqueConstraint(fields=["story", "place"], name="story_photo_place_once"),
            models.UniqueConstraint(fields=["story", "sha256"], name="story_photo_once"),
        ]

    def __str__(self):
        return self.caption or f"Ảnh {self.place}"
