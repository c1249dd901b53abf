"""Forms of awards: a form of award, the base salary, a commendation as its decision gave it, its annulment, filters."""

from django import forms

from kheo.accounts.access import units_where
from kheo.accounts.permissions import Permission
from kheo.appraisal.actions.awards import levels_of
from kheo.appraisal.actions.commendations import recipient_of
from kheo.appraisal.models import AwardForm, AwardKind
from kheo.core.forms import AmountField, DayField, HouseForm, MoneyField, PlainTextField, WholeNumberField
from kheo.movement.forms.file import UnitChoice
from kheo.movement.forms.filters import choices
from kheo.movement.forms.parts import PastDayField
from kheo.movement.models import Bearer, Exemplar
from kheo.units.models import Level, Unit


class AwardFormForm(HouseForm):
    """One form of award. `user`'s own level and those below are offered."""

    name = PlainTextField(200, label="Hình thức khen thưởng", help_text="Ví dụ: Giấy khen, Bằng khen.")
    level = forms.ChoiceField(label="Cấp")
    bearer = forms.ChoiceField(label="Đối tượng", choices=Bearer, widget=forms.RadioSelect)
    kind = forms.ChoiceField(
        label="Loại hình", choices=AwardKind, widget=forms.RadioSelect, initial=AwardKind.MOVEMENT,
        help_text="Kết quả phong trào, chuyên đề, đột xuất không làm căn cứ cho hình thức công trạng.",
    )  # fmt: skip
    multiple = AmountField(
        max_value=100, label="Mức tiền thưởng (lần lương cơ sở)", help_text="Ví dụ 0,3. Không kèm tiền thì ghi 0."
    )
    starts = DayField(label="Áp dụng từ ngày")
    ends = DayField(required=False, label="Đến hết ngày", help_text="Để trống khi chưa định.")
    source = PlainTextField(300, required=False, label="Căn cứ", help_text="Số, ngày văn bản quy định mức này.")
    is_sample = forms.BooleanField(required=False, label="Đây là mẫu, chưa đối chiếu với quy định")

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, **kwargs)
        mine = [(level.value, level.label) for level in levels_of(user) if level != Level.DISTRICT]
        self.fields["level"].choices = [("", "Chọn…"), *mine]

    def clean(self):
        said = super().clean()
        if said.get("ends") and said.get("starts") and said["ends"] < said["starts"]:
            self.add_error("ends", "Ngày kết thúc phải từ ngày bắt đầu trở đi.")
        return said


class BaseSalaryForm(HouseForm):
    """Lương cơ sở from a day on."""

    starts = DayField(label="Từ ngày")
    amount = MoneyField(label="Mức lương cơ sở (đồng một tháng)", min_value=1, max_value=100_000_000)
    source = PlainTextField(300, label="Căn cứ", help_text="Nghị định quy định mức này.")

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, **kwargs)


class CommendationForm(HouseForm):
    """What a decision says of one commendation for `exemplar`."""

    unit = UnitChoice(queryset=None, label="Ghi vào sổ của", empty_label=None)
    form = forms.ModelChoiceField(queryset=None, label="Hình thức khen thưởng", empty_label="Chọn…")
    recipient = PlainTextField(300, label="Tên tập thể, cá nhân được khen")
    address = PlainTextField(
        300,
        required=False,
        label="Đơn vị, địa chỉ",
        help_text="Với cá nhân: nơi công tác, nơi ở; để phân biệt người trùng tên.",
    )
    achievement = PlainTextField(500, lines=False, label="Thành tích")
    basis = forms.ChoiceField(
        label="Thành tích thuộc loại", choices=AwardKind, widget=forms.RadioSelect, initial=AwardKind.MOVEMENT
    )
    decision_no = PlainTextField(60, label="Số quyết định")
    decided_on = PastDayField(label="Ngày quyết định")
    issuer = PlainTextField(200, label="Cơ quan ra quyết định")
    year = WholeNumberField(
        required=False,
        min_value=1990,
        max_value=2100,
        label="Khen cho năm",
        help_text="Để trống là năm của quyết định.",
    )

    def __init__(self, *args, user, exemplar: Exemplar, **kwargs):
        super().__init__(*args, **kwargs)
        lines = {
            place.path[:end]
            for place in (exemplar.unit, exemplar.unit.place, exemplar.place)
            if place
            for end in range(Unit.steplen, len(place.path) + 1, Unit.steplen)
        }
        mine = Unit.objects.filter(units_where(user, Permission.COMMENDATION_ENTER, ""), path__in=lines)
        self.fields["unit"].queryset = mine.order_by("depth", "sort")
        self.fields["form"].queryset = AwardForm.objects.order_by("name", "level", "bearer")
        self.fields["recipient"].initial = recipient_of(exemplar)
        self.fields["achievement"].initial = exemplar.summary[:500]


class AnnulCommendationForm(HouseForm):
    """The decision that takes it back."""

    decision = PlainTextField(60, label="Số quyết định thu hồi")
    on = PastDayField(label="Thu hồi từ ngày")


class CommendationFilters(HouseForm):
    """A GET form. An impossible value filters nothing and says so at its field."""

    q = PlainTextField(200, required=False, label="Tên tập thể, cá nhân, mô hình")
    nam = WholeNumberField(required=False, min_value=1990, max_value=2100, label="Năm", help_text="")
    cap = forms.ChoiceField(label="Cấp", choices=choices(Level.choices), required=False)
    chu_the = forms.ChoiceField(label="Đối tượng", choices=choices(Bearer.choices), required=False)
    hinh_thuc = forms.ChoiceField(label="Hình thức", required=False)

    def __init__(self, query):
        super().__init__(query)
        names = AwardForm.objects.order_by("name").values_list("name", flat=True).distinct()
        self.fields["hinh_thuc"].choices = choices([(name, name) for name in names])

    @property
    def chosen(self) -> dict:
        self.is_valid()
        return {name: value for name, value in self.cleaned_data.items() if value not in (None, "")}

    @property
    def active(self) -> int:
        return len(self.chosen)
