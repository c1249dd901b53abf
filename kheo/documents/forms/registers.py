"""Forms of number registers: set up, begun after numbers used elsewhere, a number taken or put in late."""

from django import forms
from django.utils import timezone

from kheo.core.forms import DayField, HouseForm, PlainTextField, TitledChoice, WholeNumberField
from kheo.documents.forms.papers import papers_units
from kheo.documents.models import NumberRegister
from kheo.documents.paper import TYPE_CODES, Form, PaperKind

NUMBERED = [(kind.value, f"{kind.label} ({TYPE_CODES[kind]})") for kind in PaperKind if kind in TYPE_CODES]
MANNERS = [("loai", "Mỗi loại văn bản đếm riêng"), ("chung", "Mọi loại đếm chung một dãy")]


class RegisterForm(HouseForm):
    """A new register."""

    unit = TitledChoice(queryset=None, label="Đơn vị", empty_label="Chọn đơn vị…")
    form = forms.ChoiceField(label="Thể thức", choices=Form, widget=forms.RadioSelect, initial=Form.PARTY)
    name = PlainTextField(200, label="Tên sổ", help_text="Ví dụ: Sổ văn bản đi nhiệm kỳ 2025 - 2030.")
    starts = DayField(label="Từ ngày", help_text="Văn bản của Đảng: ngày đầu nhiệm kỳ.")
    ends = DayField(
        required=False, label="Đến hết ngày",
        help_text="Văn bản của Đảng: ngày cuối nhiệm kỳ. Văn bản nhà nước có thể để trống.",
    )  # fmt: skip
    manner = forms.ChoiceField(
        label="Cách đếm", choices=MANNERS, widget=forms.RadioSelect, initial="loai",
        help_text="Văn bản của Đảng luôn đếm riêng từng loại, liên tục cả nhiệm kỳ; văn bản nhà nước đếm lại từ 01 mỗi năm.",
    )  # fmt: skip

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["unit"].queryset = papers_units(user)

    def clean(self):
        said = super().clean()
        if said.get("form") == Form.PARTY and "ends" in said and not said["ends"]:
            self.add_error("ends", "Sổ của Đảng theo nhiệm kỳ: hãy ghi ngày cuối nhiệm kỳ.")
        if said.get("starts") and said.get("ends") and said["ends"] < said["starts"]:
            self.add_error("ends", "Ngày cuối phải sau ngày đầu.")
        return said

    @property
    def facts(self) -> dict:
        facts = {name: value for name, value in self.cleaned_data.items() if name != "manner"}
        return facts | {"by_type": self.cleaned_data["manner"] == "loai"}


class RegisterChangeForm(HouseForm):
    """Its name and last day."""

    name = PlainTextField(200, label="Tên sổ")
    ends = DayField(required=False, label="Đến hết ngày")


class BeginAfterForm(HouseForm):
    """How far the numbers had come before the register was kept here."""

    kind = forms.ChoiceField(label="Loại văn bản", choices=NUMBERED)
    year = WholeNumberField(label="Năm", min_value=1980, max_value=2100, help_text="Chỉ với văn bản nhà nước.")
    last = WholeNumberField(label="Số cuối cùng đã dùng", max_value=1_000_000)

    def __init__(self, *args, register: NumberRegister, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["year"].initial = timezone.localdate().year
        if register.form == Form.PARTY:
            del self.fields["year"]
        if not register.by_type:
            del self.fields["kind"]

    @property
    def facts(self) -> dict:
        return {"kind": PaperKind.DECISION, "year": timezone.localdate().year, **self.cleaned_data}


class TakeForm(HouseForm):
    """The next number, for a paper that was drafted elsewhere."""

    kind = forms.ChoiceField(label="Loại văn bản", choices=NUMBERED)
    on = DayField(label="Ngày văn bản")
    title = PlainTextField(500, label="Trích yếu")


class InsertForm(TakeForm):
    """A number put in by hand, for a paper that came late."""

    said = PlainTextField(12, label="Số chèn", help_text="Số đã lấy và một chữ cái, ví dụ 12a.")
    reason = PlainTextField(500, label="Lý do chèn số")

    field_order = ("said", "kind", "on", "title", "reason")
