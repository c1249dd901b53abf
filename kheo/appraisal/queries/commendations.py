"""Commendations as lists: filtered, of one recipient, of one batch with its money, and as spreadsheets."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.db.models import Count, QuerySet
from django.utils import timezone

from kheo.accounts.access import can, places_held
from kheo.accounts.permissions import Permission
from kheo.appraisal.models import BaseSalary, Commendation, DecisionBatch
from kheo.core.exports import Table
from kheo.core.vietnamese import exact_key
from kheo.movement.models import Bearer, Exemplar, Recognition
from kheo.movement.panels import Panel

SHOWN = 20  # on an exemplar's page
JOINED = ("form", "exemplar__unit", "unit")

# One row a filter: its name in the address, and what it leaves of the rows.
FILTERS: dict[str, Callable[[QuerySet, Any], QuerySet]] = {
    "q": lambda rows, text: _named(rows, text),
    "nam": lambda rows, year: rows.filter(year=year),
    "cap": lambda rows, level: rows.filter(level=level),
    "chu_the": lambda rows, bearer: rows.filter(bearer=bearer),
    "hinh_thuc": lambda rows, name: rows.filter(form__name=name),
}


def _named(rows: QuerySet[Commendation], text: str) -> QuerySet[Commendation]:
    of_exemplar = Exemplar.objects.matching(text).values("pk")
    return rows.filter(recipient_key__contains=exact_key(text)) | rows.filter(exemplar__in=of_exemplar)


def commendation_list(user, chosen: dict[str, Any]) -> QuerySet[Commendation]:
    """Rows `user` may see that pass every chosen filter, the latest first."""
    rows = Commendation.objects.visible_to(user)
    for name in FILTERS.keys() & chosen.keys():
        rows = FILTERS[name](rows, chosen[name])
    return rows.select_related(*JOINED).order_by("-decided_on", "-pk")


@dataclass(frozen=True)
class Sums:
    """How many stand, and what money they come to."""

    number: int
    money: int


def sums_of(rows: QuerySet[Commendation]) -> Sums:
    """Of those that stand, whole đồng a row as `Commendation.amount` has it. In one query: few sums differ."""
    alike = rows.standing().order_by().values("multiple", "base_salary").annotate(times=Count("pk"))
    groups = [(each["times"], int(each["multiple"] * each["base_salary"])) for each in alike]
    return Sums(sum(times for times, _ in groups), sum(times * money for times, money in groups))


@dataclass(frozen=True)
class History:
    """Everything that one collective or person was commended for, and what their exemplars were recognised as."""

    rows: list[Commendation]
    recognitions: list[Recognition]
    is_person: bool


def history_of(commendation: Commendation, user) -> History:
    """As far as `user` may see it. Persons who share a name are told apart by their addresses, which stand beside."""
    rows = list(
        Commendation.objects.visible_to(user).of_recipient(commendation).select_related(*JOINED).order_by("-decided_on")
    )
    exemplars = {row.exemplar_id for row in rows}
    found = Recognition.objects.visible_to(user).filter(exemplar__in=exemplars).select_related("exemplar")
    return History(rows, list(found.order_by("-decided_on", "-pk")), commendation.bearer == Bearer.PERSON)


@dataclass(frozen=True)
class Line:
    """What one file of a batch is to get."""

    name: str
    form: str
    multiple: Decimal
    amount: int | None
    is_annulled: bool = False


@dataclass(frozen=True)
class Money:
    """The money of a batch: its lines, the sum, and the base salary it is counted by (None: not known yet)."""

    lines: list[Line]
    total: int
    salary: BaseSalary | None


def money_of(batch: DecisionBatch) -> Money:
    """Planned by the list until the decision; then as the commendations fixed it. In two queries."""
    salary = BaseSalary.on(batch.decided_on or timezone.localdate())
    lines = []
    for item in batch.items.select_related("nomination__exemplar", "award_form", "commendation__form"):
        if row := item.commendation:
            lines.append(Line(row.recipient, row.form.name, row.multiple, row.amount, row.annulled_on is not None))
        elif form := item.award_form:
            amount = int(form.multiple * salary.amount) if salary else None
            lines.append(Line(str(item.nomination.exemplar), form.name, form.multiple, amount))
    return Money(lines, sum(line.amount or 0 for line in lines if not line.is_annulled), salary)


# The spreadsheet


def masked(name: str) -> str:
    """ "Nguyễn Văn An" as "Nguyễn V. A.": enough to find a line again, not to carry a name about."""
    first, *rest = name.split() or [""]
    return " ".join([first, *(f"{word[0]}." for word in rest)])


HEADERS = (
    "STT", "Tập thể, cá nhân", "Đối tượng", "Đơn vị, địa chỉ", "Hình thức", "Cấp", "Loại hình", "Thành tích", "Năm",
    "Số quyết định", "Ngày quyết định", "Cơ quan quyết định", "Lần lương cơ sở", "Tiền thưởng (đồng)", "Mô hình",
    "Thu hồi theo",
)  # fmt: skip
WIDTHS = (6, 36, 12, 30, 22, 16, 22, 60, 8, 18, 14, 32, 12, 18, 44, 24)


def as_table(rows: Iterable[Commendation], title: str, user) -> Table:
    """Persons are masked, except for whoever enters commendations where this one was given."""
    entered_at = places_held(user, Permission.COMMENDATION_ENTER)

    def lines():
        for number, row in enumerate(rows, start=1):
            hides = row.bearer == Bearer.PERSON and not row.unit.path.startswith(tuple(entered_at))
            yield [
                number, masked(row.recipient) if hides else row.recipient, row.get_bearer_display(),
                "" if hides else row.address, row.form.name, row.get_level_display(), row.form.get_kind_display(),
                row.achievement, row.year, row.decision_no, row.decided_on, row.issuer, row.multiple, row.amount,
                row.exemplar.name, row.annulled_by_decision,
            ]  # fmt: skip

    return Table(title, HEADERS, lines(), WIDTHS)


# On an exemplar's page


@dataclass(frozen=True)
class OfExemplar:
    rows: list[Commendation]
    may_enter: bool


def of_exemplar(exemplar: Exemplar, user) -> Panel | None:
    """What it was commended with, and the way to enter one; nothing where there is neither."""
    rows = list(
        Commendation.objects.visible_to(user)
        .filter(exemplar=exemplar)
        .select_related("form")
        .order_by("-decided_on")[:SHOWN]
    )
    places = [place for place in (exemplar.unit, exemplar.place) if place]
    may = exemplar.stage != "merged" and any(can(user, Permission.COMMENDATION_ENTER, place) for place in places)
    return Panel("appraisal/_commendations.html", OfExemplar(rows, may)) if rows or may else None
