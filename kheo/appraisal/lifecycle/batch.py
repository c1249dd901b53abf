"""The life of a decision batch (đợt công nhận): listed, entered by one, confirmed by another."""

from django.db import models

from kheo.accounts.move import Move, by_name
from kheo.accounts.permissions import Permission as P


class BatchStage(models.TextChoices):
    """Nothing is recognised before the decision is confirmed; a decision ends only by another decision."""

    LISTING = "listing", "Đang lập danh sách"
    ENTERED = "entered", "Chờ xác nhận quyết định"
    DECIDED = "decided", "Đã quyết định"
    WITHDRAWN = "withdrawn", "Quyết định đã bị hủy bỏ"


S = BatchStage


def lacks_decision(batch, by) -> str | None:
    """Có danh sách; số, ngày, người ký và bản quét có chữ ký của quyết định."""
    return batch.why_not_entered()


def cannot_confirm(batch, by) -> str | None:
    """Người xác nhận không phải người nhập; từng hồ sơ trong danh sách vẫn đủ điều kiện."""
    return batch.why_not_confirmed(by)


def cannot_approve(batch, by) -> str | None:
    """Có danh sách; từng hồ sơ trong danh sách đủ điều kiện; người duyệt không thuộc hồ sơ nào trong danh sách."""
    return batch.why_not_approved(by)


# fmt: off
BATCH = (
    #    name        on the button               from            to           who may             when
    Move("enter",    "Nhập quyết định",          (S.LISTING,),   S.ENTERED,   (P.BATCH_ENTER,),   lacks_decision),
    Move("correct",  "Sửa lại trước xác nhận",   (S.ENTERED,),   S.LISTING,   (P.BATCH_ENTER, P.BATCH_CONFIRM), wants_reason=True),
    Move("confirm",  "Xác nhận quyết định",      (S.ENTERED,),   S.DECIDED,   (P.BATCH_CONFIRM,), cannot_confirm),
    Move("approve",  "Duyệt trên hệ thống",      (S.LISTING,),   S.DECIDED,   (P.BATCH_APPROVE,), cannot_approve),
    Move("withdraw", "Ghi quyết định hủy bỏ",    (S.DECIDED,),   S.WITHDRAWN, (P.BATCH_CONFIRM,), wants_reason=True,
         hint="Chỉ bằng một quyết định khác; mọi công nhận trong danh sách hết hiệu lực từ ngày đó."),
)
# fmt: on
BATCH_MOVES = by_name(BATCH)
