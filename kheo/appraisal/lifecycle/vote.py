"""The life of a vote: prepared, open, closed with a result, or set aside."""

from django.db import models

from kheo.accounts.move import Move, by_name
from kheo.accounts.permissions import Permission as P


class VoteStage(models.TextChoices):
    """No figure of a vote exists before it is closed."""

    PREPARING = "preparing", "Đang chuẩn bị"
    OPEN = "open", "Đang bỏ phiếu"
    CLOSED = "closed", "Đã kiểm phiếu"
    SET_ASIDE = "set_aside", "Đã hủy, bỏ phiếu lại"


S = VoteStage


def cannot_open(vote, by) -> str | None:
    """Có hồ sơ trong danh sách; đủ số thành viên có mặt theo bộ tiêu chí; không hồ sơ nào bị tạm chưa xét."""
    return vote.why_not_open()


def cannot_close(vote, by) -> str | None:
    """Biểu quyết, bỏ phiếu giấy: đã ghi số phiếu và biên bản, số phiếu khớp với số người có mặt."""
    return vote.why_not_close()


# fmt: off
VOTE = (
    #    name         on the button           from                    to           who may        when
    Move("open",      "Bắt đầu bỏ phiếu",     (S.PREPARING,),         S.OPEN,      (P.VOTE_RUN,), cannot_open),
    Move("close",     "Kết thúc, kiểm phiếu", (S.OPEN,),              S.CLOSED,    (P.VOTE_RUN,), cannot_close),
    Move("set_aside", "Hủy, bỏ phiếu lại",    (S.OPEN, S.CLOSED),     S.SET_ASIDE, (P.VOTE_RUN,), wants_reason=True,
         hint="Kết quả cũ vẫn lưu cùng lý do; vòng mới mở riêng."),
)
# fmt: on
VOTE_MOVES = by_name(VOTE)
