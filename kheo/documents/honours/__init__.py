"""The honours day from one list: order of award, invitations, running script, name signs, slides, booklet."""

from kheo.documents.honours.ceremony import Ceremony, Guest, Honoured, Step
from kheo.documents.honours.papers import invitations, order_of_award, running_script
from kheo.documents.honours.prints import to_booklet, to_name_signs, to_slides

__all__ = [
    "Ceremony",
    "Guest",
    "Honoured",
    "Step",
    "invitations",
    "order_of_award",
    "running_script",
    "to_booklet",
    "to_name_signs",
    "to_slides",
]
