"""Polls written, opened, closed early and concluded. Every public change leaves an event on the trail."""

from collections.abc import Sequence
from datetime import date, datetime

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone

from kheo.accounts.access import can, require
from kheo.accounts.models import User
from kheo.accounts.permissions import WORDS, Permission
from kheo.audit.models import record
from kheo.core.templatetags.vietnamese import moment
from kheo.polls.lifecycle import POLL_MOVES, NotYet, PollStage
from kheo.polls.models import Choice, Poll

WRITABLE = (
    "unit", "question", "description", "kind", "min_ticks", "max_ticks", "audience", "results_shown", "is_secret",
    "opens_at", "closes_at",
)  # fmt: skip
CHOICES_STAND = "Đã có phiếu gửi vào nên các phương án không sửa được nữa."


@transaction.atomic
def begin(*, choices: Sequence[str], by, **facts) -> Poll:
    """A new poll with its choices in order, still being written."""
    poll = Poll(**_writable(facts))
    require(by, Permission.POLL_CHANGE, poll.unit)
    poll.save()
    _put_choices(poll, choices)
    record("poll.begin", poll, by=by, question=poll.question, choices="; ".join(choices))
    return poll


@transaction.atomic
def write(poll: Poll, *, choices: Sequence[str], by, **facts) -> Poll:
    """Change a poll that is still being written. Nothing changed leaves no event. Raises `NotYet`."""
    poll = _locked(poll)
    require(by, Permission.POLL_CHANGE, poll.unit)
    if poll.votes.exists():
        raise NotYet(CHOICES_STAND)
    if poll.stage != PollStage.DRAFTING:
        raise NotYet(f"Bình chọn đang ở bước “{poll.get_stage_display()}”; hãy thu lại để sửa.")
    changes = _changed(poll, _writable(facts))
    require(by, Permission.POLL_CHANGE, poll.unit)
    before = [choice.text for choice in poll.choices.all()]
    if before != list(choices):
        _put_choices(poll, choices)
        changes["choices"] = ["; ".join(before), "; ".join(choices)]
    if changes:
        poll.save()
        record("poll.write", poll, by=by, **changes)
    return poll


@transaction.atomic
def advance(poll: Poll, name: str, *, by, note: str = "") -> Poll:
    """Make one move of the table. A poll approved after the hour it was to open opens at once. Raises `NotYet`."""
    poll, move, at = _locked(poll), POLL_MOVES[name], timezone.now()
    _allow(by, move.needs, poll)
    if poll.stage not in move.sources:
        raise NotYet(f"Không thể “{move.label}” khi bình chọn đang ở bước “{poll.get_stage_display()}”.")
    if obstacle := move.obstacle(poll, at):
        raise NotYet(obstacle)
    before, poll.stage = poll.stage, move.target
    if poll.stage == PollStage.PUBLISHED:
        poll.opens_at = max(poll.opens_at, at)
        poll.panel = User.objects.filter(is_active=True).count() if poll.is_for_members else None
    poll.save()
    record(f"poll.{name}", poll, by=by, note=note, stage=[before, poll.stage])
    return poll


@transaction.atomic
def close_early(poll: Poll, *, by, note: str) -> Poll:
    """Close an open poll now, or one that is to open before it does. The reason is public. Raises `NotYet`."""
    poll, at = _locked(poll), timezone.now()
    require(by, Permission.POLL_OPEN, poll.unit)
    note = " ".join(note.split())
    if not note:
        raise NotYet("Hãy ghi lý do đóng sớm; người đọc thấy câu này.")
    if not poll.is_open(at):
        raise NotYet(f"Bình chọn này không mở ({poll.turn(at).lower()}) nên không có gì để đóng.")
    before, poll.closes_at = poll.closes_at, at
    poll.closing_note = note[:500]
    poll.save(update_fields=["closes_at", "closing_note"])
    record("poll.close_early", poll, by=by, note=note, closes_at=[moment(before), moment(at)])
    return poll


@transaction.atomic
def conclude(poll: Poll, *, conclusion: str, concluded_on: date | None, next_on: date | None, by) -> Poll:
    """Say what was decided because of a closed poll, and when the next one is planned. Raises `NotYet`."""
    poll = _locked(poll)
    require(by, Permission.POLL_OPEN, poll.unit)
    if not poll.is_closed(timezone.now()):
        raise NotYet("Chỉ kết luận khi bình chọn đã đóng.")
    changes = _changed(poll, {"conclusion": conclusion, "concluded_on": concluded_on, "next_on": next_on})
    if changes:
        poll.save()
        record("poll.conclude", poll, by=by, **changes)
    return poll


def _locked(poll: Poll) -> Poll:
    # A row that others point at may be read and pointed at meanwhile, so the weaker lock is enough.
    return Poll.objects.select_for_update(of=("self",), no_key=True).select_related("unit").get(pk=poll.pk)


def _writable(facts: dict) -> dict:
    if unknown := set(facts) - set(WRITABLE):
        raise TypeError(f"Not writable here: {sorted(unknown)}")
    return facts


def _changed(poll: Poll, facts: dict) -> dict:
    changes = {}
    for name, value in facts.items():
        before = getattr(poll, name)
        if before != value:
            changes[name] = [_plain(before), _plain(value)]
            setattr(poll, name, value)
    return changes


def _plain(value):
    if isinstance(value, datetime):
        return moment(value)
    return value if value is None or isinstance(value, bool | int | str) else str(value)


def _put_choices(poll: Poll, texts: Sequence[str]) -> None:
    poll.choices.all().delete()
    Choice.objects.bulk_create(Choice(poll=poll, text=text, place=place) for place, text in enumerate(texts, 1))


def _allow(by, needs, poll: Poll) -> None:
    if not any(can(by, permission, poll.unit) for permission in needs):
        raise PermissionDenied(f"Đồng chí chưa được giao quyền “{WORDS[needs[0]]}” tại {poll.unit}.")
