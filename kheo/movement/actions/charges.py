"""Who answers for an exemplar, dated: a new person in charge ends the former one's time."""

from datetime import date, timedelta

from django.db import transaction
from django.utils import timezone

from kheo.audit.models import record
from kheo.movement.actions.holding import hold, touched
from kheo.movement.lifecycle.move import NotYet
from kheo.movement.models import Charge, Exemplar


@transaction.atomic
def appoint(exemplar: Exemplar, *, by, since: date | None = None, user=None, name: str = "", title: str = "") -> Charge:
    """Name who is in charge from `since` (today); the former's last day is the one before. The same person stays.

    Raises `NotYet` without a name or title, or for a day before the present one's first.
    """
    exemplar, since = hold(exemplar, by=by), since or timezone.localdate()
    name, title = (name or (user.full_name if user else "")).strip(), title.strip()
    if not (name or title):
        raise NotYet("Hãy ghi họ tên hoặc chức vụ của người phụ trách.")
    former = list(exemplar.charges.filter(until=None))
    for charge in former:
        if (charge.user, charge.name, charge.title) == (user, name, title):
            return charge
        if since < charge.since:
            raise NotYet(f"“{charge}” phụ trách từ ngày {charge.since:%d/%m/%Y}; người mới không thể bắt đầu trước đó.")
    for charge in former:
        charge.until = max(charge.since, since - timedelta(days=1))
        charge.save(update_fields=["until"])
    charge = Charge.objects.create(exemplar=exemplar, user=user, name=name, title=title, since=since)
    touched(exemplar, at=timezone.now())
    record("exemplar.appoint", exemplar, by=by, personal={"in_charge": name}, title=title, since=since)
    return charge
