"""Certificates issued: once for each recognition or commendation, signed, recorded."""

from collections.abc import Iterable

from django.db import transaction

from kheo.accounts.access import can, require
from kheo.accounts.permissions import Permission
from kheo.appraisal import seals
from kheo.appraisal.models import Certificate
from kheo.appraisal.models.certificate import Thing, holder_of
from kheo.audit.models import record
from kheo.movement.models import Exemplar, Recognition


@transaction.atomic
def issue(thing: Thing, *, by) -> Certificate:
    """Issue the certificate of an older recognition or commendation by hand; the one that is there, where there is."""
    unit = thing.unit or thing.exemplar.unit
    if not can(by, Permission.CERTIFICATE_PRINT, thing.exemplar.unit):
        require(by, Permission.CERTIFICATE_PRINT, unit)
    return write(thing, by=by)


@transaction.atomic
def issue_all(things: Iterable[Thing], *, by) -> list[Certificate]:
    """Issue those of a list that were not, all or none; in one order, so that two who print wait for each other."""
    return [issue(thing, by=by) for thing in sorted(things, key=lambda thing: thing.exemplar_id)]


@transaction.atomic
def write(thing: Thing, *, by) -> Certificate:
    """The same where it follows from another act of `by`, whose own permission was asked for there."""
    # Two at once: the second waits here and finds what the first wrote.
    Exemplar.objects.select_for_update(of=("self",), no_key=True).get(pk=thing.exemplar_id)
    of = {"recognition" if isinstance(thing, Recognition) else "commendation": thing}
    if kept := Certificate.objects.filter(**of).first():
        return kept
    made = Certificate(holder=holder_of(thing), short=seals.new_short(), issued_by=by, **of)
    made.code, made.key_name = seals.sign(made.claim)
    made.save()
    record("certificate.issue", made, by=by, key_name=made.key_name, thing=str(thing._meta.verbose_name), of=thing.pk)
    return made
