"""How a figure of an outcome reads in the ledger: each resource has one unit of measure there."""

from decimal import Decimal

from kheo.core.vietnamese import NotANumber, read_quantity, to_m2
from kheo.movement.lifecycle.move import NotYet
from kheo.movement.models import LEDGER_MEASURE, Resource

# canonical measures (kheo.core.vietnamese) that the ledger's unit of each resource is made of
_MEASURES = {Resource.MONEY: {"vnd"}, Resource.LAND: {"m2", "ha", "km2"}, Resource.LABOUR: {"day"}}
_ALSO = {Resource.LABOUR: {"ngày", "công"}}


def factor(resource: str, measure: str) -> Decimal:
    """How many ledger units one `measure` is: "ha" of land is 10000 (m²), "triệu đồng" is 1000000 (đồng).

    Raises `NotYet` for a measure that the ledger of this resource cannot hold. Things in kind keep their own measure.
    """
    if resource == Resource.IN_KIND or measure.strip().lower() in _ALSO.get(resource, ()):
        return Decimal(1)
    try:
        quantity = read_quantity(f"1 {measure}")
    except NotANumber:
        quantity = None
    if quantity is None or quantity.measure not in _MEASURES[resource]:
        raise NotYet(
            f"Đơn vị tính “{measure}” không ghi được vào sổ “{Resource(resource).label}”. "
            f"Hãy dùng “{LEDGER_MEASURE[resource]}” hoặc bỏ chọn sổ nguồn lực."
        )
    return to_m2(quantity) if resource == Resource.LAND else quantity.amount


def measure_of(resource: str, measure: str) -> str:
    """The unit of measure a row of the ledger carries."""
    return LEDGER_MEASURE.get(resource, measure)
