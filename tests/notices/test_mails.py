"""Mail goes after the act is kept, holds a subject and a link, is tried a few times, and then given up in sight."""

from datetime import timedelta
from smtplib import SMTPAuthenticationError, SMTPRecipientsRefused, SMTPServerDisconnected

import pytest
from django.core import mail as sent
from django.core.mail.backends.base import BaseEmailBackend
from django.core.management import call_command
from django.db import IntegrityError, connection, transaction
from django.utils import timezone

from kheo.accounts.roles import Role
from kheo.audit.models import Event
from kheo.notices import about as abouts
from kheo.notices import queries
from kheo.notices.about import About
from kheo.notices.actions import mails
from kheo.notices.actions.telling import tell
from kheo.notices.models import Mail, Notice
from tests import make

pytestmark = pytest.mark.django_db


@pytest.fixture
def person():
    return make.member(Role.OFFICER, make.unit(), full_name="Nguyễn Văn An", email="an@example.vn")


@pytest.fixture
def waiting(person):
    """A mail that was left in the transaction of an act; no worker has come yet."""
    tell([person], "“Đường hoa” được công nhận", text="Lý do ghi ở đây.", link="/lam-viec/mo-hinh/")
    return Mail.objects.get()


class Broken(BaseEmailBackend):
    """A mail server that refuses, as often as there are `failures`."""

    failures = []

    def send_messages(self, messages):
        raise Broken.failures.pop(0) if Broken.failures else ConnectionRefusedError("no")


@pytest.fixture
def broken(settings):
    settings.EMAIL_BACKEND = f"{Broken.__module__}.Broken"
    Broken.failures = []


def test_a_mail_holds_the_subject_and_a_link_and_nothing_of_what_is_said(waiting, settings):
    settings.WAGTAILADMIN_BASE_URL = "https://kheo.example.vn/"

    assert mails.send_due() == (1, 0)

    (message,) = sent.outbox
    assert (message.subject, message.to) == ("“Đường hoa” được công nhận", ["an@example.vn"])
    assert message.extra_headers == {"Auto-Submitted": "auto-generated"}
    assert f"https://kheo.example.vn/lam-viec/thong-bao/{waiting.notice_id}/" in message.body
    assert "Nguyễn Văn An" in message.body
    assert "Lý do" not in message.body
    waiting.refresh_from_db()
    assert waiting.sent_at is not None
    assert mails.send_due() == (0, 0)


