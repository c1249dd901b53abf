"""What the public reads of files under comment: the subset that the public page of the exemplar shows, no more."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Count

from kheo.appraisal.models import Nomination
from kheo.core.parts import Goal


@dataclass(frozen=True)
class ShownLine:
    """One file of the public list. `ends`: the last day on which comments are taken."""

    file: Nomination
    ends: date


@dataclass(frozen=True)
class ShownFile:
    goals: list[Goal]
    parts: list[tuple[str, str]]
    ends: date


def shown(*, on: date):
    """Files that everybody may see now. Nothing internal is joined: no holds, no marks, no people."""
    rows = Nomination.objects.shown(on=on).select_related(
        "exemplar__unit", "exemplar__place", "unit", "round", "rule_set"
    )
    return rows.order_by("published_on", "exemplar__sort", "pk")


def lines(files) -> list[ShownLine]:
    return [ShownLine(file, file.comment_ends) for file in files]


def page_of_file(file: Nomination) -> ShownFile:
    exemplar = file.exemplar
    goals = [
        Goal(
            each.name, each.measure, each.target, each.actual, each.baseline, is_main=each.is_main,
            has_evidence=each.proofs > 0, on=each.actual_on,
        )
        for each in exemplar.outcomes.annotate(proofs=Count("evidence"))
    ]  # fmt: skip
    told = {"Cách làm": exemplar.method, "Kết quả để lại": exemplar.products}
    return ShownFile(goals, [(label, text) for label, text in told.items() if text.strip()], file.comment_ends)
