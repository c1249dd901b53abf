"""The sheet as a form: one box (or one choice) a criterion, with what the answer rests on; and the paper one."""

from dataclasses import dataclass
from decimal import Decimal

from django import forms

from kheo.accounts.models import User
from kheo.appraisal.actions.sheets import Answer
from kheo.appraisal.models import Criterion, RuleSet, ScoreSheet
from kheo.core.forms import AmountField, HouseForm, ManyField, PlainTextField
from kheo.core.vietnamese import format_number
from kheo.movement.models import Evidence

MET = (("dat", "Đạt"), ("chua", "Chưa đạt"))
_READ = {"dat": True, "chua": False, "": None, None: None}
_SAID = {True: "dat", False: "chua", None: ""}


@dataclass(frozen=True)
class Line:
    """One criterion on the page: its fields, and what the other columns say to it."""

    criterion: Criterion
    answer: forms.BoundField
    note: forms.BoundField
    proofs: forms.BoundField | None
    beside: list


class SheetForm(HouseForm):
    """All criteria of a rule set. A blank box is a criterion that is not scored yet; 0 is a score."""

    comment = PlainTextField(required=False, limit=3000, label="Nhận xét chung về hồ sơ")

    def __init__(self, data=None, *args, rules: RuleSet, sheet: ScoreSheet | None = None, proofs=None, **kwargs):
        self.rules = rules
        self.criteria = list(Criterion.objects.filter(group__rule_set=rules).select_related("group"))
        initial = _initial(sheet) | kwargs.pop("initial", {})
        super().__init__(data, *args, initial=initial, **kwargs)
        comment = self.fields.pop("comment")
        for each in self.criteria:
            self._add(each, proofs)
        self.fields["comment"] = comment

    def _add(self, criterion: Criterion, proofs) -> None:
        key = criterion.pk
        if self.rules.has_scores:
            answer = AmountField(
                required=False, max_value=criterion.maximum, label=criterion.name,
                help_text=f"Từ 0 đến {format_number(criterion.maximum)} điểm.",
            )  # fmt: skip
        else:
            answer = forms.ChoiceField(required=False, choices=MET, widget=forms.RadioSelect, label=criterion.name)
        self.fields[f"answer_{key}"] = answer
        self.fields[f"note_{key}"] = PlainTextField(required=False, limit=500, label="Căn cứ, nhận xét")
        if proofs is not None:
            # One list of choices for all lines: asked of the database once.
            field = ManyField(
                Evidence.objects.none(), required=False, label="Minh chứng", widget=forms.CheckboxSelectMultiple
            )
            field.queryset = Evidence.objects.filter(pk__in=[proof.pk for proof in proofs])
            field.choices = [(proof.pk, str(proof)) for proof in proofs]
            self.fields[f"proofs_{key}"] = field

    def answers(self) -> dict[int, Answer]:
        return {each.pk: self._answer(each.pk) for each in self.criteria}

    def _answer(self, key: int) -> Answer:
        said = self.cleaned_data.get(f"answer_{key}")
        proofs = tuple(proof.pk for proof in self.cleaned_data.get(f"proofs_{key}") or ())
        note = self.cleaned_data.get(f"note_{key}", "")
        if self.rules.has_scores:
            return Answer(points=said, note=note, evidence=proofs)
        return Answer(is_met=_READ[said], note=note, evidence=proofs)

    def lines(self, beside: dict[int, list] | None = None) -> list[tuple]:
        """[(group, its lines)] for the page; `beside` holds by criterion what other columns say."""
        groups: dict = {}
        for each in self.criteria:
            proofs = self[f"proofs_{each.pk}"] if f"proofs_{each.pk}" in self.fields else None
            line = Line(
                each, self[f"answer_{each.pk}"], self[f"note_{each.pk}"], proofs, (beside or {}).get(each.pk, [])
            )
            groups.setdefault(each.group, []).append(line)
        return list(groups.items())


class PaperForm(SheetForm):
    """A sheet that somebody filled in on paper: whose it is, its scan, and its answers."""

    juror = forms.ModelChoiceField(User.objects.none(), label="Phiếu của", empty_label="Chọn người chấm")
    scan = forms.FileField(label="Bản quét hoặc ảnh chụp phiếu có chữ ký")
    abstained_reason = PlainTextField(
        required=False, limit=500, label="Không cho ý kiến vì",
        help_text="Chỉ ghi khi trên phiếu giấy người chấm không cho ý kiến.",
    )  # fmt: skip

    def __init__(self, *args, people, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["juror"].queryset = people

    def clean(self):
        said = super().clean()
        blank = [each for each in self.criteria if said.get(f"answer_{each.pk}") in (None, "")]
        if blank and not said.get("abstained_reason") and not self.errors:
            first = blank[0]
            self.add_error(f"answer_{first.pk}", "Trên giấy bỏ trống thì hỏi lại người chấm; 0 là một điểm.")
        return said


class CorrectionForm(SheetForm):
    """Scores put right, with the reason."""

    reason = PlainTextField(limit=1000, label="Lý do sửa")

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for name in [name for name in self.fields if name == "comment" or name.startswith("note_")]:
            del self.fields[name]

    def lines(self, beside=None):
        groups: dict = {}
        for each in self.criteria:
            groups.setdefault(each.group, []).append(Line(each, self[f"answer_{each.pk}"], None, None, []))
        return list(groups.items())


def _initial(sheet: ScoreSheet | None) -> dict:
    if sheet is None or sheet.pk is None:
        return {}
    said: dict = {"comment": sheet.comment}
    for score in sheet.scores.prefetch_related("evidence"):
        key = score.criterion_id
        said[f"answer_{key}"] = _SAID[score.is_met] if score.is_met is not None else _plain(score.points)
        said[f"note_{key}"] = score.note
        said[f"proofs_{key}"] = [proof.pk for proof in score.evidence.all()]
    return said


def _plain(points: Decimal | None):
    return points.normalize() if points is not None else None
