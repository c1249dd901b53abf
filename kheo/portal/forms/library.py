"""The filters of the public library."""

from django import forms

from kheo.core.forms import HouseForm
from kheo.movement.models import ExemplarKind, Field, Theme
from kheo.units.models import Level

ALL = [("", "Tất cả")]


class LibraryFilters(HouseForm):
    q = forms.CharField(label="Từ cần tìm", required=False, max_length=200)
    dia_ban = forms.CharField(
        label="Xã, phường", required=False, max_length=120, help_text="Tên mới hay tên cũ đều được, không cần gõ dấu."
    )
    linh_vuc = forms.ChoiceField(label="Lĩnh vực", choices=ALL + Field.choices, required=False)
    loai = forms.ChoiceField(label="Loại", choices=ALL + ExemplarKind.choices, required=False)
    chu_de = forms.ModelChoiceField(label="Chủ đề", queryset=Theme.objects.all(), required=False, empty_label="Tất cả")
    cong_nhan = forms.ChoiceField(label="Được công nhận", choices=ALL + Level.choices, required=False)
    con = forms.ChoiceField(
        label="Còn hoạt động", choices=[*ALL, ("hieu_qua", "Đã xác nhận hoạt động hiệu quả")], required=False
    )

    @property
    def chosen(self) -> dict:
        self.is_valid()
        return {name: value for name, value in self.cleaned_data.items() if value not in (None, "")}
