"""Papers of a unit's own side, drawn at once as Word or PDF and kept nowhere: the registration form."""

from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_GET

from kheo.accounts.permissions import Permission
from kheo.accounts.roles import GRANTS
from kheo.documents.handing import at_once
from kheo.movement.models import Exemplar, Registration
from kheo.movement.queries import papers
from kheo.movement.views.files import NOBODY_S


@require_GET
def exemplar_form(request, pk, variant):
    """The registration form of a model, filled from its file, for the latest round it is registered in."""
    found = Exemplar.objects.visible_to(request.user).select_related("unit__place", "place")
    exemplar = get_object_or_404(found, pk=pk)
    return at_once(request, papers.registration_paper(exemplar), variant, unit=exemplar.unit, back=exemplar)


@require_GET
def registration_form(request, pk, variant):
    """The same for the round of one registration."""
    found = Registration.objects.visible_to(request.user).select_related(
        "round", "exemplar__unit__place", "exemplar__place"
    )
    registration = get_object_or_404(found, pk=pk)
    exemplar = registration.exemplar
    paper = papers.registration_paper(exemplar, registration.round)
    return at_once(request, paper, variant, unit=exemplar.unit, back=registration)


@require_GET
def registration_blank(request, variant):
    """The form to be filled in by hand, headed as the unit of whoever asks."""
    unit = _writes_for(request.user)
    paper = papers.blank_registration_paper(unit, request.user)
    return at_once(request, paper, variant, unit=unit, back="movement:registration_new")


def _writes_for(user):
    units = [held.unit for held in user.held if Permission.EXEMPLAR_WRITE in GRANTS[held.role]]
    if not units:
        raise PermissionDenied(NOBODY_S)
    return units[0]
