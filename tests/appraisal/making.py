"""Plain factory functions of the appraisal room, with dull defaults; a test names only what matters to it."""

from datetime import date
from decimal import Decimal
from itertools import count

from kheo.accounts.roles import Role
from kheo.appraisal.models import (
    Assignment,
    AwardForm,
    BaseSalary,
    BatchItem,
    Column,
    Commendation,
    Criterion,
    CriterionGroup,
    DecisionBatch,
    Hold,
    Nomination,
    Panel,
    PanelVote,
    Profile,
    RuleSet,
    ScoreSheet,
    Seat,
    Visit,
    VoteLine,
)
from kheo.units.models import Level
from tests import make

_number = count(1)
SHEET = (10, 15, 15, 20, 25, 15)  # the sample of six lines; 100 in all

# What each profile's sample asks in figures; a test overrides what it is about.
FIGURES = {
    Profile.BASE: {},
    Profile.COMMUNE: {"pass_mark": 60, "quorum": 67, "vote_threshold": 51, "vote_manner": "hand"},
    Profile.PROVINCE: {
        "pass_mark": 70, "quorum": 67, "vote_threshold": 80, "vote_manner": "electronic", "least_jurors": 1,
    },
}  # fmt: skip


def rule_set(unit=None, *, profile=Profile.COMMUNE, maxima=SHEET, **facts) -> RuleSet:
    """An applied rule set of a commune (or whatever `level` says) with one group of criteria."""
    unit = unit or make.unit()
    defaults = {
        "level": unit.level, "profile": profile, "name": f"Bộ tiêu chí thử {next(_number)}",
        "starts": date(2020, 1, 1), "stage": "applied", **FIGURES[profile],
    }  # fmt: skip
    rules = RuleSet.objects.create(unit=unit, **{**defaults, **facts})
    group = CriterionGroup.objects.create(rule_set=rules, name="Nội dung chính")
    for position, maximum in enumerate(maxima):
        points = None if profile == Profile.BASE else maximum
        Criterion.objects.create(group=group, name=f"Tiêu chí {position + 1}", maximum=points, position=position)
    return rules


def ripe_exemplar(unit=None, **facts):
    """A running exemplar whose main outcome was reached and proved."""
    return prove(make.exemplar(unit=unit or make.unit(), **{"stage": "running", **facts}))


def ripen(exemplar):
    """Running, with its main outcome reached and proved; asks the database, not what was read before."""
    type(exemplar).objects.filter(pk=exemplar.pk).update(stage="running")
    exemplar.refresh_from_db()
    return prove(exemplar)


def prove(exemplar):
    """Its main outcome is reached and proved."""
    outcome = exemplar.main_outcome() or make.outcome(exemplar)
    outcome.actual, outcome.actual_on = 1000, date(2026, 9, 30)
    outcome.save()
    proof = make.evidence(exemplar)
    proof.outcome = outcome
    proof.save(update_fields=["outcome"])
    return exemplar


def nomination(exemplar=None, *, rules=None, **facts) -> Nomination:
    """A ripe exemplar of a base unit below a commune, proposed to that commune."""
    commune = facts.pop("unit", None) or (rules.unit if rules else make.unit())
    if exemplar is None:
        exemplar = ripe_exemplar(make.unit(f"chi bộ thôn {next(_number)}", under=commune, level=Level.BASE))
    rules = rules or rule_set(commune)
    defaults = {
        "level": rules.level, "unit": commune, "rule_set": rules, "group": "residents", "proposer": exemplar.unit,
    }  # fmt: skip
    return Nomination.objects.create(
        exemplar=exemplar, **{**defaults, "round": facts.pop("round", None) or make.round(), **facts}
    )


def panel(rules=None, *, seats=(), **facts) -> Panel:
    """A panel of the rule set's unit; `seats` are users, the first one its chair."""
    rules = rules or rule_set()
    made = Panel.objects.create(
        unit=rules.unit, rule_set=rules,
        **{"name": f"Hội đồng thử {next(_number)}",
           "made_by": facts.pop("made_by", None) or make.member(Role.SPECIALIST, rules.unit),
           "round": facts.pop("round", None) or make.round(), **facts},
    )  # fmt: skip
    for place, person in enumerate(seats):
        Seat.objects.create(panel=made, user=person, part="member" if place else "chair")
    return made


def jurors(unit, number: int) -> list:
    return [make.member(Role.JUROR, unit, full_name=f"Giám khảo {next(_number)}") for _ in range(number)]


