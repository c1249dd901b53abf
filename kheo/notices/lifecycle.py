"""The life of a letter in the outbox as one table: it waits, and a named sender sends or cancels it."""

from django.db import models

from kheo.accounts.move import Move, by_name
from kheo.accounts.permissions import Permission as P


class DispatchStage(models.TextChoices):
    """A letter leaves `waiting` once and for good."""

    WAITING = "waiting", "Chờ gửi"
    SENT = "sent", "Đã gửi"
    CANCELLED = "cancelled", "Đã hủy"


S = DispatchStage
# fmt: off
DISPATCH = (
    #    name       on the button   from           to            who may            when
    Move("send",    "Gửi",          (S.WAITING,),  S.SENT,       (P.NOTICE_SEND,)),
    Move("cancel",  "Hủy thư",      (S.WAITING,),  S.CANCELLED,  (P.NOTICE_SEND,),  wants_reason=True),
)
# fmt: on
DISPATCH_MOVES = by_name(DISPATCH)
