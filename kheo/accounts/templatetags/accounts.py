"""What templates ask of this room: the once-only mark of a form."""

from uuid import uuid4

from django import template
from django.utils.html import format_html

register = template.Library()


@register.simple_tag
def once():
    """A fresh hidden mark, for a form whose view is decorated with `kheo.accounts.receipts.once`."""
    return format_html('<input type="hidden" name="once" value="{}">', uuid4().hex)
