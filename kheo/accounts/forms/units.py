"""What is asked about units: filters, a day, names and codes, what merges into what."""

import re

from django import forms

from kheo.core.forms import DayField, HouseForm, PlainTextField
from kheo.core.vietnamese import exact_key, fold
from kheo.units.models import Cluster, Kind, Level, Unit
from kheo.units.obstacles import NewUnit, highest

LIVING, ENDED, ALL = "", "da-ket-thuc", "tat-ca"
STATES = [(LIVING, "Đang hoạt động"), (ENDED, "Đã kết thúc"), (ALL, "Tất cả")]
CODED = re.compile(r"(?:^|[\s(])(\d{2,10})\)?$")
SHOWN = 6
MOST = 40  # units in one act; no real merger has so many
FOCAL_BODIES = ("Ban Tuyên giáo và Dân vận", "Ban Xây dựng Đảng", "Ban Thường trực Ủy ban Mặt trận Tổ quốc Việt Nam")


def read_unit(text: str, units) -> Unit:
    """The one unit that a code, a name, or "name (code)" means. Raises `ValidationError` in the user's words."""
    text = " ".join(text.split())
    coded = CODED.search(text)
    found = list(units.filter(code=coded[1])[:2]) if coded else []
    if len(found) != 1:
        near = list(units.filter(folded__contains=fold(text)).by_name()[: SHOWN * 10])
        exact = [unit for unit in near if exact_key(unit.name) == exact_key(text)]
        same = [unit for unit in near if unit.folded == fold(text)]
        found = exact or same or near
    if len(found) == 1:
        return found[0]
    if found:
        names = "; ".join(map(written, found[:SHOWN]))
        raise forms.ValidationError(f"“{text}” có thể là nhiều đơn vị: {names}. Hãy ghi rõ tên hoặc mã.")
    raise forms.ValidationError(f"Không có đơn vị “{text}” trong phạm vi đồng chí quản lý.")


def written(unit: Unit) -> str:
    """How a unit is written so that `read_unit` finds it again: "xã Ái Tử (19669)"."""
    return f"{unit.name} ({unit.code})" if unit.code else unit.name


class OneUnitField(PlainTextField):
    """A unit by name or code among `units`, or None."""

    def __init__(self, **kwargs):
        self.units, self.before = Unit.objects.none(), None
        kwargs.setdefault("help_text", "Tên hoặc mã, ví dụ: xã Ái Tử hoặc 19669.")
        super().__init__(300, lines=False, **kwargs)

    def clean(self, value):
        text = super().clean(value)
        if self.before and text == written(self.before):
            return self.before  # left as it was, even if it has ended since
        return read_unit(text, self.units) if text else None

    def prepare_value(self, value):
        return written(value) if isinstance(value, Unit) else value


class UnitsField(PlainTextField):
    """Several units among `units`, one on a line; each once."""

    def __init__(self, **kwargs):
        self.units = Unit.objects.none()
        kwargs.setdefault("help_text", "Mỗi dòng một đơn vị: tên hoặc mã.")
        super().__init__(**kwargs)

    def clean(self, value):
        lines = [line for line in super().clean(value).splitlines() if line.strip()]
        if len(lines) > MOST:
            raise forms.ValidationError(f"Nhiều nhất {MOST} đơn vị một lần.")
        found, wrong = {}, []
        for line in lines:
            try:
                unit = read_unit(line, self.units)
                found[unit.pk] = unit
            except forms.ValidationError as reason:
                wrong += reason.messages
        if wrong:
            raise forms.ValidationError(wrong)
        return list(found.values())

    def prepare_value(self, value):
        return "\n".join(map(written, value)) if isinstance(value, list) else value


class UnitForm(HouseForm):
    """A form whose unit fields look among `units`: living ones, and ended ones too where the form reaches back."""

    reaches_back = False

    def __init__(self, *args, units=None, **kwargs):
        super().__init__(*args, **kwargs)
        for name, field in self.fields.items():
            if isinstance(field, OneUnitField | UnitsField) and units is not None:
                field.units, field.before = units, self.initial.get(name)


def may_found_beside(unit: Unit, kept) -> None:
    """Raise `ValidationError` unless the unit above is among those `kept`: what is founded there is its to care for."""
    above = unit.get_parent()
    if above is None or not kept.filter(pk=above.pk).exists():
        where = f"thuộc {above}" if above else "ở cấp tỉnh"
        raise forms.ValidationError(f"Lập đơn vị mới {where} phải do người quản trị cấp đó làm.")


class UnitFilter(HouseForm):
    """What narrows the list of units."""

    q = PlainTextField(200, label="Tên cũ hoặc mới", required=False, lines=False)
    level = forms.ChoiceField(label="Cấp", required=False, choices=[("", "Mọi cấp"), *Level.choices])
    kind = forms.ChoiceField(label="Loại", required=False, choices=[("", "Mọi loại"), *Kind.choices])
    cluster = forms.ModelChoiceField(Cluster.objects, label="Cụm", required=False, empty_label="Mọi cụm")
    state = forms.ChoiceField(label="Tình trạng", required=False, choices=STATES)


class DayForm(HouseForm):
    """The day whose tree is asked for."""

    ngay = DayField(label="Ngày")


class DatedForm(UnitForm):
    """What every change with a history asks: from which day, by which document."""

    on = DayField(label="Có hiệu lực từ ngày")
    decision = PlainTextField(200, label="Theo văn bản", required=False, help_text="Số, ngày, cơ quan ban hành.")


