"""Puts the hand-written stories into the register, with the days on which their things happened."""

from datetime import date, datetime, time, timedelta
from decimal import Decimal

from django.utils import timezone

from kheo.accounts.models import User
from kheo.core.vietnamese import read_date
from kheo.demo import papers
from kheo.demo.ground import Ground
from kheo.demo.stories.model import Outcome as ToldOutcome
from kheo.demo.stories.model import Story
from kheo.movement.models import (
    Charge,
    Consent,
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
from kheo.units.models import Unit

ILLUSTRATION = {"Dữ liệu": "Minh họa"}  # on every record of the demo
MILLION = Decimal(1_000_000)
PROSE = (
    "summary", "situation", "goal", "method", "audience", "resources_plan", "schedule", "products", "sustain",
    "households", "beneficiaries", "members",
)  # fmt: skip
LEDGER = {"land": "m²", "labour": "ngày công", "money": "đồng"}


def day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def noon(when: date) -> datetime:
    return timezone.make_aware(datetime.combine(when, time(9, 30)))


def tell_all(stories: tuple[Story, ...], ground: Ground, people: dict[str, User]) -> dict[str, Exemplar]:
    """All stories, then the ties between them (copied from, merged into). By key."""
    told = {story.key: _tell(story, ground, people) for story in stories}
    for story in stories:
        exemplar = told[story.key]
        if story.copied_from:
            exemplar.copied_from = told[story.copied_from]
        if story.merged_into:
            exemplar.stage, exemplar.merged_into = "merged", told[story.merged_into]
        if story.copied_from or story.merged_into:
            exemplar.save()
    return told


def _tell(story: Story, ground: Ground, people: dict[str, User]) -> Exemplar:
    unit = ground.body(story.unit.label, story.unit.kind, story.commune)
    start = read_date(story.starts)
    last = _last_day(story, start.date)
    writer = people["canbo"] if story.commune == "19645" else people["canbo.aitu"] if story.commune == "19669" else None
    exemplar = Exemplar(
        name=story.name, kind=story.kind, bearer=story.bearer, nature=story.nature, field=story.field, unit=unit,
        place=ground.communes[story.commune], place_detail=story.place_detail, starts=start.date,
        starts_precision=start.precision, stage="running" if story.merged_into else story.stage,
        stage_since=noon(last), changed_at=noon(last), created_at=noon(min(start.date, last)), author=writer,
        entered_by=writer, vouched_by=story.confirmed_by,
        extra=ILLUSTRATION | ({"Đơn vị cũ": story.old_unit} if story.old_unit else {}),
        **{name: getattr(story, name) for name in PROSE},
    )  # fmt: skip
    if story.public and story.stage not in ("new", "merged"):
        exemplar.published_at, exemplar.published_by = noon(last), people["truongban"]
    exemplar.save()
    exemplar.code = f"DVK-{exemplar.pk:06d}"
    exemplar.themes.set([ground.themes[name] for name in story.themes])
    exemplar.directives.set(ground.directives[:2])
    _force(exemplar, story)
    _count(exemplar, story, people)
    _talk(exemplar, story, people)
    _honour(exemplar, story, people)
    _register(exemplar, story, ground, people, last)
    exemplar.save()  # with its code, and found by all its words
    return exemplar


def _last_day(story: Story, start: date) -> date:
    days = [day(each.on) for each in (*story.progress, *story.contributions)]
    days += [day(each.actual_on) for each in story.outcomes if each.actual_on]
    today = timezone.localdate()
    return min(max(days, default=min(start, today - timedelta(days=6))), today)


def _force(exemplar: Exemplar, story: Story) -> None:
    Participant.objects.bulk_create(
        Participant(exemplar=exemplar, name=each.name, role=each.role, part=each.part, unit=_living(each.name))
        for each in story.participants
    )
    Charge.objects.create(
        exemplar=exemplar, name=story.charge.name, title=story.charge.title, since=day(story.charge.since)
    )


def _living(name: str) -> Unit | None:
    return Unit.objects.filter(name=name, ends=None).first()


def _count(exemplar: Exemplar, story: Story, people: dict[str, User]) -> None:
    for number, each in enumerate(story.outcomes):
        outcome = Outcome.objects.create(exemplar=exemplar, **_outcome(each))
        # One in four waits for its paper, so that the demo shows that state as well.
        if outcome.actual is not None and (exemplar.pk + number) % 4:
            papers.prove(exemplar, outcome, people["canbo"])
    for each in story.contributions:
        scale = MILLION if each.measure == "triệu đồng" else 1
        Contribution.objects.create(
            exemplar=exemplar, kind=each.kind, amount=Decimal(str(each.amount)) * scale,
            measure=LEDGER.get(each.kind, each.measure), donors=each.donors, on=day(each.on),
            description=each.measure if each.kind == "in_kind" else "",
        )  # fmt: skip


def _outcome(told: ToldOutcome) -> dict:
    return {
        "name": told.name, "measure": told.measure, "baseline": told.baseline, "target": told.target,
        "actual": told.actual, "actual_on": day(told.actual_on), "is_main": told.main, "resource": told.resource or "",
        "missed_reason": told.missed_reason,
    }  # fmt: skip


def _talk(exemplar: Exemplar, story: Story, people: dict[str, User]) -> None:
    who = {"specialist": people["chuyenvien"], "officer": people["canbo"]}
    for each in story.progress:
        Progress.objects.create(exemplar=exemplar, on=day(each.on), note=each.note, at=noon(day(each.on)))
    for each in story.guidance:
        Guidance.objects.create(exemplar=exemplar, by=who[each.by], text=each.text, at=noon(day(each.on)))


def _honour(exemplar: Exemplar, story: Story, people: dict[str, User]) -> None:
    for each in story.recognitions:
        Recognition.objects.create(
            exemplar=exemplar, level=each.level, issuer=each.issuer, decision_no=each.number, year=each.year,
            decided_on=day(each.decided_on), entered_by=people["chuyenvien"],
        )  # fmt: skip
    if story.verification:
        Verification.objects.create(
            exemplar=exemplar,
            verdict=story.verification.verdict,
            on=day(story.verification.on),
            by=people["chuyenvien"],
        )
    if story.consent:
        Consent.objects.create(
            exemplar=exemplar, person=story.charge.name or story.name, covers_name=True, covers_story=True,
            how=story.consent[:300], given_on=exemplar.starts, recorded_by=people["chuyenvien"],
        )  # fmt: skip


def _register(exemplar: Exemplar, story: Story, ground: Ground, people: dict[str, User], last: date) -> None:
    for number, year in enumerate(story.rounds):
        is_last = year == story.rounds[-1]
        stage = story.registration if is_last else "listed"
        waiting = stage in ("filed", "returned", "drafting")
        when = last if waiting else max(date(year, 1, 20), min(exemplar.starts, date(year, 12, 1)))
        Registration.objects.create(
            exemplar=exemplar, round=ground.rounds[year], origin=story.origin if number == 0 else "continued",
            stage=stage, stage_since=noon(min(when, timezone.localdate())), entered_by=exemplar.entered_by,
            filed_by=None if stage == "drafting" else people["lanhdao"],
            filed_at=None if stage == "drafting" else noon(when), is_ready=stage not in ("drafting", "returned"),
            reason=story.registration_reason if is_last else "",
        )  # fmt: skip
