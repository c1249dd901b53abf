"""The life of a story sent to the newsroom. Whether it was published is no stage: that follows from its page."""

from django.db import models

from kheo.accounts.permissions import Permission as P
from kheo.movement.lifecycle.move import Move, by_name


class StoryStage(models.TextChoices):
    """Where a story stands with the newsroom."""

    SENT = "sent", "Đã gửi"
    TAKEN = "taken", "Đang biên tập"
    DECLINED = "declined", "Không dùng"
    WITHDRAWN = "withdrawn", "Đã rút"


PUBLISHED = "Đã đăng"  # read in place of "Đang biên tập" while the page made of it is live

S = StoryStage


def has_page(story, by) -> str | None:
    """Chưa có bản biên tập."""
    return "Tin bài này đã có bản biên tập." if story.page_id else None


def is_published(story, by) -> str | None:
    """Chưa đăng."""
    return "Tin bài đã đăng. Muốn thôi thì gỡ bài ở trang biên tập." if story.is_published else None


def is_anothers(story, by) -> str | None:
    """Do chính người gửi rút."""
    return None if story.sender_id == by.pk else "Chỉ người gửi rút được tin bài của mình."


# fmt: off
STORY = (
    #    name        on the button      from                to           who may             when
    Move("take",     "Nhận biên tập",   (S.SENT, S.TAKEN),  S.TAKEN,     (P.ARTICLE_WRITE,), has_page),
    Move("decline",  "Không dùng",      (S.SENT, S.TAKEN),  S.DECLINED,  (P.ARTICLE_WRITE,), is_published, wants_reason=True,
         hint="Người gửi đọc được lý do này."),
    Move("withdraw", "Rút tin bài",     (S.SENT,),          S.WITHDRAWN, (P.STORY_SEND,),    is_anothers),
)
# fmt: on
STORY_MOVES = by_name(STORY)

WAITING = (S.SENT,)
UNUSED = (S.DECLINED, S.WITHDRAWN)
# What a sender sees as the way ahead; that it is published shows at the end.
STORY_PATH = (S.SENT, S.TAKEN)
