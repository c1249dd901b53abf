"""The account of a person: locked, opened, its name and phone put right."""

from django.db import IntegrityError, transaction
from django.utils import timezone

from kheo.accounts.actions.care import (
    Refused,
    keep_an_administrator,
    lock_administrators,
    require_care,
    require_oneself,
)
from kheo.accounts.models import Invitation, User
from kheo.accounts.roles import Role
from kheo.audit.models import record


@transaction.atomic
def disable(person: User, *, by, note: str) -> User:
    """Lock the account: its sessions end with their next request, and its open links are void."""
    lock_administrators()
    person = User.objects.select_for_update().get(pk=person.pk)
    require_care(by, person)
    if not note.strip():
        raise Refused("Cần ghi lý do khóa tài khoản.")
    if not person.is_active:
        raise Refused(f"Tài khoản của {person} đã khóa từ trước.")
    person.is_active = False
    person.save(update_fields=["is_active"])
    void_links(person)
    record("person.disable", person, by=by, note=note.strip())
    keep_an_administrator(taken=person.memberships.filter(role=Role.ADMINISTRATOR).exists())
    return person


@transaction.atomic
def enable(person: User, *, by) -> User:
    """Open a locked account again; its memberships are what they were."""
    person = User.objects.select_for_update().get(pk=person.pk)
    require_care(by, person)
    if person.is_active:
        raise Refused(f"Tài khoản của {person} đang mở.")
    person.is_active = True
    person.save(update_fields=["is_active"])
    record("person.enable", person, by=by)
    return person


@transaction.atomic
def put_right(person: User, *, by, full_name: str, phone: str) -> User:
    """Correct the name and phone of an account: by its owner, or by whoever looks after it."""
    person = User.objects.select_for_update().get(pk=person.pk)
    if by.pk != person.pk:
        require_care(by, person)
    facts = {"full_name": full_name.strip(), "phone": phone or None}
    changed = {name: value for name, value in facts.items() if getattr(person, name) != value}
    if not changed:
        return person
    for name, value in changed.items():
        setattr(person, name, value)
    try:
        with transaction.atomic():
            person.save()
    except IntegrityError:
        raise Refused("Số điện thoại này đã có tài khoản khác dùng.") from None
    record("person.put_right", person, by=by, personal={name: value or "" for name, value in changed.items()})
    return person


@transaction.atomic
def set_mail(person: User, *, by, email: str) -> User:
    """Say where one's own mail goes, or (empty) that none is wanted. Nobody says it for another."""
    require_oneself(by, person)
    person = User.objects.select_for_update().get(pk=person.pk)
    if person.email != email:
        person.email = email
        person.save(update_fields=["email"])
        record("person.set_mail", person, by=by, personal={"email": email}, has_mail=bool(email))
    return person


def void_links(person: User) -> int:
    """Make every open link of a person useless; returns how many there were."""
    return Invitation.objects.filter(user=person).open().update(expires_at=timezone.now())
