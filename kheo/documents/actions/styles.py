"""How an office heads, signs and spells its papers."""

from collections.abc import Mapping

from django.db import transaction

from kheo.accounts.access import require
from kheo.accounts.permissions import Permission
from kheo.audit.models import record
from kheo.documents.models import OfficeStyle, PaperHead
from kheo.units.models import Unit

HEAD = ("superior", "issuer", "symbol", "place", "authority", "signer_title", "signer", "keeper")


@transaction.atomic
def write(unit: Unit, *, form: str, spelling: str, heads: Mapping[str, Mapping[str, str]], by) -> OfficeStyle:
    """Keep a unit's style, and its heads by form. Nothing changed leaves no event."""
    require(by, Permission.PAPER_WRITE, unit)
    OfficeStyle.objects.get_or_create(unit=unit)
    style = OfficeStyle.objects.select_for_update(of=("self",)).select_related("unit").get(unit=unit)
    changes = _put(style, {"form": form, "spelling": spelling})
    if changes:
        record("officestyle.write", style, by=by, **changes)
    for one, facts in heads.items():
        head, _ = PaperHead.objects.get_or_create(unit=unit, form=one)
        changes = _put(head, {name: " ".join(facts.get(name, "").split()) for name in HEAD})
        if changes:
            signer = changes.pop("signer", None)
            record("paperhead.write", head, by=by, personal={"signer": signer[1]} if signer else None, **changes)
    return style


def _put(row, values: dict[str, str]) -> dict[str, list[str]]:
    changes = {name: [getattr(row, name), value] for name, value in values.items() if getattr(row, name) != value}
    for name, value in values.items():
        setattr(row, name, value)
    row.save()
    return changes
