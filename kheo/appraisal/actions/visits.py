"""Khảo sát thực tế: what somebody found on the spot, beside the scores."""

from collections.abc import Iterable
from datetime import date

from django.db import transaction
from django.utils import timezone

from kheo.accounts.access import require
from kheo.accounts.permissions import Permission
from kheo.appraisal.lifecycle.nomination import IN_JUDGEMENT
from kheo.appraisal.models import Nomination, Visit
from kheo.audit.models import record
from kheo.movement.lifecycle.move import NotYet
from kheo.movement.models import Evidence

WRITABLE = ("on", "people", "met", "findings", "advice")


@transaction.atomic
def enter(nomination: Nomination, *, by, photos: Iterable[Evidence] = (), **facts) -> Visit:
    """Keep a visit: on, people, met, findings, advice. Photos are pieces of evidence of the same exemplar."""
    nomination = _open(nomination, by)
    photos = _own(nomination, photos)
    visit = Visit(nomination=nomination, by=by, **_checked(facts))
    visit.save()
    visit.photos.set(photos)
    record("nomination.visit", nomination, by=by, visit=visit.pk, on=visit.on, photo_count=len(photos))
    return visit


@transaction.atomic
def correct(visit: Visit, *, by, photos: Iterable[Evidence] = (), **facts) -> Visit:
    """Put a record right while the file is judged; the trail keeps which parts were changed."""
    nomination = _open(visit.nomination, by)
    photos = _own(nomination, photos)
    visit = Visit.objects.select_for_update(of=("self",)).get(pk=visit.pk)
    changed = [name for name, value in _checked(facts).items() if getattr(visit, name) != value]
    for name in changed:
        setattr(visit, name, facts[name])
    if set(photos) != set(visit.photos.all()):
        visit.photos.set(photos)
        changed.append("photos")
    if changed:
        visit.save()
        record("nomination.correct_visit", nomination, by=by, visit=visit.pk, parts=changed)
    return visit


def _open(nomination: Nomination, by) -> Nomination:
    nomination = Nomination.objects.select_for_update(of=("self",)).get(pk=nomination.pk)
    require(by, Permission.NOMINATION_REVIEW, nomination.unit)
    if nomination.stage not in IN_JUDGEMENT:
        raise NotYet(f"Hồ sơ đang ở bước “{nomination.get_stage_display()}”, không ghi khảo sát được nữa.")
    if sentence := nomination.why_barred(by):
        raise NotYet(sentence)
    return nomination


def _own(nomination: Nomination, photos: Iterable[Evidence]) -> list[Evidence]:
    found = list(photos)
    if any(photo.exemplar_id != nomination.exemplar_id for photo in found):
        raise NotYet("Ảnh phải là minh chứng của chính mô hình này.")
    return found


def _checked(facts: dict) -> dict:
    if unknown := set(facts) - set(WRITABLE):
        raise TypeError(f"Not writable here: {sorted(unknown)}")
    day: date = facts.get("on") or timezone.localdate()
    if day > timezone.localdate():
        raise NotYet("Ngày khảo sát không thể sau hôm nay.")
    for name, words in {"people": "thành phần đoàn", "findings": "nhận xét tại chỗ"}.items():
        if not facts.get(name, "").strip():
            raise NotYet(f"Hãy ghi {words}.")
    return {**facts, "on": day}
