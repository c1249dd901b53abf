"""What readers say of files shown for comment: kept, read and answered by the focal body, erased in time."""

import hashlib
from datetime import datetime, timedelta

from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.utils import timezone

from kheo.appraisal.models import Nomination, PublicComment
from kheo.audit.models import record
from kheo.movement.lifecycle.move import NotYet
from kheo.visits import visitors

MOST = 10  # comments of one network within an hour: wide enough for an office or a village behind one line
SAME_WITHIN = timedelta(days=1)
KEPT_DAYS = 180  # after it was answered: who said it; of a complaint all words too

FULL = "Mạng này vừa gửi nhiều ý kiến. Xin chờ một giờ rồi gửi tiếp; nội dung vẫn còn trong các ô bên dưới."
SAME = "Ý kiến giống hệt đã được nhận trong ngày, không cần gửi lại."
OVER = "Thời gian lấy ý kiến về hồ sơ này đã hết. Xin gửi ở mục Góp ý."


@transaction.atomic
def send(
    nomination: Nomination, *, mark: str, network: str, text: str, name: str = "", contact: str = "",
    is_complaint: bool = False,
) -> PublicComment:  # fmt: skip
    """Keep a comment. The same form (`mark`) sent again as it was leads to the same comment."""
    digest = hashlib.sha256("\0".join([mark, text, str(is_complaint)]).encode()).hexdigest()
    if kept := PublicComment.objects.filter(mark=digest).first():
        return kept
    now = timezone.now()
    if not Nomination.objects.shown(on=timezone.localdate(now)).filter(pk=nomination.pk).exists():
        raise NotYet(OVER)
    key = visitors.hash_of(visitors.salt_of(timezone.localdate(now)), "y-kien", network)
    if PublicComment.objects.filter(network=key, at__gt=now - timedelta(hours=1)).count() >= MOST:
        raise NotYet(FULL)
    if PublicComment.objects.filter(nomination=nomination, text=text, at__gt=now - SAME_WITHIN).exists():
        raise NotYet(SAME)
    comment = PublicComment(
        nomination=nomination, text=text, name=name, contact=contact, is_complaint=is_complaint, mark=digest,
        network=key, at=now, consented_at=now if name or contact else None,
    )  # fmt: skip
    try:
        with transaction.atomic():
            comment.save()
    except IntegrityError:  # the second press came while the first was being kept
        return PublicComment.objects.get(mark=digest)
    record("comment.send", comment, by=None)
    return comment


@transaction.atomic
def answer(comment: PublicComment, *, text: str, by) -> PublicComment:
    """What the focal body did with it."""
    if not PublicComment.objects.visible_to(by).filter(pk=comment.pk).exists():
        raise PermissionDenied("Đồng chí không được giao ý kiến này.")
    comment = PublicComment.objects.select_for_update(of=("self",)).get(pk=comment.pk)
    if not text.strip():
        raise NotYet("Hãy ghi ý kiến này đã được xử lý thế nào.")
    comment.answer, comment.answered_by, comment.answered_at = text.strip(), by, timezone.now()
    comment.save(update_fields=["answer", "answered_by", "answered_at"])
    record("comment.answer", comment, by=by)
    return comment


@transaction.atomic
def restrict(comment: PublicComment, *, by) -> PublicComment:
    """It is a complaint or denunciation: from now on only those who watch over these read it."""
    if not PublicComment.objects.visible_to(by).filter(pk=comment.pk).exists():
        raise PermissionDenied("Đồng chí không được giao ý kiến này.")
    comment = PublicComment.objects.select_for_update(of=("self",)).get(pk=comment.pk)
    if not comment.is_complaint:
        comment.is_complaint = True
        comment.save(update_fields=["is_complaint"])
        record("comment.restrict", comment, by=by)
    return comment


def erase(*, at: datetime | None = None) -> int:
    """Erase what is kept of persons once its time is over; returns of how many comments."""
    at = at or timezone.now()
    due = PublicComment.objects.filter(answered_at__lt=at - timedelta(days=KEPT_DAYS), erased_at=None)
    keys = list(due.values_list("pk", flat=True))
    for key in keys:
        _erase_one(key, at)
    return len(keys)


@transaction.atomic
def _erase_one(key: int, at: datetime) -> None:
    comment = PublicComment.objects.select_for_update(of=("self",)).get(pk=key)
    comment.name, comment.contact, comment.consented_at, comment.network = "", "", None, None
    comment.text = "" if comment.is_complaint else comment.text
    comment.erased_at = at
    comment.save()
    record("comment.erase", comment, by=None)
