"""Forms of hiệp y: whom to ask about which files until when, and one body's answer."""

from django import forms

from kheo.appraisal.actions.consultations import Body
from kheo.appraisal.forms.nominations import TickedForm
from kheo.appraisal.models import ConsultedBody, Opinion
from kheo.core.forms import DayField, HouseForm, PlainTextField
from kheo.movement.forms.filters import UnitField
from kheo.units.models import Unit

MOST_BODIES = 60


class ConsultForm(TickedForm):
    """`hs` are the files; units answer in the app, names on paper."""

    name = PlainTextField(300, label="Nội dung hiệp y")
    due_on = DayField(label="Trả lời trước ngày")
    units = PlainTextField(
        label="Đơn vị trả lời trên hệ thống", required=False, lines=True,
        help_text="Mỗi dòng một đơn vị có tài khoản, gõ tên đầy đủ, không cần dấu.",
    )  # fmt: skip
    names = PlainTextField(
        label="Cơ quan trả lời bằng văn bản", required=False, lines=True,
        help_text="Mỗi dòng một cơ quan; ý kiến do chuyên viên nhập lại kèm số văn bản.",
    )  # fmt: skip

    def clean_units(self) -> list[Unit]:
        finder = UnitField()
        finder.units = Unit.objects.all()
        found = [finder.clean(line) for line in self.cleaned_data["units"].splitlines() if line.strip()]
        return list(dict.fromkeys(found))

    def clean_names(self) -> list[str]:
        return [" ".join(line.split())[:300] for line in self.cleaned_data["names"].splitlines() if line.strip()]

    def clean(self):
        cleaned = super().clean()
        if not self.errors and not cleaned["units"] and not cleaned["names"]:
            self.add_error("units", "Hãy ghi ít nhất một đơn vị hoặc cơ quan được hỏi.")
        return cleaned

    @property
    def facts(self) -> dict:
        bodies = [Body(unit.title, unit) for unit in self.cleaned_data["units"]]
        bodies += [Body(name) for name in self.cleaned_data["names"]]
        return {
            "name": self.cleaned_data["name"],
            "due_on": self.cleaned_data["due_on"],
            "bodies": bodies[:MOST_BODIES],
        }


class OpinionForm(HouseForm):
    """What one body says to one file."""

    opinion = forms.ChoiceField(label="Ý kiến", choices=Opinion.choices, widget=forms.RadioSelect)
    note = PlainTextField(label="Nội dung", required=False, help_text="Bắt buộc khi không nhất trí hoặc có ý kiến.")


class PaperForm(HouseForm):
    paper_no = PlainTextField(60, label="Số văn bản trả lời")


def opinion_forms(body: ConsultedBody, files, data=None) -> list[tuple]:
    """(file, its form) in the order of the list, with what was answered before."""
    kept = {answer.nomination_id: answer for answer in body.answers.all()}
    found = []
    for file in files:
        before = kept.get(file.pk)
        initial = {"opinion": before.opinion, "note": before.note} if before else {"opinion": Opinion.AGREE}
        found.append((file, OpinionForm(data, prefix=f"hs{file.pk}", initial=initial)))
    return found
