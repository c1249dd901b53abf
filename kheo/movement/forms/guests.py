"""Forms of the 14-day link: making one, and what a guest sends through it."""

from django import forms

from kheo.core.forms import AmountField, HouseForm, PlainTextField
from kheo.movement.actions.guests import PHOTOS
from kheo.movement.forms.evidence import FilesField

LARGEST = 10**13


class GuestLinkForm(HouseForm):
    """For whom, and which outcome they will count."""

    for_whom = PlainTextField(
        200, label="Gửi cho ai", help_text="Ví dụ: trưởng thôn An Mô. Người nhận không thấy dòng này."
    )
    outcome = forms.ModelChoiceField(None, label="Hỏi con số nào", required=False, empty_label="Không hỏi số")

    def __init__(self, *args, outcomes, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["outcome"].queryset = outcomes
        self.fields["outcome"].initial = outcomes.first()


class GuestNoteForm(HouseForm):
    """One number, one sentence, up to three photos: any of them is enough."""

    amount = AmountField(required=False, max_value=LARGEST)
    sentence = PlainTextField(500, lines=True, required=False, label="Một câu: đã làm được gì")
    photos = FilesField(required=False, label=f"Ảnh (nhiều nhất {PHOTOS} tấm)")

    field_order = ("photos", "amount", "sentence")

    def __init__(self, *args, outcome=None, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["sentence"].widget.attrs["rows"] = 3
        self.fields["photos"].widget.attrs["accept"] = "image/jpeg,image/png,image/webp"
        if outcome is None:
            del self.fields["amount"]
            return
        word = "số mới nhất" if outcome.is_level else "thêm được bao nhiêu"
        self.fields["amount"].label = f"{outcome.name}: {word} ({outcome.measure})"

    def clean_photos(self):
        files = self.cleaned_data["photos"]
        if len(files) > PHOTOS:
            raise forms.ValidationError(f"Mỗi lần gửi nhiều nhất {PHOTOS} ảnh; hãy chọn lại.")
        return files

    def clean(self):
        cleaned = super().clean()
        if not self.errors and not any(value not in (None, "", []) for value in cleaned.values()):
            raise forms.ValidationError("Xin ghi một câu, một con số, hoặc gửi một tấm ảnh.")
        return cleaned