def test_it_goes_once_the_act_is_kept(person, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks() as callbacks:
        tell([person], "Đã duyệt")
    assert sent.outbox == []

    for callback in callbacks:
        callback()

    assert [message.subject for message in sent.outbox] == ["Đã duyệt"]


def test_a_worker_that_cannot_be_asked_undoes_nothing(person, monkeypatch, django_capture_on_commit_callbacks):
    def lost():
        raise OSError("no worker")

    monkeypatch.setattr(mails, "_ask", [lost])

    with django_capture_on_commit_callbacks(execute=True):
        tell([person], "Đã duyệt")

    assert (Notice.objects.count(), Mail.objects.waiting().count(), sent.outbox) == (1, 1, [])
    call_command("send_mails")
    assert len(sent.outbox) == 1


def test_without_an_address_or_without_a_server_notices_stay_in_the_app(person, settings):
    tell([make.member(Role.OFFICER, make.unit())], "Không có địa chỉ")
    settings.EMAIL_BACKEND = mails.OFF
    tell([person], "Máy chủ không gửi thư")

    assert (Notice.objects.count(), Mail.objects.count()) == (2, 0)
    assert mails.send_due() == (0, 0)


def test_a_failed_mail_is_tried_again_later_each_time_and_given_up_after_the_last(waiting, broken):
    start, tries = timezone.now(), []
    at = start
    for _ in range(20):
        went = mails.send_due(at=at)
        waiting.refresh_from_db()
        if went == (0, 1):
            tries.append(at - start)
        if waiting.gave_up_at:
            break
        at = waiting.due_at

    minutes = [each.total_seconds() / 60 for each in tries]
    assert minutes == [0, 5, 35, 155, 635, 2075]  # 5, 30, 120, 480 and 1440 minutes apart
    assert (waiting.tries, waiting.gave_up_at, waiting.sent_at) == (6, at, None)
    assert Event.objects.order_by("-number").first().verb == "mail.give_up"
    assert mails.send_due(at=at + timedelta(days=9)) == (0, 0)


def test_before_its_time_a_mail_is_not_tried(waiting, broken):
    now = timezone.now()
    mails.send_due(at=now)

    assert mails.send_due(at=now + timedelta(minutes=4)) == (0, 0)
    waiting.refresh_from_db()
    assert waiting.tries == 1


@pytest.mark.parametrize(
    ("failure", "words"),
    [
        (SMTPRecipientsRefused({}), "Máy chủ thư không nhận địa chỉ của người này."),
        (SMTPAuthenticationError(535, b"no"), "Máy chủ thư không nhận tên đăng nhập hoặc mật khẩu trong thiết đặt."),
        (ConnectionRefusedError(), "Không nối được tới máy chủ thư."),
        (TimeoutError(), "Không nối được tới máy chủ thư."),
        (SMTPServerDisconnected("bye"), "Máy chủ thư từ chối thư."),
        (ValueError("secret of the server"), "Lỗi khi gửi; chi tiết ở nhật ký của máy chủ."),
    ],
)
def test_why_it_did_not_go_is_said_in_words(waiting, broken, failure, words):
    Broken.failures = [failure]

    assert mails.send_due() == (0, 1)

    waiting.refresh_from_db()
    assert waiting.trouble == words


def test_one_bad_address_stops_no_other(person, broken):
    others = [make.member(Role.OFFICER, make.unit(), email=f"nguoi{n}@example.vn") for n in range(2)]
    tell([person, *others], "Đã duyệt")
    Broken.failures = [SMTPRecipientsRefused({}), SMTPRecipientsRefused({})]

    assert mails.send_due() == (0, 3)


@pytest.mark.parametrize("loss", ["left", "locked", "address", "barred"])
def test_whoever_left_meanwhile_gets_no_mail(waiting, person, loss, monkeypatch):
    monkeypatch.setattr(abouts, "_withheld_by", [])
    Notice.objects.update(about_kind="movement.exemplar", about_pk=1)
    if loss == "left":
        person.memberships.update(ends=timezone.localdate() - timedelta(days=1))
    elif loss == "locked":
        type(person).objects.filter(pk=person.pk).update(is_active=False)
    elif loss == "address":
        type(person).objects.filter(pk=person.pk).update(email="")
    else:
        abouts.withhold(lambda thing, user: thing == About("movement.exemplar", 1, ""))

    assert mails.send_due() == (0, 0)
    assert (sent.outbox, Mail.objects.count()) == ([], 0)


def test_what_was_given_up_may_be_tried_anew(waiting, person):
    Mail.objects.update(tries=6, gave_up_at=timezone.now(), trouble="Không nối được tới máy chủ thư.")
    administrator = make.member(Role.ADMINISTRATOR, make.province())

    assert mails.try_again(Mail.objects.failed(), by=administrator) == 1
    assert mails.try_again(Mail.objects.all(), by=administrator) == 0
    assert mails.send_due() == (1, 0)

    waiting.refresh_from_db()
    assert (waiting.tries, waiting.gave_up_at, waiting.trouble) == (1, None, "")
    assert list(Event.objects.values_list("verb", flat=True)) == ["mail.try_again"]


def test_the_state_of_mail_is_counted(waiting, person):
    tell([person], "Thứ hai")
    Mail.objects.filter(pk=waiting.pk).update(gave_up_at=timezone.now(), tries=6)

    state = queries.mail_state()

    assert (state.waiting, state.failed, state.late) == (1, 1, 1)
    assert queries.failed_count(person) == 1
    assert [mail.pk for mail in queries.in_trouble()] == [waiting.pk]


def test_a_mail_is_sent_or_given_up_never_both(waiting):
    now = timezone.now()

    with pytest.raises(IntegrityError), transaction.atomic():
        Mail.objects.filter(pk=waiting.pk).update(sent_at=now, gave_up_at=now)


class Watching(BaseEmailBackend):
    """Notes whether a transaction was open while a mail went out."""

    seen = []

    def send_messages(self, messages):
        Watching.seen.append(connection.in_atomic_block)
        return len(messages)


@pytest.mark.django_db(transaction=True)
def test_nothing_is_sent_inside_a_transaction(settings):
    settings.EMAIL_BACKEND = f"{Watching.__module__}.Watching"
    Watching.seen = []
    person = make.member(Role.OFFICER, make.unit(), email="an@example.vn")

    with transaction.atomic():
        tell([person], "Đã duyệt")
        assert Watching.seen == []

    assert Watching.seen == [False]
    assert Mail.objects.get().sent_at is not None