class NewUnitForm(UnitForm):
    under = OneUnitField(label="Trực thuộc")
    name = PlainTextField(200, label="Tên", help_text="Viết như trong câu: xã Ái Tử, Hội Nông dân xã Triệu Bình.")
    level = forms.ChoiceField(label="Cấp", choices=Level.choices, initial=Level.BASE)
    kind = forms.ChoiceField(label="Loại", choices=Kind.choices)
    code = PlainTextField(20, label="Mã", required=False, help_text="Mã hành chính, nếu có.")
    place = OneUnitField(
        label="Địa bàn",
        required=False,
        help_text="Xã, phường nơi đơn vị đứng chân, khi khác tuyến trực thuộc (công an, đồn biên phòng, trường học).",
    )
    starts = DayField(label="Hoạt động từ", required=False)
    note = PlainTextField(label="Ghi chú", required=False)


class FormerForm(UnitForm):
    """A unit of old that went into this one."""

    reaches_back = True
    name = PlainTextField(200, label="Tên đơn vị cũ", help_text="Viết như trong câu: xã Hải Quy.")
    level = forms.ChoiceField(label="Cấp", choices=Level.choices, initial=Level.COMMUNE)
    kind = forms.ChoiceField(label="Loại", choices=Kind.choices)
    on = DayField(label="Ngày sáp nhập", help_text="Ngày đầu tiên thuộc đơn vị mới, ví dụ 01/07/2025.")
    old_parent = OneUnitField(label="Trước đó trực thuộc", required=False)
    decision = PlainTextField(200, label="Theo văn bản", required=False)
    complete = forms.BooleanField(label="Đã đủ căn cứ về ngày và việc sáp nhập", required=False)
    note = PlainTextField(label="Ghi chú", required=False)


class CorrectForm(NewUnitForm):
    """The same facts of a unit that is there; its line has an act of its own."""

    under = None
    history_complete = forms.BooleanField(label="Lịch sử đã đủ căn cứ", required=False)


class RenameForm(DatedForm):
    name = PlainTextField(200, label="Tên mới")
    field_order = ["name", "on", "decision"]


class ReParentForm(DatedForm):
    parent = OneUnitField(label="Trực thuộc mới")
    field_order = ["parent", "on", "decision"]


class CloseForm(UnitForm):
    last_day = DayField(label="Ngày cuối cùng hoạt động")
    decision = PlainTextField(200, label="Theo văn bản", required=False)


class FocalBodyForm(UnitForm):
    name = PlainTextField(200, label="Tên cơ quan thường trực", help_text=f"Ví dụ: {'; '.join(FOCAL_BODIES)}.")
    short_name = PlainTextField(60, label="Tên gọi tắt", required=False)
    starts = DayField(label="Từ ngày")


class MergeForm(DatedForm):
    """Units that end, and the one that goes on: a living one, or a new one by its name."""

    units = UnitsField(label="Các đơn vị được sáp nhập (sẽ kết thúc)")
    into = OneUnitField(label="Sáp nhập vào đơn vị đang có", required=False)
    new_name = PlainTextField(200, label="hoặc lập đơn vị mới tên là", required=False)
    new_code = PlainTextField(20, label="Mã của đơn vị mới", required=False)
    field_order = ["units", "into", "new_name", "new_code", "on", "decision"]

    def clean(self):
        facts = super().clean()
        if "into" in facts and bool(facts["into"]) == bool(facts.get("new_name")):
            raise forms.ValidationError("Hãy chọn một trong hai: đơn vị đang có, hoặc tên đơn vị mới.")
        if facts.get("units") and facts.get("new_name"):
            may_found_beside(highest(facts["units"]), self.fields["units"].units)
        return facts

    @property
    def target(self) -> Unit | NewUnit:
        facts = self.cleaned_data
        return facts["into"] or NewUnit(facts["new_name"], facts["new_code"])


class SplitForm(DatedForm):
    """Units that go on after a split: living ones, and new ones by their names."""

    existing = UnitsField(label="Đơn vị đang có nhận một phần", required=False)
    new = PlainTextField(
        label="Đơn vị mới", required=False, help_text="Mỗi dòng một đơn vị: tên; mã (nếu có). Ví dụ: xã Ba Lòng; 19576."
    )
    field_order = ["existing", "new", "on", "decision"]

    def clean(self):
        facts = super().clean()
        if facts.get("new"):
            may_found_beside(self.initial["of"], self.fields["existing"].units)
        return facts

    @property
    def parts(self) -> list[Unit | NewUnit]:
        lines = [line.partition(";") for line in self.cleaned_data["new"].splitlines() if line.strip()]
        return [*self.cleaned_data["existing"], *(NewUnit(name.strip(), code.strip()) for name, _, code in lines)]


class ClusterForm(UnitForm):
    name = PlainTextField(200, label="Tên cụm")
    note = PlainTextField(label="Ghi chú", required=False)
    units = UnitsField(label="Các đơn vị trong cụm", required=False)

    def __init__(self, *args, cluster: Cluster, **kwargs):
        super().__init__(*args, **kwargs)
        self.cluster = cluster

    def clean_name(self):
        name = self.cleaned_data["name"]
        if Cluster.objects.filter(name=name).exclude(pk=self.cluster.pk).exists():
            raise forms.ValidationError(f"Đã có cụm tên “{name}”.")
        return name
