"""What a person agreed to have shown; taking it back takes the person's file off the public pages at once."""

from datetime import date

from django.db import transaction
from django.utils import timezone

from kheo.audit.models import record
from kheo.movement.actions.holding import hold
from kheo.movement.lifecycle.move import NotYet
from kheo.movement.models import Consent, Evidence, Exemplar

COVERS = ("covers_name", "covers_photo", "covers_story")


@transaction.atomic
def give(exemplar: Exemplar, *, by, person: str, how: str, given_on: date | None = None, **covers: bool) -> Consent:
    """Record that `person` agreed, to what (`covers_name`, `covers_photo`, `covers_story`), how and on which day."""
    exemplar, given_on = hold(exemplar, by=by), given_on or timezone.localdate()
    if unknown := set(covers) - set(COVERS):
        raise TypeError(f"No such consent: {sorted(unknown)}")
    if not (person.strip() and how.strip()):
        raise NotYet("Hãy ghi ai đồng ý và đồng ý bằng cách nào (phiếu ký, tin nhắn, gặp trực tiếp).")
    if not any(covers.values()):
        raise NotYet("Hãy chọn ít nhất một điều được đồng ý: nêu tên, đăng ảnh hoặc kể câu chuyện.")
    if given_on > timezone.localdate():
        raise NotYet("Ngày đồng ý không thể sau hôm nay.")
    consent = Consent.objects.create(
        exemplar=exemplar, person=person.strip(), how=how.strip(), given_on=given_on, recorded_by=by, **covers
    )
    record("consent.give", exemplar, by=by, personal={"person": consent.person}, consent=consent.pk, **covers)
    return consent


@transaction.atomic
def take_back(consent: Consent, *, by) -> Consent:
    """The person withdraws: a person's own file and photos leave the public pages; decisions stay facts."""
    exemplar = hold(consent.exemplar, by=by)
    consent = Consent.objects.select_for_update(of=("self",)).get(pk=consent.pk)
    if consent.withdrawn_on is not None:
        return consent
    consent.withdrawn_on = timezone.localdate()
    consent.save(update_fields=["withdrawn_on"])
    left = exemplar.consents.filter(withdrawn_on=None)
    hidden = False
    if consent.covers_story and exemplar.bearer == "person" and not left.filter(covers_story=True).exists():
        hidden = exemplar.published_at is not None
        Exemplar.objects.filter(pk=exemplar.pk).update(published_at=None, published_by=None, changed_at=timezone.now())
    photos = 0
    if consent.covers_photo and not left.filter(covers_photo=True).exists():
        photos = Evidence.objects.filter(exemplar=exemplar, consented=True).update(consented=False, is_public=False)
    record(
        "consent.take_back", exemplar, by=by, personal={"person": consent.person}, consent=consent.pk,
        unpublished=hidden, photos_hidden=photos,
    )  # fmt: skip
    return consent
