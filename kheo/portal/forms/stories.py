"""The form of a story, what is said of its photos, and taking it up."""

import re
from html import escape

from django import forms
from django.utils import timezone

from kheo.accounts.access import units_where
from kheo.accounts.permissions import Permission
from kheo.core import filechecks as checks
from kheo.core.forms import HouseForm, ManyField, PlainTextField
from kheo.core.vietnamese import clean, format_number
from kheo.movement.forms.evidence import SEEN
from kheo.movement.models import Exemplar
from kheo.portal.html import Piece, Table, Text, pieces
from kheo.portal.models import SectionPage
from kheo.portal.stories import words_in
from kheo.units.models import Level, Unit

TEXT_LIMIT = 200_000  # characters of a story as it comes, marks included
OFFERED = 100  # exemplars shown to choose from, those changed last
SECRET = (
    "Bài có dấu “{stamp}”. Tài liệu bí mật nhà nước không được đưa vào phần mềm này; bài chưa được gửi và không giữ lại. "
    "Hãy báo người phụ trách bảo mật của cơ quan."
)

_IS_HTML = re.compile(r"\s*<(?:p|h[1-6]|ul|ol|blockquote|hr|table|div)\b", re.IGNORECASE)
_BLOCK_ENDS = re.compile(r"</(?:p|h2|h3|li|blockquote)>|<br/>")


class StoryTextField(forms.Field):
    """A text as typed (a line is a paragraph), or pasted with its headings and lists (HTML, cleaned): its pieces."""

    widget = forms.Textarea(attrs={"rows": 14})

    def to_python(self, value) -> list[Piece]:
        text = clean(value or "")[0].strip()
        if len(text) > TEXT_LIMIT:
            raise forms.ValidationError(
                f"Bài dài {format_number(len(text))} ký tự, nhiều nhất {format_number(TEXT_LIMIT)}. Hãy gửi bằng tệp Word."
            )
        found = [
            piece for piece in pieces(text if _IS_HTML.match(text) else in_paragraphs(text)) if not _is_photo(piece)
        ]
        if stamp := checks.stamp_in("\n".join(line for piece in found for line in lines_of(piece))):
            raise forms.ValidationError(SECRET.format(stamp=stamp), code="secret")
        return found


class ExemplarChoice(ManyField):
    """Exemplars by name, the unit's beside it."""

    def label_from_instance(self, exemplar):
        return f"{exemplar.name} ({exemplar.unit.title})"


class StoryForm(HouseForm):
    """A story: its title and text, or a Word document that holds both; who wrote it, where it is, what it is about."""

    title = PlainTextField(200, required=False, label="Tên bài")
    text = StoryTextField(
        required=False, label="Nội dung",
        help_text="Viết ngay ở đây, hoặc dán từ Word, Zalo: giữ đầu mục, danh sách, chữ đậm; bỏ phông và màu.",
    )  # fmt: skip
    byline = PlainTextField(
        200, required=False, label="Tác giả (bút danh)", help_text="Để trống thì ghi họ tên đồng chí."
    )
    place = forms.ModelChoiceField(None, required=False, label="Địa bàn", empty_label="Không gắn địa bàn")
    exemplars = ExemplarChoice(
        None, required=False, label="Mô hình, điển hình trong bài", widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, *args, writer, has_document: bool = False, **kwargs):
        super().__init__(*args, **kwargs)
        self.has_document = has_document
        here = communes_of(writer)
        self.fields["place"].queryset = here
        self.fields["place"].label_from_instance = lambda unit: unit.title
        self.initial.setdefault("byline", str(writer))
        self.initial.setdefault("place", _own(here, writer))
        seen = Exemplar.objects.visible_to(writer) | Exemplar.objects.public()
        field = self.fields["exemplars"]
        field.queryset = seen
        offered = seen.select_related("unit").order_by("-changed_at", "-pk")[:OFFERED]
        field.choices = [(row.pk, field.label_from_instance(row)) for row in offered]

    def clean(self):
        cleaned = super().clean()
        text = cleaned.get("text")
        if self.has_document and text:
            self.add_error("text", "Bài đã có tệp Word. Hãy bỏ tệp Word, hoặc để trống ô này.")
        if not self.has_document and not text and "text" not in self.errors:
            self.add_error("text", "Chưa có nội dung. Hãy viết, dán vào đây, hoặc chọn tệp Word của bài.")
        if not self.has_document and not cleaned.get("title") and "title" not in self.errors:
            self.add_error("title", "Chưa điền tên bài.")
        return cleaned

    @property
    def is_secret(self) -> bool:
        return self.has_error("text", "secret")


class PhotoAboutForm(HouseForm):
    """What is said of one photo; all of it may be left to the newsroom."""

    caption = PlainTextField(300, required=False, label="Chú thích", lines=False)
    description = PlainTextField(
        255, required=False, label="Mô tả cho người không nhìn thấy ảnh", lines=False, help_text="Trong ảnh có gì."
    )
    credit = PlainTextField(200, required=False, label="Người chụp")
    shows_person = forms.ChoiceField(required=False, label="Có nhận ra ai trong ảnh không?", choices=list(SEEN.items()))
    consented = forms.BooleanField(required=False, label="Người trong ảnh (trẻ em thì cha mẹ) đã đồng ý cho đăng")
    shows_child = forms.BooleanField(required=False, label="Có trẻ em trong ảnh")

    def clean_shows_person(self):
        return {"yes": True, "no": False}.get(self.cleaned_data["shows_person"])


class TakeForm(HouseForm):
    """Under which section the draft is made."""

    section = forms.ModelChoiceField(None, label="Chuyên mục", empty_label=None)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["section"].queryset = SectionPage.objects.live().order_by("path")
        self.fields["section"].label_from_instance = lambda section: section.title


def about(photo) -> dict:
    """What is said of a photo now, as its form shows it."""
    seen = {True: "yes", False: "no", None: ""}[photo.shows_person]
    names = ("caption", "description", "credit", "consented", "shows_child")
    return {"shows_person": seen, **{name: getattr(photo, name) for name in names}}


def in_paragraphs(text: str) -> str:
    """Plain text as HTML: each line a paragraph."""
    return "".join(f"<p>{escape(line.strip(), quote=False)}</p>" for line in text.splitlines() if line.strip())


def lines_of(piece: Piece) -> list[str]:
    """The words of a piece, line by line as a reader sees them."""
    if isinstance(piece, Table):
        return [piece.caption, *(cell for row in piece.rows for cell in row)]
    return [words_in(part) for part in _BLOCK_ENDS.split(piece.html)]


def communes_of(writer):
    """Communes where somebody may send stories from: those below their units, above them, and where these stand."""
    today = timezone.localdate()
    mine = Unit.objects.filter(units_where(writer, Permission.STORY_SEND, ""))
    above = {held.unit.path[:end] for held in writer.held for end in range(4, len(held.unit.path) + 1, 4)}
    standing = [held.unit.place_id for held in writer.held if held.unit.place_id]
    communes = Unit.objects.filter(level=Level.COMMUNE)
    found = (
        communes.filter(pk__in=mine.values("pk")) | communes.filter(path__in=above) | communes.filter(pk__in=standing)
    )
    return found.living(on=today).by_name()


def _own(communes, writer) -> int | None:
    """The commune that somebody works in, where there is only one."""
    keys = list(communes.values_list("pk", flat=True)[:2])
    return keys[0] if len(keys) == 1 else None


def _is_photo(piece: Piece) -> bool:
    return not isinstance(piece, Text | Table)
