"""Texts of official papers: plain words, numbers and days in, a `Paper` out."""

from kheo.documents.texts.decisions import (
    decision,
    decision_of_annulment,
    decision_of_commendation,
    decision_of_recognition,
    panel_decision,
)
from kheo.documents.texts.minutes import Tally, Unequal, counting_minutes, meeting_minutes
from kheo.documents.texts.notices import (
    announcement,
    announcement_of_result,
    conclusion_notice,
    invitation,
    official_letter,
)
from kheo.documents.texts.parts import Listed
from kheo.documents.texts.reports import achievement_report, emulation_pledge, report
from kheo.documents.texts.sheets import REGISTRATION_ITEMS, Scored, list_of, registration_form, score_sheet
from kheo.documents.texts.submission import submission

__all__ = [
    "REGISTRATION_ITEMS",
    "Listed",
    "Scored",
    "Tally",
    "Unequal",
    "achievement_report",
    "announcement",
    "announcement_of_result",
    "conclusion_notice",
    "counting_minutes",
    "decision",
    "decision_of_annulment",
    "decision_of_commendation",
    "decision_of_recognition",
    "emulation_pledge",
    "invitation",
    "list_of",
    "meeting_minutes",
    "official_letter",
    "panel_decision",
    "registration_form",
    "report",
    "score_sheet",
    "submission",
]
