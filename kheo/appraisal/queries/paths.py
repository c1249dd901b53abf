"""Where a nomination stands on its way, who holds it and since when, as the path that pages and lists draw."""

from django.utils import timezone

from kheo.appraisal.lifecycle.nomination import NOMINATION_PATH, NOMINATION_PATH_PUBLISHED, NominationStage
from kheo.appraisal.models import Nomination
from kheo.core.parts import StagePath, stage_path
from kheo.core.vietnamese import format_date

S = NominationStage

COMING = {
    S.PROPOSED: "Thẩm định, kết luận hoặc yêu cầu bổ sung.",
    S.RETURNED: "Bổ sung rồi đề nghị lại.",
    S.APPRAISED: "Công khai lấy ý kiến hoặc trình.",
    S.PUBLISHED: "Hết thời gian lấy ý kiến thì trình.",
    S.SUBMITTED: "Quyết định công nhận.",
}
WITH_JUDGE = (S.PROPOSED, S.APPRAISED, S.PUBLISHED)


def nomination_path(nomination: Nomination, *, judge: str = "", today=None) -> StagePath:
    """Fetch with exemplar, unit, proposer, rule set and submission. `judge`: what the judging body is called."""
    stage, published = nomination.stage, nomination.rule_set.comment_days or nomination.published_on
    way = NOMINATION_PATH_PUBLISHED if published else NOMINATION_PATH
    step, halted = _step(nomination)
    labels = dict(S.choices)
    since = nomination.stage_since
    if stage == S.SUBMITTED and nomination.submission:
        since = nomination.submission.desk_since
    return stage_path(
        [labels[each] for each in way], way.index(step) if step in way else 0, label=labels[stage], since=since,
        holder=_holder(nomination, judge), coming=COMING.get(S(stage), ""), note=_note(nomination),
        late=_is_late(nomination, today or timezone.localdate()), halted=halted, ended=stage == S.GRANTED,
    )  # fmt: skip


def _step(nomination: Nomination) -> tuple[str, bool]:
    """The step of the main way on which it stands; a refused one stands where it had come to."""
    if nomination.stage == S.DECLINED:
        come_to = {
            S.SUBMITTED: nomination.submission_id, S.PUBLISHED: nomination.published_on,
            S.APPRAISED: nomination.concluded_by_id,
        }  # fmt: skip
        return next((step for step, reached in come_to.items() if reached), S.PROPOSED), True
    if nomination.stage in (S.RETURNED, S.DROPPED):
        return S.PROPOSED, nomination.stage == S.DROPPED
    return nomination.stage, False


def _holder(nomination: Nomination, judge: str) -> str:
    if nomination.stage in WITH_JUDGE:
        return judge or nomination.unit.title
    if nomination.stage == S.RETURNED:
        return nomination.proposer.title
    if nomination.stage == S.SUBMITTED and nomination.submission:
        return nomination.submission.desk
    return ""


def _note(nomination: Nomination) -> str:
    ends = nomination.comment_ends
    return f"nhận ý kiến đến {format_date(ends)}" if nomination.stage == S.PUBLISHED and ends else ""


def _is_late(nomination: Nomination, today) -> bool:
    return bool(nomination.due_on and nomination.due_on < today and nomination.stage in WITH_JUDGE)
