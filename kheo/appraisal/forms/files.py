"""Forms about one file: holding and releasing it, a visit, what the public said of it."""

from django import forms

from kheo.appraisal.models import Visit
from kheo.core.forms import DayField, HouseForm, ManyField, PlainTextField
from kheo.core.guarded import GuardedForm
from kheo.movement.forms.evidence import FilesField
from kheo.movement.forms.parts import PastDayField
from kheo.movement.models import Evidence

COMMENT_LIMIT = 5000  # characters of one comment


class HoldForm(HouseForm):
    reason = PlainTextField(
        label="Lý do tạm chưa xét",
        help_text="Chỉ người được giao quyền đọc được; không bao giờ công khai, không hiện cho đơn vị và hội đồng.",
    )  # fmt: skip
    review_on = DayField(label="Xem lại vào ngày", required=False)


class ReleaseForm(HouseForm):
    reason = PlainTextField(label="Căn cứ thôi tạm hoãn")


class VisitForm(HouseForm):
    """Who went when, what was seen. Photos are chosen among those of the file, or sent with it."""

    on = PastDayField(label="Ngày khảo sát")
    people = PlainTextField(label="Thành phần đoàn", help_text="Họ tên, chức vụ, cơ quan; mỗi người một dòng.")
    met = PlainTextField(label="Đã gặp ai, đã xem gì", required=False)
    findings = PlainTextField(label="Nhận xét tại chỗ")
    advice = PlainTextField(label="Kiến nghị", required=False)
    photos = ManyField(
        Evidence.objects.none(), label="Ảnh đã có trong hồ sơ", required=False, widget=forms.CheckboxSelectMultiple
    )
    files = FilesField(
        required=False, label="Ảnh chụp tại chỗ",
        help_text="Ảnh JPG, PNG, WebP đến 20 MB, lưu vào minh chứng của mô hình. Không gửi tài liệu bí mật nhà nước.",
    )  # fmt: skip

    def __init__(self, *args, exemplar, may_add: bool, visit: Visit | None = None, **kwargs):
        if visit:
            kept = {name: getattr(visit, name) for name in ("on", "people", "met", "findings", "advice")}
            kwargs["initial"] = {**kept, "photos": list(visit.photos.values_list("pk", flat=True))}
        super().__init__(*args, **kwargs)
        photos = exemplar.evidence.filter(kind="photo")
        self.fields["photos"].queryset = photos
        if not photos:
            del self.fields["photos"]
        if may_add:
            self.fields["files"].widget.attrs["accept"] = "image/jpeg,image/png,image/webp"
        else:
            del self.fields["files"]

    @property
    def facts(self) -> dict:
        return {name: self.cleaned_data[name] for name in ("on", "people", "met", "findings", "advice")}


class CommentForm(GuardedForm):
    """What a reader says of a file under comment; without an account."""

    text = PlainTextField(COMMENT_LIMIT, label="Ý kiến", lines=True)
    is_complaint = forms.BooleanField(
        label="Đây là đơn khiếu nại hoặc tố cáo", required=False,
        help_text="Đánh dấu ô này để nội dung không đến đơn vị, người được nêu tên; chỉ người được giao theo dõi đọc.",
    )  # fmt: skip
    name = PlainTextField(200, label="Họ và tên", required=False, help_text="Không bắt buộc.")
    contact = PlainTextField(
        200, label="Điện thoại hoặc cách liên hệ", required=False,
        help_text="Không bắt buộc, để cơ quan thường trực hỏi thêm khi cần.",
    )  # fmt: skip
    consent = forms.BooleanField(
        label="Tôi đồng ý cho cơ quan thường trực dùng họ tên và cách liên hệ này để hỏi thêm", required=False
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["text"].widget.attrs["rows"] = 6

    def clean(self):
        cleaned = super().clean()
        if (cleaned.get("name") or cleaned.get("contact")) and not cleaned.get("consent"):
            self.add_error("consent", "Xin đánh dấu đồng ý, hoặc để trống họ tên và cách liên hệ.")
        return cleaned

    @property
    def facts(self) -> dict:
        return {name: self.cleaned_data[name] for name in ("mark", "text", "name", "contact", "is_complaint")}


class CommentAnswerForm(HouseForm):
    text = PlainTextField(label="Đã xử lý thế nào", help_text="Ghi cho hồ sơ thẩm định; không đăng công khai.")
