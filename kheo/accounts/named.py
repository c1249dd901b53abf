"""The person whom somebody at the server names on a command line."""

from django.core.management.base import CommandError

from kheo.accounts.models import User


def person_named(name: str | None) -> User | None:
    """Who signs in by this name; None where none is given. Raises `CommandError` where nobody does."""
    if not name:
        return None
    found = User.objects.filter(username=name, is_active=True).first()
    if found is None:
        raise CommandError(f"Không có người dùng nào tên đăng nhập “{name}”.")
    return found
