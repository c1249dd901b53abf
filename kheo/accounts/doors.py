"""A door for pages without an object in their address: open to whoever holds the permission somewhere."""

from collections.abc import Callable
from functools import wraps

from django.core.exceptions import PermissionDenied

from kheo.accounts.access import can_anywhere
from kheo.accounts.permissions import WORDS, Permission


def for_holders(permission: Permission) -> Callable:
    """Decorate a view: 403 with a sentence unless the person holds `permission` in some unit."""

    def decorate(view: Callable) -> Callable:
        @wraps(view)
        def guarded(request, *args, **kwargs):
            if not can_anywhere(request.user, permission):
                raise PermissionDenied(f"Đồng chí chưa được giao quyền “{WORDS[permission]}”.")
            return view(request, *args, **kwargs)

        return guarded

    return decorate
