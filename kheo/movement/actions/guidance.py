"""The guidance thread between a unit and the focal body."""

from django.db import transaction

from kheo.accounts.permissions import Permission
from kheo.audit.models import record
from kheo.movement.actions.holding import hold
from kheo.movement.actions.telling import tell_said
from kheo.movement.lifecycle.move import NotYet
from kheo.movement.models import Exemplar, Guidance


@transaction.atomic
def say(exemplar: Exemplar, text: str, *, by) -> Guidance:
    """Add one message. Raises `NotYet` when there is nothing in it."""
    exemplar = hold(exemplar, by=by, needs=Permission.GUIDANCE_WRITE)
    if not text.strip():
        raise NotYet("Hãy viết nội dung trao đổi.")
    message = Guidance.objects.create(exemplar=exemplar, by=by, text=text.strip())
    record("guidance.say", exemplar, by=by, message=message.pk)
    tell_said(message, by=by)
    return message
