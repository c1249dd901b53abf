"""Reads of this room: my notices by item, the outbox with the names of those it reaches, and mail that did not go."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, Q
from django.utils import timezone

from kheo.core.templatetags.vietnamese import moment
from kheo.notices import people
from kheo.notices.lifecycle import DispatchStage
from kheo.notices.models import Dispatch, Mail, Notice, Recipient
from kheo.notices.people import Receiver

OF_ITEM = 5  # notices of one item shown on a page; the rest are counted
DISPATCHES = 200  # letters of one unit and bundle looked over at once


@dataclass(frozen=True)
class Item:
    """One thing and what was told of it, newest first. `more`: older ones that are not shown."""

    name: str
    notices: tuple[Notice, ...]
    more: int


def unread_count(user) -> int | None:
    """For the rail: how many notices were not read, or None."""
    return Notice.objects.visible_to(user).unread().count() or None


def newest(user) -> int | None:
    """The key of my newest notice: what is marked as read goes up to here."""
    return Notice.objects.visible_to(user).order_by("-pk").values_list("pk", flat=True).first()


def heads(user, *, unread: bool):
    """The newest notice of each thing (that has unread ones), newest first: a page of it becomes `items`."""
    mine = Notice.objects.visible_to(user)
    if unread:
        return mine.filter(item__in=mine.unread().values("item")).newest_of_items()
    return mine.newest_of_items()


def items(user, heads: Sequence[Notice], *, unread: bool) -> list[Item]:
    """What was told of the things of a page, in one query."""
    found: dict[str, list[Notice]] = defaultdict(list)
    rows = Notice.objects.visible_to(user).filter(item__in=[head.item for head in heads]).order_by("-at", "-pk")
    for notice in rows.unread() if unread else rows:
        found[notice.item].append(notice)
    groups = (found[head.item] for head in heads)
    return [Item(each[0].about_name, tuple(each[:OF_ITEM]), max(0, len(each) - OF_ITEM)) for each in groups if each]


@dataclass(frozen=True)
class Letter:
    """A letter with whom it reaches: the same list that sending it goes by."""

    dispatch: Dispatch
    receivers: tuple[Receiver, ...]

    @property
    def reached(self) -> list[Receiver]:
        return [one for one in self.receivers if not one.why_not]

    @property
    def passed_over(self) -> list[Receiver]:
        return [one for one in self.receivers if one.why_not]


def letters(dispatches: Sequence[Dispatch]) -> list[Letter]:
    """Letters that wait, each with those it would reach today."""
    reached = people.receivers(dispatches)
    return [Letter(each, tuple(reached[each.pk])) for each in dispatches]


def people_told(found: Sequence[Letter]) -> int:
    """How many persons these letters reach together, each counted once."""
    return len({one.user.pk for letter in found for one in letter.reached})


def told_by(dispatches: Sequence[Dispatch]) -> dict[int, list[str]]:
    """Who was told by letters that went, by the letter's key."""
    rows = Recipient.objects.filter(dispatch__in=dispatches, told_at__isnull=False).select_related("user")
    found: dict[int, list[str]] = defaultdict(list)
    for row in rows.order_by("user__sort", "user_id"):
        found[row.dispatch_id].append(str(row.user))
    return found


def waiting_count(user) -> int | None:
    """For the rail: how many letters wait for this person to send them, or None."""
    return Dispatch.objects.visible_to(user).waiting().count() or None


def in_stage(user, stage: str):
    """Letters of a stage that this person may send (or sent), those of one bundle together."""
    rows = Dispatch.objects.visible_to(user).filter(stage=stage).select_related("unit", "put_by", "ended_by")
    if stage == DispatchStage.WAITING:
        return rows.order_by("unit__path", "bundle", "put_at", "pk")
    return rows.order_by("-stage_since", "-pk")


@dataclass(frozen=True)
class Bundle:
    """Letters that wait together, because one decision wrote them; each with whom it would reach."""

    name: str
    unit: str
    first: int
    letters: tuple[Letter, ...]


def bundles(dispatches: Sequence[Dispatch]) -> list[Bundle]:
    """Letters of a page by their unit and bundle, in the order in which they stand."""
    found: dict[tuple[int, str], list[Letter]] = {}
    for letter in letters(dispatches):
        found.setdefault((letter.dispatch.unit_id, letter.dispatch.bundle), []).append(letter)
    return [
        Bundle(name, each[0].dispatch.unit.title, each[0].dispatch.pk, tuple(each)) for (_, name), each in found.items()
    ]


def facts_of(dispatch: Dispatch) -> list[tuple[str, str]]:
    """What is known of a letter besides its words."""
    ended = {
        DispatchStage.SENT: [("Người gửi", _who_when(dispatch))],
        DispatchStage.CANCELLED: [("Người hủy", _who_when(dispatch)), ("Lý do", dispatch.reason)],
    }
    return [
        ("Đơn vị gửi", dispatch.unit.title),
        *([("Thuộc đợt", dispatch.bundle)] if dispatch.bundle else []),
        *([("Về", dispatch.about_name)] if dispatch.about_name else []),
        ("Người soạn", f"{dispatch.put_by or 'Hệ thống'}, {moment(dispatch.put_at)}"),
        *ended.get(DispatchStage(dispatch.stage), []),
    ]


def _who_when(dispatch: Dispatch) -> str:
    return f"{dispatch.ended_by or 'Hệ thống'}, {moment(dispatch.stage_since)}"


@dataclass(frozen=True)
class MailState:
    """Whether mail goes at all, how much waits, since when, and how much was given up."""

    waiting: int
    oldest: datetime | None
    failed: int
    late: int


def mail_state(*, at: datetime | None = None) -> MailState:
    at = at or timezone.now()
    waiting = Q(sent_at=None, gave_up_at=None)
    counted = Mail.objects.aggregate(
        waiting=Count("pk", filter=waiting),
        late=Count("pk", filter=waiting & Q(due_at__lt=at)),
        failed=Count("pk", filter=Q(gave_up_at__isnull=False)),
    )
    oldest = Mail.objects.waiting().order_by("notice__at").values_list("notice__at", flat=True).first()
    return MailState(oldest=oldest, **counted)


def failed_count(user) -> int | None:
    """For the rail: how many mails were given up, or None."""
    return Mail.objects.failed().count() or None


def in_trouble():
    """Mails that did not go, given up or still tried, the newest first; what they say is not looked at."""
    return Mail.objects.filter(sent_at=None, tries__gt=0).select_related("notice__user").order_by("-due_at", "-pk")
