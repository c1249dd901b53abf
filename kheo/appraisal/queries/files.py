"""What stands beside a file on its page and in lists: holds, visits, hiệp y, what the public said."""

from dataclasses import dataclass, field

from django.db.models import F

from kheo.accounts.access import can
from kheo.accounts.models import covers_whole_tree
from kheo.accounts.permissions import Permission as P
from kheo.appraisal.lifecycle.nomination import IN_JUDGEMENT
from kheo.appraisal.models import ConsultationAnswer, Hold, Nomination, PublicComment, Visit
from kheo.appraisal.models.nomination import may_hold


def open_holds(user):
    """The open holds that `user` may read, those with the nearest day first."""
    held = Hold.objects.visible_to(user).open().select_related("exemplar__unit", "by")
    return held.order_by(F("review_on").asc(nulls_last=True), "since", "pk")


@dataclass(frozen=True)
class Holds:
    rows: list[Hold]
    may_change: bool

    @property
    def is_open(self) -> bool:
        return any(hold.released_on is None for hold in self.rows)


def holds_part(nomination: Nomination, user) -> Holds | None:
    """Why a file waits, for named roles alone."""
    if not may_hold(user, P.HOLD_VIEW, nomination.exemplar):
        return None
    rows = list(nomination.exemplar.holds.select_related("by", "released_by"))
    return Holds(rows, may_hold(user, P.HOLD_CHANGE, nomination.exemplar))


@dataclass(frozen=True)
class Visits:
    rows: list[Visit]
    may_write: bool


def visits_part(nomination: Nomination, user) -> Visits | None:
    """For those who judge, and jurors of the file; the unit reads the conclusion."""
    reviews = can(user, P.NOMINATION_REVIEW, nomination.unit)
    judges = can(user, P.NOMINATION_VIEW, nomination.unit) or nomination.assignments.filter(seat__user=user).exists()
    if not judges:
        return None
    rows = list(nomination.visits.select_related("by").prefetch_related("photos"))
    may = reviews and nomination.stage in IN_JUDGEMENT and nomination.why_barred(user) is None
    return Visits(rows, may) if rows or may else None


@dataclass(frozen=True)
class Answers:
    rows: list[ConsultationAnswer]
    waiting: list[str] = field(default_factory=list)


def consultations_part(nomination: Nomination, user) -> Answers | None:
    """What the bodies asked say of this file: for reviewers only."""
    if not can(user, P.NOMINATION_REVIEW, nomination.unit):
        return None
    rows = list(nomination.consultation_answers.select_related("body__consultation").order_by("body__name"))
    asked = nomination.consultations.open().filter(bodies__answered_at=None).values_list("bodies__name", flat=True)
    waiting = [name for name in asked if name]
    return Answers(rows, waiting) if rows or waiting else None


def comments_part(nomination: Nomination, user) -> list[PublicComment] | None:
    """What the public said, as far as this person reads it; nothing where nothing came."""
    found = list(PublicComment.objects.visible_to(user).filter(nomination=nomination).select_related("answered_by"))
    return found or None


def comments(user, *, complaints: bool):
    rows = PublicComment.objects.visible_to(user).filter(is_complaint=complaints)
    return rows.select_related("nomination__exemplar__unit").order_by(
        F("answered_at").asc(nulls_first=True), "at", "pk"
    )


def watches_complaints(user) -> bool:
    return covers_whole_tree(user, P.COMPLAINT_VIEW)
