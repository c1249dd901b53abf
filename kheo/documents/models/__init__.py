"""The tables of this room: papers, number registers, an office's style and its own templates."""

from kheo.documents.models.record import FrozenPaper, PaperRecord
from kheo.documents.models.register import (
    ALL_TYPES,
    CODES,
    WHOLE_TERM,
    NumberRegister,
    RegisterEntry,
    RegisterLine,
    numeral,
)
from kheo.documents.models.style import OfficeStyle, PaperHead, Spelling
from kheo.documents.models.template import PaperTemplate

__all__ = [
    "ALL_TYPES",
    "CODES",
    "WHOLE_TERM",
    "FrozenPaper",
    "NumberRegister",
    "OfficeStyle",
    "PaperHead",
    "PaperRecord",
    "PaperTemplate",
    "RegisterEntry",
    "RegisterLine",
    "Spelling",
    "numeral",
]
