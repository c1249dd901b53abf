"""Choosing one's commune."""

from django import forms

from kheo.core.forms import HouseForm


class PlaceForm(HouseForm):
    q = forms.CharField(
        label="Tên xã, phường, đặc khu",
        max_length=120,
        required=False,
        help_text="Tên mới hay tên cũ đều được, không cần gõ dấu. Ví dụ: Triệu Ái, Ái Tử.",
    )
