"""The one writer of a stage: makes a move of a lifecycle table, or says in the user's words why not."""

from collections.abc import Callable

from django.core.exceptions import PermissionDenied
from django.db import models, transaction
from django.utils import timezone

from kheo.accounts.access import can
from kheo.accounts.move import Move, NotYet
from kheo.audit.models import record


def open_moves(subject: models.Model, table: tuple[Move, ...], user, unit) -> list[Move]:
    """The buttons: moves that leave this stage and that `user` may make in `unit` (obstacles are said on pressing)."""
    return [move for move in table if subject.stage in move.sources and may(move, user, unit)]


def may(move: Move, user, unit) -> bool:
    return any(can(user, permission, unit) for permission in move.needs)


@transaction.atomic
def make(
    subject: models.Model,
    move: Move,
    *,
    unit,
    by,
    note: str = "",
    also: Callable[[models.Model], None],
    **facts,
):
    """Make `move` on a locked `subject` and record it. `also` runs in between, for what belongs to this move only.

    Raises `PermissionDenied` where `by` may not, and `NotYet` with a sentence where the table says no.
    """
    if not may(move, by, unit):
        raise PermissionDenied(f"Đồng chí chưa được giao quyền “{move.label}” tại {unit}.")
    return follow(subject, move, by=by, note=note, also=also, **facts)


@transaction.atomic
def follow(subject: models.Model, move: Move, *, by, note: str = "", also: Callable[[models.Model], None], **facts):
    """The same where the move follows from another act of `by`, whose own permission was asked for there."""
    subject = type(subject).objects.select_for_update(of=("self",)).get(pk=subject.pk)
    if subject.stage == move.target and subject.stage not in move.sources:
        raise NotYet(f"“{subject}” đã ở bước “{subject.get_stage_display()}”.")
    if subject.stage not in move.sources:
        raise NotYet(f"Không thể “{move.label}” khi {_noun(subject)} đang ở bước “{subject.get_stage_display()}”.")
    if move.wants_reason and not note.strip():
        raise NotYet(f"Cần ghi lý do khi chọn “{move.label}”.")
    if sentence := move.obstacle(subject, by):
        raise NotYet(sentence)
    before, subject.stage = subject.stage, move.target
    subject.stage_since = timezone.now()
    also(subject)
    subject.save()
    record(
        f"{subject._meta.model_name}.{move.name}",
        subject,
        by=by,
        note=note.strip(),
        stage=[before, subject.stage],
        **facts,
    )
    return subject


def _noun(subject: models.Model) -> str:
    """What the sentence calls the thing: a file, unless its model says another word."""
    return getattr(subject, "noun", "hồ sơ")
