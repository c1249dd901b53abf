"""Makes the rest of the demo from usual kinds of model and a seed: the same seed gives the same province."""

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from random import Random

from django.utils import timezone

from kheo.accounts.models import User
from kheo.core.vietnamese import fold, sort_key
from kheo.demo.ground import Ground
from kheo.demo.people import TRIEU_BINH
from kheo.demo.stories import words
from kheo.demo.stories.kinds import KINDS
from kheo.demo.tell import ILLUSTRATION, LEDGER, MILLION, noon
from kheo.movement.models import (
    Charge,
    Contribution,
    Exemplar,
    Guidance,
    Outcome,
    Participant,
    Progress,
    Recognition,
    Registration,
    Verification,
)
from kheo.movement.models.search import EXEMPLAR_WORDS, PUBLIC_WORDS

SEED = 1930
TABLES = (Outcome, Participant, Charge, Contribution, Progress, Guidance, Recognition, Verification, Registration)
# Roughly as the field's own funnels run (domain section 2): of a hundred registered some eighty are recognised.
STAGES = ("running",) * 60 + ("completed",) * 18 + ("new",) * 10 + ("paused",) * 5 + ("stopped",) * 7
REGISTRATIONS = (
    ("listed",) * 80 + ("filed",) * 8 + ("returned",) * 5 + ("drafting",) * 4 + ("refused",) * 2 + ("dropped",)
)
NOT_BEGUN = ("filed", "returned", "drafting", "refused", "dropped")
ORIGIN = ("new",) * 70 + ("replicated",) * 30
PORTION = 1000


@dataclass
class Batch:
    """Rows of one portion, written table by table."""

    rows: dict

    def add(self, row) -> None:
        self.rows[type(row)].append(row)

    def write(self) -> None:
        for table in TABLES:
            table.objects.bulk_create(self.rows[table], batch_size=500)


def invent(count: int, ground: Ground, people: dict[str, User], *, seed: int = SEED) -> None:
    """Add `count` exemplars over three years with everything that belongs to them."""
    draw = Random(seed)
    taken: set[tuple[str, str]] = set()
    for start in range(0, count, PORTION):
        exemplars = [_exemplar(draw, ground, people, taken) for _ in range(min(PORTION, count - start))]
        kinds = [each.invented for each in exemplars]
        Exemplar.objects.bulk_create(exemplars, batch_size=300)
        batch = Batch({table: [] for table in TABLES})
        for exemplar, kind in zip(exemplars, kinds, strict=True):
            exemplar.code = f"DVK-{exemplar.pk:06d}"
            _rest(draw, exemplar, kind, ground, people, batch)
        Exemplar.objects.bulk_update(exemplars, ["code"], batch_size=300)
        batch.write()
        _ties(draw, exemplars, ground)
        EXEMPLAR_WORDS.put([(each.pk, _words(each, batch)) for each in exemplars], fresh=True)
        PUBLIC_WORDS.put([(each.pk, each.public_words()) for each in exemplars if each.is_public], fresh=True)


def _words(exemplar: Exemplar, batch: Batch) -> str:
    return " \n".join(
        [exemplar.name, exemplar.code, exemplar.summary, exemplar.place_detail, exemplar.unit.name, exemplar.forces]
    )


def _ties(draw: Random, exemplars: list[Exemplar], ground: Ground) -> None:
    themes, directives = Exemplar.themes.through, Exemplar.directives.through
    themes.objects.bulk_create(
        [
            themes(exemplar_id=each.pk, theme_id=ground.themes[name].pk)
            for each in exemplars
            for name in each.invented.themes
            if name in ground.themes
        ],
        batch_size=500,
    )
    directives.objects.bulk_create(
        [directives(exemplar_id=each.pk, directive_id=draw.choice(ground.directives).pk) for each in exemplars],
        batch_size=500,
    )


