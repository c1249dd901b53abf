"""Who may open the desk, the lists of the register, and the round's summary."""

from django.urls import reverse

from kheo.movement.models import Contribution
from tests import make

from .row import EVERYBODY, SEES, Row


def name(cast):
    return cast.own.exemplar.name


def listed(cast):
    """The own and the foreign model listed in the round, with land in its ledger."""
    for commune in (cast.own, cast.foreign):
        if not commune.exemplar.registrations.exists():
            make.registration(commune.exemplar, round=cast.round, stage="listed")
            Contribution.objects.create(exemplar=commune.exemplar, kind="land", amount=9, measure="m²", on="2026-05-01")
    return {"dot": cast.round.pk}


ROWS = [
    Row("movement:my_work", EVERYBODY, sees=lambda cast: "Việc của tôi"),
    Row("movement:exemplar_list", SEES, sees=name),
    Row("movement:exemplar_export", SEES, sees=lambda cast: ""),
    Row("movement:registration_list", SEES, sees=lambda cast: cast.own.drafted.name),
    Row("movement:search", SEES, query=lambda cast: {"q": "tuyen duong hoa"}, sees=name),
    Row("movement:saved_view_add", SEES, method="POST", data=lambda cast: {"name": "Của tôi", "query": ""}),
    Row("reports:summary", SEES, query=listed, sees=lambda cast: reverse("movement:exemplar_list")),
    Row("reports:summary_export", SEES, query=listed, sees=lambda cast: ""),
    Row("reports:ledger", SEES, query=listed, sees=name),
]
