"""What is asked of a file that the newsroom puts up."""

from django import forms
from django.core.files.uploadedfile import UploadedFile
from wagtail.documents.forms import BaseDocumentForm

from kheo.core import filechecks as checks


class DocumentForm(BaseDocumentForm):
    """A file is told by its content; one that is stamped secret, holds macros or is broken is refused in words."""

    def clean_file(self):
        file = self.cleaned_data["file"]
        if isinstance(file, UploadedFile):
            try:
                checks.check(file, file.name)
            except checks.BadFile as reason:
                raise forms.ValidationError(str(reason)) from None
            file.seek(0)
        return file
