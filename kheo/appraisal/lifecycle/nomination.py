"""The life of a nomination: one exemplar proposed at one level in one round (design section 4)."""

from django.db import models

from kheo.accounts.move import Move, by_name, first
from kheo.accounts.permissions import Permission as P


class NominationStage(models.TextChoices):
    """Where a proposal stands. That an exemplar is recognised is never a stage: it follows from its recognitions."""

    PROPOSED = "proposed", "Đã đề nghị"
    RETURNED = "returned", "Cần bổ sung"
    APPRAISED = "appraised", "Đã thẩm định"
    PUBLISHED = "published", "Đang công khai lấy ý kiến"
    SUBMITTED = "submitted", "Đã trình"
    GRANTED = "granted", "Được công nhận"
    DECLINED = "declined", "Chưa công nhận"
    DROPPED = "dropped", "Đã rút đề nghị"


S = NominationStage


def is_not_ripe(nomination, by) -> str | None:
    """Mô hình đang thực hiện hoặc hoàn thành; kết quả chính có số thực hiện, ngày và minh chứng."""
    return nomination.why_not_ripe()


def is_late(nomination, by) -> str | None:
    """Còn trong hạn đề nghị của bộ tiêu chí (hồ sơ được yêu cầu bổ sung thì gửi lại được sau hạn)."""
    return None if nomination.pk else nomination.rule_set.why_late("propose")


def is_held(nomination, by) -> str | None:
    """Hồ sơ không bị tạm chưa xét."""
    return nomination.why_held()


def is_own_file(nomination, by) -> str | None:
    """Người viết, phụ trách, được tôn vinh hoặc thân nhân không kết luận hồ sơ của mình."""
    return nomination.why_barred(by)


def is_not_judged(nomination, by) -> str | None:
    """Đủ các phần việc thẩm định mà bộ tiêu chí yêu cầu (phiếu tự chấm, thẩm định, hội đồng, khảo sát)."""
    return nomination.why_not_judged()


def lacks_votes(nomination, by) -> str | None:
    """Đạt điểm sàn và tỷ lệ phiếu của bộ tiêu chí."""
    return nomination.why_not_passed()


def is_under_comment(nomination, by) -> str | None:
    """Đã hết số ngày công khai lấy ý kiến (bộ tiêu chí ghi 0 ngày thì không phải công khai)."""
    return nomination.why_under_comment()


def is_first_concluder(nomination, by) -> str | None:
    """Kiến nghị xem xét lại do người khác với người kết luận lần đầu trả lời."""
    return nomination.why_not_second(by)


def needs_no_comment(nomination, by) -> str | None:
    """Bộ tiêu chí yêu cầu công khai lấy ý kiến."""
    return nomination.why_no_comment()


def is_not_to_reconsider(nomination, by) -> str | None:
    """Mỗi hồ sơ một lần, trong thời hạn của bộ tiêu chí."""
    return nomination.why_not_to_reconsider()


_READY = first(is_held, lacks_votes, is_under_comment)
_UNDECIDED = (S.PROPOSED, S.APPRAISED, S.PUBLISHED, S.SUBMITTED)

# fmt: off
NOMINATION = (
    #    name          on the button            from                        to           who may                            when
    Move("propose",    "Đề nghị công nhận",     (S.RETURNED,),              S.PROPOSED,  (P.NOMINATION_PROPOSE,),           first(is_held, is_not_ripe, is_late),
         hint="Lần đầu, đề nghị lập ra hồ sơ này ngay ở bước “Đã đề nghị”."),
    Move("send_back",  "Yêu cầu bổ sung",       (S.PROPOSED,),              S.RETURNED,  (P.NOMINATION_REVIEW,),            wants_reason=True,
         hint="Nói rõ cần bổ sung điều gì; đơn vị đọc được câu này."),
    Move("appraise",   "Kết luận thẩm định",    (S.PROPOSED,),              S.APPRAISED, (P.NOMINATION_REVIEW,),            first(is_own_file, is_first_concluder, is_held, is_not_judged)),
    Move("publish",    "Công khai lấy ý kiến",  (S.APPRAISED,),             S.PUBLISHED, (P.NOMINATION_REVIEW,),            first(is_own_file, needs_no_comment, is_held)),
    Move("submit",     "Trình",                 (S.APPRAISED, S.PUBLISHED), S.SUBMITTED, (P.NOMINATION_REVIEW,),            first(is_own_file, _READY)),
    Move("grant",      "Công nhận",             (S.SUBMITTED,),             S.GRANTED,   (P.BATCH_CONFIRM, P.BATCH_APPROVE), first(is_own_file, _READY),
         hint="Chỉ qua một đợt công nhận: một quyết định kèm danh sách."),
    Move("decline",    "Chưa công nhận",        _UNDECIDED,                 S.DECLINED,  (P.NOMINATION_DECIDE,),            first(is_own_file, is_first_concluder), wants_reason=True,
         hint="Đơn vị đọc được lý do này; lý do không bao giờ công khai."),
    Move("drop",       "Rút đề nghị",           (S.PROPOSED, S.RETURNED),   S.DROPPED,   (P.NOMINATION_PROPOSE,)),
    Move("reconsider", "Kiến nghị xem xét lại", (S.DECLINED,),              S.PROPOSED,  (P.NOMINATION_PROPOSE,),           is_not_to_reconsider, wants_reason=True,
         hint="Người đã kết luận lần đầu không trả lời kiến nghị."),
)
# fmt: on
NOMINATION_MOVES = by_name(NOMINATION)

# May be made on many ticked files at once.
BULK = ("publish", "send_back")

OPEN = (S.PROPOSED, S.RETURNED, S.APPRAISED, S.PUBLISHED, S.SUBMITTED)
WITH_UNIT = (S.RETURNED,)
# May be scored, visited and voted on.
IN_JUDGEMENT = (S.PROPOSED, S.APPRAISED)
# A proposal of a round that still counts: one at a time for an exemplar and level.
STANDING = (*OPEN, S.GRANTED, S.DECLINED)
NOMINATION_PATH = (S.PROPOSED, S.APPRAISED, S.SUBMITTED, S.GRANTED)
NOMINATION_PATH_PUBLISHED = (S.PROPOSED, S.APPRAISED, S.PUBLISHED, S.SUBMITTED, S.GRANTED)
