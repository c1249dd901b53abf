"""Forms of papers: the filters of the list, and what is recorded once a paper was signed."""

from django import forms
from django.utils import timezone

from kheo.accounts.access import units_where
from kheo.accounts.permissions import Permission
from kheo.core.forms import DayField, HouseForm, PlainTextField, TitledChoice
from kheo.documents.lifecycle import PaperStage
from kheo.documents.models import NumberRegister, PaperRecord
from kheo.documents.paper import Form, PaperKind
from kheo.documents.queries import open_registers
from kheo.units.models import Unit

ANY = [("", "Tất cả")]
LACKING = [*ANY, ("ban-quet", "Chưa có bản quét"), ("xac-nhan", "Chờ người thứ hai xác nhận")]
BY_HAND, BY_REGISTER = "tay", "so"


class PaperFilters(HouseForm):
    """A GET form. An impossible value says so at its field and filters nothing."""

    q = forms.CharField(label="Từ cần tìm", required=False, max_length=200)
    loai = forms.ChoiceField(label="Loại văn bản", choices=[*ANY, *PaperKind.choices], required=False)
    buoc = forms.ChoiceField(label="Đang ở bước", choices=[*ANY, *PaperStage.choices], required=False)
    con_thieu = forms.ChoiceField(label="Còn thiếu", choices=LACKING, required=False)
    the_thuc = forms.ChoiceField(label="Thể thức", choices=[*ANY, *Form.choices], required=False)
    nam = forms.IntegerField(label="Năm ban hành", required=False, min_value=1980, max_value=2100)
    don_vi = TitledChoice(label="Đơn vị", queryset=Unit.objects.none(), required=False, empty_label="Tất cả")

    first = ("q", "loai", "buoc", "con_thieu")

    def __init__(self, query, user):
        super().__init__(query)
        seen = PaperRecord.objects.visible_to(user).values("unit")
        self.fields["don_vi"].queryset = Unit.objects.filter(pk__in=seen).by_name()

    @property
    def chosen(self) -> dict:
        self.is_valid()
        return {name: value for name, value in self.cleaned_data.items() if value not in (None, "")}

    @property
    def active(self) -> int:
        return len(self.chosen)

    @property
    def first_fields(self):
        return [self[name] for name in self.first]

    @property
    def more_fields(self):
        return [self[name] for name in self.fields if name not in self.first]

    @property
    def more_active(self) -> int:
        return len(self.chosen.keys() - set(self.first))


class SignedForm(HouseForm):
    """Day and signer, as they stand on the signed paper."""

    on = DayField(label="Ngày ban hành", help_text="Ngày ghi trên văn bản, ví dụ 09/10/2026.")
    signer = PlainTextField(200, label="Người ký")
    signer_title = PlainTextField(200, required=False, label="Chức vụ người ký")

    def clean_on(self):
        day = self.cleaned_data["on"]
        if day and day > timezone.localdate():
            raise forms.ValidationError("Ngày này chưa tới.")
        return day


class IssueForm(SignedForm):
    """What is recorded when a paper leaves: its number (by hand or from the register), day, signer, and the scan."""

    manner = forms.ChoiceField(label="Số", choices=(), widget=forms.RadioSelect)
    number = PlainTextField(
        20, required=False, label="Số của cơ quan", help_text="Chỉ phần số, ví dụ 127; ký hiệu do Khéo ghép."
    )
    register = forms.ModelChoiceField(
        NumberRegister.objects.none(), required=False, label="Sổ văn bản", empty_label=None
    )
    scan = forms.FileField(
        required=False, label="Bản quét đã ký (PDF)", help_text="Có thể gửi sau, khi văn bản đã có số và dấu."
    )

    field_order = ("manner", "register", "number", "on", "signer", "signer_title", "scan")

    def __init__(self, *args, row: PaperRecord, **kwargs):
        super().__init__(*args, **kwargs)
        self.row = row
        registers = open_registers(row) if row.is_numbered else NumberRegister.objects.none()
        self.fields["register"].queryset = registers
        manners = [(BY_HAND, "Ghi số của cơ quan (hệ thống văn bản, sổ giấy)")]
        if registers.exists():
            manners.insert(0, (BY_REGISTER, "Lấy số tiếp theo ở sổ văn bản trên Khéo"))
        self.fields["manner"].choices = manners
        self.fields["manner"].initial = manners[0][0]
        for name in self.idle_fields(has_register=len(manners) > 1):
            del self.fields[name]

    def idle_fields(self, *, has_register: bool) -> list[str]:
        """Fields that this paper has no use for."""
        if not self.row.is_numbered:
            return ["manner", "number", "register"]
        return [] if has_register else ["manner", "register"]

    def clean(self):
        said = super().clean()
        by_register = said.get("manner") == BY_REGISTER
        if by_register:
            said["number"] = ""
            if not said.get("register") and "register" not in self.errors:
                self.add_error("register", "Chưa chọn sổ.")
        else:
            said["register"] = None
            if self.row.is_numbered and not said.get("number") and "number" not in self.errors:
                self.add_error("number", "Chưa ghi số.")
        return said

    @property
    def facts(self) -> dict:
        apart = ("manner",)
        facts = {name: value for name, value in self.cleaned_data.items() if name not in apart}
        return {"number": "", "register": None, **facts}


class CorrectForm(SignedForm):
    """Number, day, signer put right, with a reason."""

    number = PlainTextField(20, required=False, label="Số")
    note = PlainTextField(500, label="Lý do sửa", help_text="Ghi vào nhật ký, ví dụ: gõ nhầm ngày.")

    field_order = ("number", "on", "signer", "signer_title", "note")

    def __init__(self, *args, row: PaperRecord, **kwargs):
        initial = {"number": row.number, "on": row.issued_on, "signer": row.signer, "signer_title": row.signer_title}
        super().__init__(*args, initial=initial, **kwargs)
        self.row = row
        if hasattr(row, "entry"):
            for name in ("number", "on"):
                self.fields[name].disabled = True
                self.fields[name].help_text = "Lấy từ sổ văn bản nên không sửa ở đây."
        if not row.is_numbered:
            del self.fields["number"]

    def clean_on(self):
        return self.row.issued_on if self.fields["on"].disabled else super().clean_on()

    @property
    def facts(self) -> dict:
        return {"number": "", **self.cleaned_data}


class WithdrawForm(HouseForm):
    """By which later paper it was withdrawn, and why."""

    by_paper = PlainTextField(200, label="Văn bản thu hồi", help_text="Ví dụ: Quyết định số 31-QĐ/ĐU.")
    on = DayField(label="Thu hồi từ ngày")
    note = PlainTextField(1000, label="Lý do", lines=True)


class ScanForm(HouseForm):
    scan = forms.FileField(label="Bản quét đã ký (PDF)")


def papers_units(user):
    """Units where this person keeps papers: for the forms that begin something."""
    return Unit.objects.filter(units_where(user, Permission.PAPER_WRITE, "")).by_name()
