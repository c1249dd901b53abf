"""Reads of hiệp y: lists, and one list with answers for whoever reads it."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Count, Q

from kheo.accounts.access import can, units_where
from kheo.accounts.permissions import Permission as P
from kheo.appraisal.lifecycle.nomination import OPEN
from kheo.appraisal.models import Consultation, ConsultationAnswer, ConsultedBody, Nomination
from kheo.core.pages import key_in


def consultation_list(user):
    rows = Consultation.objects.visible_to(user).select_related("unit", "round")
    return rows.annotate(
        asked=Count("bodies", distinct=True),
        answered=Count("bodies", filter=Q(bodies__answered_at__isnull=False), distinct=True),
    )


def askable(user):
    """Files on their way where `user` reviews."""
    rows = Nomination.objects.filter(units_where(user, P.NOMINATION_REVIEW), stage__in=OPEN)
    return rows.select_related("exemplar__unit", "unit", "round").order_by("exemplar__sort", "pk")


def ticked(files, keys: Iterable[str]) -> list[Nomination]:
    return list(files.filter(pk__in=[key for text in keys if (key := key_in(text))]))


def files_of(consultation: Consultation) -> list[Nomination]:
    return list(consultation.nominations.select_related("exemplar__unit").order_by("exemplar__sort", "pk"))


@dataclass(frozen=True)
class ConsultationPage:
    """Files with what each body says of them; `bodies` with whether this reader answers for them."""

    files: list[tuple[Nomination, list[ConsultationAnswer]]]
    bodies: list[tuple[ConsultedBody, bool]]


def consultation_page(consultation: Consultation, user) -> ConsultationPage:
    """Who runs it reads all; a body reads its own answer alone. Four queries, however long the list is."""
    runs = can(user, P.NOMINATION_REVIEW, consultation.unit)
    bodies = list(consultation.bodies.select_related("unit", "answered_by"))
    own = [body for body in bodies if runs or (body.unit and can(user, P.NOMINATION_PROPOSE, body.unit))]
    answers: dict[int, list[ConsultationAnswer]] = {}
    for each in ConsultationAnswer.objects.filter(body__in=own).select_related("body").order_by("body__name"):
        answers.setdefault(each.nomination_id, []).append(each)
    files = [(file, answers.get(file.pk, [])) for file in files_of(consultation)]
    return ConsultationPage(files, [(body, consultation.closed_on is None) for body in own])
