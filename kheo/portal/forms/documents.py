"""What is asked of a file that the newsroom puts up."""

from wagtail.documents.forms import BaseDocumentForm

from kheo.portal.forms.checked import CheckedFile


class DocumentForm(CheckedFile, BaseDocumentForm):
    """A file that anybody may read once a published page speaks of it."""
