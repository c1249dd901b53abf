"""Where a model stands on its way: who holds it, since when, what comes next."""

from kheo.core.parts import StagePath, stage_path
from kheo.movement.lifecycle.exemplar import ExemplarStage
from kheo.movement.lifecycle.registration import RegistrationStage
from kheo.movement.models import Exemplar, Registration
from kheo.units.models import FocalBody, Unit

UNIT, LEADER, FOCAL = "unit", "leader", "focal"

_REGISTERING = ("Soạn đăng ký", "Chờ rà soát", "Duyệt đăng ký")
_R, _E = RegistrationStage, ExemplarStage

# stage of the registration: (place on the path, who holds it, what comes next)
_ON_REGISTRATION = {
    _R.DRAFTING: (0, UNIT, "Đơn vị soạn xong, lãnh đạo gửi đăng ký."),
    _R.RETURNED: (0, UNIT, "Đơn vị bổ sung rồi gửi lại."),
    _R.FILED: (1, FOCAL, "Chuyên viên rà soát: duyệt, hỏi thêm hoặc không đưa vào danh mục."),
    _R.LISTED: (2, UNIT, "Đơn vị ra mắt mô hình và ghi tiến độ."),
    _R.REFUSED: (2, UNIT, "Không có bước tiếp theo trong đợt này."),
    _R.DROPPED: (0, UNIT, "Không có bước tiếp theo trong đợt này."),
}
# stage of the exemplar once it has begun: (place on the path, who holds it, what comes next)
_ON_EXEMPLAR = {
    _E.RUNNING: (3, UNIT, "Ghi tiến độ, thêm minh chứng."),
    _E.PAUSED: (3, UNIT, "Tiếp tục khi đã tháo gỡ xong."),
    _E.COMPLETED: (4, UNIT, "Xác nhận hằng năm việc đã làm còn được giữ."),
    _E.STOPPED: (3, UNIT, ""),
    _E.MERGED: (3, UNIT, "Theo dõi ở hồ sơ đã gộp vào."),
}


def path_of(exemplar: Exemplar, registration: Registration | None, focal: FocalBody | None) -> StagePath:
    """The whole way of a model, from its registration to its end, standing where it stands."""
    begun = exemplar.stage != _E.NEW
    if begun or registration is None:
        return _exemplar_path(exemplar)
    return registration_path(registration, focal, longer=_life(exemplar))


def registration_path(
    registration: Registration, focal: FocalBody | None, *, longer: tuple[str, ...] = ()
) -> StagePath:
    """The way of one registration; `longer` adds what comes after it."""
    at, holder, coming = _ON_REGISTRATION[registration.stage]
    if registration.stage == _R.DRAFTING and registration.is_ready:
        holder, coming = LEADER, "Lãnh đạo đơn vị gửi đăng ký."
    if registration.stage == _R.LISTED and registration.exemplar.stage != _E.NEW:
        coming = ""  # what was to come has come
    return stage_path(
        [*_REGISTERING, *longer], at, label=registration.get_stage_display(), since=registration.stage_since,
        holder=_holder(holder, registration.exemplar.unit, focal), coming=coming,
        halted=registration.stage in (_R.REFUSED, _R.DROPPED), ended=registration.stage == _R.LISTED and not longer,
    )  # fmt: skip


def _exemplar_path(exemplar: Exemplar) -> StagePath:
    at, holder, coming = _ON_EXEMPLAR.get(exemplar.stage, (0, UNIT, "Lập đăng ký trong một đợt thi đua."))
    labels = [*_REGISTERING, *_life(exemplar)]
    if exemplar.stage == _E.COMPLETED and len(labels) == 4:  # its nature was changed afterwards
        labels.append("Hoàn thành")
    return stage_path(
        labels, at, label=exemplar.get_stage_display(), since=exemplar.stage_since, coming=coming,
        holder=_holder(holder, exemplar.unit, None), ended=exemplar.stage == _E.COMPLETED,
        halted=exemplar.stage in (_E.STOPPED, _E.MERGED),
    )  # fmt: skip


def _life(exemplar: Exemplar) -> tuple[str, ...]:
    return ("Đang thực hiện", "Hoàn thành") if exemplar.nature == "one_off" else ("Đang thực hiện",)


def _holder(who: str, unit: Unit, focal: FocalBody | None) -> str:
    if who == FOCAL:
        return focal.name if focal else "Cơ quan thường trực"
    return f"Lãnh đạo {unit.name}" if who == LEADER else unit.title


def focal_body_of(unit: Unit) -> FocalBody | None:
    """The focal body that reviews what comes from `unit`: of the nearest unit above it that has one (one query)."""
    step = Unit.steplen
    above = [unit.path[:end] for end in range(step, len(unit.path) + 1, step)]
    bodies = FocalBody.objects.filter(unit__path__in=above, ends=None)
    return bodies.order_by("-unit__depth", "-starts").first()
