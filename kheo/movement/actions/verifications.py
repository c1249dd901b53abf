"""The dated answer to "còn hoạt động không?"."""

from datetime import date

from django.db import transaction
from django.utils import timezone

from kheo.audit.models import record
from kheo.movement.actions.holding import hold
from kheo.movement.lifecycle.move import NotYet
from kheo.movement.models import Exemplar, Verdict, Verification


@transaction.atomic
def answer(exemplar: Exemplar, verdict: str, *, by, on: date | None = None, note: str = "") -> Verification:
    """Say whether the exemplar still works. The same answer of the same day stays one row."""
    exemplar, on = hold(exemplar, by=by), on or timezone.localdate()
    if verdict not in Verdict.values:
        raise NotYet("Hãy chọn một câu trả lời: hoạt động hiệu quả, cần củng cố hoặc không còn hoạt động.")
    if on > timezone.localdate():
        raise NotYet("Ngày xác nhận không thể sau hôm nay.")
    if same := exemplar.verifications.filter(verdict=verdict, on=on, note=note.strip()).first():
        return same
    verification = Verification.objects.create(exemplar=exemplar, verdict=verdict, on=on, by=by, note=note.strip())
    record("exemplar.verify", exemplar, by=by, note=note.strip(), verdict=verification.get_verdict_display(), on=on)
    return verification
