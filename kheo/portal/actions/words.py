"""What a resident says of a model: still works, no longer, not sure. One word a browser, and it may change its mind."""

from datetime import datetime, timedelta

from django.db import transaction
from django.utils import timezone
from django.utils.crypto import salted_hmac

from kheo.audit.models import record
from kheo.movement.lifecycle.move import NotYet
from kheo.movement.models import Exemplar
from kheo.portal.actions import allowances
from kheo.portal.models import ResidentWord

KEPT = timedelta(days=366)

NO_BROWSER = "Trình duyệt chưa giữ được dấu (cookie) của trang này. Xin cho phép cookie, mở lại trang rồi trả lời."
FULL = "Mạng này vừa gửi nhiều câu trả lời về mô hình này. Xin chờ một giờ rồi trả lời."


def give(exemplar: Exemplar, word: str, *, browser: str, network: str, at: datetime | None = None) -> ResidentWord:
    """Keep the word of a browser (its own token, kept here as a digest). Raises `NotYet` with the sentence to read."""
    if not browser:
        raise NotYet(NO_BROWSER)
    at = at or timezone.now()
    with transaction.atomic():
        try:
            allowances.use(f"word:{exemplar.pk}", network, most=allowances.WORDS, at=at)
        except allowances.Flooded:
            raise NotYet(FULL) from None
        said, _ = ResidentWord.objects.update_or_create(
            exemplar=exemplar, browser=_digest(exemplar, browser), defaults={"word": word, "at": at}
        )
        # That somebody answered, not what and about what: the trail is read by others than those who ask here.
        record("resident_word.give", said, by=None)
    return said


def forget(*, at: datetime | None = None) -> int:
    """Drop what was said more than a year ago; how many went."""
    gone, _ = ResidentWord.objects.filter(at__lt=(at or timezone.now()) - KEPT).delete()
    return gone


def _digest(exemplar: Exemplar, browser: str) -> str:
    """By exemplar: what one browser says of several models cannot be put together."""
    return salted_hmac("kheo.resident_word", f"{exemplar.pk}:{browser}", algorithm="sha256").hexdigest()
