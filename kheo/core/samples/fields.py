"""Samples of what one writes into: each kind of field, blank, wrong and filled."""

from functools import partial

from django import forms

from kheo.core.forms import (
    AmountField,
    DayField,
    HouseForm,
    MoneyField,
    PartDateField,
    PlainTextField,
    WholeNumberField,
)
from kheo.core.guarded import GuardedForm
from kheo.core.samples.facts import FIELDS, Group

FIELDS_SHOWN = ("name", "field", "bearer", "households", "land", "money", "starts", "due", "agreed")


class SampleForm(HouseForm):
    """One of each kind of field."""

    name = PlainTextField(
        500, label="Tên mô hình, điển hình", help_text="Việc gì, ở đâu: “Hiến đất mở rộng đường thôn An Mô”."
    )
    situation = PlainTextField(
        label="Thực trạng", required=False, help_text="Trước khi làm thì thế nào, con số nào cho thấy."
    )
    field = forms.ChoiceField(label="Lĩnh vực", choices=[("", "Chọn lĩnh vực"), *FIELDS])
    bearer = forms.ChoiceField(
        label="Chủ thể", choices=[("group", "Tập thể"), ("person", "Cá nhân")], widget=forms.RadioSelect
    )
    forces = forms.MultipleChoiceField(
        label="Lực lượng tham gia",
        required=False,
        choices=[("front", "Mặt trận"), ("women", "Hội Phụ nữ"), ("army", "Quân đội")],
        widget=forms.CheckboxSelectMultiple,
    )
    households = WholeNumberField(label="Số hộ tham gia")
    land = AmountField(label="Đất hiến (m²)", required=False)
    money = MoneyField(label="Tiền mặt", required=False)
    starts = PartDateField(label="Bắt đầu", required=False)
    due = DayField(label="Hạn hoàn thành")
    paper = forms.FileField(label="Văn bản kèm theo", required=False, help_text="PDF hoặc ảnh chụp, tối đa 50 MB.")
    agreed = forms.BooleanField(label="Người có tên và hình ảnh đã đồng ý")


class OutcomeForm(HouseForm):
    """One row of the growing set."""

    measured = PlainTextField(500, label="Kết quả")
    target = AmountField(label="Chỉ tiêu", required=False)


class FilterForm(HouseForm):
    """What a list is narrowed by."""

    q = PlainTextField(200, label="Từ khóa", required=False)
    field = forms.ChoiceField(label="Lĩnh vực", required=False, choices=[("", "Tất cả"), *FIELDS])
    year = forms.ChoiceField(label="Năm", required=False, choices=[("", "Tất cả"), ("2026", "2026"), ("2025", "2025")])


class LongFilterForm(FilterForm):
    """More than fits in a line: the rest waits behind one press."""

    stage = forms.ChoiceField(label="Đang ở bước", required=False, choices=[("", "Tất cả"), ("new", "Chưa bắt đầu")])
    bearer = forms.ChoiceField(label="Chủ thể", required=False, choices=[("", "Tất cả"), ("group", "Tập thể")])
    theme = forms.ChoiceField(label="Chủ đề", required=False, choices=[("", "Tất cả"), ("land", "Hiến đất")])
    verdict = forms.ChoiceField(label="Còn hoạt động", required=False, choices=[("", "Tất cả"), ("yes", "Hiệu quả")])

    @property
    def first_fields(self):
        return self.visible_fields()[:4]

    @property
    def more_fields(self):
        return self.visible_fields()[4:]

    @property
    def more_active(self):
        return sum(bool(field.value()) for field in self.more_fields)


WRONG = {
    "name": "Tiếng kẻng\x00 học bài",
    "households": "năm sáu",
    "land": "1.234.5",
    "due": "31/02/2026",
    "field": "biển",
}
FILLED = {
    "name": "Bến bãi bình yên",
    "households": "1.152",
    "land": "419,7",
    "money": "85,5 triệu",
    "starts": "9/2026",
    "due": "25/12/2026",
    "field": "defence",
    "bearer": "group",
    "agreed": "on",
}


def form_of(kind, scheme, data=None):
    # The prefix keeps the two schemes' ids apart.
    return kind(
        {f"{scheme}-{name}": value for name, value in data.items()} if data is not None else None, prefix=scheme
    )


def _bound(name, key, typed, scheme, word):
    form = form_of(SampleForm, f"{scheme}-{key}", typed)
    form.is_valid()
    return {"field": form[name]}


def _rows(scheme):
    kinds = forms.formset_factory(OutcomeForm, extra=1, can_delete=True, max_num=8)
    return kinds(prefix=f"{scheme}-outcome")


INPUTS: Group = {
    "form_fields": {"còn trống": lambda scheme, word: {"form": form_of(SampleForm, scheme)}},
    "form_errors": {
        "tóm tắt lỗi": lambda scheme, word: {"form": form_of(SampleForm, f"{scheme}-wrong", {}), "still": True}
    },
    "field": {
        f"{name}: {state}": partial(_bound, name, key, typed)
        for key, state, typed in (("no", "sai", WRONG), ("yes", "đã điền", FILLED))
        for name in FIELDS_SHOWN
    },
    "guard": {"không thấy gì": lambda scheme, word: {"form": form_of(GuardedForm, f"{scheme}-guard")}},
    "rows": {
        "thêm dòng": lambda scheme, word: {"formset": _rows(scheme), "legend": "Kết quả sẽ đo", "noun": "kết quả"}
    },
    "upload": {
        "chọn tệp": lambda scheme, word: {
            "url": "/tep/",
            "name": f"{scheme}-evidence",
            "label": "Ảnh, văn bản minh chứng",
            "hint": "Ảnh, PDF, Word; mỗi tệp tối đa 50 MB. Mất mạng thì gửi tiếp được.",
            "many": True,
        }
    },
}
