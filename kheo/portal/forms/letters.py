"""Forms of what the public sends, of the tracking code, and of the moves at work."""

from django import forms
from django.utils import timezone

from kheo.accounts.access import places_held, units_where
from kheo.accounts.permissions import Permission
from kheo.core.forms import HouseForm, PlainTextField
from kheo.core.guarded import GuardedForm
from kheo.core.vietnamese import exact_key, fold
from kheo.movement.forms.evidence import FilesField
from kheo.portal.actions import codes
from kheo.portal.actions.letters import KEPT_DAYS, PHOTOS
from kheo.portal.models import LetterKind, Referral, Word
from kheo.portal.models.letters import TEXT_LIMIT
from kheo.portal.queries.places import places_named
from kheo.units.finding import Found, find
from kheo.units.models import Unit

NAMED = 5  # of several places with one name, how many are told apart


class _LetterForm(GuardedForm):
    """Who sends it, and what both kinds of letter ask."""

    sender_name = PlainTextField(120, label="Họ và tên", required=False, help_text="Không bắt buộc.")
    contact = PlainTextField(
        200, label="Điện thoại hoặc cách liên hệ", required=False,
        help_text=f"Không bắt buộc. Họ tên, cách liên hệ và ảnh được xóa sau {KEPT_DAYS} ngày kể từ khi thư đã xong.",
    )  # fmt: skip
    consent = forms.BooleanField(
        label="Tôi đồng ý cho cơ quan thường trực dùng họ tên và cách liên hệ này để trả lời tôi", required=False
    )

    kind: LetterKind

    def clean(self):
        cleaned = super().clean()
        if (cleaned.get("sender_name") or cleaned.get("contact")) and not cleaned.get("consent"):
            self.add_error("consent", "Xin đánh dấu đồng ý, hoặc để trống họ tên và cách liên hệ.")
        return cleaned

    @property
    def facts(self) -> dict:
        """What the action is told."""
        names = ("title", "text", "place", "sender_name", "contact", "is_complaint")
        return {"kind": self.kind} | {name: self.cleaned_data[name] for name in names if name in self.cleaned_data}


class PlaceNameField(forms.CharField):
    """A commune by its name of today or a former one; with several of that name it asks which."""

    def __init__(self, **kwargs):
        super().__init__(max_length=120, **kwargs)

    def clean(self, value):
        text = super().clean(value)
        return sole(places_named(text, on=timezone.localdate()), text, "xã, phường") if text else None


