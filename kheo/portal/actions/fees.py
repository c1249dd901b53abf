"""Rates of nhuận bút: set from a day on by those who approve articles; a sample to begin with."""

from datetime import date

from django.db import transaction

from kheo.accounts.permissions import Permission
from kheo.audit.models import record
from kheo.movement.lifecycle.move import NotYet
from kheo.portal.models import ArticleKind, FeeRate
from kheo.portal.newsroom import require_entry

# Đồng for one work. Invented to show how the table works: every newsroom sets its own by its own decision.
SAMPLES = {
    ArticleKind.NEWS: 150_000,
    ArticleKind.STORY: 350_000,
    ArticleKind.REPORTAGE: 700_000,
    ArticleKind.INTERVIEW: 400_000,
    ArticleKind.PHOTOS: 200_000,
}


@transaction.atomic
def set_rate(kind: str, amount: int, starts: date, *, by, is_sample: bool = False) -> FeeRate:
    """So much for a work of `kind` posted on `starts` or later; one of the same day is put right. In đồng."""
    require_entry(by, Permission.ARTICLE_PUBLISH)
    if kind == ArticleKind.REPOST:
        raise NotYet("Bài đăng lại không tính nhuận bút.")
    rate = FeeRate.objects.select_for_update().filter(kind=kind, starts=starts).first()
    before = rate.amount if rate else None
    rate = rate or FeeRate(kind=kind, starts=starts)
    if (before, rate.is_sample) == (amount, is_sample):
        return rate
    rate.amount, rate.is_sample = amount, is_sample
    rate.save()
    record("fee_rate.set", rate, by=by, amount=[before, amount], starts=starts)
    return rate


@transaction.atomic
def put_samples(starts: date, *, by) -> list[FeeRate]:
    """Sample rates for a newsroom that has set none yet."""
    require_entry(by, Permission.ARTICLE_PUBLISH)
    if FeeRate.objects.exists():
        raise NotYet("Đã có mức nhuận bút; hãy sửa từng mức.")
    return [set_rate(kind, amount, starts, by=by, is_sample=True) for kind, amount in SAMPLES.items()]
