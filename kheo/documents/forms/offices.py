"""Forms of an office's own ways: its templates, its style and heads."""

from django import forms

from kheo.core.forms import HouseForm, PlainTextField, TitledChoice
from kheo.documents.actions.styles import HEAD
from kheo.documents.forms.papers import papers_units
from kheo.documents.models import PaperHead, Spelling
from kheo.documents.paper import Form, PaperKind

LABELS = {
    "superior": ("Cơ quan cấp trên", 200),
    "issuer": ("Cơ quan ban hành", 200),
    "symbol": ("Ký hiệu cơ quan", 40),
    "place": ("Địa danh", 100),
    "authority": ("Thẩm quyền ký", 200),
    "signer_title": ("Chức vụ người ký", 200),
    "signer": ("Người ký", 200),
    "keeper": ("Nơi lưu", 100),
}
HINTS = {"authority": "Ví dụ: T/M Ban Thường vụ; TM. Ủy ban nhân dân.", "keeper": "Ví dụ: Đảng ủy; VT."}


class TemplateForm(HouseForm):
    """A Word file, and which papers it is for."""

    unit = TitledChoice(queryset=None, label="Đơn vị", empty_label="Chọn đơn vị…")
    kind = forms.ChoiceField(label="Loại văn bản", choices=PaperKind)
    form = forms.ChoiceField(label="Thể thức", choices=Form, widget=forms.RadioSelect, initial=Form.PARTY)
    file = forms.FileField(
        label="Tệp mẫu (.docx)", help_text="Nhiều nhất 5 MB; không macro, không liên kết hay đối tượng nhúng."
    )

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["unit"].queryset = papers_units(user)


class StyleForm(HouseForm):
    """The form and spelling of an office."""

    form = forms.ChoiceField(label="Thể thức thường dùng", choices=Form, widget=forms.RadioSelect)
    spelling = forms.ChoiceField(
        label="Cách viết dấu", choices=Spelling, widget=forms.RadioSelect,
        help_text="Áp dụng cho lời văn do Khéo soạn; tên riêng giữ như đã gõ.",
    )  # fmt: skip


class HeadForm(HouseForm):
    """The head and the usual signer of papers in one form. `usual` is what follows from the unit's name."""

    def __init__(self, *args, usual: PaperHead, said: PaperHead | None, **kwargs):
        initial = {name: getattr(said, name) for name in HEAD} if said else {}
        super().__init__(*args, initial=initial, **kwargs)
        for name, (label, limit) in LABELS.items():
            own = getattr(usual, name, "")
            hint = f"Để trống thì ghi “{own}”." if own else HINTS.get(name, "")
            self.fields[name] = PlainTextField(limit, required=False, label=label, help_text=hint)
