"""Papers of one file that are drawn at once and kept nowhere: báo cáo thành tích, and a score sheet to fill in by hand."""

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal

from kheo.accounts.access import can
from kheo.accounts.permissions import Permission as P
from kheo.appraisal.models import Criterion, Nomination, Panel, Seat, SeatPart
from kheo.appraisal.queries.papers import LEVEL
from kheo.core.vietnamese import format_date, format_number
from kheo.documents.paper import Paper
from kheo.documents.queries import head_for
from kheo.documents.texts import Scored, achievement_report, score_sheet
from kheo.movement.models import Exemplar, Outcome, Recognition
from kheo.movement.queries.papers import force_line, season_of
from kheo.units.models import Unit

NOT_KNOWN = "chưa có"


@dataclass(frozen=True)
class FilePaper:
    """A paper of one file: who may have it, what it says, and in whose spelling it is written."""

    key: str
    label: str
    may: Callable[[Nomination, object], bool]
    build: Callable[[Nomination], Paper]
    unit: Callable[[Nomination], Unit]


def papers_part(nomination: Nomination, user) -> list[FilePaper] | None:
    """For the page of a file: the papers that this reader may have."""
    return [paper for paper in FILE_PAPERS if paper.may(nomination, user)] or None


def may_have_report(nomination: Nomination, user) -> bool:
    """Whoever sees the model through its unit; who only reviews the file, unless they must keep away from it."""
    if can(user, P.EXEMPLAR_VIEW, nomination.exemplar.unit):
        return True
    return can(user, P.NOMINATION_REVIEW, nomination.unit) and nomination.why_barred(user) is None


def may_have_sheet(nomination: Nomination, user) -> bool:
    """Whoever types in sheets from paper, and the secretaries of its panels; where anything is scored at all."""
    return nomination.rule_set.has_scores and (
        can(user, P.SCORE_ENTER, nomination.unit) or _keeps_minutes(nomination, user)
    )


def report_paper(nomination: Nomination) -> Paper:
    """Báo cáo thành tích, out of the file of the model and what was written when it was proposed (six queries)."""
    exemplar = nomination.exemplar
    return achievement_report(
        head_for(exemplar.unit), asks="đề nghị công nhận", name=exemplar.name,
        award=f"{exemplar.get_kind_display().lower()} “Dân vận khéo” {LEVEL[nomination.level]} {season_of(nomination.round)}",
        facts=_facts(exemplar), doing=_doing(nomination), results=[_result(each) for each in exemplar.outcomes.all()],
        spread=exemplar.sustain.splitlines(), earlier=_earlier(exemplar),
    )  # fmt: skip


def blank_sheet(nomination: Nomination) -> Paper:
    """Phiếu chấm with the criteria of the file's own rule set and their maxima, nothing filled in (two queries)."""
    exemplar, lines, group = nomination.exemplar, [], None
    criteria = list(Criterion.objects.filter(group__rule_set=nomination.rule_set_id).select_related("group"))
    for criterion in criteria:
        if criterion.group != group:
            group = criterion.group
            lines.append(Scored(f"{group.name} (hệ số {_number(group.weight)})" if group.weight != 1 else group.name))
        lines.append(_line(criterion))
    return score_sheet(
        head_for(nomination.unit), name=exemplar.name, unit=exemplar.unit.title, season=season_of(nomination.round),
        lines=lines, most=_most(criteria),
    )  # fmt: skip


def _keeps_minutes(nomination: Nomination, user) -> bool:
    panels = Panel.objects.open().filter(
        unit=nomination.unit_id, round=nomination.round_id, rule_set=nomination.rule_set_id
    )
    return Seat.objects.held().filter(panel__in=panels, user=user, part=SeatPart.SECRETARY).exists()


def _facts(exemplar: Exemplar) -> list[tuple[str, str]]:
    """What is said first; what is not known is left out."""
    figures = (
        ("Số hộ tham gia", exemplar.households), ("Số người hưởng lợi", exemplar.beneficiaries),
        ("Số đoàn viên, hội viên tham gia", exemplar.members),
    )  # fmt: skip
    told = [
        ("Đơn vị", exemplar.unit.title),
        ("Chủ thể", exemplar.get_bearer_display()),
        ("Lĩnh vực", exemplar.get_field_display()),
        ("Địa bàn", ", ".join(filter(None, [exemplar.place_detail, exemplar.place.name if exemplar.place else ""]))),
        ("Thời gian bắt đầu", exemplar.start_text),
        ("Lực lượng tham gia", "; ".join(force_line(force) for force in exemplar.participants.all())),
        *((label, _number(figure)) for label, figure in figures if figure is not None),
        ("Thực trạng, lý do", exemplar.situation),
    ]
    return [(label, text.strip()) for label, text in told if text.strip()]


def _doing(nomination: Nomination) -> list[str]:
    told = (nomination.exemplar.method.strip() or nomination.exemplar.summary, nomination.case)
    return [line for text in told for line in text.splitlines() if line.strip()]


def _result(outcome: Outcome) -> tuple[str, ...]:
    """A row of RESULT_COLUMNS; zero is a figure, nothing said is "chưa có"."""
    figures = (outcome.baseline, outcome.target, outcome.actual)
    return (outcome.name, outcome.measure, *(NOT_KNOWN if each is None else _number(each) for each in figures))


def _earlier(exemplar: Exemplar) -> list[str]:
    """Recognitions and commendations that stand, the latest first (two queries)."""
    kind = exemplar.get_kind_display().lower()
    given: list[tuple] = [
        (each, f"Công nhận {kind} “Dân vận khéo” {_level(each)} năm {each.year}")
        for each in exemplar.recognitions.in_force()
    ]
    given += [
        (each, f"{each.form.name} năm {each.year}") for each in exemplar.commendations.standing().select_related("form")
    ]
    given.sort(key=lambda pair: pair[0].decided_on, reverse=True)
    return [f"{text} ({_decision(each)})" for each, text in given]


def _level(recognition: Recognition) -> str:
    return LEVEL.get(recognition.level, recognition.get_level_display().lower())


def _decision(given) -> str:
    number = f" số {given.decision_no}" if given.decision_no else ""
    return f"Quyết định{number} ngày {format_date(given.decided_on)} của {given.issuer}"


def _line(criterion: Criterion) -> Scored:
    label = f"{criterion.name} (điểm thưởng)" if criterion.is_bonus else criterion.name
    return Scored(label, most=_number(criterion.maximum or Decimal(0)))


def _most(criteria: list[Criterion]) -> str:
    """The sum of maxima without bonus; blank where groups weigh differently, since no plain sum is the mark then."""
    if any(criterion.group.weight != 1 for criterion in criteria):
        return ""
    return _number(sum((each.maximum or Decimal(0) for each in criteria if not each.is_bonus), Decimal(0)))


def _number(figure) -> str:
    return format_number(figure.normalize() if isinstance(figure, Decimal) else figure)


FILE_PAPERS = (
    FilePaper(
        "bao-cao-thanh-tich", "Báo cáo thành tích", may_have_report, report_paper, lambda file: file.exemplar.unit
    ),
    FilePaper("phieu-cham-trang", "Phiếu chấm để ghi tay", may_have_sheet, blank_sheet, lambda file: file.unit),
)
BY_KEY = {paper.key: paper for paper in FILE_PAPERS}
