"""Số, ký hiệu as it is cited: "05-TTr/ĐU", "05/TTr-UBND"."""

from datetime import date

from kheo.documents.layouts import layout_for
from kheo.documents.paper import Paper
from kheo.documents.typesetting.heads import number_line


def full_number(paper: Paper, number: str, on: date) -> str:
    """The number with the codes of type and body, as the rule set of the day joins them, without the word "Số"."""
    line = number_line(layout_for(paper.form, on), paper.kind, paper.symbol, number)
    return " ".join(line.removeprefix("Số").removeprefix(":").split())
