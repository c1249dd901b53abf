"""Where a registration or an exemplar stands on its way, as the path that pages and lists draw."""

from kheo.core.parts import StagePath, stage_path
from kheo.movement.lifecycle.exemplar import EXEMPLAR_PATH, ExemplarStage
from kheo.movement.lifecycle.registration import REGISTRATION_PATH, RegistrationStage
from kheo.movement.models import Exemplar, Registration

E, R = ExemplarStage, RegistrationStage

# Side exits show on the step of the main way on which they happened: (that step, is it the end of the way).
SIDE_EXEMPLAR = {E.PAUSED: (E.RUNNING, False), E.STOPPED: (E.RUNNING, True), E.MERGED: (E.RUNNING, True)}
SIDE_REGISTRATION = {R.RETURNED: (R.DRAFTING, False), R.REFUSED: (R.FILED, True), R.DROPPED: (R.DRAFTING, True)}
HOLDER = {R.DRAFTING: "ở đơn vị", R.RETURNED: "ở đơn vị", R.FILED: "chờ chuyên viên"}


def exemplar_path(exemplar: Exemplar, **rest) -> StagePath:
    """The way of an exemplar; a lasting one has no "Hoàn thành" at its end."""
    way = EXEMPLAR_PATH[exemplar.nature]
    if exemplar.stage == E.COMPLETED:  # completed while it was one-off, whatever its nature says now
        way = EXEMPLAR_PATH["one_off"]
    return _path(exemplar, way, SIDE_EXEMPLAR, ended=exemplar.stage == E.COMPLETED, **rest)


def registration_path(registration: Registration, **rest) -> StagePath:
    rest = {"holder": HOLDER.get(registration.stage, ""), **rest}
    return _path(registration, REGISTRATION_PATH, SIDE_REGISTRATION, ended=registration.stage == R.LISTED, **rest)


def _path(subject, way, sides, *, ended: bool, **rest) -> StagePath:
    labels = dict(type(subject)._meta.get_field("stage").choices)
    step, halted = sides.get(subject.stage, (subject.stage, False))
    return stage_path(
        [labels[each] for each in way],
        way.index(step) if step in way else len(way) - 1,
        label=subject.get_stage_display(),
        since=subject.stage_since,
        ended=ended,
        halted=halted,
        **rest,
    )
