"""The juror's one-page file: of fixed length, five photos at most, and only what a juror may see.

No hold, no point to look at again, no answer of hiệp y and no tag of an area comes in here (design section 6).
"""

from dataclasses import dataclass
from datetime import date

from django.db.models import Count

from kheo.appraisal.models import Nomination
from kheo.core.parts import Goal
from kheo.movement.models import SIGNED_PAPER, Evidence
from kheo.movement.queries.exemplar_page import LedgerLine, ledger_of

PHOTOS, GOALS, LEDGER = 5, 4, 4
# What of the file is told, in this order, and how many letters of it at most.
TEXTS = (
    ("case", "Tóm tắt thành tích", 700),
    ("summary", "Việc làm", 300),
    ("method", "Nội dung, cách làm", 700),
    ("products", "Kết quả kiểm chứng được", 500),
    ("sustain", "Duy trì, nhân rộng", 300),
)
# Conditions as the unit wrote them: read beside the result, never turned into points by themselves.
CONDITIONS = (("situation", "Thực trạng, lý do", 400), ("audience", "Địa bàn, đối tượng", 300))


@dataclass(frozen=True)
class Photo:
    row: Evidence
    when: str  # "Trước" or "Sau", by its day and the day the work began; "" where a day is not known

    @property
    def day(self) -> date | None:
        return self.row.taken_on


@dataclass(frozen=True)
class OnePage:
    nomination: Nomination
    facts: list[tuple[str, object]]
    texts: list[tuple[str, str]]
    conditions: list[tuple[str, str]]
    goals: list[Goal]
    ledger: list[LedgerLine]
    photos: list[Photo]


def one_page(nomination: Nomination) -> OnePage:
    """The page of a file fetched with its exemplar, unit and place (three queries)."""
    exemplar = nomination.exemplar
    place = " · ".join(filter(None, [exemplar.place_detail, str(exemplar.place) if exemplar.place_id else ""]))
    facts = [
        ("Đơn vị thực hiện", exemplar.unit.title),
        ("Địa bàn", place),
        ("Lĩnh vực", exemplar.get_field_display()),
        ("Loại", f"{exemplar.get_kind_display()}, {exemplar.get_bearer_display().lower()}"),
        ("Bắt đầu", exemplar.start_text),
        ("Số hộ tham gia", exemplar.households),
        ("Số người hưởng lợi", exemplar.beneficiaries),
        ("Đoàn viên, hội viên tham gia", exemplar.members),
    ]
    outcomes = exemplar.outcomes.annotate(proofs=Count("evidence"))[:GOALS]
    return OnePage(
        nomination=nomination,
        facts=facts,
        texts=_texts(nomination, TEXTS),
        conditions=_texts(nomination, CONDITIONS),
        goals=[_goal(outcome) for outcome in outcomes],
        ledger=ledger_of(exemplar)[:LEDGER],
        photos=photos_of(exemplar),
    )


def photos_of(exemplar) -> list[Photo]:
    """Two of before and three of after, as far as there are any; others fill the places left."""
    rows = list(shown_to_jurors(exemplar).filter(kind="photo").order_by("taken_on", "at", "pk"))
    before = [row for row in rows if _when(row, exemplar) == "Trước"]
    after = [row for row in rows if row not in before]
    chosen = [*before[:2], *after[::-1][: PHOTOS - len(before[:2])][::-1]]
    chosen += [row for row in before[2:] if len(chosen) < PHOTOS][: PHOTOS - len(chosen)]
    return [Photo(row, _when(row, exemplar)) for row in sorted(chosen, key=rows.index)]


def shown_to_jurors(exemplar):
    """Evidence beside the scores: papers with signatures of private persons stay with the unit."""
    return exemplar.evidence.exclude(caption=SIGNED_PAPER)


def _when(row: Evidence, exemplar) -> str:
    if row.taken_on is None or exemplar.starts is None:
        return ""
    return "Trước" if row.taken_on < exemplar.starts else "Sau"


def _texts(nomination: Nomination, wanted) -> list[tuple[str, str]]:
    sources = (nomination, nomination.exemplar)
    found = []
    for name, label, limit in wanted:
        text = next((getattr(source, name) for source in sources if hasattr(source, name)), "").strip()
        if text:
            found.append((label, _cut(text, limit)))
    return found


def _cut(text: str, limit: int) -> str:
    """At a word, with a sign that there was more."""
    return text if len(text) <= limit else f"{text[:limit].rsplit(' ', 1)[0]} …"


def _goal(outcome) -> Goal:
    return Goal(
        label=outcome.name, unit=outcome.measure, target=outcome.target, actual=outcome.actual,
        baseline=outcome.baseline, is_main=outcome.is_main, has_evidence=bool(outcome.proofs), on=outcome.actual_on,
    )  # fmt: skip
