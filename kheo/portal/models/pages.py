"""The portal's pages other than news and events: home, plain pages, guides, topics, and the people to ask."""

from bs4 import BeautifulSoup
from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, InlinePanel, PageChooserPanel
from wagtail.fields import RichTextField, StreamField
from wagtail.models import Orderable, Page

from kheo.core.vietnamese import nfc, slug
from kheo.portal.models.blocks import FEATURES, BodyBlock
from kheo.portal.showing import shown_by

SLUG_LIMIT = 120
# Not Wagtail's title panel: that one fills an address in the browser, which loses đ and is not asked for here.
TITLE = [FieldPanel("title", classname="title")]


class PublicPage(Page):
    """What all pages of ours share: an address without accents, words to be found by, and a reader's view of it."""

    class Meta:
        abstract = True

    promote_panels = []
    settings_panels = Page.settings_panels
    summary_of = ""  # the name of the field that says in a sentence what the page is about

    def full_clean(self, *args, **kwargs):
        self.title = nfc(self.title).strip()
        if not self.slug:
            self.slug = self.free_slug(self.title)
        super().full_clean(*args, **kwargs)

    def free_slug(self, title: str) -> str:
        """An address without accents that no other page beside this one has: "đường đất đỏ" → "duong-dat-do"."""
        base = slug(title, limit=SLUG_LIMIT) or "trang"
        parent = self.get_parent() if self.path else None
        taken = set(parent.get_children().exclude(pk=self.pk).values_list("slug", flat=True)) if parent else set()
        return next(each for each in (base, *(f"{base}-{n}" for n in range(2, len(taken) + 3))) if each not in taken)

    def serve(self, request, *args, **kwargs):
        return shown_by(self, request)

    @property
    def address(self) -> str:
        """Its address on this server, without asking the database."""
        return "/" + self.url_path.split("/", 2)[2]

    @property
    def full_address(self) -> str:
        """Its address with the server's own name, as set."""
        return settings.WAGTAILADMIN_BASE_URL.rstrip("/") + self.address

    @property
    def summary(self) -> str:
        return getattr(self, self.summary_of) if self.summary_of else ""

    def words(self) -> str:
        """All that everybody may read of it."""
        return " \n".join(filter(None, [self.title, self.summary, *text_of(self)]))

    def photos(self) -> list:
        """Every photo it shows: its main one and those of its body."""
        body = getattr(self, "body", None) or ()
        inside = [block.value["photo"] for block in body if block.block_type == "photo"]
        return list({photo.pk: photo for photo in [getattr(self, "photo", None), *inside] if photo}.values())

    def why_not_public(self) -> list[str]:
        """What stands in the way of publishing it, in words of what to do."""
        return [reason for photo in self.photos() if (reason := photo.why_not_public())]


def text_of(page: Page) -> list[str]:
    """The plain text of each rich or stream field of a page."""
    found = []
    for field in page._meta.get_fields():
        if isinstance(field, StreamField | RichTextField):
            value = getattr(page, field.name)
            html = value.stream_block.render_basic(value) if isinstance(field, StreamField) and value else value
            found.append(plain(str(html or "")))
    return found


def plain(html: str) -> str:
    """The words of HTML, blocks apart by a line."""
    return BeautifulSoup(html, "html.parser").get_text("\n", strip=True)


class HomePage(PublicPage):
    """Trang chủ: the newest, what is coming, what still works. It is made of what stands below it."""

    max_count = 1
    subpage_types = [
        "portal.SectionPage", "portal.EventIndexPage", "portal.TopicsPage", "portal.GuidesPage", "portal.ContactsPage",
        "portal.PlainPage",
    ]  # fmt: skip
    parent_page_types = ["wagtailcore.Page"]
    lead = models.CharField("một câu về cổng", max_length=300, blank=True)
    summary_of = "lead"
    content_panels = [*TITLE, FieldPanel("lead")]

    class Meta:
        verbose_name = "trang chủ"

    def words(self):
        return ""


