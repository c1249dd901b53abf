"""The tables of appraisal; each module holds the nouns that change together."""

from kheo.appraisal.models.award import NO_BASIS, AwardForm, AwardKind, BaseSalary, Commendation
from kheo.appraisal.models.batch import BatchItem, DecisionBatch, Result
from kheo.appraisal.models.certificate import Certificate
from kheo.appraisal.models.conflict import Clearance, Kin, Kinship, Tie
from kheo.appraisal.models.consultation import (
    Consultation,
    ConsultationAnswer,
    ConsultedBody,
    Opinion,
    PublicComment,
)
from kheo.appraisal.models.honours import HonoursDay
from kheo.appraisal.models.nomination import Hold, Nomination, RankGroup, Visit
from kheo.appraisal.models.panel import JUDGES, Assignment, Panel, Seat, SeatPart
from kheo.appraisal.models.rules import (
    ASKS,
    Abstention,
    Ask,
    Column,
    Criterion,
    CriterionGroup,
    Profile,
    RuleSet,
    VoteManner,
)
from kheo.appraisal.models.sheet import Score, ScoreChange, ScoreSheet
from kheo.appraisal.models.submission import Submission
from kheo.appraisal.models.vote import SMALL_PANEL, Answer, Ballot, PanelVote, RollEntry, SitsOut, VoteLine

__all__ = [
    "ASKS", "JUDGES", "NO_BASIS", "SMALL_PANEL", "Abstention", "Answer", "Ask", "Assignment", "AwardForm",
    "AwardKind", "Ballot", "BaseSalary", "BatchItem", "Certificate", "Clearance", "Column", "Commendation",
    "Consultation", "ConsultationAnswer", "ConsultedBody", "Criterion", "CriterionGroup", "DecisionBatch", "Hold", "HonoursDay",
    "Kin", "Kinship", "Nomination", "Opinion", "Panel", "PanelVote", "Profile", "PublicComment", "RankGroup",
    "Result", "RollEntry", "RuleSet", "Score", "ScoreChange", "ScoreSheet", "Seat", "SeatPart", "SitsOut",
    "Submission", "Tie", "Visit", "VoteLine", "VoteManner",
]  # fmt: skip
