"""The life of a paper as one table: drafted here, issued when its number, day and signer are recorded, perhaps withdrawn."""

from django.db import models

from kheo.accounts.move import Move, by_name
from kheo.accounts.permissions import Permission as P


class PaperStage(models.TextChoices):
    """From `issued` on what the paper says never changes; a paper ends only by another paper."""

    DRAFTED = "drafted", "Dự thảo"
    ISSUED = "issued", "Đã ban hành"
    WITHDRAWN = "withdrawn", "Đã thu hồi"
    DROPPED = "dropped", "Đã bỏ"


S = PaperStage
# fmt: off
PAPER = (
    #    name        on the button           from            to            who may
    Move("issue",    "Ghi số, ngày ban hành", (S.DRAFTED,),  S.ISSUED,     (P.PAPER_WRITE,),
         hint="Số tự nhập theo hệ thống của cơ quan, hoặc lấy từ sổ văn bản."),
    Move("withdraw", "Ghi thu hồi",          (S.ISSUED,),    S.WITHDRAWN,  (P.PAPER_WRITE,),  wants_reason=True,
         hint="Chỉ bằng một văn bản khác."),
    Move("drop",     "Bỏ dự thảo",           (S.DRAFTED,),   S.DROPPED,    (P.PAPER_WRITE,)),
)
# fmt: on
PAPER_MOVES = by_name(PAPER)
