"""A rate of nhuận bút."""

from django import forms

from kheo.core.forms import DayField, HouseForm, MoneyField
from kheo.portal.models import ArticleKind
from kheo.portal.queries.fees import PAID

MOST = 10**9


class RateForm(HouseForm):
    """So much for a work of a kind, from a day on."""

    kind = forms.ChoiceField(label="Thể loại", choices=[(kind.value, kind.label) for kind in PAID])
    amount = MoneyField(label="Mức cho một tác phẩm", max_value=MOST)
    starts = DayField(label="Áp dụng từ ngày")

    def clean_kind(self):
        return ArticleKind(self.cleaned_data["kind"])
