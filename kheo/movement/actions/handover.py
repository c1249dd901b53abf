"""What of the movement passes to a successor: models in charge of, registrations being written.

Whether the work may be handed over at all is asked by `kheo.accounts.actions.handover`; here it only moves.
"""

from datetime import timedelta

from django.utils import timezone

from kheo.accounts.handover import Carrier, Item
from kheo.audit.models import record
from kheo.movement.lifecycle.exemplar import ENDED
from kheo.movement.lifecycle.registration import WITH_UNIT
from kheo.movement.models import Charge, Registration


def _charges(person, unit):
    """Models that still go on and of which `person` is in charge, in `unit` and below."""
    found = Charge.objects.filter(user=person, until=None, exemplar__unit__path__startswith=unit.path)
    return found.exclude(exemplar__stage__in=ENDED).select_related("exemplar").order_by("exemplar__sort", "pk")


def charge_items(person, unit) -> list[Item]:
    return [Item(str(charge.exemplar), charge.exemplar.get_absolute_url()) for charge in _charges(person, unit)]


def carry_charges(person, *, to, unit, by) -> int:
    """The successor is in charge from today; the former's last day was yesterday (or the day it began)."""
    today, moved = timezone.localdate(), 0
    for charge in _charges(person, unit):
        charge.until = max(charge.since, today - timedelta(days=1))
        charge.save(update_fields=["until"])
        if not charge.exemplar.charges.filter(user=to, until=None).exists():
            Charge.objects.create(exemplar=charge.exemplar, user=to, name=to.full_name, since=today)
        record(
            "exemplar.hand_over", charge.exemplar, by=by, user=person.pk, to=to.pk, personal={"name": to.full_name}
        )  # fmt: skip
        moved += 1
    return moved


def _registrations(person, unit):
    found = Registration.objects.filter(entered_by=person, stage__in=WITH_UNIT)
    return found.filter(exemplar__unit__path__startswith=unit.path).select_related("exemplar", "round").order_by("pk")


def registration_items(person, unit) -> list[Item]:
    return [Item(str(one), one.get_absolute_url()) for one in _registrations(person, unit)]


def carry_registrations(person, *, to, unit, by) -> int:
    """What is still being written at the unit stands on the successor's desk; what was sent keeps who typed it in."""
    moved = list(_registrations(person, unit).select_for_update(of=("self",)))
    for registration in moved:
        registration.entered_by = to
        registration.save(update_fields=["entered_by"])
        record("registration.hand_over", registration, by=by, user=person.pk, to=to.pk)
    return len(moved)


CARRIERS = (
    Carrier("charges", "Mô hình đang phụ trách", charge_items, carry_charges),
    Carrier("registrations", "Đăng ký đang soạn hoặc cần bổ sung", registration_items, carry_registrations),
)
