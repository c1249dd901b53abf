"""What views read and say in the same way: the reason of a move, and what was taken out of a text."""

from django.contrib import messages

from kheo.core.forms import HouseForm, PlainTextField
from kheo.movement.lifecycle.move import NotYet


class ReasonForm(HouseForm):
    """The words that come with a move."""

    note = PlainTextField(required=False, label="Lý do")


def reason_of(request) -> str:
    """The reason sent with a move, fit to be stored. Raises `NotYet` when it is too long."""
    form = ReasonForm(request.POST)
    if not form.is_valid():
        raise NotYet(f"Lý do: {' '.join(form.errors['note'])}")
    tell_cleaned(request, form)
    return form.cleaned_data["note"]


def tell_cleaned(request, *forms) -> None:
    """Say, after the form has gone, which texts had characters in them that cannot be stored."""
    for form in forms:
        for name, words in form.cleaned_notes.items():
            messages.info(request, f"{form.fields[name].label}: {words}")
