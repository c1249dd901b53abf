"""Who published and took down what: Wagtail's log of a page, told to the trail as it is written.

Everything that publishes writes that log: the newsroom's buttons, an approval, a schedule that comes due.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from django.db.models.signals import post_save
from django.utils import timezone
from wagtail.models import PageLogEntry

from kheo.audit.models import record
from kheo.portal.models import ArticlePage, PublicPage

DONE = {
    "wagtail.publish": "publish",
    "wagtail.publish.schedule": "schedule",
    "wagtail.publish.scheduled": "publish",
    "wagtail.unpublish": "unpublish",
    "wagtail.unpublish.scheduled": "unpublish",
}
BY_THE_CLOCK = {"wagtail.publish.scheduled", "wagtail.unpublish.scheduled"}
SET = ("wagtail.publish.schedule", "wagtail.publish")  # acts of whoever set the clock

_untold: ContextVar[bool] = ContextVar("untold", default=False)


@contextmanager
def untold() -> Iterator[None]:
    """Publish without an event for each page: for an act over many that leaves one of its own."""
    before = _untold.set(True)
    try:
        yield
    finally:
        _untold.reset(before)


def connect() -> None:
    post_save.connect(_logged, sender=PageLogEntry)


def _logged(sender, instance: PageLogEntry, created: bool, **kwargs) -> None:
    verb = DONE.get(instance.action)
    clock = instance.action in BY_THE_CLOCK
    if not created or not verb or _untold.get() or not (clock or instance.user_id):
        return
    page = instance.page.specific
    if isinstance(page, PublicPage):
        noun = "article" if isinstance(page, ArticlePage) else "page"
        record(f"{noun}.{verb}", page, by=instance.user, note=_set_by(page) if clock else "")


def _set_by(page: PublicPage) -> str:
    entry = (
        PageLogEntry.objects.filter(page=page.pk, action__in=SET, user__isnull=False)
        .select_related("user").order_by("-timestamp", "-pk").first()
    )  # fmt: skip
    if entry is None:
        return "Theo lịch đã đặt."
    return f"Theo lịch {entry.user} đã duyệt lúc {timezone.localtime(entry.timestamp):%H:%M ngày %d/%m/%Y}."
