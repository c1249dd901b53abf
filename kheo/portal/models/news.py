"""News: its sections and its articles."""

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from modelcluster.fields import ParentalKey, ParentalManyToManyField
from wagtail.admin.panels import FieldPanel, InlinePanel, MultiFieldPanel
from wagtail.fields import StreamField
from wagtail.models import Orderable

from kheo.movement.models import Exemplar
from kheo.portal.models.blocks import BodyBlock
from kheo.portal.models.pages import TITLE, PublicPage
from kheo.portal.models.photos import Photo
from kheo.portal.panels import ProofreadingPanel
from kheo.portal.widgets import ExemplarsWidget
from kheo.units.models import Unit


class SectionPage(PublicPage):
    """A section of news: Tin tức, Tin cơ sở, Tuyên truyền."""

    parent_page_types = ["portal.HomePage"]
    subpage_types = ["portal.ArticlePage"]
    lead = models.CharField("một câu về chuyên mục", max_length=300, blank=True)
    in_menu = models.BooleanField("hiện trên thanh chuyên mục", default=True)
    summary_of = "lead"
    content_panels = [*TITLE, FieldPanel("lead"), FieldPanel("in_menu")]

    class Meta:
        verbose_name = "chuyên mục"


class ArticleKind(models.TextChoices):
    """Kinds of work, as the monthly table of royalties (nhuận bút) counts them."""

    NEWS = "news", "Tin"
    STORY = "story", "Bài phản ánh"
    REPORTAGE = "reportage", "Phóng sự, ký"
    INTERVIEW = "interview", "Phỏng vấn"
    PHOTOS = "photos", "Tin ảnh, bài ảnh"
    REPOST = "repost", "Đăng lại"


class ArticlePage(PublicPage):
    """One article with its byline."""

    parent_page_types = ["portal.SectionPage"]
    subpage_types = []
    lead = models.TextField("sa-pô (đoạn dẫn)", max_length=600, blank=True)
    body = StreamField(BodyBlock(), verbose_name="nội dung", blank=True)
    kind = models.CharField("thể loại", max_length=10, choices=ArticleKind, default=ArticleKind.NEWS)
    author = models.CharField("tác giả (bút danh)", max_length=200, blank=True)
    sender = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="articles",
        editable=False, verbose_name="người gửi",
    )  # fmt: skip
    source = models.CharField("nguồn (nếu đăng lại)", max_length=200, blank=True)
    source_url = models.URLField("địa chỉ bài gốc", max_length=500, blank=True)
    posted_at = models.DateTimeField("ngày đăng", null=True, blank=True, help_text="Để trống: lúc xuất bản lần đầu.")
    is_featured = models.BooleanField("tin nổi bật", default=False)
    place = models.ForeignKey(
        Unit, models.SET_NULL, null=True, blank=True, related_name="articles", verbose_name="địa bàn",
        limit_choices_to={"level": "commune", "ends": None, "place": None},
    )  # fmt: skip
    photo = models.ForeignKey(Photo, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name="ảnh chính")
    photo_caption = models.CharField("chú thích ảnh chính", max_length=300, blank=True)
    exemplars = ParentalManyToManyField(
        Exemplar, blank=True, related_name="articles", verbose_name="mô hình, điển hình trong bài"
    )
    summary_of = "lead"
    content_panels = [
        *TITLE,
        FieldPanel("lead"),
        FieldPanel("body"),
        MultiFieldPanel([FieldPanel("photo"), FieldPanel("photo_caption")], heading="Ảnh chính"),
        MultiFieldPanel(
            [FieldPanel("kind"), FieldPanel("author"), FieldPanel("source"), FieldPanel("source_url")],
            heading="Tác giả và nguồn",
        ),
        MultiFieldPanel(
            [
                FieldPanel("place"),
                FieldPanel("exemplars", widget=ExemplarsWidget),
                FieldPanel("is_featured"),
                FieldPanel("posted_at"),
            ],
            heading="Liên quan",
        ),
        InlinePanel("corrections", heading="Đính chính", label="Đính chính"),
        ProofreadingPanel(heading="Soát lỗi"),
    ]

    class Meta:
        verbose_name = "tin bài"
        indexes = [
            models.Index(fields=["-posted_at", "-page_ptr"], name="article_newest"),
            models.Index(fields=["place", "-posted_at"], name="article_place"),
        ]

    def clean(self):
        super().clean()
        if self.source_url and not self.source:
            raise ValidationError({"source": "Đăng lại thì ghi tên nguồn."})
        if self.kind == ArticleKind.REPOST and not self.source:
            raise ValidationError({"source": "Bài đăng lại phải ghi nguồn."})

    def save(self, *args, **kwargs):
        if self.live and self.posted_at is None:
            self.posted_at = self.first_published_at or timezone.now()
        super().save(*args, **kwargs)

    @property
    def byline(self) -> str:
        return self.author or self.source

    def why_not_public(self):
        return [*super().why_not_public(), *([] if self.byline else ["Tin bài chưa ghi tác giả hoặc nguồn."])]

    def words(self):
        return " \n".join([super().words(), self.author, self.source, self.place.name if self.place else ""])


class Correction(Orderable):
    """Đính chính: what was wrong and what is right, with its day; it stays visible under the article."""

    page = ParentalKey(ArticlePage, on_delete=models.CASCADE, related_name="corrections")
    on = models.DateField("ngày đính chính", default=timezone.localdate)
    text = models.TextField("nội dung đính chính", max_length=1000)
    panels = [FieldPanel("on"), FieldPanel("text")]

    class Meta(Orderable.Meta):
        verbose_name = "đính chính"

    def __str__(self):
        return self.text[:80]
