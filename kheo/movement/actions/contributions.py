"""Rows of the resource ledger that are typed apart from any outcome: money, land, labour, things in kind."""

from datetime import date
from decimal import Decimal

from django.db import transaction
from django.utils import timezone

from kheo.audit.models import record
from kheo.movement.actions import ledger
from kheo.movement.actions.holding import hold, touched
from kheo.movement.lifecycle.move import NotYet
from kheo.movement.models import Contribution, Exemplar, Progress, Resource


@transaction.atomic
def enter(
    exemplar: Exemplar, *, by, kind: str, amount: Decimal, on: date | None = None, measure: str = "",
    description: str = "", donors: str = "", names_consented: bool = False,
) -> Contribution:  # fmt: skip
    """Book what people gave. Donors are groups ("56 hộ"); names only with their consent."""
    exemplar = hold(exemplar, by=by)
    row = build(
        exemplar, kind=kind, amount=amount, on=on, measure=measure, description=description, donors=donors,
        names_consented=names_consented,
    )  # fmt: skip
    row.save()
    touched(exemplar, at=timezone.now())
    personal = {"donors": row.donors} if row.names_consented else {}
    facts = {"contribution": row.pk, "resource": row.get_kind_display(), "amount": str(row.amount)}
    record("contribution.enter", exemplar, by=by, personal=personal, **facts)
    return row


@transaction.atomic
def remove(contribution: Contribution, *, by) -> None:
    """Take a row off the ledger. Raises `NotYet` for one that is an outcome's figure: that is put right on its note."""
    exemplar = hold(contribution.exemplar, by=by)
    row = Contribution.objects.select_for_update(of=("self",)).get(pk=contribution.pk)
    if row.figure_id is not None:
        raise NotYet("Dòng này là số liệu của một phiếu tiến độ; hãy sửa ở phiếu đó.")
    pk, facts = row.pk, {"resource": row.get_kind_display(), "amount": str(row.amount), "on": row.on}
    row.delete()
    touched(exemplar, at=timezone.now())
    record("contribution.remove", exemplar, by=by, contribution=pk, **facts)


def build(
    exemplar: Exemplar, *, kind: str, amount: Decimal, on: date | None = None, measure: str = "",
    description: str = "", donors: str = "", names_consented: bool = False, progress: Progress | None = None,
) -> Contribution:  # fmt: skip
    """A row not yet saved, checked and in the ledger's own measure. Raises `NotYet` with what is wrong."""
    on = on or (progress.on if progress else timezone.localdate())
    if kind not in Resource.values:
        raise NotYet("Hãy chọn loại nguồn lực: tiền, đất, ngày công hay hiện vật.")
    if amount is None or amount < 0:
        raise NotYet("Số lượng đóng góp phải là số từ 0 trở lên.")
    if on > timezone.localdate():
        raise NotYet("Ngày đóng góp không thể sau hôm nay.")
    if kind == Resource.IN_KIND and not (measure.strip() and description.strip()):
        raise NotYet("Với hiện vật, hãy ghi là vật gì và đơn vị tính.")
    measure = measure.strip() or ledger.measure_of(kind, "")
    return Contribution(
        exemplar=exemplar, progress=progress, kind=kind, on=on, donors=donors.strip(),
        amount=amount * ledger.factor(kind, measure), measure=ledger.measure_of(kind, measure),
        description=description.strip(), names_consented=names_consented,
    )  # fmt: skip
