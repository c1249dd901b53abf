"""A whole season: a commune appraises and recognises, its best go up, the province votes in secret and decides, and
anybody checks the certificate from paper."""

from collections import Counter
from datetime import timedelta
from decimal import Decimal
from io import BytesIO

import pdfplumber
import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from docx import Document

from kheo.accounts.move import NotYet
from kheo.accounts.permissions import Permission
from kheo.accounts.roles import Role
from kheo.appraisal import samples
from kheo.appraisal.actions import (
    assigning,
    ballots,
    batches,
    carrying,
    drafting,
    nominations,
    panels,
    rule_sets,
    sheets,
    submissions,
    visits,
    votes,
)
from kheo.appraisal.actions.sheets import Answer
from kheo.appraisal.models import Certificate, Column, Criterion, Nomination, RuleSet
from kheo.appraisal.models.counting import Count
from kheo.appraisal.queries import papers
from kheo.audit.models import breaks
from kheo.documents.typesetting import to_docx, to_pdf
from kheo.movement.models import Recognition
from kheo.notices.actions import outbox
from kheo.notices.models import Dispatch, Notice
from kheo.units.models import Level
from tests import make
from tests.appraisal import making
from tests.appraisal.papers import scan

pytestmark = pytest.mark.django_db

NAMES = [
    "Nguyễn Thị Xuyến", "Hồ Văn Đởm", "Đỗ Ngọc Quỹ", "Trần Thị Ưởng", "Lê Đức Khương",
]  # fmt: skip


@pytest.fixture
def province():
    return make.province()


@pytest.fixture
def commune(province):
    return make.unit("xã Ái Tử", under=province)


@pytest.fixture
def hamlets(commune):
    return [
        make.unit(f"chi bộ thôn {name}", under=commune, level=Level.BASE) for name in ("An Mô", "Xuân An", "Vân Hòa")
    ]


@pytest.fixture
def round_(province):
    return make.round(2026, campaign=make.campaign(unit=province))


def applied(unit, key) -> RuleSet:
    """The shipped sample, drafted by the specialist and applied by the head."""
    clerk, head = (make.member(role, unit) for role in (Role.SPECIALIST, Role.HEAD))
    (draft,) = samples.load_samples(unit, by=clerk, keys=(key,), starts=timezone.localdate() - timedelta(days=30))
    rules, _ = rule_sets.apply(draft, by=head)
    assert not Nomination.objects.filter(rule_set=rules).exists()
    return rules


def scored(file, column, share, *, by):
    """A sheet on which every criterion gets `share` hundredths of its maximum."""
    criteria = Criterion.objects.filter(group__rule_set=file.rule_set, is_bonus=False)
    answers = {each.pk: Answer(points=(each.maximum * share / 100).quantize(Decimal("0.01"))) for each in criteria}
    return sheets.write(file, column, answers, by=by)


def board(unit, round_, rules, number=5):
    """A panel of `number` with a chair, founded by the specialist."""
    clerk = make.member(Role.SPECIALIST, unit)
    panel = panels.found(unit=unit, round_=round_, rule_set=rules, name="Hội đồng thẩm định", by=clerk)
    people = [make.member(Role.JUROR, unit, full_name=name) for name in NAMES[:number]]
    for place, person in enumerate(people):
        panels.seat(panel, person, by=clerk, part="member" if place else "chair")
    return panel, people, clerk


def decide(files, unit, round_, *, up=()):
    """Tờ trình, list, decision entered by one and confirmed by another."""
    clerk, head = (make.member(role, unit) for role in (Role.SPECIALIST, Role.HEAD))
    submissions.submit(files, to="Ban Thường vụ", by=clerk)
    batch = batches.begin(unit, level=unit.level, round_=round_, name=f"Công nhận năm {round_.year}", by=clerk)
    batches.put(batch, Nomination.objects.filter(pk__in=[file.pk for file in files]), by=clerk)
    for item in batch.items.filter(nomination__in=up):
        batches.set_result(item, by=clerk, result="granted", propose_up=True)
    paper = papers.decision_paper(batch, form="party")
    drafting.keep(batch, paper, unit=unit, needs=Permission.BATCH_ENTER, by=clerk)
    batches.enter(
        batch, by=clerk, decision_no="15-QĐ/ĐU", decided_on=timezone.localdate(), signer="Trần Văn Ký",
        issuer=unit.title, scan=scan(), scan_name="quyet-dinh.pdf",
    )  # fmt: skip
    return batches.confirm(batch, by=head), paper, head


