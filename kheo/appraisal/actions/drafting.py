"""Papers drafted out of what is there: kept with blank number and day, to be downloaded, numbered and signed."""

from django.db import transaction

from kheo.accounts.access import require
from kheo.accounts.move import NotYet
from kheo.accounts.permissions import Permission
from kheo.appraisal.lifecycle.vote import VoteStage
from kheo.appraisal.models import DecisionBatch, PanelVote, Submission
from kheo.documents.actions import drafts
from kheo.documents.models import PaperRecord
from kheo.documents.paper import Paper
from kheo.units.models import Unit


@transaction.atomic
def keep_decision(batch: DecisionBatch, paper: Paper, *, by) -> PaperRecord:
    """Keep the draft of a decision; a second one takes the place of the first while that is a draft."""
    require(by, Permission.BATCH_ENTER, batch.unit)
    if not batch.items.exists():
        raise NotYet("Danh sách chưa có hồ sơ nào.")
    return _keep(batch, paper, batch.unit, by)


@transaction.atomic
def keep_submission(submission: Submission, paper: Paper, *, by) -> PaperRecord:
    """Keep the draft of a tờ trình."""
    require(by, Permission.NOMINATION_REVIEW, submission.unit)
    return _keep(submission, paper, submission.unit, by)


@transaction.atomic
def keep_minutes(vote: PanelVote, paper: Paper, *, by) -> PaperRecord:
    """Keep the minutes of a counted vote: of the count, or of the meeting."""
    require(by, Permission.VOTE_RUN, vote.panel.unit)
    if vote.stage != VoteStage.CLOSED:
        raise NotYet("Chưa kiểm phiếu nên chưa soạn được biên bản.")
    return _keep(vote, paper, vote.panel.unit, by)


def _keep(thing, paper: Paper, unit: Unit, by) -> PaperRecord:
    kept = PaperRecord.objects.about(thing).filter(kind=paper.kind, form=paper.form, stage="drafted").first()
    return drafts.keep_anew(kept, paper, by=by) if kept else drafts.keep(paper, unit=unit, about=thing, by=by)
