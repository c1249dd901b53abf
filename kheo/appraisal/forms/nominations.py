"""Forms of proposals: the filters of the lists, a new proposal, a reason for many, another group."""

from django import forms

from kheo.accounts.access import can_anywhere
from kheo.accounts.permissions import Permission
from kheo.appraisal.lifecycle.nomination import BULK, NOMINATION_MOVES, NominationStage
from kheo.appraisal.models import RankGroup
from kheo.appraisal.models.ladder import is_of_round
from kheo.core.forms import HouseForm, ManyField, PlainTextField
from kheo.movement.forms.filters import FilterForm, UnitField, choices
from kheo.movement.models import Exemplar, Field, Round
from kheo.units.models import Level, Unit


class NominationFilters(FilterForm):
    first = ("q", "dot", "cap", "buoc", "don_vi")

    q = forms.CharField(label="Từ cần tìm", required=False, max_length=200)
    dot = forms.ModelChoiceField(label="Đợt", queryset=Round.objects.none(), required=False, empty_label="Tất cả")
    cap = forms.ChoiceField(label="Cấp công nhận", choices=choices(Level.choices), required=False)
    buoc = forms.ChoiceField(label="Đang ở bước", choices=choices(NominationStage.choices), required=False)
    don_vi = UnitField(label="Đơn vị")
    linh_vuc = forms.ChoiceField(label="Lĩnh vực", choices=choices(Field.choices), required=False)
    nhom = forms.ChoiceField(label="Nhóm xếp hạng", choices=choices(RankGroup.choices), required=False)
    tam_hoan = forms.ChoiceField(
        label="Tạm chưa xét", choices=choices([("co", "Đang tạm chưa xét"), ("khong", "Không")]), required=False
    )

    def __init__(self, query, user):
        super().__init__(query, user)
        # That files are held is known to named roles only: to others the filter does not exist.
        if not can_anywhere(user, Permission.HOLD_VIEW):
            del self.fields["tam_hoan"]


class ProposeForm(HouseForm):
    """At which level, in which round, and why."""

    level = forms.ChoiceField(label="Đề nghị công nhận cấp", widget=forms.RadioSelect)
    round_ = forms.ModelChoiceField(label="Đợt thi đua", queryset=Round.objects.none(), empty_label="Chọn đợt")
    case = PlainTextField(
        label="Tóm tắt thành tích", required=False,
        help_text="Vài câu: việc đã làm, kết quả, vì sao đáng công nhận. Số liệu và minh chứng lấy từ hồ sơ mô hình.",
    )  # fmt: skip

    def __init__(self, *args, exemplar: Exemplar, ways: dict[str, Unit], user, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["level"].choices = [(level, f"{Level(level).label}: {judge} xét") for level, judge in ways.items()]
        fitting = [
            round_.pk
            for round_ in Round.objects.around(user).select_related("campaign__unit")
            if any(is_of_round(exemplar, judge, round_) for judge in ways.values())
        ]
        rounds = Round.objects.filter(pk__in=fitting)
        self.fields["round_"].queryset = rounds
        self.fields["round_"].initial = rounds.first()
        if len(ways) == 1:
            self.fields["level"].initial = next(iter(ways))


class TickedForm(HouseForm):
    """Which files were ticked in a list, among those that this person may act on."""

    hs = ManyField(queryset=None, label="Hồ sơ", error_messages={"required": "Chưa chọn hồ sơ nào."})

    def __init__(self, *args, files, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["hs"].queryset = files


class BulkForm(TickedForm):
    """The same with the act, and the words that go with all of them."""

    move = forms.ChoiceField(choices=[(name, NOMINATION_MOVES[name].label) for name in BULK], widget=forms.HiddenInput)

    note = PlainTextField(label="Lý do", required=False)


class GroupForm(HouseForm):
    group = forms.ChoiceField(label="Nhóm xếp hạng", choices=RankGroup.choices)
