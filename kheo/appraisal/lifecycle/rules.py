"""The life of a rule set: written, applied (frozen), superseded by a newer version."""

from django.db import models

from kheo.accounts.move import Move, by_name
from kheo.accounts.permissions import Permission as P


class RuleSetStage(models.TextChoices):
    """Only an applied one judges; what was once applied is never changed."""

    DRAFT = "draft", "Đang soạn"
    APPLIED = "applied", "Đang áp dụng"
    SUPERSEDED = "superseded", "Đã thay thế"


def is_incomplete(rule_set, by) -> str | None:
    """Đủ những con số mà mức quy định đã chọn đòi hỏi; không trùng thời gian với bộ khác cùng đơn vị, cùng cấp."""
    return rule_set.why_not_applicable()


# fmt: off
RULE_SET = (
    #    name         on the button   from                      to                       who may             when
    Move("apply",     "Áp dụng",      (RuleSetStage.DRAFT,),    RuleSetStage.APPLIED,    (P.RULES_APPLY,),  is_incomplete),
    Move("supersede", "Thay thế",     (RuleSetStage.APPLIED,),  RuleSetStage.SUPERSEDED, (P.RULES_APPLY,),  wants_reason=True,
         hint="Bộ mới thay cho bộ này; hồ sơ đã chấm theo bộ này được nêu tên để xác nhận lại."),
)
# fmt: on
RULE_SET_MOVES = by_name(RULE_SET)
