"""What is asked when work is handed over: to whom, which kinds of work, whether the role ends."""

from django import forms

from kheo.accounts.handover import Carrier, Item
from kheo.core.forms import DayField, HouseForm, PlainTextField
from kheo.core.vietnamese import format_number


class HandOverForm(HouseForm):
    """One tick for each kind of open work; nothing is ticked beforehand, so that each is looked at."""

    to = forms.ModelChoiceField(None, label="Người nhận bàn giao", empty_label="Chọn người nhận")
    keys = forms.MultipleChoiceField(label="Việc bàn giao", required=False, widget=forms.CheckboxSelectMultiple)
    ends = DayField(label="Ngày cuối giữ vai trò", required=False, help_text="Để trống nếu người này vẫn giữ vai trò.")
    note = PlainTextField(500, label="Ghi chú", required=False, lines=False)

    def __init__(self, *args, successors, work: list[tuple[Carrier, list[Item]]], **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["to"].queryset = successors
        self.fields["keys"].choices = [
            (carrier.key, f"{carrier.label} ({format_number(len(items))})") for carrier, items in work if items
        ]
