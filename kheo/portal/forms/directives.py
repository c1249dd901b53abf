"""The filters of public directives."""

from django import forms

from kheo.core.forms import HouseForm
from kheo.portal.queries import directives

ALL = [("", "Tất cả")]


class DirectiveFilters(HouseForm):
    q = forms.CharField(label="Từ cần tìm", required=False, max_length=200)
    loai = forms.ChoiceField(label="Loại văn bản", required=False)
    co_quan = forms.ChoiceField(label="Cơ quan ban hành", required=False)
    nam = forms.TypedChoiceField(label="Năm ban hành", required=False, coerce=int, empty_value=None)
    hieu_luc = forms.ChoiceField(
        label="Hiệu lực", required=False, choices=[*ALL, ("con", "Còn hiệu lực"), ("het", "Hết hoặc chưa có hiệu lực")]
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for name, field in (("loai", "kind"), ("co_quan", "issuer")):
            self.fields[name].choices = ALL + [(value, value) for value in directives.values_of(field)]
        self.fields["nam"].choices = ALL + [(year, str(year)) for year in directives.years()]

    @property
    def chosen(self) -> dict:
        self.is_valid()
        return {name: value for name, value in self.cleaned_data.items() if value not in (None, "")}
