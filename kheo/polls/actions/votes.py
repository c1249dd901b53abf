"""The casting of a vote: once for each member or browser, within the limits of the poll, in time.

A vote leaves its line on the roll, not an event on the trail: the trail's numbers would say in which order people voted,
and its one lock would stand between two hundred voters (decision 0024).
"""

import hashlib
import hmac
import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.utils import timezone

from kheo.core.vietnamese import format_number
from kheo.polls.models import NETWORK_LIMIT, NetworkKey, Poll, Tick, Vote, Voter

NO_TOKEN = "Trình duyệt chưa giữ dấu của lá phiếu (cookie). Hãy cho phép cookie, mở lại trang này rồi gửi lại."
FOR_MEMBERS = "Bình chọn này dành cho thành viên. Hãy đăng nhập rồi gửi phiếu."
BROWSER_VOTED = "Trình duyệt này đã gửi một phiếu cho bình chọn này. Nếu máy dùng chung, hãy gửi phiếu từ một máy khác."
NETWORK_FULL = (
    f"Hôm nay mạng này đã gửi {format_number(NETWORK_LIMIT)} phiếu cho bình chọn này, là mức nhiều nhất nhận từ một "
    "mạng trong một ngày, nên phiếu chưa được ghi. Có thể gửi lại vào ngày mai, gửi bằng mạng khác (ví dụ mạng di động), "
    "hoặc đăng nhập rồi gửi nếu là thành viên."
)


class Refused(Exception):
    """The vote was not taken. Its text is the sentence the voter reads."""


class Already(Refused):
    """This member or browser has voted before; that vote stands."""


@dataclass(frozen=True)
class Caller:
    """Whose browser it is: `browser`, the digest of its own token ("" without one); `network`, what its line is."""

    browser: str = ""
    network: str = ""


@transaction.atomic
def cast(poll: Poll, keys: Sequence[int | None], *, by, caller: Caller, at: datetime | None = None) -> None:
    """Take one vote of a signed-in member (`by`) or of a browser (`by` None). Raises `Refused` and then wrote nothing.

    `keys` are the ticked choices as they came. The row of the poll is locked, so votes come one after another: none
    slips in after the closing, beside a change of the choices, or past a limit.
    """
    poll = Poll.objects.select_for_update(of=("self",), no_key=True).get(pk=poll.pk)
    at = at or timezone.now()
    if not poll.is_open(at):
        raise Refused("Bình chọn này đã đóng, không nhận thêm phiếu." if poll.is_closed(at) else "Chưa đến giờ mở.")
    if sentence := poll.why_not(keys, set(poll.choices.values_list("pk", flat=True))):
        raise Refused(sentence)
    voter = _on_the_roll(poll, by, caller, timezone.localdate(at))
    vote = Vote.objects.create(poll=poll, voter=None if poll.is_secret else voter)
    Tick.objects.bulk_create(Tick(vote=vote, choice_id=key) for key in keys)


def _on_the_roll(poll: Poll, by, caller: Caller, day: date) -> Voter:
    if by is None and poll.is_for_members:
        raise Refused(FOR_MEMBERS)
    if by is None and not caller.browser:
        raise Refused(NO_TOKEN)
    used = _votes_of_browser(poll, caller)
    if by is None:
        return _browser(poll, caller, used, day)
    if poll.voters.filter(user=by).exists():
        raise Already("Đồng chí đã gửi phiếu cho bình chọn này; phiếu đó vẫn giữ nguyên.")
    if any(user is None for user in used):
        raise Already(BROWSER_VOTED)
    # A browser that members share stands on the roll once, which is enough to keep it from voting without an account.
    return Voter.objects.create(poll=poll, user=by, browser="" if used or poll.is_for_members else caller.browser)


def _browser(poll: Poll, caller: Caller, used: list[int | None], day: date) -> Voter:
    if used:
        raise Already(BROWSER_VOTED)
    network = _digest(poll, caller.network, day)
    if poll.voters.filter(network=network).count() >= NETWORK_LIMIT:
        raise Refused(NETWORK_FULL)
    return Voter.objects.create(poll=poll, browser=caller.browser, network=network)


def _votes_of_browser(poll: Poll, caller: Caller) -> list[int | None]:
    """For each line that this browser left on the roll: its member, or None."""
    if not caller.browser:
        return []
    return list(poll.voters.filter(browser=caller.browser).values_list("user_id", flat=True))


def _digest(poll: Poll, network: str, day: date) -> str:
    """What stands for a network in one poll on one day; without the day's key it says nothing (64 hex digits)."""
    return hmac.new(_key_of(day), f"{poll.pk}|{network}".encode(), hashlib.sha256).hexdigest()


def _key_of(day: date) -> bytes:
    """The day's random key. With the first vote of a day the keys of earlier days are gone for good."""
    kept, is_new = NetworkKey.objects.get_or_create(day=day, defaults={"key": secrets.token_bytes(32)})
    if is_new:
        NetworkKey.objects.filter(day__lt=day).delete()
    return bytes(kept.key)
