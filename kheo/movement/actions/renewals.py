"""*Đăng ký tiếp*: last year's models carried into a round, completed or stopped, each row done or not by itself."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.core.exceptions import PermissionDenied
from django.db import transaction

from kheo.movement.actions import exemplars, registrations
from kheo.movement.lifecycle.exemplar import ExemplarStage
from kheo.movement.lifecycle.move import NotYet
from kheo.movement.lifecycle.registration import Origin
from kheo.movement.models import Exemplar, Registration, Round

ANSWERS = {"continue": "Tiếp tục", "complete": "Hoàn thành", "stop": "Đã ngừng"}
_ENDS = {"complete": ExemplarStage.COMPLETED, "stop": ExemplarStage.STOPPED}


@dataclass(frozen=True)
class Answer:
    """What the unit says of one model: a key of `ANSWERS`, and why, where it stopped."""

    exemplar: Exemplar
    answer: str
    reason: str = ""


@dataclass(frozen=True)
class Result:
    """What became of one row, in a sentence; `done` is False where something stands in the way."""

    exemplar: Exemplar
    done: bool
    sentence: str


@transaction.atomic
def renew(answers: Iterable[Answer], round_: Round, *, by) -> list[Result]:
    """Do each row by itself, so that one obstacle holds up one row only. Sent twice, it acts once."""
    answers = list(answers)
    # All are held before the first is done: the trail's last link is held from then on, and whoever had one of the
    # later rows and wanted that link would wait for us while we wait for them.
    rows = Exemplar.objects.filter(pk__in=[answer.exemplar.pk for answer in answers])
    list(rows.select_for_update(of=("self",)).order_by("pk").values_list("pk", flat=True))
    return [_row(answer, round_, by=by) for answer in answers]


def _row(answer: Answer, round_: Round, *, by) -> Result:
    act = _carry_on if answer.answer == "continue" else _end
    try:
        with transaction.atomic():
            return act(answer, round_, by=by)
    except (NotYet, PermissionDenied) as reason:
        return Result(answer.exemplar, False, str(reason))


def _carry_on(answer: Answer, round_: Round, *, by) -> Result:
    exemplar = answer.exemplar
    former = Registration.objects.filter(exemplar=exemplar, round=round_).open_or_listed().first()
    if former:
        return Result(exemplar, True, f"Đã có đăng ký trong {round_} ({former.get_stage_display().lower()}).")
    registration = registrations.draft(exemplar, round_, by=by, origin=Origin.CONTINUED)
    if "file" not in {move.name for move in registrations.open_moves(registration, by)}:
        registrations.mark_ready(registration, by=by)
        return Result(exemplar, True, "Đã soạn xong, chờ lãnh đạo đơn vị gửi.")
    try:
        registrations.advance(registration, "file", by=by)
    except NotYet as reason:
        return Result(exemplar, False, f"Đã lưu bản nháp. {reason}")
    return Result(exemplar, True, "Đã gửi đăng ký tiếp tục.")


def _end(answer: Answer, round_: Round, *, by) -> Result:
    exemplar = Exemplar.objects.get(pk=answer.exemplar.pk)
    if exemplar.stage == _ENDS[answer.answer]:
        return Result(exemplar, True, f"Đã ghi nhận từ trước: {exemplar.get_stage_display().lower()}.")
    moved = exemplars.advance(exemplar, answer.answer, by=by, note=answer.reason)
    return Result(exemplar, True, f"Đã ghi nhận: {moved.get_stage_display().lower()}.")
