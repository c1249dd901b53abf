"""What a specialist says of a list: which file, whose, for which round; then what its columns mean."""

from django import forms
from django.http import QueryDict
from django.utils import timezone

from kheo.accounts.access import places_held, units_where
from kheo.accounts.permissions import Permission
from kheo.core.forms import DayField, HouseForm
from kheo.core.vietnamese import format_number
from kheo.movement.forms.filters import UnitField
from kheo.movement.importing import MAX_BYTES
from kheo.movement.importing.files import FORMATS
from kheo.movement.importing.synonyms import TITLES
from kheo.movement.models import ImportBatch, KnownAs, LandsAs, Round
from kheo.units.models import Unit

KEEP, LEAVE = "-", "x"  # what a column may be besides a meaning: kept beside the rest, left out
CHOICES = [(KEEP, "Giữ ở phần khác"), (LEAVE, "Không lấy"), *TITLES.items()]


class FileForm(HouseForm):
    """The file and how it lands."""

    file = forms.FileField(
        label="Danh sách",
        widget=forms.FileInput(attrs={"accept": ",".join(FORMATS)}),
        help_text="Bảng tính của cơ quan, để nguyên như đang có: .xlsx, .xls, .ods hoặc .csv, đến 50 MB.",
    )
    round = forms.ModelChoiceField(label="Nhập vào đợt", queryset=Round.objects.none(), empty_label=None)
    lands_as = forms.ChoiceField(
        label="Đây là", choices=LandsAs.choices, widget=forms.RadioSelect, initial=LandsAs.LISTED
    )
    unit = UnitField(
        label="Cơ quan có danh sách",
        help_text="Dòng không ghi đơn vị được hiểu là của cơ quan này (trừ danh sách của tỉnh).",
    )
    on = DayField(
        label="Đối chiếu tên đơn vị tại ngày",
        help_text="Đơn vị đã sáp nhập trước ngày này được báo lỗi kèm tên đơn vị kế tục.",
    )

    def __init__(self, *args, user, **kwargs):
        self.user = user
        mine = Unit.objects.filter(units_where(user, Permission.IMPORT_RUN, ""))
        first = mine.filter(path__in=places_held(user, Permission.IMPORT_RUN)).order_by("depth", "sort").first()
        initial = {"on": timezone.localdate(), "unit": first.title if first else ""}
        super().__init__(*args, initial=initial, **kwargs)
        self.fields["unit"].units = mine
        self.fields["round"].queryset = Round.objects.around(user)

    def clean_file(self):
        file = self.cleaned_data["file"]
        if file.size > MAX_BYTES:
            raise forms.ValidationError(
                f"Tệp nặng {format_number(file.size // 2**20)} MB, quá giới hạn 50 MB. Hãy chia thành nhiều tệp."
            )
        if not file.name.lower().endswith(FORMATS):
            raise forms.ValidationError("Chỉ nhận danh sách ở dạng .xlsx, .xls, .ods hoặc .csv.")
        return file

    def clean_unit(self):
        if self.cleaned_data["unit"] is None:
            raise forms.ValidationError("Hãy ghi tên cơ quan có danh sách.")
        return self.cleaned_data["unit"]


class DecisionForm(HouseForm):
    """What becomes of rows the register knows: there is no usual answer, so none is chosen beforehand."""

    known_as = forms.ChoiceField(label="", choices=KnownAs.choices, widget=forms.RadioSelect)

    def __init__(self, *args, batch: ImportBatch, **kwargs):
        super().__init__(*args, **kwargs)
        known, listed = batch.reading.get("known", 0), batch.reading.get("listed", 0)
        if not known:
            del self.fields["known_as"]
            return
        already = f", trong đó {format_number(listed)} đã có trong đợt này" if listed else ""
        self.fields["known_as"].label = f"{format_number(known)} dòng trùng tên với mô hình đã có của đơn vị{already}"
        self.fields[
            "known_as"
        ].help_text = "Đăng ký tiếp: không tạo mô hình thứ hai; dòng đã có trong đợt này thì không ghi lại."

    @property
    def known(self) -> str:
        return self.cleaned_data.get("known_as") or KnownAs.NEW


def column_name(sheet: int, column: int) -> str:
    """The name of the field that tells what a column means."""
    return f"cot-{sheet}-{column}"


def columns_chosen(batch: ImportBatch, data: QueryDict) -> dict[str, dict[str, str | None]]:
    """Signature → header → meaning; None keeps a column beside the rest, "" leaves it out. Unknown words keep."""
    chosen: dict[str, dict[str, str | None]] = {}
    for number, sheet in enumerate(batch.reading.get("sheets", ())):
        columns = chosen.setdefault(sheet["signature"], {})
        for at, column in enumerate(sheet["columns"]):
            said = data.get(column_name(number, at), column["meaning"] or KEEP)
            columns[column["header"]] = said if said in TITLES else "" if said == LEAVE else None
    return chosen
