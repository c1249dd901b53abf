"""Small forms of a file: a progress note, a gift, a message, a verdict, a recognition, a consent."""

from django import forms
from django.utils import timezone

from kheo.core.forms import AmountField, DayField, HouseForm, PlainTextField, WholeNumberField
from kheo.core.vietnamese import format_number
from kheo.movement.models import Outcome, Progress, Resource, Verdict
from kheo.units.models import Level

LARGEST = 10**13


class PastDayField(DayField):
    """A day up to today."""

    def check_bounds(self, day):
        super().check_bounds(day)
        if day > timezone.localdate():
            raise forms.ValidationError("Không thể sau hôm nay.", code="latest")


class ProgressForm(HouseForm):
    """One progress note: a line of words, and for each outcome what came about since the last one."""

    on = PastDayField(label="Tính đến ngày")
    note = PlainTextField(required=False, label="Đã làm được gì", help_text="Một, hai câu là đủ.")
    households = WholeNumberField(required=False, label="Số hộ tham gia", max_value=10**8, help_text="")
    beneficiaries = WholeNumberField(required=False, label="Số người hưởng lợi", max_value=10**9, help_text="")
    members = WholeNumberField(required=False, label="Số đoàn viên, hội viên", max_value=10**9, help_text="")

    def __init__(self, *args, outcomes: list[Outcome], progress: Progress | None = None, **kwargs):
        self.outcomes = outcomes
        super().__init__(*args, **kwargs)
        for outcome in outcomes:
            self.fields[f"figure-{outcome.pk}"] = _figure_field(outcome)
        if progress:  # standing figures belong to the file, not to a former note
            for name in ("households", "beneficiaries", "members"):
                del self.fields[name]

    def figure_fields(self):
        return [self[f"figure-{outcome.pk}"] for outcome in self.outcomes]

    def figures(self) -> dict:
        return {outcome: self.cleaned_data[f"figure-{outcome.pk}"] for outcome in self.outcomes}

    def standard(self) -> dict:
        names = ("households", "beneficiaries", "members")
        return {name: self.cleaned_data[name] for name in names if self.cleaned_data.get(name) is not None}


def _figure_field(outcome: Outcome) -> AmountField:
    so_far = f"đến nay {format_number(outcome.actual)}" if outcome.actual is not None else "chưa có số nào"
    aim = f", chỉ tiêu {format_number(outcome.target)}" if outcome.target is not None else ""
    word = "số mới nhất" if outcome.is_level else "thêm được"
    return AmountField(
        required=False, max_value=LARGEST, label=f"{outcome.name}: {word} ({outcome.measure})",
        help_text=f"{so_far[0].upper()}{so_far[1:]}{aim}. Không có thêm thì ghi 0, chưa rõ thì để trống.",
    )  # fmt: skip


class ContributionForm(HouseForm):
    """What people gave, apart from the outcomes."""

    kind = forms.ChoiceField(label="Loại", choices=[("", "Chọn…"), *Resource.choices])
    amount = AmountField(label="Số lượng", max_value=LARGEST)
    measure = PlainTextField(
        40, required=False, label="Đơn vị tính", help_text="Để trống: đồng, m² hoặc ngày công. Hiện vật thì phải ghi."
    )
    description = PlainTextField(300, required=False, label="Hiện vật gì")
    donors = PlainTextField(300, required=False, label="Ai đóng góp", help_text="Ghi nhóm: “56 hộ thôn An Mô”.")
    names_consented = forms.BooleanField(required=False, label="Có nêu tên người và người đó đã đồng ý")
    on = PastDayField(label="Ngày")

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("kind") == Resource.IN_KIND:
            for name, words in (("measure", "Hãy ghi đơn vị tính."), ("description", "Hãy ghi là hiện vật gì.")):
                if not cleaned.get(name):
                    self.add_error(name, words)
        return cleaned


class GuidanceForm(HouseForm):
    """One message of the thread."""

    text = PlainTextField(label="Viết trao đổi, hướng dẫn", widget=forms.Textarea(attrs={"rows": 3}))


class VerificationForm(HouseForm):
    """Does it still work?"""

    verdict = forms.ChoiceField(label="Còn hoạt động không?", choices=Verdict.choices, widget=forms.RadioSelect)
    note = PlainTextField(500, lines=False, required=False, label="Ghi chú")


class RecognitionForm(HouseForm):
    """A recognition as a fact, from its decision."""

    level = forms.ChoiceField(label="Cấp công nhận", choices=Level.choices)
    issuer = PlainTextField(200, label="Cơ quan ra quyết định")
    decision_no = PlainTextField(60, required=False, label="Số quyết định")
    decided_on = PastDayField(label="Ngày quyết định")
    year = WholeNumberField(
        required=False, label="Công nhận cho năm", min_value=1990, max_value=2100,
        help_text="Để trống là năm của quyết định.",
    )  # fmt: skip


class AnnulForm(HouseForm):
    """The decision that annuls a recognition."""

    decision = PlainTextField(60, label="Số quyết định hủy bỏ")
    on = PastDayField(label="Hủy bỏ từ ngày")


class ConsentForm(HouseForm):
    """What a person agreed to have shown."""

    person = PlainTextField(200, label="Ai đồng ý")
    covers_name = forms.BooleanField(required=False, label="Được nêu tên")
    covers_photo = forms.BooleanField(required=False, label="Được đăng ảnh")
    covers_story = forms.BooleanField(required=False, label="Được kể câu chuyện")
    how = PlainTextField(300, label="Đồng ý bằng cách nào", help_text="Ví dụ: phiếu ký, tin nhắn, gặp trực tiếp.")
    given_on = PastDayField(label="Ngày đồng ý")
