"""How the jurors of a panel score beside each other: means and spreads, without names except for the chair and oneself."""

from collections import defaultdict
from dataclasses import dataclass

from django.utils.crypto import salted_hmac

from kheo.appraisal.models import Panel, ScoreSheet, SeatPart
from kheo.appraisal.queries.ranking import unsent_of
from kheo.appraisal.ranking import Spread, spread_of

SAME = 0.05  # of a mark: less than what is printed


@dataclass(frozen=True)
class Hand:
    """One juror's way of scoring. `name` is "Thành viên 3" to those who may not know."""

    name: str
    own: Spread
    differs: float
    is_reader: bool = False

    @property
    def told(self) -> str:
        """Where this hand lies from the panel's, in a word."""
        if abs(self.differs) < SAME:
            return "như cả hội đồng"
        return "rộng hơn cả hội đồng" if self.differs > 0 else "chặt hơn cả hội đồng"


@dataclass(frozen=True)
class Calibration:
    """All hands of a panel; `why_not` says why this reader sees none of them yet."""

    whole: Spread | None
    hands: list[Hand]
    shows_names: bool = False
    why_not: str = ""


def calibration(panel: Panel, user) -> Calibration:
    """The panel's sheets that count, one line a juror (three queries)."""
    if unsent_of(user).filter(seat__panel=panel).exists():
        return Calibration(None, [], why_not="Xem được sau khi đồng chí gửi hết các phiếu được giao.")
    rows = ScoreSheet.objects.counted().of_council().filter(panel=panel, total__isnull=False)
    totals: dict[int, list[int]] = defaultdict(list)
    for juror, total in rows.order_by("pk").values_list("juror", "total"):
        totals[juror].append(int(total * 1000))
    if not totals:
        return Calibration(None, [])
    names = dict(panel.seats.values_list("user", "user__full_name"))
    shows = panel.seats.held().filter(user=user, part=SeatPart.CHAIR).exists()
    whole = spread_of([each for given in totals.values() for each in given])
    numbers = numbered(panel, {*names, *totals})
    hands = [
        Hand(
            name=_name(juror, user, shows, names, numbers), own=(own := spread_of(given)),
            differs=own.mean - whole.mean, is_reader=juror == user.pk,
        )
        for juror, given in totals.items()
    ]  # fmt: skip
    return Calibration(whole, sorted(hands, key=lambda hand: hand.differs), shows)


def numbered(panel: Panel, jurors) -> dict[int, int]:
    """A number for each juror that tells nothing of who they are and is the same on each page of the panel."""
    secret = {juror: salted_hmac("kheo.appraisal.calibration", f"{panel.pk}:{juror}").hexdigest() for juror in jurors}
    return {juror: place for place, juror in enumerate(sorted(secret, key=secret.__getitem__), start=1)}


def _name(juror: int, user, shows: bool, names: dict, numbers: dict) -> str:
    if juror == user.pk:
        return f"{names.get(juror, user.full_name)} (đồng chí)"
    return names.get(juror, "") if shows else f"Thành viên {numbers[juror]}"
