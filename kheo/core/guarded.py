"""What keeps floods off a form that anyone may send, without a script and without a riddle.

Each opened form carries a signed mark of when it was opened: sent within seconds, a machine filled it in. A field that
people do not see stays empty. The mark also makes two presses of one button one letter.
"""

import secrets
import time

from django import forms
from django.core import signing

from kheo.core.forms import HouseForm

SOONEST = 3  # seconds between opening and sending
LATEST = 24 * 60 * 60


def new_mark(*, at: float | None = None) -> str:
    """A mark of a form opened now (or at a moment, in seconds since 1970)."""
    return _signer().sign(f"{secrets.token_hex(12)}.{int(time.time() if at is None else at)}")


class GuardedForm(HouseForm):
    """`mark` stands hidden in the form; `nick` is the field nobody sees, drawn by `components/guard.html`."""

    mark = forms.CharField(widget=forms.HiddenInput, required=False, max_length=200)
    nick = forms.CharField(label="Để trống ô này", required=False, max_length=200)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["mark"].initial = new_mark
        self.fields["nick"].widget.attrs.update({"autocomplete": "off", "tabindex": "-1"})

    @property
    def shown_fields(self):
        """What a person fills in."""
        return [field for field in self.visible_fields() if field.name != "nick"]

    def clean_nick(self):
        if self.cleaned_data["nick"]:
            raise forms.ValidationError("Ô này dành để chặn máy gửi tự động, xin xóa chữ trong ô rồi gửi lại.")
        return ""

    def clean(self):
        cleaned = super().clean()
        if sentence := self._why_not_now(cleaned.get("mark", "")):
            raise forms.ValidationError(sentence)
        return cleaned

    def _why_not_now(self, mark: str) -> str | None:
        try:
            age = time.time() - int(_signer().unsign(mark).partition(".")[2])
        except (signing.BadSignature, ValueError):
            age = LATEST + 1.0
        if age > LATEST:
            self._give_new_mark()
            return "Trang này mở đã lâu. Nội dung vẫn còn bên dưới, xin xem lại rồi bấm gửi một lần nữa."
        if age < SOONEST:
            return "Trang vừa mở chưa được vài giây. Xin đọc lại rồi bấm gửi một lần nữa."
        return None

    def _give_new_mark(self) -> None:
        self.data = self.data.copy()
        self.data[self.add_prefix("mark")] = new_mark()


def _signer() -> signing.Signer:
    return signing.Signer(salt="kheo.core.guarded")
