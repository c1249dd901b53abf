"""Forms of evidence: what is said of a file, and who is seen on a photo."""

from django import forms
from django.utils import timezone

from kheo.core.forms import DayField, HouseForm, PlainTextField

MANY = 10  # files at once
SEEN = {"": "Chưa trả lời", "no": "Không nhận ra được ai", "yes": "Nhận ra được ít nhất một người"}


class FilesField(forms.FileField):
    """Any number of files, none too."""

    widget = type("FilesInput", (forms.ClearableFileInput,), {"allow_multiple_selected": True})

    def clean(self, data, initial=None):
        files = [file for file in (data if isinstance(data, list | tuple) else [data]) if file]
        if len(files) > MANY:
            raise forms.ValidationError(f"Mỗi lần gửi nhiều nhất {MANY} tệp.")
        return files


class _AboutForm(HouseForm):
    caption = PlainTextField(300, label="Chú thích", required=False)
    outcome = forms.ModelChoiceField(None, label="Chứng minh cho kết quả", required=False, empty_label="Không gắn")

    def __init__(self, *args, outcomes, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["outcome"].queryset = outcomes


class EvidenceForm(_AboutForm):
    """Files, sent in pieces (their ids) or with the form itself, and what is said of them."""

    files_file = FilesField(required=False, label="Ảnh, tài liệu")

    def __init__(self, data, files, **kwargs):
        super().__init__(data, files, **kwargs)
        self.ids = data.getlist("files")[: MANY * 5]

    def clean(self):
        cleaned = super().clean()
        if not self.errors and not self.ids and not cleaned.get("files_file"):
            self.add_error("files_file", "Chưa chọn tệp nào.")
        return cleaned


class AboutForm(_AboutForm):
    """Caption, outcome and day of one file."""

    taken_on = DayField(label="Ngày chụp, ngày lập", required=False)

    def clean_taken_on(self):
        day = self.cleaned_data["taken_on"]
        if day and day > timezone.localdate():
            raise forms.ValidationError("Ngày này chưa tới.")
        return day


class PeopleForm(HouseForm):
    """The three questions that each photo answers before the public may see it."""

    shows_person = forms.ChoiceField(label="Có nhận ra được ai trong ảnh không?", choices=SEEN.items(), required=False)
    consented = forms.BooleanField(label="Người trong ảnh đã đồng ý cho đăng", required=False)
    shows_child = forms.BooleanField(
        label="Có trẻ em trong ảnh", required=False, help_text="Với trẻ em, cha mẹ hoặc người giám hộ phải đồng ý."
    )

    def clean_shows_person(self):
        return {"yes": True, "no": False}.get(self.cleaned_data["shows_person"])
