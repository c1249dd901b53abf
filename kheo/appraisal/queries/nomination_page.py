"""All that the page of one nomination shows, for whoever reads it: judge, proposing side, or juror of the file."""

from dataclasses import dataclass

from django.db.models import Count

from kheo.accounts.access import can
from kheo.accounts.permissions import Permission as P
from kheo.appraisal.models import Ask, Nomination
from kheo.appraisal.models.judged import missing_works
from kheo.appraisal.queries.paths import nomination_path
from kheo.core.parts import Goal, StagePath
from kheo.movement.models import TEN_ITEMS, Evidence, Outcome
from kheo.movement.queries.exemplar_page import LedgerLine, ledger_of
from kheo.movement.queries.whereabouts import focal_body_of

PHOTOS = 5


@dataclass(frozen=True)
class Work:
    """One piece of work that the rule set asks for."""

    label: str
    is_done: bool


@dataclass(frozen=True)
class NominationPage:
    """What the template draws; it asks for nothing more. None stands for what this reader is not to know."""

    nomination: Nomination
    path: StagePath
    goals: list[Goal]
    rows: list[tuple[str, str]]
    forces: list
    ledger: list[LedgerLine]
    photos: list[Evidence]
    works: list[Work]
    barred: str | None
    held: str | None
    not_shown: str | None
    reviews: bool
    reads_reason: bool


def nomination_page(nomination: Nomination, viewer) -> NominationPage:
    """The page of a file that came through `visible_to(viewer)` with what `queries.nominations.JOINED` joins."""
    exemplar = nomination.exemplar
    judges = can(viewer, P.NOMINATION_VIEW, nomination.unit)
    own = can(viewer, P.EXEMPLAR_VIEW, exemplar.unit) or can(viewer, P.NOMINATION_PROPOSE, nomination.proposer)
    body = focal_body_of(nomination.unit)
    return NominationPage(
        nomination=nomination,
        path=nomination_path(nomination, judge=body.name if body else ""),
        goals=[_goal(outcome) for outcome in exemplar.outcomes.annotate(proofs=Count("evidence"))],
        rows=_rows(exemplar),
        forces=list(exemplar.participants.all()),
        ledger=ledger_of(exemplar),
        photos=list(exemplar.evidence.filter(kind="photo")[:PHOTOS]),
        works=_works(nomination) if judges else [],
        barred=nomination.why_barred(viewer),
        held=nomination.why_held() if judges else None,
        not_shown=nomination.why_not_shown() if judges and nomination.rule_set.comment_days else None,
        reviews=can(viewer, P.NOMINATION_REVIEW, nomination.unit),
        reads_reason=judges or own,
    )


def _works(nomination: Nomination) -> list[Work]:
    missing = set(missing_works(nomination))
    return [Work(Ask(ask).label, ask not in missing) for ask in nomination.rule_set.asks]


def _goal(outcome: Outcome) -> Goal:
    return Goal(
        label=outcome.name, unit=outcome.measure, target=outcome.target, actual=outcome.actual,
        baseline=outcome.baseline, is_main=outcome.is_main, has_evidence=bool(outcome.proofs), on=outcome.actual_on,
    )  # fmt: skip


def _rows(exemplar) -> list[tuple[str, str]]:
    """Of the file what is written; what is empty is not asked for here."""
    names = ("summary", *TEN_ITEMS)
    told = [(str(exemplar._meta.get_field(name).verbose_name), getattr(exemplar, name)) for name in names]
    return [(label[:1].upper() + label[1:], text) for label, text in told if text.strip()]
