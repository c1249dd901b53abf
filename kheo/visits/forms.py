"""The form of an opening balance."""

from django.utils import timezone

from kheo.core.forms import DayField, HouseForm, PlainTextField, WholeNumberField
from kheo.visits.models import LARGEST_OPENING


class OpeningForm(HouseForm):
    """What an older counter stood at, on which day, and which counter that was."""

    amount = WholeNumberField(label="Số lượt của bộ đếm cũ", max_value=LARGEST_OPENING)
    on = DayField(label="Tính đến ngày")
    label = PlainTextField(200, label="Nguồn số liệu", help_text="Ví dụ: Cổng thông tin điện tử cũ.")

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["on"].latest = timezone.localdate()
