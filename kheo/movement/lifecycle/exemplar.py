"""The life of an exemplar, from registration to its end (design section 4)."""

from django.db import models

from kheo.accounts.permissions import Permission as P
from kheo.movement.lifecycle.move import Move, by_name


class ExemplarStage(models.TextChoices):
    """Where a model stands. Whether it is recognised is never a stage: it follows from its recognitions."""

    NEW = "new", "Chưa bắt đầu"
    RUNNING = "running", "Đang thực hiện"
    PAUSED = "paused", "Tạm dừng"
    COMPLETED = "completed", "Hoàn thành"
    STOPPED = "stopped", "Ngừng hoạt động"
    MERGED = "merged", "Đã gộp"


S = ExemplarStage


def is_not_ready_to_launch(exemplar, by) -> str | None:
    """Có đăng ký đã duyệt; đủ mười mục của bản đăng ký; vai trò từng lực lượng; người phụ trách."""
    if not exemplar.is_registered():
        return "Chưa ra mắt được: chưa có đăng ký nào được duyệt."
    missing = exemplar.missing_to_launch()
    return f"Chưa ra mắt được, còn thiếu: {', '.join(missing)}." if missing else None


def cannot_complete(exemplar, by) -> str | None:
    """Mô hình hoàn thành một việc; kết quả chính đã có số thực hiện và ngày."""
    if exemplar.nature != "one_off":
        return "Mô hình duy trì thường xuyên không kết thúc bằng “Hoàn thành”; khi thôi làm thì chọn “Ngừng hoạt động”."
    main = exemplar.main_outcome()
    if main is None:
        return "Chưa có kết quả chính để đối chiếu."
    if main.actual is None or main.actual_on is None:
        return f"Kết quả chính “{main.name}” chưa có số thực hiện và ngày đạt được."
    return None


# fmt: off
EXEMPLAR = (
    #    name        on the button      from                           to           who may                                when
    Move("launch",   "Ra mắt",          (S.NEW,),                      S.RUNNING,   (P.EXEMPLAR_LEAD,),                    is_not_ready_to_launch),
    Move("pause",    "Tạm dừng",        (S.RUNNING,),                  S.PAUSED,    (P.EXEMPLAR_LEAD, P.EXEMPLAR_OVERSEE), wants_reason=True),
    Move("resume",   "Tiếp tục",        (S.PAUSED,),                   S.RUNNING,   (P.EXEMPLAR_LEAD, P.EXEMPLAR_OVERSEE), wants_reason=True),
    Move("complete", "Hoàn thành",      (S.RUNNING,),                  S.COMPLETED, (P.EXEMPLAR_LEAD, P.EXEMPLAR_OVERSEE), cannot_complete),
    Move("stop",     "Ngừng hoạt động", (S.NEW, S.RUNNING, S.PAUSED),  S.STOPPED,   (P.EXEMPLAR_LEAD, P.EXEMPLAR_OVERSEE), wants_reason=True),
    Move("restore",  "Khôi phục",       (S.COMPLETED, S.STOPPED),      S.RUNNING,   (P.EXEMPLAR_OVERSEE,),                 wants_reason=True),
    Move("merge",    "Gộp",             (S.NEW, S.RUNNING, S.PAUSED, S.COMPLETED, S.STOPPED), S.MERGED, (P.EXEMPLAR_OVERSEE,), wants_reason=True,
         hint="Hai bên cùng được ghi là đồng chủ trì; cấp trên chỉ đếm một lần."),
)
# fmt: on
EXEMPLAR_MOVES = by_name(EXEMPLAR)

ALIVE = (S.RUNNING, S.PAUSED)
ENDED = (S.COMPLETED, S.STOPPED, S.MERGED)
# Merged ones live on in the other file: they are counted there.
NOT_COUNTED = (S.MERGED,)
COUNTED = (S.NEW, S.RUNNING, S.PAUSED, S.COMPLETED, S.STOPPED)
# May be shown to the public once published: a file that only waits or was merged away is not.
PUBLIC = (S.RUNNING, S.PAUSED, S.COMPLETED, S.STOPPED)
EXEMPLAR_PATH = {
    "one_off": (S.NEW, S.RUNNING, S.COMPLETED),
    "lasting": (S.NEW, S.RUNNING),
}
