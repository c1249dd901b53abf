"""The number of a certificate, typed by hand."""

from kheo.core.forms import HouseForm, PlainTextField


class NumberForm(HouseForm):
    """`ma` in the address, so that an answer can be opened again."""

    ma = PlainTextField(
        300, label="Số tra cứu hoặc mã trên giấy",
        help_text="12 chữ in dưới mã QR, ví dụ 4F7K-92MB-XQ3D. Chữ hoa hay thường, có gạch hay không đều được.",
    )  # fmt: skip
