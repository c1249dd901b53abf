"""Proposals of the demo in every state that a reader may want to see, with rule sets, holds, visits, hiệp y, comments."""

from datetime import timedelta

from django.utils import timezone

from kheo.accounts.models import User
from kheo.appraisal.actions import consultations, holds, nominations, rule_sets, visits
from kheo.appraisal.actions.consultations import Body
from kheo.appraisal.models import Nomination, PublicComment, RuleSet
from kheo.appraisal.models.ladder import group_of, proposer_of
from kheo.appraisal.samples import load_samples
from kheo.demo import papers
from kheo.demo.ground import Ground
from kheo.movement.models import Exemplar, Outcome
from kheo.units.models import Level, Unit

HOME = "19645"  # the commune whose officer and leader sign in
WAITING, AT_HOME = 10, 3
CASE = (
    "Cấp ủy trực tiếp lãnh đạo, các lực lượng cùng làm; việc khó được giải quyết bằng vận động. Kết quả đếm được, có "
    "minh chứng; nhân dân đồng tình và tự giữ."
)
MISSED = "Mưa lũ tháng 10 và tháng 11, phần còn lại làm tiếp trong quý sau."
FOUND = "Đã đến tận nơi, đối chiếu số liệu với sổ của thôn: khớp. Bà con xác nhận cùng làm, việc vẫn đang được giữ."
COMMENTS = (
    "Tôi ở gần đây, đúng là bà con tự nguyện làm. Mong xã giúp thêm đoạn cuối còn lầy khi mưa.",
    "Việc tốt, nhưng nên ghi thêm tên tổ đã làm từ đầu.",
)


def lay(base: Ground, persons: dict[str, User]) -> None:
    """Before the council: what it judges is proposed here."""
    head, specialist = persons["truongban"], persons["chuyenvien"]
    _applied(base.communes[HOME], "xa", Level.COMMUNE, head)
    rules = _applied(base.province, "tinh", Level.PROVINCE, head)
    here = Exemplar.objects.within(base.communes[HOME])
    Outcome.objects.filter(exemplar__in=here, is_main=True, missed_reason="").update(missed_reason=MISSED)
    at_home = [_propose(each, Level.COMMUNE, base, head) for each in _ripe(here, AT_HOME, persons["canbo"])]
    shown = _ripe(Exemplar.objects.public(), 3, persons["canbo"])
    others = Exemplar.objects.exclude(pk__in=[each.pk for each in shown])
    waiting = [_propose(each, Level.PROVINCE, base, head) for each in _ripe(others, WAITING + 2, persons["canbo"])]
    nominations.advance(waiting[-1], "send_back", by=specialist, note="Bổ sung ảnh nghiệm thu và số hộ tham gia.")
    nominations.advance(waiting[-2], "decline", by=head, note="Mô hình mới làm được ba tháng, chưa đủ căn cứ xét.")
    holds.put(
        at_home[0].exemplar, reason="Đang xác minh ý kiến về đất làm đường; chờ kết luận.", by=specialist,
        review_on=timezone.localdate() + timedelta(days=10),
    )  # fmt: skip
    for file in waiting[:2]:
        visits.enter(file, by=specialist, people="Tổ khảo sát Ban Tuyên giáo và Dân vận", findings=FOUND)
    _consult(waiting[:3], base, specialist)
    _show(shown, rules, base, persons)


def _applied(unit: Unit, sample: str, level: str, head: User) -> RuleSet:
    found = RuleSet.objects.applied(unit, level).filter(unit=unit).first()
    if found is None:
        (draft,) = load_samples(unit, by=head, keys=(sample,))
        found, _ = rule_sets.apply(draft, by=head)
    return found


def _ripe(rows, number: int, by: User) -> list[Exemplar]:
    """The first models of groups that lack nothing to be proposed but, at most, the paper of their main outcome."""
    measured = rows.filter(
        stage__in=("running", "completed"), bearer="group", outcomes__is_main=True, outcomes__actual__isnull=False,
        holds=None, nominations=None,
    ).exclude(recognitions__year=2026)  # fmt: skip
    found = []
    for exemplar in measured.select_related("unit__place", "place").distinct().order_by("pk"):
        main = exemplar.main_outcome()
        reached = main.target is None or main.actual >= main.target or main.missed_reason
        if reached and len(found) < number:
            if not main.evidence.exists():
                papers.prove(exemplar, main, by)
            found.append(exemplar)
    return found


def _propose(exemplar: Exemplar, level: str, base: Ground, by: User) -> Nomination:
    return nominations.propose(exemplar, level=level, round_=base.rounds[2026], by=by, case=CASE)


def _consult(files: list[Nomination], base: Ground, by: User) -> None:
    bodies = [Body(base.communes[HOME].title, base.communes[HOME]), Body("Thanh tra tỉnh"), Body("Công an tỉnh")]
    due = timezone.localdate() + timedelta(days=7)
    made = consultations.ask(files, name="Hiệp y hồ sơ đề nghị công nhận đợt 1", due_on=due, bodies=bodies, by=by)
    body = made.bodies.get(name="Thanh tra tỉnh")
    consultations.answer(body, dict.fromkeys(files, ("agree", "")), by=by, paper_no="45-CV/TTr")


def _show(models: list[Exemplar], rules: RuleSet, base: Ground, persons: dict[str, User]) -> None:
    """Shown to the public: their judging is past, so their rows are born there."""
    for number, exemplar in enumerate(models):
        last = number == len(models) - 1
        file = Nomination.objects.create(
            exemplar=exemplar, level=Level.PROVINCE, round=base.rounds[2026], unit=base.province, rule_set=rules,
            group=group_of(exemplar), proposer=proposer_of(exemplar.unit, Level.PROVINCE), case=CASE,
            proposed_by=persons["truongban"], concluded_by=persons["chuyenvien"], conclusion="Đủ điều kiện.",
            stage="appraised" if last else "published",
            published_on=None if last else timezone.localdate() - timedelta(days=3 * number),
        )  # fmt: skip
        if not last:
            PublicComment.objects.create(nomination=file, text=COMMENTS[number % len(COMMENTS)])
