"""Reads of public directives."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count, Q, QuerySet

from kheo.core.vietnamese import sort_key
from kheo.movement.lifecycle.exemplar import PUBLIC
from kheo.movement.models import Directive, Exemplar

PAGE = 30

FILTERS: dict[str, Callable[[QuerySet, Any, date], QuerySet]] = {
    "q": lambda rows, text, on: rows.matching(text),
    "loai": lambda rows, kind, on: rows.filter(kind=kind),
    "co_quan": lambda rows, issuer, on: rows.filter(issuer=issuer),
    "nam": lambda rows, year, on: rows.filter(issued_on__year=year),
    "hieu_luc": lambda rows, value, on: rows.in_force(on=on) if value == "con" else rows.exclude(
        pk__in=Directive.objects.in_force(on=on)
    ),
}  # fmt: skip


def directives(chosen: dict[str, Any] | None = None, *, on: date) -> QuerySet:
    """Public directives that pass every chosen filter, the latest first."""
    rows = Directive.objects.public().select_related("replaced_by").annotate(file_count=Count("files"))
    for name in FILTERS.keys() & (chosen or {}).keys():
        rows = FILTERS[name](rows, chosen[name], on)
    return rows.order_by("-issued_on", "number", "pk")


def values_of(field: str) -> list[str]:
    """What public directives hold in a field, in the order of the Vietnamese alphabet."""
    found = Directive.objects.public().order_by().values_list(field, flat=True).distinct()
    return sorted(filter(None, found), key=sort_key)


def years() -> list[int]:
    return [day.year for day in Directive.objects.public().exclude(issued_on=None).dates("issued_on", "year", "DESC")]


@dataclass(frozen=True)
class Told:
    """A public directive with what stands around it."""

    directive: Directive
    in_force: bool
    files: list
    replaced_by: Directive | None
    replaces: list[Directive]
    targets: list
    exemplar_count: int


def told(directive: Directive, *, on: date) -> Told:
    """All that its public page shows. A directive that replaces it and is internal is not named."""
    after = directive.replaced_by
    return Told(
        directive=directive,
        in_force=directive.is_in_force(on=on),
        files=list(directive.files.all()),
        replaced_by=after if after and after.is_public else None,
        replaces=list(directive.replaces.public()),
        targets=list(directive.targets.all()),
        exemplar_count=Exemplar.objects.public().filter(Q(stage__in=PUBLIC), directives=directive).count(),
    )