def _exemplar(draw: Random, ground: Ground, people: dict[str, User], taken: set) -> Exemplar:
    kind, village = _where(draw, taken)
    commune = ground.communes[village.commune]
    said = {"village": village.name, "place": village.place, "commune": commune.name, "n": draw.randrange(12, 90)}
    body = draw.choice(kind.units)
    unit = ground.body(draw.choice(words.BODIES[body]).format(**said), body, village.commune)
    year = draw.choice((2024, 2025, 2025, 2026, 2026, 2026))
    starts = date(year, draw.randrange(1, 11), draw.randrange(1, 28))
    registration = draw.choice(REGISTRATIONS) if year == 2026 else "listed"
    stage = "new" if registration in NOT_BEGUN else draw.choice(STAGES)
    if stage == "completed" and kind.nature != "one_off":
        stage = "running"
    last = min(timezone.localdate() - timedelta(days=draw.randrange(1, 160)), date(2026, 11, 20))
    name = draw.choice(kind.names).format(**said)
    households = draw.choice((None, draw.randrange(8, 260)))
    exemplar = Exemplar(
        name=name, kind="practice", bearer=draw.choice(("group", "group", "group", "person")), nature=kind.nature,
        field=kind.field, unit=unit, place=commune, place_detail=village.place[:1].upper() + village.place[1:],
        starts=starts, starts_precision=draw.choice(("day", "day", "month")),
        summary=draw.choice(kind.summaries).format(**said), situation=draw.choice(kind.situations),
        goal=draw.choice(kind.goals), method=draw.choice(kind.methods), sustain=draw.choice(kind.sustains),
        products=kind.products, audience=draw.choice(words.AUDIENCES).format(**said),
        resources_plan=draw.choice(words.RESOURCE_PLANS), schedule=draw.choice(words.SCHEDULES[kind.nature]),
        households=households, beneficiaries=households * 3 + draw.randrange(5, 60) if households else None,
        members=draw.choice((None, None, draw.randrange(10, 120))), stage=stage, stage_since=noon(max(starts, last)),
        changed_at=noon(max(min(starts, timezone.localdate()), last)), created_at=noon(min(starts, last)), extra=ILLUSTRATION,
    )  # fmt: skip
    # What is made in bulk does not pass through save(): its keys for search and order are set here.
    exemplar.folded, exemplar.sort = fold(name)[:520], sort_key(name)[:400]
    if exemplar.bearer == "group" and kind.field != "defence" and stage != "new" and draw.random() < 0.6:
        exemplar.published_at, exemplar.published_by = noon(max(starts, last)), people["truongban"]
    exemplar.invented, exemplar.said, exemplar.registration, exemplar.forces = kind, said, registration, ""
    return exemplar


def _where(draw: Random, taken: set):
    """A kind and a village where it makes sense, each pair once while there are any left."""
    for _ in range(40):
        kind, village = draw.choice(KINDS), draw.choice(words.VILLAGES)
        if village.setting in kind.settings and (kind.key, village.name) not in taken:
            break
    taken.add((kind.key, village.name))
    return kind, village


def _rest(draw: Random, exemplar: Exemplar, kind, ground: Ground, people: dict[str, User], batch: Batch) -> None:
    begun, done = exemplar.stage != "new", exemplar.stage == "completed"
    last = exemplar.changed_at.date()
    for measure in kind.measures:
        _outcome(draw, exemplar, measure, begun, done, last, batch)
    forces = draw.sample(words.FORCES, 3)
    for who, role, part in forces:
        batch.add(Participant(exemplar=exemplar, name=who.format(**exemplar.said), role=role, part=part))
    exemplar.forces = " ".join(who.format(**exemplar.said) for who, *_ in forces)
    title = words.CHARGES.get(exemplar.unit.kind, "Bí thư chi bộ")
    batch.add(Charge(exemplar=exemplar, title=title, since=exemplar.starts))
    if begun:
        _life(draw, exemplar, people, last, batch)
    _registrations(draw, exemplar, ground, people, batch)


def _outcome(draw: Random, exemplar: Exemplar, measure, begun: bool, done: bool, last: date, batch: Batch) -> None:
    steps = max(1, int((measure.high - measure.low) / measure.step))
    target = Decimal(str(measure.low)) + Decimal(str(measure.step)) * draw.randrange(steps + 1)
    share = Decimal(draw.randrange(100, 125) if done else draw.randrange(15, 100)) / 100
    actual = (target * share).quantize(Decimal(str(measure.step))) if begun else None
    missed = draw.choice(words.MISSED) if done and actual < target else ""
    batch.add(
        Outcome(
            exemplar=exemplar, name=measure.name, measure=measure.measure, target=target, actual=actual,
            actual_on=last if actual is not None else None, is_main=measure.main, resource=measure.resource or "",
            missed_reason=missed,
        )
    )  # fmt: skip
    if actual and measure.resource:
        scale = MILLION if measure.measure == "triệu đồng" else 1
        donors = f"{exemplar.said['n']} hộ {exemplar.said['place']}"
        batch.add(
            Contribution(
                exemplar=exemplar, kind=measure.resource, amount=actual * scale, measure=LEDGER[measure.resource],
                donors=donors, on=last,
            )
        )  # fmt: skip


