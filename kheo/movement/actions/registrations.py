"""What is done to a registration: drafted, marked ready, moved along its life."""

from datetime import timedelta

from django.db import IntegrityError, transaction
from django.utils import timezone

from kheo.accounts.access import can, require
from kheo.accounts.permissions import Permission
from kheo.audit.models import record
from kheo.movement.actions import moves, telling
from kheo.movement.actions.holding import hold
from kheo.movement.lifecycle.exemplar import ENDED
from kheo.movement.lifecycle.move import Move, NotYet
from kheo.movement.lifecycle.registration import (
    REGISTRATION,
    REGISTRATION_MOVES,
    WITH_UNIT,
    Origin,
    RegistrationStage,
)
from kheo.movement.models import Exemplar, Registration, Round

# Which of the round's terms starts to run when a registration comes to a stage; elsewhere nobody is waited for.
DUE_DAYS = {RegistrationStage.FILED: "review_days", RegistrationStage.RETURNED: "mend_days"}


def open_moves(registration: Registration, user) -> list[Move]:
    """The buttons for `user`; where the round lets officers file, they may file too."""
    unit = registration.exemplar.unit
    return [
        move
        for move in REGISTRATION
        if registration.stage in move.sources
        and (moves.may(move, user, unit) or _officer_files(registration, move, user))
    ]


def _officer_files(registration: Registration, move: Move, user) -> bool:
    return (
        move.name == "file"
        and registration.round.officer_may_file
        and can(user, Permission.EXEMPLAR_WRITE, registration.exemplar.unit)
    )


@transaction.atomic
def draft(exemplar: Exemplar, round_: Round, *, by, origin: str = Origin.NEW, on_behalf_of: str = "") -> Registration:
    """Open a registration of `exemplar` in `round_`. Raises `NotYet` where one is already on its way or listed."""
    exemplar = hold(exemplar, by=by)
    if exemplar.stage in ENDED:
        raise NotYet(f"“{exemplar}” đang ở bước “{exemplar.get_stage_display()}”; cần khôi phục trước khi đăng ký.")
    registration = Registration(
        exemplar=exemplar, round=round_, origin=origin, entered_by=by, on_behalf_of=on_behalf_of.strip()
    )
    try:
        with transaction.atomic():
            registration.save()
    except IntegrityError:
        raise NotYet(f"“{exemplar}” đã có đăng ký trong {round_}.") from None
    record("registration.draft", registration, by=by, origin=origin, personal={"on_behalf_of": on_behalf_of.strip()})
    return registration


@transaction.atomic
def mark_ready(registration: Registration, *, by, ready: bool = True) -> Registration:
    """The officer says the draft is done; the leader files it."""
    registration = Registration.objects.select_for_update(of=("self",)).get(pk=registration.pk)
    require(by, Permission.EXEMPLAR_WRITE, registration.exemplar.unit)
    if registration.stage not in WITH_UNIT:
        raise NotYet(f"Hồ sơ đang ở bước “{registration.get_stage_display()}”, không còn ở đơn vị.")
    if registration.is_ready != ready:
        registration.is_ready = ready
        registration.save(update_fields=["is_ready"])
        record("registration.mark_ready", registration, by=by, ready=ready)
    return registration


def advance(registration: Registration, name: str, *, by, note: str = "") -> Registration:
    """Make a move of the registration's life. Raises `NotYet` with the sentence the user reads."""
    move = REGISTRATION_MOVES[name]
    unit = registration.exemplar.unit
    if _officer_files(registration, move, by):
        move = Move(**{**move.__dict__, "needs": (Permission.EXEMPLAR_WRITE,)})

    def also(moved: Registration) -> None:
        moved.reason = note.strip()
        if name == "file":
            moved.filed_by, moved.filed_at, moved.is_ready = by, timezone.now(), True
        if moved.stage == RegistrationStage.RETURNED:
            moved.is_ready = False
        days = DUE_DAYS.get(moved.stage)
        moved.due_on = timezone.localdate() + timedelta(days=getattr(moved.round, days)) if days else None
        telling.tell_moved(moved, name, by=by, note=note)

    return moves.make(registration, move, unit=unit, by=by, note=note, also=also)
