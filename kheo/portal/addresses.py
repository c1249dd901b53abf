"""Where the rows that this room shows are read: the address of an exemplar, a directive, a commune."""

import re

from django.urls import reverse

from kheo.core.vietnamese import slug
from kheo.movement.models import Directive, Exemplar
from kheo.units.models import Unit

LONGEST = 80
NUMBERED = re.compile(r"/\?p=\d{1,9}")  # how WordPress names an article that has no other address


def exemplar_url(exemplar: Exemplar) -> str:
    """Readable, and sure by its number."""
    return reverse("portal:exemplar", args=[slug(exemplar.name, limit=LONGEST) or "mo-hinh", exemplar.pk])


def directive_url(row: Directive) -> str:
    return reverse("portal:directive", args=[slug(f"{row} {row.title}", limit=LONGEST) or "van-ban", row.pk])


def place_url(unit: Unit) -> str:
    return reverse("portal:place", args=[unit.code or unit.pk])