def assignment(nomination_, seat) -> Assignment:
    return Assignment.objects.create(nomination=nomination_, seat=seat)


def sheet(nomination_, column=Column.APPRAISER, *, total=80, juror=None, **facts) -> ScoreSheet:
    """A sent sheet that only says its total; for what asks how a file was judged."""
    defaults = {"total": Decimal(total), "sent_at": nomination_.proposed_at}
    return ScoreSheet.objects.create(nomination=nomination_, column=column, juror=juror, **{**defaults, **facts})


def counted_vote(panel_, nominations, *, agreed=5, opposed=0, blank=0, **facts) -> PanelVote:
    """A closed vote by hand in which each file got the same counts."""
    defaults = {"manner": "hand", "stage": "closed", "name": "Bỏ phiếu", "made_by": panel_.made_by}
    vote = PanelVote.objects.create(panel=panel_, rule_set=panel_.rule_set, **{**defaults, **facts})
    for position, each in enumerate(nominations):
        VoteLine.objects.create(
            vote=vote, nomination=each, position=position, entitled=agreed + opposed + blank,
            agreed=agreed, opposed=opposed, blank=blank,
        )  # fmt: skip
    return vote


def passed(nomination_, *, stage="submitted") -> Nomination:
    """Everything that its rule set asks is there, and enough of it; moved to `stage` without the moves between."""
    rules = nomination_.rule_set
    person = make.member(Role.SPECIALIST, rules.unit)
    for column in (Column.SELF, Column.APPRAISER):
        sheet(nomination_, column, total=90, is_met=True)
    judge = make.member(Role.JUROR, rules.unit)
    sheet(nomination_, Column.COUNCIL, total=90, juror=judge)
    Visit.objects.create(nomination=nomination_, people="Tổ khảo sát", findings="Đúng hồ sơ", by=person)
    counted_vote(panel(rules, seats=[judge], made_by=person, round=nomination_.round), [nomination_])
    Nomination.objects.filter(pk=nomination_.pk).update(stage=stage, published_on=date(2026, 1, 1))
    nomination_.refresh_from_db()
    return nomination_


def hold(exemplar, **facts) -> Hold:
    by = facts.pop("by", None) or make.member(Role.SPECIALIST, exemplar.unit)
    return Hold.objects.create(exemplar=exemplar, by=by, **{"reason": "Đang xác minh đơn", **facts})


def batch(nominations=(), *, unit=None, **facts) -> DecisionBatch:
    """A batch that lists these files, all to be recognised."""
    unit = unit or (nominations[0].unit if nominations else make.unit())
    by = facts.pop("made_by", None) or make.member(Role.SPECIALIST, unit)
    round_ = facts.pop("round", None) or (nominations[0].round if nominations else make.round())
    defaults = {"name": f"Đợt công nhận {next(_number)}", "level": unit.level}
    made = DecisionBatch.objects.create(unit=unit, round=round_, made_by=by, **{**defaults, **facts})
    for position, each in enumerate(nominations):
        BatchItem.objects.create(batch=made, nomination=each, position=position)
    return made


def salary(amount=2_340_000, starts=date(2024, 7, 1)) -> BaseSalary:
    found = BaseSalary.objects.filter(starts=starts).first()
    return found or BaseSalary.objects.create(starts=starts, amount=amount, source="Nghị định thử")


def award_form(level=Level.COMMUNE, **facts) -> AwardForm:
    """A form of award in force since 2020, with the base salary that its money is counted by."""
    salary()
    defaults = {
        "name": f"Giấy khen {next(_number)}", "bearer": "group", "multiple": Decimal("0.3"), "starts": date(2020, 1, 1),
    }  # fmt: skip
    return AwardForm.objects.create(level=level, **{**defaults, **facts})


def commendation(exemplar=None, **facts) -> Commendation:
    """One that a decision of the commune gave to the exemplar's unit."""
    exemplar = exemplar or make.exemplar()
    form = facts.pop("form", None) or award_form()
    by = facts.pop("entered_by", None) or make.user()
    defaults = {
        "unit": exemplar.unit, "level": form.level, "bearer": form.bearer, "recipient": exemplar.unit.title,
        "achievement": f"Thành tích {next(_number)}", "year": 2026, "issuer": "Ủy ban nhân dân xã",
        "decision_no": f"{next(_number)}/QĐ-UBND", "decided_on": date(2026, 10, 15), "multiple": form.multiple,
        "base_salary": 2_340_000,
    }  # fmt: skip
    return Commendation.objects.create(exemplar=exemplar, form=form, entered_by=by, **{**defaults, **facts})
