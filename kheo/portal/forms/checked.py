"""What every file that the newsroom puts up is asked."""

from django import forms
from django.core.files.uploadedfile import UploadedFile

from kheo.core import filechecks as checks


class CheckedFile:
    """Of a form with a `file`: it is told by its content; what is stamped secret, holds macros or is broken is refused."""

    cleaned_data: dict

    def clean_file(self):
        file = self.cleaned_data["file"]
        if isinstance(file, UploadedFile):
            try:
                checks.check(file, file.name)
            except checks.BadFile as reason:
                raise forms.ValidationError(str(reason)) from None
            file.seek(0)
        return file
