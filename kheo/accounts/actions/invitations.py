"""One-time links: a new colleague comes in, a known one takes a role, one who lost the password comes back."""

import hashlib
from collections.abc import Callable
from datetime import timedelta
from uuid import uuid4

from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.crypto import get_random_string, salted_hmac

from kheo.accounts.actions.care import Refused, gives, looks_after, require_care, require_giving
from kheo.accounts.models import Invitation, Membership, User
from kheo.accounts.roles import Role
from kheo.audit.models import record
from kheo.core.exports import Table
from kheo.core.vietnamese import slug

DAYS = 7


@transaction.atomic
def invite(*, by, unit, full_name: str, phone: str, role: str, title: str = "", batch: str = "") -> Invitation:
    """Invite somebody to hold `role` in `unit`. Whoever already has an account is offered the role on it."""
    require_giving(by, role, unit)
    if unit.is_ended:
        raise Refused(f"{unit.title} đã kết thúc hoạt động ngày {unit.ends:%d/%m/%Y}; hãy mời vào đơn vị kế tục.")
    known = User.objects.filter(phone=phone).first() if phone else None
    if known is not None and known.memberships.filter(unit=unit, role=role, ends=None).exists():
        raise Refused(f"Người dùng số {phone} đang giữ vai trò “{Role(role).label}” tại {unit}.")
    return _write(
        "invitation.make", by=by, unit=unit, user=known, full_name=full_name.strip(), phone=phone, role=role,
        title=title.strip(), batch=batch,
    )  # fmt: skip


@transaction.atomic
def let_back_in(person: User, *, by) -> Invitation:
    """A link by which `person` chooses a new password. Earlier links of theirs are void."""
    person = User.objects.select_for_update().get(pk=person.pk)
    require_care(by, person)
    if not person.is_active:
        raise Refused("Tài khoản đang khóa; hãy mở khóa trước khi cấp lại mật khẩu.")
    Invitation.objects.filter(user=person, role="").open().update(expires_at=timezone.now())
    unit = _unit_of(person)
    if unit is None:
        raise Refused("Người này chưa thuộc đơn vị nào; hãy giao vai trò trước.")
    return _write("person.let_back_in", by=by, unit=unit, user=person)


def _unit_of(person: User):
    last = person.memberships.select_related("unit").order_by("-starts").first()
    return last.unit if last else None


def _write(verb: str, *, by, **facts) -> Invitation:
    made_at = timezone.now()
    new = Invitation(**facts, token=uuid4().hex, made_by=by, made_at=made_at, expires_at=made_at + timedelta(days=DAYS))
    new.save()
    new.token = _digest(secret_of(new))
    new.save(update_fields=["token"])
    record(
        verb, new.user if verb.startswith("person.") else new, by=by, role=new.role, invitation=new.pk,
        personal={"full_name": new.full_name, "phone": new.phone},
    )  # fmt: skip
    return new


def secret_of(invitation: Invitation) -> str:
    """The last part of the link. It stands in no table: whoever reads a copy of the database can use none of them."""
    made = f"{invitation.pk}:{invitation.made_at.isoformat()}"
    return salted_hmac("kheo.invitation", made, algorithm="sha256").hexdigest()[:40]


def _digest(secret: str) -> str:
    return hashlib.sha256(secret.encode()).hexdigest()


def found_by(secret: str) -> Invitation | None:
    """The open invitation of a link, or None when it is unknown, used or out of date."""
    found = Invitation.objects.open().select_related("unit", "user", "made_by").filter(token=_digest(secret)).first()
    return found if found is None or found.user is None or found.user.is_active else None


def free_username(full_name: str) -> str:
    """A user name nobody has: "nguyenvanan", "nguyenvanan2", ..."""
    base = slug(full_name).replace("-", "")[:24] or "nguoidung"
    taken = set(User.objects.filter(username__startswith=base).values_list("username", flat=True))
    tries = (f"{base}{number if number > 1 else ''}" for number in range(1, 10_000))
    return next((name for name in tries if name not in taken), f"{base}{get_random_string(8).lower()}")


