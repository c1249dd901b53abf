"""Forms as Khéo draws them, and fields for numbers, amounts, days and text as people here write them."""

import re
from datetime import date
from decimal import Decimal

from django import forms
from django.forms.renderers import DjangoTemplates
from django.forms.utils import ErrorDict, ErrorList

from kheo.core.vietnamese import (
    NotADate,
    NotANumber,
    PartialDate,
    clean,
    format_date,
    format_number,
    read_date,
    read_number,
    read_quantity,
)

TITLE_LIMIT = 500  # characters, as every title in Khéo
TEXT_LIMIT = 10_000  # characters, as every free text in Khéo
LARGEST = 10**15  # beyond this a figure is an account number or a slip of the finger
FIRST_DAY, LAST_DAY = date(1930, 1, 1), date(2100, 12, 31)

_EIGHT_DIGITS = re.compile(r"(\d\d)(\d\d)(\d{4})")
_ONLY_DIGITS = re.compile(r"\d{5,}")

# Said instead of Django's own words, field class by field class; the first match counts.
_REQUIRED = (
    (forms.FileField, "Chưa chọn tệp."),
    ((forms.ChoiceField, forms.ModelChoiceField), "Chưa chọn."),
    (forms.BooleanField, "Cần đánh dấu vào ô này để tiếp tục."),
    (forms.Field, "Chưa điền."),
)
_INVALID_CHOICE = "Lựa chọn này không có trong danh sách. Hãy chọn lại."


class HouseRenderer(DjangoTemplates):
    """Draws every field with our component."""

    form_template_name = "components/form_fields.html"
    field_template_name = "components/field.html"


class HouseForm(forms.Form):
    """A form drawn by our components and speaking our words; also a mixin before ModelForm.

    `cleaned_notes` says, by field name, what was taken out of a text before it was accepted.
    """

    default_renderer = HouseRenderer()
    use_required_attribute = False  # our own sentence, at the field and at the top, not the browser's bubble

    def __init__(self, *args, **kwargs):
        kwargs.setdefault("label_suffix", "")
        super().__init__(*args, **kwargs)
        self.cleaned_notes: dict[str, str] = {}
        for field in self.fields.values():
            _speak_our_words(field)

    def add(self, name: str, field: forms.Field) -> None:
        """Add a field that a form's rows ask for, speaking our words too."""
        _speak_our_words(field)
        self.fields[name] = field

    def _clean_fields(self):
        super()._clean_fields()
        for name, field in self.fields.items():
            if removed := getattr(field, "removed", 0):
                self.cleaned_notes[name] = f"Đã bỏ {format_number(removed)} ký tự điều khiển không hiển thị được."


class NumberField(forms.CharField):
    """What whole numbers and amounts share: read as people here write, bounded, null when nothing is said."""

    look = "number"
    hint = ""

    def __init__(self, *, min_value=0, max_value=LARGEST, **kwargs):
        self.min_value, self.max_value = min_value, max_value
        kwargs.setdefault("help_text", self.hint)
        super().__init__(**kwargs)

    def to_python(self, value):
        try:
            number = read_number(value)
        except NotANumber as reason:
            raise forms.ValidationError(str(reason), code="invalid") from None
        return None if number is None else self.narrow(number)

    def narrow(self, number: Decimal):
        return number

    def validate(self, value):
        if value is None:
            if self.required:
                raise forms.ValidationError(self.error_messages["required"], code="required")
            return
        if self.min_value is not None and value < self.min_value:
            raise forms.ValidationError(f"Nhỏ nhất là {format_number(self.min_value)}.", code="min_value")
        if self.max_value is not None and value > self.max_value:
            raise forms.ValidationError(f"Lớn nhất là {format_number(self.max_value)}.", code="max_value")

    def run_validators(self, value):
        pass  # bounds are checked above, and CharField's own validators expect text

    def prepare_value(self, value):
        return format_number(value) if isinstance(value, int | float | Decimal) else value

    def widget_attrs(self, widget):
        return {"autocomplete": "off"}


class WholeNumberField(NumberField):
    """A whole number or None: "1.152" is 1152."""

    hint = "Số nguyên, ví dụ 56 hoặc 1.152."

    def narrow(self, number):
        if number != number.to_integral_value():
            raise forms.ValidationError("Ở đây cần số nguyên, không có phần lẻ.", code="whole")
        return int(number)

    def widget_attrs(self, widget):
        return {**super().widget_attrs(widget), "inputmode": "numeric"}


class AmountField(NumberField):
    """A Decimal or None, comma before the decimals: "419,7" is 419.7 and "1.152" is 1152. `places` decimals at most."""

    hint = "Dấu phẩy trước phần lẻ, ví dụ 419,7 hoặc 1.152."

    def __init__(self, *, places=2, **kwargs):
        self.places = places
        super().__init__(**kwargs)

    def narrow(self, number):
        if -number.normalize().as_tuple().exponent > self.places:
            raise forms.ValidationError(f"Nhiều nhất {self.places} chữ số sau dấu phẩy.", code="places")
        return number

    def widget_attrs(self, widget):
        return {**super().widget_attrs(widget), "inputmode": "decimal"}


class MoneyField(NumberField):
    """Whole đồng as an int, or None: "85.500.000", "85,5 triệu" and "1,3 tỷ đồng" are all read."""

    hint = "Tính bằng đồng, ví dụ 85.500.000 hoặc 85,5 triệu."

    def to_python(self, value):
        try:
            quantity = read_quantity(value)
        except NotANumber as reason:
            raise forms.ValidationError(str(reason), code="invalid") from None
        if quantity is None:
            return None
        if quantity.measure not in (None, "vnd") or quantity.amount != quantity.amount.to_integral_value():
            raise forms.ValidationError("Ở đây cần số tiền, ví dụ 85.500.000 hoặc 85,5 triệu.", code="money")
        return int(quantity.amount)


