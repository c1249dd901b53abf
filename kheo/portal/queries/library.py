"""What the public library reads from below: published exemplars, and of each only what may be shown to everyone."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django.db.models import Count, Exists, F, OuterRef, Q, QuerySet, Subquery, Sum, Window
from django.db.models.functions import RowNumber

from kheo.core.vietnamese import format_number, slug
from kheo.movement.lifecycle.exemplar import ALIVE
from kheo.movement.models import Evidence, Exemplar, Field, Recognition, Resource, Verdict, Verification
from kheo.units.finding import Found, find
from kheo.units.models import Unit

PAGE = 24


@dataclass(frozen=True)
class Card:
    """One exemplar in a list (components/model.html)."""

    title: str
    url: str
    key: str
    field: str
    facts: str
    place: str
    alive: str


def published() -> QuerySet:
    """Published exemplars with what a card shows. Nothing internal is joined: no tags, no people, no notes."""
    latest = Verification.objects.filter(exemplar=OuterRef("pk")).order_by("-on", "-pk")
    copies = (
        Exemplar.objects.public()
        .filter(copied_from=OuterRef("pk"))
        .order_by()
        .values("copied_from")
        .annotate(n=Count("pk"))
    )
    return (
        Exemplar.objects.public()
        .select_related("unit", "place")
        .annotate(
            verdict=Subquery(latest.values("verdict")[:1]),
            verified_on=Subquery(latest.values("on")[:1]),
            copy_count=Subquery(copies.values("n")),
        )
    )


def places_named(text: str, *, on: date) -> list[Found]:
    """Units living on a day that a name leads to, by old names too ("Triệu Ái" leads to xã Ái Tử and says why)."""
    return find(text, on)


def at(units: list[Unit]) -> Q:
    """Done by units at these places or below, or standing there."""
    where = Q(pk__in=[])
    for unit in units:
        where |= Q(unit__path__startswith=unit.path) | Q(place__path__startswith=unit.path)
        where |= Q(unit__place__path__startswith=unit.path)
    return where


def _alive(rows: QuerySet, value: str) -> QuerySet:
    return rows.filter(verdict=Verdict.EFFECTIVE) if value == "hieu_qua" else rows


def _recognised(rows: QuerySet, level: str) -> QuerySet:
    facts = Recognition.objects.filter(exemplar=OuterRef("pk"), annulled_on=None, level=level)
    return rows.filter(Exists(facts))


FILTERS: dict[str, Callable[[QuerySet, Any], QuerySet]] = {
    "q": lambda rows, text: rows.matching_publicly(text),
    "linh_vuc": lambda rows, field: rows.filter(field=field),
    "loai": lambda rows, kind: rows.filter(kind=kind),
    "chu_de": lambda rows, theme: rows.filter(themes=theme),
    "con": _alive,
    "cong_nhan": _recognised,
}


def library(chosen: dict[str, Any], places: list[Unit] | None = None) -> QuerySet:
    """The published exemplars that pass every chosen filter; those last confirmed to work come first."""
    rows = published()
    for name in FILTERS.keys() & chosen.keys():
        rows = FILTERS[name](rows, chosen[name])
    if places is not None:
        rows = rows.filter(at(places))
    return rows.order_by("-verified_on" if chosen.get("con") else "-published_at", "-pk")


def few_alive(limit: int) -> list[Exemplar]:
    """Of those confirmed to work the last confirmed of each field, then the next of each: a few from everywhere."""
    nth = Window(RowNumber(), partition_by="field", order_by=[F("verified_on").desc(), F("pk").desc()])
    rows = library({"con": "hieu_qua"}).annotate(nth=nth).filter(nth__lte=limit)
    order = {field: number for number, field in enumerate(Field.values)}
    return sorted(rows, key=lambda row: (row.nth, order.get(row.field, len(order))))[:limit]


def address(exemplar: Exemplar) -> str:
    """The last part of the page's address: readable, and sure by its number."""
    return slug(exemplar.name, limit=80) or "mo-hinh"


