"""The filters of the register and of the list of registrations, kept in the address bar."""

from django import forms
from django.utils import timezone

from kheo.accounts.access import can_anywhere, units_where
from kheo.accounts.permissions import Permission
from kheo.core.forms import HouseForm
from kheo.core.pages import key_in
from kheo.core.vietnamese import fold
from kheo.movement.lifecycle.exemplar import ExemplarStage
from kheo.movement.lifecycle.registration import Origin, RegistrationStage
from kheo.movement.models import (
    Bearer,
    Directive,
    ExemplarKind,
    Field,
    ImportBatch,
    Nature,
    PriorityKind,
    Resource,
    Round,
    Theme,
    Verdict,
)
from kheo.units.models import Level, Unit


def choices(options, blank="Tất cả", extra=()):
    return [("", blank), *options, *extra]


class UnitField(forms.CharField):
    """A unit the person may see, by name in any spelling or by its number in a link."""

    def __init__(self, **kwargs):
        super().__init__(required=False, max_length=200, **kwargs)
        self.units = Unit.objects.none()

    def to_python(self, value):
        text = (super().to_python(value) or "").strip()
        if not text:
            return None
        if key := key_in(text):
            found = list(self.units.filter(pk=key)[:1])
        else:
            found = list(self.units.filter(folded=fold(text))[:3]) or self._ending_so(text)
        living = [unit for unit in found if not unit.is_ended] or found
        if not living:
            raise forms.ValidationError(f"Không thấy đơn vị “{text}” trong phạm vi của đồng chí.")
        if len(living) > 1:
            names = "; ".join(unit.title for unit in living)
            raise forms.ValidationError(f"Có nhiều đơn vị trùng tên, hãy ghi đầy đủ hơn: {names}.")
        return living[0]

    def _ending_so(self, text):
        """ "Ái Tử" for "xã Ái Tử"."""
        return list(self.units.filter(folded__endswith=" " + fold(text)).order_by("depth", "sort")[:1])

    def validate(self, value):
        pass

    def run_validators(self, value):
        pass

    def prepare_value(self, value):
        if isinstance(value, str) and (key := key_in(value)):
            unit = self.units.filter(pk=key).first()
            return unit.title if unit else value
        return value


class FilterForm(HouseForm):
    """A GET form. An impossible value says so at its field and filters nothing. Fields not in `first` are folded."""

    first: tuple[str, ...] = ("q", "dot", "don_vi", "linh_vuc", "buoc", "nguon_goc")

    def __init__(self, query, user):
        self.user = user
        super().__init__(query)
        self.fields["dot"].queryset = Round.objects.around(user)
        if "don_vi" in self.fields:
            self.fields["don_vi"].units = Unit.objects.filter(units_where(user, Permission.EXEMPLAR_VIEW, ""))

    @property
    def chosen(self) -> dict:
        self.is_valid()
        return {name: value for name, value in self.cleaned_data.items() if value not in (None, "")}

    @property
    def active(self) -> int:
        return len(self.chosen)

    @property
    def first_fields(self):
        return [self[name] for name in self.fields if name in self.first]

    @property
    def more_fields(self):
        return [self[name] for name in self.fields if name not in self.first]

    @property
    def more_active(self) -> int:
        return len(self.chosen.keys() - set(self.first))


class RegisterFilters(FilterForm):
    first = ("q", "dot", "don_vi", "linh_vuc", "buoc")

    q = forms.CharField(label="Từ cần tìm", required=False, max_length=200)
    dot = forms.ModelChoiceField(
        label="Đợt đăng ký", queryset=Round.objects.none(), required=False, empty_label="Tất cả"
    )
    don_vi = UnitField(label="Đơn vị")
    linh_vuc = forms.ChoiceField(
        label="Lĩnh vực", choices=choices(Field.choices, extra=[("none", "Chưa ghi")]), required=False
    )
    buoc = forms.ChoiceField(label="Đang ở bước", choices=choices(ExemplarStage.choices), required=False)
    loai = forms.ChoiceField(label="Loại", choices=choices(ExemplarKind.choices), required=False)
    chu_the = forms.ChoiceField(
        label="Chủ thể", choices=choices(Bearer.choices, extra=[("none", "Chưa ghi")]), required=False
    )
    tinh_chat = forms.ChoiceField(label="Tính chất", choices=choices(Nature.choices), required=False)
    nguon_goc = forms.ChoiceField(label="Nguồn gốc đăng ký", choices=choices(Origin.choices), required=False)
    chu_de = forms.ModelChoiceField(label="Chủ đề", queryset=Theme.objects.all(), required=False, empty_label="Tất cả")
    gan_voi = forms.ModelChoiceField(
        label="Gắn với văn bản", queryset=Directive.objects.all(), required=False, empty_label="Tất cả"
    )
    cong_nhan = forms.ChoiceField(label="Đã được công nhận", choices=choices(Level.choices), required=False)
    nam_cong_nhan = forms.IntegerField(label="Năm công nhận", required=False, min_value=1980, max_value=2100)
    nguon_luc = forms.ChoiceField(label="Có nguồn lực", choices=choices(Resource.choices), required=False)
    xac_nhan = forms.ChoiceField(
        label="Còn hoạt động", choices=choices(Verdict.choices, extra=[("none", "Chưa xác nhận")]), required=False
    )
    dia_ban = forms.ChoiceField(label="Địa bàn trọng điểm", choices=choices(PriorityKind.choices), required=False)
    lan_nhap = forms.ModelChoiceField(
        label="Lần nhập", queryset=ImportBatch.objects.none(), required=False, empty_label="Tất cả"
    )
    nam_bat_dau = forms.IntegerField(label="Năm bắt đầu", required=False, min_value=1930, max_value=2100)

    def __init__(self, query, user):
        super().__init__(query, user)
        self.fields["lan_nhap"].queryset = ImportBatch.objects.visible_to(user)
        # Tags of priority areas are seen by named roles only: to others the filter does not exist.
        if not can_anywhere(user, Permission.PRIORITY_VIEW):
            del self.fields["dia_ban"]
        if not can_anywhere(user, Permission.IMPORT_RUN):
            del self.fields["lan_nhap"]


class RegistrationFilters(FilterForm):
    q = forms.CharField(label="Từ cần tìm", required=False, max_length=200)
    dot = forms.ModelChoiceField(label="Đợt", queryset=Round.objects.none(), required=False, empty_label="Tất cả")
    don_vi = UnitField(label="Đơn vị")
    buoc = forms.ChoiceField(label="Đang ở bước", choices=choices(RegistrationStage.choices), required=False)
    nguon_goc = forms.ChoiceField(label="Nguồn gốc", choices=choices(Origin.choices), required=False)
    linh_vuc = forms.ChoiceField(label="Lĩnh vực", choices=choices(Field.choices), required=False)


class SavedViewForm(HouseForm):
    name = forms.CharField(label="Đặt tên cho bộ lọc này", max_length=80)
    query = forms.CharField(required=False, max_length=1000, widget=forms.HiddenInput)


def today_line(waiting: int, late: int) -> str:
    """ "Thứ Hai, 23/11/2026. 9 việc, 2 việc đã quá hạn." """
    now = timezone.localdate()
    days = ("Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy", "Chủ nhật")
    work = f"{waiting} việc" if waiting else "Không có việc nào chờ"
    return f"{days[now.weekday()]}, {now:%d/%m/%Y}. {work}{f', {late} việc đã quá hạn' if late else ''}."
