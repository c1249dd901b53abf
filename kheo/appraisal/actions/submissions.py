"""Trình: a list of files goes to the desk of whoever decides, with one tờ trình."""

from collections.abc import Iterable

from django.db import transaction
from django.utils import timezone

from kheo.accounts.access import require
from kheo.accounts.actions import moves
from kheo.accounts.move import NotYet
from kheo.accounts.permissions import Permission
from kheo.appraisal.lifecycle.nomination import NOMINATION_MOVES
from kheo.appraisal.models import Nomination, Submission
from kheo.audit.models import record


@transaction.atomic
def submit(nominations: Iterable[Nomination], *, to: str, by, opinion: str = "") -> Submission:
    """All of them or none. Raises `NotYet` with the first file that may not go and why."""
    files = list(nominations)
    if not files:
        raise NotYet("Hãy chọn ít nhất một hồ sơ để trình.")
    if not to.strip():
        raise NotYet("Hãy ghi nơi nhận tờ trình.")
    first = files[0]
    if {(each.unit_id, each.level, each.round_id) for each in files} != {(first.unit_id, first.level, first.round_id)}:
        raise NotYet("Một tờ trình chỉ gồm hồ sơ của một nơi xét, một cấp và một đợt.")
    require(by, Permission.NOMINATION_REVIEW, first.unit)
    submission = Submission.objects.create(
        unit=first.unit, level=first.level, round=first.round, to=to.strip(), desk=to.strip(),
        opinion=opinion.strip(), by=by,
    )  # fmt: skip
    # All rows before the first event: whoever holds one of them may be waiting for the trail.
    keys = [file.pk for file in files]
    for file in list(Nomination.objects.filter(pk__in=keys).select_for_update(of=("self",)).order_by("pk")):
        _submit_one(file, submission, by)
    record("submission.send", submission, by=by, to=submission.to, files=len(files))
    return submission


def _submit_one(file: Nomination, submission: Submission, by) -> None:
    def also(moved: Nomination) -> None:
        moved.submission = submission

    try:
        moves.make(file, NOMINATION_MOVES["submit"], unit=file.unit, by=by, also=also, submission=submission.pk)
    except NotYet as reason:
        raise NotYet(f"“{file.exemplar}”: {reason}") from None


@transaction.atomic
def hand_on(submission: Submission, *, desk: str, by) -> Submission:
    """Say on whose desk it lies now."""
    submission = Submission.objects.select_for_update(of=("self",)).get(pk=submission.pk)
    require(by, Permission.NOMINATION_REVIEW, submission.unit)
    if not desk.strip():
        raise NotYet("Hãy ghi tờ trình đang ở bàn của ai.")
    before, submission.desk, submission.desk_since = submission.desk, desk.strip(), timezone.now()
    submission.save(update_fields=["desk", "desk_since"])
    record("submission.hand_on", submission, by=by, desk=[before, submission.desk])
    return submission
