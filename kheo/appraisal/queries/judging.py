"""What the pages of panels show: the list, one panel with its seats and loads, its files, its conflicts of interest."""

from collections import defaultdict
from dataclasses import dataclass

from django.db.models import Count, Exists, OuterRef, Prefetch, Q

from kheo.accounts.access import can
from kheo.accounts.permissions import Permission as P
from kheo.appraisal.models import Assignment, Clearance, Kin, Nomination, Panel, ScoreSheet, Seat, Tie
from kheo.appraisal.models.conflict import ties_found


def panel_list(user):
    """Panels with how many sit in each and how many files they have; those that work first."""
    return (
        Panel.objects.visible_to(user)
        .select_related("unit", "round", "rule_set")
        .annotate(
            sitting=Count("seats", filter=Q(seats__left_on=None), distinct=True),
            given=Count(
                "seats__assignments__nomination", filter=Q(seats__assignments__taken_back_at=None), distinct=True
            ),
        )
        .order_by("closed_on", "-pk")
    )


@dataclass(frozen=True)
class SeatLine:
    seat: Seat
    given: int
    sent: int


@dataclass(frozen=True)
class PanelPage:
    """One panel: who sits, who left, how far the scoring is."""

    seats: list[SeatLine]
    left: list[Seat]
    files: int
    short: int
    wanted: int
    conflicts: int | None
    sees_work: bool


def panel_page(panel: Panel, user) -> PanelPage:
    """Eight queries, however many seats and files."""
    sent = ScoreSheet.objects.of_council().filter(
        nomination=OuterRef("nomination"), juror=OuterRef("seat__user"), sent_at__isnull=False
    )
    rows = Assignment.objects.standing().filter(seat__panel=panel).annotate(is_sent=Exists(sent))
    given: dict[int, list[bool]] = defaultdict(list)
    for seat, is_sent in rows.values_list("seat", "is_sent"):
        given[seat].append(is_sent)
    seats = list(panel.seats.select_related("user"))
    runs = can(user, P.PANEL_CHANGE, panel.unit)
    wanted = max(panel.rule_set.least_jurors, 1)
    files = panel.files().annotate(
        have=Count(
            "assignments", filter=Q(assignments__taken_back_at=None, assignments__seat__left_on=None), distinct=True
        )
    )
    return PanelPage(
        seats=[
            SeatLine(seat, len(given[seat.pk]), sum(given[seat.pk])) for seat in seats if seat.left_on is None
        ],
        left=[seat for seat in seats if seat.left_on],
        files=files.count(),
        short=files.filter(have__lt=wanted).count(),
        wanted=wanted,
        conflicts=len(conflicts_of(panel)) if runs else None,
        sees_work=can(user, P.NOMINATION_VIEW, panel.unit),
    )  # fmt: skip


def files_of(panel: Panel):
    """The panel's files with who has each, for the page on which they are given out."""
    given = Assignment.objects.standing().select_related("seat__user")
    rows = panel.files().select_related("exemplar__unit").order_by("exemplar__sort", "pk")
    return rows.prefetch_related(Prefetch("assignments", given, to_attr="given"))


@dataclass(frozen=True)
class Conflict:
    """One tie of one person to one file. `clearance` where it was judged a false alarm; `sheet` where they scored it."""

    user: object
    nomination: Nomination
    tie: Tie
    clearance: Clearance | None
    kin: Kin | None
    sheet: ScoreSheet | None

    @property
    def still_counts(self) -> bool:
        """Scored before the tie was known, and not yet left out."""
        sheet = self.sheet
        return self.clearance is None and sheet is not None and sheet.is_sent and not sheet.left_out_reason

    @property
    def could_count(self) -> bool:
        return self.clearance is not None and self.sheet is not None and bool(self.sheet.left_out_reason)


def conflicts_of(panel: Panel) -> list[Conflict]:
    """All ties between who sits and the panel's files, false alarms too (seven queries)."""
    people = [seat.user for seat in panel.seats.held().select_related("user")]
    files = {file.pk: file for file in panel.files().select_related("exemplar__unit").order_by("pk")}
    found = ties_found(people, files.values())
    if not found:
        return []
    by_key = {person.pk: person for person in people}
    cleared = {
        (one.user_id, one.nomination_id, one.tie): one
        for one in Clearance.objects.filter(nomination__in=files, user__in=by_key).select_related("by")
    }
    exemplars = {file.exemplar_id for file in files.values()}
    kin = {(one.user_id, one.exemplar_id): one for one in Kin.objects.filter(exemplar__in=exemplars, user__in=by_key)}
    sheets = {
        (one.juror_id, one.nomination_id): one
        for one in ScoreSheet.objects.of_council().filter(nomination__in=files, juror__in=by_key)
    }
    return [
        Conflict(
            by_key[user], files[file], tie, cleared.get((user, file, tie)),
            kin.get((user, files[file].exemplar_id)) if tie == Tie.KIN else None, sheets.get((user, file)),
        )
        for (user, file), ties in found.items()
        for tie in ties
    ]  # fmt: skip
