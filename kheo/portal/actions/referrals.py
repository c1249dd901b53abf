"""Where to turn with what is not ours: written down by whoever answers letters for the whole tree."""

from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction

from kheo.accounts.models import covers_whole_tree
from kheo.accounts.permissions import WORDS, Permission
from kheo.audit.models import record
from kheo.movement.lifecycle.move import NotYet
from kheo.portal.models import Referral


@transaction.atomic
def put(referral: Referral, *, name: str, text: str, by) -> Referral:
    """Add one, or write over one; a sample that was written over is a sample no more. Raises `NotYet`."""
    if not covers_whole_tree(by, Permission.FEEDBACK_ANSWER):
        raise PermissionDenied(f"Đồng chí chưa được giao quyền “{WORDS[Permission.FEEDBACK_ANSWER]}” cho cả hệ thống.")
    verb = f"referral.{'change' if referral.pk else 'add'}"
    if referral.pk:
        referral = Referral.objects.select_for_update(of=("self",)).get(pk=referral.pk)
    changes = {
        field: [getattr(referral, field), value]
        for field, value in (("name", name), ("text", text))
        if getattr(referral, field) != value
    }
    referral.name, referral.text, referral.is_sample = name, text, False
    try:
        with transaction.atomic():
            referral.save()
    except IntegrityError:
        raise NotYet("Đã có một mục mang tên này.") from None
    if changes:
        record(verb, referral, by=by, **changes)
    return referral