class FeedbackForm(_LetterForm):
    """Feedback on a model, on an article (then the place is known), or at large."""

    kind = LetterKind.FEEDBACK

    text = PlainTextField(TEXT_LIMIT, label="Nội dung góp ý", lines=True)
    place = PlaceNameField(
        label="Ở xã, phường nào", required=False, help_text="Bỏ trống nếu là góp ý chung. Tên mới hay tên cũ đều được."
    )
    is_complaint = forms.BooleanField(
        label="Đây là đơn khiếu nại hoặc tố cáo", required=False,
        help_text="Hộp góp ý không phải nơi nhận đơn khiếu nại, tố cáo. Đánh dấu ô này để nội dung không đến đơn vị, "
        "người được nêu tên, và để được chỉ đúng nơi tiếp nhận.",
    )  # fmt: skip

    field_order = ("text", "place", "is_complaint", "sender_name", "contact", "consent")

    def __init__(self, *args, has_subject=False, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["text"].widget.attrs["rows"] = 7
        if has_subject:
            del self.fields["place"]


class SuggestionForm(_LetterForm):
    """A model, a person, a group or a good deed that deserves to be known."""

    kind = LetterKind.SUGGESTION

    title = PlainTextField(
        300, label="Người, tập thể hoặc việc tốt muốn giới thiệu", help_text="Ví dụ: tổ hòa giải thôn An Mô."
    )
    text = PlainTextField(
        TEXT_LIMIT, label="Đã làm được gì", lines=True, help_text="Vài câu là đủ: việc gì, từ bao giờ, ai được lợi."
    )
    place = PlaceNameField(label="Ở xã, phường nào", help_text="Tên mới hay tên cũ đều được, không cần gõ dấu.")
    photos = FilesField(
        required=False, label=f"Ảnh (nhiều nhất {PHOTOS} tấm)",
        help_text="Vị trí chụp được xóa ngay khi nhận; ảnh không tự ra công khai. Chỉ gửi ảnh mà người trong ảnh đồng ý.",
    )  # fmt: skip

    field_order = ("title", "place", "text", "photos", "sender_name", "contact", "consent")

    def __init__(self, *args, has_subject=False, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["photos"].widget.attrs["accept"] = "image/jpeg,image/png,image/webp"

    def clean_photos(self):
        files = self.cleaned_data["photos"]
        if len(files) > PHOTOS:
            raise forms.ValidationError(f"Mỗi lần gửi nhiều nhất {PHOTOS} ảnh; xin chọn lại.")
        return files


class CodeForm(HouseForm):
    """The tracking code. A slip of the pen is told at once: its last letter checks the others."""

    code = forms.CharField(label="Mã theo dõi", max_length=40, help_text="Mười chữ cái, ví dụ ABCDE-FGHJK.")

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["code"].widget.attrs.update({"autocomplete": "off", "autocapitalize": "characters"})

    def clean_code(self):
        code = codes.read(self.cleaned_data["code"])
        if not codes.is_code(code):
            raise forms.ValidationError("Mã này chép chưa đúng. Mã có mười chữ cái; xin xem lại từng chữ.")
        return code


class WordForm(HouseForm):
    word = forms.ChoiceField(label="Mô hình này còn hoạt động không?", choices=Word.choices, widget=forms.RadioSelect)


class AnswerForm(HouseForm):
    """What the sender will read."""

    text = PlainTextField(TEXT_LIMIT, label="Người gửi sẽ đọc", lines=True)


class ReferralChoiceForm(AnswerForm):
    """Out of scope: where the sender should turn."""

    referral = forms.ModelChoiceField(
        Referral.objects.all(), label="Nơi cần tìm đến", required=False, empty_label="Tự viết ở ô dưới"
    )
    field_order = ("referral", "text")

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["text"].required = False
        self.fields["text"].label = "Lời nhắn thêm"

    def clean(self):
        cleaned = super().clean()
        said = [cleaned.get("text", ""), cleaned["referral"].text if cleaned.get("referral") else ""]
        if not any(said) and not self.errors:
            self.add_error("referral", "Hãy chọn nơi cần tìm đến, hoặc tự viết.")
        cleaned["text"] = "\n\n".join(filter(None, said))
        return cleaned


class PassForm(HouseForm):
    """To whom; a unit below a place where the user answers letters, or one above it."""

    to = forms.CharField(
        label="Chuyển đến đơn vị", max_length=120, help_text="Gõ tên đơn vị, tên mới hay tên cũ đều được."
    )
    text = PlainTextField(TEXT_LIMIT, label="Lời nhắn cho người gửi", lines=True, required=False)

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, **kwargs)
        self.user = user

    def clean_to(self):
        paths = places_held(self.user, Permission.FEEDBACK_ANSWER)
        step = Unit.steplen
        above = {path[:length] for path in paths for length in range(step, len(path), step)}
        within = Unit.objects.filter(units_where(self.user, Permission.FEEDBACK_ANSWER, "")) | Unit.objects.filter(
            path__in=above
        )
        text = self.cleaned_data["to"]
        return sole(find(text, timezone.localdate(), within=within), text, "đơn vị")


class NoForm(HouseForm):
    """A move that asks nothing more."""


class ReferralForm(HouseForm):
    name = PlainTextField(200, label="Việc gì")
    text = PlainTextField(1500, label="Nơi tiếp nhận, địa chỉ, giờ làm việc, điện thoại", lines=True)


def sole(found: list[Found], text: str, noun: str) -> Unit:
    """The one unit that a name leads to: the only one, or the only one of exactly that name."""
    if len(found) > 1:
        wanted = fold(text)
        named = [each for each in found if fold(each.unit.name) == wanted] or [
            each for each in found if fold(each.unit.name).partition(" ")[2] == wanted
        ]
        accented = [each for each in named if exact_key(text) in exact_key(each.unit.name)]
        found = accented or named or found
    if not found:
        raise forms.ValidationError(f"Không thấy {noun} nào có tên này. Xin gõ lại, tên mới hay tên cũ đều được.")
    if len(found) > 1:
        names = "; ".join(each.unit.title for each in found[:NAMED])
        raise forms.ValidationError(f"Có nhiều nơi mang tên này: {names}. Xin ghi rõ hơn.")
    return found[0].unit
