"""What is asked before some papers are drafted: when and where a meeting is, who signs a pledge and to what.

Each is made as `Form(data, thing=...)`; `facts` is what the paper's builder takes.
"""

from datetime import datetime

from django import forms
from django.utils import timezone

from kheo.appraisal.models import Panel, SeatPart
from kheo.core.forms import DayField, HouseForm, ManyField, PlainTextField
from kheo.documents.paper import Form as PaperForm
from kheo.documents.queries import usual_form
from kheo.movement.models import Round
from kheo.polls.forms import TimeField

FEWEST_SIDES = 2


class UnitsField(ManyField):
    """Units by the name at the head of a line."""

    def label_from_instance(self, unit):
        return unit.title


class InvitationForm(HouseForm):
    """A meeting of a panel; the name of the guest stays blank."""

    form = forms.ChoiceField(label="Thể thức", choices=PaperForm, widget=forms.RadioSelect)
    on = DayField(label="Ngày họp")
    at = TimeField(label="Giờ họp", help_text="Ví dụ 8:30.")
    where = PlainTextField(200, label="Địa điểm", help_text="Ví dụ: phòng họp số 2, trụ sở Đảng ủy xã.")
    chair = PlainTextField(200, label="Chủ trì", required=False)
    notes = PlainTextField(
        2000, label="Nội dung thêm", lines=True, required=False,
        help_text="Mỗi dòng một đoạn. Ví dụ: Đề nghị đồng chí đọc trước hồ sơ được giao.",
    )  # fmt: skip

    def __init__(self, *args, thing: Panel, **kwargs):
        chair = thing.seats.held().filter(part=SeatPart.CHAIR).select_related("user").first()
        said = f"Đồng chí {chair.user}, {chair.get_part_display()} Hội đồng" if chair else ""
        super().__init__(*args, initial={"form": usual_form(thing.unit), "chair": said}, **kwargs)

    def clean_on(self):
        on = self.cleaned_data["on"]
        if on and on < timezone.localdate():
            raise forms.ValidationError(f"Ngày {on:%d/%m/%Y} đã qua; giấy mời cần ngày họp sắp tới.", code="past")
        return on

    @property
    def facts(self) -> dict:
        said = self.cleaned_data
        return {
            "form": said["form"], "when": datetime.combine(said["on"], said["at"]), "where": said["where"],
            "chair": said["chair"], "notes": lines_of(said["notes"]),
        }  # fmt: skip


class PledgeForm(HouseForm):
    """Units below the one that launched a round, and what they pledge to each other."""

    form = forms.ChoiceField(label="Thể thức", choices=PaperForm, widget=forms.RadioSelect)
    contents = PlainTextField(
        label="Nội dung giao ước", lines=True, help_text="Mỗi dòng một nội dung; số thứ tự được đánh sẵn.",
    )  # fmt: skip
    goals = PlainTextField(
        label="Chỉ tiêu phấn đấu", lines=True, required=False,
        help_text="Mỗi dòng một chỉ tiêu. Ví dụ: Mỗi chi bộ có ít nhất một mô hình mới.",
    )  # fmt: skip
    units = UnitsField(None, label="Các đơn vị ký giao ước", widget=forms.CheckboxSelectMultiple)

    def __init__(self, *args, thing: Round, **kwargs):
        launcher = thing.campaign.unit
        super().__init__(*args, initial={"form": usual_form(launcher)}, **kwargs)
        below = launcher.get_children().living(on=timezone.localdate()).by_name()
        self.fields["units"].queryset = below
        if not below.exists():
            self.fields["units"].help_text = f"{launcher.title} chưa có đơn vị trực thuộc nào trên hệ thống."

    def clean_units(self):
        units = self.cleaned_data["units"]
        if len(units) < FEWEST_SIDES:
            raise forms.ValidationError("Giao ước cần ít nhất hai đơn vị.", code="few")
        return units

    @property
    def facts(self) -> dict:
        said = self.cleaned_data
        return {
            "form": said["form"], "units": list(said["units"]), "contents": lines_of(said["contents"]),
            "goals": lines_of(said["goals"]),
        }  # fmt: skip


def lines_of(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip()]
