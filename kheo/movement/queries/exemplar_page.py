"""All that the page of one exemplar shows, in a number of queries that does not depend on how much there is."""

from dataclasses import dataclass
from decimal import Decimal

from django.db.models import Count, Prefetch, Sum

from kheo.core.parts import Goal, StagePath
from kheo.movement.models import (
    TEN_ITEMS,
    Contribution,
    Exemplar,
    Figure,
    Outcome,
    Progress,
    Registration,
    Resource,
)
from kheo.movement.queries.whereabouts import focal_body_of, path_of

LATEST = 20  # progress notes shown before "xem tất cả"
COPIES = 10
# what stands behind amount and measure: "1.000 m² đất"; money and labour say it by their measure
LEDGER_WORD = {Resource.LAND: "đất", Resource.IN_KIND: "(hiện vật)"}


@dataclass(frozen=True)
class LedgerLine:
    """The sum of one resource, with how many rows stand behind it."""

    kind: str
    label: str
    amount: Decimal | None
    measure: str
    rows: int


@dataclass(frozen=True)
class ExemplarPage:
    """What the template draws; it asks for nothing more."""

    exemplar: Exemplar
    path: StagePath
    goals: list[Goal]
    registrations: list[Registration]
    progress: list[Progress]
    more_progress: bool
    ledger: list[LedgerLine]
    rows: list[tuple]
    forces: list
    charges: list
    guidance: list
    recognitions: list
    verifications: list
    consents: list
    themes: list
    directives: list
    copies: list[Exemplar]
    copies_count: int
    missing: list[str]

    @property
    def current(self) -> Registration | None:
        """The registration that is on its way, or else the latest."""
        return self.registrations[0] if self.registrations else None

    @property
    def verification(self):
        return self.verifications[0] if self.verifications else None


def exemplar_page(exemplar: Exemplar, viewer, *, latest: int | None = LATEST) -> ExemplarPage:
    """The page of `exemplar`, which came through `visible_to(viewer)` with its unit, place, origin and people.

    `latest` bounds the progress notes; None gives them all.
    """
    registrations = list(
        exemplar.registrations.select_related("round", "filed_by", "exemplar__unit").order_by(
            "-round__year", "-created_at"
        )
    )
    outcomes = list(exemplar.outcomes.annotate(proofs=Count("evidence")))
    notes = _notes(exemplar, latest)
    copies = exemplar.copies.counted().visible_to(viewer).select_related("unit").by_name()
    open_one = next((each for each in registrations if each.stage in ("drafting", "returned", "filed")), None)
    charges, forces = list(exemplar.charges.select_related("user")), list(exemplar.participants.all())
    return ExemplarPage(
        exemplar=exemplar,
        path=path_of(exemplar, open_one or (registrations or [None])[0], focal_body_of(exemplar.unit)),
        goals=[_goal(outcome) for outcome in outcomes],
        registrations=registrations,
        progress=notes[:latest],
        more_progress=latest is not None and len(notes) > latest,
        ledger=ledger_of(exemplar),
        rows=_rows(exemplar),
        forces=forces,
        charges=charges,
        guidance=list(exemplar.guidance.select_related("by")),
        recognitions=list(exemplar.recognitions.select_related("unit")),
        verifications=list(exemplar.verifications.select_related("by")[:5]),
        consents=list(exemplar.consents.select_related("recorded_by")),
        themes=list(exemplar.themes.all()),
        directives=list(exemplar.directives.all()),
        copies=list(copies[:COPIES]),
        copies_count=copies.count(),
        missing=_missing(exemplar, outcomes, forces, charges, registrations),
    )


def ledger_of(exemplar: Exemplar) -> list[LedgerLine]:
    """The sums of the resource ledger; things in kind by their own measures."""
    sums = Contribution.objects.filter(exemplar=exemplar).order_by("kind", "measure").values("kind", "measure")
    lines = sums.annotate(amount=Sum("amount"), rows=Count("pk"))
    return [LedgerLine(label=LEDGER_WORD.get(line["kind"], ""), **line) for line in lines]


def _notes(exemplar: Exemplar, latest: int | None) -> list[Progress]:
    figures = Figure.objects.select_related("outcome")
    rows = exemplar.progress.select_related("by").prefetch_related(Prefetch("figures", figures), "contributions")
    notes = list(rows[: latest and latest + 1])
    for note in notes:
        # Picked here: asked for "figure IS NULL", SQLite would walk every contribution that has none.
        note.gifts = [each for each in note.contributions.all() if each.figure_id is None]
    return notes


def _goal(outcome: Outcome) -> Goal:
    return Goal(
        label=outcome.name, unit=outcome.measure, target=outcome.target, actual=outcome.actual,
        baseline=outcome.baseline, is_main=outcome.is_main, has_evidence=bool(outcome.proofs), on=outcome.actual_on,
    )  # fmt: skip


def _rows(exemplar: Exemplar) -> list[tuple]:
    """The file as label and value; an empty item of the ten is shown as "chưa có"."""
    short = {"summary": "làm việc gì", "method": "cách làm", "products": "kết quả", "vouched_by": "ai xác nhận"}
    whole = {name: str(Exemplar._meta.get_field(name).verbose_name) for name in ("summary", *TEN_ITEMS)}
    label = short if exemplar.kind == "example" else whole
    return [(words[:1].upper() + words[1:], getattr(exemplar, name)) for name, words in label.items()]


def _missing(exemplar, outcomes, forces, charges, registrations) -> list[str]:
    """What the file still lacks, in words; not a wall, a list. Built from what is already at hand."""
    words = exemplar.missing_to_file()
    if exemplar.kind == "practice":
        words += exemplar.missing_to_launch()
    words += [f"minh chứng cho “{each.name}”" for each in outcomes if each.actual is not None and not each.proofs]
    if any(each.on_behalf_of for each in registrations) and not exemplar.evidence.exists():
        words.append("ảnh bản giấy có chữ ký của người được nhập thay")
    return words
