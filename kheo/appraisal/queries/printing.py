"""Certificates as they are printed: what each says, of one thing or of a whole decision."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.conf import settings

from kheo.accounts.access import can
from kheo.accounts.permissions import Permission
from kheo.appraisal import seals
from kheo.appraisal.models import BatchItem, Certificate, Commendation, DecisionBatch
from kheo.appraisal.queries.certificates import level_of, link_of
from kheo.core.vietnamese import format_date
from kheo.documents.certificates import PrintedCertificate as Sheet
from kheo.documents.paper import Office, Signer
from kheo.documents.queries import head_for
from kheo.movement.models import Exemplar, Recognition
from kheo.movement.panels import Panel

UNSIGNED = Signer("")


@dataclass(frozen=True)
class Papers:
    """What an exemplar's page offers to print: recognitions and commendations that stand."""

    recognitions: list[Recognition]
    commendations: list[Commendation]


def papers_of(exemplar: Exemplar, user) -> Panel | None:
    """Nothing for whoever may not print, or where nothing stands (two queries)."""
    if not can(user, Permission.CERTIFICATE_PRINT, exemplar.unit):
        return None
    recognitions = list(exemplar.recognitions.filter(annulled_on=None))
    commendations = list(exemplar.commendations.filter(annulled_on=None).select_related("form"))
    found = Papers(recognitions, commendations)
    return Panel("appraisal/_papers.html", found) if recognitions or commendations else None


def things_of(batch: DecisionBatch) -> list[Recognition | Commendation]:
    """What the decision gave and still stands, in the order of its list: recognitions, then commendations."""
    items = list(batch.items.select_related("recognition", "commendation").order_by("position", "pk"))
    things = [item.recognition for item in items] + [item.commendation for item in items]
    return [thing for thing in things if thing and thing.annulled_on is None]


def sheets_of(things: Iterable[Recognition | Commendation]) -> list[Sheet]:
    """The sheets of things whose certificates were issued, in their order."""
    things = list(things)
    kept = Certificate.objects.with_facts().select_related("recognition__unit", "commendation__unit")
    by_thing = {
        certificate.thing: certificate
        for certificate in kept.filter(recognition__in=[each for each in things if isinstance(each, Recognition)])
        | kept.filter(commendation__in=[each for each in things if isinstance(each, Commendation)])
    }
    signers, offices = _signers(things), _offices(by_thing.values())
    return [
        sheet_of(by_thing[thing], offices[_unit(by_thing[thing]).pk], signers.get(thing)) for thing in things
    ]  # fmt: skip


def sheet_of(certificate: Certificate, office: Office, signer: Signer | None) -> Sheet:
    """One certificate. Who signed the decision signs it, or who usually signs for the office."""
    thing = certificate.thing
    is_award = isinstance(thing, Commendation)
    number = f"số {thing.decision_no} " if thing.decision_no else ""
    return Sheet(
        form=office.form, award=thing.form.name if is_award else "Giấy chứng nhận", giver=thing.issuer,
        verb="Tặng" if is_award else "Cấp", name=certificate.holder,
        unit="" if is_award else certificate.exemplar.unit.title,
        reason=thing.achievement if is_award else _reason(thing), signer=signer or office.signer or UNSIGNED,
        place=office.place, on=thing.decided_on,
        decision=f"Quyết định {number}ngày {format_date(thing.decided_on)} của {thing.issuer}",
        code=f"{settings.WAGTAILADMIN_BASE_URL.partition('://')[2]}/xac-minh/ · {seals.grouped(certificate.short)}",
        link=link_of(certificate),
    )  # fmt: skip


def _reason(recognition: Recognition) -> str:
    exemplar = recognition.exemplar
    kind = exemplar.get_kind_display().lower()
    return f"Đạt danh hiệu {kind} “Dân vận khéo” {level_of(recognition)} năm {recognition.year}"


def _unit(certificate: Certificate):
    return certificate.thing.unit or certificate.exemplar.unit


def _offices(certificates) -> dict[int, Office]:
    units = {_unit(certificate).pk: _unit(certificate) for certificate in certificates}
    return {key: head_for(unit) for key, unit in units.items()}


def _signers(things) -> dict[Recognition | Commendation, Signer]:
    """Who signed the decisions that gave these things."""
    found = {}
    for field, kind in (("recognition", Recognition), ("commendation", Commendation)):
        keys = [each.pk for each in things if isinstance(each, kind)]
        for item in BatchItem.objects.filter(**{f"{field}__in": keys}).select_related("batch", field):
            if item.batch.signer:
                found[getattr(item, field)] = Signer(item.batch.signer_title, item.batch.signer)
    return found
