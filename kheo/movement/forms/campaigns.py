"""Forms of the settings: campaigns, rounds, themes, directives with targets, priority areas."""

from django import forms

from kheo.accounts.access import units_where
from kheo.accounts.permissions import Permission
from kheo.core.forms import AmountField, DayField, HouseForm, PlainTextField, WholeNumberField
from kheo.movement.forms.file import UnitChoice
from kheo.movement.models import Campaign, Directive, PriorityKind
from kheo.units.models import Kind, Unit


class SettingForm(HouseForm):
    """A form that knows whose it is."""

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, **kwargs)
        self.offer(user)

    def offer(self, user):
        """Which rows the choices hold for this person."""


class CampaignForm(SettingForm):
    name = PlainTextField(200, label="Tên phong trào", help_text="Ví dụ: Dân vận khéo giai đoạn 2026-2030.")
    unit = UnitChoice(queryset=None, label="Đơn vị phát động", empty_label="Chọn đơn vị…")
    starts = DayField(label="Bắt đầu")
    ends = DayField(required=False, label="Kết thúc", help_text="Để trống khi chưa định.")

    def offer(self, user):
        self.fields["unit"].queryset = Unit.objects.filter(units_where(user, Permission.CAMPAIGN_CHANGE, "")).by_name()


class RoundForm(SettingForm):
    campaign = forms.ModelChoiceField(queryset=None, label="Phong trào", empty_label="Chọn phong trào…")
    name = PlainTextField(200, label="Tên đợt", help_text="Ví dụ: Đợt thi đua năm 2026.")
    code = forms.SlugField(
        label="Mã đợt", max_length=40, help_text="Chữ không dấu, số, gạch nối; dùng khi nhập danh sách. Ví dụ: dvk-2026.",
        error_messages={"invalid": "Mã chỉ gồm chữ không dấu, số, gạch nối và gạch dưới."},
    )  # fmt: skip
    year = WholeNumberField(label="Năm", min_value=1990, max_value=2100, help_text="")
    opens_on = DayField(label="Nhận đăng ký từ")
    closes_on = DayField(label="Nhận đăng ký đến hết ngày", help_text="Sửa ngày này để mở lại đợt.")
    review_days = WholeNumberField(label="Số ngày để rà soát", min_value=1, max_value=365, help_text="")
    mend_days = WholeNumberField(label="Số ngày để bổ sung", min_value=1, max_value=365, help_text="")
    officer_may_file = forms.BooleanField(required=False, label="Cán bộ đơn vị được tự gửi đăng ký")

    def offer(self, user):
        mine = Campaign.objects.filter(units_where(user, Permission.CAMPAIGN_CHANGE))
        self.fields["campaign"].queryset = mine
        for name, days in (("review_days", 5), ("mend_days", 7)):
            self.fields[name].initial = days

    def clean(self):
        cleaned = super().clean()
        opens, closes = cleaned.get("opens_on"), cleaned.get("closes_on")
        if opens and closes and closes < opens:
            self.add_error("closes_on", "Ngày hết hạn phải từ ngày bắt đầu nhận trở đi.")
        return cleaned


class ThemeForm(SettingForm):
    name = PlainTextField(120, label="Chủ đề", help_text="Ví dụ: Nông thôn mới, Chuyển đổi số.")


class DirectiveForm(SettingForm):
    kind = PlainTextField(60, label="Loại văn bản", help_text="Ví dụ: Nghị quyết, Chỉ thị, Kế hoạch.")
    number = PlainTextField(60, required=False, label="Số, ký hiệu")
    issuer = PlainTextField(200, label="Cơ quan ban hành")
    title = PlainTextField(500, lines=False, label="Trích yếu")
    issued_on = DayField(required=False, label="Ngày ban hành")
    valid_from = DayField(required=False, label="Có hiệu lực từ")
    valid_until = DayField(required=False, label="Hết hiệu lực sau ngày")
    replaced_by = forms.ModelChoiceField(
        queryset=Directive.objects.all(), required=False, label="Được thay thế bởi", empty_label="Chưa bị thay thế"
    )
    is_public = forms.BooleanField(
        required=False, label="Công khai", help_text="Chỉ đánh dấu khi văn bản không thuộc loại nội bộ."
    )


class DirectiveFileForm(HouseForm):
    file = forms.FileField(label="Tệp văn bản", help_text="PDF, Word, Excel. Không đưa văn bản mật vào đây.")


class TargetForm(HouseForm):
    pk = forms.IntegerField(required=False, widget=forms.HiddenInput)
    name = PlainTextField(300, required=False, label="Chỉ tiêu")
    measure = PlainTextField(40, required=False, label="Đơn vị tính")
    value = AmountField(required=False, label="Mức", max_value=10**13)

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("name") and not cleaned.get("measure") and "measure" not in self.errors:
            self.add_error("measure", "Chưa ghi đơn vị tính.")
        return cleaned


TargetFormSet = forms.formset_factory(TargetForm, extra=1, max_num=50, can_delete=True)


class PriorityAreaForm(SettingForm):
    unit = UnitChoice(queryset=None, label="Đơn vị", empty_label="Chọn đơn vị…")
    kind = forms.ChoiceField(label="Loại địa bàn", choices=PriorityKind.choices, widget=forms.RadioSelect)
    starts = DayField(label="Từ ngày")
    ends = DayField(required=False, label="Đến hết ngày", help_text="Để trống khi còn là địa bàn trọng điểm.")

    def offer(self, user):
        mine = Unit.objects.filter(units_where(user, Permission.PRIORITY_CHANGE, ""))
        self.fields["unit"].queryset = mine.exclude(kind__in=(Kind.HAMLET, Kind.CELL)).by_name()