def _life(draw: Random, exemplar: Exemplar, people: dict[str, User], last: date, batch: Batch) -> None:
    span = max((last - exemplar.starts).days, 1)
    parts = ["start", "middle"] + (["end"] if exemplar.stage == "completed" else [])
    for number, part in enumerate(parts):
        when = min(exemplar.starts + timedelta(days=span * number // len(parts)), last)
        note = draw.choice(words.PROGRESS[part]).format(**exemplar.said)
        batch.add(Progress(exemplar=exemplar, on=when, note=note, at=noon(when)))
    if draw.random() < 0.4:
        asked = draw.choice(words.GUIDANCE["specialist"])
        batch.add(Guidance(exemplar=exemplar, by=people["chuyenvien"], text=asked, at=noon(last)))
    if exemplar.starts.year < 2026 and draw.random() < 0.8:
        _recognised(draw, exemplar, people, batch)


def _recognised(draw: Random, exemplar: Exemplar, people: dict[str, User], batch: Batch) -> None:
    year = exemplar.starts.year
    place = exemplar.place.name
    batch.add(
        Recognition(
            exemplar=exemplar, level="commune", issuer=f"Ban Thường vụ Đảng ủy {place}", year=year,
            decision_no=f"{draw.randrange(20, 180)}-QĐ/ĐU", decided_on=date(year, 11, draw.randrange(1, 29)),
            entered_by=people["chuyenvien"],
        )
    )  # fmt: skip
    if draw.random() < 0.06:
        batch.add(
            Recognition(
                exemplar=exemplar, level="province", issuer="Ban Thường vụ Tỉnh ủy Quảng Trị", year=year,
                decision_no=f"{draw.randrange(200, 900)}-QĐ/TU", decided_on=date(year, 12, 10),
                entered_by=people["chuyenvien"],
            )
        )  # fmt: skip
    if draw.random() < 0.75:
        verdict = "dead" if exemplar.stage == "stopped" else draw.choice(("effective",) * 8 + ("weak",) * 2)
        when = date(2026, draw.randrange(8, 11), draw.randrange(1, 28))
        batch.add(Verification(exemplar=exemplar, verdict=verdict, on=when, by=people["chuyenvien"]))


def _registrations(draw: Random, exemplar: Exemplar, ground: Ground, people: dict[str, User], batch: Batch) -> None:
    first = exemplar.starts.year
    years = [year for year in (2024, 2025, 2026) if year >= first]
    if exemplar.stage in ("completed", "stopped"):
        years = years[:1]
    for year in years:
        stage = exemplar.registration if year == years[-1] else "listed"
        since = timezone.localdate() - timedelta(days=draw.randrange(0, 12))
        reason = {"returned": words.RETURNED, "refused": words.REFUSED, "dropped": words.DROPPED}.get(stage)
        registration = Registration(
            exemplar=exemplar, round=ground.rounds[year], stage=stage,
            origin=draw.choice(ORIGIN) if year == first else "continued",
            stage_since=noon(since if stage != "listed" else date(year, 2, draw.randrange(1, 28))),
            filed_by=None if stage == "drafting" else people["lanhdao"], reason=draw.choice(reason) if reason else "",
            filed_at=None if stage == "drafting" else noon(since), is_ready=stage not in ("drafting", "returned"),
        )  # fmt: skip
        if not (first < year == 2026 and _waits_to_be_renewed(exemplar)):
            batch.add(registration)


def _waits_to_be_renewed(exemplar: Exemplar) -> bool:
    """The commune of the demonstration's clerk has yet to say of last year's models whether they go on."""
    return exemplar.place.code == TRIEU_BINH and exemplar.stage in ("running", "paused")
