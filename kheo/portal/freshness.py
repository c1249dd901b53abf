"""When kept pages must be drawn anew: after each change of something the public reads, and at the clock's turns."""

from django.db import models
from wagtail.models import Page
from wagtail.signals import page_published, page_slug_changed, page_unpublished, post_page_move

from kheo.appraisal.models import Nomination
from kheo.audit.models import Event
from kheo.core.pagecache import forget_on_commit
from kheo.movement.models import Exemplar
from kheo.portal.actions.pages import settle
from kheo.portal.models import ARTICLE_WORDS, Photo, PublicPage

# Subjects of events that no public page shows, whatever happens to them. All others are taken to be shown.
UNSEEN = {
    "accounts.user",
    "accounts.membership",
    "accounts.invitation",
    "movement.registration",
    "movement.importbatch",
    "movement.guestlink",
    "movement.priorityarea",
    "movement.round",
    "movement.campaign",
    "appraisal.consultation",
    "appraisal.hold",
    "appraisal.panel",
    "appraisal.panelvote",
    "appraisal.publiccomment",
    "appraisal.ruleset",
    "appraisal.submission",
    "portal.letter",
    "portal.referral",
    "portal.residentword",
    "portal.story",
    "portal.feerate",
}


def hear(event: Event, subject: models.Model) -> None:
    """An act of a lower room: forget unless nobody outside can see its subject."""
    if event.subject_type in UNSEEN:
        return
    if isinstance(subject, Exemplar) and not (subject.published_at or "publish" in event.verb):
        return
    if isinstance(subject, Nomination) and subject.published_on is None:
        return
    forget_on_commit()


def connect() -> None:
    """Hear of what the newsroom does (Wagtail's own events)."""
    for signal in (page_published, page_unpublished, page_slug_changed, post_page_move):
        signal.connect(_changed)
    for signal in (models.signals.post_delete,):
        signal.connect(_deleted)


def _changed(sender, **kwargs) -> None:
    page = kwargs["instance"]
    if isinstance(page, PublicPage):
        settle(page)
    forget_on_commit()


def _deleted(sender, **kwargs) -> None:
    if issubclass(sender, PublicPage):
        ARTICLE_WORDS.remove([kwargs["instance"].pk])
    if issubclass(sender, Page | Photo):
        forget_on_commit()
