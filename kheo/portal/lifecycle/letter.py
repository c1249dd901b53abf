"""The life of a letter as one table: received, passed on, answered, out of scope, closed; and the way into restriction."""

from django.db import models

from kheo.accounts.permissions import Permission as P
from kheo.movement.lifecycle.move import Move, by_name


class LetterStage(models.TextChoices):
    """What the sender reads beside the code."""

    RECEIVED = "received", "Đã nhận"
    PASSED = "passed", "Đã chuyển"
    ANSWERED = "answered", "Đã trả lời"
    OUT = "out", "Không thuộc phạm vi"
    CLOSED = "closed", "Đã khép lại"


S = LetterStage


def is_restricted(letter, by) -> str | None:
    """Không phải khiếu nại, tố cáo."""
    return "Thư này đang ở chế độ hạn chế vì là khiếu nại, tố cáo." if letter.is_complaint else None


def is_not_restricted(letter, by) -> str | None:
    """Đang ở chế độ hạn chế."""
    return None if letter.is_complaint else "Thư này không ở chế độ hạn chế."


# fmt: off
LETTER = (
    #    name         on the button                 from                              to          who may                when
    Move("answer",    "Trả lời",                    (S.RECEIVED, S.PASSED),           S.ANSWERED, (P.FEEDBACK_ANSWER,),  is_restricted,
         hint="Người gửi đọc được câu trả lời bằng mã theo dõi. Không đăng ở đâu khác."),
    Move("pass_on",   "Chuyển đơn vị",              (S.RECEIVED, S.PASSED),           S.PASSED,   (P.FEEDBACK_ANSWER,),  is_restricted,
         hint="Cán bộ đơn vị ấy đọc được nội dung, không thấy họ tên và cách liên hệ của người gửi."),
    Move("put_aside", "Không thuộc phạm vi",        (S.RECEIVED, S.PASSED),           S.OUT,      (P.FEEDBACK_ANSWER,),  is_restricted,
         hint="Người gửi đọc được nơi cần tìm đến."),
    Move("close",     "Khép lại",                   (S.RECEIVED, S.PASSED),           S.CLOSED,   (P.FEEDBACK_ANSWER,),  is_restricted,
         hint="Dùng cho thư trống nghĩa, thư rác, thư trùng. Người gửi đọc được lý do."),
    Move("reopen",    "Mở lại",                     (S.ANSWERED, S.OUT, S.CLOSED),    S.RECEIVED, (P.FEEDBACK_ANSWER,),  is_restricted),
    Move("restrict",  "Đây là khiếu nại, tố cáo",   (S.RECEIVED, S.PASSED, S.ANSWERED, S.OUT, S.CLOSED), S.OUT, (P.FEEDBACK_ANSWER,), is_restricted,
         hint="Thư rời khỏi hộp này ngay: chỉ người được giao đọc khiếu nại, tố cáo còn thấy. Người gửi đọc được nơi tiếp nhận đúng."),
    Move("restore",   "Không phải khiếu nại, tố cáo", (S.OUT,),                       S.RECEIVED, (P.COMPLAINT_VIEW,),   is_not_restricted,
         hint="Thư trở về hộp góp ý của địa bàn và được trả lời như các thư khác."),
)
# fmt: on
LETTER_MOVES = by_name(LETTER)

OPEN = (S.RECEIVED, S.PASSED)
ENDED = (S.ANSWERED, S.OUT, S.CLOSED)
