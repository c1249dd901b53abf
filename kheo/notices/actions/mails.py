"""Mail of notices: a subject and a link, sent after the act is kept, tried again a few times, then given up in sight.

Every mail waits in a table, so none is lost where the process is killed; whoever sends it takes it for a while first,
outside any transaction, so that two who come at once send it once.
"""

import logging
from collections.abc import Callable, Iterable
from datetime import datetime, timedelta
from smtplib import SMTPAuthenticationError, SMTPException, SMTPRecipientsRefused

from django.conf import settings
from django.core.mail import EmailMessage, get_connection
from django.db import transaction
from django.urls import reverse
from django.utils import timezone

from kheo.audit.models import record
from kheo.notices import people
from kheo.notices.about import is_withheld
from kheo.notices.models import Mail, Notice

log = logging.getLogger(__name__)

OFF = "django.core.mail.backends.dummy.EmailBackend"
# After each failed try, how long until the next; after the last no more.
WAITS = (timedelta(minutes=5), timedelta(minutes=30), timedelta(hours=2), timedelta(hours=8), timedelta(hours=24))
TAKEN = timedelta(minutes=10)  # nobody else tries meanwhile; a sender that was killed is followed after that
AT_ONCE = 500  # mails of one run

_ask: list[Callable[[], object]] = []

# What an administrator reads, by the kind of the failure; the first that fits.
TROUBLES: tuple[tuple[type[BaseException] | tuple[type[BaseException], ...], str], ...] = (
    (SMTPRecipientsRefused, "Máy chủ thư không nhận địa chỉ của người này."),
    (SMTPAuthenticationError, "Máy chủ thư không nhận tên đăng nhập hoặc mật khẩu trong thiết đặt."),
    ((ConnectionError, TimeoutError), "Không nối được tới máy chủ thư."),
    (SMTPException, "Máy chủ thư từ chối thư."),
    (OSError, "Không nối được tới máy chủ thư."),
    (Exception, "Lỗi khi gửi; chi tiết ở nhật ký của máy chủ."),
)


def is_on() -> bool:
    """Does this server send mail at all? Khéo works without: then notices stay in the app."""
    return settings.EMAIL_BACKEND != OFF


def ask_with(function: Callable[[], object]) -> None:
    """Name what hands the waiting mails to a worker; called after the commit that left some waiting."""
    _ask[:] = [function]


def post(notices: Iterable[Notice]) -> None:
    """In the transaction that writes them: let these notices go by mail too, where their people have an address."""
    if not is_on():
        return
    waiting = [Mail(notice=notice) for notice in notices if notice.user.email]
    if waiting:
        Mail.objects.bulk_create(waiting, ignore_conflicts=True)
        _ask_after_commit()


def _ask_after_commit() -> None:
    for function in _ask:
        # A worker that cannot be asked must not undo what is done: the scheduled run finds the mail.
        transaction.on_commit(function, robust=True)


def send_due(*, at: datetime | None = None, most: int = AT_ONCE) -> tuple[int, int]:
    """Send what is due, one after the other over one connection. Returns how many went and how many did not."""
    if not is_on():
        return 0, 0
    keys = list(Mail.objects.due(at=at or timezone.now()).values_list("pk", flat=True)[:most])
    connection = get_connection()
    try:
        went = [_send_one(key, connection, at) for key in keys]
    finally:
        connection.close()
    return went.count(True), went.count(False)


def _send_one(key: int, connection, at: datetime | None) -> bool | None:
    """True when it went, False when it did not, None when it was not to be sent (any more)."""
    mail = _take(key, at or timezone.now())
    if mail is None:
        return None
    try:
        _message(mail.notice, connection).send()
    except Exception as failure:
        log.warning("mail %s was not sent: %s", key, type(failure).__name__)
        connection.close()  # what is half said to a server is not gone on with
        _failed(mail, failure, at or timezone.now())
        return False
    Mail.objects.filter(pk=key).update(sent_at=at or timezone.now(), trouble="")
    return True


@transaction.atomic
def _take(key: int, at: datetime) -> Mail | None:
    """Take a mail for a while, unless another has, or its person has left, was barred or gave up their address."""
    found = Mail.objects.select_for_update(of=("self",)).select_related("notice__user")
    mail = found.due(at=at).filter(pk=key).first()
    if mail is None:
        return None
    user = mail.notice.user
    if not user.email or not people.present([user]).exists() or is_withheld(mail.notice.about, user):
        mail.delete()
        return None
    mail.tries += 1
    mail.due_at = at + TAKEN
    mail.save(update_fields=["tries", "due_at"])
    return mail


@transaction.atomic
def _failed(mail: Mail, failure: Exception, at: datetime) -> None:
    mail.trouble = next(words for kind, words in TROUBLES if isinstance(failure, kind))
    if mail.tries > len(WAITS):
        mail.gave_up_at = at
        record("mail.give_up", mail.notice, by=None, tries=mail.tries, trouble=mail.trouble)
    else:
        mail.due_at = at + WAITS[mail.tries - 1]
    mail.save(update_fields=["trouble", "gave_up_at", "due_at"])


def _message(notice: Notice, connection) -> EmailMessage:
    """A subject and a link. What it says besides is read in the app, by whoever is signed in."""
    body = (
        f"Kính gửi đồng chí {notice.user},\n\n{notice.subject}\n\nĐọc trong Khéo: {_address(notice.get_absolute_url())}\n\n"
        f"Thư gửi tự động, xin không trả lời. Đổi địa chỉ hoặc thôi nhận thư: {_address(reverse('notices:ways'))}\n"
    )
    headers = {"Auto-Submitted": "auto-generated"}
    return EmailMessage(notice.subject, body, to=[notice.user.email], connection=connection, headers=headers)


def _address(path: str) -> str:
    return settings.WAGTAILADMIN_BASE_URL.rstrip("/") + path


@transaction.atomic
def try_again(mails: Iterable[Mail], *, by) -> int:
    """Mails that were given up are tried anew, from the first try on. Returns how many."""
    keys = [mail.pk for mail in mails]
    found = list(Mail.objects.failed().filter(pk__in=keys).select_for_update(of=("self",)).order_by("pk"))
    for mail in found:
        mail.gave_up_at, mail.tries, mail.due_at = None, 0, timezone.now()
        mail.save(update_fields=["gave_up_at", "tries", "due_at"])
        record("mail.try_again", mail.notice, by=by)
    if found:
        _ask_after_commit()
    return len(found)
