"""The ranking of a round at one unit under one rule set: read in one query, placed within groups, filled in by the page."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from django.db.models import Count, Exists, FloatField, OuterRef, Q
from django.db.models.functions import Cast

from kheo.appraisal.lifecycle.nomination import STANDING, NominationStage
from kheo.appraisal.models import Ask, Assignment, Column, Nomination, RankGroup, RuleSet, ScoreSheet
from kheo.appraisal.models.conflict import ties_among
from kheo.appraisal.ranking import Ranked, Sheet, ranked
from kheo.core.exports import Table
from kheo.movement.models import Round

RANKED = [stage for stage in STANDING if stage != NominationStage.RETURNED]
ONE_SHEET = "chỉ có một phiếu"


@dataclass(frozen=True)
class Line:
    """One file in the ranking as a reader sees it; `veil` says why its marks are not for this reader."""

    nomination: Nomination
    row: Ranked | None
    veil: str = ""

    @property
    def mark(self) -> Decimal:
        return Decimal(self.row.mark) / 100

    @property
    def normal(self) -> Decimal:
        return Decimal(self.row.normal) / 100

    @property
    def moves(self) -> int:
        """How many places the file wins (or loses) when severe and mild jurors are put on one scale."""
        return self.row.place - self.row.normal_place

    @property
    def fell(self) -> int:
        return -self.moves

    @property
    def note(self) -> str:
        return ONE_SHEET if self.row and self.row.sheets == 1 else ""


def column_of(rules: RuleSet) -> str:
    """Whose sheets make the mark: the council's where it is asked for, else the appraiser's."""
    return Column.COUNCIL if Ask.COUNCIL in rules.asks else Column.APPRAISER


def counted_sheets(rules: RuleSet, round_: Round, unit, *, group: str = "") -> list[Sheet]:
    """Every counted sheet of the files that are ranked together: one query, plain tuples."""
    rows = ScoreSheet.objects.counted().filter(
        nomination__rule_set=rules, nomination__round=round_, nomination__unit=unit, nomination__stage__in=RANKED,
        column=column_of(rules), total__isnull=False,
    )  # fmt: skip
    if group:
        rows = rows.filter(nomination__group=group)
    found = rows.order_by().values_list(
        "nomination_id", "nomination__group", "panel_id", "juror_id", Cast("total", FloatField())
    )
    return [(file, own, panel, juror, round(total * 1000)) for file, own, panel, juror, total in found.iterator(5000)]


def ranking(rules: RuleSet, round_: Round, unit) -> list[Ranked]:
    """All ranked files, by group and place. Spreads are a panel's own, over all its groups."""
    return ranked(counted_sheets(rules, round_, unit))


def lines_for(user, rows: Iterable[Ranked]) -> list[Line]:
    """Rows with their files, as `user` may read them (seven queries, however many rows)."""
    rows = list(rows)
    keys = [row.file for row in rows]
    files = Nomination.objects.filter(pk__in=keys).select_related("exemplar__unit")
    found = {file.pk: file for file in files}
    veils = veils_for(user, found.values())
    return [Line(found[row.file], row, veils.get(row.file, "")) for row in rows]


def veils_for(user, files: Iterable[Nomination]) -> dict[int, str]:
    """Files whose marks are not for `user`: who is tied to one, and who has still to score it, reads none of it."""
    files = list(files)
    veils = {
        file: f"Đồng chí không tham gia xét hồ sơ này vì là {', '.join(tie.label for tie in ties)}."
        for (_, file), ties in ties_among([user], files).items()
    }
    for file in unsent_of(user).filter(nomination__in=[each.pk for each in files]).values_list("nomination", flat=True):
        veils.setdefault(file, "Đồng chí chưa gửi phiếu cho hồ sơ này.")
    return veils


def unsent_of(user):
    """Files given to `user` for which no sheet was sent yet."""
    sent = ScoreSheet.objects.filter(
        nomination=OuterRef("nomination"), juror=user, column=Column.COUNCIL, sent_at__isnull=False
    )
    return Assignment.objects.standing().filter(~Exists(sent), seat__user=user, seat__panel__closed_on=None)


def without_mark(rules: RuleSet, round_: Round, unit, ranked_files: Iterable[int]) -> int:
    """How many files of the list have no counted sheet yet."""
    files = Nomination.objects.filter(rule_set=rules, round=round_, unit=unit, stage__in=RANKED)
    return files.count() - len(set(ranked_files))


def lists_for(user):
    """Which lists there are to be ranked for `user`: rule sets with points and rounds that have proposals."""
    return (
        Nomination.objects.visible_to(user)
        .filter(stage__in=RANKED, rule_set__pass_mark__isnull=False)
        .values("unit", "unit__name", "round", "round__name", "rule_set", "rule_set__name", "rule_set__version")
        .annotate(files=Count("pk", distinct=True), scored=Count("pk", filter=Q(sheets__sent_at__isnull=False)))
        .order_by("-round__year", "unit__sort", "-rule_set__version")
    )


def as_table(title: str, lines: Iterable[Line]) -> Table:
    """The ranking as a sheet; what its reader is kept from is left out of it."""
    heads = (
        "Nhóm", "Hạng", "Mô hình, điển hình", "Đơn vị", "Điểm", "Điểm quy đổi", "Hạng quy đổi", "Số phiếu", "Ghi chú",
    )  # fmt: skip
    rows = [
        (
            RankGroup(line.row.group).label, line.row.place, line.nomination.exemplar.name,
            line.nomination.exemplar.unit.name, line.mark, line.normal, line.row.normal_place, line.row.sheets, line.note,
        )
        for line in lines
        if not line.veil
    ]  # fmt: skip
    return Table(title, heads, rows, widths=(24, 8, 60, 36, 10, 14, 14, 10, 20))
