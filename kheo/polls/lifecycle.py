"""The life of a poll as one table. Whether it is open is no stage: that follows from the clock (`Poll.is_open`)."""

from django.db import models

from kheo.accounts.move import Move, NotYet, by_name
from kheo.accounts.permissions import Permission as P

__all__ = ["POLL", "POLL_MOVES", "Move", "NotYet", "PollStage", "has_votes", "is_not_ready"]

FEWEST_CHOICES = 2


class PollStage(models.TextChoices):
    """Only a `published` poll is ever public, from its opening on."""

    DRAFTING = "drafting", "Đang soạn"
    PUBLISHED = "published", "Đã duyệt mở"
    DROPPED = "dropped", "Đã bỏ"


def is_not_ready(poll, at) -> str | None:
    """Có từ hai phương án; số phương án được chọn vừa với danh sách; giờ đóng còn ở phía trước, sau giờ mở."""
    choices = poll.choices.count()
    if choices < FEWEST_CHOICES:
        return "Cần có ít nhất hai phương án."
    if poll.max_ticks > choices:
        return f"Mỗi phiếu được chọn đến {poll.max_ticks} phương án mà danh sách chỉ có {choices}."
    if poll.closes_at <= at:
        return "Giờ đóng đã qua; hãy sửa lại thời gian rồi mới mở."
    return None


def has_votes(poll, at) -> str | None:
    """Chưa có phiếu nào."""
    return "Đã có phiếu gửi vào nên không sửa được nữa; có thể đóng sớm." if poll.votes.exists() else None


S = PollStage
# fmt: off
POLL = (
    #    name         on the button            from             to            who may                      when
    Move("publish",   "Duyệt, mở bình chọn",   (S.DRAFTING,),   S.PUBLISHED,  (P.POLL_OPEN,),              is_not_ready),
    Move("take_back", "Thu lại để sửa",        (S.PUBLISHED,),  S.DRAFTING,   (P.POLL_OPEN,),              has_votes),
    Move("drop",      "Bỏ bình chọn",          (S.DRAFTING,),   S.DROPPED,    (P.POLL_CHANGE, P.POLL_OPEN)),
)
# fmt: on
POLL_MOVES = by_name(POLL)
