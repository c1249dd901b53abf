"""Tạm chưa xét: a file waits while something is verified. The reason stands in the row alone, never on the trail."""

from datetime import date

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone

from kheo.accounts.permissions import WORDS, Permission
from kheo.appraisal.models import Hold
from kheo.appraisal.models.nomination import may_hold
from kheo.audit.models import record
from kheo.movement.lifecycle.move import NotYet
from kheo.movement.models import Exemplar


def _locked(exemplar: Exemplar, by) -> Exemplar:
    """Locked: two who hold the same file at once are told of each other; a merger waits."""
    exemplar = Exemplar.objects.select_for_update(of=("self",)).select_related("unit").get(pk=exemplar.pk)
    if not may_hold(by, Permission.HOLD_CHANGE, exemplar):
        raise PermissionDenied(f"Đồng chí chưa được giao quyền “{WORDS[Permission.HOLD_CHANGE]}”.")
    return exemplar


@transaction.atomic
def put(exemplar: Exemplar, *, reason: str, by, review_on: date | None = None) -> Hold:
    """Hold a file from today, with the reason that named roles read."""
    exemplar = _locked(exemplar, by)
    if not reason.strip():
        raise NotYet("Hãy ghi lý do tạm chưa xét; chỉ người được giao quyền đọc được lý do này.")
    if review_on and review_on < timezone.localdate():
        raise NotYet("Ngày xem lại không thể trước hôm nay.")
    if exemplar.holds.open().exists():
        raise NotYet("Hồ sơ này đang tạm chưa xét.")
    hold = Hold.objects.create(exemplar=exemplar, reason=reason.strip(), review_on=review_on, by=by)
    record("hold.put", hold, by=by)
    return hold


@transaction.atomic
def release(hold: Hold, *, reason: str, by) -> Hold:
    """The file is judged on, on the ground that is written down."""
    _locked(hold.exemplar, by)
    hold = Hold.objects.select_for_update(of=("self",)).get(pk=hold.pk)
    if hold.released_on is not None:
        raise NotYet("Hồ sơ này đã thôi tạm hoãn.")
    if not reason.strip():
        raise NotYet("Hãy ghi căn cứ thôi tạm hoãn.")
    hold.released_on, hold.released_by, hold.release_reason = timezone.localdate(), by, reason.strip()
    hold.save(update_fields=["released_on", "released_by", "release_reason"])
    record("hold.release", hold, by=by)
    return hold