class PlainPage(PublicPage):
    """A page that stands: about us, how to, protection of personal data."""

    parent_page_types = ["portal.HomePage", "portal.GuidesPage", "portal.PlainPage"]
    lead = models.TextField("tóm tắt", max_length=500, blank=True)
    body = StreamField(BodyBlock(), verbose_name="nội dung", blank=True)
    summary_of = "lead"
    content_panels = [*TITLE, FieldPanel("lead"), FieldPanel("body")]

    class Meta:
        verbose_name = "trang nội dung"


class GuidesPage(PublicPage):
    """Cẩm nang: the library of how-to pages."""

    max_count = 1
    parent_page_types = ["portal.HomePage"]
    subpage_types = ["portal.PlainPage"]
    lead = models.TextField("lời dẫn", max_length=500, blank=True)
    summary_of = "lead"
    content_panels = [*TITLE, FieldPanel("lead")]

    class Meta:
        verbose_name = "cẩm nang"


class TopicsPage(PublicPage):
    """The list of topics."""

    max_count = 1
    parent_page_types = ["portal.HomePage"]
    subpage_types = ["portal.TopicPage"]
    lead = models.TextField("lời dẫn", max_length=500, blank=True)
    summary_of = "lead"
    content_panels = [*TITLE, FieldPanel("lead")]

    class Meta:
        verbose_name = "các chuyên đề"


class TopicPage(PublicPage):
    """Chuyên đề: an introduction and the pages chosen for it."""

    parent_page_types = ["portal.TopicsPage"]
    subpage_types = []
    lead = models.TextField("lời dẫn", max_length=500, blank=True)
    body = StreamField(BodyBlock(), verbose_name="nội dung", blank=True)
    summary_of = "lead"
    content_panels = [
        *TITLE,
        FieldPanel("lead"),
        FieldPanel("body"),
        InlinePanel("picks", label="Bài trong chuyên đề"),
    ]

    class Meta:
        verbose_name = "chuyên đề"


class TopicPick(Orderable):
    topic = ParentalKey(TopicPage, on_delete=models.CASCADE, related_name="picks")
    page = models.ForeignKey(Page, models.CASCADE, related_name="+", verbose_name="bài")
    panels = [PageChooserPanel("page", ["portal.ArticlePage", "portal.PlainPage", "portal.EventPage"])]


class ContactsPage(PublicPage):
    """Who we are and whom to ask: name, office, what they are asked about, telephone, mail."""

    max_count = 1
    parent_page_types = ["portal.HomePage"]
    subpage_types = []
    lead = models.TextField("giới thiệu", max_length=1000, blank=True)
    office_address = models.CharField("địa chỉ trụ sở", max_length=200, blank=True)
    phone = models.CharField("điện thoại chung", max_length=40, blank=True)
    mail = models.EmailField("thư điện tử chung", blank=True)
    duties = RichTextField("chức năng, nhiệm vụ", features=FEATURES, blank=True)
    summary_of = "lead"
    content_panels = [
        *TITLE,
        FieldPanel("lead"),
        FieldPanel("office_address"),
        FieldPanel("phone"),
        FieldPanel("mail"),
        FieldPanel("duties"),
        InlinePanel("people", label="Đầu mối"),
    ]

    class Meta:
        verbose_name = "cơ quan và đầu mối"


class Person(Orderable):
    """Somebody who may be asked, with the work telephone and mail they agreed to have shown."""

    page = ParentalKey(ContactsPage, on_delete=models.CASCADE, related_name="people")
    name = models.CharField("họ và tên", max_length=200)
    office = models.CharField("chức vụ", max_length=200, blank=True)
    asked_about = models.CharField("phụ trách, hỏi về việc gì", max_length=300, blank=True)
    phone = models.CharField("điện thoại cơ quan", max_length=40, blank=True)
    mail = models.EmailField("thư điện tử công vụ", blank=True)
    panels = [FieldPanel(name) for name in ("name", "office", "asked_about", "phone", "mail")]

    def __str__(self):
        return self.name

    def clean(self):
        if not (self.phone or self.mail):
            raise ValidationError("Đầu mối cần có điện thoại hoặc thư điện tử.")
