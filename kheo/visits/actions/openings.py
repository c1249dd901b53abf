"""What an older counter stood at is put beside what we count, by somebody, and leaves an event."""

from datetime import date

from django.core.exceptions import PermissionDenied
from django.db import transaction

from kheo.accounts.access import can_anywhere
from kheo.accounts.permissions import WORDS, Permission
from kheo.audit.models import record
from kheo.visits.countable import KEY
from kheo.visits.models import LARGEST_OPENING, Opening


@transaction.atomic
def open_balance(key: str, amount: int, *, label: str, on: date, by) -> Opening:
    """Put the opening balance of a page's key or of "site"; a second call for the key changes it, the same leaves no event.

    `amount` in views, `label` says where from, `on` is the day up to which the older counter counted. `by` is None for an
    import from the server's console. Raises ValueError for a key or an amount that cannot be.
    """
    if by is not None and not can_anywhere(by, Permission.VISITS_CHANGE):
        raise PermissionDenied(f"Đồng chí chưa được giao quyền “{WORDS[Permission.VISITS_CHANGE]}”.")
    if key != Opening.SITE and not KEY.fullmatch(key):
        raise ValueError(f"Not a key of the counter: {key!r}")
    if not 0 <= amount <= LARGEST_OPENING:
        raise ValueError(f"Not a number of views: {amount}")
    facts = {"amount": amount, "label": label, "on": on}
    opening, is_new = Opening.objects.select_for_update().get_or_create(key=key, defaults=facts)
    if is_new:
        record("opening.add", opening, by=by, **facts)
        return opening
    changes = {
        name: [getattr(opening, name), value] for name, value in facts.items() if getattr(opening, name) != value
    }
    if changes:
        for name, (_, value) in changes.items():
            setattr(opening, name, value)
        opening.save()
        record("opening.change", opening, by=by, **changes)
    return opening
