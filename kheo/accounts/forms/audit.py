"""What narrows the trail."""

import re

from django import forms

from kheo.accounts import trail
from kheo.accounts.forms.people import unit_field
from kheo.core.forms import DayField, HouseForm

SUBJECT = re.compile(r"^[a-z]+\.[a-z]+:[0-9]{1,18}\Z")


class TrailFilter(HouseForm):
    """By person who acted, unit, kind of act, days; `chu_the` follows one record and is set by links only."""

    ai = forms.CharField(label="Người làm", required=False, max_length=100, help_text="Tên, hoặc tên đăng nhập.")
    viec = forms.ChoiceField(label="Việc", required=False)
    tu_ngay = DayField(label="Từ ngày", required=False)
    den_ngay = DayField(label="Đến hết ngày", required=False)
    chu_the = forms.RegexField(SUBJECT, required=False, widget=forms.HiddenInput)

    def __init__(self, *args, units, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["don_vi"] = unit_field(units, label="Đơn vị", required=False)
        self.fields["viec"].choices = [("", "Mọi việc"), *trail.verb_choices()]
