"""A rule set as one form: its figures, and groups of criteria, each group with its own lines. Works without a script."""

from itertools import pairwise

from django import forms

from kheo.accounts.access import units_where
from kheo.accounts.permissions import Permission
from kheo.appraisal.actions.rule_sets import FIGURES, Group, Line, written
from kheo.appraisal.models import Abstention, Profile, RuleSet, VoteManner
from kheo.appraisal.samples import Sample
from kheo.core.forms import AmountField, DayField, HouseForm, PlainTextField, WholeNumberField, unjudged
from kheo.core.pages import key_in
from kheo.movement.forms.file import UnitChoice
from kheo.units.models import Level, Unit

MOST_GROUPS = 15
BLANK_GROUPS = 1  # beside those that are there
LEVELS = [choice for choice in Level.choices if choice[0] != Level.DISTRICT]
FACTS = ("level", "profile", "name", "source", "is_sample", "starts", "ends")


def _percent(**kwargs) -> WholeNumberField:
    return WholeNumberField(required=False, max_value=100, **kwargs)


def _days(**kwargs) -> WholeNumberField:
    return WholeNumberField(required=False, max_value=365, **kwargs)


class RuleSetForm(HouseForm):
    """Everything but the criteria. `rule_set` is there when a draft is changed; its unit then stands."""

    unit = UnitChoice(queryset=None, label="Đơn vị ban hành", empty_label="Chọn đơn vị…")
    name = PlainTextField(300, label="Tên bộ tiêu chí", help_text="Ví dụ: Bộ tiêu chí “Dân vận khéo” năm 2027.")
    level = forms.ChoiceField(label="Cấp công nhận", choices=[("", "Chọn…"), *LEVELS])
    profile = forms.ChoiceField(label="Mức quy định", choices=Profile, widget=forms.RadioSelect)
    source = PlainTextField(
        500, required=False, lines=False, label="Căn cứ", help_text="Số, ngày văn bản ban hành; nguồn của tiêu chí."
    )
    is_sample = forms.BooleanField(
        required=False, label="Đây là mẫu, chưa phải quy định",
        help_text="Bỏ đánh dấu khi đơn vị đã ban hành bộ tiêu chí này. Còn đánh dấu thì nơi nào hiện cũng ghi là mẫu.",
    )  # fmt: skip
    starts = DayField(label="Áp dụng từ ngày")
    ends = DayField(required=False, label="Đến hết ngày", help_text="Để trống khi chưa định.")

    pass_mark = AmountField(
        required=False, max_value=100, label="Điểm sàn", help_text="Trên thang 100. Mức cơ sở để trống."
    )
    bonus_limit = AmountField(
        required=False, max_value=20, label="Điểm thưởng tối đa",
        help_text="Cộng thêm ngoài thang 100, chỉ từ những dòng ghi “điểm thưởng”. Không có thì để trống.",
    )  # fmt: skip
    least_jurors = WholeNumberField(
        required=False, max_value=50, label="Số phiếu chấm ít nhất cho một hồ sơ",
        help_text="Phiếu của hội đồng. Không có hội đồng chấm thì để trống.",
    )  # fmt: skip
    vote_manner = forms.ChoiceField(
        required=False, label="Cách bỏ phiếu", choices=[("", "Không bỏ phiếu"), *VoteManner.choices],
        widget=forms.RadioSelect,
    )  # fmt: skip
    quorum = _percent(label="Có mặt ít nhất (%)", help_text="Phần trăm thành viên hội đồng, ví dụ 67 là hai phần ba.")
    vote_threshold = _percent(label="Đồng ý ít nhất (%)", help_text="Ví dụ 80.")
    abstention = forms.ChoiceField(label="Cách tính phiếu trắng", choices=Abstention, widget=forms.RadioSelect)
    comment_days = _days(label="Số ngày công khai lấy ý kiến", help_text="0 hoặc để trống: không phải công khai.")
    reconsider_days = _days(
        label="Số ngày được kiến nghị xem xét lại", help_text="Tính từ ngày trả lời chưa công nhận."
    )
    validity_months = WholeNumberField(
        required=False, min_value=1, max_value=240, label="Công nhận có giá trị (tháng)",
        help_text="Để trống: không thời hạn.",
    )  # fmt: skip
    propose_by = DayField(required=False, label="Hạn gửi đề nghị")
    appraise_by = DayField(required=False, label="Hạn thẩm định")
    decide_by = DayField(required=False, label="Hạn quyết định")

    def __init__(self, *args, user, rule_set: RuleSet | None = None, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["abstention"].initial = Abstention.OF_MEMBERS
        if rule_set:
            del self.fields["unit"]
            if rule_set.replaces_id:
                self.fields["level"].disabled = True
                self.fields["level"].initial = rule_set.level
        else:
            mine = Unit.objects.filter(units_where(user, Permission.RULES_WRITE, ""), ends=None).by_name()
            self.fields["unit"].queryset = mine
            self.fields["unit"].initial = mine.order_by("depth", "sort").first()

    def clean(self):
        said = super().clean()
        if said.get("ends") and said.get("starts") and said["ends"] < said["starts"]:
            self.add_error("ends", "Ngày kết thúc phải từ ngày bắt đầu áp dụng trở đi.")
        days = [name for name in ("propose_by", "appraise_by", "decide_by") if said.get(name)]
        for former, later in pairwise(days):
            if said[later] < said[former]:
                self.add_error(later, f"Không sớm hơn {self.fields[former].label.lower()}.")
        return said

    def facts(self) -> dict:
        """What the action is given; a figure left blank is none, or nought where the table knows no none."""
        said = {name: self.cleaned_data[name] for name in (*FACTS, *FIGURES)}
        for name in ("bonus_limit", "least_jurors", "comment_days", "reconsider_days"):
            said[name] = said[name] or 0
        return said


class GroupForm(HouseForm):
    """Head of one group."""

    name = PlainTextField(300, required=False, label="Tên nhóm")
    weight = AmountField(
        required=False,
        min_value=0.1,
        max_value=10,
        label="Hệ số",
        help_text="Điểm của nhóm nhân với số này; thường là 1.",
    )


class LineForm(HouseForm):
    """One criterion."""

    name = PlainTextField(500, required=False, label="Tiêu chí")
    maximum = AmountField(required=False, min_value=0.25, max_value=500, label="Điểm tối đa", help_text="")
    description = PlainTextField(
        2000, required=False, label="Cách chấm", widget=forms.Textarea(attrs={"rows": 2}), help_text=""
    )
    is_bonus = forms.BooleanField(required=False, label="Điểm thưởng")
    replaces = forms.CharField(required=False, widget=forms.HiddenInput)

    def clean(self):
        said = super().clean()
        typed = said.get("description") or said.get("maximum") is not None
        if typed and not said.get("name") and "name" not in self.errors and not said.get("DELETE"):
            self.add_error("name", "Chưa ghi tiêu chí.")
        return said

    def line(self) -> Line | None:
        """As the action is given it; None for an empty row or one to be dropped."""
        said = self.cleaned_data
        if not said.get("name") or said.get("DELETE"):
            return None
        return Line(said["name"], said["description"], said["maximum"], said["is_bonus"], key_in(said["replaces"]))


LineFormSet = forms.formset_factory(LineForm, extra=2, max_num=40, can_delete=True)


class GroupPart:
    """One group of the form: its head and its lines."""

    def __init__(self, data, number: int, group: Group | None = None):
        prefix = f"nhom-{number}"
        head = {"name": group.name, "weight": group.weight} if group else {"weight": 1}
        lines = [
            {"name": line.name, "description": line.description, "maximum": line.maximum, "is_bonus": line.is_bonus,
             "replaces": line.replaces}
            for line in (group.lines if group else ())
        ]  # fmt: skip
        self.number, self.is_new = number, group is None
        self.head = GroupForm(data, prefix=prefix, initial=head)
        self.lines = LineFormSet(data, prefix=f"{prefix}-dong", initial=lines)

    def is_valid(self) -> bool:
        judged = [self.head.is_valid(), self.lines.is_valid()]
        if all(judged) and self.said() and not self.head.cleaned_data.get("name"):
            self.head.add_error("name", "Chưa ghi tên nhóm.")
            return False
        return all(judged)

    def said(self) -> tuple[Line, ...]:
        return tuple(line for form in self.lines if (line := form.line()))

    def group(self) -> Group | None:
        """As the action is given it; None for a group without lines."""
        lines = self.said()
        return (
            Group(self.head.cleaned_data["name"], lines, self.head.cleaned_data.get("weight") or 1) if lines else None
        )


class RuleSetForms:
    """Figures and groups, judged and read as one. There is always a blank group more than those that are there."""

    def __init__(self, data=None, *, user, rule_set: RuleSet | None = None, sample: Sample | None = None):
        self.facts = RuleSetForm(data, user=user, rule_set=rule_set, initial=_initial(rule_set, sample))
        kept = written(rule_set) if rule_set else list(sample.groups) if sample else []
        number = _number_in(data) if data is not None else len(kept) + BLANK_GROUPS
        self.groups = [GroupPart(data, i, kept[i] if i < len(kept) else None) for i in range(min(number, MOST_GROUPS))]

    @property
    def parts(self):
        """The single forms, for the list of errors at the top."""
        return [self.facts, *(form for part in self.groups for form in (part.head, *part.lines))]

    def is_valid(self) -> bool:
        judged = [self.facts.is_valid(), *(part.is_valid() for part in self.groups)]
        return all(judged)  # each is asked, so that all that is wrong is said at once

    def said(self) -> list[Group]:
        return [group for part in self.groups if (group := part.group())]

    def unjudged(self) -> "RuleSetForms":
        unjudged(self.facts, *(each for part in self.groups for each in (part.head, part.lines)))
        return self


def _number_in(data) -> int:
    return key_in(data.get("groups", "")[:3]) or 0


def _initial(rule_set: RuleSet | None, sample: Sample | None) -> dict:
    if rule_set:
        return {name: getattr(rule_set, name) for name in (*FACTS, *FIGURES)}
    if sample:
        return sample.facts(starts=None)
    return {"profile": Profile.COMMUNE, "abstention": Abstention.OF_MEMBERS, "reconsider_days": 15}
