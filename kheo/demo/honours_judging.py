"""A council of the province in the middle of its work: seats, files shared out, sheets sent, begun and blank."""

from decimal import Decimal
from random import Random

from django.utils import timezone

from kheo.accounts.models import Membership, User
from kheo.accounts.roles import Role
from kheo.appraisal.actions import assigning, conflicts, panels, rule_sets, sheets
from kheo.appraisal.actions.sheets import Answer
from kheo.appraisal.lifecycle.nomination import NominationStage
from kheo.appraisal.models import Column, Criterion, Nomination, Panel, RankGroup, RuleSet
from kheo.appraisal.samples import load_samples
from kheo.demo.ground import Ground
from kheo.demo.people import SINCE
from kheo.movement.models import Exemplar
from kheo.units.models import Level

SEED = 2026
FILES = 10
# Colleagues on the council, who sign in with the demo's common password too.
COLLEAGUES = (
    ("hoidong2", "Trần Đình Khôi Nguyên", "Phó Chủ tịch Ủy ban Mặt trận Tổ quốc tỉnh"),
    ("hoidong3", "Lê Thị Thanh Hà", "Phó Giám đốc Sở Nội vụ"),
    ("hoidong4", "Hồ Văn Tưởng", "Phó Chủ tịch Hội Nông dân tỉnh"),
)
CASE = (
    "Cấp ủy trực tiếp lãnh đạo, các lực lượng cùng làm; việc khó kéo dài nhiều năm được giải quyết bằng vận động, "
    "không phải cưỡng chế. Kết quả đếm được, có minh chứng; nhân dân đồng tình và tự giữ."
)


def lay(base: Ground, persons: dict[str, User]) -> Panel:
    """Runs after proposals were laid, and adds some where there are too few to judge."""
    secretary, head, juror = persons["chuyenvien"], persons["truongban"], persons["hoidong"]
    rules = _rules(base, head)
    files = _files(base, rules, head)
    panel = panels.found(
        unit=base.province, round_=base.rounds[2026], rule_set=rules, name="Hội đồng thẩm định cấp tỉnh năm 2026",
        decision_no="218-QĐ/TU", decided_on=timezone.localdate(), by=secretary,
    )  # fmt: skip
    jurors = [juror, *_colleagues(base, juror)]
    panels.seat(panel, head, by=secretary, part="secretary", title="Thường trực hội đồng")
    panels.seat(panel, jurors[1], by=secretary, part="chair", title=COLLEAGUES[0][2])
    for person, title in zip((jurors[0], *jurors[2:]), ("Ủy viên", *[told[2] for told in COLLEAGUES[1:]]), strict=True):
        panels.seat(panel, person, by=secretary, title=title)
    conflicts.declare_kin(files[0], user=jurors[3], kinship="sibling", by=jurors[3])
    assigning.share_out(panel, by=secretary)
    _score(panel, files, jurors, secretary)
    return panel


def _rules(base: Ground, head: User) -> RuleSet:
    applied = RuleSet.objects.applied(base.province, Level.PROVINCE).first()
    if applied:
        return applied
    (draft,) = load_samples(base.province, by=head, keys=("tinh",))
    return rule_sets.apply(draft, by=head)[0]


def _files(base: Ground, rules: RuleSet, head: User) -> list[Nomination]:
    """Proposals to be judged: those that are there, then models of the communes that were not proposed yet."""
    open_ones = Nomination.objects.filter(unit=base.province, rule_set=rules, stage=NominationStage.PROPOSED)
    there = list(open_ones.order_by("pk"))
    known = Nomination.objects.filter(level=Level.PROVINCE).values("exemplar")
    models = Exemplar.objects.filter(stage__in=("running", "completed"), bearer="group").exclude(pk__in=known)
    models = models.filter(evidence__isnull=False) | models.filter(
        outcomes__is_main=True, outcomes__actual__isnull=False
    )
    for exemplar in models.distinct().order_by("pk")[: max(FILES - len(there), 0)]:
        there.append(
            Nomination.objects.create(
                exemplar=exemplar, level=Level.PROVINCE, round=base.rounds[2026], unit=base.province, rule_set=rules,
                group=RankGroup.RESIDENTS, proposer=exemplar.unit, proposed_by=head, case=CASE,
            )
        )  # fmt: skip
    return there


def _colleagues(base: Ground, like: User) -> list[User]:
    made = []
    for number, (username, full_name, title) in enumerate(COLLEAGUES):
        # The same password, hashed once: hashing is slow on purpose.
        person = User(username=username, full_name=full_name, phone=f"09000001{number:02d}", password=like.password)
        person.save()
        Membership.objects.create(user=person, unit=base.province, role=Role.JUROR, title=title, starts=SINCE)
        made.append(person)
    return made


def _score(panel: Panel, files: list[Nomination], jurors: list[User], secretary: User) -> None:
    """Everybody but the first juror is done with nearly all; that one has sent two, finished one and begun another."""
    chance, begun = Random(SEED), iter(("sent", "sent", "ready", "ready", "begun"))
    criteria = list(Criterion.objects.filter(group__rule_set=panel.rule_set))
    for number, file in enumerate(files):
        share = Decimal(chance.randint(62, 92)) / 100
        sheets.write(file, Column.APPRAISER, _answers(criteria, share, chance), by=secretary)
        if number < 7:
            sheets.send(file, Column.APPRAISER, by=secretary)
        for place, juror in enumerate(jurors):
            if not _has(file, juror) or (place and number > 7):
                continue
            severity = Decimal((0, 6, -8, 2)[place]) / 100
            limit = "sent" if place else next(begun, "blank")
            _write(file, juror, _answers(criteria, share + severity, chance), limit=limit)


def _write(file: Nomination, juror: User, answers: dict[int, Answer], *, limit: str) -> None:
    if limit == "blank":
        return
    if limit == "begun":
        answers = dict(list(answers.items())[:2])
    sheets.write(file, Column.COUNCIL, answers, by=juror)
    if limit == "sent":
        sheets.send_all([file.pk], by=juror)


def _has(file: Nomination, juror: User) -> bool:
    return file.assignments.standing().filter(seat__user=juror).exists()


def _answers(criteria: list[Criterion], share: Decimal, chance: Random) -> dict[int, Answer]:
    """Points near `share` of each maximum, in halves; bonus lines get none."""
    found = {}
    for each in criteria:
        if each.maximum is None:
            found[each.pk] = Answer(is_met=True)
            continue
        near = min(max(share + Decimal(chance.randint(-8, 8)) / 100, Decimal(0)), Decimal(1))
        points = Decimal(0) if each.is_bonus else (each.maximum * near * 2).to_integral_value() / 2
        found[each.pk] = Answer(points=min(points, each.maximum))
    return found
