"""What is asked of a photo when it comes in."""

from django import forms
from django.core.files.uploadedfile import UploadedFile
from wagtail.images.forms import BaseImageForm

from kheo.core import filechecks as checks


class PhotoForm(BaseImageForm):
    """The description and the three answers are asked for at once; a file that is no photo is refused in words."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if "description" in self.fields:
            self.fields["description"].label = "Mô tả ảnh cho người không nhìn thấy ảnh"
            self.fields["description"].required = True
        if "shows_person" in self.fields:
            self.fields["shows_person"].required = False

    def clean_file(self):
        file = self.cleaned_data["file"]
        if isinstance(file, UploadedFile):
            try:
                checks.check(file, file.name)
            except checks.BadFile as reason:
                raise forms.ValidationError(str(reason)) from None
            file.seek(0)
        return file
