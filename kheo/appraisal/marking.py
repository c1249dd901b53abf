"""What a sheet adds up to. Pure arithmetic, in the one place where a total is made."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

SCALE = Decimal(100)
THOUSANDTH = Decimal("0.001")


@dataclass(frozen=True)
class Line:
    """One criterion as answered: `points` and `is_met` are None where nothing was answered."""

    weight: Decimal
    maximum: Decimal | None
    is_bonus: bool
    points: Decimal | None = None
    is_met: bool | None = None


def total_of(lines: Iterable[Line], *, bonus_limit: Decimal) -> Decimal | None:
    """The mark of a sheet: what was given of what could be given, on a scale of 100, and the bonus on top.

    The weight of a group multiplies points and maximum alike; bonus lines stay outside the scale and together give
    `bonus_limit` at most. A blank is not zero: one unanswered line, and there is no mark.
    """
    lines = list(lines)
    if any(line.points is None for line in lines):
        return None
    plain = [line for line in lines if not line.is_bonus]
    possible = sum((line.weight * line.maximum for line in plain), Decimal(0))
    if not possible:
        return None
    given = sum((line.weight * line.points for line in plain), Decimal(0))
    bonus = sum((line.weight * line.points for line in lines if line.is_bonus), Decimal(0))
    mark = given * SCALE / possible + min(bonus, bonus_limit)
    return mark.quantize(THOUSANDTH, ROUND_HALF_UP)


def met_by(lines: Iterable[Line]) -> bool | None:
    """Without points: whether every criterion is met; None until each is answered. A bonus line is never asked for."""
    answers = [line.is_met for line in lines if not line.is_bonus]
    if not answers or None in answers:
        return None
    return all(answers)
