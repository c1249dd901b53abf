"""Papers drafted out of what is there: kept with blank number and day, to be downloaded, numbered and signed."""

from django.db import models, transaction

from kheo.accounts.access import require
from kheo.accounts.move import NotYet
from kheo.accounts.permissions import Permission
from kheo.appraisal.lifecycle.vote import VoteStage
from kheo.appraisal.models import PanelVote
from kheo.documents.actions import drafts
from kheo.documents.models import PaperRecord
from kheo.documents.paper import Paper
from kheo.units.models import Unit


@transaction.atomic
def keep(thing: models.Model, paper: Paper, *, unit: Unit, needs: Permission, by) -> PaperRecord:
    """Keep the draft of a paper about `thing`, which is of `unit`."""
    require(by, needs, unit)
    return _keep(thing, paper, unit, by)


@transaction.atomic
def keep_minutes(vote: PanelVote, paper: Paper, *, by) -> PaperRecord:
    """Keep the minutes of a counted vote: of the count, or of the meeting."""
    require(by, Permission.VOTE_RUN, vote.panel.unit)
    if vote.stage != VoteStage.CLOSED:
        raise NotYet("Chưa kiểm phiếu nên chưa soạn được biên bản.")
    return _keep(vote, paper, vote.panel.unit, by)


def _keep(thing: models.Model, paper: Paper, unit: Unit, by) -> PaperRecord:
    """A second draft of the same paper takes the place of the first while that is a draft."""
    same = PaperRecord.objects.about(thing).filter(kind=paper.kind, form=paper.form, stage="drafted")
    kept = same.filter(title=drafts.title_of(paper)).first()
    return drafts.keep_anew(kept, paper, by=by) if kept else drafts.keep(paper, unit=unit, about=thing, by=by)