class PartDateField(forms.CharField):
    """A PartialDate or None: a day, or only a month, a quarter or a year, when no more is known ("9/2024")."""

    look = "day"
    hint = "Ngày/tháng/năm, ví dụ 02/09/2026; chỉ nhớ tháng thì ghi 9/2026."
    precisions = ("day", "month", "quarter", "year")
    unclear = "Hãy ghi rõ hơn."

    def __init__(self, *, earliest=FIRST_DAY, latest=LAST_DAY, **kwargs):
        self.earliest, self.latest = earliest, latest
        kwargs.setdefault("help_text", self.hint)
        super().__init__(**kwargs)

    def to_python(self, value):
        if isinstance(value, str):
            value = value.strip()
            # A phone's number keys have no stroke; five or six digits would be an Excel serial, which nobody types.
            if match := _EIGHT_DIGITS.fullmatch(value):
                value = "/".join(match.groups())
            elif _ONLY_DIGITS.fullmatch(value):
                raise forms.ValidationError("Hãy ghi đủ ngày/tháng/năm, ví dụ 02/09/2026.", code="invalid")
        try:
            part = read_date(value)
        except NotADate as reason:
            raise forms.ValidationError(str(reason), code="invalid") from None
        return None if part is None else self.narrow(part)

    def narrow(self, part: PartialDate):
        if part.precision not in self.precisions:
            raise forms.ValidationError(self.unclear, code="precision")
        self.check_bounds(part.date)
        return part

    def check_bounds(self, day: date):
        if self.earliest and day < self.earliest:
            raise forms.ValidationError(f"Không sớm hơn ngày {format_date(self.earliest)}.", code="earliest")
        if self.latest and day > self.latest:
            raise forms.ValidationError(f"Không muộn hơn ngày {format_date(self.latest)}.", code="latest")

    def validate(self, value):
        if value is None and self.required:
            raise forms.ValidationError(self.error_messages["required"], code="required")

    def run_validators(self, value):
        pass  # CharField's own validators expect text

    def prepare_value(self, value):
        return format_date(value) if isinstance(value, date | PartialDate) else value

    def widget_attrs(self, widget):
        return {"autocomplete": "off", "placeholder": "dd/mm/yyyy"}


class DayField(PartDateField):
    """A date or None, the day named in full: "02/09/2026", "2-9-2026" or 02092026."""

    hint = "Ngày/tháng/năm, ví dụ 02/09/2026."
    precisions = ("day",)
    unclear = "Hãy ghi đủ ngày/tháng/năm, ví dụ 02/09/2026."

    def narrow(self, part):
        return super().narrow(part).date

    def widget_attrs(self, widget):
        return {**super().widget_attrs(widget), "inputmode": "numeric"}


class PlainTextField(forms.CharField):
    """Text of at most `limit` characters in NFC, without NUL and control characters; one line up to a title's length.

    No maxlength reaches the browser: it would cut a pasted text without a word.
    """

    def __init__(self, limit=TEXT_LIMIT, *, lines=None, **kwargs):
        self.limit = limit
        self.lines = limit > TITLE_LIMIT if lines is None else lines
        self.removed = 0
        if self.lines:
            kwargs.setdefault("widget", forms.Textarea(attrs={"rows": 5}))
        super().__init__(**kwargs)
        # Django would refuse a NUL; here it is taken out and said so.
        self.validators = [rule for rule in self.validators if type(rule).__name__ != "ProhibitNullCharactersValidator"]

    def bound_data(self, data, initial):
        # Shown again after an error, it is shown as it will be kept.
        return clean(data)[0] if isinstance(data, str) else data

    def to_python(self, value):
        text, self.removed = clean(super().to_python(value))
        text = text.strip() if self.lines else " ".join(text.split())
        if len(text) > self.limit:
            raise forms.ValidationError(
                f"Dài {format_number(len(text))} ký tự, nhiều nhất {format_number(self.limit)}.", code="max_length"
            )
        return text


class TitledChoice(forms.ModelChoiceField):
    """One row of a list, called as at the head of a line: "Xã Ái Tử"."""

    def label_from_instance(self, row):
        return row.title


class ManyField(forms.ModelMultipleChoiceField):
    """Several rows; a key beyond what the database counts to is one that is not in the list."""

    def clean(self, value):
        try:
            return super().clean(value)
        except OverflowError:
            raise forms.ValidationError(_INVALID_CHOICE, code="invalid_choice") from None


def unjudged(*parts) -> None:
    """Forms and formsets given back from a draft: what was typed is shown, and nothing is held against it yet."""
    for part in parts:
        if isinstance(part, forms.BaseFormSet):
            part._errors, part._non_form_errors = [{} for _ in part.forms], ErrorList()
            unjudged(*part.forms)
        else:
            part._errors, part.cleaned_data = ErrorDict(), {}


def _speak_our_words(field):
    plain = forms.Field.default_error_messages["required"]
    if field.error_messages.get("required") == plain:
        field.error_messages["required"] = next(words for kind, words in _REQUIRED if isinstance(field, kind))
    if "invalid_choice" in field.error_messages:
        field.error_messages["invalid_choice"] = _INVALID_CHOICE
