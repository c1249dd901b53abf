"""Which models of a unit may be carried into a round: at work, of an earlier year, not yet answered for."""

from django.db.models import Exists, Max, OuterRef, Q, QuerySet
from django.utils import timezone

from kheo.accounts.access import units_where
from kheo.accounts.permissions import Permission
from kheo.movement.lifecycle.exemplar import ALIVE, ENDED
from kheo.movement.lifecycle.registration import OPEN, REGISTERED
from kheo.movement.models import Exemplar, Registration, Round
from kheo.units.models import Unit

MOST = 200  # rows on one screen; a commune has 50 to 150 a year


def renewable(user, round_: Round, unit: Unit) -> QuerySet:
    """Models of `unit` and all below it by line, with the year they were last listed in as `last_year`."""
    mine = Registration.objects.filter(exemplar=OuterRef("pk"))
    return (
        Exemplar.objects.visible_to(user)
        .filter(units_where(user, Permission.EXEMPLAR_WRITE), unit__path__startswith=unit.path)
        .filter(Exists(mine.filter(stage__in=REGISTERED, round__year__lt=round_.year)) | _never_registered(mine))
        .exclude(stage__in=ENDED)
        .exclude(Exists(mine.filter(round=round_, stage__in=(*OPEN, *REGISTERED))))
        .annotate(last_year=Max("registrations__round__year"))
        .select_related("unit")
        .order_by("unit__sort", "sort", "pk")[:MOST]
    )


def _never_registered(mine: QuerySet) -> Q:
    """At work, yet in no round so far: what came in with a list of results."""
    return Q(~Exists(mine), stage__in=ALIVE)


def rounds_open(user, *, on=None) -> QuerySet:
    """Rounds around `user` that take registrations on a day: the highest launcher's newest first."""
    on = on or timezone.localdate()
    return Round.objects.around(user).filter(opens_on__lte=on, closes_on__gte=on)


def units_to_write_for(user) -> QuerySet:
    """Living units for which `user` may write."""
    living = Unit.objects.living(on=timezone.localdate())
    return living.filter(units_where(user, Permission.EXEMPLAR_WRITE, "")).by_name()
