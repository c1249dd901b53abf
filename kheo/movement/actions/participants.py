"""What is done to the forces of an exemplar: the list as a whole is put in place of the former one."""

from collections.abc import Iterable

from django.db import transaction
from django.utils import timezone

from kheo.audit.models import record
from kheo.movement.actions.holding import hold, touched
from kheo.movement.lifecycle.move import NotYet
from kheo.movement.models import Exemplar, ForceRole, Participant


@transaction.atomic
def put(exemplar: Exemplar, rows: Iterable[dict], *, by) -> list[Participant]:
    """Put `rows` (`name`, `role`, `part`, perhaps `unit`) in place of the forces so far; the same list leaves no event.

    A unit of the tree lends its name where none is given. Raises `NotYet` for a row without a name.
    """
    exemplar = hold(exemplar, by=by)
    before = [_plain(each) for each in exemplar.participants.all()]
    wanted = [Participant(exemplar=exemplar, **_facts(row)) for row in rows]
    if any(not each.name for each in wanted):
        raise NotYet("Mỗi lực lượng tham gia cần có tên.")
    after = [_plain(each) for each in wanted]
    if before == after:
        return list(exemplar.participants.all())
    exemplar.participants.all().delete()
    Participant.objects.bulk_create(wanted)
    touched(exemplar, at=timezone.now())
    # A force typed by name may be a person: the trail keeps the list where it can be erased.
    told = "; ".join(" · ".join(filter(None, [name, part])) for _, name, _, part in after)
    record("exemplar.participants", exemplar, by=by, personal={"participants": told}, forces=[len(before), len(after)])
    return list(exemplar.participants.all())


def _facts(row: dict) -> dict:
    unit = row.get("unit")
    return {
        "unit": unit,
        "name": (row.get("name") or (unit.name if unit else "")).strip(),
        "role": row.get("role") or ForceRole.MEMBER,
        "part": (row.get("part") or "").strip(),
    }


def _plain(participant: Participant) -> list:
    return [participant.unit_id, participant.name, str(participant.role), participant.part]
