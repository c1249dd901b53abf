"""What is asked here: which letters are meant, and where mail goes."""

from collections.abc import Iterable

from django import forms

from kheo.core.forms import HouseForm
from kheo.core.pages import key_in

MOST = 500  # letters of one act


class MailForm(HouseForm):
    """Where one's notices go besides; nothing means nowhere."""

    email = forms.EmailField(
        label="Địa chỉ thư điện tử", required=False, max_length=254,
        help_text="Ví dụ an@quangtri.gov.vn. Để trống thì thông báo chỉ đọc trong Khéo.",
        error_messages={
            "invalid": "Địa chỉ chưa đúng. Hãy ghi như an@quangtri.gov.vn.",
            "max_length": "Địa chỉ dài quá 254 ký tự.",
        },
    )  # fmt: skip

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["email"].widget.attrs["autocomplete"] = "email"


def keys_of(values: Iterable[str]) -> list[int]:
    """Keys of letters as a page's boxes send them, each once; what can be no key is left out."""
    keys = dict.fromkeys(key for value in values if (key := key_in(value)) is not None)
    return list(keys)[:MOST]
