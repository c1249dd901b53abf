"""What an exemplar's page shows of its proposals."""

from dataclasses import dataclass

from kheo.accounts.access import can_anywhere
from kheo.accounts.permissions import Permission
from kheo.appraisal.lifecycle.nomination import NominationStage
from kheo.appraisal.models import Nomination
from kheo.appraisal.models.ladder import ways_up
from kheo.appraisal.queries.nominations import JOINED
from kheo.appraisal.queries.paths import nomination_path
from kheo.core.parts import StagePath
from kheo.movement.models import Exemplar
from kheo.movement.panels import Panel

SHOWN = 12


@dataclass(frozen=True)
class Proposals:
    rows: list[tuple[Nomination, StagePath]]
    may_propose: bool


def proposals(exemplar: Exemplar, user) -> Panel | None:
    """The newest proposals that `user` may see, and whether one may be made; nothing where there is neither."""
    found = Nomination.objects.visible_to(user).filter(exemplar=exemplar).exclude(stage=NominationStage.DROPPED)
    rows = [(file, nomination_path(file)) for file in found.select_related(*JOINED)[:SHOWN]]
    may = can_anywhere(user, Permission.NOMINATION_PROPOSE) and exemplar.stage != "merged"
    may = may and bool(ways_up(exemplar, user))
    return Panel("appraisal/_proposals.html", Proposals(rows, may)) if rows or may else None