def card(exemplar: Exemplar, url: str) -> Card:
    return Card(
        exemplar.name, url, exemplar.field, exemplar.get_field_display() if exemplar.field else "",
        facts_line(exemplar), place_line(exemplar), alive_line(exemplar),
    )  # fmt: skip


def cards(rows, url_of: Callable[[Exemplar], str]) -> list[Card]:
    """Rows as cards; `url_of` says where an exemplar is read."""
    return [card(row, url_of(row)) for row in rows]


def living_line(on: date) -> tuple[int, int, int] | None:
    """Of the public models recognised last year: how many are known to work still, of how many, and the year."""
    year = on.year - 1
    recognised = published().recognised(year=year)
    total = recognised.count()
    return (recognised.filter(verdict=Verdict.EFFECTIVE).count(), total, year) if total else None


def facts_line(exemplar: Exemplar) -> str:
    """ "56 hộ · 212 người hưởng lợi · 3 nơi đang áp dụng"; what is not known is not said."""
    told = (
        (exemplar.households, "hộ tham gia"),
        (exemplar.beneficiaries, "người hưởng lợi"),
        (getattr(exemplar, "copy_count", None), "nơi áp dụng"),
    )
    return " · ".join(f"{format_number(number)} {noun}" for number, noun in told if number)


def place_line(exemplar: Exemplar) -> str:
    place = exemplar.place or exemplar.unit
    return ", ".join(filter(None, [exemplar.place_detail, place.name if exemplar.place_detail else place.title]))


def alive_line(exemplar: Exemplar) -> str:
    """Only the good answer is shown on a card; the page tells each answer with its date."""
    if exemplar.verdict != Verdict.EFFECTIVE:
        return ""
    return f"{Verdict.EFFECTIVE.label}, xác nhận {exemplar.verified_on:%m/%Y}".replace(" 0", " ")


@dataclass(frozen=True)
class Told:
    """A published exemplar as everyone may read it."""

    exemplar: Exemplar
    outcomes: list
    resources: list[tuple[str, Decimal]]
    forces: list
    recognitions: list[Recognition]
    verification: Verification | None
    photos: list[Evidence]
    living_copies: list[Exemplar]
    former_copies: list[Exemplar]
    index: bool


def told(exemplar: Exemplar) -> Told:
    """All that its public page shows. Donors, people in charge, notes and threads stay inside."""
    given = (
        exemplar.contributions.exclude(kind=Resource.IN_KIND)
        .values_list("kind")
        .annotate(Sum("amount"))
        .order_by("kind")
    )
    copies = list(Exemplar.objects.public().filter(copied_from=exemplar).select_related("unit", "place").by_name())
    return Told(
        exemplar=exemplar,
        outcomes=list(exemplar.outcomes.annotate(proofs=Count("evidence"))),
        resources=[(Resource(kind), amount) for kind, amount in given],
        # A force that is a body of the tree is shown; one typed by name might be a person.
        forces=list(exemplar.participants.filter(unit__isnull=False).select_related("unit")),
        recognitions=list(exemplar.recognitions.filter(annulled_on=None)),
        verification=exemplar.verifications.first(),
        photos=list(exemplar.evidence.public()),
        living_copies=[each for each in copies if each.stage in ALIVE],
        former_copies=[each for each in copies if each.stage not in ALIVE],
        index=_may_be_indexed(exemplar),
    )


def _may_be_indexed(exemplar: Exemplar) -> bool:
    """A page that honours a person stays out of search engines until that person's consent covers the name."""
    if exemplar.bearer != "person":
        return True
    return exemplar.consents.filter(withdrawn_on=None, covers_name=True, covers_story=True).exists()


# What the public page tells of the file, in the words a reader understands.
STORY = (
    ("situation", "Trước đó"),
    ("goal", "Muốn đạt được gì"),
    ("method", "Cách làm"),
    ("audience", "Ở đâu, cho ai"),
    ("products", "Kết quả để lại"),
    ("sustain", "Giữ được và nhân rộng thế nào"),
)
