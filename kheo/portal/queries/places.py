"""Xã tôi: a commune by its code, with its news, models, and people to ask."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from kheo.core.pages import key_in
from kheo.portal.queries import library, news
from kheo.units.finding import Found, find
from kheo.units.life import LifeEvent, life_of
from kheo.units.models import Level, Unit

NEWEST = 10


@dataclass(frozen=True)
class Place:
    """What is told of a commune to those who live there."""

    unit: Unit
    articles: list
    exemplars: list
    exemplar_count: int
    life: list[LifeEvent]


def place_at(code: str, *, on: date) -> Unit | None:
    """The living commune with this code (or, without code, this number)."""
    living = Unit.objects.living(on=on).filter(level=Level.COMMUNE)
    return living.filter(code=code).first() or (living.filter(pk=key).first() if (key := key_in(code)) else None)


def places_named(text: str, *, on: date) -> list[Found]:
    """Communes that a name of today or a former one leads to."""
    communes = Unit.objects.filter(Q(level__in=(Level.COMMUNE, Level.DISTRICT, Level.BASE)))
    return [each for each in find(text, on, within=communes) if each.unit.level == Level.COMMUNE]


def place(unit: Unit, *, on: date) -> Place:
    """A commune with its newest news and its published exemplars."""
    models = library.library({}, [unit])
    return Place(
        unit=unit,
        articles=list(news.at_places(Q(place__path__startswith=unit.path), NEWEST)),
        exemplars=list(models[:NEWEST]),
        exemplar_count=models.count(),
        life=life_of(unit),
    )
