"""The outbox: a letter is put there when something is decided, and leaves when a named sender sends it.

A later decision about the same thing cancels what was not sent yet (`supersede`), so that nobody gets two letters that
contradict each other.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.db import IntegrityError, transaction
from django.utils import timezone

from kheo.accounts.actions import moves
from kheo.accounts.models import User
from kheo.accounts.move import NotYet
from kheo.audit.models import record, take_turn
from kheo.core.vietnamese import nfc
from kheo.notices import people
from kheo.notices.about import NOTHING, About
from kheo.notices.actions.telling import one_line, require_internal, tell
from kheo.notices.lifecycle import DISPATCH_MOVES, DispatchStage
from kheo.notices.models import Dispatch, Recipient
from kheo.units.models import Unit

REASON = 500  # characters
NO_REASON = "Cần ghi lý do hủy thư."


@transaction.atomic
def put(
    recipients: Iterable[User | Unit],
    subject: str,
    text: str,
    *,
    unit: Unit,
    by,
    key: str,
    about: About = NOTHING,
    link: str = "",
    bundle: str = "",
) -> Dispatch:
    """Put a letter of `unit` into the outbox; the one of this step that waits or went already is given back as it is.

    A recipient is a person, or a unit: then whoever leads or writes for it on the day of sending. `subject` goes by
    mail, `text` is read in the app alone. Letters of one `bundle` ("Quyết định số 15-QĐ/ĐU") are looked over together.
    """
    require_internal(link)
    take_turn()
    try:
        with transaction.atomic():
            letter = Dispatch.objects.create(
                unit=unit, subject=one_line(subject), text=nfc(text).strip(), link=link, key=key,
                bundle=one_line(bundle), about_kind=about.kind, about_pk=about.pk, about_name=one_line(about.name),
                put_by=by,
            )  # fmt: skip
    except IntegrityError:
        return Dispatch.objects.exclude(stage=DispatchStage.CANCELLED).get(key=key)
    named = {(type(one), one.pk): one for one in recipients}.values()
    Recipient.objects.bulk_create(
        Recipient(dispatch=letter, **({"unit": one} if isinstance(one, Unit) else {"user": one})) for one in named
    )
    record("dispatch.put", letter, by=by, recipients=len(named))
    return letter


@dataclass(frozen=True)
class Sent:
    """What became of a sending: letters that went, people told, and (letter, why not) for the others."""

    letters: int
    people: int
    stayed: tuple[tuple[Dispatch, str], ...]


@transaction.atomic
def send(dispatches: Sequence[Dispatch], *, by) -> Sent:
    """Send these letters, all in one act. One that went, was cancelled or reaches nobody stays, and it is said why."""
    went, told, stayed = 0, 0, []
    for letter in _in_order(dispatches):
        try:
            told += _send_one(letter, by)
            went += 1
        except NotYet as reason:
            stayed.append((letter, str(reason)))
    return Sent(went, told, tuple(stayed))


def _send_one(letter: Dispatch, by) -> int:
    told = 0

    def also(letter: Dispatch) -> None:
        nonlocal told
        users = [one.user for one in people.receivers([letter])[letter.pk] if not one.why_not]
        if not users:
            raise NotYet(f"“{letter}” chưa có ai nhận được; xem danh sách người nhận hoặc hủy thư.")
        tell(users, letter.subject, text=letter.text, link=letter.link, about=letter.about, key=f"dispatch:{letter.pk}")
        letter.ended_by, told = by, len(users)
        for user in users:
            Recipient.objects.update_or_create(dispatch=letter, user=user, defaults={"told_at": timezone.now()})

    moves.make(letter, DISPATCH_MOVES["send"], unit=letter.unit, by=by, also=also)
    return told


@transaction.atomic
def cancel(dispatches: Sequence[Dispatch], *, by, reason: str) -> Sent:
    """Cancel these letters with a reason; one that went meanwhile stays sent, and it is said."""
    reason = _said(reason)
    gone, stayed = 0, []
    for letter in _in_order(dispatches):
        try:
            moves.make(letter, DISPATCH_MOVES["cancel"], unit=letter.unit, by=by, note=reason, also=_ended(by, reason))
            gone += 1
        except NotYet as why:
            stayed.append((letter, str(why)))
    return Sent(gone, 0, tuple(stayed))


def _ended(by, reason: str):
    def also(letter: Dispatch) -> None:
        letter.ended_by, letter.reason = by, reason[:REASON]

    return also


@dataclass(frozen=True)
class Superseded:
    """How many letters were cancelled, and how many about the same thing had been sent before."""

    cancelled: int
    sent_before: int


@transaction.atomic
def supersede(about: About, *, by, reason: str) -> Superseded:
    """A later decision: cancel every letter about this thing that waits still. `by` is who decided.

    No permission to send is asked for: whoever may decide otherwise may stop what the former decision would say.
    """
    reason = _said(reason)
    take_turn()
    letters = list(Dispatch.objects.concerning(about).select_for_update(of=("self",)).order_by("pk"))
    waiting = [letter for letter in letters if letter.stage == DispatchStage.WAITING]
    for letter in waiting:
        also = _ended(by, reason)
        moves.follow(letter, DISPATCH_MOVES["cancel"], by=by, note=reason, also=also, superseded=True)
    return Superseded(len(waiting), sum(letter.stage == DispatchStage.SENT for letter in letters))


def _said(reason: str) -> str:
    reason = " ".join(nfc(reason).split())
    if not reason:
        raise NotYet(NO_REASON)
    return reason


def _in_order(dispatches: Sequence[Dispatch]) -> list[Dispatch]:
    """Locked all of them, in one order, before anything is written: two who press at once wait and never crosswise."""
    take_turn()
    keys = [letter.pk for letter in dispatches]
    found = Dispatch.objects.filter(pk__in=keys).select_for_update(of=("self",)).select_related("unit__place")
    return list(found.order_by("pk"))