@transaction.atomic
def join(invitation: Invitation, *, username: str, password: str) -> User:
    """A new person comes in by the link: an account with the chosen password, and the membership."""
    invitation = _use(invitation)
    if invitation.user_id is not None:
        raise Refused("Liên kết này dành cho người đã có tài khoản.")
    try:
        with transaction.atomic():
            person = User.objects.create_user(
                username, password=password, full_name=invitation.full_name, phone=invitation.phone or None
            )
    except IntegrityError:
        raise Refused("Tên đăng nhập hoặc số điện thoại vừa có người khác dùng. Hãy chọn tên đăng nhập khác.") from None
    person_facts = {"full_name": person.full_name, "phone": person.phone or ""}
    record("person.join", person, by=person, invitation=invitation.pk, personal=person_facts)
    _begin(invitation, person)
    return person


@transaction.atomic
def take_role(invitation: Invitation, *, by: User) -> Membership:
    """Whoever is signed in takes the role that a link offers to their account."""
    invitation = _use(invitation)
    if invitation.user_id != by.pk or not invitation.role:
        raise Refused("Liên kết này dành cho tài khoản khác. Hãy đăng nhập đúng tài khoản được mời.")
    return _begin(invitation, by)


@transaction.atomic
def choose_password(invitation: Invitation, *, password: str) -> User:
    """Whoever lost the password chooses another by the link; every session of the account ends."""
    invitation = _use(invitation)
    if invitation.user_id is None or invitation.role:
        raise Refused("Liên kết này không dùng để đặt lại mật khẩu.")
    person = User.objects.select_for_update().get(pk=invitation.user_id)
    person.set_password(password)
    person.must_change_password = False
    person.save(update_fields=["password", "must_change_password"])
    record("person.choose_password", person, by=person, invitation=invitation.pk)
    return person


@transaction.atomic
def withdraw(invitation: Invitation, *, by) -> None:
    """Make a link useless before anyone used it."""
    invitation = Invitation.objects.select_for_update(of=("self",)).select_related("unit").get(pk=invitation.pk)
    if invitation.role:
        require_giving(by, invitation.role, invitation.unit)
    else:
        require_care(by, invitation.user)
    if not invitation.is_open():
        raise Refused("Lời mời này đã dùng hoặc đã hết hạn.")
    invitation.expires_at = timezone.now()
    invitation.save(update_fields=["expires_at"])
    record("invitation.withdraw", invitation, by=by)


def _use(invitation: Invitation) -> Invitation:
    invitation = (
        Invitation.objects.select_for_update(of=("self",))
        .select_related("unit", "made_by", "user")
        .get(pk=invitation.pk)
    )
    if not invitation.is_open():
        raise Refused("Liên kết đã dùng hoặc đã hết hạn. Hãy xin đơn vị một liên kết mới.")
    if not _stands(invitation):
        raise Refused("Người gửi liên kết này không còn phụ trách việc ấy. Hãy xin đơn vị một liên kết mới.")
    invitation.used_at = timezone.now()
    invitation.save(update_fields=["used_at"])
    return invitation


def _stands(invitation: Invitation) -> bool:
    """May whoever made the link still make it? Somebody locked out must not come back by a link of their own."""
    maker = invitation.made_by
    if maker is None or not maker.is_active:
        return False
    if invitation.role:
        return gives(maker, invitation.role, invitation.unit)
    return looks_after(maker, invitation.user)


def _begin(invitation: Invitation, person: User) -> Membership:
    try:
        with transaction.atomic():
            new = Membership.objects.create(
                user=person, unit=invitation.unit, role=invitation.role, title=invitation.title,
                starts=timezone.localdate(),
            )  # fmt: skip
    except IntegrityError:
        raise Refused(f"Đồng chí đang giữ vai trò này tại {invitation.unit}.") from None
    record(
        "membership.grant", new, by=invitation.made_by, user=person.pk, role=new.role, title=new.title,
        starts=new.starts, invitation=invitation.pk,
    )  # fmt: skip
    return new


def link_sheet(made: list[Invitation], absolute: Callable[[str], str]) -> Table:
    """The one-time links as a table to be handed out; a used or withdrawn one is not told again."""
    rows = [
        [
            one.full_name, one.phone, one.unit.title, one.get_role_display(), one.title,
            absolute(reverse("accounts:welcome", args=[secret_of(one)])) if one.is_open() else "đã dùng hoặc đã hủy",
            timezone.localtime(one.expires_at).date(),
        ]
        for one in made
    ]  # fmt: skip
    headers = ["Họ và tên", "Số điện thoại", "Đơn vị", "Vai trò", "Chức vụ", "Liên kết dùng một lần", "Hạn dùng"]
    return Table("Liên kết nhận tài khoản", headers, rows, widths=(28, 16, 32, 22, 28, 70, 14))
