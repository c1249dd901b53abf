"""The first administrator of a new house: the one role that nobody is there yet to give."""

from django.contrib.auth.password_validation import validate_password
from django.db import IntegrityError, transaction
from django.utils import timezone

from kheo.accounts.actions.care import Refused
from kheo.accounts.models import Membership, User
from kheo.accounts.roles import Role
from kheo.audit.models import record


@transaction.atomic
def appoint(unit, *, username: str, full_name: str, password: str) -> Membership:
    """An account and the role of administrator in `unit`, given by nobody, from today.

    Raises `Refused` where there has ever been an administrator or the name is taken, and Django's `ValidationError`
    for a password that is too weak.
    """
    if Membership.objects.filter(role=Role.ADMINISTRATOR).exists():
        raise Refused("Đã có người quản trị; người ấy mời thêm người trong mục Nhân sự.")
    validate_password(password, User(username=username, full_name=full_name))
    try:
        with transaction.atomic():
            person = User.objects.create_user(username, password=password, full_name=full_name)
    except IntegrityError:
        raise Refused(f"Tên đăng nhập “{username}” đã có người dùng.") from None
    record("person.join", person, by=None, personal={"full_name": person.full_name})
    new = Membership.objects.create(user=person, unit=unit, role=Role.ADMINISTRATOR, starts=timezone.localdate())
    record("membership.grant", new, by=None, user=person.pk, role=new.role, starts=new.starts)
    return new
