"""Who may have which paper that is drawn at once: the registration form, and the papers of one file."""

from .nominations import proposed
from .row import REVIEWS, SEES, WRITES, Row


def of(builder, **kwargs):
    """The keys of an object in the own and in the foreign commune."""
    return {
        "own": lambda cast: {"pk": builder(cast.own, cast).pk, **kwargs},
        "foreign": lambda cast: {"pk": builder(cast.foreign, cast).pk, **kwargs},
    }


def exemplar(commune, cast):
    return commune.exemplar


def registration(commune, cast):
    return commune.registration


def file(cast):
    return ""


ROWS = [
    Row("movement:exemplar_form", SEES, **of(exemplar, variant="word"), sees=file),
    Row("movement:exemplar_form", SEES, **of(exemplar, variant="pdf"), sees=file),
    Row("movement:registration_form", SEES, **of(registration, variant="word"), sees=file),
    Row("movement:registration_blank_word", WRITES, sees=file),
    Row("movement:registration_blank_pdf", WRITES, sees=file),
    Row("appraisal:file_paper", SEES, **of(proposed, key="bao-cao-thanh-tich", variant="word"), sees=file),
    Row("appraisal:file_paper", REVIEWS, **of(proposed, key="phieu-cham-trang", variant="word"), sees=file),
]
