"""The life of a registration: one exemplar in one round (design section 4)."""

from django.db import models

from kheo.accounts.permissions import Permission as P
from kheo.movement.lifecycle.move import Move, by_name, first


class RegistrationStage(models.TextChoices):
    """Only `listed` counts as registered."""

    DRAFTING = "drafting", "Đang soạn"
    FILED = "filed", "Chờ rà soát"
    RETURNED = "returned", "Cần bổ sung"
    LISTED = "listed", "Đã duyệt đăng ký"
    REFUSED = "refused", "Không đưa vào danh mục"
    DROPPED = "dropped", "Đã rút"


class Origin(models.TextChoices):
    """How the exemplar comes to this round."""

    NEW = "new", "Mới"
    CONTINUED = "continued", "Tiếp tục"
    REPLICATED = "replicated", "Nhân rộng"


S = RegistrationStage


def lacks_six_facts(registration, by) -> str | None:
    """Đủ sáu điều: tên; đơn vị và địa bàn; loại và chủ thể; lĩnh vực; điều sẽ đếm; thời điểm bắt đầu."""
    missing = registration.exemplar.missing_to_file()
    return f"Chưa gửi được, còn thiếu: {', '.join(missing)}." if missing else None


def round_is_closed(registration, by) -> str | None:
    """Đợt còn nhận đăng ký (điển hình có thể gửi ngoài thời hạn)."""
    return registration.round.why_closed(registration.exemplar)


def is_merged_away(registration, by) -> str | None:
    """Hồ sơ chưa gộp vào hồ sơ khác."""
    other = registration.exemplar.merged_into
    return f"Hồ sơ này đã gộp vào “{other}”; hãy xét đăng ký của hồ sơ đó." if other else None


# fmt: off
REGISTRATION = (
    #    name         on the button             from                               to          who may                   when
    Move("file",      "Gửi đăng ký",            (S.DRAFTING, S.RETURNED),          S.FILED,    (P.REGISTRATION_FILE,),   first(is_merged_away, lacks_six_facts, round_is_closed)),
    Move("send_back", "Yêu cầu bổ sung",        (S.FILED,),                        S.RETURNED, (P.REGISTRATION_REVIEW,), wants_reason=True,
         hint="Nói rõ cần bổ sung điều gì; đơn vị đọc được câu này."),
    Move("list",      "Duyệt đăng ký",          (S.FILED,),                        S.LISTED,   (P.REGISTRATION_REVIEW,), is_merged_away),
    Move("refuse",    "Không đưa vào danh mục", (S.FILED,),                        S.REFUSED,  (P.REGISTRATION_REVIEW,), wants_reason=True,
         hint="Đơn vị đọc được lý do này."),
    Move("drop",      "Rút đăng ký",            (S.DRAFTING, S.FILED, S.RETURNED), S.DROPPED,  (P.REGISTRATION_FILE,)),
)
# fmt: on
REGISTRATION_MOVES = by_name(REGISTRATION)

REGISTERED = (S.LISTED,)
OPEN = (S.DRAFTING, S.FILED, S.RETURNED)
WITH_UNIT = (S.DRAFTING, S.RETURNED)
# What a reader sees as the way ahead; the side exits (returned, refused, dropped) show on the step where they happened.
REGISTRATION_PATH = (S.DRAFTING, S.FILED, S.LISTED)
