"""*Đăng ký tiếp* as a form: one answer, and where it stopped one reason, for each model of last year."""

from django import forms

from kheo.core.forms import HouseForm, PlainTextField
from kheo.movement.actions.renewals import ANSWERS, Answer
from kheo.movement.models import Exemplar, Nature


class RenewalForm(HouseForm):
    """Rows are the models; `may_end` holds the units in which this person may complete or stop one."""

    def __init__(self, *args, rows: list[Exemplar], may_end, all_continue=False, **kwargs):
        self.rows = rows
        super().__init__(*args, **kwargs)
        for row in rows:
            choices = [(key, word) for key, word in ANSWERS.items() if _fits(key, row, may_end(row))]
            self.fields[f"answer-{row.pk}"] = forms.ChoiceField(
                choices=choices, required=False, widget=forms.RadioSelect, label=row.name,
                initial="continue" if all_continue else None,
            )  # fmt: skip
            self.fields[f"reason-{row.pk}"] = PlainTextField(500, required=False, label="Lý do, nếu đã ngừng")

    def lines(self):
        """(model, its answer field, its reason field), in the order of the list."""
        return [(row, self[f"answer-{row.pk}"], self[f"reason-{row.pk}"]) for row in self.rows]

    def clean(self):
        cleaned = super().clean()
        for row in self.rows:
            if cleaned.get(f"answer-{row.pk}") == "stop" and not cleaned.get(f"reason-{row.pk}"):
                self.add_error(f"reason-{row.pk}", f"Hãy ghi vì sao “{row}” đã ngừng.")
        if not self.errors and not any(cleaned.get(f"answer-{row.pk}") for row in self.rows):
            self.add_error(None, "Chưa đánh dấu mô hình nào.")
        return cleaned

    def answers(self) -> list[Answer]:
        """What was answered; a row left open stays as it is."""
        said = self.cleaned_data
        return [
            Answer(row, said[f"answer-{row.pk}"], said[f"reason-{row.pk}"])
            for row in self.rows
            if said[f"answer-{row.pk}"]
        ]


def _fits(answer: str, row: Exemplar, may_end: bool) -> bool:
    if answer == "continue":
        return True
    # "Hoàn thành" ends a thing that is done once; a lasting one stops or goes on.
    return may_end and (answer == "stop" or (row.nature == Nature.ONE_OFF and row.stage == "running"))
