"""Forms of panels: founding one, a seat, the quorum, conflicts of interest."""

from django import forms

from kheo.accounts.access import units_where
from kheo.accounts.models import User
from kheo.accounts.permissions import Permission
from kheo.accounts.roles import GRANTS
from kheo.appraisal.lifecycle.rules import RuleSetStage
from kheo.appraisal.models import Kinship, Panel, RuleSet, SeatPart
from kheo.core.forms import DayField, HouseForm, PlainTextField, WholeNumberField
from kheo.movement.models import Field, Round
from kheo.units.models import Unit


class PanelForm(HouseForm):
    """A panel or team: where, for which round, by which rules."""

    name = PlainTextField(limit=300, label="Tên hội đồng, tổ thẩm định")
    unit = forms.ModelChoiceField(Unit.objects.none(), label="Đơn vị lập hội đồng", empty_label=None)
    round_ = forms.ModelChoiceField(Round.objects.none(), label="Đợt thi đua", empty_label="Chọn đợt")
    rule_set = forms.ModelChoiceField(
        RuleSet.objects.none(), label="Chấm theo bộ tiêu chí", empty_label="Chọn bộ tiêu chí"
    )
    field = forms.ChoiceField(
        label="Lĩnh vực", required=False, choices=[("", "Mọi lĩnh vực (hội đồng chung)"), *Field.choices],
        help_text="Tổ theo lĩnh vực chỉ nhận hồ sơ của lĩnh vực đó; hồ sơ không có tổ riêng do hội đồng chung chấm.",
    )  # fmt: skip
    decision_no = PlainTextField(limit=60, required=False, label="Số quyết định thành lập")
    decided_on = DayField(required=False, label="Ngày quyết định")

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, **kwargs)
        where = units_where(user, Permission.PANEL_CHANGE, "")
        units = Unit.objects.filter(where, ends=None).order_by("depth", "sort")
        own = [held.unit_id for held in user.held if Permission.PANEL_CHANGE in GRANTS[held.role]]
        # One's own body stands first: panels of units below are the exception.
        self.fields["unit"].queryset = units
        self.fields["unit"].initial = own[0] if own else None
        self.fields["round_"].queryset = Round.objects.around(user)
        self.fields["round_"].initial = Round.objects.around(user).first()
        self.fields["rule_set"].queryset = RuleSet.objects.visible_to(user).filter(stage=RuleSetStage.APPLIED)


class PanelFactsForm(HouseForm):
    """What may still be changed of a panel that works."""

    name = PlainTextField(limit=300, label="Tên hội đồng, tổ thẩm định")
    field = forms.ChoiceField(
        label="Lĩnh vực", required=False, choices=[("", "Mọi lĩnh vực (hội đồng chung)"), *Field.choices]
    )
    decision_no = PlainTextField(limit=60, required=False, label="Số quyết định thành lập")
    decided_on = DayField(required=False, label="Ngày quyết định")


class SeatForm(HouseForm):
    """A seat for somebody who may sit."""

    user = forms.ModelChoiceField(User.objects.none(), label="Người", empty_label="Chọn người")
    part = forms.ChoiceField(
        label="Vai trò", choices=SeatPart.choices, initial=SeatPart.MEMBER,
        help_text="Thư ký lo giấy tờ, không chấm và không bỏ phiếu.",
    )  # fmt: skip
    title = PlainTextField(limit=300, required=False, label="Chức vụ, cơ quan")

    def __init__(self, *args, panel: Panel, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["user"].queryset = who_may_sit(panel)


def who_may_sit(panel: Panel):
    """Jurors named at the panel's unit or above it, and people of the body that judges there, who do not sit yet."""
    roles = [role for role, granted in GRANTS.items() if {Permission.JURY_SIT, Permission.NOMINATION_VIEW} & granted]
    path = panel.unit.path
    above = [path[:end] for end in range(Unit.steplen, len(path) + 1, Unit.steplen)]
    people = User.objects.filter(
        is_active=True, memberships__role__in=roles, memberships__unit__path__in=above, memberships__ends=None
    )
    return people.exclude(pk__in=panel.seats.held().values("user")).distinct().by_name()


class QuorumForm(HouseForm):
    quorum = WholeNumberField(
        required=False, min_value=1, max_value=100, label="Số thành viên có mặt tối thiểu (%)",
        help_text="Để trống: theo bộ tiêu chí.",
    )  # fmt: skip
    note = PlainTextField(limit=1000, label="Lý do đổi", lines=False)


class KinForm(HouseForm):
    """How somebody is related to whoever the file honours."""

    user = forms.ModelChoiceField(User.objects.none(), label="Thành viên", empty_label="Chọn thành viên")
    kinship = forms.ChoiceField(
        label="Quan hệ với người được tôn vinh", choices=[("", "Chọn quan hệ"), *Kinship.choices]
    )

    def __init__(self, *args, people=None, **kwargs):
        super().__init__(*args, **kwargs)
        if people is None:
            del self.fields["user"]
        else:
            self.fields["user"].queryset = people
