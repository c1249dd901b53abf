"""Choosing exemplars in the newsroom: found by typing, however many the register holds."""

from django import forms
from django.urls import reverse
from django.utils.html import format_html, format_html_join

from kheo.movement.models import Exemplar


class ExemplarsWidget(forms.SelectMultiple):
    """The chosen ones as a list, and a box that finds more among those that are public."""

    def render(self, name, value, attrs=None, renderer=None):
        keys = [key for key in value or [] if str(key).isdecimal()]
        rows = Exemplar.objects.filter(pk__in=keys).only("pk", "name")
        chosen = format_html_join(
            "",
            '<li><label><input type="checkbox" name="{}" value="{}" checked> {}</label></li>',
            ((name, row.pk, row.name) for row in rows),
        )
        return format_html(
            '<div class="kheo-choose" data-choose="{}" data-name="{}"><ul>{}</ul>'
            '<input type="text" id="{}" list="{}-found" autocomplete="off" placeholder="Gõ tên mô hình để tìm; '
            'bỏ dấu chọn để thôi"><datalist id="{}-found"></datalist></div>',
            reverse("exemplar_choices"), name, chosen, (attrs or {}).get("id", name), name, name,
        )  # fmt: skip

    class Media:
        js = ["portal/js/choose.js"]
