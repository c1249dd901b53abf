"""The tables of the movement; each module holds the nouns that change together."""

from kheo.movement.models.campaign import (
    Campaign,
    Directive,
    DirectiveFile,
    Field,
    PriorityArea,
    PriorityKind,
    Round,
    Target,
    Theme,
)
from kheo.movement.models.desk import Draft, SavedView
from kheo.movement.models.evidence import SIGNED_PAPER, Evidence, Upload
from kheo.movement.models.exemplar import (
    LEDGER_MEASURE,
    TEN_ITEMS,
    Bearer,
    Charge,
    Consent,
    Exemplar,
    ExemplarKind,
    ForceRole,
    Nature,
    Outcome,
    Participant,
    Precision,
    Recognition,
    Resource,
    Verdict,
    Verification,
)
from kheo.movement.models.guest import LINK_DAYS, GuestLink, GuestNote, GuestPhoto
from kheo.movement.models.importing import (
    BUSY,
    BatchStage,
    ImportBatch,
    ImportMapping,
    ImportRemark,
    KnownAs,
    LandsAs,
    StagedRow,
)
from kheo.movement.models.progress import Contribution, Figure, Guidance, Progress
from kheo.movement.models.registration import Registration

__all__ = [
    "BUSY", "LEDGER_MEASURE", "LINK_DAYS", "SIGNED_PAPER", "TEN_ITEMS", "BatchStage", "Bearer", "Campaign",
    "Charge", "Consent", "Contribution", "Directive", "DirectiveFile", "Draft", "Evidence", "Exemplar", "ExemplarKind",
    "Field", "Figure", "ForceRole", "GuestLink", "GuestNote", "GuestPhoto", "Guidance", "ImportBatch", "ImportMapping",
    "ImportRemark", "KnownAs", "LandsAs", "Nature", "Outcome", "Participant", "Precision", "PriorityArea",
    "PriorityKind", "Progress", "Recognition", "Registration", "Resource", "Round", "SavedView", "StagedRow",
    "Target", "Theme", "Upload", "Verdict", "Verification",
]  # fmt: skip