def test_a_season_from_the_rule_set_of_a_commune_to_the_certificate_of_the_province(province, commune, hamlets, round_):
    # The commune: a short sheet, one meeting, hands raised.
    rules = applied(commune, "xa")
    files = []
    for hamlet in hamlets:
        leader = make.member(Role.UNIT_LEADER, hamlet)
        exemplar = making.ripe_exemplar(hamlet)
        files.append(
            nominations.propose(exemplar, level=Level.COMMUNE, round_=round_, by=leader, case="Bà con hiến đất.")
        )
    specialist = make.member(Role.SPECIALIST, commune)
    for file in files:
        with pytest.raises(NotYet, match="phiếu thẩm định"):
            nominations.advance(file, "appraise", by=specialist)
        scored(file, Column.APPRAISER, 85, by=specialist)
        sheets.send(file, Column.APPRAISER, by=specialist)
        nominations.advance(file, "appraise", by=specialist, note="Đủ điều kiện.")
    panel, people, clerk = board(commune, round_, rules)
    vote = votes.prepare(panel, files, by=clerk, name="Họp xét công nhận", manner="hand")
    votes.call_roll(vote, [person.pk for person in people], by=clerk)
    votes.advance(vote, "open", by=clerk)
    votes.count(vote, None, {line.pk: Count(5, 0, 0) for line in vote.lines.all()}, by=clerk)
    votes.advance(vote, "close", by=clerk)
    batch, paper, head = decide(files, commune, round_, up=files[:1])

    assert Recognition.objects.filter(level=Level.COMMUNE, annulled_on=None).count() == 3
    pdf = to_pdf(paper, today=timezone.localdate())
    assert {file.exemplar.name for file in files} <= set(_cells(pdf))
    assert "15-QĐ" not in _words(pdf)  # a draft leaves with a blank number
    assert all(file.exemplar.name in _words_of_docx(to_docx(paper, today=timezone.localdate())) for file in files)
    # Decided now, told later: three letters wait until the head sends them.
    assert Notice.objects.filter(subject__contains="được công nhận").count() == 0
    outbox.send(list(Dispatch.objects.waiting()), by=head)
    # Each hamlet has a leader and an officer.
    assert Notice.objects.filter(subject__contains="được công nhận").count() == 3 * 2

    # The province: every step of its rule set, on the file that the commune carried up.
    rules = applied(province, "tinh")
    carried = carrying.carry_up(batch, round_=round_, by=head)
    (file,) = carried.gone
    assert (file.from_below, file.proposer, file.unit) == (Nomination.objects.get(pk=files[0].pk), commune, province)
    leader = make.member(Role.UNIT_LEADER, file.exemplar.unit)
    scored(file, Column.SELF, 100, by=leader)
    sheets.send(file, Column.SELF, by=leader)
    panel, people, clerk = board(province, round_, rules)
    scored(file, Column.APPRAISER, 80, by=clerk)
    sheets.send(file, Column.APPRAISER, by=clerk)
    visits.enter(
        file, by=clerk, people="Tổ khảo sát số 1", findings="Đường đã mở, dân xác nhận.", on=timezone.localdate()
    )
    assigning.share_out(panel, by=clerk)
    jurors = [given.seat.user for given in file.assignments.select_related("seat__user")]
    assert len(jurors) == rules.least_jurors
    for share, juror in zip((70, 80, 90), jurors, strict=True):
        scored(file, Column.COUNCIL, share, by=juror)
        sheets.send_all([file.pk], by=juror)
    nominations.advance(file, "appraise", by=clerk, note="Đủ điều kiện.")
    vote = votes.prepare(panel, [file], by=clerk, name="Bỏ phiếu kín", manner="electronic")
    votes.call_roll(vote, [person.pk for person in people], by=clerk)
    votes.advance(vote, "open", by=clerk)
    for person in people:
        ballots.cast(vote, {vote.lines.get().pk: "agree"}, by=person)
    votes.advance(vote, "close", by=clerk)
    file.refresh_from_db()
    # People may speak for ten days before it is submitted.
    with pytest.raises(NotYet, match="phải công khai lấy ý kiến 10 ngày"):
        submissions.submit([file], to="Ban Thường vụ Tỉnh ủy", by=clerk)
    nominations.advance(file, "publish", by=clerk, note="Niêm yết tại trụ sở.")
    with pytest.raises(NotYet, match="đang công khai lấy ý kiến"):
        submissions.submit([file], to="Ban Thường vụ Tỉnh ủy", by=clerk)
    Nomination.objects.filter(pk=file.pk).update(published_on=timezone.localdate() - timedelta(days=11))
    file.refresh_from_db()
    decide([file], province, round_)

    file.refresh_from_db()
    levels = Counter(Recognition.objects.filter(exemplar=file.exemplar).values_list("level", flat=True))
    assert (file.stage, levels) == ("granted", {"commune": 1, "province": 1})
    # Anybody, without an account, reads from paper what was recognised, by whom and when.
    certificate = Certificate.objects.get(recognition__level=Level.PROVINCE)
    page = Client().get(reverse("certificates:check", args=[certificate.code]))
    assert page.status_code == 200
    text = page.content.decode()
    assert file.exemplar.name in text
    assert "15-QĐ/ĐU" in text
    forged = certificate.code[:-3] + ("aaa" if not certificate.code.endswith("aaa") else "bbb")
    assert Client().get(reverse("certificates:check", args=[forged])).status_code == 404
    assert list(breaks()) == []


def _words(pdf: bytes) -> str:
    with pdfplumber.open(BytesIO(pdf)) as file:
        return " ".join(" ".join((page.extract_text() or "").split()) for page in file.pages)


def _cells(pdf: bytes) -> list[str]:
    with pdfplumber.open(BytesIO(pdf)) as file:
        tables = [table for page in file.pages for table in page.extract_tables()]
    return [" ".join((cell or "").split()) for table in tables for row in table for cell in row]


def _words_of_docx(content: bytes) -> str:
    document = Document(BytesIO(content))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return " ".join([*(paragraph.text for paragraph in document.paragraphs), *cells])
